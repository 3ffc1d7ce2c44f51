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
from contextlib import suppress

import httpcore

from domain.kernel.addresses import Address
from workers.wires import ToAddress

IDLE_SECONDS = 5.0
"""How long one waits for the next request: less than servers usually keep theirs."""

KEPT_SECONDS = 300.0
"""How old one becomes: so that a certificate that is no longer trusted is noticed."""

IDLE_IN_ALL = 256
IDLE_OF_ORIGIN = 64

Place = tuple[bytes, bytes, int]
"""An origin: scheme, host and port."""


class Connection:
    """One connection to one address of an origin, made with its first request."""

    def __init__(self, origin: httpcore.Origin, address: Address, certificates: ssl.SSLContext) -> None:
        self.place = place_of(origin)
        self.address = address
        self._heard_before = 0
        self._made_at = time.monotonic()
        self._network = ToAddress(address)
        self._http = httpcore.AsyncHTTPConnection(
            origin,
            ssl_context=certificates,
            keepalive_expiry=IDLE_SECONDS,
            http2=False,
            retries=0,
            network_backend=self._network,
        )

    async def send(self, request: httpcore.Request) -> httpcore.Response:
        """The answer's head. Raises what httpcore raises; `silent` then tells whether any of an answer came."""
        self._heard_before = self._heard
        return await self._http.handle_async_request(request)

    @property
    def silent(self) -> bool:
        """Whether nothing at all has come in since the present request was begun."""
        return self._heard == self._heard_before

    @property
    def over(self) -> bool:
        """Whether its last answer was read to the end, and our side has not closed it."""
        return self._http.is_idle()

    @property
    def reusable(self) -> bool:
        """Whether its last answer was read to the end, and neither side has closed it."""
        old = time.monotonic() - self._made_at > KEPT_SECONDS
        return not old and self._http.is_idle() and not self._http.has_expired()

    async def close(self) -> None:
        """Close it. Never fails."""
        with suppress(Exception):  # whatever the other side does now, it is of no interest any more
            await self._http.aclose()

    @property
    def _heard(self) -> int:
        return 0 if self._network.wire is None else self._network.wire.bytes


def place_of(origin: httpcore.Origin) -> Place:
    """The origin as a key."""
    return (origin.scheme, origin.host, origin.port)


class Connections:
    """The idle connections of a process."""

    def __init__(self) -> None:
        self._idle: defaultdict[Place, list[Connection]] = defaultdict(list)
        self._sweep: asyncio.TimerHandle | None = None
        self._closing: set[asyncio.Task[None]] = set()

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
            self._drop(connection)
        return None

    def give(self, connection: Connection) -> None:
        """Keep a connection for the next request, or close it where it cannot be used again or there are enough."""
        of_origin = self._idle.get(connection.place, ())
        if not connection.over or len(of_origin) >= IDLE_OF_ORIGIN or len(self) >= IDLE_IN_ALL:
            self._drop(connection)
            return
        self._idle[connection.place].append(connection)
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._swept)

    async def close(self) -> None:
        """Close all of them."""
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        for connections in self._idle.values():
            for connection in connections:
                self._drop(connection)
        self._idle.clear()
        if self._closing:
            await asyncio.wait(self._closing, timeout=1)

    def _swept(self) -> None:
        """Close what has waited too long."""
        self._sweep = None
        for place in list(self._idle):
            kept = []
            for connection in self._idle[place]:
                if connection.reusable:
                    kept.append(connection)
                else:
                    self._drop(connection)
            if kept:
                self._idle[place] = kept
            else:
                del self._idle[place]
        if self._idle:
            self._sweep = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._swept)

    def _drop(self, connection: Connection) -> None:
        task = asyncio.create_task(connection.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
