"""A risk that happens is an issue, and what was forecast of it stands beside what came."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from domain.kernel.errors import Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.risks.outcome_tables import Issue, IssueState, RiskAppetite, RiskOutcome
from domain.risks.tables import Action, Risk, RiskStatus
from tests.conftest import SettableClock, TestTenant
from tests.domain.register import Register

LOSS = {"low": "20000", "likely": "60000", "high": "150000"}
DELAY = {"low": "5", "likely": "10", "high": "30"}


async def test_a_risk_that_occurs_is_an_issue_with_actions_and_keeps_its_estimate(owner: Register) -> None:
    risk = await owner.risk(await owner.venture())
    await owner.ask("assess_risk", risk_id=risk, probability="0.3", impact=LOSS, delay=DELAY)
    issue = external_id(
        "issue",
        await owner.make("record_occurrence", risk_id=risk, actual_cost="80000", actions=[{"title": "Call them"}]),
    )
    row = await owner.row(Issue, issue)
    assert (row.title, row.state) == ("Licence lost", IssueState.OPEN)
    assert (row.estimated_probability, row.estimated_cost) == (Decimal("0.3"), Decimal("68333.33"))
    assert (row.estimated_delay, row.actual_cost) == (Decimal("12.5"), Decimal("80000"))
    assert [(one.title, one.response_id) for one in await owner.rows(Action, issue_id=row.id)] == [("Call them", None)]
    assert (await owner.row(Risk, risk)).status is RiskStatus.OCCURRED
    await owner.ask("add_issue_action", issue_id=issue, title="Find another")
    await owner.ask("resolve_issue", issue_id=issue, actual_delay="15")
    row = await owner.row(Issue, issue)
    assert (row.state, row.actual_cost, row.actual_delay) == (IssueState.RESOLVED, Decimal("80000"), Decimal("15"))
    with pytest.raises(InvalidState, match="occurred already"):
        await owner.ask("record_occurrence", risk_id=risk)


async def test_an_action_of_an_issue_suggests_nothing_and_can_be_done(owner: Register) -> None:
    risk = await owner.risk(await owner.venture())
    await owner.ask("record_occurrence", risk_id=risk, actions=[{"title": "Call them"}])
    (action,) = await owner.rows(Action)
    await owner.ask("complete_action", action_id=external_id("action", action.id))
    assert (await owner.rows(Action))[0].completed_at is not None


async def test_what_was_said_after_it_happened_is_no_forecast(owner: Register, clock: SettableClock) -> None:
    risk = await owner.risk(await owner.venture())
    await owner.ask("assess_risk", risk_id=risk, probability="0.3", impact_level=2)
    happened = clock.now().date() + timedelta(days=2)
    clock.forward(days=6)
    await owner.ask("assess_risk", risk_id=risk, probability="0.99", impact_level=2)
    await owner.ask("record_occurrence", risk_id=risk, occurred_on=happened.isoformat())
    (outcome,) = await owner.rows(RiskOutcome)
    assert (outcome.probability, outcome.occurred, outcome.from_level) == (Decimal("0.3"), True, False)


async def test_a_risk_closed_without_happening_counts_and_one_opened_again_does_not(owner: Register) -> None:
    risk = await owner.risk(await owner.venture())
    await owner.ask("assess_risk", risk_id=risk, probability_level=2, impact_level=2)
    await owner.ask("update_risk", id=risk, status="closed")
    (outcome,) = await owner.rows(RiskOutcome)
    assert (outcome.probability, outcome.from_level, outcome.occurred) == (Decimal("0.2"), True, False)
    assert outcome.ended_at is not None
    await owner.ask("update_risk", id=risk, status="open")
    assert (await owner.rows(RiskOutcome))[0].ended_at is None
    await owner.ask("update_risk", id=risk, status="occurred")
    assert len(await owner.rows(Issue)) == 1
    await owner.ask("update_risk", id=risk, status="closed")
    (outcome,) = await owner.rows(RiskOutcome)
    assert outcome.occurred


async def test_it_occurs_today_at_the_latest_and_not_while_an_earlier_issue_is_open(
    owner: Register, clock: SettableClock
) -> None:
    risk = await owner.risk(await owner.venture())
    with pytest.raises(Invalid) as refused:
        tomorrow = clock.now().date() + timedelta(days=2)
        await owner.ask("record_occurrence", risk_id=risk, occurred_on=tomorrow.isoformat())
    assert refused.value.problems[0].path == ("occurred_on",)
    assert (await owner.row(Risk, risk)).status is RiskStatus.OPEN
    await owner.ask("record_occurrence", risk_id=risk)
    await owner.ask("update_risk", id=risk, status="open")
    with pytest.raises(InvalidState, match="resolve it first"):
        await owner.ask("record_occurrence", risk_id=risk)


async def test_appetite_is_one_amount_a_venture_and_category(owner: Register) -> None:
    venture = await owner.venture()
    for amount in ("1000", "2000"):
        await owner.ask("set_risk_appetite", venture_id=venture, category="legal", amount=amount)
        await owner.ask("set_risk_appetite", amount=amount)
    rows = await owner.rows(RiskAppetite)
    assert [(row.category, row.amount) for row in rows] == [("legal", 2000), (None, 2000)]
    with pytest.raises(Invalid) as refused:
        await owner.ask("set_risk_appetite", category="weather", amount="1")
    assert refused.value.problems[0].path == ("category",)


async def test_another_tenants_risk_does_not_occur(owner: Register, stranger: TestTenant) -> None:
    theirs = Register(owner.runtime, stranger.principal())
    venture = await theirs.venture()
    for name, given in (
        ("record_occurrence", {"risk_id": await theirs.risk(venture)}),
        ("set_risk_appetite", {"venture_id": venture, "amount": "1"}),
    ):
        with pytest.raises(NotFound):
            await owner.ask(name, **given)
