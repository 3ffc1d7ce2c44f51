"""Webhooks: how many a second, beside a loop that only posts; who feels a dead endpoint or a busy tenant; the relay.

The sender and the bare loop run in this process, one after the other; the receiver is a process of its own. Where
tenants wait for one another, the worker is a process as it is in production.
"""

from __future__ import annotations

import asyncio
import os
import signal
import ssl
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from statistics import median
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpcore

from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.outbound.connections import Connection, Connections
from domain.kernel.outbound.strangers import written
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings, load_settings
from domain.kernel.work import perform
from domain.webhooks.commands import CreateWebhookEndpoint, create_webhook_endpoint
from domain.webhooks.signing import new_secret, signed_headers
from tests.conftest import TestTenant, make_tenant
from tests.contract.telling import unheld_events
from workers.deliveries import Deliveries
from workers.relay import relay

ENDPOINTS: Final = 10
AT_ONCE: Final = 4
EACH: Final = 400
"""Deliveries of one endpoint in a turn."""

WAITING: Final = 100_000
ALERTS: Final = 60
WARMING: Final = 40
"""Alerts that are not counted: a worker that has just begun loads, plans and connects."""

BACKLOG: Final = 5_000
BATCHES: Final = 9
"""Of each backlog in a turn: the smaller one has a last batch that is full as well."""

BODY: Final = (
    b'{"type":"risk.assessed","data":{"id":"risk_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d","note":"' + b"x" * 1200 + b'"}}'
)
LOOPBACK: Final = ip_address("127.0.0.1")
_OPEN: Final = {"MILEPOST_WEBHOOK_ALLOWED_NETWORKS": "127.0.0.0/8", "MILEPOST_WEBHOOK_ALLOW_HTTP": "1"}


async def measure_deliveries(environment: Mapping[str, str], turns: int) -> None:
    """Print how the delivery of webhooks does."""
    environment = {**environment, **_OPEN}
    settings = load_settings(environment)
    runtime = Runtime.of(settings)
    print(f"\n{'webhooks':60}{'':>10}")
    try:
        async with _receiver() as port:
            await _measure_rate(runtime, port, turns)
            await _measure_dead(runtime, port, turns)
        with unheld_events():
            await _measure_relay(runtime, turns)
        await _measure_busy(runtime, {**os.environ, **environment})
    finally:
        await runtime.close()


@asynccontextmanager
async def _receiver() -> AsyncIterator[int]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.receiver", stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield int(await process.stdout.readline())
    finally:
        process.terminate()
        await process.wait()


async def _measure_rate(runtime: Runtime, port: int, turns: int) -> None:
    usual, bare, ours = [], [], []
    for _ in range(turns):
        usual.append(await _usual(port, ENDPOINTS * EACH))
        bare.append(await _bare(port, ENDPOINTS * EACH))
        tenant, ids = await _tenant(runtime, [f"http://127.0.0.1:{port}/hook"] * ENDPOINTS)
        await _due(runtime.settings, tenant.id, ids, EACH)
        ours.append(ENDPOINTS * EACH / await _delivered(runtime, tenant.id, ids, EACH))
    print(f"{'  ready bytes posted by a bare loop of the usual client, a second':68}{median(usual):8.0f}")
    print(f"{'  ready bytes posted by a bare loop of our own client, a second':68}{median(bare):8.0f}")
    print(f"{'  deliveries claimed, signed, sent and stored by one process':68}{median(ours):8.0f}")
    print(f"{'  ratio to the usual client (at least 0.5)':68}{median(ours) / median(usual):8.2f}")
    print(f"{'  ratio to our own client':68}{median(ours) / median(bare):8.2f}", flush=True)


async def _usual(port: int, count: int) -> float:
    """Requests a second of the usual client, httpx, without its pool, which is slower by far than its connections."""
    left = count
    url = httpcore.URL(f"http://127.0.0.1:{port}/hook")
    headers = list(_ready_headers().items())

    async def post() -> None:
        nonlocal left
        async with httpcore.AsyncHTTPConnection(url.origin) as connection:
            while left > 0:
                left -= 1
                answer = await connection.request("POST", url, headers=headers, content=BODY)
                assert answer.status == 204

    began = time.monotonic()
    await asyncio.gather(*(post() for _ in range(ENDPOINTS * AT_ONCE)))
    return count / (time.monotonic() - began)


async def _bare(port: int, count: int) -> float:
    """The same of the client that deliveries are sent by, without checks of addresses."""
    place, request = ("http", "127.0.0.1", port), written("POST", "/hook", _ready_headers(), BODY)
    connections, certificates, left = Connections(), ssl.create_default_context(), count

    async def post() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            connection = connections.take(place, [LOOPBACK]) or Connection(place, LOOPBACK, certificates)
            assert (await connection.ask(request)).status == 204
            connections.give(connection)

    began = time.monotonic()
    try:
        await asyncio.gather(*(post() for _ in range(ENDPOINTS * AT_ONCE)))
    finally:
        connections.close()
    return count / (time.monotonic() - began)


