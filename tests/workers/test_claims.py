"""Claims: what is taken is taken once, what is lost comes back, and what never comes back is put aside."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import example_data, rows
from workers.claims import Claim, LeaseLost, Queue, claim, fail, finish
from workers.finding import tenants_with_due
from workers.running import run_due

QUEUE = Queue.of_work("sweeping", attempts=3)


async def mark(runtime: Runtime, tenant: TestTenant, *subjects: UUID) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        await work.mark("sweeping", list(subjects))


async def take(runtime: Runtime, tenant: TestTenant, limit: int = 10) -> list[Claim]:
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        return await claim(work, QUEUE, limit)


async def end(runtime: Runtime, tenant: TestTenant, one: Claim, due: Any = None) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant.id)) as work:
        await finish(work, QUEUE, one, due)


async def row_of(runtime: Runtime, tenant: TestTenant) -> dict[str, Any]:
    [row] = await rows(runtime, tenant, "SELECT * FROM work WHERE tenant_id = $1 AND kind = 'sweeping'", tenant.id)
    return row


async def test_what_is_due_is_taken_once_and_never_more_than_asked_for(runtime: Runtime, tenant: TestTenant) -> None:
    subjects = [uuid7() for _ in range(20)]
    await mark(runtime, tenant, *subjects)
    taken = [one for batch in await asyncio.gather(*(take(runtime, tenant, 4) for _ in range(8))) for one in batch]
    assert len(taken) == len({one.key for one in taken})
    assert len(taken) + len(await take(runtime, tenant, 50)) == 20
    assert await take(runtime, tenant) == []


async def test_a_dead_worker_is_followed_by_another_and_cannot_store_any_more(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await mark(runtime, tenant, uuid7())
    [dead] = await take(runtime, tenant)
    assert await take(runtime, tenant) == []
    clock.forward(seconds=61)
    [living] = await take(runtime, tenant)
    assert living.attempts == 2
    with pytest.raises(LeaseLost):
        await end(runtime, tenant, dead)
    await end(runtime, tenant, living)
    assert (await row_of(runtime, tenant))["due"] is None


async def test_what_comes_during_a_run_is_not_lost_and_sends_no_second_worker(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    subject = uuid7()
    await mark(runtime, tenant, subject)
    [one] = await take(runtime, tenant)
    await mark(runtime, tenant, subject)
    assert await take(runtime, tenant) == []
    await end(runtime, tenant, one, clock.now() + timedelta(days=9))
    assert (await row_of(runtime, tenant))["due"] == clock.now()
    assert len(await take(runtime, tenant)) == 1


async def test_runs_that_never_come_back_park_the_row_until_it_is_marked_again(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    subject = uuid7()
    await mark(runtime, tenant, subject)
    for _ in range(3):
        assert len(await take(runtime, tenant)) == 1
        clock.forward(seconds=61)
    assert await take(runtime, tenant) == []
    row = await row_of(runtime, tenant)
    assert row["due"] is None
    assert row["parked_at"] == clock.now()
    assert "did not come back" in row["error"]
    await mark(runtime, tenant, subject)
    assert len(await take(runtime, tenant)) == 1
    assert (await row_of(runtime, tenant))["parked_at"] is None


async def test_a_run_that_fails_comes_again_later_and_is_parked_after_the_last(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await mark(runtime, tenant, uuid7(), uuid7())
    seen: list[UUID] = []

    async def run(work: Any, one: Claim) -> None:
        seen.append(one.key)
        if one.key == seen[0]:
            raise ValueError("bad row")

    for _ in range(6):
        await run_due(runtime, tenant.id, QUEUE, run, 10)
        clock.forward(minutes=1)
    assert seen.count(seen[0]) == 3
    assert len(seen) == 4
    parked = await rows(
        runtime,
        tenant,
        "SELECT subject_id, error FROM work WHERE tenant_id = $1 AND parked_at IS NOT NULL",
        tenant.id,
    )
    assert [row["subject_id"] for row in parked] == [seen[0]]
    assert "ValueError: bad row" in parked[0]["error"]


async def test_an_effect_is_rolled_back_with_a_lost_lease(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await mark(runtime, tenant, uuid7())

    async def slow(work: Any, one: Claim) -> None:
        clock.forward(seconds=61)
        [other] = await take(runtime, tenant)
        work.emit("risk.assessed", ("risk", tenant.id), example_data("risk.assessed"))
        async with unit_of_work(runtime, Principal.worker(tenant.id)) as quick:
            await fail(quick, QUEUE, other, "anything")

    await run_due(runtime, tenant.id, QUEUE, slow, 1)
    found = await rows(
        runtime, tenant, "SELECT id FROM event WHERE tenant_id = $1 AND type = 'risk.assessed'", tenant.id
    )
    assert found == []


async def test_the_finder_sees_which_tenants_have_due_rows(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await mark(runtime, tenant, uuid7(), uuid7())
    for most in (5_000, 1):
        monkeypatch.setattr("workers.finding.LOOKED_AT", most)
        found = await tenants_with_due(runtime, "work", clock.now())
        assert tenant.id in found
        assert stranger.id not in found
