"""Trying a rule tells what it would have done, from the history, and stores nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.errors import Busy, DomainError, Invalid, NotFound
from domain.kernel.ids import parse_id
from domain.kernel.outward import outward
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import rows


async def wavering(caller: Caller, clock: SettableClock) -> tuple[str, str]:
    """A risk that was critical twice in the last 40 days, for 6 and for 10 days, and is critical again since 4."""
    venture = await caller.venture()
    risk = await caller.risk(venture, "Wavering")
    for level, days in ((1, 8), (5, 6), (1, 12), (5, 10), (1, 4), (5, 4)):
        await caller.ask("assess_risk", risk_id=risk, probability_level=level, impact_level=level)
        clock.forward(days=days)
    return venture, risk


async def trial(caller: Caller, **given: Any) -> dict[str, Any]:
    done = await caller.ask("try_rule", **given)
    return dict(done.reports["trial"])


async def counts(runtime: Runtime, tenant: TestTenant) -> list[int]:
    found = []
    for table in ("alert", "alert_transition", "event", "audit_entry", "rule", "work"):
        [row] = await rows(runtime, tenant, f"SELECT count(*) AS n FROM {table} WHERE tenant_id = $1", tenant.id)
        found.append(row["n"])
    return found


async def test_a_rule_is_tried_on_today_and_on_the_past(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    began = clock.now()
    caller = Caller(runtime, tenant.principal())
    _, risk = await wavering(caller, clock)
    clock.set(began)
    await wavering(Caller(runtime, stranger.principal()), clock)
    before = await counts(runtime, tenant)
    report = await trial(caller, code="risk.level_critical")
    assert (report["fired"], report["firing_count"], report["ventures"], report["complete"]) == (3, 1, 1, True)
    assert [one["subject"]["id"] for one in report["times"]] == [risk] * 3
    days = [(began + timedelta(days=days)) for days in (8, 26, 40)]
    assert [one["since"] for one in report["times"]] == [outward(day) for day in days]
    assert report["firing"][0]["evidence"]["level"] == "critical"
    assert (await trial(caller, code="risk.level_critical", days=20))["fired"] == 2
    assert (await trial(caller, code="risk.level_critical", hold_seconds=8 * 86_400))["fired"] == 1
    assert (await trial(caller, code="risk.level_critical", days=0))["fired"] == 0
    assert await counts(runtime, tenant) == before


async def test_an_expression_is_tried_before_it_is_a_rule(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture, _ = await wavering(caller, clock)
    report = await trial(caller, subject_type="risk", expression="risk.score == 25", venture_ids=[venture])
    assert (report["rule"], report["fired"], report["firing_count"]) == ("custom.trial", 3, 1)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, ("code",)),
        ({"code": "risk.no_owner", "expression": "true"}, ("code",)),
        ({"expression": "risk.score > 1"}, ("subject_type",)),
        ({"expression": "risk.score", "subject_type": "risk"}, ("expression",)),
        ({"code": "risk.unheard_of"}, ("code",)),
        ({"code": "risk.proximity", "parameters": [{"name": "within_days", "value": 0}]}, ("parameters", 0, "value")),
    ],
)
async def test_a_trial_that_makes_no_sense_is_refused_at_its_place(
    runtime: Runtime, tenant: TestTenant, given: dict[str, Any], path: tuple[Any, ...]
) -> None:
    with pytest.raises(DomainError) as refusal:
        await trial(Caller(runtime, tenant.principal()), **given)
    assert refusal.value.problems[0].path == path


async def test_a_trial_sees_only_the_ventures_of_its_caller(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    owner = Caller(runtime, tenant.principal())
    venture, _ = await wavering(owner, clock)
    other = await owner.venture("Other")
    theirs = await Caller(runtime, stranger.principal()).venture()
    limited = Caller(runtime, tenant.principal(Role.MANAGER, venture_ids=frozenset({parse_id("venture", other)})))
    assert (await trial(limited, code="risk.level_critical"))["fired"] == 0
    for hidden in (venture, theirs):
        with pytest.raises(NotFound):
            await trial(limited, code="risk.level_critical", venture_ids=[hidden])


@pytest.mark.parametrize("expression", ["risk.score / risk.responses > 1", "risk.score * 9223372036854775807 > 1"])
async def test_what_cannot_be_worked_out_is_told_at_the_expression(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock, expression: str
) -> None:
    caller = Caller(runtime, tenant.principal())
    await wavering(caller, clock)
    with pytest.raises(Invalid) as refused:
        await trial(caller, subject_type="risk", expression=expression)
    assert refused.value.problems[0].path == ("expression",)
    report = await trial(caller, subject_type="risk", expression=f"risk.responses != 0 && {expression}", days=0)
    assert report["complete"]


async def test_a_tenant_tries_one_rule_at_a_time(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    assert (await trial(Caller(runtime, tenant.principal()), code="risk.level_critical"))["complete"]
    async with unit_of_work(runtime, tenant.principal()) as work:
        await work.guard("try_rule")
        with pytest.raises(Busy):
            await trial(Caller(runtime, tenant.principal()), code="risk.level_critical")
        assert (await trial(Caller(runtime, stranger.principal()), code="risk.level_critical"))["complete"]
    assert (await trial(Caller(runtime, tenant.principal()), code="risk.level_critical"))["complete"]
