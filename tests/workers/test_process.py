"""The worker as a process: killed at its worst moments, asked to end, with Redis emptied or away; nothing is lost."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from domain.kernel.database import asyncpg_arguments
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, TestTenant, make_tenant
from tests.workers.conftest import Endpoint, Receiver, Request, add_endpoint, answer, emit, rows

Clone = Callable[..., Settings]

LATE = 60.0
"""Seconds after which what is waited for has failed: less than a delivery's lease, and a worker needs many to start."""


class Worker:
    """One worker process on a database of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = {**os.environ, **environment}
        self.process: asyncio.subprocess.Process | None = None

    async def start(self, **more: str) -> asyncio.subprocess.Process:
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "cli", "worker"),
            env={**self._environment, **more},
            stdout=asyncio.subprocess.PIPE,
        )
        return self.process

    async def ready(self) -> None:
        """Wait until it says that it works."""
        assert self.process is not None
        assert self.process.stdout is not None
        async with asyncio.timeout(LATE):
            while b"ready" not in await self.process.stdout.readline():
                pass

    async def end(self, number: int = signal.SIGTERM) -> int:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.send_signal(number)
        async with asyncio.timeout(LATE):
            return await self.process.wait()


class Place:
    """A database of its own with a tenant and an endpoint, and a worker to be started on it."""

    def __init__(self, runtime: Runtime, tenant: TestTenant, worker: Worker) -> None:
        self.runtime = runtime
        self.tenant = tenant
        self.worker = worker
        self.endpoint: Endpoint | None = None


@pytest.fixture
async def place(cluster: Cluster, clone: Clone, receiver: Receiver) -> AsyncIterator[Place]:
    settings = await asyncio.to_thread(clone)
    runtime = Runtime.of(settings)
    tenant = await make_tenant(runtime)
    database = asyncpg_arguments(settings.database_url)["database"]
    made = Place(runtime, tenant, Worker(cluster.environment(database)))
    made.endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    yield made
    if made.worker.process is not None:
        await made.worker.end(signal.SIGKILL)
    await runtime.close()


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[Callable[[Callable[[], bool]], Awaitable[None]]]:
    async def until(condition: Callable[[], bool]) -> None:
        while not condition():
            await asyncio.sleep(0.02)

    async with asyncio.timeout(seconds):
        yield until


async def test_events_arrive_verified_and_the_process_ends_with_0(place: Place, receiver: Receiver) -> None:
    await place.worker.start()
    event_ids = [await emit(place.runtime, place.tenant) for _ in range(5)]
    async with within(LATE) as until:
        await until(lambda: len(receiver.requests) == 5)
    assert place.endpoint is not None
    assert {event["type"] for event in receiver.verified(place.endpoint.secret)} == {"risk.assessed"}
    assert {request.headers["webhook-id"] for request in receiver.requests} == {f"event_{one.hex}" for one in event_ids}
    assert await place.worker.end() == 0


async def test_an_idle_worker_ends_on_a_signal(place: Place) -> None:
    await place.worker.start()
    await place.worker.ready()
    assert await place.worker.end(signal.SIGINT) == 0


async def test_what_is_under_way_is_finished_before_the_end(place: Place, receiver: Receiver) -> None:
    begun = asyncio.Event()

    async def slowly(request: Request) -> bytes:
        begun.set()
        await asyncio.sleep(1.5)
        return answer()

    receiver.usual = slowly
    await place.worker.start()
    await emit(place.runtime, place.tenant)
    async with asyncio.timeout(LATE):
        await begun.wait()
    assert await place.worker.end() == 0
    assert await states(place) == {"delivered": 1}


async def test_flushall_while_listening_then_work_at_once_arrives(place: Place, receiver: Receiver) -> None:
    await place.worker.start()
    await emit(place.runtime, place.tenant)
    async with within(LATE) as until:
        await until(lambda: len(receiver.requests) == 1)
    await place.runtime.wakes.client.flushall()
    await place.runtime.wakes.client.execute_command("CLIENT", "KILL", "TYPE", "pubsub")
    for _ in range(5):
        await emit(place.runtime, place.tenant)
    async with within(LATE) as until:
        await until(lambda: len(receiver.requests) == 6)


async def test_without_redis_things_are_late_and_not_lost(place: Place, receiver: Receiver, tmp_path: Any) -> None:
    await place.worker.start(MILEPOST_REDIS_URL=f"unix://{tmp_path}/nobody.sock")
    for _ in range(3):
        await emit(place.runtime, place.tenant)
    async with within(LATE) as until:
        await until(lambda: len(receiver.requests) == 3)
    assert await place.worker.end() == 0


async def test_a_worker_waits_for_its_database_and_goes_on_after_cut_connections(
    place: Place, receiver: Receiver, cluster: Cluster
) -> None:
    await place.worker.start()
    await emit(place.runtime, place.tenant)
    async with within(LATE) as until:
        await until(lambda: len(receiver.requests) == 1)
    connection = await asyncpg.connect(cluster.admin_url)
    for _ in range(3):
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname LIKE 'clone_%' AND application_name = 'milepost' AND pid <> pg_backend_pid()"
        )
        await asyncio.sleep(0.3)
    await connection.close()
    for _ in range(3):
        for _ in range(5):
            try:
                await emit(place.runtime, place.tenant)
                break
            except Exception:
                await asyncio.sleep(0.1)
    async with within(LATE) as until:
        await until(lambda: len({request.headers["webhook-id"] for request in receiver.requests}) >= 4)


async def states(place: Place) -> dict[str, int]:
    found = await rows(place.runtime, place.tenant, "SELECT state FROM delivery WHERE tenant_id = $1", place.tenant.id)
    return dict(Counter(row["state"] for row in found))
