"""Earned schedule: published and worked examples, its edges, and what must hold for any plan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars.working_days import working_calendar
from domain.money.earned_schedule import Point, earned_schedule, month_start, months_between, schedule_of
from domain.money.earned_value import Budgeted, Reason, planned_value

EVERY_DAY = working_calendar((True,) * 7)
WEEKDAYS = working_calendar()


def _plan(*values: int) -> list[Point]:
    return [Point(Decimal(month), Decimal(value)) for month, value in enumerate(values, 1)]


FIVE = _plan(10, 25, 45, 70, 100)


def _near(value: Decimal | None, expected: str, places: int = 6) -> None:
    assert value is not None
    assert round(value, places) == round(Decimal(expected), places)


def test_after_three_months_of_five() -> None:
    found = earned_schedule(FIVE, Decimal(38), Decimal(3))
    assert (found.es_months, found.sv_t) == (Decimal("2.65"), Decimal("-0.35"))
    _near(found.spi_t, "0.883333")
    _near(found.ieac_t_months, "5.660377")


def test_the_fence_in_days() -> None:
    found = earned_schedule(_plan(1000, 2000, 3000, 4000), Decimal(2500), Decimal(3))
    assert (found.es_months, found.sv_t) == (Decimal("2.5"), Decimal("-0.5"))
    _near(found.spi_t, "0.833333")
    _near(found.ieac_t_months, "4.8")


def test_seven_months_that_earned_five() -> None:
    """W. Lipke, Earned Schedule."""
    found = earned_schedule(_plan(*range(10, 101, 10)), Decimal(50), Decimal(7))
    assert (found.es_months, found.sv_t) == (5, -2)
    _near(found.spi_t, "0.714286")
    _near(found.ieac_t_months, "14")


def test_a_late_project_stays_late_at_its_end() -> None:
    told = [
        ("0.6", "0.6", "8.3333"),
        ("1.33333", "0.66667", "7.5"),
        ("2.15", "0.71667", "6.9767"),
        ("3", "0.75", "6.6667"),
        ("3.68", "0.736", "6.7935"),
        ("4.46667", "0.74444", "6.7164"),
        ("5", "0.71429", "7.0"),
    ]
    for month, (ev, (es, spi, ieac)) in enumerate(zip((6, 15, 28, 45, 62, 84, 100), told, strict=True), 1):
        found = earned_schedule(FIVE, Decimal(ev), Decimal(month))
        _near(found.es_months, es, 5)
        _near(found.spi_t, spi, 5)
        _near(found.ieac_t_months, ieac, 4)


def test_in_a_planned_pause_the_latest_time_counts() -> None:
    paused = _plan(10, 25, 25, 25, 100)
    assert earned_schedule(paused, Decimal(25), Decimal(3)).es_months == 4
    assert earned_schedule(paused, Decimal(24), Decimal(3)).es_months == Decimal(1) + Decimal(14) / 15
    assert earned_schedule(_plan(50, 100, 100), Decimal(100), Decimal(3)).es_months == 2, "the first time of all"


def test_before_anything_is_earned_or_has_passed() -> None:
    found = earned_schedule(FIVE, Decimal(0), Decimal(2))
    assert (found.es_months, found.spi_t, found.ieac_t_months) == (0, 0, None)
    assert found.undefined == {"ieac_t_months": Reason.NOTHING_EARNED}
    begun = earned_schedule(FIVE, Decimal(5), Decimal(0))
    assert begun.es_months == Decimal("0.5")
    assert begun.undefined == {"spi_t": Reason.NOT_BEGUN, "ieac_t_months": Reason.NOT_BEGUN}


@pytest.mark.parametrize(
    ("first", "day", "months"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), "3"),
        (date(2026, 1, 1), date(2026, 2, 14), "1.5"),
        (date(2026, 1, 16), date(2026, 2, 15), "1"),
        (date(2026, 1, 31), date(2026, 2, 27), "1"),
        (date(2026, 1, 1), date(2026, 1, 1), str(Decimal(1) / 31)),
    ],
)
def test_months_count_from_the_first_day(first: date, day: date, months: str) -> None:
    assert months_between(first, day) == Decimal(months)


def test_months_begin_on_the_day_of_the_first_or_at_their_end() -> None:
    assert [month_start(date(2026, 1, 31), number) for number in (0, 1, 2, 13)] == [
        *(date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2027, 2, 28))
    ]


def _one(percent: int, start: date = date(2026, 1, 1), finish: date = date(2026, 5, 31)) -> list[Budgeted]:
    return [Budgeted(UUID(int=1), Decimal(100), percent, start, finish)]


def test_who_is_on_plan_within_a_month_is_on_plan() -> None:
    late_burst = [
        Budgeted(UUID(int=1), Decimal(10), 100, date(2026, 1, 1), date(2026, 1, 10)),
        Budgeted(UUID(int=2), Decimal(990), 0, date(2026, 1, 25), date(2026, 1, 31)),
    ]
    found = schedule_of(late_burst, EVERY_DAY, date(2026, 1, 24))
    assert found.spi_t == 1


def test_a_plan_of_days_is_no_plan_of_a_month() -> None:
    week = _one(40, date(2026, 11, 2), date(2026, 11, 6))
    found = schedule_of(week, WEEKDAYS, date(2026, 11, 6))
    assert found.spi_t is not None
    assert abs(found.spi_t - Decimal("0.4")) < Decimal("1e-20")


def test_time_stands_still_at_the_finish() -> None:
    late = schedule_of(_one(100), WEEKDAYS, date(2027, 1, 1), date(2026, 7, 31))
    assert (late.es_months, late.at_months) == (5, 7)
    assert schedule_of(_one(100), WEEKDAYS, date(2027, 1, 1), date(2026, 7, 31)) == late
    unfinished = schedule_of(_one(99), WEEKDAYS, date(2026, 12, 31), date(2026, 7, 31))
    assert unfinished.at_months == 12


def test_what_cannot_be_said_has_a_reason() -> None:
    today = date(2026, 3, 1)
    assert set(schedule_of([], WEEKDAYS, today).undefined.values()) == {Reason.NO_BUDGET}
    free = [Budgeted(UUID(int=1), Decimal(0), 0, today, today)]
    assert set(schedule_of(free, WEEKDAYS, today).undefined.values()) == {Reason.NO_BUDGET}
    unplanned = [*_one(5), Budgeted(UUID(int=2), Decimal(1))]
    assert set(schedule_of(unplanned, WEEKDAYS, today).undefined.values()) == {Reason.NO_BASELINE}
    assert set(schedule_of(_one(5), WEEKDAYS, date(2025, 12, 31)).undefined.values()) == {Reason.NOT_BEGUN}


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=24), st.data())
def test_what_was_planned_by_a_time_was_earned_at_that_time(steps: list[int], data: st.DataObject) -> None:
    plan = _plan(*accumulate(steps))
    month = data.draw(st.integers(1, len(plan)))
    found = earned_schedule(plan, plan[month - 1].value, Decimal(month))
    assert found.es_months == month
    assert found.spi_t == 1


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=24), st.integers(0, 30_000), st.integers(0, 1000))
def test_who_earns_more_is_never_earlier_in_the_plan(steps: list[int], ev: int, more: int) -> None:
    plan = _plan(*accumulate([*steps, 1]))
    less = earned_schedule(plan, Decimal(ev), Decimal(1)).es_months
    found = earned_schedule(plan, Decimal(ev + more), Decimal(1)).es_months
    assert less is not None
    assert found is not None
    assert 0 <= less <= len(plan)
    if ev + more < plan[-1].value:
        assert less <= found


@given(st.integers(1, 36), st.integers(1, 60))
def test_a_finished_project_was_as_fast_as_its_plan_is_to_its_time(planned: int, actual: int) -> None:
    found = earned_schedule(_plan(*range(10, 10 * planned + 1, 10)), Decimal(10 * planned), Decimal(actual))
    assert found.spi_t == Decimal(planned) / Decimal(actual)


@given(st.integers(0, 700), st.integers(1, 700), st.integers(0, 700))
def test_on_any_day_who_is_on_plan_has_a_performance_of_one(offset: int, length: int, day: int) -> None:
    start = date(2026, 1, 1) + timedelta(days=offset)
    today = start + timedelta(days=min(day, length))
    plan = [Budgeted(UUID(int=1), Decimal(1_000_000), 0, start, start + timedelta(days=length))]
    pv = planned_value(plan, EVERY_DAY, today)
    on_plan = [
        Budgeted(UUID(int=1), pv, 100, start, today),
        Budgeted(UUID(int=2), 1_000_000 - pv, 0, today + timedelta(days=1), start + timedelta(days=length)),
    ]
    if today < start + timedelta(days=length):
        found = schedule_of(on_plan, EVERY_DAY, today)
        assert found.spi_t is not None
        assert abs(found.spi_t - 1) < Decimal("1e-20")
