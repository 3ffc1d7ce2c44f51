"""Following: for one subscription, the events it wants, each as the bytes to be sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import asyncpg
import orjson
import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.graphql.live.access import PrincipalOf, Watchman
from api.graphql.live.bounds import SUBSCRIPTIONS, Bounds, Seats
from api.graphql.live.ears import Ears
from api.graphql.live.events import LiveEvent, newest, starting_place
from api.graphql.live.feed import Feed
from api.graphql.live.opening import Subscription
from api.graphql.live.reading import Reading, Readings
from api.graphql.live.watching import Watch
from api.graphql.refusals import refusal_of
from api.graphql.running import masked
from domain.kernel.errors import Busy
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime

READS_AT_ONCE: Final = 4
"""Reads for subscribers at the same time: requests must find connections too."""

RETRY_SECONDS: Final = 1.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """One result to be sent, as JSON, with the number of its event.

    Without a payload it only says how far the subscription has come: nothing behind that number is still to be sent.
    """

    sequence: int
    payload: bytes | None


class Live:
    """All subscriptions of a process. Nothing runs until somebody subscribes."""

    def __init__(self, runtime: Runtime, principal_of: PrincipalOf, bounds: Bounds | None = None) -> None:
        self.bounds = bounds or Bounds()
        self.seats = Seats(self.bounds)
        self.watchman = Watchman(principal_of, self.bounds.unknown_seconds)
        self.ending = asyncio.Event()
        "Set when the process is about to end: streams end then, and their readers come again elsewhere."
        self._runtime = runtime
        self._gate = asyncio.Semaphore(READS_AT_ONCE)
        self._readings = Readings(runtime, self._gate)
        self._ears = Ears(runtime.wakes.client)
        self._feeds: dict[UUID, Feed] = {}
        self._leaving: set[asyncio.Task[None]] = set()

    async def newest(self, tenant_id: UUID) -> int | None:
        """The number of the tenant's newest event; None where it cannot be told now."""
        try:
            async with self._gate:
                return await newest(self._runtime, tenant_id)
        except _AWAY:
            return None

    async def follow(self, principal: Principal, subscription: Subscription) -> AsyncIterator[Message]:
        """The messages of a subscription, for ever; the first says where it begins. Raises what opening it raises."""
        watch = subscription.watch
        reading = self._readings.obtain(principal, subscription.shown, watch)
        try:
            async with self._gate:
                place = await starting_place(self._runtime, principal.tenant_id, subscription.after)
        except _AWAY:
            raise Busy("the database cannot answer at this moment; try again") from None
        with self._listening(principal.tenant_id) as feed, SUBSCRIPTIONS.track_inprogress():
            yield Message(place, None)
            while True:
                try:
                    events, place_after = await feed.next(place, watch)
                except _AWAY as error:
                    log.info("stored events cannot be read now", error=type(error).__name__)
                    await asyncio.sleep(RETRY_SECONDS)
                    continue
                for event in events:
                    if watch.takes(event) and (message := await self._message(reading, event, watch)) is not None:
                        yield message
                place = place_after
                yield Message(place, None)

    async def beyond(self, principal: Principal, place: int, seconds: float) -> bool:
        """Wait for an event after a place; whether there is one. Raises `Refused` where too many wait already."""
        with self.seats.taken(principal, "poll"), self._listening(principal.tenant_id) as feed:
            waits = [asyncio.ensure_future(feed.beyond(place)), asyncio.ensure_future(self.ending.wait())]
            try:
                done, _ = await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for wait in waits:
                    wait.cancel()
        return waits[0] in done

    async def _message(self, reading: Reading, event: LiveEvent, watch: Watch) -> Message | None:
        while True:
            try:
                payload = await reading.message(event, watch)
                return None if payload is None else Message(event.sequence, payload)
            except _AWAY as error:
                log.info("a subject cannot be read now", error=type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)
            except Exception as error:
                return Message(event.sequence, _failure(error, event))

    @contextmanager
    def _listening(self, tenant_id: UUID) -> Iterator[Feed]:
        feed = self._feeds.get(tenant_id)
        if feed is None:
            feed = self._feeds[tenant_id] = Feed(self._runtime, tenant_id, self._ears, self._gate)
            feed.begin()
        feed.listeners += 1
        try:
            yield feed
        finally:
            feed.listeners -= 1
            if not feed.listeners:
                del self._feeds[tenant_id]
                leaving = asyncio.create_task(feed.end())
                self._leaving.add(leaving)
                leaving.add_done_callback(self._leaving.discard)

    async def close(self) -> None:
        """End all that runs for subscribers."""
        self.ending.set()
        await self.watchman.close()
        await asyncio.gather(*(feed.end() for feed in self._feeds.values()), *self._leaving, return_exceptions=True)
        await self._ears.close()


_AWAY: Final = (
    Busy,
    OSError,
    SQLAlchemyError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
)
"""What is raised where the database cannot be reached, or has no connection left: it is tried again."""


def _failure(error: Exception, event: LiveEvent) -> bytes:
    """The result in place of an event that could not be read: the stream goes on behind it."""
    refused = refusal_of(error)
    request_id = str(structlog.contextvars.get_contextvars().get("request_id", ""))
    if refused is None:
        log.error("an event could not be shown", sequence=event.sequence, exc_info=error)
    code, message = ("INTERNAL", masked(request_id)) if refused is None else (refused.code, refused.message)
    extensions = {"code": code, "requestId": request_id, "sequence": event.sequence}
    return orjson.dumps({"errors": [{"message": message, "extensions": extensions}], "data": None})
