"""Thresholds with hysteresis, with the worked numbers of the mathematics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.series.levels import IndicatorDirection, IndicatorState, Sample, Thresholds, WrongThresholds, standing

HIGHER, LOWER = IndicatorDirection.HIGHER_IS_WORSE, IndicatorDirection.LOWER_IS_WORSE
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


def _samples(*values: str) -> list[Sample]:
    return [Sample(BEGIN + timedelta(days=day), Decimal(value)) for day, value in enumerate(values)]


def _states(thresholds: Thresholds, *values: str) -> list[IndicatorState]:
    samples = _samples(*values)
    return [standing(thresholds, samples[:count]).state for count in range(1, len(samples) + 1)]


def test_raised_at_80_and_cleared_below_75() -> None:
    thresholds = Thresholds(HIGHER, critical=Decimal(80), critical_clear=Decimal(75))
    states = _states(thresholds, "78", "81", "79", "82", "76", "74", "79", "80", "75", "74.9")
    assert [state is IndicatorState.CRITICAL for state in states] == [
        False, True, True, True, True, False, False, True, True, False,
    ]  # fmt: skip


def test_a_bare_threshold_is_its_own_end() -> None:
    states = _states(
        Thresholds(HIGHER, critical=Decimal(80)), "78", "81", "79", "82", "76", "74", "79", "80", "75", "74.9"
    )
    assert "".join("T" if state is IndicatorState.CRITICAL else "F" for state in states) == "FTFTFFFTFF"


def test_lower_is_worse_mirrors_and_levels_nest() -> None:
    thresholds = Thresholds(LOWER, warning=Decimal("0.90"), critical=Decimal("0.87"), warning_clear=Decimal("0.91"))
    assert [str(state) for state in _states(thresholds, "0.92", "0.90", "0.905", "0.87", "0.88", "0.911")] == [
        "ok", "warning", "warning", "critical", "warning", "ok",
    ]  # fmt: skip


def test_since_is_the_reading_with_which_the_state_began() -> None:
    found = standing(Thresholds(HIGHER, warning=Decimal(5)), _samples("1", "6", "7", "8"))
    assert found == (IndicatorState.WARNING, BEGIN + timedelta(days=1))
    assert standing(Thresholds(HIGHER), []) == (IndicatorState.UNKNOWN, None)


@pytest.mark.parametrize(
    ("field", "thresholds"),
    [
        ("critical", {"direction": HIGHER, "warning": Decimal(9), "critical": Decimal(8)}),
        ("critical", {"direction": LOWER, "warning": Decimal(8), "critical": Decimal(9)}),
        ("warning_clear", {"direction": HIGHER, "warning": Decimal(9), "warning_clear": Decimal(10)}),
        ("critical_clear", {"direction": LOWER, "critical": Decimal(9), "critical_clear": Decimal(8)}),
        ("warning_clear", {"direction": HIGHER, "warning_clear": Decimal(10)}),
    ],
)
def test_thresholds_in_the_wrong_order_are_refused_by_name(field: str, thresholds: dict[str, Decimal]) -> None:
    with pytest.raises(WrongThresholds) as caught:
        Thresholds(**thresholds)  # type: ignore[arg-type]  # what is wrong is the order
    assert caught.value.field == field


@given(st.lists(st.integers(0, 100), min_size=1), st.integers(20, 80), st.integers(0, 20))
def test_no_change_of_state_without_crossing_a_limit(values: list[int], limit: int, gap: int) -> None:
    thresholds = Thresholds(HIGHER, critical=Decimal(limit), critical_clear=Decimal(limit - gap))
    states = _states(thresholds, *map(str, values))
    for before, after, value in zip(states, states[1:], values[1:], strict=False):
        if before is not after:
            assert value >= limit if after is IndicatorState.CRITICAL else value < limit - gap


@given(st.lists(st.integers(0, 100), min_size=1), st.integers(20, 80))
def test_mirrored_values_give_the_same_states(values: list[int], limit: int) -> None:
    up = _states(Thresholds(HIGHER, critical=Decimal(limit)), *map(str, values))
    down = _states(Thresholds(LOWER, critical=Decimal(-limit)), *(str(-value) for value in values))
    assert up == down
