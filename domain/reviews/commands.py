"""What people do to reviews: request, start, decide, cancel; and the conditions of a conditional go."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Day, IdOf, Input, LongText, Title
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.states import UNFINISHED, Decision, ReviewState
from domain.reviews.tables import Review, ReviewCondition
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture, VentureStage

MilestoneId = Annotated[UUID, IdOf("milestone")]
ReviewId = Annotated[UUID, IdOf("review")]
ConditionId = Annotated[UUID, IdOf("condition")]
MemberId = Annotated[UUID, IdOf("member")]

_UNTIL_NEXT_REVIEW = timedelta(days=14)


class RequestReview(Input):
    """A review of a milestone, now."""

    milestone_id: MilestoneId = Field(description="The milestone.")


class StartReview(Input):
    """A review whose report is ready."""

    review_id: ReviewId = Field(description="The review.")


class Condition(Input):
    """What must be done for a conditional go to hold."""

    title: Title = Field(description="What must be done.", examples=["Sign the second data partner"])
    owner_id: MemberId | None = Field(None, description="The member who sees to it.")
    due_on: Day | None = Field(None, description="Until when.")


class DecideReview(Input):
    """The decision of a review."""

    review_id: ReviewId = Field(description="The review.")
    decision: Decision = Field(description="What is decided.")
    reason: LongText | None = Field(None, description="Why; needed where it is not what the report recommends.")
    conditions: list[Condition] = Field(default=[], max_length=50, description="Conditions of a conditional go.")


class CancelReview(Input):
    """A review that will not be held."""

    review_id: ReviewId = Field(description="The review.")


class MeetCondition(Input):
    """A condition that is met."""

    condition_id: ConditionId = Field(description="The condition.")


@command(Action.REVIEW_REQUEST, returns={"review": "review", "milestone": "milestone"}, creates=True)
async def request_review(work: Work, given: RequestReview) -> Done:
    """Have a worker gather the review of a milestone now. One that is planned already is brought forward."""
    milestone = await work.get(Milestone, given.milestone_id, "milestone_id", archived=False)
    await work.guard(f"review:{milestone.id.hex}")
    statement = sa.select(Review).where(
        col(Review.tenant_id) == work.tenant_id,
        col(Review.milestone_id) == milestone.id,
        col(Review.state).in_(UNFINISHED),
    )
    review = (await work.session.execute(statement)).scalar_one_or_none()
    if review is None:
        review = work.new(
            Review,
            venture_id=milestone.venture_id,
            milestone_id=milestone.id,
            planned_on=milestone.review_on,
            created_at=work.now,
        )
    elif review.state is ReviewState.IN_REVIEW:
        raise InvalidState.at(
            "milestone_id", message="a review of this milestone is under way; decide or cancel it first"
        )
    if review.state is not ReviewState.READY:
        review.state = ReviewState.GATHERING
    else:
        review.stale = True
    review.attempts, review.error = 0, None
    review.requested_at, review.requested_by = work.now, work.principal.member_id
    await work.flush()
    await work.mark("review", [review.id])
    work.record("review.requested", ("review", review.id))
    return Done({"review": review.id, "milestone": milestone.id})


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def start_review(work: Work, given: StartReview) -> Done:
    """Begin a review: its report no longer changes."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state is not ReviewState.READY:
        raise InvalidState.at(
            "review_id", message=f"the review is {review.state}; only one whose report is ready can begin"
        )
    if review.stale:
        raise InvalidState.at("review_id", message="the report is being gathered anew; try again in a moment")
    review.state = ReviewState.IN_REVIEW
    review.started_at, review.started_by = work.now, work.principal.member_id
    work.record("review.started", ("review", review.id), after={"content_hash": review.content_hash})
    return Done({"review": review.id})


@command(Action.REVIEW_DECIDE, returns={"review": "review", "milestone": "milestone"})
async def decide_review(work: Work, given: DecideReview) -> Done:
    """Decide a review; the milestone follows in the same transaction."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state is not ReviewState.IN_REVIEW:
        raise InvalidState.at("review_id", message=f"the review is {review.state}; start it before deciding")
    against = str(given.decision) != str(review.recommendation)
    if against and not given.reason:
        raise Invalid.at("reason", message=f"is needed: the report recommends {review.recommendation}")
    if given.conditions and given.decision is not Decision.CONDITIONAL_GO:
        raise Invalid.at("conditions", message="go with a conditional go only")
    if given.decision is Decision.CONDITIONAL_GO and not given.conditions:
        raise Invalid.at("conditions", message="a conditional go needs at least one condition")
    for position, condition in enumerate(given.conditions):
        await check_owner(work, condition.owner_id, "conditions", position, "owner_id")
        work.new(ReviewCondition, venture_id=review.venture_id, review_id=review.id, **condition.sent())
    review.state, review.decision = ReviewState.DECIDED, given.decision
    review.decision_reason, review.against_recommendation = given.reason, against
    review.decided_at, review.decided_by = work.now, work.principal.member_id
    await _let_milestone_follow(work, review)
    work.emit(
        "milestone.review.decided", ("review", review.id), stored_row(review), scope=Scope(venture_id=review.venture_id)
    )
    work.record(
        "review.decided", ("review", review.id), after={"decision": str(given.decision), "reason": given.reason}
    )
    return Done({"review": review.id, "milestone": review.milestone_id})


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def cancel_review(work: Work, given: CancelReview) -> Done:
    """Cancel a review that is not decided."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state not in UNFINISHED:
        raise InvalidState.at("review_id", message=f"the review is {review.state} and stays so")
    review.state = ReviewState.CANCELLED
    work.record("review.cancelled", ("review", review.id))
    return Done({"review": review.id})


@command(Action.REVIEW_REQUEST, returns={"condition": "condition"})
async def meet_condition(work: Work, given: MeetCondition) -> Done:
    """Say that a condition of a conditional go is met."""
    row = await load_for_change(work, ReviewCondition, given.condition_id, None, "condition_id")
    if row.met_at is None:
        row.met_at = work.now
    return Done({"condition": row.id})


async def _let_milestone_follow(work: Work, review: Review) -> None:
    milestone = await work.get(Milestone, review.milestone_id, lock=True)
    match review.decision:
        case Decision.GO | Decision.CONDITIONAL_GO:
            apply(milestone, {"status": MilestoneStatus.DONE, "completed_on": work.now.date(), "percent_complete": 100})
        case Decision.RECYCLE:
            again = (work.now + _UNTIL_NEXT_REVIEW).date()
            apply(milestone, {"status": MilestoneStatus.IN_PROGRESS, "review_on": again})
        case Decision.HOLD:
            apply(milestone, {"status": MilestoneStatus.ON_HOLD})
        case Decision.STOP:
            venture = await work.get(Venture, review.venture_id, lock=True)
            apply(venture, {"stage": VentureStage.CLOSING})
