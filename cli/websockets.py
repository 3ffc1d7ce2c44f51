"""How uvicorn speaks WebSocket: as it does, but nothing more is read from a peer that does not read.

uvicorn answers pings as they come, whether or not the answers are taken, so that a flood of them would fill the memory.
"""

from __future__ import annotations

from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol


class BoundedProtocol(WebSocketsSansIOProtocol):
    """A WebSocket whose reading waits for its writing."""

    def pause_writing(self) -> None:
        """More is to be written than the peer takes."""
        super().pause_writing()
        self._pause_reading()

    def resume_writing(self) -> None:
        """The peer has taken what was written."""
        super().resume_writing()
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

    async def receive(self) -> Any:  # Any: an event of ASGI
        """The next message, which lets the one after it in only where the peer reads."""
        message = await super().receive()
        if not self.writable.is_set():
            self._pause_reading()
        return message

    def _pause_reading(self) -> None:
        if not self.transport.is_closing():
            self.transport.pause_reading()
