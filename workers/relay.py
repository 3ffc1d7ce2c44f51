"""The relay: gives a tenant's new events their numbers and tells whom they concern, all in one transaction.

Events are marked by their writers (`due`) and never remembered by a high-water mark, for commit order is not the order
of ids. Whoever holds the tenant's counter relays; a second relay goes on to another tenant.

A delivery to an endpoint with a payload document is not due yet: its body is written by `workers.selections`, after
the commit and outside the tenant's lock.

An event that cannot be written as a body is parked: it gets no number, stands in `work` as kind `event` with its error,
and all others go on, those of its subject as well (their `version` tells of the gap).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.channels.bodies import told_body
from domain.channels.forms import Shape
from domain.channels.message import Language, Place
from domain.channels.preferring import DIGEST
from domain.channels.tables import DigestItem
from domain.kernel.faults import crash_point
from domain.kernel.machinery import DueWork, Event, EventBody
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.webhooks.bodies import body_of, form_of, has_selection
from domain.webhooks.events import TEST
from domain.webhooks.matching import Told, Wish
from domain.webhooks.tables import Delivery, WebhookEndpoint
from workers.audience import Listener, listeners, place_of
from workers.consequences import mark_consequences
from workers.counters import lock_counter, set_counter
from workers.due_events import Row, due_events
from workers.live import publish
from workers.posting import to_be_sent
from workers.selections import SELECTIONS
from workers.standing import TOLD, stands

BATCH = 200
"""Events of one transaction: with more of them an event costs little less, and other tenants wait for longer."""

IN_ONE_GO = 20
"""Events that are told without letting other tenants' work in between."""

LONGEST_ERROR = 500

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
ENDPOINT: sa.Table = WebhookEndpoint.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: sa.Table = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
DIGEST_ITEM: sa.Table = DigestItem.__table__  # type: ignore[attr-defined]  # set by the mapper
WORK: sa.Table = DueWork.__table__  # type: ignore[attr-defined]  # set by the mapper

log = structlog.get_logger(__name__)


@dataclass
class Relayed:
    """What one batch has come to."""

    events: list[tuple[int, Row]] = field(default_factory=list)
    parked: dict[UUID, str] = field(default_factory=dict)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    deliveries: list[dict[str, Any]] = field(default_factory=list)
    awaiting: list[UUID] = field(default_factory=list)
    "The events of which some bodies are yet to be written, with what the receivers have chosen."
    for_people: list[dict[str, Any]] = field(default_factory=list)
    "Deliveries to channels and members."
    gathered: list[tuple[Listener, UUID]] = field(default_factory=list)
    "What waits for members' digests."
    busy: bool = False
    "Another relay is at this tenant."
    more: bool = False
    "There may be more to relay."


async def relay(runtime: Runtime, tenant_id: UUID, limit: int = BATCH) -> Relayed:
    """Relay one batch of a tenant's events."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        if not await stands(work, TOLD):
            return Relayed()
        number = await lock_counter(work, "event")
        if number is None:
            return Relayed(busy=True, more=True)
        crash_point("relay.after_claim")
        events = await due_events(work, limit)
        if not events:
            return Relayed()
        people = await listeners(work)
        place = await place_of(work, events) if people else None
        done = await _tell(work, in_order(events), number, await _wishes(work), people, place)
        await _store(work, done, number)
        crash_point("relay.before_mark")
        await work.mark(SELECTIONS.name, done.awaiting)
        await mark_consequences(work, [event for _, event in done.events])
    crash_point("relay.after_commit")
    if done.deliveries:
        runtime.wakes.wake("delivery", tenant_id)
    if done.for_people:
        runtime.wakes.wake("channel", tenant_id)
    await publish(runtime, tenant_id, done.events)
    done.more = len(events) >= limit
    return done


def in_order(events: Sequence[Row]) -> list[Row]:
    """Events by id, those of one entity by its version: the places of an entity's events are filled in that order."""
    ordered = sorted(events, key=lambda event: event.id)
    versions: dict[tuple[str, UUID], list[Row]] = {}
    for event in ordered:
        if event.subject_version is not None:
            versions.setdefault((event.subject_type, event.subject_id), []).append(event)
    for of_one in versions.values():
        of_one.sort(key=lambda event: (event.subject_version, event.id), reverse=True)
    return [
        event if event.subject_version is None else versions[(event.subject_type, event.subject_id)].pop()
        for event in ordered
    ]


async def _wishes(work: Work) -> list[tuple[Wish, str]]:
    """What the tenant's endpoints want to hear, each with the form it gets; one that makes no sense is passed by."""
    statement = sa.select(ENDPOINT).where(
        ENDPOINT.c.tenant_id == work.tenant_id, ENDPOINT.c.enabled, ENDPOINT.c.archived_at.is_(None)
    )
    wishes = []
    for endpoint in await work.session.execute(statement):
        try:
            form = form_of(endpoint.payload, endpoint.role, endpoint.document, endpoint.venture_ids)
            wishes.append((Wish.of(endpoint), form))
        except (TypeError, ValueError, AttributeError) as error:
            log.error("endpoint cannot be read", endpoint_id=str(endpoint.id), error=type(error).__name__)
    return wishes


