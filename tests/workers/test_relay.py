"""The relay: one dense sequence, nothing skipped whatever commits first, a bad event put aside, audit sealed."""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from domain.kernel.ids import external_id, uuid7
from domain.kernel.machinery import AuditEntry
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.sealing import FIRST, canonical_entry, next_hash, sealed_entry
from domain.kernel.tables import Scope
from domain.kernel.work import Work, unit_of_work
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, TestTenant
from tests.contract import telling
from tests.workers.conftest import Receiver as ReceiverType
from tests.workers.conftest import act, add_endpoint, emit, example_data, relay_all, rows, write
from workers.due_events import due_events
from workers.live import channel_of
from workers.relay import in_order, relay
from workers.sealing import seal


async def sequences(runtime: Runtime, tenant: TestTenant) -> list[int]:
    found = await rows(runtime, tenant, "SELECT sequence FROM event WHERE tenant_id = $1 ORDER BY id", tenant.id)
    return [row["sequence"] for row in found]


async def test_two_relays_give_one_dense_sequence(runtime: Runtime, tenant: TestTenant) -> None:
    for _ in range(30):
        await emit(runtime, tenant)

    async def go_on() -> None:
        while (await relay(runtime, tenant.id, limit=7)).more:
            await asyncio.sleep(0)

    await asyncio.gather(*(go_on() for _ in range(3)))
    given = await sequences(runtime, tenant)
    assert sorted(given) == list(range(1, len(given) + 1))


async def test_an_early_id_with_a_late_commit_is_relayed(runtime: Runtime, tenant: TestTenant) -> None:
    early = unit_of_work(runtime, Principal.worker(tenant.id))
    async with early as work:
        work.emit("risk.assessed", ("risk", tenant.id), example_data("risk.assessed"))
        await work.flush()
        await emit(runtime, tenant, data={"rationale": "late"})
        await relay_all(runtime, tenant)
    await relay_all(runtime, tenant)
    given = await sequences(runtime, tenant)
    assert None not in given
    assert sorted(given) == list(range(1, len(given) + 1))


async def test_events_of_one_entity_are_numbered_by_version(runtime: Runtime, tenant: TestTenant) -> None:
    async def make(work: Work) -> UUID:
        return work.new(Venture, name="V", key="V").id

    venture_id = UUID(str(await act(runtime, tenant, make)))
    for name in ("V2", "V3"):

        async def rename(work: Work, name: str = name) -> None:
            (await work.get(Venture, venture_id)).name = name

        await act(runtime, tenant, rename)
    await relay_all(runtime, tenant)
    found = await rows(
        runtime,
        tenant,
        "SELECT subject_version FROM event WHERE tenant_id = $1 AND subject_id = $2 ORDER BY sequence",
        tenant.id,
        venture_id,
    )
    assert [row["subject_version"] for row in found] == [1, 2, 3]


async def test_earlier_versions_behind_the_cut_come_along(runtime: Runtime, tenant: TestTenant) -> None:
    subject, other = uuid7(), uuid7()
    ids = {}
    for of, version in ((subject, 3), (other, 1), (subject, 1), (subject, 2), (subject, 4)):
        async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
            data = example_data("risk.assessed")
            ids[(of, version)] = work.emit("risk.assessed", ("risk", of), data, version=version)
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        waiting = [event.id for event in await due_events(work, 1_000)]
        found = [event.id for event in await due_events(work, waiting.index(ids[(subject, 3)]) + 1)]
        assert await work.session.scalar(sa.text("SHOW enable_sort")) == "on"
    assert found == [*waiting[: waiting.index(ids[(subject, 3)]) + 1], ids[(subject, 1)], ids[(subject, 2)]]


def test_order_is_by_id_and_within_an_entity_by_version() -> None:
    def event(number: int, subject: str | None = None, version: int | None = None) -> Any:
        return SimpleNamespace(id=number, subject_type="risk", subject_id=subject, subject_version=version)

    events = [event(1, "a", 2), event(2), event(3, "a", 1), event(4, "b", 1), event(5, "a", 3)]
    assert [one.id for one in in_order(events)] == [3, 2, 1, 4, 5]


async def test_a_poison_event_is_parked_and_the_rest_goes_on(
    runtime: Runtime, tenant: TestTenant, receiver: ReceiverType
) -> None:
    await add_endpoint(runtime, tenant, receiver)
    await relay_all(runtime, tenant)
    before = await emit(runtime, tenant)
    with telling.unheld_events():
        poison = await emit(runtime, tenant, data={"score": 10**30})
    after = await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    found = {
        row["id"]: row
        for row in await rows(runtime, tenant, "SELECT id, sequence, due FROM event WHERE tenant_id = $1", tenant.id)
    }
    assert found[poison] == {"id": poison, "sequence": None, "due": None}
    assert found[after]["sequence"] == found[before]["sequence"] + 1
    [parked] = await rows(
        runtime, tenant, "SELECT subject_id, due, error FROM work WHERE tenant_id = $1 AND kind = 'event'", tenant.id
    )
    assert (parked["subject_id"], parked["due"]) == (poison, None)
    assert parked["error"]


