"""How uvicorn speaks HTTP: as it does, but the head of an answer goes out with the first of its body.

uvicorn writes them one after the other, and each write costs a system call and wakes the peer.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_HEAD = b"HTTP/1."


class JoiningTransport:
    """A transport that holds the head of an answer until the next write, at most until the loop's next turn."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: bytes | None = None

    def write(self, data: bytes) -> None:
        """Send, or hold a head."""
        if self._held is not None:
            head, self._held = self._held, None
            self._transport.writelines((head, data))
        elif data.startswith(_HEAD):
            self._held = data
            self._loop.call_soon(self._release)
        else:
            self._transport.write(data)

    def _release(self) -> None:
        if self._held is not None:
            head, self._held = self._held, None
            self._transport.write(head)

    def close(self) -> None:
        """Close it, when all is sent."""
        self._release()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        """All else is as with the transport itself."""
        return getattr(self._transport, name)


class JoiningProtocol(HttpToolsProtocol):
    """HTTP over such a transport."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """A client has connected."""
        super().connection_made(JoiningTransport(transport, self.loop))  # type: ignore[arg-type]  # as good as one
