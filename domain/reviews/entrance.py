"""What must be there before a review starts, and what of it is missing: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.reviews.states import Entrance


def missing_at(
    wanted: Sequence[str], agenda: str | None, voters: int, report: Mapping[str, Any] | None
) -> list[str]:  # Any: a report is JSON
    """What is wanted and not there, in the order of `Entrance`; `report` is the review's, None before the first."""
    absent = set(report["missing"]) if report is not None else {str(one) for one in Entrance}
    lacking = {
        Entrance.AGENDA: not agenda,
        Entrance.PARTICIPANTS: voters == 0,
        Entrance.CRITERIA: "criteria" in absent,
        Entrance.ASSESSMENTS: "assessments" in absent,
        Entrance.FORECAST: "forecast" in absent,
        Entrance.CONDITIONS: report is None or any(one.get("overdue") for one in report["open_conditions"]),
    }
    return [str(one) for one in Entrance if one in wanted and lacking[one]]
