"""With no tenant nothing is read; with one, row level security alone shows its rows and no others."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import sqlalchemy as sa

from domain.kernel.database import Role
from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import unit_of_work
from migrations.roles import app_grant
from tests.conftest import TestTenant
from tests.security.conftest import Connect, Walled, acting, insert, refusal
from tests.security.rows import TABLES, another, pointing

NO_TENANT = {"42704", "22P02"}
"No such setting; on a connection that had one, the empty text that is no uuid."
DENIED = "42501"
NAMES = [table.name for table in TABLES]


async def test_without_a_tenant_every_table_refuses_every_statement(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    fresh, used = await connect("app"), await connect("app")
    async with acting(used, two[0].id):
        await used.fetch("SELECT 1 FROM risk")
    for connection in (fresh, used):
        for table in TABLES:
            row = two[0].rows[table.name]
            assert await refusal(connection, f"SELECT * FROM {table.name}") in NO_TENANT, table.name
            assert await refusal(connection, f"SELECT count(*) FROM {table.name}") in NO_TENANT, table.name
            with pytest.raises(asyncpg.PostgresError) as refused:
                await insert(connection, table.name, another(row, table))
            assert refused.value.sqlstate in NO_TENANT, table.name
            if "UPDATE" in app_grant(table.name):
                statement = f"UPDATE {table.name} SET tenant_id = tenant_id"
                assert await refusal(connection, statement) in NO_TENANT, table.name
            if "DELETE" in app_grant(table.name):
                assert await refusal(connection, f"DELETE FROM {table.name}") in NO_TENANT, table.name


@pytest.mark.parametrize("tenant", ["''", "'x'", "'00000000-0000-0000-0000-000000000000'", "NULL", "DEFAULT"])
async def test_a_wrong_tenant_shows_nothing(connect: Connect, two: tuple[Walled, Walled], tenant: str) -> None:
    connection = await connect("app")
    await connection.execute("BEGIN")
    if tenant != "NULL":
        await connection.execute(f"SET LOCAL app.tenant_id = {tenant}")
    assert await refusal(connection, "SELECT * FROM risk") in {*NO_TENANT, "[]"}


async def test_row_level_security_alone_shows_a_tenants_rows_and_no_others(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    connection = await connect("app")
    ours, theirs = two
    for own, other in ((ours, theirs), (theirs, ours)):
        async with acting(connection, own.id):
            for table in TABLES:
                rows = [str(row) for row in await connection.fetch(f"SELECT * FROM {table.name}")]
                assert rows, table.name
                assert not [row for row in rows if other.canary in row or str(other.id) in row], table.name
                assert await connection.fetchval(f"SELECT count(DISTINCT tenant_id) FROM {table.name}") == 1
                theirs_too = f"SELECT count(*) FROM {table.name} WHERE tenant_id = $1 OR true AND tenant_id <> $2"
                assert await connection.fetchval(theirs_too, other.id, own.id) == 0, table.name


async def test_a_condition_that_fails_on_a_strangers_row_is_never_tried_on_it(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    """A condition that raises would tell of rows that are not shown; the policy is asked before it."""
    connection = await connect("app")
    async with acting(connection, two[0].id):
        statement = "SELECT count(*) FROM risk WHERE CASE WHEN tenant_id = $1 THEN 1 / (version - version) > 0 END"
        assert await connection.fetchval(statement, two[1].id) == 0
        text = "SELECT count(*) FROM risk WHERE title LIKE $1 AND title::integer > 0"
        assert await connection.fetchval(text, f"{two[1].canary}%") == 0


async def test_an_index_does_not_tell_of_strangers_rows(connect: Connect, two: tuple[Walled, Walled]) -> None:
    """What is unique is unique within the tenant: the same values again are no conflict with another tenant's."""
    connection = await connect("app")
    ours, theirs = two
    async with acting(connection, ours.id):
        for table in TABLES:
            copied = {**theirs.rows[table.name], "tenant_id": ours.id}
            copied |= {name: ours.rows[table.name][name] for name in pointing(table)}
            told = await _refused_detail(connection, table.name, copied)
            assert str(theirs.id) not in told, table.name


