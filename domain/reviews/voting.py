"""Who takes part in a review, and how they vote."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import archive
from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input, LongText, Whole
from domain.kernel.outward import stored_row
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.reviews.commands import ReviewId, note_missing, undecided
from domain.reviews.events import ReviewVoted
from domain.reviews.people import people_of
from domain.reviews.states import ParticipantRole, ReviewState, Vote
from domain.reviews.tables import Review, ReviewParticipant, ReviewVote
from domain.reviews.telling import reviewed_milestone
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action

MOST_PARTICIPANTS = 50

MemberId = Annotated[UUID, IdOf("member")]
Quorum = Annotated[Whole, Field(ge=1, le=MOST_PARTICIPANTS)]


class Participant(Input):
    """A member who takes part."""

    member_id: MemberId = Field(description="The member.")
    role: ParticipantRole = Field(
        ParticipantRole.REVIEWER, description="What for: the chair decides, reviewers vote, observers look on."
    )


class SetReviewParticipants(Input):
    """All who take part in a review: whoever is not named leaves it."""

    review_id: ReviewId = Field(description="The review.")
    participants: list[Participant] = Field(max_length=MOST_PARTICIPANTS, description="Who takes part.")
    quorum: Quorum | None = Field(
        None, description="How many of those who vote must have voted before it can be decided; null: none."
    )


class VoteOnReview(Input):
    """A vote in a review that is under way."""

    review_id: ReviewId = Field(description="The review.")
    vote: Vote = Field(description="What you would decide, or that you abstain.")
    note: LongText | None = Field(None, description="Why.")


@command(Action.REVIEW_DECIDE, returns={"review": "review"})
async def set_review_participants(work: Work, given: SetReviewParticipants) -> Done:
    """Say who takes part in a review, and how many must have voted. Votes of those who leave stay."""
    review = await undecided(work, given.review_id)
    wanted: dict[UUID, ParticipantRole] = {}
    for position, one in enumerate(given.participants):
        await check_owner(work, one.member_id, "participants", position, "member_id")
        if one.member_id in wanted:
            raise Invalid.at("participants", position, "member_id", message="takes part already: name each member once")
        if one.role is ParticipantRole.CHAIR and ParticipantRole.CHAIR in wanted.values():
            raise Invalid.at("participants", position, "role", message="a review has one chair")
        wanted[one.member_id] = one.role
    voters = sum(role is not ParticipantRole.OBSERVER for role in wanted.values())
    if given.quorum is not None and given.quorum > voters:
        raise Invalid.at("quorum", message=f"must be at most {voters}: so many of the participants vote")
    statement = sa.select(ReviewParticipant).where(
        col(ReviewParticipant.tenant_id) == work.tenant_id,
        col(ReviewParticipant.review_id) == review.id,
        col(ReviewParticipant.archived_at).is_(None),
    )
    present = {row.member_id: row for row in (await work.session.execute(statement)).scalars()}
    # Whoever leaves, or is another from now on, goes first: a review has one chair and each member once.
    for member_id, row in present.items():
        if wanted.get(member_id) is not row.role:
            await archive(work, row)
    await work.flush()
    for member_id, role in wanted.items():
        if member_id not in present or present[member_id].role is not role:
            work.new(
                ReviewParticipant, venture_id=review.venture_id, review_id=review.id, member_id=member_id, role=role
            )
    before, review.quorum = review.quorum, given.quorum
    if before != given.quorum:
        changed = {"before": {"quorum": before}, "after": {"quorum": given.quorum}}
        work.record("review.updated", ("review", review.id), **changed, venture_id=review.venture_id)
    await note_missing(work, review)
    return Done({"review": review.id})


@command(Action.REVIEW_VOTE, returns={"review_vote": "review_vote", "review": "review"})
async def vote_on_review(work: Work, given: VoteOnReview) -> Done:
    """Vote in a review that is under way; a later vote takes the place of an earlier one."""
    review = await work.get(Review, given.review_id, "review_id", lock=True)
    if review.state is ReviewState.DECIDED:
        raise Conflict.at("review_id", message="the review has been decided")
    if review.state is not ReviewState.IN_REVIEW:
        raise InvalidState.at("review_id", message=f"the review is {review.state}; votes are given while it is held")
    member_id = work.principal.member_id
    if member_id is None:
        raise Forbidden("only a member can vote, and this key acts for nobody")
    people = await people_of(work, review)
    if people.voters and member_id not in people.voters:
        raise Forbidden("you do not vote in this review: its chair and its reviewers do")
    row = work.new(
        ReviewVote,
        venture_id=review.venture_id,
        review_id=review.id,
        member_id=member_id,
        round=review.round or 0,
        vote=given.vote,
        note=given.note,
        voted_at=work.now,
    )
    data = stored_row(row)
    more: ReviewVoted = {"milestone": await reviewed_milestone(work, review)}
    work.emit("milestone.review.voted", ("review", review.id), data | dict(more), scope=Scope(review.venture_id))
    work.record("review.voted", ("review", review.id), after=data, venture_id=review.venture_id)
    return Done({"review_vote": row.id, "review": review.id})
