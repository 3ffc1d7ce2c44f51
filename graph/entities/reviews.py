"""Milestone reviews."""

from __future__ import annotations

from domain.reviews.feedback_tables import Feedback
from domain.reviews.states import ConditionState, ReviewKind
from domain.reviews.tables import Review, ReviewCondition, ReviewParticipant, ReviewReport, ReviewVote
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import beside, can, columns, entity, to_many, to_one, worked_out
from graph.entities import lessons
from graph.enums import name_of
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
                "next_review_on": "When it comes back, where it was decided to recycle or to hold.",
                "draft_number": "Counts the different reports that were gathered.",
                "lead_days": "Working days before its day from which it is gathered; empty: the tenant's.",
                "quorum": "How many of its voters must have voted before it can be decided.",
                "round": "Counts how often it was opened again; votes of earlier rounds are void.",
                "entrance": "What must be there before it can start.",
                "entrance_missing": "What of that is missing.",
                "entrance_waiver": "Why it was started although something was missing.",
                "agenda": "What the meeting goes through.",
                "minutes": "What was said in the meeting.",
                "supersedes_reason": "Why an earlier review is decided anew.",
                "previous_hash": "The content hash of the review of the venture that was decided before.",
            },
        ),
        worked_out(
            "kind",
            "The review of a milestone, or a progress report of the venture.",
            kinds.enumeration(ReviewKind, name_of(ReviewKind)),
            "CASE WHEN {row}.milestone_id IS NULL THEN 'progress' ELSE 'milestone' END",
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
        Field(
            name="canonical",
            description="The report as it was hashed: canonical JSON by RFC 8785, whose SHA-256 is the content hash.",
            kind=kinds.TEXT,
            sql="{review_report}.canonical",
            nullable=True,
            filtered=False,
            sorted=False,
            plain=False,
        ),
        to_one(Review, "venture_id", "venture", "The venture."),
        to_one(Review, "milestone_id", "milestone", "The milestone that it examines; empty for a progress report."),
        to_one(Review, "supersedes_id", "review", "The decided review whose place it takes when it is decided."),
        to_one(Review, "requested_by", "member", "The member who asked for it."),
        to_one(Review, "started_by", "member", "The member who began it."),
        to_one(Review, "decided_by", "member", "The member who decided it."),
        to_many("conditions", "condition", "review_id", "What must be done for a conditional go to hold.", "due_on"),
        to_many("participants", "participant", "review_id", "Who takes part in it."),
        to_many("votes", "review_vote", "review_id", "All votes, in their order; the latest of a member counts."),
        *lessons.OF_REVIEW,
        to_many("feedback", "feedback", "review_id", "What was said in it.", "created_at"),
        can(
            start=Action.REVIEW_DECIDE,
            decide=Action.REVIEW_DECIDE,
            request=Action.REVIEW_REQUEST,
            vote=Action.REVIEW_VOTE,
        ),
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
                "evidence": "What is to show that it is met.",
                "waived_at": "When it was waived.",
                "failed_at": "When it was said that it will not be met.",
                "settled_reason": "Why it was waived or has failed, or what shows that it is met.",
                "moved_from_on": "The day on which it was first due, where it was moved.",
                "moved_reason": "Why it was moved.",
            },
        ),
        worked_out(
            "state",
            "What has become of it.",
            kinds.enumeration(ConditionState, name_of(ConditionState)),
            "CASE WHEN {row}.met_at IS NOT NULL THEN 'met' WHEN {row}.waived_at IS NOT NULL THEN 'waived'"
            " WHEN {row}.failed_at IS NOT NULL THEN 'failed' ELSE 'open' END",
        ),
        worked_out(
            "is_overdue",
            "Whether its due day has passed in the tenant's time zone and it is open.",
            kinds.BOOL,
            "coalesce({row}.due_on < {today} AND {row}.met_at IS NULL AND {row}.waived_at IS NULL"
            " AND {row}.failed_at IS NULL, false)",
        ),
        to_one(ReviewCondition, "venture_id", "venture", "The venture."),
        to_one(ReviewCondition, "review_id", "review", "The review that asks for it."),
        to_one(ReviewCondition, "owner_id", "member", "The member who does it."),
    ],
    singular="review_condition",
    order=("due_on",),
)

PARTICIPANT = entity(
    ReviewParticipant,
    [
        columns(ReviewParticipant, {"role": "What for."}),
        to_one(ReviewParticipant, "venture_id", "venture", "The venture."),
        to_one(ReviewParticipant, "review_id", "review", "The review."),
        to_one(ReviewParticipant, "member_id", "member", "Who takes part."),
    ],
    singular="review_participant",
)

REVIEW_VOTE = entity(
    ReviewVote,
    [
        columns(
            ReviewVote,
            {
                "round": "In which round of the review it was given; votes of earlier ones are void.",
                "vote": "What was said.",
                "note": "Why.",
                "voted_at": "When.",
            },
        ),
        worked_out(
            "counts",
            "Whether it counts: the latest of its member, in the present round.",
            kinds.BOOL,
            "NOT EXISTS (SELECT 1 FROM review_vote x WHERE x.tenant_id = {tenant} AND x.review_id = {row}.review_id"
            " AND x.member_id = {row}.member_id AND x.round = {row}.round AND (x.voted_at, x.id) >"
            " ({row}.voted_at, {row}.id)) AND {row}.round = (SELECT coalesce(y.round, 0) FROM review y"
            " WHERE y.tenant_id = {tenant} AND y.id = {row}.review_id)",
        ),
        worked_out(
            "is_removed",
            "Whether its member votes no more: removed from the review, or from the tenant. The vote counts all the"
            " same.",
            kinds.BOOL,
            "EXISTS (SELECT 1 FROM review_participant x WHERE x.tenant_id = {tenant}"
            " AND x.review_id = {row}.review_id AND x.member_id = {row}.member_id)"
            " AND NOT EXISTS (SELECT 1 FROM review_participant x JOIN membership y ON y.tenant_id = {tenant}"
            " AND y.id = x.member_id AND y.archived_at IS NULL WHERE x.tenant_id = {tenant}"
            " AND x.review_id = {row}.review_id AND x.member_id = {row}.member_id AND x.archived_at IS NULL"
            " AND x.role <> 'observer')",
        ),
        to_one(ReviewVote, "venture_id", "venture", "The venture."),
        to_one(ReviewVote, "review_id", "review", "The review."),
        to_one(ReviewVote, "member_id", "member", "Who voted."),
    ],
    order=("voted_at", "id"),
)

FEEDBACK = entity(
    Feedback,
    [
        columns(
            Feedback,
            {
                "kind": "What kind of thing was said.",
                "text": "What was said.",
                "source": "Who said it, where that is no member.",
                "settled_at": "When it became a task or a risk.",
            },
        ),
        to_one(Feedback, "venture_id", "venture", "The venture."),
        to_one(Feedback, "review_id", "review", "The review in which it was said."),
        to_one(Feedback, "member_id", "member", "The member who wrote it down."),
        to_one(Feedback, "task_id", "task", "The task that it has become."),
        to_one(Feedback, "risk_id", "risk", "The risk that it has become."),
        can(edit=Action.REVIEW_REQUEST, archive=Action.REVIEW_REQUEST),
    ],
    singular="feedback",
    plural="feedback_items",
    order=("-created_at",),
)

ENTITIES = (REVIEW, REVIEW_CONDITION, PARTICIPANT, REVIEW_VOTE, FEEDBACK)
