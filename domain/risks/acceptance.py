"""When an acceptance warns and lapses: days of the tenant's zone, counted to the last day on which it holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from domain.calendars.working_days import end_of_day, start_of_day

WARNINGS = (30, 7, 1)
"""Days before its last day on which an acceptance warns that it ends."""


def has_lapsed(expires_on: date, today: date) -> bool:
    """Whether it has lapsed: it holds through its last day."""
    return today > expires_on


def due_warning(expires_on: date, warned: int | None, today: date) -> int | None:
    """The warning that is due, in days before; None where there is none.

    Of several that have passed, as for one approved for a few days only, the nearest is due, once.
    """
    left = (expires_on - today).days
    passed = [days for days in WARNINGS if 0 <= left <= days]
    nearest = min(passed, default=None)
    return None if nearest is None or (warned is not None and warned <= nearest) else nearest


def next_step(expires_on: date, today: date, zone: tzinfo) -> datetime:
    """When to look at it again after `today`: the next warning's day, or the end of its last day."""
    days = [day for before in WARNINGS if (day := expires_on - timedelta(days=before)) > today]
    return start_of_day(min(days), zone) if days else end_of_day(expires_on, zone)