def _ready_headers() -> dict[str, str]:
    signed = signed_headers([new_secret()], "event_1", datetime.now(UTC), BODY)
    return {"host": "127.0.0.1", "content-type": "application/json", "content-length": str(len(BODY))} | signed


async def _measure_dead(runtime: Runtime, port: int, turns: int) -> None:
    rates: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(turns):
        for dead in (False, True):
            last = "dead" if dead else "hook"
            urls = [f"http://127.0.0.1:{port}/{'hook' if place else last}" for place in range(ENDPOINTS)]
            tenant, ids = await _tenant(runtime, urls)
            await _due(runtime.settings, tenant.id, ids, EACH)
            rates[dead].append((ENDPOINTS - 1) * EACH / await _delivered(runtime, tenant.id, ids[1:], EACH))
    ratio = median(rates[True]) / median(rates[False])
    print(f"{'  nine endpoints beside a good tenth, a second':68}{median(rates[False]):8.0f}")
    print(f"{'  nine endpoints beside a tenth that never answers, a second':68}{median(rates[True]):8.0f}")
    print(f"{'  ratio (at least 0.9)':68}{ratio:8.2f}", flush=True)


async def _measure_relay(runtime: Runtime, turns: int) -> None:
    """Batch by batch in turn, so that whatever else the machine does meanwhile befalls both alike."""
    costs: dict[int, list[float]] = {BACKLOG: [], 10 * BACKLOG: []}
    for _ in range(turns):
        waiting = {}
        for backlog in costs:
            waiting[backlog], _ = await _tenant(runtime, ["http://127.0.0.1:8001/"])
            while (await relay(runtime, waiting[backlog].id)).more:
                pass
            await _events(runtime.settings, waiting[backlog].id, backlog)
        for _ in range(BATCHES):  # as many at the head of the line, whatever is behind
            for backlog, tenant in waiting.items():
                began = time.monotonic()
                relayed = len((await relay(runtime, tenant.id)).events)
                costs[backlog].append((time.monotonic() - began) / relayed)
    few, many = (median(found) for found in costs.values())
    print(f"{'  events from outbox to delivery rows, a second':68}{1 / few:8.0f}")
    print(
        f"{f'  cost of an event at {10 * BACKLOG} waiting, beside {BACKLOG} (at most 1.1)':68}{many / few:8.2f}",
        flush=True,
    )


async def _measure_busy(runtime: Runtime, environment: Mapping[str, str]) -> None:
    arrived: asyncio.Queue[float] = asyncio.Queue()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                arrived.put_nowait(time.monotonic())
                length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length"))
                await reader.readexactly(int(length.partition(b":")[2]))
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    quiet, _ = await _tenant(runtime, [f"http://127.0.0.1:{port}/"], event_types=["risk.alert.fired"])
    async with _receiver() as other:
        busy, _ = await _tenant(runtime, [f"http://127.0.0.1:{other}/hook"])
        async with _worker(environment):
            await _until(environment, "SELECT NOT EXISTS (SELECT FROM event WHERE due IS NOT NULL)")
            for _ in range(WARMING):
                await _alert(runtime, quiet, arrived)
            idle = await _alerts(runtime, quiet, arrived)
            await _events(runtime.settings, busy.id, WAITING)
            begun = f"SELECT EXISTS (SELECT FROM delivery WHERE tenant_id = '{busy.id}' AND state = 'delivered')"
            await _until(environment, begun)
            loaded = await _alerts(runtime, quiet, arrived)
            left = await _fetchval(
                runtime.settings, busy.id,
                "SELECT (SELECT count(*) FROM event WHERE tenant_id = $1 AND due IS NOT NULL) "
                "+ (SELECT count(*) FROM delivery WHERE tenant_id = $1 AND due IS NOT NULL)",
            )  # fmt: skip
    server.close()
    print(f"{'  an alert from its commit to the receiver, idle, ms':68}{idle * 1000:8.1f}")
    print(f"{f'  the same while another tenant has {WAITING} events waiting, ms':68}{loaded * 1000:8.1f}")
    print(f"{f'  ratio (under 3; {left} of them were left)':68}{loaded / idle:8.2f}", flush=True)


async def _alerts(runtime: Runtime, tenant: TestTenant, arrived: asyncio.Queue[float]) -> float:
    """Seconds from the commit of an alert's event to its arrival: the median of some."""
    return median([await _alert(runtime, tenant, arrived) for _ in range(ALERTS)])


async def _alert(runtime: Runtime, tenant: TestTenant, arrived: asyncio.Queue[float]) -> float:
    async def fire(work: Any) -> UUID:
        return UUID(str(work.emit("risk.alert.fired", ("alert", tenant.id), {"rule": "risk.x"})))

    await perform(runtime, tenant.principal(), fire)
    began = time.monotonic()
    took = await asyncio.wait_for(arrived.get(), 60) - began
    await asyncio.sleep(0.05)
    return took


