"""Reads keep connections at hand; whose they were before is never felt."""

from __future__ import annotations

import asyncio
from random import Random
from typing import cast
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy.pool import QueuePool

from domain.kernel.database import Database
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


async def test_without_a_tenant_a_connection_at_hand_refuses(narrow: Database, tenant: TestTenant) -> None:
    async with narrow.reading(tenant.id) as connection:
        kept = connection
    with pytest.raises(asyncpg.PostgresError):
        await kept.fetchval(MEMBERS, tenant.id)
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
