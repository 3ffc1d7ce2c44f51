"""What if: the forecast with changes beside the one without, by the same random numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from domain.forecasting.changes import Change, Compared, LinkChange, MilestoneChange, RiskChange, changed
from domain.forecasting.drafting import draft_of
from domain.forecasting.facts import Facts, LinkFacts
from domain.forecasting.what_if import compare
from domain.milestones.tables import DependencyKind
from tests.domain.forecasting.test_drafting import FACTS, ONE, RISK, VENTURE

NEXT = replace(ONE, id=UUID(int=11))
LINK = LinkFacts(UUID(int=90), ONE.id, NEXT.id, DependencyKind.FINISH_TO_START)
BOTH = replace(FACTS, milestones=(ONE, NEXT), links=(LINK,), risks=(RISK,))


def compared(*changes: Change, facts: Facts = BOTH) -> Compared:
    return compare(draft_of(facts), draft_of(changed(facts, changes)), 2_000)


def later(found: Compared, id: UUID) -> float:
    """By how many working days P80 is later with the changes."""
    before, after = found.milestones[id]
    assert before.p80 is not None and after is not None and after.p80 is not None
    return round(after.p80 - before.p80, 6)


def test_without_a_change_nothing_differs() -> None:
    found = compared()
    assert all(before == after for before, after in found.milestones.values())
    assert found.ventures[VENTURE][0] == found.ventures[VENTURE][1]


def test_a_risk_that_is_gone_or_sure_moves_what_it_touches_and_what_follows() -> None:
    for id in (ONE.id, NEXT.id):
        assert later(compared(RiskChange(RISK.id, None)), id) < 0
        assert later(compared(RiskChange(RISK.id, Decimal(0))), id) == later(compared(RiskChange(RISK.id, None)), id)
        assert later(compared(RiskChange(RISK.id, Decimal(1))), id) > 0


def test_what_is_moved_or_takes_longer_moves_what_follows() -> None:
    found = compared(MilestoneChange(ONE.id, start_on=date(2026, 10, 14)))
    assert later(found, ONE.id) == later(found, NEXT.id) == 5
    assert later(compared(MilestoneChange(ONE.id, scale=Decimal(2))), NEXT.id) > 5
    due = compared(MilestoneChange(ONE.id, due_on=date(2026, 12, 1)))
    assert later(due, ONE.id) == 0
    before, after = due.milestones[ONE.id]
    assert after is not None and after.probability_of_due_date == 1 != before.probability_of_due_date


def test_what_is_dropped_has_no_end_and_holds_nothing_back() -> None:
    found = compared(MilestoneChange(ONE.id, dropped=True))
    assert found.milestones[ONE.id][1] is None and later(found, NEXT.id) < -5
    assert later(compared(LinkChange(LINK.id)), NEXT.id) < -5


def test_without_an_estimate_the_days_of_the_plan_are_scaled() -> None:
    plain = replace(ONE, estimate_optimistic=None, estimate_likely=None, estimate_pessimistic=None)
    found = compared(MilestoneChange(ONE.id, scale=Decimal("1.5")), facts=replace(FACTS, milestones=(plain,)))
    assert later(found, ONE.id) == 4
