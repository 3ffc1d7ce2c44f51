"""What tests of payload documents stand on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.selections import Selection
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.workers.conftest import Receiver, deliver, emit, relay_all, rows
from workers.deliveries import Deliveries
from workers.selections import read_selections

RISK = "query ($subject: ID!) { risk(id: $subject) { title score venture { name } } }"
OF_RISKS = ["risk.assessed"]
LEFT = "SELECT 1 FROM work WHERE tenant_id = $1 AND kind = 'selection'"


async def select_all(runtime: Runtime, tenant: TestTenant) -> None:
    """Write every body that waits."""
    while await read_selections(runtime, tenant.id):
        pass


async def a_risk(runtime: Runtime, tenant: TestTenant, title: str = "Licence lost", venture: str = "") -> str:
    owner = Caller(runtime, tenant.principal())
    return await owner.risk(venture or await owner.venture(), title)


async def assess(runtime: Runtime, tenant: TestTenant, risk: str, level: int = 5) -> None:
    owner = Caller(runtime, tenant.principal())
    await owner.ask("assess_risk", risk_id=risk, probability_level=level, impact_level=level)


async def told(runtime: Runtime, tenant: TestTenant, sender: Deliveries) -> None:
    """Everything from the event to the receiver."""
    await relay_all(runtime, tenant)
    await select_all(runtime, tenant)
    await deliver(sender, tenant)


async def failure(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, subject: str = ""
) -> dict[str, Any]:
    """What is told of an event whose document cannot be answered: it arrives all the same."""
    risk = subject or await a_risk(runtime, tenant)
    await relay_all(runtime, tenant)
    await emit(runtime, tenant, subject=("risk", UUID(hex=risk.rpartition("_")[2])))
    await told(runtime, tenant, sender)
    data = receiver.requests[-1].event["data"]
    assert data["selection"] is None
    assert len(data) > 2, "all else of the event is there"
    waiting = "SELECT 1 FROM delivery WHERE tenant_id = $1 AND state <> 'delivered'"
    assert await rows(runtime, tenant, waiting, tenant.id) == []
    assert await rows(runtime, tenant, LEFT, tenant.id) == []
    return dict(data["selection_error"])


async def errors(runtime: Runtime, tenant: TestTenant) -> list[str | None]:
    """What the endpoints say is wrong with their documents."""
    found = await rows(runtime, tenant, "SELECT document_error FROM webhook_endpoint WHERE tenant_id = $1", tenant.id)
    return [row["document_error"] for row in found]


async def store_document(runtime: Runtime, tenant: TestTenant, document: str) -> None:
    """Change the document unchecked, as a new version of the schema would make a stored one wrong."""
    async with superuser(runtime.settings) as owner:
        await owner.execute("UPDATE webhook_endpoint SET document = $2 WHERE tenant_id = $1", tenant.id, document)


class Failing:
    """Answers nothing, as when the code is wrong or the database away."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.asked = 0

    def price(self, document: str, reader: Any) -> int:
        return 1

    async def read(self, document: str, reader: Any, subject: Any, reading: Any = None) -> Selection:
        self.asked += 1
        raise self.error
