"""Working days of a calendar: a sorted array of days, searched by halving.

A week's mask alone (as in numpy's `busday_*`) cannot hold *working weekends*, which some countries have: here the week,
the days off and the extra working days are laid out into one array first. Days are local dates.
"""

from __future__ import annotations

from array import array as Packed
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from domain.kernel.inputs import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MONDAY_TO_FRIDAY: Final = (True, True, True, True, True, False, False)
KEPT: Final = 64
"""Calendars that a process keeps laid out; each takes some 450 kB."""


class OutsideCalendar(ValueError):
    """The day lies outside the years that calendars are laid out for, or no day of the calendar is a working day."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WorkingCalendar:
    """A venture's working days from 1990 to 2200: make one with `working_calendar`."""

    ordinals: Packed[int]
    "The working days as `date.toordinal` counts them, rising."

    @property
    def array(self) -> NDArray[np.int64]:
        """The ordinals of the working days for numpy, without a copy: not to be written to."""
        import numpy as np  # whoever only counts days needs no numpy

        shared = np.frombuffer(self.ordinals, dtype=np.int64) if self.ordinals else np.empty(0, dtype=np.int64)
        shared.flags.writeable = False
        return shared

    def is_working(self, day: date) -> bool:
        """Whether the day is worked. Raises `OutsideCalendar`."""
        _check(day)
        position = self.through(day)
        return position > 0 and self.ordinals[position - 1] == day.toordinal()

    def count(self, after: date, through: date) -> int:
        """The working days d with after < d ≤ through; below 0 where `through` is earlier. No other years count."""
        return self.through(through) - self.through(after)

    def add(self, day: date, working_days: int) -> date:
        """The n-th working day after a day (for n < 0: before it); for 0 the day itself, or the next working day.

        So a date that falls on a day off is rounded up. Raises `OutsideCalendar`.
        """
        through = self.through(day)
        rests = not self.is_working(day)
        if working_days > 0:
            position = through + working_days - 1
        elif working_days < 0 or not rests:
            position = through + working_days - (0 if rests else 1)
        else:
            position = through
        if not 0 <= position < len(self.ordinals):
            years = f"{FIRST_DAY.year} to {LAST_DAY.year}"
            raise OutsideCalendar(f"{working_days} working days from {day} lie outside {years}")
        return date.fromordinal(self.ordinals[position])

    def before(self, day: date) -> int:
        """How many working days there are before a day: the half-open index of what begins on it."""
        return bisect_left(self.ordinals, day.toordinal())

    def through(self, day: date) -> int:
        """How many working days there are up to and with a day: the half-open index of what ends on it."""
        return bisect_right(self.ordinals, day.toordinal())


def working_calendar(
    week: tuple[bool, ...] = MONDAY_TO_FRIDAY, off: Iterable[date] = (), extra: Iterable[date] = ()
) -> WorkingCalendar:
    """A calendar from its working weekdays (Monday first), days off, and extra working days, which win over both."""
    return _laid_out(week, frozenset(off), frozenset(extra))


def _check(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise OutsideCalendar(f"{day} lies outside {FIRST_DAY.year} to {LAST_DAY.year}")


@lru_cache(maxsize=KEPT)
def _laid_out(week: tuple[bool, ...], off: frozenset[date], extra: frozenset[date]) -> WorkingCalendar:
    if len(week) != 7:
        raise ValueError(f"a week has 7 days, not {len(week)}")
    # Ordinal 1 is a Monday.
    regular = {day for day in range(FIRST_DAY.toordinal(), LAST_DAY.toordinal() + 1) if week[(day - 1) % 7]}
    regular -= {day.toordinal() for day in off}
    regular |= {day.toordinal() for day in extra if FIRST_DAY <= day <= LAST_DAY}
    return WorkingCalendar(Packed("q", sorted(regular)))


def start_of_day(day: date, zone: tzinfo) -> datetime:
    """The instant (in UTC) at which a local day begins."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """The instant (in UTC) at which a local day is over: what holds through that day holds until then.

    At the end of the year 9999, which people write for "never", it is the last instant that there is.
    """
    try:
        return start_of_day(day + timedelta(days=1), zone)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def local_day(now: datetime, zone: tzinfo) -> date:
    """The local date of an instant."""
    return now.astimezone(zone).date()
