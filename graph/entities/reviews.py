"""Milestone reviews."""

from __future__ import annotations

from domain.reviews.tables import Review, ReviewCondition, ReviewReport
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import beside, can, columns, entity, to_many, to_one, worked_out
from graph.language import Beside, Field

REPORT = Beside(ReviewReport, on="{there}.review_id = {row}.id")

REVIEW = entity(
    Review,
    [
        columns(
            Review,
            {
                "state": "Where it stands.",
                "stale": "Whether what it was computed from has changed since.",
                "planned_on": "The day for which it is planned.",
                "requested_at": "When it was asked for.",
                "gathered_at": "When its report was made.",
                "recommendation": "What the fixed rule recommends.",
                "content_hash": "SHA-256 of the report's canonical bytes.",
                "started_at": "When people began to look at it.",
                "decision": "What was decided.",
                "decision_reason": "Why it was decided so.",
                "against_recommendation": "Whether the decision goes against the recommendation.",
                "decided_at": "When it was decided.",
                "attempts": "How often making the report was tried.",
                "error": "Why the report could not be made.",
                "created_at": "When it was made.",
            },
        ),
        beside(
            REPORT,
            {
                "reasons": "Why the recommendation is what it is.",
                "computed_at": "When the report was computed.",
            },
        ),
        Field(
            name="report",
            description="The report: what was found, and the recommendation with its reasons.",
            kind=kinds.JSON,
            sql="{review_report}.content",
            nullable=True,
        ),
        to_one(Review, "venture_id", "venture", "The venture."),
        to_one(Review, "milestone_id", "milestone", "The milestone that it examines."),
        to_one(Review, "requested_by", "member", "The member who asked for it."),
        to_one(Review, "started_by", "member", "The member who began it."),
        to_one(Review, "decided_by", "member", "The member who decided it."),
        to_many("conditions", "condition", "review_id", "What must be done for a conditional go to hold.", "due_on"),
        can(start=Action.REVIEW_DECIDE, decide=Action.REVIEW_DECIDE, request=Action.REVIEW_REQUEST),
    ],
    beside=(REPORT,),
    order=("-created_at",),
)

REVIEW_CONDITION = entity(
    ReviewCondition,
    [
        columns(
            ReviewCondition,
            {
                "title": "What must be done.",
                "due_on": "Until when.",
                "met_at": "When it was done.",
            },
        ),
        worked_out(
            "is_overdue",
            "Whether its due day has passed in the tenant's time zone and it is not met.",
            kinds.BOOL,
            "coalesce({row}.due_on < {today} AND {row}.met_at IS NULL, false)",
        ),
        to_one(ReviewCondition, "venture_id", "venture", "The venture."),
        to_one(ReviewCondition, "review_id", "review", "The review that asks for it."),
        to_one(ReviewCondition, "owner_id", "member", "The member who does it."),
    ],
    singular="review_condition",
    order=("due_on",),
)

ENTITIES = (REVIEW, REVIEW_CONDITION)
