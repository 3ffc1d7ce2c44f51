"""The forecast by throughput, with the exact numbers of the mathematics."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.forecasting.throughput import MOST_WEEKS, TooLittleHistory, how_many, when_done

DAILY = [0, 1, 0, 2, 1, 0, 3, 1, 0, 2]
WEEKLY = [3, 5, 2, 6, 4, 0, 5, 3]
HISTORIES = st.lists(st.integers(0, 6), min_size=5, max_size=12)


def test_when_twenty_are_done() -> None:
    found = when_done(DAILY, 20, (0.50, 0.70, 0.80, 0.85, 0.90, 0.95))
    assert list(found.weeks.values()) == [20, 23, 24, 25, 26, 29]
    expected = {19: 0.44559, 20: 0.53537, 23: 0.76328, 24: 0.81926, 25: 0.86484, 26: 0.90089, 28: 0.94957, 29: 0.96494}
    for week, chance in expected.items():
        assert found.done[week] == pytest.approx(chance, abs=5e-6)


def test_the_mean_of_when_twenty_are_done() -> None:
    done = when_done(DAILY, 20, (1 - 1e-9,)).done
    assert sum(1 - chance for chance in done) == pytest.approx(20.5, abs=0.001)


def test_how_many_in_thirty() -> None:
    found = how_many(DAILY, 30, (0.50, 0.70, 0.85, 0.95))
    assert list(found.items.values()) == [30, 27, 24, 21]
    assert found.mean == pytest.approx(30)


def test_thirty_items_by_weeks() -> None:
    found = when_done(WEEKLY, 30, (0.50, 0.80, 0.85, 0.95))
    assert list(found.weeks.values()) == [9, 10, 11, 12]
    assert [found.done[week] for week in (9, 10, 11, 12)] == pytest.approx([0.6520, 0.8317, 0.9295, 0.9738], abs=5e-5)
    assert list(how_many(WEEKLY, 6, (0.50, 0.80, 0.85, 0.95)).items.values()) == [21, 17, 16, 13]


def test_one_or_none_a_day_is_the_binomial() -> None:
    history = [0, 0, 0, 1, 1]
    when = when_done(history, 10, (0.50, 0.85, 0.95))
    assert list(when.weeks.values()) == [24, 31, 36]
    assert [when.done[day] for day in (24, 31, 36)] == pytest.approx([0.5109, 0.8566, 0.9551], abs=5e-5)
    assert list(how_many(history, 30, (0.50, 0.85, 0.95)).items.values()) == [12, 9, 8]


@given(st.integers(1, 9), st.integers(0, 200))
def test_a_constant_pace_is_certain(pace: int, items: int) -> None:
    assert set(when_done([pace] * 5, items).weeks.values()) == {math.ceil(items / pace)}
    assert set(how_many([pace] * 5, 7).items.values()) == {7 * pace}


def test_the_cautious_side_is_later_and_fewer() -> None:
    when, many = when_done(WEEKLY, 30).weeks, how_many(WEEKLY, 10).items
    assert list(when.values()) == sorted(when.values())
    assert list(many.values()) == sorted(many.values(), reverse=True)


@given(HISTORIES, st.integers(0, 30), st.integers(0, 20), st.sampled_from((0.5, 0.8, 0.85, 0.95)))
def test_the_two_questions_are_one(history: list[int], items: int, weeks: int, share: float) -> None:
    needed = when_done(history, items, (share,)).weeks[share]
    assert (needed is not None and needed <= weeks) == (how_many(history, weeks, (share,)).items[share] >= items)


def test_too_little_history_is_no_answer() -> None:
    with pytest.raises(TooLittleHistory, match="5 weeks of history, not 4"):
        when_done([3, 3, 3, 3], 1)
    with pytest.raises(TooLittleHistory):
        how_many([], 1)


def test_what_never_moves_is_never_done() -> None:
    found = when_done([0] * 5, 3)
    assert set(found.weeks.values()) == {None}
    assert set(when_done([0] * 5, 0).weeks.values()) == {0}
    assert set(how_many([0] * 5, 40).items.values()) == {0}


def test_beyond_ten_years_is_never_at_this_pace() -> None:
    found = when_done([0] * 19 + [1], 1_000)
    assert set(found.weeks.values()) == {None}
    assert len(found.done) == MOST_WEEKS + 1


@pytest.mark.parametrize("history", [[1, 2, 3, 4, -1], [1, 2, 3, 4, 10_001], [1] * 521])
def test_numbers_out_of_range_are_refused(history: list[int]) -> None:
    with pytest.raises(ValueError):
        when_done(history, 1)
    with pytest.raises(ValueError):
        how_many(history, 1)


def test_what_is_asked_for_has_limits() -> None:
    for ask in (lambda: when_done(WEEKLY, -1), lambda: when_done(WEEKLY, 10_001), lambda: how_many(WEEKLY, 521)):
        with pytest.raises(ValueError):
            ask()
    with pytest.raises(ValueError):
        when_done(WEEKLY, 1, (1.0,))


def test_the_largest_questions_are_answered() -> None:
    assert when_done(list(range(100, 152)), 10_000).weeks[0.95] == 82  # mean 125.5, deviation 15
    found = how_many([10_000, 0, 5_000, 1, 9_999], 520).items
    assert found[0.95] < found[0.50]
    assert found[0.50] == pytest.approx(520 * 5_000, rel=0.001)
