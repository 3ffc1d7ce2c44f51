"""The bodies of deliveries to endpoints with a payload document: written after the relay's commit, outside its lock.

The relay leaves a row of work for each event that has such deliveries, and the deliveries not due. Here the document is
answered once for each event and form, the body stored, and the deliveries made due in one transaction; so whoever dies
leaves either a delivery that is not due and a row that says so, or one that is due and has its body. What cannot be
answered is sent without the selection, with the reason.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.kernel.errors import Busy
from domain.kernel.faults import crash_point
from domain.kernel.machinery import Event, EventBody
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.selections import Failure, Selection, Selections, Subject
from domain.kernel.work import Work, perform, unit_of_work
from domain.webhooks.bodies import body_of, form_of, reader_of
from domain.webhooks.tables import WebhookEndpoint
from workers.claims import Claim, Queue, claim, fail, release, remove
from workers.standing import TOLD

SELECTIONS = Queue.of_work("selection", attempts=1_000_000, standing=TOLD)
"""A row is never parked: after `TRIES` runs that did not come back, its bodies are written without an answer."""
TRIES = 5
AT_A_TURN = 50
TURN_SECONDS = 3.0
TURN_BYTES = 16 * 2**20
"""What is not begun before so much time or so many bytes of bodies is left to the next turn."""
SLOW_ONES = 4
"""After so many answers in a row that took too long, a form's other events of the turn go out without being tried."""
AT_ONCE = 4
OF_ONE_FORM = 2
"""Documents that are answered at the same time, in all and of one form."""
LONGEST_ERROR = 500

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper

log = structlog.get_logger(__name__)


@dataclass
class Lane:
    """The events that go out in one form, and whose deliveries wait for it. `endpoint` is one of those that want it."""

    form: str
    endpoint: Any
    deliveries: dict[UUID, list[UUID]] = field(default_factory=dict)
    "By the event."
    endpoints: dict[UUID, str | None] = field(default_factory=dict)
    "Every endpoint that wants it, with what it says is wrong with its document."
    verdict: Selection | None = None
    "The last answer, if any."
    slow: int = 0
    "How many answers in a row took too long."


@dataclass(frozen=True)
class Batch:
    """What one turn is about."""

    claims: Sequence[Claim]
    events: Mapping[UUID, Any]
    "Rows of the table `event`."
    lanes: Sequence[Lane]
    bodiless: Sequence[UUID]
    "Deliveries that get no body any more: the event is no longer kept."


