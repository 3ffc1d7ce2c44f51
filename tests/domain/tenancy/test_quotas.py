"""Limits of a tenant: never exceeded, always counted rightly, whoever writes at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain.kernel.commands import Done
from domain.kernel.counting import count_up, make_quotas, recount
from domain.kernel.errors import NotFound, QuotaExceeded
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.ids import uuid7
from domain.kernel.machinery import Quota
from domain.kernel.metrics import Metric
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform, unit_of_work
from domain.tenancy.planning import ChangePlan, ResetQuota, change_plan, reset_quota
from domain.tenancy.tables import Member, Tenant
from domain.ventures.tables import Venture
from tests.conftest import SettableClock, TestTenant
from tests.domain.tenancy.limits import limit, quota, run, told

RESET = ResetQuota(metric=Metric.VENTURES)


async def _venture(runtime: Runtime, tenant: TestTenant) -> UUID:
    done = await run(runtime, tenant.principal(), "create_venture", name="V", key=f"V{uuid7().hex[-8:].upper()}")
    return done.ids["venture"]


async def test_creating_archiving_and_restoring_are_counted_and_what_is_over_the_limit_is_not_written(
    runtime: Runtime, tenant: TestTenant
) -> None:
    first = await _venture(runtime, tenant)
    await limit(runtime, tenant, Metric.VENTURES, 2)
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == 1
    second = await _venture(runtime, tenant)
    with pytest.raises(QuotaExceeded) as refused:
        await _venture(runtime, tenant)
    assert (refused.value.metric, refused.value.limit, refused.value.used) == ("ventures", 2, 2)
    assert "2 of 2 ventures" in refused.value.message and "operator" in refused.value.message
    assert await _count(runtime, tenant, Venture) == 2
    await run(runtime, tenant.principal(), "archive_venture", id=second)
    await run(runtime, tenant.principal(), "archive_venture", id=second)
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == 1
    await _venture(runtime, tenant)
    with pytest.raises(QuotaExceeded):
        await run(runtime, tenant.principal(), "restore_venture", id=second)
    await run(runtime, tenant.principal(), "archive_venture", id=first)
    await run(runtime, tenant.principal(), "restore_venture", id=second)
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == 2
    assert await _drifts(runtime, tenant) == []


async def test_of_a_hundred_who_want_the_last_place_one_gets_it(runtime: Runtime, tenant: TestTenant) -> None:
    await limit(runtime, tenant, Metric.VENTURES, 3)
    for _ in range(2):
        await _venture(runtime, tenant)
    done = await asyncio.gather(*(_venture(runtime, tenant) for _ in range(100)), return_exceptions=True)
    assert sum(isinstance(each, UUID) for each in done) == 1
    assert {type(each) for each in done} == {UUID, QuotaExceeded}
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == await _count(runtime, tenant, Venture) == 3


async def test_writers_of_a_tenant_without_limits_do_not_wait_for_one_another(
    runtime: Runtime, tenant: TestTenant
) -> None:
    both = asyncio.Barrier(2)

    async def act() -> None:
        async with unit_of_work(runtime, tenant.principal()) as work:
            work.new(Venture, name="V", key=f"V{uuid7().hex[-8:].upper()}")
            await work.flush()
            await count_up(work)
            await both.wait()  # each holds what it holds until its commit

    await asyncio.wait_for(asyncio.gather(act(), act()), 30)


async def test_who_adds_while_a_limit_is_set_is_counted_whichever_comes_first(
    runtime: Runtime, tenant: TestTenant
) -> None:
    for number in range(4):
        await asyncio.gather(
            *(_venture(runtime, tenant) for _ in range(6)),
            limit(runtime, tenant, Metric.VENTURES, None if number % 2 else 1_000),
            *(_venture(runtime, tenant) for _ in range(6)),
        )
        assert await _drifts(runtime, tenant) == []
    await limit(runtime, tenant, Metric.VENTURES, 1_000)
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == await _count(runtime, tenant, Venture) == 48


async def test_what_is_rolled_back_replayed_or_repeated_counts_once(runtime: Runtime, tenant: TestTenant) -> None:
    await limit(runtime, tenant, Metric.VENTURES, 10)
    with pytest.raises(ZeroDivisionError):
        async with unit_of_work(runtime, tenant.principal()) as work:
            work.new(Venture, name="V", key="GONE")
            await work.flush()
            raise ZeroDivisionError
    request = IdempotentRequest.of("POST", "/ventures", "once", b"")
    given = {"name": "Once", "key": "ONCE", "idempotency": request}
    twins = await asyncio.gather(
        *(run(runtime, tenant.principal(), "create_venture", **given) for _ in range(3)), return_exceptions=True
    )
    assert any(isinstance(each, Done) for each in twins)
    await run(runtime, tenant.principal(), "create_venture", **given)
    tries: list[int] = []

    async def act(work: Work) -> None:
        work.new(Venture, name="V", key="AGAIN")
        await work.flush()
        tries.append(1)
        if len(tries) == 1:
            raise DBAPIError("", {}, _Deadlock())

    await perform(runtime, tenant.principal(), act)
    assert len(tries) == 2
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == await _count(runtime, tenant, Venture) == 2


class _Deadlock(Exception):
    sqlstate = "40P01"


async def test_many_at_once_count_as_many_and_are_refused_as_a_whole(runtime: Runtime, tenant: TestTenant) -> None:
    await limit(runtime, tenant, Metric.VENTURES, 5)

    def make(count: int) -> Callable[[Work], Awaitable[None]]:
        async def act(work: Work) -> None:
            for _ in range(count):
                work.new(Venture, name="V", key=f"V{uuid7().hex[-8:].upper()}")

        return act

    await perform(runtime, tenant.principal(), make(4))
    with pytest.raises(QuotaExceeded):
        await perform(runtime, tenant.principal(), make(2))
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == await _count(runtime, tenant, Venture) == 4


async def test_a_limit_below_what_there_is_is_taken_and_nothing_can_be_added(
    runtime: Runtime, tenant: TestTenant
) -> None:
    ventures = [await _venture(runtime, tenant) for _ in range(3)]
    await limit(runtime, tenant, Metric.VENTURES, 1)
    assert (await quota(runtime, tenant, Metric.VENTURES)).used == 3
    for venture in ventures[:2]:
        with pytest.raises(QuotaExceeded):
            await _venture(runtime, tenant)
        await run(runtime, tenant.principal(), "archive_venture", id=venture)
    with pytest.raises(QuotaExceeded):
        await _venture(runtime, tenant)


async def test_four_fifths_are_told_once_each_time_that_use_comes_there(runtime: Runtime, tenant: TestTenant) -> None:
    await limit(runtime, tenant, Metric.VENTURES, 4)
    ventures = [await _venture(runtime, tenant) for _ in range(3)]
    assert await told(runtime, tenant) == []
    ventures.append(await _venture(runtime, tenant))
    reached = {"metric": "ventures", "limit": 4, "used": 4, "share": 1.0}
    assert await told(runtime, tenant) == [reached]
    await run(runtime, tenant.principal(), "archive_venture", id=ventures[0])
    await run(runtime, tenant.principal(), "restore_venture", id=ventures[0])
    assert await told(runtime, tenant) == [reached, reached]
    await limit(runtime, tenant, Metric.VENTURES, 5)
    assert await told(runtime, tenant) == [reached, reached], "it was warned of as much before"
    await limit(runtime, tenant, Metric.VENTURES, 50)
    await limit(runtime, tenant, Metric.VENTURES, 5)
    assert (await told(runtime, tenant))[2:] == [{"metric": "ventures", "limit": 5, "used": 4, "share": 0.8}]


async def test_readings_count_by_the_tenants_day_and_by_whole_batches(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    async def act(work: Work) -> None:
        row = await work.session.get_one(Tenant, tenant.id)
        row.time_zone = "Asia/Shanghai"

    await perform(runtime, tenant.principal(), act)
    venture = await _venture(runtime, tenant)
    indicator = await run(
        runtime,
        tenant.principal(),
        "create_indicator",
        venture_id=venture,
        name="A",
        unit="%",
        direction="higher_is_worse",
    )
    clock.set(clock.now().replace(hour=15, minute=30))  # half an hour before midnight in Shanghai
    await limit(runtime, tenant, Metric.READINGS_PER_DAY, 10)

    async def record(count: int, first: int) -> None:
        readings = [
            {"at": clock.now().replace(hour=1, minute=0, microsecond=first + number), "value": "1"}
            for number in range(count)
        ]
        await run(
            runtime,
            tenant.principal(),
            "record_readings",
            indicator_id=indicator.ids["indicator"],
            readings=readings,
        )

    await record(7, 0)
    await record(7, 0)  # the same once more is passed over
    with pytest.raises(QuotaExceeded) as refused:
        await record(4, 100)
    assert (refused.value.limit, refused.value.used) == (10, 7)
    await record(3, 100)
    assert [each["used"] for each in await told(runtime, tenant)] == [10]
    assert await _drifts(runtime, tenant) == []
    clock.forward(minutes=31)
    await record(9, 200)
    assert (await quota(runtime, tenant, Metric.READINGS_PER_DAY)).used == 9
    assert await _drifts(runtime, tenant) == []


async def test_a_plan_gives_its_limits_and_a_limit_of_the_tenants_own_stands_above_it(
    runtime: Runtime, tenant: TestTenant
) -> None:
    await limit(runtime, tenant, Metric.VENTURES, 7)
    await _put_on(runtime, tenant, "free")
    members = await quota(runtime, tenant, Metric.MEMBERS)
    assert (members.most, members.used, members.overridden) == (5, 5, False)
    assert (await quota(runtime, tenant, Metric.VENTURES)).most == 7
    with pytest.raises(QuotaExceeded):
        await run(runtime, tenant.principal(), "add_member", name="One more")
    await perform(runtime, Principal.worker(tenant.id), lambda work: reset_quota(work, RESET))
    assert (await quota(runtime, tenant, Metric.VENTURES)).most == 3
    await _put_on(runtime, tenant, "unlimited")
    assert (await quota(runtime, tenant, Metric.MEMBERS)).used is None
    await run(runtime, tenant.principal(), "add_member", name="One more")
    with pytest.raises(NotFound):
        await _put_on(runtime, tenant, "none")


async def test_a_recount_finds_what_is_wrong_says_how_much_and_mends_it(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    for each in (tenant, stranger):
        await _venture(runtime, each)
        await limit(runtime, each, Metric.VENTURES, 10)
        await _falsify(runtime, each, 5)
    [drift] = await _drifts(runtime, tenant)
    assert (drift.metric, drift.counted, drift.found) == (Metric.VENTURES, 5, 1)
    assert await _drifts(runtime, tenant) == []
    assert (await quota(runtime, stranger, Metric.VENTURES)).used == 5, "another tenant's counter is its own"


async def test_a_tenant_whose_rows_are_missing_gets_them_and_is_counted_at_once(
    runtime: Runtime, tenant: TestTenant
) -> None:
    """As it is with tenants that a version before has made."""
    fresh = uuid7()
    async with unit_of_work(runtime, Principal.worker(fresh)) as work:
        row = Tenant(id=fresh, slug=f"t{fresh.hex[-12:]}", name="T", created_at=work.now, updated_at=work.now)
        row.plan_code = "free"
        work.session.add(row)
        await work.flush()
        work.new(Member, name="One", role="owner")
    async with unit_of_work(runtime, Principal.worker(fresh)) as work:
        rows = (await work.session.execute(sa.select(Quota).where(Quota.tenant_id == fresh))).scalars().all()  # type: ignore[arg-type]
        await make_quotas(work)
    assert {row.metric: row.used for row in rows if row.used} == {Metric.MEMBERS: 1}
    assert {row.metric for row in rows} == set(Metric)


async def _put_on(runtime: Runtime, tenant: TestTenant, plan: str) -> None:
    await perform(
        runtime, Principal.worker(tenant.id), lambda work: change_plan(work, ChangePlan(id=tenant.id, plan=plan))
    )


async def _count(runtime: Runtime, tenant: TestTenant, table: Any) -> int:
    statement = sa.select(sa.func.count()).where(table.tenant_id == tenant.id, table.archived_at.is_(None))
    async with unit_of_work(runtime, tenant.principal()) as work:
        return int((await work.session.execute(statement)).scalar_one())


async def _drifts(runtime: Runtime, tenant: TestTenant) -> list[Any]:
    return await perform(runtime, tenant.principal(), recount)


async def _falsify(runtime: Runtime, tenant: TestTenant, used: int) -> None:
    async with unit_of_work(runtime, tenant.principal()) as work:
        await work.session.execute(
            sa.text("UPDATE quota SET used = :used WHERE tenant_id = :tenant AND metric = 'ventures'"),
            {"used": used, "tenant": tenant.id},
        )
