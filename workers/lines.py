"""A station's line of tenants: each has its turn, works off a little, and stands at the end again if there is more.

So one busy tenant cannot starve the rest, and while there are others it leaves as much time to them as its turn took,
for all of them share this process. Wake-ups only bring a tenant forward; without them the looks, once a second,
find what is due.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

import structlog

from domain.kernel.outages import is_outage
from workers.finding import Found

OTHERS_SECONDS = 1.0
"""How long a tenant counts as one of those that are served here, after its turn."""

FIRST_BACKOFF, LONGEST_BACKOFF = 0.25, 5.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Station:
    """What one kind of work is: where its due rows stand, who is told of it, and what a tenant's turn is.

    `turn` works off a little and answers whether there may be more.
    """

    name: str
    table: Found
    wakes: frozenset[str]
    turn: Callable[[UUID], Awaitable[bool]]
    at_once: int = 1


class Outage:
    """How long to wait while a server is away: logged once when it goes and once when it is back."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._pause = 0.0

    def over(self) -> None:
        """It answers."""
        if self._pause:
            log.info("back", what=self._what)
            self._pause = 0.0

    def next_pause(self, error: BaseException) -> float:
        """It does not answer: seconds to wait before the next try."""
        if not self._pause:
            log.warning("away; trying again", what=self._what, error=type(error).__name__)
        self._pause = min(max(self._pause * 2, FIRST_BACKOFF), LONGEST_BACKOFF)
        return self._pause * random.uniform(0.8, 1.2)


class Line:
    """The tenants that wait for a station in this process."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self._waiting: OrderedDict[UUID, None] = OrderedDict()
        self._served: set[UUID] = set()
        self._again: set[UUID] = set()
        self._pausing: set[UUID] = set()
        "Who has more to do and lets others go first; wake-ups do not end that."
        self._recent: OrderedDict[UUID, float] = OrderedDict()
        "When those that were served a moment ago had their last turn, by that."
        self._somebody = asyncio.Event()
        self._outage = Outage(station.name)

    def add(self, tenant_id: UUID) -> None:
        """Let a tenant stand in line, once."""
        if tenant_id in self._served:
            self._again.add(tenant_id)
        elif tenant_id not in self._pausing:
            self._waiting.setdefault(tenant_id)
            self._somebody.set()

    async def serve(self, stop: asyncio.Event) -> None:
        """Serve tenants, as many at once as the station does, until told to stop; then end the turns that are on."""
        servers = [asyncio.create_task(self._serve_one_by_one(stop)) for _ in range(self.station.at_once)]
        try:
            await stop.wait()
            self._somebody.set()
            await asyncio.gather(*servers)
        finally:
            for server in servers:
                server.cancel()

    async def _serve_one_by_one(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            if not self._waiting:
                self._somebody.clear()
                await self._somebody.wait()
                continue
            tenant_id, _ = self._waiting.popitem(last=False)
            self._served.add(tenant_id)
            began = time.monotonic()
            try:
                more = await self._turn(tenant_id, stop)
            finally:
                self._served.discard(tenant_id)
            ended = time.monotonic()
            others = self._has_others(tenant_id, ended)
            if more and others:
                self._pausing.add(tenant_id)
                asyncio.get_running_loop().call_later(ended - began, self._go_on, tenant_id)
            elif more or tenant_id in self._again:
                self.add(tenant_id)
            self._again.discard(tenant_id)

    def _go_on(self, tenant_id: UUID) -> None:
        self._pausing.discard(tenant_id)
        self.add(tenant_id)

    def _has_others(self, tenant_id: UUID, now: float) -> bool:
        """Whether others were served a moment ago; notes that this one was."""
        self._recent[tenant_id] = now
        self._recent.move_to_end(tenant_id)
        while now - next(iter(self._recent.values())) > OTHERS_SECONDS:
            self._recent.popitem(last=False)
        return len(self._recent) > 1

    async def _turn(self, tenant_id: UUID, stop: asyncio.Event) -> bool:
        with structlog.contextvars.bound_contextvars(station=self.station.name, tenant_id=str(tenant_id)):
            try:
                more = await self.station.turn(tenant_id)
            except asyncio.CancelledError:
                raise
            except Exception as error:
                if not is_outage(error):
                    log.error("turn failed", exc_info=True)
                await wait_for(stop, self._outage.next_pause(error))
                return False
            self._outage.over()
            return more


async def wait_for(stop: asyncio.Event, seconds: float) -> None:
    """Wait some seconds, or until told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass
