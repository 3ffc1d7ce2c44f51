"""Replays: sending an endpoint again what it was told since a time, in slices, each of which commits its progress.

What is sent again keeps its delivery, and so its webhook-id and its bytes; an event that the endpoint was never told
gets a delivery of its own. A slice waits while much is to be sent to the endpoint already, so that a replay of a month
is a line of bounded length, and what happens now is not behind all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.kernel.faults import crash_point
from domain.kernel.machinery import Event, EventBody
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.webhooks.bodies import body_of, form_of, has_selection
from domain.webhooks.event_types import matches
from domain.webhooks.events import TEST
from domain.webhooks.matching import Told, Wish
from domain.webhooks.tables import Delivery, DeliveryReplay, DeliveryState, ReplayState, WebhookEndpoint
from workers.claims import Claim, Queue
from workers.relay import delivery_of
from workers.running import run_due
from workers.selections import SELECTIONS

REPLAYS = Queue.of_work("replay")
SLICE: Final = 200
"""Events or deliveries that one slice looks at."""

MOST_WAITING: Final = 500
"""Deliveries that wait for the endpoint: with so many the replay waits as well."""

PAUSE = timedelta(seconds=1)
CLOCKS_APART = timedelta(hours=1)

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: sa.Table = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper


async def replay_some(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with a replay of the tenant, where one is due. Answers whether there was one."""
    done = await run_due(runtime, tenant_id, REPLAYS, _slice, 1)
    if done:
        runtime.wakes.wake("delivery", tenant_id)
    return done


async def _slice(work: Work, claim: Claim) -> datetime | None:
    replay = await _running(work, claim.key)
    if replay is None:
        return None
    endpoint = await _open_endpoint(work, replay.endpoint_id)
    if endpoint is None:
        replay.state, replay.finished_at = ReplayState.CANCELLED, work.now
        return None
    if await _waiting(work, replay.endpoint_id) >= MOST_WAITING:
        return work.now + PAUSE
    again = _failed_again if replay.only_failed else _events_again
    looked_at = await again(work, replay, endpoint)
    crash_point("replay.after_slice")
    replay.looked_at += looked_at
    if looked_at < SLICE:
        replay.state, replay.finished_at = ReplayState.DONE, work.now
        return None
    return work.now


async def _running(work: Work, id: UUID) -> DeliveryReplay | None:
    """The replay, held; None where it is over or cancelled."""
    statement = sa.select(DeliveryReplay).where(
        col(DeliveryReplay.tenant_id) == work.tenant_id,
        col(DeliveryReplay.id) == id,
        col(DeliveryReplay.state) == ReplayState.RUNNING,
    )
    found = await work.session.execute(statement.with_for_update(key_share=True))
    return found.scalar_one_or_none()


