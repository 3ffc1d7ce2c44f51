"""Replays: all since a time or what failed, in slices, with the same ids and bytes, once however often a slice runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.channels.replaying import (
    CancelDeliveryReplay,
    ReplayDeliveries,
    RetryDelivery,
    cancel_delivery_replay,
    replay_deliveries,
    retry_delivery,
)
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.webhooks.commands import UpdateWebhookEndpoint, update_webhook_endpoint
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, act, add_endpoint, answer, deliver, emit, relay_all, rows, write
from workers import replays
from workers.deliveries import Deliveries
from workers.replays import replay_some


async def test_a_replay_since_a_time_sends_the_same_ids_and_bytes_again(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await _tell(runtime, tenant, sender, 2)
    clock.forward(hours=1)
    since = clock.now()
    await _tell(runtime, tenant, sender, 3)
    first = {request.headers["webhook-id"]: request.body for request in receiver.requests[2:]}
    receiver.requests.clear()
    await _replay(runtime, tenant, endpoint.id, since)
    await _work_off(runtime, tenant, sender)
    assert {request.headers["webhook-id"]: request.body for request in receiver.requests} == first
    assert len(receiver.requests) == 3
    [replay] = await _replays(runtime, tenant)
    assert (replay["state"], replay["replayed"]) == ("done", 3)
    assert replay["finished_at"] is not None


async def test_a_replay_of_what_failed_leaves_alone_what_arrived(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    await _tell(runtime, tenant, sender, 2)
    await write(
        runtime,
        tenant,
        "UPDATE delivery SET state = 'failed' WHERE tenant_id = :tenant AND id = "
        "(SELECT id FROM delivery WHERE tenant_id = :tenant ORDER BY id LIMIT 1)",
    )
    failed = receiver.requests[0]
    receiver.requests.clear()
    await _replay(runtime, tenant, endpoint.id, since, only_failed=True)
    await _work_off(runtime, tenant, sender)
    assert [request.body for request in receiver.requests] == [failed.body]
    assert [row["state"] for row in await _deliveries(runtime, tenant)] == ["delivered", "delivered"]


async def test_what_came_while_the_endpoint_was_off_is_sent_by_a_replay(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    for enabled in (False, True):
        given = UpdateWebhookEndpoint.model_validate({"id": endpoint.id, "enabled": enabled})
        await act(runtime, tenant, lambda work, given=given: update_webhook_endpoint(work, given))
        if not enabled:
            missed = await emit(runtime, tenant)
            await emit(runtime, tenant, type="milestone.updated")
            await relay_all(runtime, tenant)
    await _replay(runtime, tenant, endpoint.id, since)
    await _work_off(runtime, tenant, sender)
    assert [request.headers["webhook-id"] for request in receiver.requests] == [f"event_{missed.hex}"]
    receiver.verified(endpoint.secret)


async def test_a_replay_goes_in_slices_and_waits_while_much_is_to_be_sent(
    runtime: Runtime,
    tenant: TestTenant,
    receiver: Receiver,
    sender: Deliveries,
    clock: SettableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replays, "SLICE", 3)
    monkeypatch.setattr(replays, "MOST_WAITING", 5)
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    await _tell(runtime, tenant, sender, 10)
    await _replay(runtime, tenant, endpoint.id, since)
    for _ in range(5):
        await replay_some(runtime, tenant.id)
        waiting = [row for row in await _deliveries(runtime, tenant) if row["state"] == "pending"]
        assert len(waiting) <= 5 + 3
    [replay] = await _replays(runtime, tenant)
    assert replay["state"] == "running", "it waits"
    await deliver(sender, tenant)
    receiver.requests.clear()
    await _work_off(runtime, tenant, sender, clock)
    [replay] = await _replays(runtime, tenant)
    assert (replay["state"], replay["replayed"]) == ("done", 10)


async def test_a_replay_that_is_asked_for_twice_is_one(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    await _tell(runtime, tenant, sender, 1)
    one = await _replay(runtime, tenant, endpoint.id, since)
    assert await _replay(runtime, tenant, endpoint.id, since) == one
    with pytest.raises(DomainError, match="another replay of it is running"):
        await _replay(runtime, tenant, endpoint.id, since, only_failed=True)
    receiver.requests.clear()
    await _work_off(runtime, tenant, sender)
    assert len(receiver.requests) == 1
    started = await rows(
        runtime,
        tenant,
        "SELECT action FROM audit_entry WHERE tenant_id = $1 AND action LIKE 'delivery_replay.%'",
        tenant.id,
    )
    assert [row["action"] for row in started] == ["delivery_replay.started"]


async def test_a_cancelled_replay_makes_nothing_more_due(
    runtime: Runtime,
    tenant: TestTenant,
    receiver: Receiver,
    sender: Deliveries,
    clock: SettableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(replays, "SLICE", 2)
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    await _tell(runtime, tenant, sender, 6)
    replay_id = await _replay(runtime, tenant, endpoint.id, since)
    for _ in range(2):
        await replay_some(runtime, tenant.id)
    before = (await _replays(runtime, tenant))[0]["replayed"]
    given = CancelDeliveryReplay(id=replay_id)
    for _ in range(2):  # twice is once
        await act(runtime, tenant, lambda work: cancel_delivery_replay(work, given))
    receiver.requests.clear()
    await _work_off(runtime, tenant, sender)
    [replay] = await _replays(runtime, tenant)
    assert (replay["state"], replay["replayed"]) == ("cancelled", before)
    assert len(receiver.requests) == before


async def test_a_replay_keeps_strict_order(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"], concurrency=10)
    since = clock.now()
    for number in range(8):
        await emit(runtime, tenant, data={"rationale": str(number)})
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    ordered = UpdateWebhookEndpoint.model_validate({"id": endpoint.id, "ordered": True})
    await act(runtime, tenant, lambda work: update_webhook_endpoint(work, ordered))
    receiver.requests.clear()
    receiver.answers = [lambda _: answer(500)]
    await _replay(runtime, tenant, endpoint.id, since)
    await _work_off(runtime, tenant, sender, clock)
    assert [int(request.event["data"]["rationale"]) for request in receiver.requests] == [0, 0, 1, 2, 3, 4, 5, 6, 7]


async def test_only_the_asked_for_types_and_times_are_replayed(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["*"])
    await relay_all(runtime, tenant)
    clock.forward(hours=1)
    since = clock.now()
    wanted = await emit(runtime, tenant)
    await emit(runtime, tenant, type="milestone.updated")
    clock.forward(hours=1)
    until = clock.now()
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    receiver.requests.clear()
    await _replay(runtime, tenant, endpoint.id, since, until=until, event_types=["risk.*"])
    await _work_off(runtime, tenant, sender)
    assert [request.headers["webhook-id"] for request in receiver.requests] == [f"event_{wanted.hex}"]


async def test_what_cannot_be_replayed_is_refused_with_its_place(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver)
    theirs = await add_endpoint(runtime, stranger, receiver)
    for since, until, place in (
        (clock.now() - timedelta(days=31), None, "since"),
        (clock.now() - timedelta(days=1), clock.now() - timedelta(days=2), "until"),
        (clock.now() + timedelta(days=1), None, "since"),
    ):
        with pytest.raises(DomainError) as refused:
            await _replay(runtime, tenant, endpoint.id, since, until=until)
        assert refused.value.problems[0].path == (place,)
    for id in (theirs.id, uuid7()):
        with pytest.raises(NotFound):
            await _replay(runtime, tenant, id, clock.now() - timedelta(days=1))


async def test_another_tenants_events_are_not_replayed(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries,
    clock: SettableClock,
) -> None:  # fmt: skip
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    since = clock.now()
    for owner in (tenant, stranger):
        await emit(runtime, owner, data={"rationale": owner.slug})
        await relay_all(runtime, owner)
    await _replay(runtime, tenant, endpoint.id, since)
    await _work_off(runtime, tenant, sender)
    assert {request.event["data"]["rationale"] for request in receiver.requests} == {tenant.slug}
    assert await replay_some(runtime, stranger.id) == 0


async def test_a_delivery_can_be_retried_any_number_of_times(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await _tell(runtime, tenant, sender, 1)
    [delivery] = await _deliveries(runtime, tenant)
    given = RetryDelivery(id=delivery["id"])
    for _ in range(40):
        await act(runtime, tenant, lambda work: retry_delivery(work, given))
        assert await deliver(sender, tenant) == 1
    assert len({(request.headers["webhook-id"], request.body) for request in receiver.requests}) == 1
    assert len(receiver.requests) == 41


async def _tell(runtime: Runtime, tenant: TestTenant, sender: Deliveries, count: int) -> None:
    for _ in range(count):
        await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)


async def _replay(runtime: Runtime, tenant: TestTenant, endpoint_id: UUID, since: datetime, **more: Any) -> UUID:
    given = ReplayDeliveries(endpoint_id=endpoint_id, since=since, **({"until": None} | more))
    if since == runtime.clock.now() and given.until is None:
        runtime.clock.forward(seconds=1)  # type: ignore[attr-defined]  # the settable clock
    done = await act(runtime, tenant, lambda work: replay_deliveries(work, given))
    id: UUID = done.ids["delivery_replay"]
    return id


async def _work_off(
    runtime: Runtime, tenant: TestTenant, sender: Deliveries, clock: SettableClock | None = None
) -> None:
    """Slices and deliveries in turn until nothing is due, some seconds after one another where a clock is given."""
    idle = 0
    while idle < 4:
        done = await replay_some(runtime, tenant.id) + await deliver(sender, tenant)
        idle = 0 if done else idle + 1
        if clock is not None:
            clock.forward(seconds=6)


async def _replays(runtime: Runtime, tenant: TestTenant) -> list[dict[str, Any]]:
    return await rows(runtime, tenant, "SELECT * FROM delivery_replay WHERE tenant_id = $1", tenant.id)


async def _deliveries(runtime: Runtime, tenant: TestTenant) -> list[dict[str, Any]]:
    return await rows(runtime, tenant, "SELECT * FROM delivery WHERE tenant_id = $1 ORDER BY id", tenant.id)
