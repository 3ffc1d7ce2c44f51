"""Two tenants with a row in every table, and raw connections of each role that know nothing of the application."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from weakref import WeakSet

import asyncpg
import pytest

from domain.kernel.database import Role, asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.settings import Settings
from tests.contract.catalogue import superuser
from tests.security.rows import TABLES, Row, one_of_each

Connect = Callable[[Role], Coroutine[Any, Any, asyncpg.Connection]]


@dataclass(frozen=True)
class Walled:
    """A tenant and its row in every table."""

    id: UUID
    canary: str
    rows: dict[str, Row]


@pytest.fixture(scope="module")
async def two(settings: Settings) -> tuple[Walled, Walled]:
    """Two tenants with the same things; what tests do to them they roll back."""
    made = []
    for name in ("CANARY-A", "CANARY-B"):
        tenant_id = uuid7()
        canary = f"{name}-{tenant_id.hex[-12:]}"
        made.append(Walled(tenant_id, canary, one_of_each(tenant_id, canary)))
    async with superuser(settings) as database:
        for tenant in made:
            await store(database, tenant.rows)
    return made[0], made[1]


async def store(database: asyncpg.Connection, rows: dict[str, Row]) -> None:
    """Insert the rows, those pointed at first."""
    for table in TABLES:
        await insert(database, table.name, rows[table.name])
        if table.name in ("milestone", "task"):
            await insert(database, table.name, rows[f"{table.name}_before"])


async def insert(database: asyncpg.Connection, table: str, row: Row) -> str:
    """One plain INSERT."""
    await json_as_values(database)
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
    return str(await database.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", *row.values()))


async def json_as_values(database: asyncpg.Connection) -> None:
    """Let `jsonb` parameters be given as values."""
    if database not in _with_values:
        await database.set_type_codec("jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads)
        _with_values.add(database)


_with_values: WeakSet[asyncpg.Connection] = WeakSet()


@pytest.fixture(scope="session")
async def idle_connections() -> AsyncIterator[dict[Role, list[asyncpg.Connection]]]:
    """Plain connections that no test has now, by role."""
    idle: dict[Role, list[asyncpg.Connection]] = {}
    yield idle
    for connections in idle.values():
        for connection in connections:
            await connection.close()


@pytest.fixture
async def connect(settings: Settings, idle_connections: dict[Role, list[asyncpg.Connection]]) -> AsyncIterator[Connect]:
    """Lends plain connections of a role, each to one test at a time."""
    lent: list[tuple[Role, asyncpg.Connection]] = []

    async def lend(role: Role) -> asyncpg.Connection:
        idle = idle_connections.setdefault(role, [])
        connection = idle.pop() if idle else await asyncpg.connect(**asyncpg_arguments(settings.role_url(role)))
        lent.append((role, connection))
        return connection

    yield lend
    for role, connection in lent:
        if not connection.is_closed():
            await connection.reset()
            idle_connections[role].append(connection)


@asynccontextmanager
async def acting(connection: asyncpg.Connection, tenant_id: UUID) -> AsyncIterator[asyncpg.Connection]:
    """A transaction of a tenant that is rolled back."""
    await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{tenant_id}'")
    try:
        yield connection
    finally:
        await connection.execute("ROLLBACK")


async def refusal(connection: asyncpg.Connection, statement: str, *arguments: Any) -> str:
    """The SQLSTATE with which a statement is refused; what it answered when it was not."""
    try:
        return str(await connection.fetch(statement, *arguments))
    except asyncpg.PostgresError as error:
        return str(error.sqlstate)
