"""What people do to a review before its decision: request, prepare, start, reopen, cancel."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input, LongText, Whole
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.reviews.entrance import missing_at
from domain.reviews.people import check_chair, people_of
from domain.reviews.states import UNFINISHED, Entrance, ReviewState
from domain.reviews.tables import Review, ReviewReport
from domain.tenancy.permissions import Action

MilestoneId = Annotated[UUID, IdOf("milestone")]
ReviewId = Annotated[UUID, IdOf("review")]
LeadDays = Annotated[Whole, Field(ge=0, le=60)]


class RequestReview(Input):
    """A review of a milestone, now."""

    milestone_id: MilestoneId = Field(description="The milestone.")
    supersedes_id: ReviewId | None = Field(
        None, description="A decided review of the milestone whose place the new one takes when it is decided."
    )
    reason: LongText | None = Field(None, description="Why that one is to be decided anew.")


class UpdateReview(Input):
    """Preparations of a review: what is left out stays, null clears."""

    review_id: ReviewId = Field(description="The review.")
    agenda: LongText | None = Field(None, description="What the meeting goes through.")
    minutes: LongText | None = Field(None, description="What was said in the meeting.")
    lead_days: LeadDays | None = Field(
        None, description="Working days before its day from which its report is gathered; null: the tenant's."
    )
    entrance: Annotated[list[Entrance], Field(max_length=len(Entrance))] | None = Field(
        None, description="What must be there before it can start."
    )


class StartReview(Input):
    """A review whose report is ready."""

    review_id: ReviewId = Field(description="The review.")
    waiver: LongText | None = Field(
        None, description="Why it starts although something is missing that was asked for; the chair's to say."
    )


class ReopenReview(Input):
    """A review that was begun too early."""

    review_id: ReviewId = Field(description="The review.")
    reason: LongText | None = Field(None, description="Why.")


class CancelReview(Input):
    """A review that will not be held."""

    review_id: ReviewId = Field(description="The review.")


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
    review = (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()
    former = None if given.supersedes_id is None else await _superseded(work, milestone, given)
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
    if former is not None:
        if review.supersedes_id not in (None, former.id):
            raise InvalidState.at("supersedes_id", message="the review that is open takes another one's place already")
        review.supersedes_id, review.supersedes_reason = former.id, given.reason
    if review.state is not ReviewState.READY:
        review.state = ReviewState.GATHERING
    else:
        review.stale = True
    review.attempts, review.error = 0, None
    review.requested_at, review.requested_by = work.now, work.principal.member_id
    await work.flush()
    await work.mark("review", [review.id])
    work.record("review.requested", ("review", review.id), venture_id=review.venture_id)
    return Done({"review": review.id, "milestone": milestone.id})


async def _superseded(work: Work, milestone: Milestone, given: RequestReview) -> Review:
    """The review whose place the new one is to take, locked."""
    assert given.supersedes_id is not None
    former = await work.get(Review, given.supersedes_id, "supersedes_id", lock=True)
    if former.milestone_id != milestone.id:
        raise Invalid.at("supersedes_id", message="must be a review of the same milestone")
    if former.state is not ReviewState.DECIDED:
        raise InvalidState.at(
            "supersedes_id", message=f"the review is {former.state}; only one that is decided can be superseded"
        )
    if not given.reason:
        raise Invalid.at("reason", message="is needed: say why the review is to be decided anew")
    return former


@command(Action.REVIEW_REQUEST, returns={"review": "review"})
async def update_review(work: Work, given: UpdateReview) -> Done:
    """Prepare a review: its agenda, its minutes, when its report is gathered, what must be there before it starts."""
    review = await undecided(work, given.review_id)
    changes = given.sent("review_id")
    before = {name: getattr(review, name) for name in changes}
    if given.entrance is not None:
        changes["entrance"] = [str(one) for one in Entrance if one in given.entrance]
    for name, value in changes.items():
        setattr(review, name, value)
    if "lead_days" in changes:
        await work.mark("review", [review.id])
    await note_missing(work, review)
    after = {name: getattr(review, name) for name in changes}
    work.record("review.updated", ("review", review.id), before=before, after=after, venture_id=review.venture_id)
    return Done({"review": review.id})


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def start_review(work: Work, given: StartReview) -> Done:
    """Begin a review: its report no longer changes."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.milestone_id is None:
        raise InvalidState.at("review_id", message="a progress report is read, and not decided")
    if review.state is not ReviewState.READY:
        raise InvalidState.at(
            "review_id", message=f"the review is {review.state}; only one whose report is ready can begin"
        )
    if review.stale or await _follows_another(work, review):
        raise InvalidState.at("review_id", message="the report is being gathered anew; try again in a moment")
    await note_missing(work, review)
    if review.entrance_missing:
        if not given.waiver:
            missing = ", ".join(review.entrance_missing)
            raise InvalidState.at(
                "waiver", message=f"what must be there before it starts is missing: {missing}; the chair may waive it"
            )
        await check_chair(work, review, "waive what is missing")
        review.entrance_waiver = given.waiver
    review.state = ReviewState.IN_REVIEW
    review.started_at, review.started_by = work.now, work.principal.member_id
    frozen = {"content_hash": review.content_hash, "previous_hash": review.previous_hash}
    work.record("review.started", ("review", review.id), after=frozen, venture_id=review.venture_id)
    return Done({"review": review.id})


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def reopen_review(work: Work, given: ReopenReview) -> Done:
    """Take a review that was begun back: its report is gathered anew, and the votes that were given are void."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state is not ReviewState.IN_REVIEW:
        raise InvalidState.at("review_id", message=f"the review is {review.state}; only one under way can be reopened")
    await check_chair(work, review, "reopen it")
    review.state, review.stale = ReviewState.READY, True
    review.started_at, review.started_by, review.entrance_waiver = None, None, None
    review.round = (review.round or 0) + 1
    await work.mark("review", [review.id])
    after = {"reason": given.reason}
    work.record("review.reopened", ("review", review.id), after=after, venture_id=review.venture_id)
    return Done({"review": review.id})


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def cancel_review(work: Work, given: CancelReview) -> Done:
    """Cancel a review that is not decided."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state not in UNFINISHED:
        raise InvalidState.at("review_id", message=f"the review is {review.state} and stays so")
    review.state = ReviewState.CANCELLED
    work.record("review.cancelled", ("review", review.id), venture_id=review.venture_id)
    return Done({"review": review.id})


