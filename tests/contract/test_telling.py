"""What holds every event of the suite to its schema does see a wrong one."""

from __future__ import annotations

import sqlalchemy as sa

from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from tests.conftest import TestTenant
from tests.contract import telling


async def test_a_wrong_event_is_noticed(runtime: Runtime, tenant: TestTenant) -> None:
    async def act(work: Work) -> None:
        work.emit("risk.assessed", ("risk", tenant.id), {"n": 1})
        work.emit("venture.sold", ("venture", tenant.id), {})

    await perform(runtime, tenant.principal(), act)
    found = telling.complaints()
    assert "venture.sold: is in no catalogue" in found
    assert any(complaint.startswith("risk.assessed: data: ") and "required" in complaint for complaint in found)


def test_a_wrong_body_is_noticed() -> None:
    telling.check_body(b'{"type": "risk.assessed", "data": {}}')
    assert telling.complaints()


async def test_a_wrong_stored_body_is_noticed(runtime: Runtime, tenant: TestTenant) -> None:
    async def act(work: Work) -> None:
        wrong = {
            "tenant_id": tenant.id,
            "event_id": uuid7(),
            "form": "thin:viewer",
            "body": '{"type": "risk.assessed"}',
        }
        await work.session.execute(sa.insert(telling.BODY), [wrong])

    await perform(runtime, tenant.principal(), act)
    assert telling.complaints()
