"""Strict order holds for an endpoint that chooses its payload, whichever body is written first."""

from __future__ import annotations

from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.workers.choosing import OF_RISKS, RISK, a_risk, assess, select_all
from tests.workers.conftest import Receiver, Request, add_endpoint, answer, deliver, relay_all, rows, write
from workers.deliveries import Deliveries


def _told(receiver: Receiver, risk: str) -> list[int]:
    """The numbers of what was sent about a risk, each at its first try."""
    about = [one for one in receiver.requests if risk in one.body.decode()]
    return [one.event["sequence"] for one in about if one.headers["webhook-attempt"] == "1"]


async def test_what_failed_holds_back_what_follows_of_its_subject_and_nothing_else(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    endpoint = await add_endpoint(
        runtime, tenant, receiver, event_types=OF_RISKS, document=RISK, ordered=True, concurrency=10
    )
    stuck, free = await a_risk(runtime, tenant), await a_risk(runtime, tenant)
    for _ in range(3):
        for risk in (stuck, free):
            clock.forward(seconds=1)
            await assess(runtime, tenant, risk)
    await relay_all(runtime, tenant)
    await select_all(runtime, tenant)

    def refused(request: Request) -> bytes:
        return answer(500 if stuck in request.body.decode() else 204)

    receiver.usual = refused
    await deliver(sender, tenant)
    assert len(_told(receiver, free)) >= 3
    assert len(_told(receiver, stuck)) == 1
    receiver.usual = lambda _: answer()
    clock.forward(seconds=6)
    await deliver(sender, tenant)
    numbers = _told(receiver, stuck)
    assert len(numbers) == len(_told(receiver, free))
    assert numbers == sorted(numbers)
    assert all(event["data"]["selection"]["risk"] for event in receiver.verified(endpoint.secret))


async def test_a_body_that_is_written_first_waits_for_the_event_before(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.assessed"], document=RISK, ordered=True)
    risk = await a_risk(runtime, tenant)
    for _ in range(2):
        clock.forward(seconds=1)
        await assess(runtime, tenant, risk)
    await relay_all(runtime, tenant)
    first, second = [
        row["id"]
        for row in await rows(
            runtime,
            tenant,
            "SELECT id FROM event WHERE tenant_id = $1 AND type = 'risk.assessed' ORDER BY sequence",
            tenant.id,
        )
    ]
    later = clock.now().replace(year=clock.now().year + 1)
    postpone = "UPDATE work SET due = :due WHERE tenant_id = :tenant AND kind = 'selection' AND subject_id = :event"
    await write(runtime, tenant, postpone, due=later, event=first)
    await select_all(runtime, tenant)
    assert await deliver(sender, tenant) == 0
    await write(runtime, tenant, postpone, due=clock.now(), event=first)
    await select_all(runtime, tenant)
    await deliver(sender, tenant)
    assert [one.headers["webhook-id"] for one in receiver.requests] == [f"event_{id.hex}" for id in (first, second)]
