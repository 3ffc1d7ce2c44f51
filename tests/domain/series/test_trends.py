"""Trends and projected crossings, with the worked numbers of the mathematics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.series.levels import IndicatorDirection, Sample
from domain.series.trends import TrendDirection, mann_kendall, trend_of

LOWER, HIGHER = IndicatorDirection.LOWER_IS_WORSE, IndicatorDirection.HIGHER_IS_WORSE
BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
WEEKLY = ["0.912", "0.915", "0.909", "0.906", "0.907", "0.899", "0.901", "0.893", "0.890", "0.886"]
FLAT = ["0.91", "0.90", "0.92", "0.91", "0.90", "0.92", "0.91", "0.90", "0.92", "0.91"]


def _weekly(values: list[str]) -> list[Sample]:
    return [Sample(BEGIN + timedelta(weeks=week), Decimal(value)) for week, value in enumerate(values)]


def test_the_weekly_series_falls_and_crosses_on_day_104_8() -> None:
    found = trend_of(_weekly(WEEKLY), Decimal("0.870"), LOWER)
    assert (found.s, found.direction) == (-39, TrendDirection.FALLING)
    assert found.slope == pytest.approx(-0.000457, abs=5e-7)
    assert found.p_value == pytest.approx(0.00068, abs=5e-6)
    assert mann_kendall([float(value) for value in WEEKLY])[1] == pytest.approx(-3.399, abs=5e-4)
    assert found.crossing is not None
    assert (found.crossing.at - BEGIN) / timedelta(days=1) == pytest.approx(104.8, abs=0.05)
    last = BEGIN + timedelta(weeks=9)
    assert found.crossing.earliest is not None and found.crossing.latest is not None
    assert (found.crossing.earliest - last) / timedelta(days=1) == pytest.approx(32.45, abs=0.01)
    assert (found.crossing.latest - last) / timedelta(days=1) == pytest.approx(56.44, abs=0.01)


def test_a_flat_series_has_no_trend() -> None:
    found = trend_of(_weekly(FLAT), Decimal("0.870"), LOWER)
    assert (found.s, found.direction, found.crossing) == (3, TrendDirection.NONE, None)
    assert found.p_value == pytest.approx(0.848, abs=5e-4)


def test_irregular_times() -> None:
    days, values = (0, 1, 3, 4, 8, 9, 15), (10, 11, 9, 12, 14, 13, 20)
    assert mann_kendall([float(value) for value in values])[0] == 15
    samples = [Sample(BEGIN + timedelta(days=day), Decimal(value)) for day, value in zip(days, values, strict=True)]
    assert trend_of(samples, Decimal(25), HIGHER).readings == 7  # too few for a statement
    found = trend_of([*samples, Sample(BEGIN + timedelta(days=16), Decimal(21))], Decimal(25), HIGHER)
    assert found.direction is TrendDirection.RISING and found.crossing is not None


def test_one_outlier_does_not_bend_the_slope() -> None:
    samples = [Sample(BEGIN + timedelta(days=day), Decimal(value)) for day, value in enumerate([*range(9), 100])]
    assert trend_of(samples, None, HIGHER).slope == pytest.approx(1.0)


def test_a_threshold_that_is_reached_already_or_lies_the_other_way_has_no_crossing() -> None:
    assert trend_of(_weekly(WEEKLY), Decimal("0.890"), LOWER).crossing is None
    assert trend_of(_weekly(WEEKLY), Decimal("0.950"), HIGHER).crossing is None
    assert trend_of(_weekly(WEEKLY), Decimal("0.100"), LOWER).crossing is None  # beyond 180 days


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=20), st.integers(2, 9), st.integers(-9, 9))
def test_scaling_a_series_scales_its_slope_and_leaves_its_significance(values: list[int], by: int, shift: int) -> None:
    samples = [Sample(BEGIN + timedelta(days=day), Decimal(value)) for day, value in enumerate(values)]
    scaled = [Sample(at, value * by + shift) for at, value in samples]
    one, other = trend_of(samples, None, HIGHER), trend_of(scaled, None, HIGHER)
    assert one.slope is not None and other.slope == pytest.approx(one.slope * by, abs=1e-9)
    assert (one.s, one.p_value) == (other.s, other.p_value)


@given(st.lists(st.integers(-50, 50), min_size=8, max_size=20))
def test_turning_a_series_over_turns_s_and_keeps_p(values: list[int]) -> None:
    s, z, p = mann_kendall([float(value) for value in values])
    assert mann_kendall([-float(value) for value in values]) == (-s, -z, p)
