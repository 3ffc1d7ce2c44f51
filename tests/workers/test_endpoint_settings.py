"""What an endpoint may ask for: how fast, how many at once, in which order, signed by what, with which headers."""

from __future__ import annotations

import asyncio
import base64
from datetime import UTC, datetime
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from standardwebhooks.webhooks import Webhook

from domain.kernel.errors import DomainError
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.webhooks.commands import (
    RotateWebhookSecret,
    UpdateWebhookEndpoint,
    rotate_webhook_secret,
    update_webhook_endpoint,
)
from domain.webhooks.retries import ATTEMPTS
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, Request, act, add_endpoint, answer, deliver, emit, relay_all, rows, write
from workers.deliveries import Deliveries


async def test_no_second_has_more_deliveries_than_the_rate(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], rate=10)
    await _emit_many(runtime, tenant, 30)
    others = Deliveries(runtime)  # as another process would
    arrived = []
    for _ in range(40):
        for one in (sender, others):
            await one.turn(tenant.id)
            await one.settle()
        arrived.append(len(receiver.requests))
        clock.forward(seconds=0.1)
    await others.close(1)
    assert arrived[-1] == 30
    assert all(after - before <= 10 + 1 for before, after in zip(arrived, arrived[10:], strict=False))
    assert arrived[9] >= 9


async def test_what_is_not_due_uses_nothing_up_of_the_rate(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], rate=100)
    for _ in range(8):  # ten may begin at once, however they come
        await _emit_many(runtime, tenant, 1)
        assert await deliver(sender, tenant) == 1


async def test_no_more_are_under_way_than_the_endpoint_takes_at_one_time(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    under_way = most = 0

    async def busy(request: Request) -> bytes:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.01)
        under_way -= 1
        return answer()

    receiver.usual = busy
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], concurrency=2)
    await _emit_many(runtime, tenant, 12)
    await deliver(sender, tenant)
    assert len(receiver.requests) == 12
    assert most == 2


async def test_in_strict_order_the_next_event_of_a_subject_waits_until_the_former_is_over(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], ordered=True, concurrency=10)
    stuck, free = uuid7(), uuid7()
    for number in range(4):
        for subject in (stuck, free):
            await emit(runtime, tenant, subject=("risk", subject), data=_told(number, subject))
    await relay_all(runtime, tenant)
    receiver.usual = lambda request: answer(500 if _of(request) == str(stuck) else 204)
    await deliver(sender, tenant)
    assert _numbers(receiver, free) == [0, 1, 2, 3]
    assert _numbers(receiver, stuck) == [0]
    receiver.usual = lambda _: answer()
    clock.forward(seconds=6)
    await deliver(sender, tenant)
    assert _numbers(receiver, stuck) == [0, 0, 1, 2, 3]


async def test_in_strict_order_what_is_given_up_lets_the_next_go(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], ordered=True)
    for number in range(2):
        await emit(runtime, tenant, data=_told(number, tenant.id))
    await relay_all(runtime, tenant)
    receiver.usual = lambda request: answer(500 if _number(request) == 0 else 204)
    for _ in range(ATTEMPTS):
        await deliver(sender, tenant)
        clock.forward(hours=27)
        await write(runtime, tenant, "UPDATE endpoint_health SET failing_since = NULL WHERE tenant_id = :tenant")
    await deliver(sender, tenant)
    assert _numbers(receiver, tenant.id) == [0] * ATTEMPTS + [1]


async def test_two_workers_keep_strict_order(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], ordered=True, concurrency=10)
    for number in range(20):
        await emit(runtime, tenant, data=_told(number, tenant.id))
    await relay_all(runtime, tenant)
    workers = [Deliveries(runtime) for _ in range(3)]
    async with asyncio.timeout(30):
        while len(receiver.requests) < 20:
            await asyncio.gather(*(worker.turn(tenant.id) for worker in workers))
            await asyncio.sleep(0)
            clock.forward(seconds=0.01)
    for worker in workers:
        await worker.settle()
        await worker.close(1)
    assert _numbers(receiver, tenant.id) == list(range(20))


async def test_an_asymmetric_signature_verifies_by_the_public_key_alone(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], signing="both")
    before = await _public_key(runtime, tenant)
    await _emit_many(runtime, tenant, 1)
    await deliver(sender, tenant)
    await _rotate(runtime, tenant, endpoint.id, 1)
    await _emit_many(runtime, tenant, 1)
    await deliver(sender, tenant)
    first, second = receiver.requests
    receiver.verified(endpoint.secret)  # the shared secret goes on beside it
    assert _kinds(first) == ["v1", "v1a"]
    assert _kinds(second) == ["v1", "v1a", "v1", "v1a"]
    after = await _public_key(runtime, tenant)
    assert after != before
    assert [_verifies(first, before), _verifies(first, after)] == [True, False]
    assert [_verifies(second, before), _verifies(second, after)] == [True, True]


