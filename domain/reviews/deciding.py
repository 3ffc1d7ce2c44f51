"""Deciding a review: what must be there, and what follows in the same transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.inputs import Day, IdOf, Input, LongText, Title
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.progress import work_out
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.commands import ReviewId
from domain.reviews.opening import open_next_phase
from domain.reviews.people import check_chair, votes_of
from domain.reviews.quorum import approves_alone, tally
from domain.reviews.states import Decision, ReviewState
from domain.reviews.tables import Review, ReviewCondition, ReviewRecord, ReviewReport
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture, VentureStage

MemberId = Annotated[UUID, IdOf("member")]

_UNTIL_NEXT_REVIEW = timedelta(days=14)
_APPROVING = (Decision.GO, Decision.CONDITIONAL_GO)
_COMES_BACK = (Decision.RECYCLE, Decision.HOLD)
_NAMED = 3
"""How many conditions a refusal names."""


class Condition(Input):
    """What must be done for a conditional go to hold."""

    title: Title = Field(description="What must be done.", examples=["Sign the second data partner"])
    owner_id: MemberId | None = Field(None, description="The member who sees to it.")
    due_on: Day | None = Field(None, description="Until when.")
    evidence: LongText | None = Field(None, description="What is to show that it is met.")


class DecideReview(Input):
    """The decision of a review."""

    review_id: ReviewId = Field(description="The review.")
    decision: Decision = Field(description="What is decided.")
    reason: LongText | None = Field(None, description="Why; needed where it is not what the report recommends.")
    conditions: list[Condition] = Field(default=[], max_length=50, description="Conditions of a conditional go.")
    next_review_on: Day | None = Field(
        None, description="When it comes back, where it is to recycle or to hold; left out: recycled in 14 days."
    )


@command(Action.REVIEW_DECIDE, returns={"review": "review", "milestone": "milestone"})
async def decide_review(work: Work, given: DecideReview) -> Done:
    """Decide a review: the chair does, where there is one. The milestone follows in the same transaction."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state in (ReviewState.DECIDED, ReviewState.SUPERSEDED):
        raise Conflict.at("review_id", message=f"the review has been decided already: {review.decision}")
    if review.state is not ReviewState.IN_REVIEW or review.milestone_id is None:
        raise InvalidState.at("review_id", message=f"the review is {review.state}; start it before deciding")
    against = str(given.decision) != str(review.recommendation)
    _check_words(given, review, against)
    milestone = await work.get(Milestone, review.milestone_id, lock=True)
    await _check_people(work, review, milestone, given.decision)
    if given.decision is Decision.GO:
        await _check_conditions(work, review)
    for position, condition in enumerate(given.conditions):
        await check_owner(work, condition.owner_id, "conditions", position, "owner_id")
        work.new(ReviewCondition, venture_id=review.venture_id, review_id=review.id, **condition.sent())
    review.state, review.decision = ReviewState.DECIDED, given.decision
    review.decision_reason, review.against_recommendation = given.reason, against
    review.decided_at, review.decided_by = work.now, work.principal.member_id
    if given.decision in _COMES_BACK:
        usual = (work.now + _UNTIL_NEXT_REVIEW).date() if given.decision is Decision.RECYCLE else None
        review.next_review_on = given.next_review_on or usual
    await _supersede(work, review)
    await _let_milestone_follow(work, review, milestone)
    await _keep(work, review)
    work.emit(
        "milestone.review.decided", ("review", review.id), stored_row(review), scope=Scope(venture_id=review.venture_id)
    )
    after = {"decision": str(given.decision), "reason": given.reason}
    work.record("review.decided", ("review", review.id), after=after, venture_id=review.venture_id)
    return Done({"review": review.id, "milestone": review.milestone_id})