async def _open_endpoint(work: Work, id: UUID) -> WebhookEndpoint | None:
    statement = sa.select(WebhookEndpoint).where(
        col(WebhookEndpoint.tenant_id) == work.tenant_id,
        col(WebhookEndpoint.id) == id,
        col(WebhookEndpoint.enabled),
        col(WebhookEndpoint.archived_at).is_(None),
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _waiting(work: Work, endpoint_id: UUID) -> int:
    """How many deliveries wait for the endpoint, as far as that matters."""
    statement = sa.text(
        "SELECT count(*) FROM (SELECT 1 FROM delivery WHERE tenant_id = :tenant AND endpoint_id = :endpoint "
        "AND due IS NOT NULL LIMIT :most) AS waiting"
    )
    values = {"tenant": work.tenant_id, "endpoint": endpoint_id, "most": MOST_WAITING}
    return int((await work.session.execute(statement, values)).scalar_one())


async def _failed_again(work: Work, replay: DeliveryReplay, endpoint: WebhookEndpoint) -> int:
    """Make the next deliveries due that failed or were cancelled. Answers how many were looked at."""
    statement = sa.select(
        DELIVERY.c.id, DELIVERY.c.event_type, DELIVERY.c.state, DELIVERY.c.lease, DELIVERY.c.created_at
    ).where(DELIVERY.c.tenant_id == work.tenant_id, DELIVERY.c.endpoint_id == replay.endpoint_id)
    statement = statement.where(DELIVERY.c.id > (replay.reached or _id_at(work, replay.since)))
    rows = (await work.session.execute(statement.order_by(DELIVERY.c.id).limit(SLICE))).all()
    if not rows:
        return 0
    wanted = [
        row.id
        for row in rows
        if row.state in (DeliveryState.FAILED, DeliveryState.CANCELLED)
        and replay.since <= row.created_at < replay.until
        and _asked_for(replay, row.event_type)
    ]
    replay.reached = rows[-1].id
    replay.replayed += await _make_due(work, endpoint, wanted)
    return len(rows)


async def _events_again(work: Work, replay: DeliveryReplay, endpoint: WebhookEndpoint) -> int:
    """Make the next events due that the endpoint is told of. Answers how many were looked at."""
    statement = sa.select(EVENT).where(
        EVENT.c.tenant_id == work.tenant_id,
        EVENT.c.id > (replay.reached or _id_at(work, replay.since)),
        EVENT.c.id < _id_at(work, replay.until + 2 * CLOCKS_APART),
    )
    events = (await work.session.execute(statement.order_by(EVENT.c.id).limit(SLICE))).all()
    if not events:
        return 0
    wish = Wish.of(endpoint)
    told = [
        event
        for event in events
        if event.sequence is not None
        and replay.since <= event.occurred_at < replay.until
        and event.type != TEST
        and _asked_for(replay, event.type)
        and wish.takes(Told.of(event))
    ]
    replay.reached = events[-1].id
    known = await _known(work, replay.endpoint_id, [event.id for event in told])
    again = [id for ids in known.values() for id in ids]
    replay.replayed += await _make_due(work, endpoint, again)
    missing = [event for event in told if event.id not in known]
    form = form_of(endpoint.payload, endpoint.role, endpoint.document, endpoint.venture_ids)
    await _add(work, wish, form, missing)
    replay.replayed += len(missing)
    return len(events)


async def _known(work: Work, endpoint_id: UUID, event_ids: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    """The deliveries of events to the endpoint that there are."""
    statement = sa.select(DELIVERY.c.id, DELIVERY.c.event_id).where(
        DELIVERY.c.tenant_id == work.tenant_id,
        DELIVERY.c.endpoint_id == endpoint_id,
        DELIVERY.c.event_id == sa.any_(sa.literal(list(event_ids), sa.ARRAY(sa.Uuid))),
    )
    found: dict[UUID, list[UUID]] = {}
    for row in await work.session.execute(statement):
        found.setdefault(row.event_id, []).append(row.id)
    return found


_AGAIN = "UPDATE delivery SET state = 'pending', due = :now, attempts = 0, finished_at = NULL"
_OVER = "delivery.tenant_id = :tenant AND delivery.id = ANY(CAST(:ids AS uuid[])) AND delivery.state <> 'pending'"
_MAKE_DUE = sa.text(f"{_AGAIN} WHERE {_OVER} RETURNING delivery.id")
_MAKE_DUE_IN_ORDER = sa.text(
    f"{_AGAIN}, subject_id = e.subject_id, sequence = e.sequence FROM event e "
    f"WHERE e.tenant_id = :tenant AND e.id = delivery.event_id AND {_OVER} RETURNING delivery.id"
)


async def _make_due(work: Work, endpoint: WebhookEndpoint, ids: Sequence[UUID]) -> int:
    """Make deliveries that are over due once more; those that are still to be sent are left alone."""
    if not ids:
        return 0
    values = {"tenant": work.tenant_id, "now": work.now, "ids": list(ids)}
    statement = _MAKE_DUE_IN_ORDER if endpoint.ordered else _MAKE_DUE
    return len((await work.session.execute(statement, values)).all())


async def _add(work: Work, wish: Wish, form: str, events: Sequence[Any]) -> None:
    """Deliveries of events that the endpoint was never told, with their bodies or the work of writing them."""
    if not events:
        return
    rows = [delivery_of(work, event, event.sequence, wish, form) for event in events]
    if has_selection(form):
        await work.session.execute(sa.insert(DELIVERY), rows)
        await work.mark(SELECTIONS.name, [event.id for event in events])
        return
    bodies = [
        {
            "tenant_id": work.tenant_id,
            "event_id": event.id,
            "form": form,
            "body": body_of(work.tenant_id, event, event.sequence, form),
        }
        for event in events
    ]
    await work.session.execute(upsert(BODY).on_conflict_do_nothing(), bodies)
    await work.session.execute(sa.insert(DELIVERY), rows)


def _asked_for(replay: DeliveryReplay, event_type: str) -> bool:
    return replay.event_types is None or any(matches(pattern, event_type) for pattern in replay.event_types)


def _id_at(work: Work, moment: datetime) -> UUID:
    """An id before all that were made at an instant or later: ids have the wall clock's time, give or take."""
    wall = moment + (datetime.now(UTC) - work.now) - CLOCKS_APART
    return UUID(int=max(0, int(wall.timestamp() * 1000)) << 80)
