"""What is told of the reviews of milestones."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id, one_of, said
from domain.reviews.recommendation import Recommendation
from domain.reviews.tables import Review, ReviewVote


class ReviewedMilestone(TypedDict):
    """The milestone of a review."""

    id: Annotated[str, an_id("milestone", "Its id.")]
    title: Annotated[str, said("Its title.", "First paying customer")]


Fact = Annotated[str, an_id("[a-z][a-z_]*", "Its id.", "criterion")]


class ReviewReason(TypedDict):
    """One reason of a recommendation."""

    code: Annotated[str, said("Code of the reason.", "criterion.must_failed")]
    leads_to: Annotated[str, one_of(Recommendation, "What it alone would recommend.")]
    facts: Annotated[list[Fact], said("What it is about.")]


class ReviewReady(TypedDict):
    """What a report that is ready says beside the columns of its review."""

    milestone: Annotated[ReviewedMilestone, said("The milestone that is reviewed.")]
    reasons: Annotated[list[ReviewReason], said("All reasons of the recommendation, the worst first.")]
    missing: Annotated[list[str], said("What was not known when the report was made.", ["forecast", "cpi"])]


class ReviewVoted(TypedDict):
    """What a vote says beside its own columns."""

    milestone: Annotated[ReviewedMilestone, said("The milestone that is reviewed.")]


class ReportedVenture(TypedDict):
    """The venture of a progress report."""

    id: Annotated[str, an_id("venture", "Its id.")]
    name: Annotated[str, said("Its name.", "Aurora Diagnostics")]


class ProgressReady(TypedDict):
    """What a progress report says beside the columns of its row."""

    venture: Annotated[ReportedVenture, said("The venture that it reports of.")]
    missing: Annotated[list[str], said("What was not known when the report was made.", ["runway"])]


EVENTS = (
    EventType(
        "milestone.review.ready",
        "The report of a review is ready.",
        "review",
        Review,
        ReviewReady,
        example={
            "state": "ready",
            "stale": False,
            "recommendation": "recycle",
            "started_at": None,
            "started_by": None,
            "decision": None,
            "against_recommendation": None,
            "decided_at": None,
            "decided_by": None,
        },
    ),
    EventType(
        "venture.progress_report.ready",
        "The regular progress report of a venture is ready.",
        "review",
        Review,
        ProgressReady,
        example={
            "milestone_id": None,
            "state": "ready",
            "stale": False,
            "recommendation": None,
            **dict.fromkeys(("requested_at", "requested_by", "started_at", "started_by", "decision")),
            **dict.fromkeys(("decision_reason", "against_recommendation", "decided_at", "decided_by")),
        },
    ),
    EventType("milestone.review.voted", "A vote was given in a review.", "review", ReviewVote, ReviewVoted),
    EventType(
        "milestone.review.decided",
        "A review was decided.",
        "review",
        Review,
        example={"state": "decided", "stale": False, "decision_reason": "Two more weeks make it safe."},
    ),
)
