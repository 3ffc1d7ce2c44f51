"""HTTP/1.1 over one connection to a stranger: a request's bytes go out, the beginning of its answer comes back.

What comes in is read by the parser of Node.js (`httptools`), as fast as it comes and never more than is kept: an answer
that is longer, or has no end, ends with the connection.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import httptools

MOST_OF_ANSWER = 16_384
"""Bytes of an answer's body that are kept, unless said; of one that has more nothing else is read."""

MOST_BESIDE = 65_536
"""Bytes of an answer that are no body: first line, headers, interim answers, sizes of chunks."""


class NoHTTP(Exception):
    """What came in is no HTTP."""


class Cut(ConnectionError):
    """The connection ended before an answer."""


@dataclass(slots=True)
class Heard:
    """An answer, as far as it was heard: the body may have had more."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    "By name in small letters; of several of a name the first."
    body: bytearray = field(default_factory=bytearray)


class Wire(asyncio.Protocol):
    """One connection: one request at a time, and the next only while it is `idle`."""

    def __init__(self) -> None:
        self.bytes = 0
        "All that has come in."
        self.idle = True
        "Whether the last answer has ended where it should, and nothing has come since: another request may follow."
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._heard = Heard()
        self._has_head = False
        self._beside = 0
        self._most = MOST_OF_ANSWER
        self._waiter: asyncio.Future[Heard] | None = None

    async def ask(self, request: bytes, most: int = MOST_OF_ANSWER) -> Heard:
        """Send a request and hear its answer: `most` bytes of its body, and one chunk. Raises `Cut` and `NoHTTP`."""
        assert self._transport is not None
        if not self.idle or self._transport.is_closing():
            raise Cut("the connection is closed")
        self.idle, self._has_head, self._beside, self._most = False, False, 0, most
        self._waiter = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            return await self._waiter
        finally:
            self._waiter = None

    def close(self) -> None:
        """Close it, without waiting for the other side."""
        self.idle = False
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The loop has connected it."""
        self._transport = transport  # type: ignore[assignment]  # uvloop's are no subclass

    def data_received(self, data: bytes) -> None:
        """Read what came in, as long as somebody waits for it."""
        self.bytes += len(data)
        if self._waiter is None or self._waiter.done():
            self.close()  # nobody has asked for anything
            return
        body = len(self._heard.body)
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._end()  # it wants to speak something else: the answer stands, the connection does not
            self.close()
            return
        except httptools.HttpParserError as error:
            self._end_or_fail(NoHTTP(str(error)))
            self.close()
            return
        self._beside += len(data) - (len(self._heard.body) - body)
        if self._waiter.done():
            return
        if len(self._heard.body) > self._most or self._beside > MOST_BESIDE:
            self._end_or_fail(NoHTTP("it has no end"))
            self.close()

    def eof_received(self) -> bool:
        """The other side sends nothing more, and so gets nothing more."""
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone; an answer without a length has ended with it."""
        self.idle = False
        self._end_or_fail(Cut("the connection was cut"))

    def on_message_begin(self) -> None:
        """The parser: a first line begins, of the answer or of a second one that nobody has asked for."""
        self._heard, self._has_head, self.idle = Heard(), False, False

    def on_header(self, name: bytes, value: bytes) -> None:
        """The parser: a header, or one behind a body, where it tells nothing any more."""
        if not self._has_head:
            self._heard.headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))

    def on_headers_complete(self) -> None:
        """The parser: the head is there."""
        if self._parser.get_http_version() not in ("1.0", "1.1"):
            raise NoHTTP("it is of another version")
        self._heard.status = self._parser.get_status_code()
        self._has_head = True

    def on_body(self, body: bytes) -> None:
        """The parser: a part of the body."""
        if len(self._heard.body) <= self._most:
            self._heard.body += body

    def on_message_complete(self) -> None:
        """The parser: an answer has ended; an interim one is followed by another."""
        if self._heard.status < 200:
            self._has_head = False
            return
        if self._waiter is None or self._waiter.done():
            return
        self.idle = self._parser.should_keep_alive() and len(self._heard.body) <= self._most
        self._end()

    def _end_or_fail(self, error: Exception) -> None:
        """The answer ends here, where it has a head."""
        if self._has_head and self._heard.status >= 200:
            self._end()
        elif self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(error)

    def _end(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(self._heard)
