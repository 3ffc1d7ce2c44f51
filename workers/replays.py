"""Replays: telling an endpoint or a channel again what it was told since a time, in slices that commit their progress.

What is sent again keeps its delivery, and so its webhook-id and its bytes; an event that was never told there gets a
delivery of its own. A slice waits while much is to be sent there already, so that a replay of a month is a line of
bounded length, and what happens now is not behind all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.channels.bodies import told_body
from domain.channels.forms import Shape
from domain.channels.message import Language
from domain.kernel.faults import crash_point
from domain.kernel.machinery import Event, EventBody
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.webhooks.bodies import body_of, form_of, has_selection
from domain.webhooks.event_types import matches
from domain.webhooks.events import TESTS
from domain.webhooks.matching import Told, Wish
from domain.webhooks.receiving import is_open
from domain.webhooks.tables import Delivery, DeliveryReplay, DeliveryState, ReplayState, WebhookEndpoint
from workers.audience import listening_channel, place_of
from workers.claims import Claim, Queue
from workers.relay import delivery_of
from workers.running import run_due
from workers.selections import SELECTIONS

REPLAYS = Queue.of_work("replay")
SLICE: Final = 200
"""Events or deliveries that one slice looks at."""

MOST_WAITING: Final = 500
"""Deliveries that wait for the target: with so many the replay waits as well."""

PAUSE = timedelta(seconds=1)
CLOCKS_APART = timedelta(hours=1)

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: sa.Table = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper


@dataclass(frozen=True)
class Taker:
    """Who is told again: what it wants to hear, in which form, and as what that is rendered where people read it."""

    wish: Wish
    form: str
    looks: tuple[Shape, Language] | None = None

    @property
    def id(self) -> UUID:
        """The endpoint's or the channel's."""
        return self.wish.endpoint_id


async def replay_some(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with a replay of the tenant, where one is due. Answers whether there was one."""
    done = await run_due(runtime, tenant_id, REPLAYS, _slice, 1)
    if done:
        runtime.wakes.wake("delivery", tenant_id)
        runtime.wakes.wake("channel", tenant_id)
    return done


async def _slice(work: Work, claim: Claim) -> datetime | None:
    replay = await _running(work, claim.key)
    if replay is None:
        return None
    taker = await _taker(work, replay)
    if taker is None:
        replay.state, replay.finished_at = ReplayState.CANCELLED, work.now
        return None
    if await _waiting(work, taker.id) >= MOST_WAITING:
        return work.now + PAUSE
    again = _failed_again if replay.only_failed else _events_again
    looked_at = await again(work, replay, taker)
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


async def _taker(work: Work, replay: DeliveryReplay) -> Taker | None:
    """Who is told again; None where nothing may be sent there now."""
    id = replay.endpoint_id or replay.channel_id
    assert id is not None
    if not await is_open(work, id):
        return None
    if replay.endpoint_id is None:
        channel = await listening_channel(work, id)
        return Taker(channel.wish, channel.form, channel.looks)
    statement = sa.select(WebhookEndpoint).where(
        col(WebhookEndpoint.tenant_id) == work.tenant_id, col(WebhookEndpoint.id) == id
    )
    endpoint = (await work.session.execute(statement)).scalar_one()
    form = form_of(endpoint.payload, endpoint.role, endpoint.document, endpoint.venture_ids)
    return Taker(Wish.of(endpoint), form)


async def _waiting(work: Work, target_id: UUID) -> int:
    """How many deliveries wait for a target, as far as that matters."""
    statement = sa.text(
        "SELECT count(*) FROM (SELECT 1 FROM delivery WHERE tenant_id = :tenant AND endpoint_id = :endpoint "
        "AND due IS NOT NULL LIMIT :most) AS waiting"
    )
    values = {"tenant": work.tenant_id, "endpoint": target_id, "most": MOST_WAITING}
    return int((await work.session.execute(statement, values)).scalar_one())


