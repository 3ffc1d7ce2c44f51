"""Over a real socket, as PostgreSQL sees it: reads end with whoever asked, writes go on, and time is limited."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest

from domain.kernel.settings import Settings
from tests.api.conftest import MakeKey, application
from tests.api.serving import Server, serving, until
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


@pytest.fixture
async def server(
    cluster: Cluster, settings: Settings, clock: SettableClock, request: pytest.FixtureRequest
) -> AsyncIterator[Server]:
    """One process that listens, with the settings that the test names."""
    own = cluster.settings("common", **getattr(request, "param", {}))
    async with application(own, clock) as app, superuser(settings) as database, serving(app, database) as server:
        yield server


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
    assert (await server.ask(key, READ)).json()["data"] == {"risks": {"nodes": []}}


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


@pytest.mark.parametrize("server", [{"MILEPOST_STATEMENT_TIMEOUT_MS": "150"}], indirect=True)
async def test_a_statement_over_its_time_is_ended_and_told_as_timeout(
    server: Server, key_of: MakeKey, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    async with server.locked("risk"):
        answer = await server.ask(key, READ)
        await server.become(0, OPEN)
    body = answer.json()
    assert answer.status_code == 200
    assert body["data"] is None
    assert body["errors"][0]["extensions"]["code"] == "TIMEOUT"
    assert (await server.ask(key, READ)).json()["data"] == {"risks": {"nodes": []}}
