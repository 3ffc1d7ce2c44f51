"""No row can be made in another tenant or point into one, and each role may do what its page says and no more."""

from __future__ import annotations

from typing import Any

import asyncpg
import pytest

from domain.kernel.database import Role
from domain.kernel.settings import Settings
from migrations.roles import FOUND, GLOBAL_GRANTS, GLOBAL_TABLES, app_grant
from tests.contract import catalogue
from tests.security.conftest import Connect, Walled, acting, insert, refusal
from tests.security.rows import TABLES, another, pointing

FOREIGN_KEYS = [(table.name, column) for table in TABLES for column in sorted(pointing(table))]
BY_NAME = {table.name: table for table in TABLES}
UPDATABLE = [table.name for table in TABLES if "UPDATE" in app_grant(table.name)]
EITHER = {
    "export": ("member_id", "person_id"),
    "person_erasure": ("member_id", "person_id"),
    "user_feedback": ("task_id", "risk_id", "need_id"),
}
"""Columns of which a row has one alone."""
DENIED = "42501"


async def _tried(connection: asyncpg.Connection, table: str, row: dict[str, Any]) -> str:
    await connection.execute("SAVEPOINT trying")
    try:
        return await insert(connection, table, row)
    except asyncpg.PostgresError as error:
        return str(error.sqlstate)
    finally:
        await connection.execute("ROLLBACK TO SAVEPOINT trying")


@pytest.mark.parametrize(("table", "column"), FOREIGN_KEYS)
async def test_a_row_cannot_point_into_another_tenant(
    connect: Connect, two: tuple[Walled, Walled], table: str, column: str
) -> None:
    connection = await connect("app")
    ours, theirs = two
    row = another(ours.rows[table], BY_NAME[table])
    foreign = theirs.rows[pointing(BY_NAME[table])[column]]["id"]
    keys = {key.name for key in BY_NAME[table].primary_key} - {"tenant_id"}
    # A row whose key is another's id, as a forecast's, is there already: it can only be changed to point elsewhere.
    there_already = column not in keys and keys <= pointing(BY_NAME[table]).keys()
    assert not there_already or table in UPDATABLE
    async with acting(connection, ours.id):
        others = [one for one in EITHER.get(table, ()) if one != column]
        if not there_already:
            assert await _tried(connection, table, row | dict.fromkeys(others) | {column: foreign}) == "23503"
        if table in UPDATABLE:
            emptied = "".join(f", {one} = NULL" for one in others)
            statement = f"UPDATE {table} SET {column} = $1{emptied} WHERE tenant_id = $2"
            assert await refusal(connection, statement, foreign, ours.id) == "23503"


async def test_a_row_cannot_be_made_in_another_tenant(connect: Connect, two: tuple[Walled, Walled]) -> None:
    connection = await connect("app")
    ours, theirs = two
    async with acting(connection, ours.id):
        for table in TABLES:
            theirs_again = another(theirs.rows[table.name], table)
            assert await _tried(connection, table.name, theirs_again) == DENIED, table.name
            upsert = ours.rows[table.name] | {"tenant_id": theirs.id}
            assert await _tried(connection, table.name, upsert) == DENIED, table.name


@pytest.mark.parametrize("table", UPDATABLE)
async def test_a_row_cannot_move_to_another_tenant_nor_be_changed_from_there(
    connect: Connect, two: tuple[Walled, Walled], table: str
) -> None:
    connection = await connect("app")
    ours, theirs = two
    async with acting(connection, ours.id):
        untouched = f"UPDATE {table} SET tenant_id = tenant_id WHERE tenant_id = $1"
        assert await connection.execute(untouched, theirs.id) == "UPDATE 0"
        if "DELETE" in app_grant(table):
            assert await connection.execute(f"DELETE FROM {table} WHERE tenant_id = $1", theirs.id) == "DELETE 0"
        assert await refusal(connection, f"UPDATE {table} SET tenant_id = $1", theirs.id) == DENIED


