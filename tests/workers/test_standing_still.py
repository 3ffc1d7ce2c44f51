"""While a tenant is suspended nothing is done for it, and nothing is lost; before its end it is only told."""

from __future__ import annotations

from uuid import UUID

from domain.kernel.commands import execute
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.tenancy.life import OPERATORS_COMMANDS, OWNERS_COMMANDS
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import Receiver, add_endpoint, deliver, relay_all
from workers.deliveries import Deliveries
from workers.finding import tenants_with_due
from workers.forecasts import work_out_forecasts
from workers.monitor import monitor
from workers.relay import relay


async def ask(runtime: Runtime, tenant_id: UUID, name: str) -> None:
    """An operator's command on the life of a tenant."""
    command = (OPERATORS_COMMANDS | OWNERS_COMMANDS)[name]
    operator = Principal(tenant_id, ActorKind.OPERATOR, Role.OWNER, uuid7())
    await execute(runtime, operator, command, command.input.model_validate({"id": tenant_id}))


async def test_a_suspended_tenant_is_left_alone_and_resumed_without_loss(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    owner = Caller(runtime, tenant.principal())
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    venture = await owner.venture()
    await owner.risk(venture)
    await relay_all(runtime, tenant)  # one delivery waits, and the venture is to be looked at
    await owner.risk(venture)  # and one event
    await ask(runtime, tenant.id, "suspend_tenant")
    clock.forward(days=3)
    for table in ("event", "delivery", "work"):
        assert tenant.id not in await tenants_with_due(runtime, table, clock.now())  # type: ignore[arg-type]
    assert not (await relay(runtime, tenant.id)).events
    assert await deliver(sender, tenant) == 0
    assert await monitor(runtime, tenant.id) == await work_out_forecasts(runtime, tenant.id) == 0
    assert receiver.requests == []

    await ask(runtime, tenant.id, "resume_tenant")
    for table in ("event", "delivery", "work"):
        assert tenant.id in await tenants_with_due(runtime, table, clock.now())  # type: ignore[arg-type]
    await relay_all(runtime, tenant)
    assert await deliver(sender, tenant) == 2
    assert [request.event["type"] for request in receiver.requests] == ["risk.created"] * 2
    assert await monitor(runtime, tenant.id) == 1


async def test_before_its_end_a_tenant_is_told_and_nothing_else_is_done(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    owner = Caller(runtime, tenant.principal())
    await add_endpoint(runtime, tenant, receiver, event_types=["tenant.*"])
    await add_endpoint(runtime, stranger, receiver, event_types=["tenant.*"])
    await owner.venture()
    await ask(runtime, tenant.id, "schedule_tenant_deletion")
    await relay_all(runtime, tenant)
    assert await deliver(sender, tenant) == 1
    assert await deliver(sender, stranger) == 0
    told = receiver.requests[0].event
    assert (told["type"], told["data"]["tenant_id"]) == ("tenant.deletion_scheduled", f"tenant_{tenant.id.hex}")
    assert await monitor(runtime, tenant.id) == 0
    await ask(runtime, tenant.id, "cancel_tenant_deletion")
    assert await monitor(runtime, tenant.id) == 1