async def read_selections(runtime: Runtime, tenant_id: UUID) -> int:
    """Write the bodies of some of a tenant's events that wait for them. Answers how many were taken."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        batch = await _batch(work, await claim(work, SELECTIONS, AT_A_TURN))
    if not batch.claims:
        return 0
    crash_point("selection.after_claim")
    turn = _Turn(runtime, tenant_id, batch)
    served = await asyncio.gather(*(turn.serve(lane) for lane in batch.lanes), return_exceptions=True)
    if failed := [result for result in served if result is not None]:
        raise failed[0]  # the leases run out, and what is not stored is done again
    await turn.end()
    return len(batch.claims)


async def _batch(work: Work, claims: Sequence[Claim]) -> Batch:
    """What waits for the events of some claims, by the form in which its endpoint wants it now."""
    if not claims:
        return Batch((), {}, (), ())
    ids = [one.key for one in claims]
    rows = await work.session.execute(sa.select(EVENT).where(EVENT.c.tenant_id == work.tenant_id, EVENT.c.id.in_(ids)))
    events = {row.id: row for row in rows}
    waiting = sa.text(
        "SELECT d.id AS delivery_id, d.event_id, e.id, e.payload, e.role, e.document, e.document_error, e.venture_ids "
        "FROM delivery d JOIN webhook_endpoint e ON e.tenant_id = :tenant AND e.id = d.endpoint_id "
        "WHERE d.tenant_id = :tenant AND d.event_id = ANY(CAST(:events AS uuid[])) "
        "AND d.state = 'pending' AND d.due IS NULL ORDER BY d.id"
    )
    lanes: dict[str, Lane] = {}
    bodiless = []
    for row in await work.session.execute(waiting, {"tenant": work.tenant_id, "events": ids}):
        if row.event_id not in events:
            bodiless.append(row.delivery_id)
            continue
        form = form_of(row.payload, row.role, row.document, row.venture_ids)
        lane = lanes.setdefault(form, Lane(form, row))
        lane.deliveries.setdefault(row.event_id, []).append(row.delivery_id)
        lane.endpoints[row.id] = row.document_error
    return Batch(claims, events, list(lanes.values()), bodiless)


class _Turn:
    """One turn: the lanes side by side, each event by event, a few documents at a time."""

    def __init__(self, runtime: Runtime, tenant_id: UUID, batch: Batch) -> None:
        assert runtime.selections is not None
        self._selections: Selections = runtime.selections
        self._runtime = runtime
        self._tenant_id = tenant_id
        self._batch = batch
        self._attempts = {one.key: one.attempts for one in batch.claims}
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._stops = time.monotonic() + TURN_SECONDS
        self._bytes = 0
        self._later: set[UUID] = set()
        "Events for which there was no time."
        self._busy: set[UUID] = set()
        "Events for which the database had no answer."

    async def serve(self, lane: Lane) -> None:
        """Answer the document of a lane for its events, and store what comes of it."""
        bodies: dict[UUID, str] = {}
        waiting = iter(lane.deliveries)
        await asyncio.gather(*(self._answer(lane, waiting, bodies) for _ in range(OF_ONE_FORM)))
        if bodies:
            crash_point("selection.before_store")
            await self._store(lane, bodies)
            crash_point("selection.after_store")
            self._runtime.wakes.wake("delivery", self._tenant_id)
            await self._tell(lane)

    async def _answer(self, lane: Lane, waiting: Iterator[UUID], bodies: dict[UUID, str]) -> None:
        """Add the bodies of events, one after the other, while there is time."""
        for event_id in waiting:
            async with self._gate:
                if time.monotonic() > self._stops or self._bytes > TURN_BYTES:
                    self._later.add(event_id)
                    continue
                try:
                    selection = await self._selection(lane, event_id)
                except Busy:
                    self._busy.add(event_id)
                    continue
            event = self._batch.events[event_id]
            bodies[event_id] = body_of(self._tenant_id, event, event.sequence, lane.form, selection)
            self._bytes += len(bodies[event_id])

    async def _selection(self, lane: Lane, event_id: UUID) -> Selection | None:
        """The answer for one event; None where the endpoint has no document any more."""
        endpoint, event = lane.endpoint, self._batch.events[event_id]
        if endpoint.document is None:
            return None
        if self._attempts[event_id] > TRIES:
            return Selection.failed(Failure.INTERNAL, "answering the document did not come to an end")
        if lane.slow >= SLOW_ONES:
            return Selection.failed(Failure.TIMEOUT, "the document took too long for the events before this one")
        reader = reader_of(self._tenant_id, endpoint.role, endpoint.venture_ids)
        subject = Subject(event.subject_type, event.subject_id, event.venture_id)
        try:
            lane.verdict = await self._selections.read(endpoint.document, reader, subject)
            lane.slow = lane.slow + 1 if lane.verdict.failure is Failure.TIMEOUT else 0
            return lane.verdict
        except Busy:
            raise
        except Exception as error:  # whatever is wrong with one document must not hold up its events
            log.error("payload document failed", event_id=str(event_id), error=type(error).__name__, exc_info=True)
            return Selection.failed(Failure.INTERNAL, "answering the document failed on our side")

    async def _store(self, lane: Lane, bodies: Mapping[UUID, str]) -> None:
        """The bodies, and the deliveries due. Where another worker was quicker, its body stays and is what is sent."""
        rows = [
            {"tenant_id": self._tenant_id, "event_id": event_id, "form": lane.form, "body": body}
            for event_id, body in bodies.items()
        ]
        async with unit_of_work(self._runtime, Principal.worker(self._tenant_id)) as work:
            await work.session.execute(upsert(BODY).on_conflict_do_nothing(), rows)
            await _make_due(work, [id for event_id in bodies for id in lane.deliveries[event_id]], lane.form)

    async def _tell(self, lane: Lane) -> None:
        """Have the lane's endpoints say what is wrong with their document, or that it is right again."""
        if lane.verdict is None:
            return
        failure = lane.verdict.failure
        wrong = lane.verdict.message[:LONGEST_ERROR] if failure is not None and failure.of_the_document else None
        for endpoint_id, said in lane.endpoints.items():
            if said != wrong:
                await self._say(endpoint_id, lane.endpoint.document, wrong)

    async def _say(self, endpoint_id: UUID, document: str, wrong: str | None) -> None:
        async def act(work: Work) -> None:
            endpoint = await work.get(WebhookEndpoint, endpoint_id, lock=True)
            if endpoint.document == document:
                endpoint.document_error = wrong

        await perform(self._runtime, Principal.worker(self._tenant_id), act)
        log.warning("payload document does not fit", endpoint_id=str(endpoint_id), fits=wrong is None)

    async def end(self) -> None:
        """Take away the rows of what is done; the others are looked at again."""
        async with unit_of_work(self._runtime, Principal.worker(self._tenant_id)) as work:
            await _make_due(work, self._batch.bodiless, None)
            left = self._later | self._busy
            await remove(work, SELECTIONS, [one for one in self._batch.claims if one.key not in left])
            for one in self._batch.claims:
                if one.key in self._busy:
                    await fail(work, SELECTIONS, one, "the database had no answer")
                elif one.key in self._later:
                    await release(work, SELECTIONS, one)


async def _make_due(work: Work, deliveries: Sequence[UUID], form: str | None) -> None:
    """Let deliveries be sent that were waiting, in the form that they have by now."""
    if deliveries:
        await work.session.execute(
            sa.text(
                "UPDATE delivery SET due = :now, form = coalesce(CAST(:form AS text), form) "
                "WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[])) AND state = 'pending' AND due IS NULL"
            ),
            {"tenant": work.tenant_id, "now": work.now, "form": form, "ids": list(deliveries)},
        )
