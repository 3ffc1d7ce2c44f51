"""Working days as numbers: a calendar seen from a day, as one array.

Inside, time is counted in working days from the status date: index 0 is the beginning of the first working day on or
after it, and what takes three days from there ends at 3, just before the fourth begins (half-open). Only at the edges
do indexes become dates: the end 3 falls on the third working day, and so does 2.4, for dates round up.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from domain.calendars.working_days import WorkingCalendar

Floats: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]

EPSILON: Final = 1e-9
"""Less than this, in working days, is what floating-point numbers leave over: 0.1 + 0.2 days end on that day."""


@dataclass(frozen=True, eq=False, repr=False)
class Days:
    """A calendar's working days, counted from a status date: make one with `days_from`.

    `ordinals` are all its working days (`date.toordinal`), rising, shape (n,); `base` is the position of index 0.
    """

    status_on: date
    ordinals: Integers = field(compare=False)
    base: int

    def start(self, day: date) -> int:
        """The index at which a day begins; for a day off that of the next working day. Below 0 before the status date.

        What may not begin before the day has this as its earliest start.
        """
        return int(np.searchsorted(self.ordinals, day.toordinal(), side="left")) - self.base

    def end(self, day: date) -> int:
        """The index at which a day is over; for a day off that of the last working day before.

        What is due on the day has kept it where its end is not above this, and what was finished on it ended there.
        """
        return int(np.searchsorted(self.ordinals, day.toordinal(), side="right")) - self.base

    def on(self, end: float, *, open: bool = True) -> date | None:
        """The date of an end, rounded up to a whole day; None beyond the years that calendars are laid out for.

        What is still `open` ends at the earliest on the first day that is left to work, never before the status date.
        """
        index = math.ceil(end - EPSILON) - 1
        return self.day(max(index, 0) if open else index)

    def day(self, index: int) -> date | None:
        """The date of the working day with an index; None beyond the years that calendars are laid out for."""
        position = self.base + index
        return date.fromordinal(int(self.ordinals[position])) if 0 <= position < len(self.ordinals) else None

    def days(self, indexes: Integers) -> list[date | None]:
        """The dates of working days, by one look-up for all; shape (n,)."""
        positions = indexes + self.base
        inside = (positions >= 0) & (positions < len(self.ordinals))
        if inside.all():
            return list(map(date.fromordinal, self.ordinals[positions].tolist()))
        return [self.day(index) for index in indexes.tolist()]

    @cached_property
    def worked_before(self) -> Integers:
        """How many days of the calendar come before each day from its first on, through the day after its last."""
        first, last = int(self.ordinals[0]), int(self.ordinals[-1])
        works = np.zeros(last - first + 2, dtype=np.int64)
        works[1:][self.ordinals - first] = 1
        return works.cumsum()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over the status date and all working days, as hexadecimal text."""
        told = hashlib.sha256(str(self.status_on.toordinal()).encode())
        told.update(np.ascontiguousarray(self.ordinals, dtype="<i8").tobytes())
        return told.hexdigest()


@lru_cache(maxsize=256)
def days_from(calendar: WorkingCalendar, status_on: date) -> Days:
    """The calendar's working days, with index 0 on the status date or the first working day after it."""
    ordinals = calendar.array
    return Days(status_on, ordinals, int(np.searchsorted(ordinals, status_on.toordinal(), side="left")))


class Crossing:
    """From the working days of one calendar to those of another: the same instant, counted by the other.

    A day is passed through evenly by both, and where only one works on it, it stands still for the other. Where a
    finish falls on the evening before days off, the instant is that evening, so a calendar that works on them goes on
    at once; a start falls on the morning after. Both are non-decreasing.
    """

    def __init__(self, source: Days, target: Days) -> None:
        """Lay the two beside each other, once: every working day of the one, as an index of the other."""
        self._base = source.base
        worked = target.worked_before
        places = np.clip(source.ordinals - target.ordinals[0], 0, len(worked) - 2)
        self._begins = worked[places] - target.base
        self._works = (worked[places + 1] - worked[places]).astype(np.float64)

    def finish(self, ends: Floats) -> Floats:
        """Ends in the source's indexes as indexes of the target, of any shape. Beyond the years: its last day."""
        return self._at(ends, np.ceil(ends - EPSILON) - 1)

    def start(self, starts: Floats) -> Floats:
        """Starts in the source's indexes as indexes of the target, of any shape."""
        return self._at(starts, np.floor(starts + EPSILON))

    def _at(self, indexes: Floats, days: Floats) -> Floats:
        positions = np.clip(days.astype(np.int64) + self._base, 0, len(self._begins) - 1)
        share: Floats = np.clip(indexes - days, 0.0, 1.0)
        carried: Floats = self._begins[positions] + share * self._works[positions]
        return carried
