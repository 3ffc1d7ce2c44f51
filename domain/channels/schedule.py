"""When a member is told: quiet hours and digests, in the member's own days. Pure computation over instants."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum


class Digest(StrEnum):
    """Whether a member is told at once or gathers."""

    IMMEDIATE = "immediate"
    DAILY = "daily"
    WEEKLY = "weekly"


class Weekday(StrEnum):
    """The days of the week, Monday first."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


_NUMBERS = {day: number for number, day in enumerate(Weekday)}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Quiet hours: from a minute of the day to another, over midnight where `to` is not after `start`.

    `days` are those on which they begin.
    """

    start: int
    to: int
    days: frozenset[Weekday]

    @classmethod
    def of(cls, start: str | None, to: str | None, days: Collection[str] | None) -> Quiet | None:
        """As stored (`22:00`); None where there are none."""
        if start is None or to is None:
            return None
        chosen = frozenset(Weekday) if days is None else frozenset(map(Weekday, days))
        return cls(_minutes(start), _minutes(to), chosen)


def quiet_until(quiet: Quiet | None, now: datetime, zone: tzinfo) -> datetime | None:
    """When the quiet hours end in which `now` lies; None where it lies in none."""
    if quiet is None:
        return None
    today = now.astimezone(zone).date()
    for day in (today - _DAY, today):
        if list(Weekday)[day.weekday()] not in quiet.days:
            continue
        begins = _at(day, quiet.start, zone)
        ends = _at(day if quiet.to > quiet.start else day + _DAY, quiet.to, zone)
        if begins <= now < ends:
            return ends
    return None


def next_digest(digest: Digest, hour: int, day: Weekday, now: datetime, zone: tzinfo) -> datetime:
    """The next instant after `now` at which a digest is due: each day at the hour, or on one day of the week."""
    today = now.astimezone(zone).date()
    for ahead in range(9):
        candidate = today + ahead * _DAY
        if digest is Digest.WEEKLY and candidate.weekday() != _NUMBERS[day]:
            continue
        due = _at(candidate, hour * 60, zone)
        if due > now:
            return due
    raise AssertionError("every week has each day")


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _at(day: date, minute: int, zone: tzinfo) -> datetime:
    """A minute of a day in a zone, in UTC; one that the clock skips or repeats is the first that it shows."""
    return datetime.combine(day, time(minute // 60, minute % 60), zone).astimezone(UTC)
