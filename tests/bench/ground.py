"""What measuring stands on: servers of its own, and the demo at the size that is asked for."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from cli.demo.filling import fill, tenant_id
from cli.embedded.postgres import Postgres
from cli.embedded.valkey import Valkey
from domain.kernel.database import asyncpg_arguments
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import load_settings
from migrations.run import migrate

CONNECTIONS = 4
_KEYS = "t1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


@dataclass(frozen=True)
class Ground:
    """A filled database."""

    runtime: Runtime
    owner: Principal
    rows: dict[str, int]
    "Rows of the measured tenant, by table."
    filled_in: float

    async def connect(self) -> asyncpg.Connection:
        """A connection of the application's role that knows nothing of the application."""
        return await asyncpg.connect(**asyncpg_arguments(self.runtime.settings.database_url))


@asynccontextmanager
async def ground(size: int) -> AsyncIterator[Ground]:
    """Servers that wait for the disk as in production, in a folder that is removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="milepost-bench-"))
    folder.chmod(0o755)  # noqa: ASYNC240  # once, before anything runs
    postgres, valkey = Postgres(folder / "postgres"), Valkey(folder / "valkey")
    runtime = None
    try:
        postgres.start()
        valkey.start()
        admin = await asyncpg.connect(**asyncpg_arguments(postgres.url("postgres", "postgres")))
        await admin.execute("CREATE DATABASE milepost")
        await admin.close()
        settings = load_settings(
            {
                "MILEPOST_DATABASE_URL": postgres.url("milepost_app"),
                "MILEPOST_ADMIN_DATABASE_URL": postgres.url("postgres"),
                "MILEPOST_REDIS_URL": valkey.url,
                "MILEPOST_SECRET_KEYS": _KEYS,
                "MILEPOST_DATABASE_POOL_SIZE": str(CONNECTIONS),
                "MILEPOST_LOG_LEVEL": "warning",
            }
        )
        await migrate(settings)
        runtime = Runtime.of(settings)
        began = time.monotonic()
        done = await fill(runtime, size)
        took = time.monotonic() - began
        tenant = tenant_id(done.tenants[0])
        owner = Principal(tenant, ActorKind.API_KEY, Role.OWNER, tenant)
        admin = await asyncpg.connect(**asyncpg_arguments(postgres.url("postgres")))
        await admin.execute("VACUUM ANALYZE")
        rows = {
            table: await admin.fetchval(f"SELECT count(*) FROM {table} WHERE tenant_id = $1", tenant)
            for table in ("venture", "milestone", "risk", "assessment")
        }
        await admin.close()
        yield Ground(runtime, owner, rows, took)
    finally:
        if runtime is not None:
            await runtime.close()
        postgres.stop()
        valkey.stop()
        shutil.rmtree(folder, ignore_errors=True)


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
