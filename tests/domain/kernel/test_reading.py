"""Reads keep connections at hand; whose they were before is never felt."""

from __future__ import annotations

import asyncio
from random import Random
from typing import cast
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy.pool import QueuePool

from domain.kernel.database import Database, asyncpg_arguments
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant

MEMBERS = "SELECT count(*) FROM membership WHERE tenant_id = $1"


@pytest.fixture
async def narrow(runtime: Runtime) -> Database:
    """A database of four connections, of which reads may keep two."""
    return Database(runtime.settings.model_copy(update={"database_pool_size": 4}))


async def members(database: Database, reader: UUID, asked: UUID) -> int:
    """How many members of a tenant a reader of that or another tenant sees."""
    async with database.reading(reader) as connection:
        found = await connection.fetchval(MEMBERS, asked)
    return int(found)


async def test_a_connection_at_hand_shows_the_next_tenant_its_own_rows_only(
    narrow: Database, tenant: TestTenant, stranger: TestTenant
) -> None:
    ids = [tenant.id, stranger.id]
    random = Random(4)

    async def read(number: int) -> None:
        own, other = ids[number % 2], ids[1 - number % 2]
        try:
            async with asyncio.timeout(random.choice((0.001, 0.01, 5))):
                assert await members(narrow, own, other) == 0
                assert await members(narrow, own, own) > 0
        except TimeoutError:
            pass

    await asyncio.gather(*(read(number) for number in range(200)))
    for own, other in [ids, ids[::-1]] * 3:
        assert await members(narrow, own, own) > 0
        assert await members(narrow, own, other) == 0
    await narrow.close()


async def test_a_read_that_is_over_reads_no_more(narrow: Database, tenant: TestTenant) -> None:
    async with narrow.reading(tenant.id) as connection:
        kept = connection
    for ask in (kept.fetch, kept.fetchrow, kept.fetchval, kept.execute, kept.prepare):
        with pytest.raises(asyncpg.InterfaceError):
            await ask("SELECT 1")
    await narrow.close()


async def test_the_transaction_of_a_read_has_ended_when_the_pool_has_its_connection_back(
    narrow: Database, tenant: TestTenant
) -> None:
    async with narrow.reading(tenant.id) as connection:
        kept = connection
    assert kept.is_in_transaction()
    pool = cast(QueuePool, narrow.engine("app").pool)
    async with asyncio.timeout(10):
        while pool.checkedout():
            await asyncio.sleep(0.01)
    assert not kept.is_in_transaction()
    with pytest.raises(asyncpg.PostgresError):
        await kept.fetchval(MEMBERS, tenant.id)
    await narrow.close()


async def test_a_connection_that_is_not_taken_goes_back_while_others_are_busy(
    narrow: Database, tenant: TestTenant
) -> None:
    async with narrow.reading(tenant.id) as one, narrow.reading(tenant.id) as other:
        both = {one, other}
    async with asyncio.timeout(10):
        while sum(each.is_in_transaction() for each in both) > 1:
            assert await members(narrow, tenant.id, tenant.id) > 0
    await narrow.close()


async def test_what_is_written_between_two_reads_of_a_connection_is_seen(
    narrow: Database, runtime: Runtime, tenant: TestTenant
) -> None:
    admin = await asyncpg.connect(**asyncpg_arguments(runtime.settings.admin_database_url))
    for name in ("Before", "After"):
        await admin.execute("UPDATE tenant SET name = $2 WHERE id = $1", tenant.id, name)
        async with narrow.reading(tenant.id) as connection:
            assert await connection.fetchval("SELECT name FROM tenant WHERE id = $1", tenant.id) == name
    await admin.close()
    await narrow.close()


async def test_a_refused_statement_does_not_reach_the_next_read(narrow: Database, tenant: TestTenant) -> None:
    async with narrow.reading(tenant.id) as connection:
        with pytest.raises(asyncpg.DivisionByZeroError):
            await connection.fetchval("SELECT 1 / 0")
    assert await members(narrow, tenant.id, tenant.id) > 0
    await narrow.close()


async def test_reads_go_on_where_the_server_has_ended_all_connections_at_hand(
    narrow: Database, runtime: Runtime, tenant: TestTenant
) -> None:
    async with narrow.reading(tenant.id) as one, narrow.reading(tenant.id) as other:
        ended = [each.get_server_pid() for each in (one, other)]
    admin = await asyncpg.connect(**asyncpg_arguments(runtime.settings.admin_database_url))
    await admin.fetch("SELECT pg_terminate_backend(pid, 5000) FROM unnest($1::int[]) pid", ended)
    await admin.close()
    assert await members(narrow, tenant.id, tenant.id) > 0
    await narrow.close()


async def test_reads_leave_half_of_the_pool_to_others(narrow: Database, tenant: TestTenant) -> None:
    async def read() -> None:
        async with narrow.reading(tenant.id) as connection:
            await connection.fetchval("SELECT pg_sleep(0.01)")

    await asyncio.gather(*(read() for _ in range(12)))
    async with narrow.engine("app").connect(), narrow.engine("app").connect():
        assert await members(narrow, tenant.id, tenant.id) > 0
    await narrow.close()


async def test_a_read_that_waits_gets_what_another_gives_back(narrow: Database, tenant: TestTenant) -> None:
    pool = narrow.engine("app")
    async with pool.connect(), pool.connect(), pool.connect():
        reads = [members(narrow, tenant.id, tenant.id) for _ in range(20)]
        assert all(await asyncio.gather(*reads))
    await narrow.close()


async def test_nothing_stays_at_hand_where_nobody_reads(narrow: Database, tenant: TestTenant) -> None:
    await asyncio.gather(*(members(narrow, tenant.id, tenant.id) for _ in range(4)))
    pool = cast(QueuePool, narrow.engine("app").pool)
    async with asyncio.timeout(10):
        while pool.checkedout():
            await asyncio.sleep(0.05)
    await narrow.close()


async def test_a_connection_at_hand_that_has_ended_is_replaced(narrow: Database, tenant: TestTenant) -> None:
    async with narrow.reading(tenant.id) as connection:
        first = connection
    first.terminate()
    assert await members(narrow, tenant.id, tenant.id) > 0
    await narrow.close()


async def test_a_time_limit_of_one_read_does_not_stay(narrow: Database, tenant: TestTenant) -> None:
    async with narrow.reading(tenant.id, 1_234) as connection:
        assert await connection.fetchval("SHOW statement_timeout") == "1234ms"
    async with narrow.reading(tenant.id) as connection:
        assert await connection.fetchval("SHOW statement_timeout") != "1234ms"
    await narrow.close()
