"""What keeps the house in order: partitions, old keys, seals that no event brought, a loop that stands still."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from domain.kernel.checks import UnusableDatabase, check_database
from domain.kernel.database import Database
from domain.kernel.ids import uuid7, uuid7_at
from domain.kernel.partitions import PARTITIONED, wanted
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings, replace_user
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act, rows, write
from workers.lines import Line, Station
from workers.main import STATIONS, run
from workers.outstanding import Outstanding, outstanding
from workers.upkeep import keep_tenant_up, make_partitions


def outstanding_names(found: Outstanding) -> set[str]:
    return {name for name, due in asdict(found).items() if due}


async def test_partitions_are_made_three_periods_ahead_and_once(runtime: Runtime) -> None:
    assert await make_partitions(runtime) == 0
    async with runtime.database.engine("keeper").connect() as connection:
        found = {row[0] for row in await connection.execute(sa.text("SELECT relname FROM pg_class"))}
    later = datetime.now(UTC)
    for table, length in PARTITIONED.items():
        ahead = timedelta(weeks=3) if length == "week" else timedelta(days=84)
        moment = uuid7_at(int((later + ahead).timestamp() * 1000), 0)
        assert any(one.lower <= moment < one.upper and one.name in found for one in wanted(table, later))


async def test_idempotency_keys_are_forgotten_after_a_day(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    insert = (
        "INSERT INTO idempotency_key (tenant_id, principal, method, route, key, request_hash, created_at) "
        "VALUES (:tenant, 'p', 'POST', '/x', :key, 'h', :at)"
    )
    await write(runtime, tenant, insert, key="old", at=clock.now() - timedelta(hours=25))
    await write(runtime, tenant, insert, key="new", at=clock.now() - timedelta(hours=23))
    await keep_tenant_up(runtime, tenant.id)
    found = await rows(runtime, tenant, "SELECT key FROM idempotency_key WHERE tenant_id = $1", tenant.id)
    assert found == [{"key": "new"}]


async def test_upkeep_seals_what_no_event_has_brought_to_the_seal(runtime: Runtime, tenant: TestTenant) -> None:
    async def only_recorded(work: object) -> None:
        work.record("review.started", ("review", tenant.id))  # type: ignore[attr-defined]  # a Work

    await act(runtime, tenant, only_recorded)
    await keep_tenant_up(runtime, tenant.id)
    [count] = await rows(
        runtime,
        tenant,
        "SELECT (SELECT count(*) FROM audit_entry WHERE tenant_id = $1) - "
        "(SELECT count(*) FROM audit_seal WHERE tenant_id = $1) AS unsealed",
        tenant.id,
    )
    assert count["unsealed"] == 0


async def test_a_tenant_in_which_nothing_is_due_costs_one_statement(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    await keep_tenant_up(runtime, tenant.id)
    assert outstanding_names(await outstanding(runtime, tenant.id)) == set()

    sent: list[str] = []
    sa.event.listen(runtime.database.engine("app").sync_engine, "before_cursor_execute", lambda *of: sent.append(of[2]))
    await keep_tenant_up(runtime, tenant.id)
    assert sent == [], "the look itself goes by the driver"

    clock.forward(days=2)
    assert outstanding_names(await outstanding(runtime, tenant.id)) == {"usage"}
    await Caller(runtime, tenant.principal()).venture()
    due = outstanding_names(await outstanding(runtime, tenant.id))
    assert due == {"usage", "unsealed"}
    await keep_tenant_up(runtime, tenant.id)
    assert outstanding_names(await outstanding(runtime, tenant.id)) == set()
    assert outstanding_names(await outstanding(runtime, uuid7())) == set(), "of a tenant that is gone nothing is"


async def test_a_fit_database_passes_and_a_role_with_power_is_refused(runtime: Runtime, settings: Settings) -> None:
    await check_database(runtime.database)
    powerful = settings.model_copy(update={"database_url": replace_user(settings.database_url, "milepost_migrate")})
    database = Database(powerful)
    with pytest.raises(UnusableDatabase, match="too much power"):
        await check_database(database, ("app",))
    await database.close()


def test_an_unknown_station_is_told_with_the_known_ones(settings: Settings) -> None:
    with pytest.raises(Exception, match="there is no station forecasting; there are: " + ", ".join(STATIONS)):
        run(settings, ["forecasting"])


async def test_tenants_take_turns(tenant: TestTenant, stranger: TestTenant) -> None:
    turns: list[str] = []
    stop = asyncio.Event()
    names = {tenant.id: "busy", stranger.id: "quiet"}

    async def turn(tenant_id: object) -> bool:
        turns.append(names[tenant_id])  # type: ignore[index]  # a UUID
        if len(turns) == 1:
            line.add(stranger.id)
        if len(turns) == 6:
            stop.set()
        return names[tenant_id] == "busy"  # type: ignore[index]  # a UUID

    line = Line(Station("any", "work", frozenset(), turn))
    line.add(tenant.id)
    await line.serve(stop)
    assert turns[:3] == ["busy", "quiet", "busy"]


def test_a_loop_that_stands_still_ends_the_process() -> None:
    program = (
        "import asyncio, time\n"
        "from workers.watchdog import Watchdog\n"
        "async def main():\n"
        "    dog = Watchdog(0.5)\n"
        "    beating = asyncio.create_task(dog.beat())\n"
        "    dog.start()\n"
        "    await asyncio.sleep(1.5)\n"
        "    time.sleep(30)\n"
        "asyncio.run(main())\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], timeout=20, check=False, capture_output=True)
    assert ended.returncode == 70
