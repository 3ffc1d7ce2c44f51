"""An endpoint that fails is left alone for a while, probed by one delivery, and served again after one success."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.kernel.runtime import Runtime
from domain.webhooks.breaker import FIRST_PAUSE, LONGEST_PAUSE, OPEN_AFTER, SLOWED, pause_after
from tests.conftest import SettableClock, TestTenant
from tests.workers.conftest import Receiver, add_endpoint, answer, deliver, emit, relay_all, rows
from workers.deliveries import Deliveries


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause_after(failures, False) for failures in (0, 1, OPEN_AFTER - 1)] == [None, None, None]
    assert pause_after(1, True) == SLOWED
    pauses = [pause_after(OPEN_AFTER + number, False) for number in range(40)]
    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


async def test_after_failures_in_a_row_nothing_is_sent_for_a_while_then_one_at_a_time(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.usual = lambda _: answer(500)
    for _ in range(30):
        await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    tried = len(receiver.requests)
    assert OPEN_AFTER <= tried <= 12, "what was held when it opened, and no more"
    clock.forward(seconds=10)
    assert await sender.turn(tenant.id) == 0
    pause = await _pause(runtime, tenant, clock)
    clock.forward(seconds=pause.total_seconds() + 1)
    assert await deliver(sender, tenant) == 1, "the probe"
    assert await _pause(runtime, tenant, clock) > pause - timedelta(seconds=1)
    receiver.usual = lambda _: answer()
    clock.forward(minutes=11)
    assert await deliver(sender, tenant) == 30
    [health] = await rows(runtime, tenant, "SELECT * FROM endpoint_health WHERE tenant_id = $1", tenant.id)
    assert (health["failures"], health["failing_since"], health["not_before"]) == (0, None, None)


@pytest.mark.parametrize("status", [429, 502, 503, 504])
async def test_an_answer_that_it_is_too_much_slows_the_endpoint_at_once(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock, status: int
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.answers = [lambda _: answer(status)]
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    assert await deliver(sender, tenant) == 0
    clock.forward(seconds=SLOWED.total_seconds() + 1)
    assert await deliver(sender, tenant) == 2


@pytest.mark.parametrize("status", [429, 502, 503, 504])
async def test_retry_after_is_honoured_with_each_of_them(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock, status: int
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    receiver.answers = [lambda _: answer(status, "retry-after: 600\r\n")]
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    clock.forward(minutes=9)
    assert await deliver(sender, tenant) == 0
    clock.forward(minutes=2)
    assert await deliver(sender, tenant) == 1


async def test_one_tenants_failures_leave_another_tenants_endpoint_alone(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    receiver.usual = lambda request: answer(204 if request.event["data"]["rationale"] == "theirs" else 503)
    for owner, whose in ((tenant, "ours"), (stranger, "theirs")):
        await add_endpoint(runtime, owner, receiver, event_types=["risk.*"])
        await emit(runtime, owner, data={"rationale": whose})
        await relay_all(runtime, owner)
        await deliver(sender, owner)
    paused = "SELECT 1 FROM endpoint_health WHERE tenant_id = $1 AND not_before IS NOT NULL"
    assert await rows(runtime, stranger, paused, stranger.id) == []
    assert len(await rows(runtime, tenant, paused, tenant.id)) == 1


async def _pause(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> timedelta:
    [row] = await rows(runtime, tenant, "SELECT not_before FROM endpoint_health WHERE tenant_id = $1", tenant.id)
    pause: timedelta = row["not_before"] - clock.now()
    return pause
