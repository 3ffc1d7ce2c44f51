"""What an integrator relies on: signed, the same bytes at every attempt, nobody's events but the tenant's own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from svix.webhooks import Webhook as SvixWebhook
from svix.webhooks import WebhookVerificationError as SvixRefusal

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import KeyRing
from domain.webhooks.commands import (
    NameWebhookEndpoint,
    RotateWebhookSecret,
    archive_webhook_endpoint,
    rotate_webhook_secret,
    send_test_event,
)
from domain.webhooks.retries import ATTEMPTS
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, Request, act, add_endpoint, answer, deliver, emit, relay_all, rows, write
from workers.deliveries import Deliveries


async def test_a_delivery_verifies_with_the_public_library(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    event_id = await emit(runtime, tenant, data={"rationale": "数据 é", "risk_id": external_id("risk", tenant.id)})
    await relay_all(runtime, tenant)

    assert await deliver(sender, tenant) == 1

    [event] = receiver.verified(endpoint.secret)
    assert event["type"] == "risk.assessed"
    assert event["tenant_id"] == external_id("tenant", tenant.id)
    assert event["data"]["rationale"] == "数据 é"
    assert event["version"] == "2026-12-01"
    assert receiver.requests[0].headers["webhook-id"] == external_id("event", event_id)
    assert receiver.requests[0].headers["accept-encoding"] == "identity"
    [attempt] = await rows(runtime, tenant, "SELECT * FROM attempt WHERE tenant_id = $1", tenant.id)
    assert (attempt["status"], attempt["attempt_number"], attempt["error"]) == (204, 1, None)


async def test_a_delivery_verifies_with_the_library_of_svix(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)

    [request] = receiver.requests
    svix = SvixWebhook(endpoint.secret)
    svix.verify(request.body, request.headers)
    with pytest.raises(SvixRefusal):
        svix.verify(request.body.replace(b"assessed", b"archived"), request.headers)


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


async def test_a_rotated_secret_signs_beside_the_new_one_for_a_day(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    given = RotateWebhookSecret(id=endpoint.id)
    done = await act(runtime, tenant, lambda work: rotate_webhook_secret(work, given))
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    assert len(receiver.requests[0].headers["webhook-signature"].split()) == 2
    receiver.verified(endpoint.secret)
    receiver.verified(done.shown_once["secret"])

    clock.forward(hours=25)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    assert len(receiver.requests[1].headers["webhook-signature"].split()) == 1


async def test_410_disables_the_endpoint_with_an_event_and_cancels_what_waits(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    other = await receivers()
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await add_endpoint(runtime, tenant, other, event_types=["webhook.*"])
    receiver.usual = lambda _: answer(410)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    assert len(receiver.requests) == 1
    assert [request.event["type"] for request in other.requests] == ["webhook.endpoint.disabled"]
    assert other.requests[0].event["data"]["reason"] == "it answered 410 Gone"
    [row] = await rows(
        runtime,
        tenant,
        "SELECT enabled, disabled_reason FROM webhook_endpoint WHERE tenant_id = $1 AND NOT enabled",
        tenant.id,
    )
    assert row["disabled_reason"] == "it answered 410 Gone"


async def test_what_waits_for_an_archived_endpoint_is_cancelled(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    given = NameWebhookEndpoint(id=endpoint.id)
    await act(runtime, tenant, lambda work: archive_webhook_endpoint(work, given))
    assert await deliver(sender, tenant) == 0
    assert receiver.requests == []
    assert await states(runtime, tenant) == ["cancelled"]


async def test_five_days_of_nothing_but_failure_disable(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.usual = lambda _: answer(500)
    for _ in range(6):
        await emit(runtime, tenant)
        await relay_all(runtime, tenant)
        await deliver(sender, tenant)
        clock.forward(days=1)
    [row] = await rows(
        runtime, tenant, "SELECT enabled, disabled_reason FROM webhook_endpoint WHERE tenant_id = $1", tenant.id
    )
    assert row == {"enabled": False, "disabled_reason": "nothing but failure for five days"}


async def test_retry_after_is_honoured_for_the_whole_endpoint(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.answers = [lambda _: answer(429, "retry-after: 3600\r\n")]
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    clock.forward(minutes=59)
    assert await deliver(sender, tenant) == 0
    clock.forward(minutes=2)
    assert await deliver(sender, tenant) == 2
    assert await states(runtime, tenant) == ["delivered", "delivered"]


async def test_after_the_last_attempt_it_has_failed(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.usual = lambda _: answer(500)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    for _ in range(ATTEMPTS + 2):
        await deliver(sender, tenant)
        clock.forward(hours=27)
        await write(runtime, tenant, "UPDATE endpoint_health SET failing_since = NULL WHERE tenant_id = :tenant")
    assert len(receiver.requests) == ATTEMPTS
    assert await states(runtime, tenant) == ["failed"]


async def test_another_tenants_events_never_come(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    theirs = await receivers()
    await add_endpoint(runtime, tenant, receiver)
    await add_endpoint(runtime, stranger, theirs)
    for owner in (tenant, stranger):
        await emit(runtime, owner, data={"rationale": owner.slug})
    for owner in (tenant, stranger):
        await relay_all(runtime, owner)
        await deliver(sender, owner)
    for owner, own in ((tenant, receiver), (stranger, theirs)):
        assert own.requests
        assert {request.event["tenant_id"] for request in own.requests} == {external_id("tenant", owner.id)}


async def test_a_test_event_goes_to_its_endpoint_only_whatever_it_subscribes_to(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    other = await receivers()
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["milestone.*"])
    await add_endpoint(runtime, tenant, other, event_types=["*"])
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    other.requests.clear()
    given = NameWebhookEndpoint(id=endpoint.id)
    await act(runtime, tenant, lambda work: send_test_event(work, given))
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    assert [request.event["type"] for request in receiver.requests] == ["webhook.test"]
    assert other.requests == []


async def test_a_slow_endpoint_delays_no_other(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    slow = await receivers()
    release = asyncio.Event()

    async def when_released(request: Request) -> bytes:
        await release.wait()
        return answer()

    slow.usual = when_released
    await add_endpoint(runtime, tenant, slow, event_types=["risk.*"])
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    for _ in range(20):
        await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    async with asyncio.timeout(10):
        while len(receiver.requests) < 20:
            await sender.turn(tenant.id)
            await asyncio.sleep(0.01)
    assert len(slow.requests) == 4
    release.set()
    await sender.settle()


async def test_a_lost_secret_disables_with_a_reason(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    runtime.keys = KeyRing({"other": b"0" * 32})
    await deliver(sender, tenant)
    assert receiver.requests == []
    [row] = await rows(
        runtime, tenant, "SELECT enabled, disabled_reason FROM webhook_endpoint WHERE tenant_id = $1", tenant.id
    )
    assert row == {"enabled": False, "disabled_reason": "its secret cannot be decrypted"}


async def test_a_delivery_that_was_taken_over_is_stored_by_nobody_twice(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)

    async def while_we_sleep(request: Request) -> bytes:
        clock.forward(seconds=91)
        receiver.usual = lambda _: answer()
        other = Deliveries(runtime)
        await deliver(other, tenant)
        await other.close(1)
        return answer(500)

    receiver.usual = while_we_sleep
    await deliver(sender, tenant)
    first, second = receiver.requests
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert await states(runtime, tenant) == ["delivered"]
    attempts = await rows(runtime, tenant, "SELECT status FROM attempt WHERE tenant_id = $1", tenant.id)
    assert attempts == [{"status": 204}]


async def states(runtime: Runtime, tenant: TestTenant) -> list[str]:
    found = await rows(runtime, tenant, "SELECT state FROM delivery WHERE tenant_id = $1 ORDER BY id", tenant.id)
    return [row["state"] for row in found]
