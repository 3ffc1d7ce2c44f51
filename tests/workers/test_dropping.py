"""Deliveries, attempts and bodies are kept for their time and then dropped by the partition, beside those who write."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.kernel.ids import uuid7_at
from domain.kernel.partitions import KEPT, PARTITIONED, ensure_partitions, outlived, partitions_of, wanted
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, perform, unit_of_work
from domain.webhooks.tables import Delivery
from tests.conftest import TestTenant, make_tenant
from workers.outstanding import outstanding
from workers.upkeep import drop_partitions, keep_up


@pytest.fixture
async def aged(clone: Callable[..., Settings]) -> AsyncIterator[Runtime]:
    """A database of its own with partitions back to a hundred days ago."""
    runtime = Runtime.of(await asyncio.to_thread(clone))
    for days in (100, 75, 50, 40, 25):
        async with runtime.database.engine("keeper").begin() as connection:
            await ensure_partitions(connection, datetime.now(UTC) - timedelta(days=days))
    yield runtime
    await runtime.close()


@pytest.mark.parametrize("table", sorted(KEPT))
def test_a_partition_is_old_when_its_last_row_is(table: str) -> None:
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)
    for partition in wanted(table, now):
        ends = datetime.fromtimestamp((partition.upper.int >> 80) / 1000, UTC)
        assert not outlived(table, partition.name, now)
        assert not outlived(table, partition.name, ends + KEPT[table] - timedelta(seconds=1))
        assert outlived(table, partition.name, ends + KEPT[table])
    assert not outlived("event", "event_p20200101", now)
    assert not outlived(table, f"{table}_p20200101_copy", now)


async def test_what_is_older_than_thirty_days_is_dropped_whole_and_the_rest_stays(aged: Runtime) -> None:
    tenant = await make_tenant(aged)
    young = await _deliver_at(aged, tenant, timedelta(days=29))
    old = await _deliver_at(aged, tenant, timedelta(days=60))
    before = await _partitions(aged)
    await keep_up(aged)
    assert not any(asdict(await outstanding(aged, tenant.id)).values()), "and every tenant was looked after"
    after = await _partitions(aged)
    now = datetime.now(UTC)
    for table in PARTITIONED:
        gone = set(before[table]) - set(after[table])
        assert gone == {name for name in before[table] if outlived(table, name, now)}
        assert bool(gone) == (table in KEPT), table
    async with unit_of_work(aged, Principal.worker(tenant.id)) as work:
        found = await work.session.execute(
            sa.text("SELECT id FROM delivery WHERE tenant_id = :tenant"), {"tenant": tenant.id}
        )
        assert {row.id for row in found} == {young}
        assert old != young
    assert await drop_partitions(aged) == []


async def test_dropping_waits_for_no_writer_and_no_writer_for_it(aged: Runtime) -> None:
    tenant = await make_tenant(aged)
    written = asyncio.Event()
    go_on = asyncio.Event()

    async def write() -> None:
        async with unit_of_work(aged, Principal.worker(tenant.id)) as work:
            await _insert(work, datetime.now(UTC))
            written.set()
            await go_on.wait()

    writer = asyncio.create_task(write())
    await written.wait()
    dropped = await drop_partitions(aged)
    assert not any(name.startswith("delivery_") for name in dropped)
    assert any(name.startswith("attempt_") for name in dropped), "the others are not held up by it"
    async with asyncio.timeout(10):
        await perform(aged, Principal.worker(tenant.id), lambda work: _insert(work, datetime.now(UTC)))
    go_on.set()
    await writer
    assert any(name.startswith("delivery_") for name in await drop_partitions(aged))


async def test_nothing_is_dropped_by_the_injected_clock(aged: Runtime) -> None:
    await drop_partitions(aged)
    before = await _partitions(aged)
    assert await drop_partitions(aged, datetime.now(UTC) - timedelta(days=1000)) == []
    assert await _partitions(aged) == before


async def _insert(work: Work, at: datetime) -> Delivery:
    id = uuid7_at(int(at.timestamp() * 1000), 1)
    delivery = work.new(
        Delivery, id=id, endpoint_id=id, event_id=id, event_type="risk.assessed", form="full:viewer", created_at=at
    )
    await work.flush()
    return delivery


async def _deliver_at(runtime: Runtime, tenant: TestTenant, ago: timedelta) -> object:
    at = datetime.now(UTC) - ago
    return (await perform(runtime, Principal.worker(tenant.id), lambda work: _insert(work, at))).id


async def _partitions(runtime: Runtime) -> dict[str, list[str]]:
    async with runtime.database.engine("keeper").connect() as connection:
        return {table: await partitions_of(connection, table) for table in PARTITIONED}
