"""Looking for what is due reads what is due: a hundred times as many rows that are done or to come change nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import asyncpg
import orjson
import pytest
import sqlalchemy as sa

from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import make_tenant
from tests.contract.catalogue import superuser
from tests.graph.crowd import crowd_id, fill_crowd
from tests.graph.test_plans import plan_nodes, rows_read
from workers.finding import tenants_with_due

Table = Literal["event", "work", "delivery"]
TENANTS, DUE, OTHERS = 20, 3, 1_000
"""Of each tenant so many rows are not due; three tenants have so many that are."""
DONE = {
    "event": "INSERT INTO event (tenant_id, id, type, subject_type, subject_id, data, actor, occurred_at, sequence, "
    "due) SELECT $1, {id}, 'risk.created', 'risk', {id}, '{{}}', '{{}}', $3, n, {due} "
    "FROM generate_series(1, $4::int) n",
    "work": "INSERT INTO work (tenant_id, kind, subject_id, wanted, attempts, due) "
    "SELECT $1, 'monitor', {id}, 1, 0, {due} FROM generate_series(1, $4::int) n",
    "delivery": "INSERT INTO delivery (tenant_id, id, endpoint_id, event_id, event_type, form, state, due, attempts, "
    "created_at) SELECT $1, {id}, {id}, {id}, 'risk.created', 'full', 'pending', {due}, 0, $3 "
    "FROM generate_series(1, $4::int) n",
}
LIKE = "overlay($2::uuid::text PLACING right(md5(random()::text), 12) FROM 25)::uuid"


async def _fill(owner: asyncpg.Connection, table: Table, tenant: UUID, now: datetime, count: int, due: str) -> None:
    statement = DONE[table].format(id=LIKE, due=due)
    if "$3" not in statement:
        statement += " WHERE $3::timestamptz IS NOT NULL"
    await owner.execute(statement, tenant, uuid7(), now, count)


@pytest.fixture
def own(clone: Callable[..., Settings]) -> Settings:
    """A database of the test's own."""
    return clone()


@pytest.fixture
async def busy(own: Settings) -> AsyncIterator[Runtime]:
    """Twenty tenants whose work is done or to come, and three of them with some that is due."""
    runtime = Runtime.of(own)
    tenant = await make_tenant(runtime)
    now = runtime.clock.now()
    async with superuser(own) as owner:
        await fill_crowd(owner, tenant.id, 1, TENANTS, 10, 2)
        await owner.execute("SET session_replication_role = replica")
        for table in DONE:
            await owner.execute(f"DELETE FROM {table}")  # of the tenant that the others are like
            for number in range(1, TENANTS + 1):
                to_come = "NULL" if table == "event" else "$3::timestamptz + n * interval '1 minute'"
                await _fill(owner, table, crowd_id("tenant", number, 0), now, OTHERS, to_come)
            for number in range(1, 4):
                past = "$3::timestamptz - interval '1 minute'"
                await _fill(owner, table, crowd_id("tenant", number, 0), now, DUE, past)
        await owner.execute("VACUUM ANALYZE")
    yield runtime
    await runtime.close()


@pytest.mark.parametrize("looked_at", [5_000, 1])
async def test_the_finder_reads_what_is_due_and_not_what_is_done_or_to_come(
    busy: Runtime, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    """Also where a backlog is so long that the tenants are asked one by one."""
    monkeypatch.setattr("workers.finding.LOOKED_AT", looked_at)
    sent: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        sent.append((statement, parameters))

    sa.event.listen(busy.database.engine("finder").sync_engine, "before_cursor_execute", note)
    now = busy.clock.now()
    finder = await asyncpg.connect(**asyncpg_arguments(busy.settings.role_url("finder")))
    for table in ("event", "work", "delivery"):
        sent.clear()
        found = await tenants_with_due(busy, table, now)  # type: ignore[arg-type]  # one of the three
        assert sorted(found) == sorted(crowd_id("tenant", number, 0) for number in range(1, 4))
        assert len(sent) == (1 if looked_at > 1 else 2)
        for statement, parameters in sent:
            told = await finder.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", *parameters)
            nodes = [one for one in plan_nodes(orjson.loads(told)[0]["Plan"]) if one.get("Relation Name") != "tenant"]
            assert not [one for one in nodes if one["Node Type"] == "Seq Scan" and one["Actual Rows"]], (
                table,
                statement,
            )
            assert rows_read(nodes) <= 3 * DUE * TENANTS, (table, statement, rows_read(nodes))
    await finder.close()


async def test_what_is_to_come_is_found_when_its_time_has_come(busy: Runtime) -> None:
    later = busy.clock.now() + timedelta(days=2)
    assert len(await tenants_with_due(busy, "work", later)) == TENANTS


async def test_rows_whose_tenant_is_gone_hide_nobody(
    busy: Runtime, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.finding.LOOKED_AT", 4)
    now = busy.clock.now()
    async with superuser(own) as owner:
        for table in DONE:
            gone = UUID(int=0)
            await _fill(owner, table, gone, now, 100, "$3::timestamptz - interval '1 hour'")
            assert await owner.fetchval(f"SELECT count(*) FROM {table} WHERE tenant_id = $1", gone) == 100
    for table in DONE:
        found = await tenants_with_due(busy, table, now)
        assert sorted(found) == sorted(crowd_id("tenant", number, 0) for number in range(1, 4)), table
