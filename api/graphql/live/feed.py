"""A tenant's events in this process: read once from the table, kept for a moment, and walked by all subscribers.

Each subscriber has a place of its own and is given what stands behind it, so nothing is lost, doubled or out of order,
and one that is slow costs nobody memory: whoever is too far behind what is kept reads on from the table.
"""

from __future__ import annotations

import asyncio
import random
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import structlog

from api.graphql.live.ears import Ears
from api.graphql.live.events import BATCH, WINDOW, LiveEvent, events_after, events_within, newest
from api.graphql.live.watching import Watch
from domain.kernel.runtime import Runtime

MOST_KEPT: Final = 256
MOST_BYTES: Final = 2**20
LOOK_SECONDS: Final = 4.0
DEAF_LOOK_SECONDS: Final = 1.0

log = structlog.get_logger(__name__)


class Feed:
    """The events of one tenant, while somebody listens."""

    def __init__(self, runtime: Runtime, tenant_id: UUID, ears: Ears, gate: asyncio.Semaphore) -> None:
        self._runtime = runtime
        self._tenant_id = tenant_id
        self._ears = ears
        self._gate = gate
        self._kept: list[LiveEvent] = []
        self._bytes = 0
        self._head = -1
        self._told = asyncio.Event()
        self._news = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self.listeners = 0

    def begin(self) -> None:
        """Begin to follow the tenant."""
        self._ears.listen(self._tenant_id, self._told.set)
        self._running = asyncio.create_task(self._run())

    async def end(self) -> None:
        """Follow it no longer."""
        self._ears.forget(self._tenant_id)
        assert self._running is not None
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)

    async def next(self, place: int, watch: Watch) -> tuple[Sequence[LiveEvent], int]:
        """The next events after a place, waiting for them, and the place after them. Some may not be for the watch."""
        while place >= self._head:
            await self._news.wait()
        first = self._kept[0].sequence if self._kept else self._head + 1
        if place + 1 >= first:
            return self._kept[bisect_right(self._kept, place, key=_number) :], self._head
        upto = min(self._head, place + WINDOW)
        async with self._gate:
            found = await events_within(
                self._runtime, self._tenant_id, place, upto, sorted(watch.subjects), watch.ventures_read
            )
        return found, found[-1].sequence if len(found) == BATCH else upto

    async def beyond(self, place: int) -> None:
        """Return when there is an event after a place."""
        while place >= self._head:
            await self._news.wait()

    async def _run(self) -> None:
        failing = False
        while True:
            self._told.clear()
            try:
                more = await self._advance()
                failing = False
            except Exception as error:  # whatever it is, following goes on
                if not failing:
                    log.warning("events cannot be read now", error=type(error).__name__)
                failing, more = True, False
            if not more:
                usual = DEAF_LOOK_SECONDS if failing or self._ears.deaf else LOOK_SECONDS
                try:
                    async with asyncio.timeout(usual * random.uniform(0.8, 1.2)):
                        await self._told.wait()
                except TimeoutError:
                    pass

    async def _advance(self) -> bool:
        """Take in what has come. Answers whether there may be more."""
        async with self._gate:
            if self._head < 0:
                self._head = await newest(self._runtime, self._tenant_id)
                self._tell()  # to those who begin in the past
            found = await events_after(self._runtime, self._tenant_id, self._head)
        if not found:
            return False
        self._kept += found
        self._head = found[-1].sequence
        self._bytes += sum(event.size for event in found)
        dropped = 0
        while self._kept[dropped:] and (len(self._kept) - dropped > MOST_KEPT or self._bytes > MOST_BYTES):
            self._bytes -= self._kept[dropped].size
            dropped += 1
        del self._kept[:dropped]
        self._tell()
        return len(found) == BATCH

    def _tell(self) -> None:
        waiting, self._news = self._news, asyncio.Event()
        waiting.set()


def _number(event: LiveEvent) -> int:
    return event.sequence
