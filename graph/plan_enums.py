"""What the enumerations of plans mean: how two of them differ, and what a move comes to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

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
}
