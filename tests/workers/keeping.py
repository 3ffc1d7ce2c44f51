"""A receiver that keeps its connections open, and knows over which of them each request came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from tests.workers.conftest import Request, answer


@dataclass
class KeepingReceiver:
    """Serves any number of requests over each connection; `over` has the number of the connection of each request."""

    port: int = 0
    over: list[int] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    usual: Callable[[Request], bytes] = lambda request: answer()
    writers: list[asyncio.StreamWriter] = field(default_factory=list)
    close_after_request: bool = False
    "Close the next request's connection without a word, once."
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self.writers:
            writer.close()
        await self._server.wait_closed()

    async def hang_up(self) -> None:
        """Close every connection, as a server does whose patience is over, and wait until that has gone out."""
        for writer in self.writers:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number = len(self.writers)
        self.writers.append(writer)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                first, *lines = head.strip().split("\r\n")
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                self.over.append(number)
                if self.close_after_request:
                    self.close_after_request = False
                    break
                self.requests.append(Request(headers, body, first.split(" ")[1]))
                writer.write(self.usual(self.requests[-1]))
                await writer.drain()
        writer.close()
