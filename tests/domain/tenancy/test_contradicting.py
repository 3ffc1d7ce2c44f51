"""Two administrators who do contradictory things at the same time never bring a tenant above its limits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from domain.kernel.counting import recount
from domain.kernel.errors import Busy, DomainError, QuotaExceeded
from domain.kernel.ids import uuid7
from domain.kernel.metrics import Metric
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import perform, unit_of_work
from tests.conftest import TestTenant, make_tenant
from tests.domain.tenancy.limits import limit, run

Act = Callable[["Contradicting"], Coroutine[Any, Any, Any]]
"""Something that one of the administrators does; both acts of a step begin at the same time."""


async def _create(there: Contradicting, role: Role) -> None:
    await run(
        there.runtime, there.tenant.principal(role), "create_venture", name="V", key=f"V{uuid7().hex[-8:].upper()}"
    )


async def _archive(there: Contradicting, role: Role, place: int) -> None:
    await _on_one(there, role, place, "archive_venture")


async def _restore(there: Contradicting, role: Role, place: int) -> None:
    await _on_one(there, role, place, "restore_venture")


async def _on_one(there: Contradicting, role: Role, place: int, command: str) -> None:
    if ventures := await there.ventures():
        await run(there.runtime, there.tenant.principal(role), command, id=ventures[place % len(ventures)])


async def _limit(there: Contradicting, role: Role, most: int | None) -> None:
    await limit(there.runtime, there.tenant, Metric.VENTURES, most)


PLACES = st.integers(0, 5)
ACTS = st.one_of(
    st.tuples(st.just(_create)),
    st.tuples(st.just(_create)),
    st.tuples(st.just(_archive), PLACES),
    st.tuples(st.just(_restore), PLACES),
    st.tuples(st.just(_limit), st.one_of(st.none(), st.integers(0, 6))),
)


class Contradicting(RuleBasedStateMachine):
    """A tenant whose owner and administrator act at once, step by step."""

    runner: asyncio.Runner
    runtime: Runtime
    tenant: TestTenant
    most: int | None
    had: int

    @initialize()
    def begin(self) -> None:
        """A fresh tenant without limits."""
        self.tenant = self.runner.run(make_tenant(self.runtime))
        self.most, self.had = None, 0

    @rule(acts=st.lists(ACTS, min_size=2, max_size=4))
    def act(self, acts: list[tuple[Any, ...]]) -> None:
        """All acts at once, by the two in turn; what is refused is refused in words."""
        self.runner.run(self._act(acts))

    async def _act(self, acts: list[tuple[Any, ...]]) -> None:
        roles = (Role.OWNER, Role.ADMIN)
        before = await self._most(), await self._count()
        done = await asyncio.gather(
            *(act(self, roles[number % 2], *given) for number, (act, *given) in enumerate(acts)), return_exceptions=True
        )
        unexpected = [each for each in done if isinstance(each, BaseException) and not isinstance(each, DomainError)]
        assert not unexpected, unexpected
        assert not [each for each in done if isinstance(each, Busy)], done
        limits = [before[0], *(given[0] for act, *given in acts if act is _limit)]
        refused = any(isinstance(each, QuotaExceeded) for each in done)
        assert not refused or any(most is not None for most in limits), "refused, though there was no limit"
        count = await self._count()
        highest = None if None in limits else max(most for most in limits if most is not None)
        assert highest is None or count <= max(highest, before[1]), (before, acts, count)

    @invariant()
    def counted(self) -> None:
        """The counter is what there is, to one; and there is none where there is no limit."""
        if not hasattr(self, "tenant"):
            return
        most, used = self.runner.run(self._quota())
        assert (used is None) == (most is None)
        assert used is None or used == self.runner.run(self._count()) >= 0
        assert self.runner.run(perform(self.runtime, self.tenant.principal(), recount)) == []

    async def ventures(self) -> list[UUID]:
        """All ventures, archived ones too, the oldest first."""
        async with unit_of_work(self.runtime, self.tenant.principal()) as work:
            found = await work.session.execute(
                sa.text("SELECT id FROM venture WHERE tenant_id = :tenant ORDER BY id"), {"tenant": self.tenant.id}
            )
            return list(found.scalars())

    async def _count(self) -> int:
        async with unit_of_work(self.runtime, self.tenant.principal()) as work:
            found = await work.session.execute(
                sa.text("SELECT count(*) FROM venture WHERE tenant_id = :tenant AND archived_at IS NULL"),
                {"tenant": self.tenant.id},
            )
            return int(found.scalar_one())

    async def _most(self) -> int | None:
        return (await self._quota())[0]

    async def _quota(self) -> tuple[int | None, int | None]:
        async with unit_of_work(self.runtime, self.tenant.principal()) as work:
            found = await work.session.execute(
                sa.text("SELECT most, used FROM quota WHERE tenant_id = :tenant AND metric = 'ventures'"),
                {"tenant": self.tenant.id},
            )
            row = found.one()
            return row.most, row.used


def contradict(runtime_settings: Settings, number: int, examples: int, steps: int) -> None:
    """Let so many tenants be acted on, each for some steps; `number` is the seed of what is random."""
    with asyncio.Runner() as runner:
        runtime = Runtime.of(runtime_settings)
        machine = seed(number)(type("Acting", (Contradicting,), {"runner": runner, "runtime": runtime}))
        try:
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=examples,
                    stateful_step_count=steps,
                    deadline=None,
                    database=None,
                    phases=[Phase.generate],  # what depends on who comes first cannot be made smaller
                    suppress_health_check=list(HealthCheck),
                ),
            )
        finally:
            runner.run(runtime.close())


@pytest.fixture
def common(settings: Settings) -> Settings:
    """The settings of the common database, under a name that hypothesis does not take."""
    return settings


def test_two_administrators_never_exceed_a_limit_and_every_counter_is_right(
    common: Settings, request: pytest.FixtureRequest
) -> None:
    contradict(common, request.config.option.seed, examples=8, steps=10)
