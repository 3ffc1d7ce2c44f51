"""On which days a venture's progress reports are made: pure."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from domain.calendars.working_days import local_day
from domain.ventures.tables import ProgressDay

USUAL: Final = ProgressDay.MON
"""The day where the venture says none."""

_HOUR: Final = time(6)
"""When a report is made, in the tenant's time zone: before people begin their day."""

_DAYS: Final = tuple(ProgressDay)


def report_days(wanted: ProgressDay | None, now: datetime, zone: tzinfo) -> tuple[date, datetime] | None:
    """The day of the latest report that is due by now, and when the next one is; None where there are to be none."""
    chosen = wanted or USUAL
    if chosen is ProgressDay.NEVER:
        return None
    today = local_day(now, zone)
    latest = today - timedelta(days=(today.weekday() - _DAYS.index(chosen)) % 7)
    if now < begins(latest, zone):
        latest -= timedelta(days=7)
    return latest, begins(latest + timedelta(days=7), zone)


def begins(day: date, zone: tzinfo) -> datetime:
    """The instant at which the report of a day is made."""
    return datetime.combine(day, _HOUR, tzinfo=zone)
