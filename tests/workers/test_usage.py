"""What a tenant used is told by its days: peaks, sums, and nothing twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from api.allowance.limiter import Limiter, Payer, Unit
from api.metering import Meter
from domain.kernel.ids import uuid7
from domain.kernel.metrics import Metric
from domain.kernel.runtime import Runtime
from domain.kernel.work import perform, unit_of_work
from domain.tenancy.usage import KEPT_DAYS, read_days
from tests.conftest import SettableClock, TestTenant
from tests.domain.tenancy.limits import limit, quota, run
from tests.workers.conftest import rows
from workers.relay import relay
from workers.usage import keep_usage, recount_daily


async def _days(runtime: Runtime, tenant: TestTenant) -> dict[tuple[int, str], int]:
    """Amounts by how many days ago, and metric."""
    today = runtime.clock.now().date()
    rows = await perform(runtime, tenant.principal(), lambda work: read_days(work, today - timedelta(days=500), today))
    return {((today - row.day).days, str(row.metric)): row.amount for row in rows}


async def _relayed(runtime: Runtime, tenant: TestTenant) -> None:
    while (await relay(runtime, tenant.id)).more:
        pass


async def _venture(runtime: Runtime, tenant: TestTenant) -> UUID:
    done = await run(runtime, tenant.principal(), "create_venture", name="V", key=f"V{uuid7().hex[-8:].upper()}")
    return done.ids["venture"]


async def test_peaks_and_sums_are_told_by_day_and_nothing_is_told_twice(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    clock.set(clock.now().replace(hour=9))
    ventures = [await _venture(runtime, tenant) for _ in range(4)]
    for venture in ventures[1:]:
        await run(runtime, tenant.principal(), "archive_venture", id=venture)
    indicator = await run(
        runtime, tenant.principal(), "create_indicator", venture_id=ventures[0], name="A", direction="higher_is_worse"
    )
    readings = [{"at": clock.now() - timedelta(minutes=number), "value": "1"} for number in range(7)]
    await run(
        runtime,
        tenant.principal(),
        "record_readings",
        indicator_id=indicator.ids["indicator"],
        readings=readings,
    )
    clock.forward(days=2)
    await run(runtime, tenant.principal(), "restore_venture", id=ventures[1])
    await _relayed(runtime, tenant)
    await asyncio.gather(*(keep_usage(runtime, tenant.id) for _ in range(3)))
    await keep_usage(runtime, tenant.id)
    days = await _days(runtime, tenant)
    assert days[2, "ventures"] == 4, "four at one time, though one was left in the evening"
    assert days[0, "ventures"] == 2
    assert (days[2, "readings"], days[2, "members"], days[0, "members"]) == (7, 5, 5)
    assert (0, "readings") not in days
    await run(runtime, tenant.principal(), "archive_venture", id=ventures[1])
    await keep_usage(runtime, tenant.id)  # the event is not relayed yet
    await _relayed(runtime, tenant)
    await keep_usage(runtime, tenant.id)
    assert await _days(runtime, tenant) == days
    await keep_usage(runtime, stranger.id)
    assert {metric: amount for (_, metric), amount in (await _days(runtime, stranger)).items()} == {
        "members": 5, "ventures": 0, "risks": 0, "webhook_endpoints": 0
    }  # fmt: skip


async def test_deliveries_to_endpoints_are_counted_once_they_are_some_minutes_old(
    runtime: Runtime, tenant: TestTenant
) -> None:
    await run(
        runtime,
        tenant.principal(),
        "create_webhook_endpoint",
        url="http://127.0.0.1:9999/hook",
        event_types=["venture.created"],
    )
    await _relayed(runtime, tenant)
    for _ in range(3):
        await _venture(runtime, tenant)
    await _relayed(runtime, tenant)
    await keep_usage(runtime, tenant.id)
    assert (0, "webhook_deliveries") not in await _days(runtime, tenant)
    for _ in range(2):
        await keep_usage(runtime, tenant.id, datetime.now(UTC) + timedelta(minutes=11))
    assert (await _days(runtime, tenant))[0, "webhook_deliveries"] == 3


async def test_requests_and_their_cost_are_stored_off_their_path_and_an_operators_are_not_the_tenants(
    runtime: Runtime, tenant: TestTenant
) -> None:
    meter = Meter(runtime)
    graphql, rest = Limiter(runtime, Unit.COST, meter), Limiter(runtime, Unit.REQUESTS, meter)
    payer = Payer.of(tenant.principal())
    await graphql.spend(payer, 30)
    await rest.spend(payer, 1)
    await rest.spend(Payer(uuid7(), None), 1)
    assert await _days(runtime, tenant) == {}
    await meter.store()
    await meter.store()
    await graphql.spend(payer, 12)
    await meter.store()
    assert await _days(runtime, tenant) == {(0, "api_requests"): 3, (0, "api_cost"): 42}


async def test_most_of_a_minutes_cost_is_told_once_a_day(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    clock.set(clock.now().replace(hour=12))
    await limit(runtime, tenant, Metric.API_COST_PER_MINUTE, 100)
    meter = Meter(runtime)
    limiter = Limiter(runtime, Unit.COST, meter)
    payer = Payer.of(tenant.principal(cost_limit=100))

    async def told() -> list[Any]:
        await meter.store()
        statement = "SELECT data FROM event WHERE tenant_id = $1 AND type = 'tenant.quota.reached' ORDER BY id"
        return [row["data"] for row in await rows(runtime, tenant, statement, tenant.id)]

    await limiter.spend(payer, 79)
    assert await told() == []
    await limiter.spend(payer, 6)
    first = {"metric": "api_cost_per_minute", "limit": 100, "used": 85, "share": 0.85}
    assert await told() == [first]
    clock.forward(minutes=1)
    await limiter.spend(payer, 95)
    assert await told() == [first], "once a day"
    clock.forward(days=1)
    await limiter.spend(payer, 95)
    assert [each["used"] for each in await told()] == [85, 95]


async def test_what_is_older_than_four_hundred_days_is_forgotten(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await keep_usage(runtime, tenant.id)
    clock.forward(days=KEPT_DAYS)
    await keep_usage(runtime, tenant.id)
    assert {ago for ago, _ in await _days(runtime, tenant)} == {0, KEPT_DAYS}
    clock.forward(days=1)
    await keep_usage(runtime, tenant.id)
    assert {ago for ago, _ in await _days(runtime, tenant)} == {0, 1}


async def test_once_a_day_counters_are_recounted(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> None:
    await _venture(runtime, tenant)
    await limit(runtime, tenant, Metric.VENTURES, 10)

    async def falsified() -> Any:
        async with unit_of_work(runtime, tenant.principal()) as work:
            await work.session.execute(
                sa.text("UPDATE quota SET used = 9 WHERE tenant_id = :tenant AND metric = 'ventures'"),
                {"tenant": tenant.id},
            )
        await recount_daily(runtime, tenant.id)
        return (await quota(runtime, tenant, Metric.VENTURES)).used

    assert await falsified() == 9
    clock.forward(hours=25)
    assert await falsified() == 1
