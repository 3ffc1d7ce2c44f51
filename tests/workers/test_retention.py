"""A tenant keeps events and deliveries for as long as it has chosen; others, and what has not ended, stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.workers.conftest import Receiver, add_endpoint, answer, deliver, emit, relay_all
from tests.workers.test_standing_still import ask
from workers import retention
from workers.deliveries import Deliveries
from workers.retention import forget_outlived

TABLES = ("event", "event_body", "delivery", "attempt")


async def test_a_tenant_keeps_events_and_deliveries_for_as_long_as_it_has_chosen(
    runtime: Runtime,
    settings: Settings,
    tenant: TestTenant,
    stranger: TestTenant,
    receiver: Receiver,
    sender: Deliveries,
    clock: SettableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retention, "SLICE", 2)
    now = datetime.now(UTC)

    async def kept(of: TestTenant) -> dict[str, int]:
        async with superuser(settings) as database:
            count = "SELECT count(*) FROM {} WHERE tenant_id = $1"
            return {table: await database.fetchval(count.format(table), of.id) for table in TABLES}

    for each in (tenant, stranger):
        await add_endpoint(runtime, each, receiver, event_types=["risk.assessed"])
        for _ in range(3):
            await emit(runtime, each)
        await relay_all(runtime, each)
        await deliver(sender, each)
    receiver.usual = lambda request: answer(500)
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)  # it failed, and is tried again
    await emit(runtime, tenant)  # and this one is not told yet
    had, theirs = await kept(tenant), await kept(stranger)
    assert (had["delivery"], had["attempt"]) == (4, 4)
    owner = Caller(runtime, tenant.principal())

    assert await forget_outlived(runtime, tenant.id, now + timedelta(days=400)) == 0, "without a choice all is kept"
    choice = {"id": f"tenant_{tenant.id.hex}", "event_retention_days": 20, "delivery_retention_days": 5}
    await owner.ask("update_tenant", **choice)
    await forget_outlived(runtime, tenant.id, now + timedelta(days=4))
    assert await kept(tenant) == had
    await forget_outlived(runtime, tenant.id, now + timedelta(days=6))
    assert await kept(tenant) == had | {"delivery": 1, "attempt": 1}, "what is under way stays, with what was tried"
    await ask(runtime, tenant.id, "suspend_tenant")
    assert await forget_outlived(runtime, tenant.id, now + timedelta(days=21)) == 0, "all is kept of who is suspended"
    await ask(runtime, tenant.id, "resume_tenant")
    await forget_outlived(runtime, tenant.id, now + timedelta(days=21))
    left = await kept(tenant)
    assert left["event"] == 2, "the one under way, and the one that is not told yet"
    assert (left["event_body"], left["delivery"], left["attempt"]) == (1, 1, 1)
    assert await kept(stranger) == theirs
