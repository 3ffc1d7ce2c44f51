"""What is told of milestones, beside their changes."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id
from domain.milestones.tables import CriterionResult


class CriterionRecorded(TypedDict):
    """What a finding says beside its own columns."""

    milestone_id: Annotated[str, an_id("milestone", "The milestone of the criterion.")]


EVENTS = (
    EventType(
        "milestone.criterion_recorded",
        "A finding about a criterion of a milestone was recorded.",
        "milestone",
        CriterionResult,
        CriterionRecorded,
    ),
)
