"""Rules about money that is to come: their limits, on the very day and beside it, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from domain.risks.monitoring.chapters.funding import AcquisitionFacts, RoundFacts
from domain.risks.monitoring.facts import Facts, ForecastFacts, MilestoneFacts, MoneyFacts, VentureFacts
from domain.risks.monitoring.registry import RULES

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
VENTURE = VentureFacts(UUID(int=1), "Aurora")
PILOT = MilestoneFacts(UUID(int=2), "Pilot", "in_progress")
REACHED = ForecastFacts(PILOT.id, date(2027, 1, 5), date(2027, 1, 20))
ROUND = RoundFacts(UUID(int=3), "Series A", PILOT.id)
TRANCHE = AcquisitionFacts(UUID(int=4), "Second tranche", "committed", PILOT.id, date(2027, 1, 19))


def _found(code: str, now: datetime = NOW, **facts: Any) -> Any:
    rule = RULES[code]
    return rule.evaluate(Facts(venture=VENTURE, **facts), rule.with_defaults(), now)


def _out(day: date | None) -> MoneyFacts:
    return MoneyFacts(cash_out_on=day)


@pytest.mark.parametrize(
    ("out", "days"), [(date(2027, 1, 19), 1), (date(2027, 1, 20), None), (date(2027, 2, 1), None), (None, None)]
)
def test_the_cash_must_last_until_the_next_milestone_upon_which_money_follows(out: date | None, days: int) -> None:
    facts = {"money": _out(out), "milestones": (PILOT,), "forecasts": (REACHED,)}
    (finding,) = _found("funding.gap", **facts, rounds=(ROUND,)).values() or [None]
    assert (finding and finding.evidence["days"]) == days
    assert (finding and finding.severity) == (days and "critical")
    assert _found("funding.gap", **facts) == {}, "no money follows upon it"
    assert bool(_found("funding.gap", **facts, acquisitions=(TRANCHE,))) is bool(days)
    done = facts | {"milestones": (replace(PILOT, status="done"),)}
    assert _found("funding.gap", **done, rounds=(ROUND,)) == {}


def test_a_raise_takes_six_months_and_thirty_days_to_spare() -> None:
    rule, money = RULES["funding.raise_too_late"], _out(date(2027, 5, 14))
    assert _found(rule.code, money=money) == {}, "begun today it ends with thirty days to spare"
    first = datetime(2026, 10, 15, tzinfo=UTC)
    assert rule.next_change(Facts(venture=VENTURE, money=money), rule.with_defaults(), NOW) == first
    (finding,) = _found(rule.code, first, money=money).values()
    assert (finding.severity, finding.since, finding.evidence["start_by"]) == ("critical", first, "2026-10-14")
    late = {"now": first + timedelta(days=90), "money": money}
    for status, fires in (("identified", True), ("contacted", True), ("negotiating", False), ("committed", False)):
        assert bool(_found(rule.code, **late, acquisitions=(replace(TRANCHE, status=status),))) is fires
    assert _found(rule.code, **late, rounds=(replace(ROUND, promised=True),)) == {}
    assert _found(rule.code, **late | {"money": _out(None)}) == {}


@pytest.mark.parametrize(
    ("condition", "p80", "fires"),
    [
        (date(2027, 1, 19), date(2027, 1, 20), True),
        (date(2027, 1, 20), date(2027, 1, 20), False),
        (None, date(2027, 1, 20), False),
        (date(2027, 1, 19), None, False),
    ],
)
def test_a_tranche_is_at_risk_where_its_milestone_comes_too_late(
    condition: date | None, p80: date | None, fires: bool
) -> None:
    facts = {"milestones": (PILOT,), "forecasts": (replace(REACHED, p80_on=p80),)}
    found = _found("funding.tranche_at_risk", **facts, acquisitions=(replace(TRANCHE, condition_on=condition),))
    assert (TRANCHE.id in found) is fires


@pytest.mark.parametrize(("share", "told"), [("0.6", None), ("0.609", 60), ("1", 100), (None, None)])
def test_money_hangs_on_one_source(share: str | None, told: int | None) -> None:
    money = MoneyFacts(largest_source="North Fund", largest_share=None if share is None else Decimal(share))
    (finding,) = _found("funding.concentration", money=money).values() or [None]
    assert (finding and finding.evidence["share_percent"]) == told
    assert _found("funding.concentration", money=replace(money, cash_generating=True)) == {}
