"""The unit of work: nothing can be forgotten, nothing half-written, nothing overwritten unseen."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa

from domain.kernel.errors import Conflict, NotFound
from domain.kernel.ids import uuid7
from domain.kernel.listener import PassedBy
from domain.kernel.machinery import AuditEntry, AuditPersonal, DueWork, Event, SearchText
from domain.kernel.runtime import Runtime
from domain.kernel.tables import metadata
from domain.kernel.work import Work, perform, unit_of_work
from domain.risks.tables import Risk
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, TestTenant


async def _rows(runtime: Runtime, tenant: TestTenant, table: Any, **where: Any) -> list[Any]:
    columns = getattr(table, "__table__", table).c
    statement = sa.select(*columns).where(columns.tenant_id == tenant.id, *(columns[k] == v for k, v in where.items()))
    async with unit_of_work(runtime, tenant.principal()) as work:
        return list((await work.session.execute(statement)).mappings())


async def _make_risk(runtime: Runtime, tenant: TestTenant) -> Risk:
    async def act(work: Work) -> Risk:
        venture = work.new(Venture, name="Aurora", key=f"V{uuid7().hex[-8:].upper()}")
        await work.flush()
        return work.new(Risk, venture_id=venture.id, title="Data licence lost", category="legal", opened_at=work.now)

    return await perform(runtime, tenant.principal(), act, request_id="req-1")


async def _rename(runtime: Runtime, tenant: TestTenant, risk: Risk, title: str) -> None:
    async def act(work: Work) -> None:
        (await work.get(Risk, risk.id)).title = title

    await perform(runtime, tenant.principal(), act)


async def test_every_write_of_an_entity_has_its_audit_entry_event_history_and_search_text(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    risk = await _make_risk(runtime, tenant)
    created_at = clock.now()
    clock.forward(minutes=1)
    await _rename(runtime, tenant, risk, "Data licence ends")

    events = sorted(await _rows(runtime, tenant, Event, subject_id=risk.id), key=lambda row: row["subject_version"])
    assert [row["type"] for row in events] == ["risk.created", "risk.updated"]
    assert events[1]["previous"] == {"title": "Data licence lost"}
    assert events[1]["data"]["title"] == "Data licence ends"
    assert events[0]["data"]["id"] == f"risk_{risk.id.hex}"
    assert events[0]["venture_id"] == risk.venture_id and events[0]["category"] == "legal"
    assert events[0]["request_id"] == "req-1"
    assert events[0]["actor"] == {"type": "member", "id": f"member_{tenant.principal().actor_id.hex}"}  # type: ignore[union-attr]

    entries = await _rows(runtime, tenant, AuditEntry, subject_id=risk.id)
    assert [(row["action"], row["before"]) for row in entries][1] == ("risk.updated", {"title": "Data licence lost"})

    versions = await _rows(runtime, tenant, metadata.tables["risk_history"], id=risk.id)
    spans = [(row["version"], row["valid_from"], row["valid_to"]) for row in versions]
    assert spans == [(1, created_at, clock.now()), (2, clock.now(), None)]

    assert [row["content"] for row in await _rows(runtime, tenant, SearchText, id=risk.id)] == ["data licence ends"]


async def test_archiving_and_restoring_are_announced_as_such(runtime: Runtime, tenant: TestTenant) -> None:
    risk = await _make_risk(runtime, tenant)
    for archived_at in (runtime.clock.now(), None):
        async with unit_of_work(runtime, tenant.principal()) as work:
            (await work.get(Risk, risk.id)).archived_at = archived_at
    types = [row["type"] for row in await _rows(runtime, tenant, Event, subject_id=risk.id)]
    assert sorted(types) == ["risk.archived", "risk.created", "risk.restored"]


async def test_personal_values_stand_apart_from_the_audit_log(runtime: Runtime, tenant: TestTenant) -> None:
    async with unit_of_work(runtime, tenant.principal()) as work:
        member = work.new(Member, name="Grace Hopper", email="grace@navy.example", role="viewer")
    entries = await _rows(runtime, tenant, AuditEntry, subject_id=member.id)
    assert "Grace" not in str(entries) and "navy" not in str(entries)
    kept = await _rows(runtime, tenant, AuditPersonal, subject_id=member.id)
    assert {row["after"] for row in kept} == {"Grace Hopper", "grace@navy.example"}


async def test_a_failed_unit_of_work_leaves_nothing(runtime: Runtime, tenant: TestTenant) -> None:
    before = len(await _rows(runtime, tenant, Event))
    with pytest.raises(RuntimeError):
        async with unit_of_work(runtime, tenant.principal()) as work:
            work.new(Venture, name="Never", key="NEVER")
            await work.flush()
            raise RuntimeError
    assert len(await _rows(runtime, tenant, Event)) == before
    assert await _rows(runtime, tenant, Venture) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE risk SET title = 'x' WHERE tenant_id = :t",
        "WITH gone AS (DELETE FROM venture WHERE tenant_id = :t RETURNING 1) SELECT 1",
        'INSERT INTO "membership" (tenant_id) VALUES (:t)',
    ],
)
async def test_a_write_that_would_pass_by_the_listener_is_refused(
    runtime: Runtime, tenant: TestTenant, statement: str
) -> None:
    with pytest.raises(PassedBy):
        async with unit_of_work(runtime, tenant.principal()) as work:
            await work.session.execute(sa.text(statement), {"t": tenant.id})


async def test_setting_the_same_value_again_writes_nothing(runtime: Runtime, tenant: TestTenant) -> None:
    risk = await _make_risk(runtime, tenant)
    await _rename(runtime, tenant, risk, "Data licence lost")
    assert [row["version"] for row in await _rows(runtime, tenant, Risk, id=risk.id)] == [1]


async def test_parallel_changes_are_all_kept_and_numbered(runtime: Runtime, tenant: TestTenant) -> None:
    risk = await _make_risk(runtime, tenant)
    results = await asyncio.gather(
        *(_rename(runtime, tenant, risk, f"title {number}") for number in range(3)), return_exceptions=True
    )
    lost = [result for result in results if result is not None]
    assert all(isinstance(result, Conflict) for result in lost)
    versions = sorted(
        row["version"] for row in await _rows(runtime, tenant, metadata.tables["risk_history"], id=risk.id)
    )
    assert versions == list(range(1, 2 + 3 - len(lost)))


async def test_another_tenants_row_does_not_exist(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    risk = await _make_risk(runtime, stranger)
    with pytest.raises(NotFound):
        async with unit_of_work(runtime, tenant.principal()) as work:
            await work.get(Risk, risk.id)


async def test_who_is_restricted_to_some_ventures_does_not_see_the_others(runtime: Runtime, tenant: TestTenant) -> None:
    mine, other = await _make_risk(runtime, tenant), await _make_risk(runtime, tenant)
    principal = tenant.principal(venture_ids=frozenset({mine.venture_id}))
    async with unit_of_work(runtime, principal) as work:
        assert (await work.get(Risk, mine.id)).id == mine.id
        with pytest.raises(NotFound):
            await work.get(Risk, other.id)


async def test_a_mark_keeps_the_nearer_time_and_counts_every_wish(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    risk = await _make_risk(runtime, tenant)
    now = clock.now()
    for due in (now.replace(year=now.year + 1), now, now.replace(year=now.year + 2)):
        async with unit_of_work(runtime, tenant.principal()) as work:
            await work.mark("monitor", [risk.venture_id], due)
    (row,) = await _rows(runtime, tenant, DueWork, subject_id=risk.venture_id)
    assert (row["due"], row["wanted"]) == (now, 3)
