"""A tenant with something of everything, and a caller that reads it; and many tenants, for the planner to choose."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

import domain.commands  # noqa: F401  # declares all commands
from api.graphql.running import Engine
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.graph.asking import Reader, watch
from tests.graph.crowd import fill_crowd
from tests.graph.planning import RISKS, TENANTS, VENTURES
from tests.security.conftest import two  # noqa: F401  # two tenants with a row in every table


@pytest.fixture
def reader_of(runtime: Runtime) -> Callable[[Principal], Reader]:
    """Makes readers; all share one list of statements."""
    sent: list[Any] = []
    watch(runtime, sent)
    engine = Engine(runtime)

    def make(principal: Principal) -> Reader:
        return Reader(runtime, engine, principal, sent)

    return make


@dataclass(frozen=True)
class World:
    """What the commands have made in a tenant."""

    tenant: TestTenant
    ventures: list[str]
    milestones: list[str]
    risks: list[str]


@pytest.fixture(scope="session")
def common_world(settings: Settings) -> World:
    """One world for all tests that only read it."""

    async def make() -> World:
        runtime = Runtime.of(settings)
        try:
            return await fill(runtime, await make_tenant(runtime))
        finally:
            await runtime.close()

    return asyncio.run(make())


@pytest.fixture
def world(common_world: World) -> World:
    """A world to read, not to change."""
    return common_world


@pytest.fixture
def read(reader_of: Callable[[Principal], Reader], world: World) -> Reader:
    """The world's owner, reading."""
    return reader_of(world.tenant.principal("owner"))


@pytest.fixture(scope="session")
def crowd(cluster: Cluster, template: str) -> Iterator[Settings]:
    """A database with the crowd in it."""
    cluster.create_database("crowd", template)
    settings = cluster.settings("crowd")

    async def make() -> None:
        runtime = Runtime.of(settings)
        tenant = await make_tenant(runtime)
        await runtime.close()
        async with superuser(settings) as owner:
            await fill_crowd(owner, tenant.id, 1, TENANTS, RISKS, VENTURES)

    asyncio.run(make())
    yield settings
    cluster.drop_database("crowd")


async def fill(runtime: Runtime, tenant: TestTenant) -> World:
    """Three ventures with milestones, risks, assessments, responses; with ties, empty values and archived rows."""
    caller = Caller(runtime, tenant.principal("owner"))
    owner = f"member_{tenant.members[Role.MANAGER].hex}"
    ventures, milestones, risks = [], [], []
    for number in range(3):
        ventures.append(venture := await caller.venture(f"Venture {number}"))
        for month in range(4):
            due = {"due_on": f"2027-0{month // 2 + 1}-01"} if month else {}
            milestones.append(await caller.milestone(venture, f"Milestone {month}", key=month == 0, **due))
        for place in range(6):
            more: dict[str, Any] = {"owner_id": owner} if place % 2 else {}
            risks.append(
                risk := await caller.risk(
                    venture, f"风险 {place} 100%_sure", milestone_ids=milestones[-2:], cause="c" * place or None, **more
                )
            )
            if place > 1:
                level = 1 + place // 2
                await caller.ask("assess_risk", risk_id=risk, kind="current", probability_level=level, impact_level=3)
            if place == 3:
                response = await caller.make("add_response", risk_id=risk, kind="mitigate", title="Answer")
                await caller.make("add_action", response_id=f"response_{response.hex}", title="Do", due_on="2026-01-01")
        await caller.ask("archive_risk", id=risks[-1])
        await caller.ask("create_team", venture_id=venture, name="Core", function="business")
    return World(tenant, ventures, milestones, risks)
