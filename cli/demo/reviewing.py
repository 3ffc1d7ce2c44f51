"""Telling reviews: gathered, held, voted on and decided by the same code as any other, on the days of the story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.stage import CHANGE, MEETING, Stage, Step
from cli.demo.story import Promise, ReviewStory
from domain.milestones.tables import Milestone
from domain.reviews.commands import (
    RequestReview,
    StartReview,
    UpdateReview,
    request_review,
    start_review,
    update_review,
)
from domain.reviews.deciding import Condition, DecideReview, decide_review
from domain.reviews.settling import MeetCondition, meet_condition
from domain.reviews.states import ParticipantRole
from domain.reviews.tables import Review, ReviewCondition
from domain.reviews.voting import (
    Participant,
    SetReviewParticipants,
    VoteOnReview,
    set_review_participants,
    vote_on_review,
)
from workers.reviews import gather_now


class ReviewTelling:
    """One review's story, as steps."""

    def __init__(self, stage: Stage, milestones: Mapping[str, Milestone], story: ReviewStory) -> None:
        self._stage = stage
        self._milestones = milestones
        self._story = story
        self._review_id: UUID | None = None

    def steps(self) -> Iterator[Step]:
        """The meeting, and the days on which its conditions were met."""
        yield Step(self._story.on, MEETING, self._hold)
        for promise in self._story.promises:
            if promise.met is not None:
                yield Step(promise.met, CHANGE, partial(self._keep, promise))

    async def _hold(self) -> None:
        stage, story = self._stage, self._story
        work = stage.work
        await work.flush()
        stage.let_act(story.chair)
        requested = RequestReview(milestone_id=self._milestones[story.milestone].id)
        id = self._review_id = (await request_review(work, requested)).ids["review"]
        await gather_now(work, await work.get(Review, id))
        people = [Participant(member_id=stage.people[story.chair].id, role=ParticipantRole.CHAIR)]
        people += [Participant(member_id=stage.people[short].id) for short in story.votes if short != story.chair]
        given = SetReviewParticipants(review_id=id, participants=people, quorum=len(story.votes))
        await set_review_participants(work, given)
        await update_review(work, UpdateReview(review_id=id, agenda=story.agenda))
        stage.tick()
        await start_review(work, StartReview(review_id=id))
        for short, vote in story.votes.items():
            stage.tick()
            stage.let_act(short)
            await vote_on_review(work, VoteOnReview(review_id=id, vote=vote))
        stage.tick()
        stage.let_act(story.chair)
        await update_review(work, UpdateReview(review_id=id, minutes=story.minutes))
        conditions = [
            Condition(title=one.title, owner_id=stage.people[one.owner].id, due_on=stage.date_of(one.due))
            for one in story.promises
        ]
        decision = DecideReview(review_id=id, decision=story.decision, reason=story.reason, conditions=conditions)
        await decide_review(work, decision)

    async def _keep(self, promise: Promise) -> None:
        stage, work = self._stage, self._stage.work
        statement = sa.select(col(ReviewCondition.id)).where(
            col(ReviewCondition.tenant_id) == work.tenant_id,
            col(ReviewCondition.review_id) == self._review_id,
            col(ReviewCondition.title) == promise.title,
        )
        stage.let_act(promise.owner)
        condition_id = (await work.session.execute(statement)).scalar_one()
        await meet_condition(work, MeetCondition(condition_id=condition_id))


async def call_review(stage: Stage, milestones: Mapping[str, Milestone], milestone: str, by: str) -> None:
    """Ask for a review, which a worker gathers."""
    await stage.work.flush()
    stage.let_act(by)
    await request_review(stage.work, RequestReview(milestone_id=milestones[milestone].id))
