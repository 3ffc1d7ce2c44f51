"""Calendars as arrays: the worked dates of the mathematics, and what happens between two calendars."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars.working_days import WorkingCalendar, working_calendar
from domain.forecasting.days import Crossing, Days, days_from
from domain.kernel.inputs import LAST_DAY

USUAL = working_calendar()
SUNDAY_TO_THURSDAY = working_calendar((True, True, True, True, False, False, True))
EVERY_DAY = working_calendar((True,) * 7)
HOLIDAYS = [date(2026, 10, day) for day in (1, 2, 5, 6, 7)]
DATES = st.dates(date(2026, 1, 1), date(2028, 12, 31))
CALENDARS = st.sampled_from(
    (USUAL, SUNDAY_TO_THURSDAY, EVERY_DAY, working_calendar(off=HOLIDAYS, extra=[date(2026, 10, 10)]))
)


def _after(calendar: WorkingCalendar, day: date, working_days: int) -> date | None:
    return days_from(calendar, day).day(working_days)


@pytest.mark.parametrize(
    ("calendar", "day", "working_days", "expected"),
    [
        (USUAL, date(2026, 10, 2), 2, date(2026, 10, 6)),
        (USUAL, date(2026, 10, 3), 0, date(2026, 10, 5)),
        (USUAL, date(2026, 10, 3), 1, date(2026, 10, 6)),
        (USUAL, date(2026, 10, 9), -5, date(2026, 10, 2)),
        (
            working_calendar(off=[date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)]),
            date(2026, 12, 24),
            5,
            date(2027, 1, 5),
        ),
        (SUNDAY_TO_THURSDAY, date(2026, 10, 1), 1, date(2026, 10, 4)),
        (working_calendar(off=HOLIDAYS), date(2026, 9, 28), 10, date(2026, 10, 19)),
        (
            working_calendar(off=HOLIDAYS, extra=[date(2026, 9, 20), date(2026, 10, 10)]),
            date(2026, 9, 28),
            10,
            date(2026, 10, 16),
        ),
    ],
)
def test_working_days_after_a_day(calendar: WorkingCalendar, day: date, working_days: int, expected: date) -> None:
    assert _after(calendar, day, working_days) == expected


def test_counting_is_half_open() -> None:
    days = days_from(USUAL, date(2026, 9, 1))
    assert days.start(date(2026, 10, 6)) - days.start(date(2026, 10, 2)) == 2


@given(DATES, st.integers(-200, 200))
def test_the_usual_week_is_that_of_numpy(day: date, working_days: int) -> None:
    expected = np.busday_offset(day, working_days, roll="forward").astype(date)
    assert _after(USUAL, day, working_days) == expected


@given(CALENDARS, DATES, DATES)
def test_indexes_count_as_the_calendar_does(calendar: WorkingCalendar, status_on: date, day: date) -> None:
    days = days_from(calendar, status_on)
    assert days.end(day) == calendar.count(status_on - timedelta(days=1), day)
    assert days.end(day) - days.start(day) == calendar.is_working(day)
    assert days.on(days.end(day), open=False) == (day if calendar.is_working(day) else calendar.add(day, -1))


def test_an_end_is_rounded_up_to_a_whole_day() -> None:
    days = days_from(USUAL, date(2026, 9, 28))
    assert [days.on(end) for end in (0.0, 0.4, 1.0, 1.0 + 1e-12, 1.1, 4.9, 5.0, 5.1)] == [
        date(2026, 9, 28),
        date(2026, 9, 28),
        date(2026, 9, 28),
        date(2026, 9, 28),
        date(2026, 9, 29),
        date(2026, 10, 2),
        date(2026, 10, 2),
        date(2026, 10, 5),
    ]


def test_what_is_open_never_ends_in_the_past() -> None:
    days = days_from(USUAL, date(2026, 9, 26))
    assert days.on(-3.0) == date(2026, 9, 28)
    assert days.on(-3.0, open=False) == date(2026, 9, 22)


def test_beyond_the_years_there_is_no_date() -> None:
    days = days_from(USUAL, LAST_DAY - timedelta(days=7))
    assert days.on(3.0) is not None
    assert days.on(1e6) is None
    assert days.days(np.array([0, 10_000_000])) == [days.day(0), None]


def _carried(source: Days, target: Days, index: float, kind: str = "finish") -> float:
    return float(getattr(Crossing(source, target), kind)(np.array([index]))[0])


STATUS = date(2026, 9, 28)  # a Monday
MONDAYS, SUNDAYS, ALL = (days_from(calendar, STATUS) for calendar in (USUAL, SUNDAY_TO_THURSDAY, EVERY_DAY))


def test_a_finish_before_days_off_is_that_evening_for_who_works_on_them() -> None:
    assert _carried(MONDAYS, ALL, 5.0) == 5.0  # Friday evening: Saturday is next
    assert _carried(MONDAYS, ALL, 5.5) == 7.5  # Monday noon
    assert _carried(MONDAYS, SUNDAYS, 5.0) == 4.0  # Thursday was the last day: Sunday is next
    assert _carried(MONDAYS, SUNDAYS, 5.5) == 5.5


def test_a_start_after_days_off_is_that_morning() -> None:
    assert _carried(MONDAYS, ALL, 5.0, "start") == 7.0
    assert _carried(ALL, MONDAYS, 5.5, "start") == 5.0  # on Saturday: Monday


def test_a_day_on_which_only_the_source_works_does_not_pass_for_the_target() -> None:
    assert [_carried(ALL, MONDAYS, index) for index in (5.0, 5.5, 6.0, 7.0, 7.25)] == [5.0, 5.0, 5.0, 5.0, 5.25]


@given(CALENDARS, CALENDARS, st.lists(st.floats(-50, 500), min_size=2, max_size=20))
def test_crossing_keeps_the_order(source: WorkingCalendar, target: WorkingCalendar, indexes: list[float]) -> None:
    crossing = Crossing(days_from(source, STATUS), days_from(target, STATUS))
    ordered = np.sort(indexes)
    for carried in (crossing.finish(ordered), crossing.start(ordered)):
        assert (np.diff(carried) >= -1e-8).all()
    assert (crossing.finish(ordered) <= crossing.start(ordered) + 1e-8).all()


@given(CALENDARS, st.lists(st.floats(-50, 500), min_size=1, max_size=20))
def test_crossing_into_the_same_days_changes_nothing(calendar: WorkingCalendar, indexes: list[float]) -> None:
    crossing = Crossing(days_from(calendar, STATUS), days_from(calendar, STATUS))
    np.testing.assert_allclose(crossing.finish(np.array(indexes)), indexes, atol=1e-8)
    np.testing.assert_allclose(crossing.start(np.array(indexes)), indexes, atol=1e-8)


def test_other_days_have_another_fingerprint() -> None:
    assert MONDAYS.fingerprint == days_from(working_calendar(), STATUS).fingerprint
    assert len({MONDAYS.fingerprint, SUNDAYS.fingerprint, days_from(USUAL, date(2026, 9, 29)).fingerprint}) == 3
