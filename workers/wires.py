"""The bytes of one connection to a stranger, to a checked address: what `httpcore` speaks HTTP over.

Its own streams stand on a library that serves several kinds of event loops, and looking up which takes longer than all
that is done here for a delivery.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from domain.kernel.addresses import Address

MOST_UNREAD = 65_536
"""Bytes that are kept unread; the other side waits then."""


class Wire(asyncio.Protocol, httpcore.AsyncNetworkStream):
    """One connection. It knows how many bytes have come in, and sends a request's head and body together."""

    def __init__(self) -> None:
        self.bytes = 0
        self._transport: asyncio.Transport | None = None
        self._unread = bytearray()
        self._to_send: list[bytes] = []
        self._ended = False
        self._fault: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._secured = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The loop has connected it."""
        self._transport = transport  # type: ignore[assignment]  # uvloop's are no subclass

    def data_received(self, data: bytes) -> None:
        """Keep what came in until it is read."""
        self._unread += data
        self.bytes += len(data)
        if len(self._unread) > MOST_UNREAD:
            self._open.pause_reading()
        self._wake()

    def eof_received(self) -> bool:
        """The other side sends nothing more; whether ours may still."""
        self._ended = True
        self._wake()
        return not self._secured

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._ended, self._fault = True, exc
        self._wake()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Send what is to be sent, and answer what came in; nothing where the other side has ended."""
        if self._to_send:
            request = b"".join(self._to_send)
            self._to_send.clear()
            if not self._open.is_closing():  # whoever hangs up early may have answered before
                self._open.write(request)
        if not self._unread and not self._ended:
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout):
                    await self._waiter
            except TimeoutError as error:
                raise httpcore.ReadTimeout("nothing came in") from error
            finally:
                self._waiter = None
        if not self._unread and self._fault is not None:
            raise httpcore.ReadError("the connection was cut") from self._fault
        data = bytes(self._unread[:max_bytes])
        paused = len(self._unread) > MOST_UNREAD
        del self._unread[:max_bytes]
        if paused and len(self._unread) <= MOST_UNREAD and not self._open.is_closing():
            self._open.resume_reading()
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Keep it until the answer is read."""
        self._to_send.append(buffer)

    async def aclose(self) -> None:
        """Close it, without waiting for the other side."""
        self._open.close()
        await asyncio.sleep(0)
        self._open.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Speak TLS from now on. Raises `httpcore.ConnectError`, whose cause says what is wrong."""
        loop, self._secured = asyncio.get_running_loop(), True
        try:
            async with asyncio.timeout(timeout):
                secured = await loop.start_tls(self._open, self, ssl_context, server_hostname=server_hostname)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("no TLS in time") from error
        except (OSError, ssl.SSLError) as error:
            self._open.abort()
            raise httpcore.ConnectError("no TLS") from error
        assert secured is not None
        self._transport = secured
        return self

    def get_extra_info(self, info: str) -> Any:  # Any: httpcore's own signature
        """What `httpcore` asks: whether reading would answer at once, and what the loop knows of the socket."""
        if info == "is_readable":
            return bool(self._unread) or self._ended
        names = {"client_addr": "sockname", "server_addr": "peername"}
        return self._open.get_extra_info(names.get(info, info))

    @property
    def _open(self) -> asyncio.Transport:
        assert self._transport is not None
        return self._transport

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class ToAddress(httpcore.AsyncNetworkBackend):
    """Connects to one address, whatever the name is; Host and SNI stay the name."""

    def __init__(self, address: Address) -> None:
        self.wire: Wire | None = None
        self._address = address

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the address. Raises `httpcore.ConnectError` and `httpcore.ConnectTimeout`."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                _, self.wire = await loop.create_connection(Wire, str(self._address), port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout("no connection in time") from error
        except OSError as error:
            raise httpcore.ConnectError("no connection") from error
        return self.wire

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never."""
        raise httpcore.ConnectError("nothing is sent to a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)
