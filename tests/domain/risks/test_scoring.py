"""Scoring: levels from numbers, levels that do not fit, expected loss, order, and the next assessment."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.milestones.three_point import InvalidEstimate, ThreePoint
from domain.risks.scale import Level, Scale
from domain.risks.scoring import (
    InconsistentAssessment,
    Scored,
    UnscorableAssessment,
    gravity,
    next_assessment_on,
    score_assessment,
)

SCALE = Scale()


def points(low: int | str, likely: int | str, high: int | str) -> ThreePoint:
    return ThreePoint(Decimal(low), Decimal(likely), Decimal(high))


def certain(value: int | str) -> ThreePoint:
    return points(value, value, value)


def test_levels_alone_leave_the_expected_loss_unknown() -> None:
    assert score_assessment(SCALE, 4, 5) == Scored(4, 5, 20, Level.CRITICAL, None)


def test_same_colour_and_the_larger_expected_loss_comes_first() -> None:
    a = score_assessment(SCALE, probability=Decimal("0.55"), impact=certain(20_000))
    b = score_assessment(SCALE, probability=Decimal("0.28"), impact=certain(90_000))
    assert a == Scored(4, 2, 8, Level.MEDIUM, Decimal("11000.00"))
    assert b == Scored(2, 4, 8, Level.MEDIUM, Decimal("25200.00"))
    unknown = score_assessment(SCALE, 5, 5)
    ordered = sorted([unknown, a, b], key=lambda scored: gravity(scored.expected_loss, scored.score))
    assert ordered == [b, a, unknown]


def test_where_no_loss_is_known_the_score_orders() -> None:
    small, large = score_assessment(SCALE, 1, 2), score_assessment(SCALE, 3, 3)
    assert sorted([small, large], key=lambda s: gravity(s.expected_loss, s.score)) == [large, small]


@pytest.mark.parametrize(
    ("probability", "level"),
    [("0", 1), ("0.0999", 1), ("0.1", 2), ("0.3", 3), ("0.4999", 3), ("0.5", 4), ("0.7", 5), ("1", 5)],
)
def test_the_lower_limit_belongs_to_its_probability_band(probability: str, level: int) -> None:
    assert score_assessment(SCALE, impact_level=1, probability=Decimal(probability)).probability_level == level


@pytest.mark.parametrize(
    ("loss", "level"),
    [("0", 1), ("9999.99", 1), ("10000", 2), ("30000", 3), ("80000", 4), ("249999", 4), ("250000", 5)],
)
def test_the_lower_limit_belongs_to_its_money_band(loss: str, level: int) -> None:
    assert score_assessment(SCALE, probability_level=1, impact=certain(loss)).impact_level == level


def test_the_mean_decides_the_band() -> None:
    # beta-PERT mean of (5, 8, 17) days is 9: below the limit of 10 although the highest value is far above
    assert points(5, 8, 17).mean == 9
    assert score_assessment(SCALE, probability_level=1, delay=points(5, 8, 17)).impact_level == 2


def test_the_higher_level_of_money_and_delay_wins() -> None:
    assert score_assessment(SCALE, 1, impact=certain(5_000), delay=certain(60)).impact_level == 5
    assert score_assessment(SCALE, 1, impact=certain(300_000), delay=certain(1)).impact_level == 5
    assert score_assessment(SCALE, 1, 5, impact=certain(5_000), delay=certain(60)).impact_level == 5


def test_a_level_and_a_number_that_do_not_fit_are_refused_naming_both() -> None:
    with pytest.raises(InconsistentAssessment, match=r"level 2 and probability 0\.8 .* level 5") as refusal:
        score_assessment(SCALE, 2, 1, probability=Decimal("0.8"))
    assert refusal.value.fields == ("probability_level", "probability")
    with pytest.raises(InconsistentAssessment, match=r"impact level 2 and delay .* level 5") as refusal:
        score_assessment(SCALE, 2, 2, impact=certain(20_000), delay=certain(60))
    assert refusal.value.fields == ("impact_level", "delay")
    assert isinstance(refusal.value, ValueError)


@pytest.mark.parametrize(
    "given_values",
    [
        {},
        {"probability_level": 1},
        {"impact_level": 1},
        {"probability_level": 0, "impact_level": 1},
        {"probability_level": 1, "impact_level": 6},
        {"probability": Decimal("1.01"), "impact_level": 1},
        {"probability": Decimal("-0.01"), "impact_level": 1},
        {"probability": Decimal("NaN"), "impact_level": 1},
    ],
)
def test_what_is_missing_or_out_of_range_is_refused(given_values: dict[str, object]) -> None:
    with pytest.raises(UnscorableAssessment) as refusal:
        score_assessment(SCALE, **given_values)  # type: ignore[arg-type]  # the wrong values are the point
    assert refusal.value.fields


@pytest.mark.parametrize("values", [(2, 1, 3), (1, 3, 2), (-1, 0, 1), ("NaN", 1, 2), (0, 1, "Infinity")])
def test_three_points_out_of_order_are_refused(values: tuple[int, int, int]) -> None:
    with pytest.raises(InvalidEstimate):
        points(*values)


@pytest.mark.parametrize(
    ("level", "due"),
    [
        ("critical", date(2026, 10, 8)),
        ("high", date(2026, 10, 15)),
        ("medium", date(2026, 10, 31)),
        ("low", date(2026, 12, 30)),
    ],
)
def test_next_assessment_follows_from_the_level(level: str, due: date) -> None:
    assert next_assessment_on(Level(level), date(2026, 10, 1)) == due


def test_a_named_next_assessment_wins() -> None:
    assert next_assessment_on(Level.LOW, date(2026, 10, 1), named=date(2026, 10, 2)) == date(2026, 10, 2)


MONEY = st.decimals(0, 10**9, places=2)
PROBABILITY = st.decimals(0, 1, places=4)


@given(PROBABILITY, PROBABILITY, MONEY, MONEY)
def test_more_probable_or_worse_is_never_milder(p: Decimal, q: Decimal, loss: Decimal, more: Decimal) -> None:
    mild = score_assessment(SCALE, probability=min(p, q), impact=certain(str(min(loss, more))))
    grave = score_assessment(SCALE, probability=max(p, q), impact=certain(str(max(loss, more))))
    assert mild.level.rank <= grave.level.rank
    assert mild.expected_loss is not None
    assert grave.expected_loss is not None
    assert mild.expected_loss <= grave.expected_loss


@given(PROBABILITY, st.lists(MONEY, min_size=3, max_size=3))
def test_a_level_that_followed_from_a_number_can_be_given_with_it(p: Decimal, values: list[Decimal]) -> None:
    loss = ThreePoint(*sorted(values))
    scored = score_assessment(SCALE, probability=p, impact=loss)
    assert score_assessment(SCALE, scored.probability_level, scored.impact_level, p, loss) == scored
    assert scored.expected_loss is not None
    assert scored.expected_loss <= loss.high
