"""Bodies with a selection are written once, whoever dies, is slow or changes his mind meanwhile."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.selections import Selection
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.graph.asking import watch
from tests.workers.choosing import (
    LEFT,
    OF_RISKS,
    RISK,
    a_risk,
    assess,
    select_all,
    told,
)
from tests.workers.conftest import Receiver, act, add_endpoint, deliver, emit, relay_all, rows
from workers import selections as turns
from workers.claims import claim
from workers.deliveries import Deliveries
from workers.selections import OF_ONE_FORM, SELECTIONS, SLOW_ONES, read_selections


async def test_a_document_that_is_slow_for_every_event_is_not_tried_for_each(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    slow = "query ($subject: ID!) { risk(id: $subject) { title } indicators { totalCount } }"
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=slow)
    risk = UUID(hex=(await a_risk(runtime, tenant)).rpartition("_")[2])
    for _ in range(20):
        await emit(runtime, tenant, subject=("risk", risk))
    await relay_all(runtime, tenant)
    sent: list[tuple[str, tuple[Any, ...]]] = []
    watch(runtime, sent)
    async with superuser(runtime.settings) as other, other.transaction():
        await other.execute("LOCK TABLE indicator IN ACCESS EXCLUSIVE MODE")
        assert await read_selections(runtime, tenant.id) == 20
    await deliver(sender, tenant)
    assert SLOW_ONES <= len(sent) < SLOW_ONES + OF_ONE_FORM
    assert {request.event["data"]["selection_error"]["code"] for request in receiver.requests} == {"TIMEOUT"}
    assert len(receiver.requests) == 20


@pytest.mark.parametrize("limit", ["TURN_BYTES", "TURN_SECONDS"])
async def test_what_is_too_much_for_one_turn_is_written_in_the_next(
    limit: str,
    runtime: Runtime,
    tenant: TestTenant,
    receiver: Receiver,
    sender: Deliveries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    risk = UUID(hex=(await a_risk(runtime, tenant)).rpartition("_")[2])
    for _ in range(5):
        await emit(runtime, tenant, subject=("risk", risk))
    await relay_all(runtime, tenant)
    monkeypatch.setattr(turns, limit, 0)
    assert await read_selections(runtime, tenant.id) == 5
    left = await rows(runtime, tenant, LEFT, tenant.id)
    assert len(left) > 0
    monkeypatch.undo()
    await told(runtime, tenant, sender)
    assert [request.event["data"]["selection"]["risk"]["title"] for request in receiver.requests] == [
        "Licence lost"
    ] * 5


async def test_what_a_dead_worker_had_taken_is_done_by_another_once(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    await act(runtime, tenant, lambda work: claim(work, SELECTIONS, 50))
    await told(runtime, tenant, sender)
    assert receiver.requests == []
    clock.forward(seconds=61)
    await told(runtime, tenant, sender)
    assert len(receiver.requests) == 1


async def test_two_workers_at_one_event_send_it_once_with_one_body(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    for _ in range(2):
        await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    inner, begun, go_on = runtime.selections, asyncio.Event(), asyncio.Event()
    assert inner is not None

    class Slow:
        price = inner.price

        async def read(self, *given: Any) -> Selection:
            found = await inner.read(*given)
            begun.set()
            await go_on.wait()
            return found

    risk = await a_risk(runtime, tenant)
    await assess(runtime, tenant, risk)
    await relay_all(runtime, tenant)
    runtime.selections = Slow()
    first = asyncio.create_task(read_selections(runtime, tenant.id))
    await begun.wait()
    clock.forward(seconds=61)  # its lease is over, and it does not know
    runtime.selections = inner
    await Caller(runtime, tenant.principal()).ask("update_risk", id=risk, title="Later")
    await select_all(runtime, tenant)
    await deliver(sender, tenant)
    go_on.set()
    await first
    await deliver(sender, tenant)
    assert len(receiver.requests) == 2
    assert len({request.body for request in receiver.requests}) == 1
    assert receiver.requests[0].event["data"]["selection"]["risk"]["title"] == "Later"


async def test_a_document_that_changes_before_the_body_is_written_is_the_one_that_is_read(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    other = await receivers()
    kept = await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    dropped = await add_endpoint(runtime, tenant, other, event_types=OF_RISKS, document=RISK)
    owner = Caller(runtime, tenant.principal())
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    newer = "query ($subject: ID!) { risk(id: $subject) { level } }"
    await owner.ask("update_webhook_endpoint", id=kept.id, document=newer)
    await owner.ask("update_webhook_endpoint", id=dropped.id, document=None)
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"] == {"risk": {"level": "CRITICAL"}}
    assert "selection" not in other.requests[0].event["data"]


async def test_what_waits_for_an_endpoint_that_is_off_is_cancelled_and_can_be_asked_for_later(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    owner = Caller(runtime, tenant.principal())
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    await owner.ask("update_webhook_endpoint", id=endpoint.id, enabled=False)
    await told(runtime, tenant, sender)
    [found] = await rows(runtime, tenant, "SELECT id, state, due FROM delivery WHERE tenant_id = $1", tenant.id)
    assert (found["state"], found["due"], receiver.requests) == ("cancelled", None, [])
    await owner.ask("update_webhook_endpoint", id=endpoint.id, enabled=True)
    await owner.ask("retry_delivery", id=found["id"])
    await deliver(sender, tenant)
    assert receiver.requests[0].event["data"]["selection"]["risk"]["score"] == 25


async def test_a_delivery_that_is_asked_for_again_too_early_waits_for_its_body(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    [delivery] = await rows(runtime, tenant, "SELECT id FROM delivery WHERE tenant_id = $1", tenant.id)
    owner = Caller(runtime, tenant.principal())
    await owner.ask("retry_delivery", id=delivery["id"])
    assert await deliver(sender, tenant) == 0
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"]["risk"]["score"] == 25
    await owner.ask("retry_delivery", id=delivery["id"])
    await deliver(sender, tenant)
    assert len({request.body for request in receiver.requests}) == 1


async def test_a_slow_document_does_not_keep_the_others_from_their_bodies(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, receivers: Any, sender: Deliveries
) -> None:
    other = await receivers()
    slow = "query Slow($subject: ID!) { risk(id: $subject) { title } }"
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=slow)
    await add_endpoint(runtime, tenant, other, event_types=OF_RISKS, document=RISK)
    inner, go_on = runtime.selections, asyncio.Event()
    assert inner is not None

    class Slow:
        price = inner.price

        async def read(self, document: str, *given: Any) -> Selection:
            if document == slow:
                await go_on.wait()
            return await inner.read(document, *given)

    runtime.selections = Slow()
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    turn = asyncio.create_task(read_selections(runtime, tenant.id))
    while not other.requests:
        await deliver(sender, tenant)
        await asyncio.sleep(0)
    assert receiver.requests == []
    go_on.set()
    await turn
    await deliver(sender, tenant)
    assert len(receiver.requests) == 1
