"""Working days: weekends, holidays, working weekends, and local days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars.working_days import (
    OutsideCalendar,
    end_of_day,
    local_day,
    start_of_day,
    working_calendar,
)

PLAIN = working_calendar()
OCTOBER = [date(2026, 10, day) for day in (1, 2, 5, 6, 7)]
DAYS = st.dates(date(2010, 1, 1), date(2060, 1, 1))


def test_ten_working_days_over_a_week_of_holidays() -> None:
    assert working_calendar(off=OCTOBER).add(date(2026, 9, 28), 10) == date(2026, 10, 19)


def test_ten_working_days_where_a_weekend_is_worked() -> None:
    assert working_calendar(off=OCTOBER, extra=[date(2026, 10, 10)]).add(date(2026, 9, 28), 10) == date(2026, 10, 16)


def test_two_working_days_since_a_friday_are_over_on_tuesday() -> None:
    friday = date(2026, 10, 2)
    assert [PLAIN.count(friday, friday + timedelta(days=n)) for n in range(5)] == [0, 0, 0, 1, 2]


def test_a_day_off_is_rounded_up_and_counted_from_both_sides() -> None:
    saturday = date(2026, 10, 3)
    assert [PLAIN.add(saturday, n) for n in (-2, -1, 0, 1)] == [date(2026, 10, day) for day in (1, 2, 5, 5)]
    monday = date(2026, 10, 5)
    assert [PLAIN.add(monday, n) for n in (-1, 0, 1)] == [date(2026, 10, 2), monday, date(2026, 10, 6)]


def test_what_lies_outside_is_said_to() -> None:
    with pytest.raises(OutsideCalendar):
        PLAIN.is_working(date(1989, 12, 31))
    with pytest.raises(OutsideCalendar):
        PLAIN.add(date(2200, 12, 30), 10)
    with pytest.raises(OutsideCalendar):
        working_calendar((False,) * 7).add(date(2026, 1, 1), 0)
    with pytest.raises(ValueError, match="7 days"):
        working_calendar((True,) * 6)


def test_an_array_for_numpy_holds_the_same_days() -> None:
    assert PLAIN.array.tolist() == list(PLAIN.ordinals)
    assert working_calendar((False,) * 7).array.tolist() == []
    with pytest.raises(ValueError, match="read-only"):
        PLAIN.array[0] = 1


@pytest.mark.parametrize(
    ("day", "n", "result"),
    [
        (date(2026, 10, 2), 2, date(2026, 10, 6)),
        (date(2026, 10, 3), 0, date(2026, 10, 5)),
        (date(2026, 10, 9), -5, date(2026, 10, 2)),
    ],
)
def test_working_days_are_added_as_the_busday_offsets_of_numpy(day: date, n: int, result: date) -> None:
    assert PLAIN.add(day, n) == result


def test_another_week_and_the_holidays_of_winter() -> None:
    winter = working_calendar(off=[date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)])
    assert winter.add(date(2026, 12, 24), 5) == date(2027, 1, 5)
    sunday_to_thursday = working_calendar((True, True, True, True, False, False, True))
    assert sunday_to_thursday.add(date(2026, 10, 1), 1) == date(2026, 10, 4)


@given(DAYS, st.integers(1, 400))
def test_counting_undoes_adding(day: date, n: int) -> None:
    later = PLAIN.add(day, n)
    assert PLAIN.is_working(later)
    assert PLAIN.count(day, later) == n
    earlier = PLAIN.add(day, -n)
    assert PLAIN.is_working(earlier)
    assert PLAIN.add(earlier, n) == PLAIN.add(day, 0)


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(a: date, b: date, c: date) -> None:
    assert PLAIN.count(a, b) + PLAIN.count(b, c) == PLAIN.count(a, c)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("UTC", datetime(2026, 10, 25, tzinfo=UTC)),
        ("Asia/Shanghai", datetime(2026, 10, 24, 16, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 10, 24, 22, tzinfo=UTC)),
    ],
)
def test_days_begin_and_end_in_their_zone(zone: str, start: datetime) -> None:
    day = date(2026, 10, 25)
    there = ZoneInfo(zone)
    assert start_of_day(day, there) == start
    assert local_day(start, there) == day
    assert local_day(end_of_day(day, there), there) == date(2026, 10, 26)
    length = end_of_day(day, there) - start_of_day(day, there)
    assert length == timedelta(hours=25 if zone == "Europe/Berlin" else 24)