async def test_appended_tables_are_never_changed_by_the_application(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    connection = await connect("app")
    for table in TABLES:
        for verb, statement in (("UPDATE", "UPDATE {} SET tenant_id = tenant_id"), ("DELETE", "DELETE FROM {}")):
            if verb not in app_grant(table.name):
                async with acting(connection, two[0].id):
                    assert await refusal(connection, statement.format(table.name)) == DENIED, (verb, table.name)


async def test_the_finder_sees_when_a_tenant_has_work_and_nothing_else(
    connect: Connect, two: tuple[Walled, Walled]
) -> None:
    connection = await connect("finder")
    tenants = {two[0].id, two[1].id}
    for table in TABLES:
        name = table.name
        if name in FOUND:
            rows = await connection.fetch(f"SELECT tenant_id, due FROM {name}")
            assert tenants <= {row["tenant_id"] for row in rows}
            for column in table.columns:
                if column.name not in ("tenant_id", "due"):
                    assert await refusal(connection, f'SELECT "{column.name}" FROM {name}') == DENIED
                    assert await refusal(connection, f'SELECT due FROM {name} WHERE "{column.name}" IS NULL') == DENIED
            assert await refusal(connection, f"SELECT due FROM {name} FOR UPDATE") == DENIED
        else:
            assert await refusal(connection, f"SELECT FROM {name}") == DENIED, name
        for statement in (f"UPDATE {name} SET tenant_id = tenant_id", f"DELETE FROM {name}"):
            assert await refusal(connection, statement) == DENIED, statement


async def test_sign_in_reaches_global_tables_only(connect: Connect, two: tuple[Walled, Walled]) -> None:
    connection = await connect("auth")
    async with acting(connection, two[0].id):
        for table in TABLES:
            await connection.execute("SAVEPOINT trying")
            assert await refusal(connection, f"SELECT FROM {table.name}") == DENIED, table.name
            await connection.execute("ROLLBACK TO SAVEPOINT trying")


@pytest.mark.parametrize("role", ["app", "finder", "auth", "keeper"])
async def test_a_global_table_is_open_only_to_whom_the_page_on_roles_names(
    connect: Connect, settings: Settings, role: Role
) -> None:
    connection = await connect(role)
    async with catalogue.superuser(settings) as database:
        existing = set(await catalogue.tables(database)) & GLOBAL_TABLES
    for table in existing:
        granted = GLOBAL_GRANTS.get(table, {}).get(f"milepost_{role}", "")
        for verb, statement in {
            "SELECT": f'SELECT FROM "{table}"',
            "UPDATE": f'UPDATE "{table}" SET {await _first_column(connection, table)} = NULL WHERE false',
            "DELETE": f'DELETE FROM "{table}" WHERE false',
        }.items():
            denied = await refusal(connection, statement) == DENIED
            assert denied == (verb not in granted), (table, verb)


async def _first_column(connection: asyncpg.Connection, table: str) -> str:
    statement = "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum = 1"
    return str(await connection.fetchval(statement, f'"{table}"'))


async def test_the_keeper_erases_in_one_tenant_and_writes_in_none(connect: Connect, two: tuple[Walled, Walled]) -> None:
    connection = await connect("keeper")
    ours, theirs = two
    async with acting(connection, ours.id):
        for table in reversed(TABLES):
            assert await connection.fetchval(f"SELECT count(DISTINCT tenant_id) FROM {table.name}") == 1, table.name
            statement = f"DELETE FROM {table.name} WHERE tenant_id = $1"
            assert await connection.execute(statement, theirs.id) == "DELETE 0", table.name
            assert await connection.execute(statement, ours.id) != "DELETE 0", table.name
    async with acting(connection, ours.id):
        for table in TABLES:
            foreign = another(theirs.rows[table.name], table)
            assert await _tried(connection, table.name, foreign) == DENIED, table.name
    for table in TABLES:
        assert await refusal(connection, f"SELECT FROM {table.name}") in {"42704", "22P02"}, table.name
