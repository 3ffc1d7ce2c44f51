"""What the enumerations of reviews are called in the schema, and what each of their values means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.reviews.comparison import ChangeKind, Verdict
from domain.reviews.recommendation import Recommendation
from domain.reviews.states import (
    ConditionState,
    Decision,
    Entrance,
    FeedbackKind,
    ParticipantRole,
    ReviewKind,
    ReviewState,
    Vote,
)

NAMES: Final[Mapping[type[StrEnum], str]] = {
    Decision: "ReviewDecision",
    ChangeKind: "ReviewChange",
    Verdict: "ReviewVerdict",
    ConditionState: "ReviewConditionState",
    Entrance: "ReviewEntrance",
    ParticipantRole: "ReviewParticipantRole",
    Recommendation: "ReviewRecommendation",
}

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    ReviewState: {
        "planned": "Its date is known.",
        "gathering": "Its report is being made.",
        "ready": "Its report is there.",
        "in_review": "People are looking at it.",
        "decided": "It has been decided.",
        "cancelled": "It was called off.",
        "failed": "Its report could not be made.",
        "superseded": "A later review took its place.",
    },
    Decision: {
        "go": "Go on.",
        "conditional_go": "Go on, once the conditions are met.",
        "recycle": "Do it again.",
        "hold": "Wait.",
        "stop": "End it.",
    },
    Recommendation: {
        "go": "Go on.",
        "conditional_go": "Go on, once the conditions are met.",
        "recycle": "Do it again.",
        "insufficient_evidence": "Too little is known to recommend anything.",
    },
    ReviewKind: {
        "milestone": "The review of a milestone, which is decided.",
        "progress": "A progress report of a venture, which is read.",
    },
    Vote: {
        "go": "Go on.",
        "conditional_go": "Go on, once the conditions are met.",
        "recycle": "Do it again.",
        "hold": "Wait.",
        "stop": "End it.",
        "abstain": "There, and neither for nor against.",
    },
    ParticipantRole: {
        "chair": "Decides, and votes.",
        "reviewer": "Votes.",
        "observer": "Looks on.",
    },
    ConditionState: {
        "open": "To be met.",
        "met": "It is met.",
        "waived": "It need not be met.",
        "failed": "It will not be met.",
    },
    Entrance: {
        "agenda": "An agenda.",
        "participants": "At least one participant who votes.",
        "criteria": "At least one criterion of the milestone.",
        "assessments": "At least one risk that has been assessed.",
        "forecast": "A forecast of the milestone.",
        "conditions": "No condition of an earlier review that is overdue.",
    },
    ChangeKind: {
        "added": "It was not in the earlier report.",
        "removed": "It is not in the later report.",
        "changed": "It is in both, and not the same.",
    },
    Verdict: {
        "better": "Better than before.",
        "worse": "Worse than before.",
        "neutral": "Neither.",
    },
    FeedbackKind: {
        "problem": "Something is wrong.",
        "idea": "Something could be better.",
        "question": "Something is not clear.",
        "praise": "Something is good.",
    },
}