async def _until(environment: Mapping[str, str], question: str) -> None:
    """Wait until the whole database answers yes."""
    admin = await asyncpg.connect(**asyncpg_arguments(environment["MILEPOST_ADMIN_DATABASE_URL"]))
    async with asyncio.timeout(120):
        while not await admin.fetchval(question):
            await asyncio.sleep(0.1)
    await admin.close()


@asynccontextmanager
async def _worker(environment: Mapping[str, str]) -> AsyncIterator[None]:
    """A worker as in production, with what delivers."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "cli", "worker", "--only", "relay", "--only", "deliveries"),
        env=dict(environment),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    while b"ready" not in (line := await process.stdout.readline()):
        assert line, "the worker has ended"
    reading = asyncio.create_task(process.stdout.read())
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()
        reading.cancel()


async def _tenant(runtime: Runtime, urls: list[str], **more: Any) -> tuple[TestTenant, list[UUID]]:
    tenant = await make_tenant(runtime)
    ids = []
    for url in urls:
        given = CreateWebhookEndpoint(url=url, **({"event_types": ["risk.*"]} | more))
        done = await perform(
            runtime, tenant.principal(), lambda work, given=given: create_webhook_endpoint(work, given)
        )
        ids.append(done.ids["webhook_endpoint"])
    return tenant, ids


async def _delivered(runtime: Runtime, tenant_id: UUID, ids: list[UUID], each: int) -> float:
    """Seconds until all deliveries to some endpoints have been stored as delivered, by a sender of its own."""
    line = asyncio.Event()
    sender = Deliveries(runtime, on_room=lambda _: line.set())
    wanted = len(ids) * each
    watching = await asyncpg.connect(**asyncpg_arguments(runtime.settings.database_url))
    began = time.monotonic()

    async def serve() -> None:
        while True:
            line.clear()
            await sender.turn(tenant_id)
            await line.wait()

    serving = asyncio.create_task(serve())
    while await _arrived(watching, tenant_id, ids) < wanted:
        await asyncio.sleep(0.05)
    took = time.monotonic() - began
    serving.cancel()
    await sender.close(0.1)
    await watching.close()
    return took


async def _arrived(connection: asyncpg.Connection, tenant_id: UUID, ids: list[UUID]) -> int:
    async with connection.transaction():
        await connection.execute(f"SET LOCAL app.tenant_id = '{tenant_id}'")
        return int(
            await connection.fetchval(
                "SELECT count(*) FROM delivery WHERE tenant_id = $1 AND state = 'delivered' AND endpoint_id = ANY($2)",
                tenant_id,
                ids,
            )
        )


async def _due(settings: Settings, tenant_id: UUID, ids: list[UUID], each: int) -> None:
    """So many due deliveries for each endpoint, with a body for each event."""
    events = [uuid7() for _ in range(each)]
    connection = await asyncpg.connect(**asyncpg_arguments(settings.database_url))
    await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{tenant_id}'")
    await connection.executemany(
        "INSERT INTO event_body (tenant_id, event_id, form, body) VALUES ($1, $2, 'full:viewer', $3)",
        [(tenant_id, event, BODY.decode()) for event in events],
    )
    now = datetime.now(UTC)
    await connection.executemany(
        "INSERT INTO delivery (tenant_id, id, endpoint_id, event_id, event_type, form, state, due, attempts, "
        "created_at) VALUES ($1, $2, $3, $4, 'risk.assessed', 'full:viewer', 'pending', $5, 0, $5)",
        [(tenant_id, uuid7(), endpoint, event, now) for event in events for endpoint in ids],
    )
    await connection.execute("COMMIT")
    await connection.close()


async def _events(settings: Settings, tenant_id: UUID, count: int) -> None:
    """So many events that are to be relayed."""
    connection = await asyncpg.connect(**asyncpg_arguments(settings.database_url))
    await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{tenant_id}'")
    now = datetime.now(UTC)
    actor = '{"kind": "worker"}'
    data = BODY.decode().partition('"data":')[2][:-1]
    for start in range(0, count, 5_000):
        await connection.executemany(
            "INSERT INTO event (tenant_id, id, type, subject_type, subject_id, subject_version, data, actor, "
            "occurred_at, due) VALUES ($1, $2, 'risk.assessed', 'risk', $2, 2, $3, $4, $5, $5)",
            [(tenant_id, uuid7(), data, actor, now) for _ in range(min(5_000, count - start))],
        )
    await connection.execute("COMMIT")
    await connection.close()


async def _fetchval(settings: Settings, tenant_id: UUID, sql: str, *arguments: Any) -> Any:
    connection = await asyncpg.connect(**asyncpg_arguments(settings.database_url))
    async with connection.transaction():
        await connection.execute(f"SET LOCAL app.tenant_id = '{tenant_id}'")
        found = await connection.fetchval(sql, tenant_id, *arguments)
    await connection.close()
    return found
