"""A test event is answered with what came of it, and holds up nobody where nothing comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from api.rest import endpoints as module
from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant
from tests.workers.conftest import Request, answer
from tests.workers.keeping import KeepingReceiver
from workers.deliveries import Deliveries
from workers.relay import relay


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


@pytest.fixture
async def keeping() -> AsyncIterator[KeepingReceiver]:
    made = KeepingReceiver()
    await made.start()
    yield made
    await made.stop()


@asynccontextmanager
async def working(runtime: Runtime, tenant: TestTenant) -> AsyncIterator[None]:
    """A worker of the tenant, beside."""
    sender = Deliveries(runtime)

    async def work() -> None:
        while True:
            await relay(runtime, tenant.id)
            await sender.turn(tenant.id)
            await asyncio.sleep(0.01)

    task = asyncio.create_task(work())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await sender.close(1)


@pytest.mark.parametrize(
    ("status", "state"), [(204, "delivered"), (500, "failed"), (302, "failed")], ids=["good", "bad", "elsewhere"]
)
async def test_a_test_event_is_answered_with_status_and_latency(
    admin: Api, runtime: Runtime, tenant: TestTenant, keeping: KeepingReceiver, status: int, state: str
) -> None:
    reply: Callable[[Request], bytes] = lambda _: answer(status)  # noqa: E731
    keeping.usual = reply
    made = (await admin("POST", "webhook-endpoints", {"url": keeping.url, "event_types": ["risk.*"]})).json()
    async with working(runtime, tenant):
        told = await admin("POST", f"webhook-endpoints/{made['id']}/test")
    assert told.status_code == 200
    result = told.json()["test"]
    assert (result["state"], result["status"]) == (state, status)
    assert result["latency_ms"] >= 0
    [request] = [one for one in keeping.requests if one.event["type"] == "webhook.test"]
    assert request.headers["webhook-id"] == result["event_id"]
    delivery = (await admin("GET", f"deliveries/{result['delivery_id']}")).json()
    assert delivery["tries"][0]["status"] == status
    assert told.json()["state"] == "active", "a test that fails says nothing of the endpoint"


async def test_a_test_event_of_which_nothing_is_known_yet_is_pending(
    admin: Api, keeping: KeepingReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    made = (await admin("POST", "webhook-endpoints", {"url": keeping.url, "event_types": ["risk.*"]})).json()
    told = await admin("POST", f"webhook-endpoints/{made['id']}/test")
    assert (told.status_code, told.json()["test"]["state"]) == (200, "pending")
    assert told.json()["test"]["event_id"].startswith("event_")


async def test_only_so_many_wait_for_a_test_event_and_others_are_answered_meanwhile(
    admin: Api, keeping: KeepingReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 600.0)
    monkeypatch.setattr(module, "MOST_WAITING", 1)
    made = (await admin("POST", "webhook-endpoints", {"url": keeping.url, "event_types": ["risk.*"]})).json()
    waiting = asyncio.create_task(admin("POST", f"webhook-endpoints/{made['id']}/test"))
    async with asyncio.timeout(20):
        while module_waiting() < 1:
            await asyncio.sleep(0.01)
        second = await admin("POST", f"webhook-endpoints/{made['id']}/test")
        assert second.json()["test"]["state"] == "pending"
        assert (await admin("GET", "webhook-endpoints")).status_code == 200
    assert not waiting.done()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


def module_waiting() -> int:
    """How many requests wait."""
    from api.rest.webhooks import _TESTS

    return _TESTS._waiting


async def test_a_test_event_that_is_asked_for_twice_with_one_key_is_sent_once(
    admin: Api, runtime: Runtime, tenant: TestTenant, keeping: KeepingReceiver
) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": keeping.url, "event_types": ["risk.*"]})).json()
    async with working(runtime, tenant):
        for replayed in (None, "true"):
            told = await admin("POST", f"webhook-endpoints/{made['id']}/test", Idempotency_Key="once")
            assert told.headers.get("idempotency-replayed") == replayed
    assert told.json()["test"]["state"] == "pending"
    assert len(keeping.requests) == 1