def _check_words(given: DecideReview, review: Review, against: bool) -> None:
    if against and not given.reason:
        raise Invalid.at("reason", message=f"is needed: the report recommends {review.recommendation}")
    if given.conditions and given.decision is not Decision.CONDITIONAL_GO:
        raise Invalid.at("conditions", message="go with a conditional go only")
    if given.decision is Decision.CONDITIONAL_GO and not given.conditions:
        raise Invalid.at("conditions", message="a conditional go needs at least one condition")
    if given.next_review_on is not None and given.decision not in _COMES_BACK:
        raise Invalid.at("next_review_on", message="goes with recycle and hold only")


async def _check_people(work: Work, review: Review, milestone: Milestone, decision: Decision) -> None:
    people = await check_chair(work, review, "decide it")
    votes = await votes_of(work, review)
    counted = tally(votes, people.voters, review.quorum)
    if not counted.is_met:
        raise InvalidState.at(
            "review_id",
            message=f"the quorum is {review.quorum} and {counted.present} have voted: {counted.lacking} more must vote",
        )
    if decision in _APPROVING and approves_alone(milestone.owner_id, work.principal.member_id, votes):
        raise Invalid.at(
            "decision",
            message="you answer for the milestone, and nobody else approves: let another person vote or decide",
        )


async def _check_conditions(work: Work, review: Review) -> None:
    statement = (
        sa.select(col(ReviewCondition.title))
        .where(
            col(ReviewCondition.tenant_id) == work.tenant_id,
            col(ReviewCondition.venture_id) == review.venture_id,
            col(ReviewCondition.archived_at).is_(None),
            col(ReviewCondition.met_at).is_(None),
            col(ReviewCondition.waived_at).is_(None),
        )
        .order_by(col(ReviewCondition.due_on), col(ReviewCondition.id))
    )
    titles = list((await work.session.execute(statement)).scalars())
    if titles:
        named = "; ".join(titles[:_NAMED]) + ("; …" if len(titles) > _NAMED else "")
        raise InvalidState.at(
            "decision",
            message=f"go needs all conditions of earlier reviews met or waived, and {len(titles)} are not: {named}",
        )


async def _supersede(work: Work, review: Review) -> None:
    """The review whose place this one takes is superseded: all else of it stays."""
    if review.supersedes_id is not None:
        former = await work.get(Review, review.supersedes_id, "review_id", lock=True)
        former.state = ReviewState.SUPERSEDED


async def _let_milestone_follow(work: Work, review: Review, milestone: Milestone) -> None:
    match review.decision:
        case Decision.GO | Decision.CONDITIONAL_GO:
            reached = milestone.completed_on or work.now.date()
            apply(milestone, {"status": MilestoneStatus.DONE, "completed_on": reached, "percent_complete": 100})
            await open_next_phase(work, milestone)
        case Decision.RECYCLE:
            changes = {"status": MilestoneStatus.IN_PROGRESS, "review_on": review.next_review_on, "completed_on": None}
            apply(milestone, changes)
        case Decision.HOLD:
            apply(milestone, {"status": MilestoneStatus.ON_HOLD, "completed_on": None})
            if review.next_review_on is not None:
                apply(milestone, {"review_on": review.next_review_on})
        case Decision.STOP:
            venture = await work.get(Venture, review.venture_id, lock=True)
            apply(venture, {"stage": VentureStage.CLOSING})
    await work_out(work, milestone)


async def _keep(work: Work, review: Review) -> None:
    """Append what was decided on, where nothing changes it any more."""
    statement = sa.select(col(ReviewReport.canonical)).where(
        col(ReviewReport.tenant_id) == work.tenant_id, col(ReviewReport.review_id) == review.id
    )
    canonical = (await work.session.execute(statement)).scalar_one_or_none()
    if canonical is None or review.content_hash is None or review.decision is None or review.decided_at is None:
        return
    work.new(
        ReviewRecord,
        review_id=review.id,
        canonical=canonical,
        content_hash=review.content_hash,
        previous_hash=review.previous_hash,
        decision=review.decision,
        decision_reason=review.decision_reason,
        decided_at=review.decided_at,
        decided_by=review.decided_by,
    )
