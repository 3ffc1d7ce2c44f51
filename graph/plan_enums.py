"""What the enumerations of plans mean: where things stand, how two plans differ, and what a move comes to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.milestones.tables import CriterionDirection, DependencyKind, MilestoneStatus, PhaseKind, ProgressMode
from domain.milestones.task_tables import TaskStatus
from domain.roadmaps.comparing import Change, RoadmapPart
from domain.roadmaps.moving import ConflictReason, Gaps

PLANS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Change: {
        "added": "It is only in the later plan.",
        "removed": "It is only in the earlier plan.",
        "changed": "It is in both, and is not the same.",
    },
    RoadmapPart: {
        "roadmap": "A text of the roadmap itself.",
        "core_function": "A function that the product cannot be without.",
        "extension_function": "A function that comes on top.",
        "phase": "A phase of the plan.",
        "milestone": "A milestone.",
    },
    Gaps: {
        "keep": "What depends on it moves by as many working days, earlier as well as later.",
        "use": "What depends on it moves only as far as it must.",
    },
    ConflictReason: {
        "under_way": "The milestone is under way already.",
        "out_of_reach": "The milestone belongs to a venture in which you may change nothing.",
        "undated": "A date is missing, so that nothing can be said.",
        "too_early": "The move asks for it to begin or end before what it depends on allows.",
        "broken_before": "The dependency did not hold before the move either, and the move does not mend it.",
    },
    MilestoneStatus: {
        "planned": "Not begun.",
        "in_progress": "Being worked on.",
        "on_hold": "Paused.",
        "done": "Reached.",
        "cancelled": "Given up.",
    },
    ProgressMode: {
        "by_hand": "Somebody says it.",
        "by_tasks": "The weight of its tasks that are done, of all that are not cancelled.",
        "by_criteria": "The share of its criteria that pass.",
    },
    PhaseKind: {
        "prototype": "To show that it can work.",
        "feature_development": "To build the core functions, then what extends them.",
        "test_and_optimise": "To measure it and make it better.",
        "commercial_release": "To bring it to paying users.",
        "other": "Anything else.",
    },
    TaskStatus: {
        "todo": "Not begun.",
        "doing": "Being worked on.",
        "done": "Finished.",
        "cancelled": "Given up.",
    },
    DependencyKind: {
        "FS": "The successor starts after the predecessor's finish.",
        "SS": "The successor starts after the predecessor's start.",
        "FF": "The successor finishes after the predecessor's finish.",
        "SF": "The successor finishes after the predecessor's start.",
    },
    CriterionDirection: {
        "at_least": "The value must reach the target.",
        "at_most": "The value must stay at or under the target.",
    },
}
