"""What if: asked in GraphQL, answered without saving anything, and only of what the caller may see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.forecasting import asking
from domain.kernel.errors import DomainError
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.workers.conftest import rows

ASKED: Final = """query ($venture: ID!, $changes: [WhatIfChangeInput!]!) {
  asked: whatIf(ventureId: $venture, changes: $changes) {
    __typename draws seed before { p80 } after { p80 }
    milestones { milestoneId title p50Days later: p80Days before { ...ends } after { ...ends } }
  }
  ventures(first: 1) { nodes { name } }
}
fragment ends on WhatIfEnd { p10 p50 p80 p90 probabilityOfDueDate }"""


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner."""
    return Caller(runtime, tenant.principal())


async def ask(caller: Caller, venture: str, *changes: dict[str, Any], text: str = ASKED) -> Any:
    reader = Reader(caller.runtime, Engine(caller.runtime), caller.principal)
    return (await reader(text, venture=venture, changes=list(changes)))["asked"]


async def plan(caller: Caller) -> tuple[str, str, str, str, str]:
    """A venture in which one milestone waits for another, which a risk threatens."""
    venture = await caller.venture()
    three = {"optimistic": "5", "likely": "8", "pessimistic": "17"}
    first, second = [
        await caller.milestone(venture, title, estimate=three, due_on="2098-01-05") for title in ("First", "Second")
    ]
    link = await caller.make("add_dependency", predecessor_id=first, successor_id=second)
    risk = await caller.risk(venture)
    days = {"low": "10", "likely": "10", "high": "10"}
    await caller.ask("assess_risk", risk_id=risk, probability="0.3", impact_level=3, delay=days)
    await caller.ask("add_risk_milestone", risk_id=risk, milestone_id=first)
    return venture, first, second, risk, external_id("dependency", link)


async def test_what_would_be_is_told_beside_what_is_and_nothing_is_saved(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    venture, first, second, risk, link = await plan(caller)
    found = await ask(caller, venture, {"riskId": risk, "isRemoved": True})
    assert (found["__typename"], found["draws"]) == ("WhatIfAnswer", 10_000)
    assert {one["milestoneId"] for one in found["milestones"]} == {first, second}
    assert all(float(one["later"]) < -2 and one["after"]["p80"] < one["before"]["p80"] for one in found["milestones"])
    assert found["after"]["p80"] < found["before"]["p80"]
    again = await ask(caller, venture, {"riskId": risk, "probability": "0"})
    assert (again["seed"], again["milestones"]) == (found["seed"], found["milestones"])
    longer = await ask(caller, venture, {"milestoneId": first, "scale": "2"}, {"dependencyId": link, "isRemoved": True})
    assert {one["title"]: float(one["later"]) > 0 for one in longer["milestones"]} == {"First": True, "Second": False}
    gone = await ask(caller, venture, {"milestoneId": first, "isRemoved": True})
    assert {one["title"]: one["after"] is None for one in gone["milestones"]} == {"First": True, "Second": False}
    for table in ("forecast", "venture_forecast", "forecast_day"):
        assert await rows(runtime, tenant, f"SELECT 1 FROM {table} WHERE tenant_id = $1", tenant.id) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "exactly one"),
        ({"riskId": "risk", "milestoneId": "first", "isRemoved": True}, "exactly one"),
        ({"riskId": "risk"}, "isRemoved"),
        ({"riskId": "risk", "dueOn": "2099-01-01"}, "isRemoved"),
        ({"riskId": "risk", "probability": "0.5", "isRemoved": True}, "isRemoved"),
        ({"dependencyId": "link"}, "isRemoved"),
        ({"riskId": "risk", "probability": "1.5"}, "probability"),
        ({"milestoneId": "first", "scale": "0"}, "scale"),
        ({"milestoneId": "first", "dueOn": "1889-01-01"}, "dueOn"),
        ({"milestoneId": "unknown", "isRemoved": True}, "no such milestone"),
    ],
)
async def test_what_makes_no_sense_is_refused_with_its_place(caller: Caller, change: dict[str, Any], told: str) -> None:
    venture, first, _, risk, link = await plan(caller)
    named = {"risk": risk, "first": first, "link": link, "unknown": "milestone_" + "0" * 32}
    given = {name: named.get(str(value), value) for name, value in change.items()}
    with pytest.raises((BadInput, DomainError)) as refused:
        await ask(caller, venture, given)
    assert "changes" in str(refused.value) and told in str(refused.value)


async def test_nobody_asks_of_another_tenants_or_an_unseen_venture(
    runtime: Runtime, stranger: TestTenant, caller: Caller
) -> None:
    venture, first, _, risk, _ = await plan(caller)
    elsewhere = Caller(runtime, stranger.principal())
    assert await ask(elsewhere, venture, {"riskId": risk, "isRemoved": True}) is None
    own, *_ = await plan(elsewhere)
    with pytest.raises(DomainError, match="no such risk"):
        await ask(elsewhere, own, {"riskId": risk, "isRemoved": True})
    other, *_ = await plan(caller)
    restricted = Caller(runtime, replace(caller.principal, venture_ids=frozenset({parse_id("venture", other)})))
    assert await ask(restricted, venture, {"riskId": risk, "isRemoved": True}) is None
    with pytest.raises(DomainError, match="no such milestone"):
        await ask(restricted, other, {"milestoneId": first, "isRemoved": True})


async def test_it_has_its_price_and_its_limit(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(caller.runtime)
    from api.graphql.asking import Asked

    variables = {"venture": "venture_" + "0" * 32, "changes": [{}]}
    assert engine.prepare(Asked(ASKED, None, variables), get=False).cost > asking.PRICE
    venture, first, *_ = await plan(caller)
    monkeypatch.setattr(asking, "MOST_MILESTONES", 1)
    with pytest.raises(BadInput, match="at most 1 milestones"):
        await ask(caller, venture, {"milestoneId": first, "isRemoved": True})
