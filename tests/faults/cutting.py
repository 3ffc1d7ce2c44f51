"""A wire between processes and PostgreSQL that breaks when a transaction is committed: just before, or just after."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from enum import Enum
from pathlib import Path


class Cut(Enum):
    """When the connection breaks."""

    BEFORE = "the COMMIT never arrives: all is rolled back"
    AFTER = "the COMMIT is done, and its answer is lost"


class Wire:
    """Passes on what clients and PostgreSQL say to each other, and knows just enough of it to find a COMMIT."""

    def __init__(self, postgres: Path) -> None:
        self._postgres = postgres
        self.port = 0
        self.cuts = 0
        self.marked: dict[bytes, Cut] = {}
        "The transaction in which these bytes are sent is cut, once."
        self.at_random: Callable[[], Cut | None] = lambda: None
        "Asked at every other COMMIT."

    def url(self, user: str, database: str) -> str:
        """How to reach PostgreSQL over this wire."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}?sslmode=disable"

    async def serve(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        """One connection, until one of both ends it or it is cut."""
        server, to_server = await asyncio.open_unix_connection(self._postgres)
        line = _Line(self, client, to_client, server, to_server)
        ways = [asyncio.create_task(line.up()), asyncio.create_task(line.down())]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            for end in (to_client, to_server):
                end.transport.abort()
                with suppress(OSError):
                    await end.wait_closed()


class _Line:
    """One connection."""

    def __init__(
        self,
        wire: Wire,
        client: asyncio.StreamReader,
        to_client: asyncio.StreamWriter,
        server: asyncio.StreamReader,
        to_server: asyncio.StreamWriter,
    ) -> None:
        self._wire = wire
        self._client, self._to_client = client, to_client
        self._server, self._to_server = server, to_server
        self._marked: Cut | None = None
        self._last_answer = False

    async def up(self) -> None:
        """From the client, message by message: the first has no letter."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await self._pass_on(b"")
            while await self._pass_on(await self._client.readexactly(1)):
                await self._to_server.drain()

    async def _pass_on(self, letter: bytes) -> bool:
        length = await self._client.readexactly(4)
        body = await self._client.readexactly(int.from_bytes(length) - 4)
        for mark in [mark for mark in self._wire.marked if mark in body]:
            self._marked = self._wire.marked.pop(mark)
        if letter == b"Q" and body == b"COMMIT\0":
            cut, self._marked = self._marked or self._wire.at_random(), None
            self._wire.cuts += cut is not None
            if cut is Cut.BEFORE:
                return False
            self._last_answer = cut is Cut.AFTER
        self._to_server.write(letter + length + body)
        return True

    async def down(self) -> None:
        """From PostgreSQL, until what it says is the answer that shall be lost."""
        with suppress(ConnectionError):
            while (said := await self._server.read(1 << 16)) and not self._last_answer:
                self._to_client.write(said)
                await self._to_client.drain()


@asynccontextmanager
async def wire(postgres: Path) -> AsyncIterator[Wire]:
    """A wire to the PostgreSQL that listens on this socket."""
    made = Wire(postgres)
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        serving.add(task)
        try:
            await made.serve(reader, writer)
        finally:
            serving.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        await server.wait_closed()
