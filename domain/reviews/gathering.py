"""When reviews are planned and gathered, and after which events they are gathered anew: pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from domain.calendars.working_days import OutsideCalendar, WorkingCalendar, start_of_day

_VERBS: Final = ("created", "updated", "archived", "restored")
_ENTITIES: Final = (
    *("milestone", "criterion", "dependency", "resource", "allocation"),
    *("risk", "response", "action", "condition", "cost", "venture", "indicator", "team"),
    *("role_requirement", "role_holder", "data_source", "compute_pool", "compute_forecast", "acquisition"),
    *("obligation", "obligation_evidence", "research", "phase"),
)

INPUTS: Final[frozenset[str]] = frozenset(
    {f"{word}.{verb}" for word in _ENTITIES for verb in _VERBS}
    | {"risk.assessed", "milestone.criterion_recorded", "milestone.review.decided", "indicator.readings_recorded"}
    | {"compute_pool.use_recorded"}
)
"""Events after which a gathered, not started review of the venture is gathered again: none that workers write."""

PLAN_INPUTS: Final[frozenset[str]] = frozenset(f"milestone.{verb}" for verb in _VERBS)
"""Events after which a milestone's review is planned anew."""

LEAD_DAYS: Final = 5
"""Working days before the due date on which a key milestone is reviewed; and, where neither the review nor the tenant
says otherwise, before that day on which gathering begins."""


def planned_day(review_on: date | None, due_on: date | None, calendar: WorkingCalendar) -> date | None:
    """The day of a milestone's review: set by hand, or five working days before it is due. None where neither tells."""
    if review_on is not None or due_on is None:
        return review_on
    return _earlier(due_on, calendar)


def gathering_from(planned_on: date, lead_days: int, calendar: WorkingCalendar, zone: Any) -> datetime:
    """The instant from which a planned review is gathered: so many working days before its day, at midnight there."""
    return start_of_day(_earlier(planned_on, calendar, lead_days), zone)


def _earlier(day: date, calendar: WorkingCalendar, days: int = LEAD_DAYS) -> date:
    try:
        return calendar.add(day, -days) if days else day
    except OutsideCalendar:
        return day - timedelta(days=days)


PROGRESS_INPUTS: Final[frozenset[str]] = frozenset(f"venture.{verb}" for verb in _VERBS)
"""Events after which it is looked anew when a venture's progress report is due."""
