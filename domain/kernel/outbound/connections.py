"""Connections that are kept for the next request to the same place: few, for a short while, and only where they may be.

A connection belongs to one origin and to the one checked address that it was made to. It is used again only while that
address is among those that the name has now and that may be used now; who asks tells these with every request.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections import defaultdict
from collections.abc import Collection

from domain.kernel.addresses import Address
from domain.kernel.outbound.wires import MOST_OF_ANSWER, Heard, Wire

CONNECT_SECONDS = 10.0

IDLE_SECONDS = 5.0
"""How long one waits for the next request: less than servers usually keep theirs."""

KEPT_SECONDS = 300.0
"""How old one becomes: so that a certificate that is no longer trusted is noticed."""

IDLE_IN_ALL = 256
IDLE_OF_ORIGIN = 64

Place = tuple[str, str, int]
"""An origin: scheme, host and port."""


class NotConnected(OSError):
    """There is no connection to the address; the cause says why."""


class Connection:
    """One connection to one address of an origin, made with its first request; host and SNI stay the origin's."""

    def __init__(self, place: Place, address: Address, certificates: ssl.SSLContext) -> None:
        self.place = place
        self.address = address
        self._certificates = certificates
        self._wire: Wire | None = None
        self._heard_before = 0
        self._made_at = self._used_at = time.monotonic()

    async def ask(self, request: bytes, most: int = MOST_OF_ANSWER) -> Heard:
        """The answer to a request, as `Wire.ask` hears it. Raises `NotConnected`, `Cut`, `NoHTTP` and `TimeoutError`.

        `silent` then tells whether any of an answer came.
        """
        if self._wire is None:
            self._wire = await self._connected()
        self._heard_before = self._wire.bytes
        try:
            return await self._wire.ask(request, most)
        finally:
            self._used_at = time.monotonic()

    async def _connected(self) -> Wire:
        scheme, host, port = self.place
        loop, secured = asyncio.get_running_loop(), scheme == "https"
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, wire = await loop.create_connection(
                    Wire,
                    str(self.address),
                    port,
                    ssl=self._certificates if secured else None,
                    server_hostname=host if secured else None,
                )
        except TimeoutError:
            raise
        except OSError as error:
            raise NotConnected("no connection") from error
        return wire

    @property
    def silent(self) -> bool:
        """Whether nothing at all has come in since the present request was begun."""
        return self._wire is None or self._wire.bytes == self._heard_before

    @property
    def over(self) -> bool:
        """Whether its last answer was read to the end, and neither side has closed it."""
        return self._wire is not None and self._wire.idle

    @property
    def reusable(self) -> bool:
        """Whether another request may be sent over it now."""
        now = time.monotonic()
        return self.over and now - self._made_at <= KEPT_SECONDS and now - self._used_at <= IDLE_SECONDS

    def close(self) -> None:
        """Close it, without waiting for the other side."""
        if self._wire is not None:
            self._wire.close()


class Connections:
    """The idle connections of a process."""

    def __init__(self) -> None:
        self._idle: defaultdict[Place, list[Connection]] = defaultdict(list)
        self._sweep: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return sum(map(len, self._idle.values()))

    def take(self, place: Place, usable: Collection[Address]) -> Connection | None:
        """The connection used last that can be used again; on the way to it, those that cannot are closed."""
        waiting = self._idle.get(place)
        while waiting:
            connection = waiting.pop()
            if not waiting:
                del self._idle[place]
            if connection.address in usable and connection.reusable:
                return connection
            connection.close()
        return None

    def give(self, connection: Connection) -> None:
        """Keep a connection for the next request, or close it where it cannot be used again or there are enough."""
        of_origin = self._idle.get(connection.place, ())
        if not connection.over or len(of_origin) >= IDLE_OF_ORIGIN or len(self) >= IDLE_IN_ALL:
            connection.close()
            return
        self._idle[connection.place].append(connection)
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._swept)

    def close(self) -> None:
        """Close all of them."""
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def _swept(self) -> None:
        """Close what has waited too long."""
        self._sweep = None
        for place in list(self._idle):
            kept = []
            for connection in self._idle[place]:
                if connection.reusable:
                    kept.append(connection)
                else:
                    connection.close()
            if kept:
                self._idle[place] = kept
            else:
                del self._idle[place]
        if self._idle:
            self._sweep = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._swept)
