"""Reviews in tests: gathered by the worker, held by members of several roles."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.reviews.tables import Review
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import relay_all
from workers.reviews import gather, plan


class Board:
    """A tenant's members, who review milestones."""

    def __init__(self, runtime: Runtime, tenant: TestTenant) -> None:
        self.runtime = runtime
        self.tenant = tenant
        self.owner, self.admin, self.manager, self.contributor, self.viewer = (
            Caller(runtime, tenant.principal(role)) for role in Role
        )

    def member(self, role: Role | str) -> str:
        """The external id of the member of a role."""
        return external_id("member", self.tenant.members[Role(role)])

    async def milestone(self, venture: str | None = None, **more: Any) -> str:
        """A milestone with one criterion that passes, and one risk that was assessed."""
        venture = venture or await self.owner.venture()
        milestone = await self.owner.milestone(venture, **more)
        criterion = await self.owner.make("add_criterion", milestone_id=milestone, title="It works")
        await self.owner.ask("record_criterion", criterion_id=external_id("criterion", criterion), result="pass")
        risk = await self.owner.risk(venture)
        await self.owner.ask("assess_risk", risk_id=risk, probability_level=1, impact_level=1)
        return milestone

    async def gathered(self, milestone: str | None = None, **more: Any) -> str:
        """A review whose report is ready."""
        milestone = milestone or await self.milestone()
        review = external_id("review", await self.owner.make("request_review", milestone_id=milestone, **more))
        await self.work_off()
        return review

    async def begun(self, milestone: str | None = None, **more: Any) -> str:
        """A review that is under way."""
        review = await self.gathered(milestone, **more)
        await self.owner.ask("start_review", review_id=review)
        return review

    async def decided(self, milestone: str | None = None, decision: str = "go", **more: Any) -> str:
        """A review that is decided."""
        review = await self.begun(milestone)
        await self.owner.ask("decide_review", review_id=review, decision=decision, reason="It is so.", **more)
        return review

    async def work_off(self) -> None:
        """Let the workers relay, plan and gather until nothing is due."""
        await relay_all(self.runtime, self.tenant)
        while await plan(self.runtime, self.tenant.id) + await gather(self.runtime, self.tenant.id):
            pass
        await relay_all(self.runtime, self.tenant)

    async def row(self, review: str) -> Review:
        """A review as it is stored."""
        async with unit_of_work(self.runtime, self.tenant.principal()) as work:
            return await work.get(Review, parse_id("review", review))


@pytest.fixture
def board(runtime: Runtime, tenant: TestTenant) -> Board:
    """The tenant's members."""
    return Board(runtime, tenant)