async def _refused_detail(connection: asyncpg.Connection, table: str, row: dict[str, Any]) -> str:
    await connection.execute("SAVEPOINT copying")
    try:
        await insert(connection, table, row)
    except asyncpg.UniqueViolationError as error:  # with a row of its own tenant
        return str(error.detail)
    finally:
        await connection.execute("ROLLBACK TO SAVEPOINT copying")
    return ""


async def test_a_units_tenant_does_not_outlive_it(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    seen = []
    for principal in (tenant.principal(), stranger.principal(), tenant.principal()):
        async with unit_of_work(runtime, principal) as work:
            shown = await work.session.execute(sa.text("SHOW app.tenant_id"))
            seen.append(UUID(str(shown.scalar_one())))
    assert seen == [tenant.id, stranger.id, tenant.id]
    async with runtime.database.engine("app").connect() as connection:
        assert (await connection.execute(sa.text("SHOW app.tenant_id"))).scalar_one() == ""


async def test_a_unit_that_is_cut_short_leaves_neither_its_tenant_nor_a_transaction(
    settings: Settings, tenant: TestTenant
) -> None:
    """Cancelled, failed and timed out, over a pool of one connection."""
    runtime = Runtime.of(settings.model_copy(update={"database_pool_size": 1, "statement_timeout_ms": 200}))
    try:

        async def hang() -> None:
            async with unit_of_work(runtime, tenant.principal()) as work:
                await work.session.execute(sa.text("SELECT pg_sleep(5)"))

        async def hang_reading() -> None:
            async with runtime.database.reading(tenant.id) as connection:
                await connection.fetch("SELECT pg_sleep(5)")

        for act in (hang, hang_reading):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await act()
            with pytest.raises(Exception, match="statement timeout"):
                await act()
        engine = runtime.database.engine("app")
        async with engine.connect() as connection:
            assert (await connection.execute(sa.text("SELECT pg_current_xact_id_if_assigned()"))).scalar() is None
            assert not (await connection.execute(sa.text("SELECT current_setting('app.tenant_id', true)"))).scalar()
    finally:
        await runtime.close()


@pytest.mark.parametrize("role", ["app", "finder", "auth", "keeper"])
async def test_nobody_can_step_over_the_locks(connect: Connect, two: tuple[Walled, Walled], role: Role) -> None:
    connection = await connect(role)
    for statement in (
        "SET row_security = off; SELECT * FROM risk",
        "ALTER TABLE risk DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE risk NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY tenant ON risk",
        "CREATE POLICY mine ON risk USING (true)",
        "TRUNCATE risk",
        "DROP TABLE risk",
        *([] if role == "keeper" else ["CREATE VIEW peep AS SELECT * FROM risk", "CREATE TABLE own (n int)"]),
        "SET ROLE milepost_migrate",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION postgres",
        "SELECT * FROM pg_authid",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY tenant TO PROGRAM 'true'",
        "CREATE EXTENSION dblink",
        "ALTER ROLE CURRENT_USER BYPASSRLS",
        "GRANT milepost_migrate TO CURRENT_USER",
        "CREATE TRIGGER t AFTER INSERT ON risk EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    ):
        with pytest.raises(asyncpg.PostgresError) as refused:
            await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{two[0].id}'; {statement}")
        await connection.execute("ROLLBACK")
        assert refused.value.sqlstate in {DENIED, "42P17", "0A000", "58P01"}, (statement, refused.value)


async def test_the_application_cannot_read_or_write_a_partition_itself(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    connection = await connect("app")
    partitions = await connection.fetch("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'")
    assert partitions
    async with acting(connection, two[0].id):
        for (name,) in partitions:
            for statement in ("SELECT * FROM {}", "DELETE FROM {}", "UPDATE {} SET tenant_id = tenant_id"):
                await connection.execute("SAVEPOINT trying")
                assert await refusal(connection, statement.format(name)) == DENIED, name
                await connection.execute("ROLLBACK TO SAVEPOINT trying")


async def test_a_worker_without_a_tenant_row_sees_nothing(runtime: Runtime) -> None:
    async with unit_of_work(runtime, Principal.worker(uuid7())) as work:
        assert (await work.session.execute(sa.text("SELECT count(*) FROM tenant_counter WHERE tenant_id = :t"),
                                           {"t": work.tenant_id})).scalar_one() == 0  # fmt: skip
