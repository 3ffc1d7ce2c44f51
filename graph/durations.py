"""Durations relative to now (`-P2W`): accepted wherever a filter takes a date or an instant."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?!$)(?:(?P<years>\d{1,4})Y)?(?:(?P<months>\d{1,5})M)?(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?!$)(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?",
    re.ASCII,
)
D = TypeVar("D", date, datetime)


@dataclass(frozen=True)
class Relative:
    """An ISO 8601 duration that is added to the present date or instant."""

    text: str
    months: int
    rest: timedelta

    @classmethod
    def parse(cls, text: str) -> Relative | None:
        """The duration of a text such as `-P2W`, or None if it is none."""
        match = _DURATION.fullmatch(text)
        if match is None:
            return None
        part = {name: int(value) for name, value in match.groupdict(default="0").items() if name != "sign"}
        sign = -1 if match["sign"] == "-" else 1
        rest = timedelta(
            weeks=part["weeks"],
            days=part["days"],
            hours=part["hours"],
            minutes=part["minutes"],
            seconds=part["seconds"],
        )
        return cls(text, sign * (12 * part["years"] + part["months"]), sign * rest)

    def after(self, moment: D) -> D:
        """The moment that lies this far from `moment`; a day that its month lacks becomes the month's last.

        Raises OverflowError or ValueError beyond the calendar.
        """
        month = moment.year * 12 + moment.month - 1 + self.months
        year, month = divmod(month, 12)
        if not 1 <= year <= 9999:
            raise OverflowError("outside the calendar")
        day = min(moment.day, monthrange(year, month + 1)[1])
        return moment.replace(year=year, month=month + 1, day=day) + self.rest

    def __str__(self) -> str:
        """The text as it was written."""
        return self.text