async def test_bodies_are_stored_once_for_each_form_and_thin_ones_keep_ids_only(
    runtime: Runtime, tenant: TestTenant, receiver: ReceiverType
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.assessed"])
    await add_endpoint(runtime, tenant, receiver, event_types=["*"], payload="thin")
    risk = external_id("risk", tenant.id)
    given = {
        "risk_id": risk,
        "rationale": "secret text",
        "id": external_id("assessment", tenant.id),
        "assessed_by": None,
    }
    event_id = await emit(runtime, tenant, data=given)
    await relay_all(runtime, tenant)
    found = await rows(
        runtime, tenant, "SELECT form, body FROM event_body WHERE tenant_id = $1 AND event_id = $2", tenant.id, event_id
    )
    bodies = {row["form"]: json.loads(row["body"]) for row in found}
    assert bodies["full:viewer"]["data"] == example_data("risk.assessed") | given
    assert bodies["thin:viewer"]["data"] == {"id": given["id"], "risk_id": risk}
    deliveries = await rows(
        runtime, tenant, "SELECT form FROM delivery WHERE tenant_id = $1 AND event_id = $2", tenant.id, event_id
    )
    assert sorted(row["form"] for row in deliveries) == ["full:viewer", "full:viewer", "thin:viewer"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"event_types": ["risk.assessed"]}, True),
        ({"event_types": ["risk.alert.*"]}, False),
        ({"event_types": ["milestone.*", "risk.*"]}, True),
        ({"venture_ids": "other"}, False),
        ({"venture_ids": "own"}, True),
        ({"categories": ["legal"]}, True),
        ({"categories": ["market"]}, False),
        ({"min_severity": "warning"}, True),
        ({"min_severity": "critical"}, False),
        ({"enabled": False}, False),
    ],
)
async def test_filters(
    runtime: Runtime, tenant: TestTenant, receiver: ReceiverType, filters: dict[str, Any], expected: bool
) -> None:
    async def make(work: Work) -> list[UUID]:
        return [work.new(Venture, name=key, key=key).id for key in ("A", "B")]

    own, other = await act(runtime, tenant, make)
    if "venture_ids" in filters:
        filters = {"venture_ids": [{"own": own, "other": other}[filters["venture_ids"]]]}
    await relay_all(runtime, tenant)
    await add_endpoint(runtime, tenant, receiver, **filters)
    event_id = await emit(runtime, tenant, scope=Scope(own, "legal", "warning"))
    await relay_all(runtime, tenant)
    found = await rows(
        runtime, tenant, "SELECT id FROM delivery WHERE tenant_id = $1 AND event_id = $2", tenant.id, event_id
    )
    assert bool(found) is expected


async def test_live_messages_carry_the_sequence(runtime: Runtime, tenant: TestTenant) -> None:
    await relay_all(runtime, tenant)
    async with runtime.wakes.client.pubsub() as listening:
        await listening.subscribe(channel_of(tenant.id))
        await listening.get_message(timeout=5)
        event_id = await emit(runtime, tenant)
        await relay_all(runtime, tenant)
        message = await listening.get_message(ignore_subscribe_messages=True, timeout=5)
    told = json.loads(message["data"])
    assert told["event_id"] == external_id("event", event_id)
    assert told["sequence"] == max(await sequences(runtime, tenant))


async def test_every_audit_entry_is_sealed_in_one_chain(runtime: Runtime, tenant: TestTenant) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        work.record("review.started", ("review", tenant.id), after={"big": 10**30, "odd": 1.5})
        await work.flush()
        await act(runtime, tenant, _record)  # commits before the one with the earlier id
        await seal(runtime, tenant.id)
    await asyncio.gather(*(seal(runtime, tenant.id) for _ in range(3)))
    seals = await rows(runtime, tenant, "SELECT * FROM audit_seal WHERE tenant_id = $1 ORDER BY number", tenant.id)
    entries = await rows(
        runtime,
        tenant,
        "SELECT *, before::text AS b, after::text AS a FROM audit_entry WHERE tenant_id = $1",
        tenant.id,
    )
    assert [row["number"] for row in seals] == list(range(1, len(entries) + 1))
    by_id = {row["id"]: row for row in entries}
    previous = FIRST
    for row in seals:
        found = by_id[row["entry_id"]]
        found |= {name: json.loads(found.pop(short) or "null") for name, short in (("before", "b"), ("after", "a"))}
        previous = next_hash(previous, canonical_entry(sealed_entry(AuditEntry(**found))))
        assert row["hash"] == previous


async def _record(work: Work) -> None:
    work.record("review.cancelled", ("review", uuid7()))


async def test_a_parked_event_goes_when_it_is_made_due_again(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    with telling.unheld_events():
        poison = await emit(runtime, tenant, data={"score": 10**30})
    await relay_all(runtime, tenant)
    mended = "UPDATE event SET data = '{}', due = :now WHERE tenant_id = :tenant AND id = :id"
    await write(runtime, tenant, mended, now=clock.now(), id=poison)
    await relay_all(runtime, tenant)
    given = await sequences(runtime, tenant)
    assert sorted(given) == list(range(1, len(given) + 1))
