"""The recommendation of a review: every clause, all reasons, the worst decides."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reviews.recommendation import (
    ConditionFact,
    CriterionFact,
    ForecastFact,
    Recommendation,
    Recommended,
    RiskFact,
    recommend,
    stop_signals,
)
from domain.reviews.states import Decision

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
TODAY = date(2026, 10, 1)
PASSED = CriterionFact(UUID(int=1), True, "pass")
FAILED = CriterionFact(UUID(int=2), True, "fail")
UNMEASURED = CriterionFact(UUID(int=3), True)
SHOULD_FAILED = CriterionFact(UUID(int=4), False, "fail")
SHOULD_UNMEASURED = CriterionFact(UUID(int=5), False)
LOW = RiskFact(UUID(int=11), "low")
HIGH = RiskFact(UUID(int=12), "high")
OTHER_HIGH = RiskFact(UUID(int=13), "high")
CRITICAL = RiskFact(UUID(int=14), "critical")


def asked(*facts: CriterionFact | RiskFact | ConditionFact, bare: bool = False, **more: Any) -> Recommended:
    """The recommendation for one passed criterion, one low risk, and these facts besides."""
    facts = facts if bare else (PASSED, LOW, *facts)
    return recommend(
        [fact for fact in facts if isinstance(fact, CriterionFact)],
        [fact for fact in facts if isinstance(fact, RiskFact)],
        [fact for fact in facts if isinstance(fact, ConditionFact)],
        NOW,
        TODAY,
        **more,
    )


def codes(answer: Recommended) -> tuple[str, list[str]]:
    return answer.recommendation, [reason.code for reason in answer.reasons]


def test_nothing_wrong_is_go_and_what_was_not_looked_at_is_named() -> None:
    answer = asked()
    assert codes(answer) == ("go", [])
    assert answer.missing == ("forecast", "cpi", "spi_t")


@pytest.mark.parametrize(
    ("facts", "recommendation", "reasons"),
    [
        ([FAILED], "recycle", ["criterion.must_failed"]),
        ([UNMEASURED], "recycle", ["criterion.must_not_measured"]),
        ([SHOULD_FAILED], "conditional_go", ["criterion.should_failed"]),
        ([SHOULD_UNMEASURED], "conditional_go", ["criterion.should_not_measured"]),
        ([CRITICAL], "recycle", ["risk.critical_unanswered"]),
        ([HIGH], "conditional_go", ["risk.high_unanswered"]),
        ([RiskFact(CRITICAL.id, "critical", responses=1)], "go", []),
        ([RiskFact(CRITICAL.id, "critical", accepted=True)], "go", []),
        ([ConditionFact(UUID(int=21), TODAY)], "recycle", ["condition.open"]),
        ([ConditionFact(UUID(int=21), TODAY + timedelta(days=1))], "go", []),
        ([ConditionFact(UUID(int=21), None)], "go", []),
        ([CRITICAL, SHOULD_FAILED], "recycle", ["risk.critical_unanswered", "criterion.should_failed"]),
    ],
)
def test_each_clause(facts: list[Any], recommendation: str, reasons: list[str]) -> None:
    assert codes(asked(*facts)) == (recommendation, reasons)


def test_all_reasons_are_listed_and_point_at_their_facts() -> None:
    answer = asked(FAILED, HIGH, OTHER_HIGH, cpi=Decimal("0.5"))
    assert codes(answer) == ("recycle", ["criterion.must_failed", "risk.high_unanswered", "cost.cpi_low"])
    assert [reason.facts for reason in answer.reasons] == [(FAILED.id,), (HIGH.id, OTHER_HIGH.id), ()]


def test_too_little_is_known() -> None:
    assert codes(asked(LOW, bare=True)) == ("insufficient_evidence", ["evidence.no_criteria"])
    assert codes(asked(PASSED, bare=True)) == ("insufficient_evidence", ["evidence.no_assessment"])
    unassessed = RiskFact(UUID(int=15))
    assert codes(asked(PASSED, unassessed, bare=True)) == ("insufficient_evidence", ["evidence.no_assessment"])
    assert codes(asked(needs_forecast=True)) == ("insufficient_evidence", ["evidence.no_forecast"])
    assert codes(asked(FAILED, LOW, bare=True, needs_forecast=True))[0] == "insufficient_evidence"


@pytest.mark.parametrize(
    ("age", "recommendation"), [(timedelta(days=14), "go"), (timedelta(days=14, seconds=1), "recycle")]
)
def test_a_value_older_than_two_intervals_counts_as_not_measured(age: timedelta, recommendation: str) -> None:
    old = CriterionFact(UUID(int=6), True, "pass", NOW - age, timedelta(days=7))
    assert asked(old).recommendation == recommendation


@pytest.mark.parametrize(
    ("more", "recommendation"),
    [
        ({"forecast": ForecastFact(UUID(int=31), Decimal(6), Decimal(60))}, "go"),
        ({"forecast": ForecastFact(UUID(int=31), Decimal(7), Decimal(60))}, "conditional_go"),
        ({"cpi": Decimal("0.9")}, "go"),
        ({"cpi": Decimal("0.8999")}, "conditional_go"),
        ({"spi_t": Decimal("0.85")}, "conditional_go"),
    ],
)
def test_limits_of_numbers_are_strict(more: dict[str, Any], recommendation: str) -> None:
    answer = asked(**more)
    assert answer.recommendation == recommendation
    assert len(answer.missing) == 2


def test_two_high_risks_and_a_slow_schedule_are_two_reasons() -> None:
    assert codes(asked(HIGH, OTHER_HIGH, spi_t=Decimal("0.85"))) == (
        "conditional_go",
        ["risk.high_unanswered", "schedule.spi_low"],
    )


def test_stop_signals() -> None:
    recycled = [Decision.GO, Decision.RECYCLE, Decision.RECYCLE]
    assert stop_signals(recycled) == ("review.recycled_twice",)
    assert stop_signals([Decision.RECYCLE, Decision.GO]) == ()
    assert stop_signals([], Decimal("2.9"), date(2027, 3, 2), date(2027, 3, 1)) == (
        "funding.runway_short",
        "funding.gone_before_p50",
    )
    assert stop_signals([], Decimal(3), date(2027, 3, 1), date(2027, 3, 1)) == ()


FACTS = st.lists(
    st.sampled_from(
        [
            PASSED,
            FAILED,
            UNMEASURED,
            SHOULD_FAILED,
            SHOULD_UNMEASURED,
            LOW,
            HIGH,
            CRITICAL,
            ConditionFact(UUID(int=9), TODAY),
        ]
    )
)


@given(FACTS, FACTS)
def test_more_trouble_is_never_a_better_recommendation(facts: list[Any], more: list[Any]) -> None:
    order = list(Recommendation)
    known, extended = asked(*facts), asked(*facts, *more)
    assert order.index(extended.recommendation) >= order.index(known.recommendation)
    assert (known.recommendation == "go") is (not known.reasons)
    assert all(order.index(reason.leads_to) <= order.index(known.recommendation) for reason in known.reasons)
