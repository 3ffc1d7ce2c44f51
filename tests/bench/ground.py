"""What measuring stands on: servers of its own, and the demo at the size that is asked for."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import asyncpg

import domain.commands  # noqa: F401  # every command is declared
from cli.demo.filling import fill, tenant_id
from cli.embedded.postgres import Postgres
from cli.embedded.valkey import Valkey
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.database import asyncpg_arguments
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import load_settings
from migrations.run import migrate
from tests.bench.growing import add_tenants, grow_tenant

CONNECTIONS = 4
GENERATED = 5
"""The size that the demo's own generator fills: 20 ventures in the measured tenant."""
_KEYS = "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@dataclass(frozen=True)
class Ground:
    """A filled database, and a second one in which the measured tenant has ten times as many neighbours."""

    runtime: Runtime
    owner: Principal
    folder: Path
    key: str
    "An API key of the measured tenant that may read."
    environment: Mapping[str, str]
    "The settings of a server on the filled database."
    crowded: Mapping[str, str]
    "The same on the one with ten times the tenants."
    rows: Mapping[str, int]
    "Rows of the measured tenant, by table."
    filled_in: float

    @property
    def tenant(self) -> UUID:
        """The measured tenant."""
        return self.owner.tenant_id

    async def connect(self) -> asyncpg.Connection:
        """A connection of the application's role that knows nothing of the application."""
        return await asyncpg.connect(**asyncpg_arguments(self.runtime.settings.database_url))


@asynccontextmanager
async def ground(times: int, neighbours: int) -> AsyncIterator[Ground]:
    """Servers that wait for the disk as in production, in a folder that is removed afterwards.

    `times` is how often the generated ventures are there; `neighbours` is how many other tenants of the same size the
    filled database has beside the measured one, and the crowded one has ten times as many.
    """
    folder = Path(tempfile.mkdtemp(prefix="milepost-bench-"))
    folder.chmod(0o755)  # noqa: ASYNC240  # once, before anything runs
    postgres, valkey = Postgres(folder / "postgres"), Valkey(folder / "valkey")
    runtime = None
    try:
        postgres.start()
        valkey.start()
        await _statement(postgres, "postgres", "CREATE DATABASE milepost")
        environment = _environment(postgres, valkey, "milepost")
        await migrate(load_settings(environment))
        runtime = Runtime.of(load_settings(environment))
        began = time.monotonic()
        tenant = tenant_id((await fill(runtime, GENERATED)).tenants[0])
        took = time.monotonic() - began
        owner = Principal(tenant, ActorKind.API_KEY, Role.OWNER, tenant)
        command = COMMANDS["create_api_key"]
        given = command.input.model_validate({"title": "bench", "role": "viewer"})
        key = (await execute(runtime, owner, command, given)).shown_once["key"]
        await runtime.close()
        rows = await _grow(postgres, tenant, times, neighbours)
        runtime = Runtime.of(load_settings(environment))
        crowded = _environment(postgres, valkey, "crowded")
        yield Ground(runtime, owner, folder, key, environment, crowded, rows, took)
    finally:
        if runtime is not None:
            await runtime.close()
        postgres.stop()
        valkey.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _environment(postgres: Postgres, valkey: Valkey, database: str) -> dict[str, str]:
    return {
        "MILEPOST_DATABASE_URL": postgres.url("milepost_app", database),
        "MILEPOST_ADMIN_DATABASE_URL": postgres.url("postgres", database),
        "MILEPOST_REDIS_URL": valkey.url,
        "MILEPOST_SECRET_KEYS": _KEYS,
    }


async def _statement(postgres: Postgres, database: str, statement: str) -> None:
    connection = await asyncpg.connect(**asyncpg_arguments(postgres.url("postgres", database)))
    await connection.execute(statement)
    await connection.close()


async def _grow(postgres: Postgres, tenant: UUID, times: int, neighbours: int) -> dict[str, int]:
    admin = await asyncpg.connect(**asyncpg_arguments(postgres.url("postgres")))
    await grow_tenant(admin, tenant, times)
    await add_tenants(admin, tenant, 1, neighbours)
    rows = {
        table: await admin.fetchval(f"SELECT count(*) FROM {table} WHERE tenant_id = $1", tenant)
        for table in ("venture", "milestone", "risk", "assessment", "alert")
    }
    await admin.close()
    await _statement(postgres, "postgres", "CREATE DATABASE crowded TEMPLATE milepost")
    admin = await asyncpg.connect(**asyncpg_arguments(postgres.url("postgres", "crowded")))
    await add_tenants(admin, tenant, neighbours + 1, 10 * neighbours)
    await admin.close()
    return rows


async def per_second(act: Callable[[int], Awaitable[int]], seconds: float) -> float:
    """How many a second, when `CONNECTIONS` of us act over and over; `act` answers how many it has done."""
    for number in range(CONNECTIONS):
        await act(number)  # the first of each is not counted: plans and caches are made there
    ends = time.monotonic() + seconds
    done = 0

    async def one(number: int) -> None:
        nonlocal done
        while time.monotonic() < ends:
            done += await act(number)

    began = time.monotonic()
    await asyncio.gather(*(one(number) for number in range(CONNECTIONS)))
    return done / (time.monotonic() - began)