async def _tell(
    work: Work,
    events: Iterable[Row],
    number: int,
    wishes: Sequence[tuple[Wish, str]],
    people: Sequence[Listener] = (),
    place: Place | None = None,
) -> Relayed:
    done = Relayed()
    for told_before, event in enumerate(events):
        if told_before % IN_ONE_GO == IN_ONE_GO - 1:
            await asyncio.sleep(0)
        try:
            told = Told.of(event)
            takers = [(wish, _form_for(event, form)) for wish, form in wishes if wish.takes(told)]
            forms = {form for _, form in takers}
            bodies = {form: body_of(work.tenant_id, event, number + 1, form) for form in sorted(forms)}
            if not bodies:
                body_of(work.tenant_id, event, number + 1, _USUAL_FORM)  # who asks for it later must get it as well
        except Exception as error:  # whatever is wrong with one event must not hold up the others
            done.parked[event.id] = f"{type(error).__name__}: {error}"[:LONGEST_ERROR]
            continue
        number += 1
        done.events.append((number, event))
        done.bodies += (
            {"tenant_id": work.tenant_id, "event_id": event.id, "form": form, "body": body}
            for form, body in bodies.items()
            if not has_selection(form)
        )
        if any(has_selection(form) for form in forms):
            done.awaiting.append(event.id)
        done.deliveries += (delivery_of(work, event, number, wish, form) for wish, form in takers)
        if place is not None:
            _tell_people(work, done, event, number, [one for one in people if one.wish.takes(told)], place)
    return done


def _tell_people(work: Work, done: Relayed, event: Row, number: int, takers: Sequence[Listener], place: Place) -> None:
    forms: dict[str, tuple[Shape, Language]] = {}
    for one in takers:
        due = work.now if one.schedule is None else one.schedule.due(event, work.now)
        if due is None:
            done.gathered.append((one, event.id))
            continue
        done.for_people.append(delivery_of(work, event, number, one.wish, one.form) | {"due": due})
        forms[one.form] = one.looks
    done.bodies += (
        {"tenant_id": work.tenant_id, "event_id": event.id, "form": form, "body": told_body(event, place, *looks)}
        for form, looks in sorted(forms.items())
    )


_USUAL_FORM = form_of("full", "viewer")


def _form_for(event: Row, form: str) -> str:
    """An endpoint's form for an event; a test is about the endpoint itself, and there is nothing to choose of it."""
    return form.rpartition(":")[0] if event.type == TEST and has_selection(form) else form


def delivery_of(work: Work, event: Row, number: int, wish: Wish, form: str) -> dict[str, Any]:
    """The row that says that an event is to be sent: with its subject where the endpoint asks for strict order."""
    return to_be_sent(work, wish.endpoint_id, event.id, event.type, form) | {
        "due": None if has_selection(form) else work.now,
        "subject_id": event.subject_id if wish.ordered else None,
        "sequence": number if wish.ordered else None,
    }


async def _store(work: Work, done: Relayed, number: int) -> None:
    if done.bodies:
        await work.session.execute(sa.insert(BODY), done.bodies)
    if done.deliveries or done.for_people:
        await work.session.execute(sa.insert(DELIVERY), [*done.deliveries, *done.for_people])
    if done.gathered:
        await _gather(work, done.gathered)
    crash_point("relay.after_deliveries")
    if done.events:
        numbered = sa.text(
            "UPDATE event SET sequence = given.number, due = NULL "
            "FROM unnest(CAST(:ids AS uuid[]), CAST(:numbers AS bigint[])) AS given (id, number) "
            # The bounds: PostgreSQL may take the tenant's events for few, and read them all.
            "WHERE event.tenant_id = :tenant AND event.id = given.id AND event.id >= :first AND event.id <= :last"
        )
        ids, numbers = [event.id for _, event in done.events], [number for number, _ in done.events]
        given = {"tenant": work.tenant_id, "ids": ids, "numbers": numbers, "first": min(ids), "last": max(ids)}
        await work.session.execute(numbered, given)
        await set_counter(work, "event", number + len(done.events))
    if done.parked:
        await _park(work, done.parked)


async def _gather(work: Work, gathered: Sequence[tuple[Listener, UUID]]) -> None:
    """Put events by for members' digests, and mark when the next of each is due."""
    items = [
        {"tenant_id": work.tenant_id, "preference_id": one.wish.endpoint_id, "event_id": event_id, "at": work.now}
        for one, event_id in gathered
    ]
    await work.session.execute(upsert(DIGEST_ITEM).values(items).on_conflict_do_nothing())
    for one in {one.wish.endpoint_id: one for one, _ in gathered}.values():
        assert one.schedule is not None
        await work.mark(DIGEST, [one.wish.endpoint_id], one.schedule.next_digest(work.now))


async def _park(work: Work, parked: Mapping[UUID, str]) -> None:
    """Put events aside, visibly. Setting `due` of the event again has it relayed again."""
    rows = [
        {
            "tenant_id": work.tenant_id,
            "kind": "event",
            "subject_id": event_id,
            "wanted": 1,
            "attempts": 0,
            "parked_at": work.now,
            "error": error,
        }
        for event_id, error in parked.items()
    ]
    statement = upsert(WORK).values(rows)
    await work.session.execute(
        statement.on_conflict_do_update(
            index_elements=["tenant_id", "kind", "subject_id"],
            set_={"parked_at": statement.excluded.parked_at, "error": statement.excluded.error},
        )
    )
    await work.session.execute(
        sa.text("UPDATE event SET due = NULL WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))"),
        {"tenant": work.tenant_id, "ids": list(parked)},
    )
    for event_id, error in parked.items():
        log.error("event parked", event_id=str(event_id), tenant_id=str(work.tenant_id), error=error.partition(":")[0])