async def undecided(work: Work, review_id: UUID) -> Review:
    """A review that can still be prepared, locked. Raises `NotFound`, `InvalidState`."""
    review = await work.get(Review, review_id, "review_id", lock=True)
    if review.milestone_id is None:
        raise InvalidState.at("review_id", message="a progress report is read, and not prepared")
    if review.state not in UNFINISHED:
        raise InvalidState.at("review_id", message=f"the review is {review.state} and stays as it is")
    return review


async def note_missing(work: Work, review: Review) -> None:
    """Keep what is missing of that which must be there before the review starts."""
    if not review.entrance:
        review.entrance_missing = None
        return
    statement = sa.select(col(ReviewReport.content)).where(
        col(ReviewReport.tenant_id) == work.tenant_id, col(ReviewReport.review_id) == review.id
    )
    content = (await work.session.execute(statement)).scalar_one_or_none()
    voters = (await people_of(work, review)).voters
    review.entrance_missing = missing_at(review.entrance, review.agenda, len(voters), content)


async def _follows_another(work: Work, review: Review) -> bool:
    """Whether another review of the venture was decided since the report was gathered."""
    statement = (
        sa.select(col(Review.content_hash))
        .where(
            col(Review.tenant_id) == work.tenant_id,
            col(Review.venture_id) == review.venture_id,
            col(Review.decided_at).is_not(None),
        )
        .order_by(col(Review.decided_at).desc(), col(Review.id).desc())
        .limit(1)
    )
    return (await work.session.execute(statement)).scalar_one_or_none() != review.previous_hash
