"""When an obligation that recurs is due again."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def due_again(due_on: date, months: int, due_day: int) -> date:
    """The due day so many months later: on `due_day`, or on the month's last day where it has no such day."""
    years, month = divmod(due_on.month - 1 + months, 12)
    year, month = due_on.year + years, month + 1
    return date(year, month, min(due_day, monthrange(year, month)[1]))