async def _failed_again(work: Work, replay: DeliveryReplay, taker: Taker) -> int:
    """Make the next deliveries due that failed or were cancelled. Answers how many were looked at."""
    statement = sa.select(
        DELIVERY.c.id, DELIVERY.c.event_type, DELIVERY.c.state, DELIVERY.c.lease, DELIVERY.c.created_at
    ).where(DELIVERY.c.tenant_id == work.tenant_id, DELIVERY.c.endpoint_id == taker.id)
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
    replay.replayed += await _make_due(work, taker, wanted)
    return len(rows)


async def _events_again(work: Work, replay: DeliveryReplay, taker: Taker) -> int:
    """Make the next events due that the taker wants to hear of. Answers how many were looked at."""
    statement = sa.select(EVENT).where(
        EVENT.c.tenant_id == work.tenant_id,
        EVENT.c.id > (replay.reached or _id_at(work, replay.since)),
        EVENT.c.id < _id_at(work, replay.until + 2 * CLOCKS_APART),
    )
    events = (await work.session.execute(statement.order_by(EVENT.c.id).limit(SLICE))).all()
    if not events:
        return 0
    told = [
        event
        for event in events
        if event.sequence is not None
        and replay.since <= event.occurred_at < replay.until
        and event.type not in TESTS
        and _asked_for(replay, event.type)
        and taker.wish.takes(Told.of(event))
    ]
    replay.reached = events[-1].id
    known = await _known(work, taker.id, [event.id for event in told])
    again = [id for ids in known.values() for id in ids]
    replay.replayed += await _make_due(work, taker, again)
    missing = [event for event in told if event.id not in known]
    await _add(work, taker, missing)
    replay.replayed += len(missing)
    return len(events)


async def _known(work: Work, target_id: UUID, event_ids: Sequence[UUID]) -> Mapping[UUID, list[UUID]]:
    """The deliveries of events to a target that there are."""
    statement = sa.select(DELIVERY.c.id, DELIVERY.c.event_id).where(
        DELIVERY.c.tenant_id == work.tenant_id,
        DELIVERY.c.endpoint_id == target_id,
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


async def _make_due(work: Work, taker: Taker, ids: Sequence[UUID]) -> int:
    """Make deliveries that are over due once more; those that are still to be sent are left alone."""
    if not ids:
        return 0
    values = {"tenant": work.tenant_id, "now": work.now, "ids": list(ids)}
    statement = _MAKE_DUE_IN_ORDER if taker.wish.ordered else _MAKE_DUE
    return len((await work.session.execute(statement, values)).all())


async def _add(work: Work, taker: Taker, events: Sequence[Any]) -> None:
    """Deliveries of events that the taker was never told, with their bodies or the work of writing them."""
    if not events:
        return
    form = taker.form
    rows = [delivery_of(work, event, event.sequence, taker.wish, form) for event in events]
    if taker.looks is not None:  # the rest of its form is a language, and no selection
        rows = [row | {"due": work.now} for row in rows]
    elif has_selection(form):
        await work.session.execute(sa.insert(DELIVERY), rows)
        await work.mark(SELECTIONS.name, [event.id for event in events])
        return
    written = await _written(work, taker, events)
    bodies = [
        {"tenant_id": work.tenant_id, "event_id": event.id, "form": form, "body": body}
        for event, body in zip(events, written, strict=True)
    ]
    await work.session.execute(upsert(BODY).on_conflict_do_nothing(), bodies)
    await work.session.execute(sa.insert(DELIVERY), rows)


async def _written(work: Work, taker: Taker, events: Sequence[Any]) -> list[str]:
    """What the taker is told of events, as a program or as people read it."""
    if taker.looks is None:
        return [body_of(work.tenant_id, event, event.sequence, taker.form) for event in events]
    place = await place_of(work, events)
    return [told_body(event, place, *taker.looks) for event in events]


def _asked_for(replay: DeliveryReplay, event_type: str) -> bool:
    return replay.event_types is None or any(matches(pattern, event_type) for pattern in replay.event_types)


def _id_at(work: Work, moment: datetime) -> UUID:
    """An id before all that were made at an instant or later: ids have the wall clock's time, give or take."""
    wall = moment + (datetime.now(UTC) - work.now) - CLOCKS_APART
    return UUID(int=max(0, int(wall.timestamp() * 1000)) << 80)
