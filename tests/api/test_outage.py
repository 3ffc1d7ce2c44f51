"""Without its database the API says so, and lives on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa
import structlog.testing
from fastapi import FastAPI

from api.app import create_app
from domain.kernel.checks import UnusableDatabase
from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.tenancy.keys import new_key
from tests.api.conftest import browser
from tests.conftest import KEYS, OPERATOR_KEY, Cluster
from tests.contract.catalogue import superuser


@pytest.fixture
def away(cluster: Cluster) -> Runtime:
    """A runtime whose database is not there, nor its Redis."""
    nothing = {
        "MILEPOST_DATABASE_URL": "postgresql://milepost_app@127.0.0.1:1/none",
        "MILEPOST_REDIS_URL": "redis://127.0.0.1:1",
    }
    return Runtime.of(cluster.settings("none", MILEPOST_SECRET_KEYS=KEYS, **nothing))


async def test_alive_and_not_ready(away: Runtime) -> None:
    async with browser(create_app(runtime=away)) as client:
        assert (await client.get("/livez")).status_code == 200
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()["checks"]["database"]) == (503, "unavailable")
        for key in (new_key(uuid7()), OPERATOR_KEY):
            answer = await client.get("/v1/me", headers={"Authorization": f"Bearer {key}"})
            assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "BUSY", "1")
        asked = {"Authorization": f"Bearer {new_key(uuid7())}", "Accept": "application/graphql-response+json"}
        answer = await client.post("/graphql", json={"query": "{ viewer { role } }"}, headers=asked)
        told = answer.json()["errors"][0]["extensions"]["code"]
        assert (answer.status_code, told, answer.headers["retry-after"]) == (503, "BUSY", "1")
    await away.close()


@pytest.fixture
def own(clone: Callable[..., Settings]) -> Settings:
    """The settings of a database of the test's own."""
    return clone()


async def test_connections_that_the_server_has_ended_are_replaced_unnoticed(own: Settings) -> None:
    runtime = Runtime.of(own)
    try:
        for _ in range(2):
            async with runtime.database.reading(uuid7()) as connection:
                assert await connection.fetchval("SELECT 1") == 1
            async with runtime.database.engine("app").connect() as pooled:
                assert (await pooled.execute(sa.text("SELECT 1"))).scalar_one() == 1
                driver: Any = (await pooled.get_raw_connection()).driver_connection
            admin = await asyncpg.connect(**asyncpg_arguments(own.admin_database_url))
            ended = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'milepost_app'"
            assert await admin.fetchval(f"{ended} AND datname = current_database()") > 0
            await admin.close()
            while not driver.is_closed():  # until this process has heard of it
                await asyncio.sleep(0.01)
    finally:
        await runtime.close()


async def test_a_start_waits_for_a_database_that_takes_nobody_yet(own: Settings) -> None:
    database = asyncpg_arguments(own.database_url)["database"]
    runtime = Runtime.of(own)
    async with superuser(own) as admin:
        await admin.execute(f"ALTER DATABASE {database} CONNECTION LIMIT 0")
        app = create_app(runtime=runtime)
        with structlog.testing.capture_logs() as said:
            async with asyncio.timeout(30), asyncio.TaskGroup() as group:
                group.create_task(_start(app))
                while not said:
                    await asyncio.sleep(0.01)
                assert said[0]["event"] == "database is away; trying again"
                await admin.execute(f"ALTER DATABASE {database} CONNECTION LIMIT -1")
    await runtime.close()


async def _start(app: FastAPI) -> None:
    async with app.router.lifespan_context(app):
        pass


async def test_a_start_without_database_fails(away: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.app.PATIENCE_SECONDS", 0)
    with pytest.raises((OSError, UnusableDatabase)):
        await _start(create_app(runtime=away))
    await away.close()