async def test_only_the_signatures_that_are_asked_for_are_sent(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    for signing, expected in (("hmac", ["v1"]), ("ed25519", ["v1a"]), ("both", ["v1", "v1a"]), ("hmac", ["v1"])):
        given = UpdateWebhookEndpoint.model_validate({"id": endpoint.id, "signing": signing})
        await act(runtime, tenant, lambda work, given=given: update_webhook_endpoint(work, given))
        await _emit_many(runtime, tenant, 1)
        await deliver(sender, tenant)
        assert _kinds(receiver.requests[-1]) == expected


async def test_every_former_secret_signs_until_its_own_overlap_is_over(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    secrets = [endpoint.secret]
    for hours in (48, 24, 0, 1):
        secrets.append(await _rotate(runtime, tenant, endpoint.id, hours))

    async def signing_now() -> list[int]:
        receiver.requests.clear()
        await _emit_many(runtime, tenant, 1)
        await deliver(sender, tenant)
        return [number for number, secret in enumerate(secrets) if _accepts(receiver, secret)]

    assert await signing_now() == [0, 1, 3, 4]
    clock.forward(hours=2)
    assert await signing_now() == [0, 1, 4]
    clock.forward(hours=23)
    assert await signing_now() == [0, 4]
    clock.forward(hours=24)
    assert await signing_now() == [4]


async def test_former_secrets_are_bounded(runtime: Runtime, tenant: TestTenant, receiver: Receiver) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver)
    for _ in range(8):
        await _rotate(runtime, tenant, endpoint.id, 168)
    with pytest.raises(DomainError, match="at most 8 former keys"):
        await _rotate(runtime, tenant, endpoint.id, 168)
    await _rotate(runtime, tenant, endpoint.id, 0)


async def test_headers_of_its_own_are_sent_and_stored_encrypted(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    headers = [{"name": "X-Api-Key", "value": "very s3cret"}, {"name": "Authorization", "value": "Bearer abc"}]
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], headers=headers)
    await _emit_many(runtime, tenant, 1)
    await deliver(sender, tenant)
    sent = receiver.requests[0].headers
    assert (sent["x-api-key"], sent["authorization"]) == ("very s3cret", "Bearer abc")
    receiver.verified(endpoint.secret)
    [row] = await rows(runtime, tenant, "SELECT * FROM webhook_endpoint WHERE tenant_id = $1", tenant.id)
    assert "s3cret" not in str(row)
    logged = await rows(runtime, tenant, "SELECT before, after FROM audit_entry WHERE tenant_id = $1", tenant.id)
    told = await rows(runtime, tenant, "SELECT data FROM event WHERE tenant_id = $1", tenant.id)
    assert "s3cret" not in str(logged) + str(told)
    assert row["headers"] not in str(logged) + str(told)


async def _emit_many(runtime: Runtime, tenant: TestTenant, count: int) -> None:
    for _ in range(count):
        await emit(runtime, tenant)
    await relay_all(runtime, tenant)


async def _rotate(runtime: Runtime, tenant: TestTenant, id: UUID, hours: int) -> str:
    given = RotateWebhookSecret(id=id, overlap_hours=hours)
    done = await act(runtime, tenant, lambda work: rotate_webhook_secret(work, given))
    return str(done.shown_once["secret"])


def _told(number: int, subject: UUID) -> dict[str, str]:
    """Data by which an event is known again."""
    return {"rationale": f"{number} {subject}"}


def _number(request: Request) -> int:
    return int(request.event["data"]["rationale"].partition(" ")[0])


def _of(request: Request) -> str:
    return str(request.event["data"]["rationale"].partition(" ")[2])


def _numbers(receiver: Receiver, subject: UUID) -> list[int]:
    return [_number(request) for request in receiver.requests if _of(request) == str(subject)]


def _kinds(request: Request) -> list[str]:
    return [signature.partition(",")[0] for signature in request.headers["webhook-signature"].split(" ")]


async def _public_key(runtime: Runtime, tenant: TestTenant) -> str:
    [row] = await rows(runtime, tenant, "SELECT public_key FROM webhook_endpoint WHERE tenant_id = $1", tenant.id)
    return str(row["public_key"])


def _verifies(request: Request, public_key: str) -> bool:
    """As a receiver does that has nothing but the public key."""
    headers = request.headers
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + request.body
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key.removeprefix("whpk_")))
    for signature in headers["webhook-signature"].split(" "):
        kind, _, value = signature.partition(",")
        if kind == "v1a":
            try:
                key.verify(base64.b64decode(value), signed)
            except Exception:  # another key's
                continue
            return True
    return False


def _accepts(receiver: Receiver, secret: str) -> bool:
    """Whether the request is signed by the secret, whatever the clock says."""
    request = receiver.requests[0]
    sent = datetime.fromtimestamp(int(request.headers["webhook-timestamp"]), UTC)
    wanted = Webhook(secret).sign(request.headers["webhook-id"], sent, request.body.decode())
    return wanted in request.headers["webhook-signature"].split(" ")
