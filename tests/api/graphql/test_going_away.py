"""Over a real socket, as PostgreSQL sees it: reads end with whoever asked, writes go on, and time is limited."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import asyncpg
import httpx
import orjson
import pytest
import uvicorn

from domain.kernel.settings import Settings
from tests.api.conftest import Api, MakeKey, application
from tests.conftest import Cluster, SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller

READ = "query Waiting { risks { nodes { title } } }"
ACTIVE = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND application_name = 'milepost' AND state = 'active' AND wait_event_type = 'Lock'
"""
OPEN = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND application_name = 'milepost' AND state <> 'idle'
"""


@dataclass
class Server:
    """The application behind a real socket, and its database seen from beside it."""

    port: int
    database: asyncpg.Connection

    @asynccontextmanager
    async def locked(self, table: str) -> AsyncIterator[None]:
        """Whoever reads or writes the table waits meanwhile."""
        async with self.database.transaction():
            await self.database.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield

    async def send(self, key: str, document: str) -> asyncio.StreamWriter:
        """Send a request and do not read what is answered."""
        body = orjson.dumps({"query": document})
        _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"POST /graphql HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        await writer.drain()
        return writer

    async def become(self, count: int, query: str) -> None:
        """Wait until PostgreSQL shows so many connections."""

        async def seen() -> int:
            await self.database.execute("SELECT pg_stat_clear_snapshot()")  # kept for a transaction otherwise
            return int(await self.database.fetchval(query))

        await until(seen, count)


async def until(look: Callable[[], Awaitable[int]], wanted: int) -> None:
    """Look again and again until it is so; ten seconds at most."""
    async with asyncio.timeout(10):
        while await look() != wanted:
            await asyncio.sleep(0.02)


@pytest.fixture
async def server(
    cluster: Cluster, settings: Settings, clock: SettableClock, request: pytest.FixtureRequest
) -> AsyncIterator[Server]:
    """One process that listens, with the settings that the test names."""
    own = cluster.settings("common", **getattr(request, "param", {}))
    async with application(own, clock) as app, superuser(settings) as database:
        with socket.socket() as listening:
            listening.bind(("127.0.0.1", 0))
            listening.listen()
            running = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None))
            task = asyncio.ensure_future(running.serve(sockets=[listening]))
            try:
                yield Server(listening.getsockname()[1], database)
            finally:
                running.should_exit = True
                await task


async def test_a_client_that_goes_away_ends_its_statement_in_the_database(
    server: Server, key_of: MakeKey, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    async with server.locked("risk"):
        writer = await server.send(key.key, READ)
        await server.become(1, ACTIVE)
        writer.close()
        await server.become(0, ACTIVE)
    await server.become(0, OPEN)


async def test_many_who_ask_and_leave_do_not_fill_the_pool(server: Server, key_of: MakeKey, tenant: TestTenant) -> None:
    key = await key_of(tenant)
    async with server.locked("risk"):
        for _ in range(8):
            writers = [await server.send(key.key, READ) for _ in range(10)]
            await server.become(10, ACTIVE)
            for writer in writers:
                writer.close()
            await server.become(0, ACTIVE)
    assert (await asked(server, key, READ)).json()["data"] == {"risks": {"nodes": []}}


async def test_a_mutation_goes_on_when_the_client_goes_away(
    server: Server, key_of: MakeKey, tenant: TestTenant, runtime: Any
) -> None:
    key = await key_of(tenant)
    venture = await Caller(runtime, tenant.principal()).venture()
    document = (
        f'mutation {{ a: createRisk(input: {{ventureId: "{venture}", title: "A", category: "legal"}}) '
        f'{{ risk {{ id }} }} b: createRisk(input: {{ventureId: "{venture}", title: "B", category: "legal"}}) '
        "{ risk { id } } }"
    )
    async with server.locked("risk"):
        writer = await server.send(key.key, document)
        await server.become(1, ACTIVE)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    async def stored() -> int:
        return int(await server.database.fetchval("SELECT count(*) FROM risk WHERE tenant_id = $1", tenant.id))

    await until(stored, 2)


async def asked(server: Server, key: Api, document: str) -> httpx.Response:
    """The answer over the socket."""
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        headers = {"Authorization": f"Bearer {key.key}"}
        return await client.post(f"http://127.0.0.1:{server.port}/graphql", json={"query": document}, headers=headers)


@pytest.mark.parametrize("server", [{"MILEPOST_STATEMENT_TIMEOUT_MS": "150"}], indirect=True)
async def test_a_statement_over_its_time_is_ended_and_told_as_timeout(
    server: Server, key_of: MakeKey, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    async with server.locked("risk"):
        answer = await asked(server, key, READ)
        await server.become(0, OPEN)
    body = answer.json()
    assert answer.status_code == 200
    assert body["data"] is None
    assert body["errors"][0]["extensions"]["code"] == "TIMEOUT"
    assert (await asked(server, key, READ)).json()["data"] == {"risks": {"nodes": []}}
