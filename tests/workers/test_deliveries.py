"""What an integrator relies on: signed, the same bytes at every attempt, nobody's events but the tenant's own."""

from __future__ import annotations

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, add_endpoint, answer, deliver, emit, relay_all, rows
from workers.deliveries import Deliveries


async def test_a_delivery_verifies_with_the_public_library(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    event_id = await emit(runtime, tenant, data={"title": "数据 é", "risk_id": external_id("risk", tenant.id)})
    await relay_all(runtime, tenant)

    assert await deliver(sender, tenant) == 1

    [event] = receiver.verified(endpoint.secret)
    assert event["type"] == "risk.assessed"
    assert event["tenant_id"] == external_id("tenant", tenant.id)
    assert event["data"]["title"] == "数据 é"
    assert event["version"] == "2026-12-01"
    assert receiver.requests[0].headers["webhook-id"] == external_id("event", event_id)
    assert receiver.requests[0].headers["accept-encoding"] == "identity"
    [attempt] = await rows(runtime, tenant, "SELECT * FROM attempt WHERE tenant_id = $1", tenant.id)
    assert (attempt["status"], attempt["attempt_number"], attempt["error"]) == (204, 1, None)


async def test_a_retry_has_the_same_id_and_bytes_and_a_fresh_timestamp(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    receiver.answers = [lambda _: answer(500, body=b"no\x00t now")]

    await deliver(sender, tenant)
    assert len(receiver.requests) == 1
    clock.forward(seconds=6)
    await deliver(sender, tenant)

    first, second = receiver.requests
    assert first.body == second.body
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert int(second.headers["webhook-timestamp"]) == int(first.headers["webhook-timestamp"]) + 6
    assert (first.headers["webhook-attempt"], second.headers["webhook-attempt"]) == ("1", "2")
    receiver.verified(endpoint.secret)
    [delivery] = await rows(runtime, tenant, "SELECT state, due, lease FROM delivery WHERE tenant_id = $1", tenant.id)
    assert delivery == {"state": "delivered", "due": None, "lease": None}
