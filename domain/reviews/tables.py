"""Milestone reviews: gathered by a worker, decided by a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, day, document, flag, instant, number, reference, text, texts
from domain.kernel.tables import Computed, Entity, Fact, Identified, Kind, check, index, refers, unique, unique_where
from domain.reviews.recommendation import Recommendation
from domain.reviews.states import Decision, ParticipantRole, ReviewState, Vote


class Review(Identified, table=True):
    """The computed and then decided examination of a milestone; without one, a progress report of the venture."""

    __tablename__ = "review"
    table_kind = Kind.COMPUTED
    prefix = "review"

    venture_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    "Empty: a progress report, which is gathered like a review and never decided."
    state: ReviewState = choice(ReviewState, ReviewState.PLANNED, name="state")
    stale: bool = flag(False)
    planned_on: date | None = day(None)
    requested_at: datetime | None = instant(None)
    requested_by: UUID | None = reference(None)
    gathered_at: datetime | None = instant(None)
    inputs_hash: str | None = text(None)
    attempts: int = number(0)
    error: str | None = text(None)
    recommendation: Recommendation | None = choice(Recommendation, None, name="recommendation")
    content_hash: str | None = text(None)
    started_at: datetime | None = instant(None)
    started_by: UUID | None = reference(None)
    decision: Decision | None = choice(Decision, None, name="decision")
    decision_reason: str | None = text(None)
    against_recommendation: bool | None = Field(default=None, sa_type=sa.Boolean)
    decided_at: datetime | None = instant(None)
    decided_by: UUID | None = reference(None)
    next_review_on: date | None = day(None)
    "When it comes back, where it was decided to recycle or to hold."
    created_at: datetime = instant()
    draft_number: int | None = number(None)
    "Counts the different reports that were gathered."
    lead_days: int | None = number(None)
    "Working days before its day from which it is gathered; empty: the tenant's."
    quorum: int | None = number(None)
    "How many of its voters must have voted before it can be decided."
    round: int | None = number(None)
    "Counts how often it was opened again: votes of earlier rounds are void."
    entrance: list[str] | None = texts(None)
    "What must be there before it can start."
    entrance_missing: list[str] | None = texts(None)
    entrance_waiver: str | None = text(None)
    agenda: str | None = text(None)
    minutes: str | None = text(None)
    supersedes_id: UUID | None = reference(None)
    supersedes_reason: str | None = text(None)
    previous_hash: str | None = text(None)
    "The content hash of the review of the venture that was decided before it started."
    references = {"requested_by": "member", "started_by": "member", "decided_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        refers("supersedes_id", "review"),
        unique_where("uq_review_supersedes", "state <> 'cancelled'", "supersedes_id"),
        check("quorum", "quorum > 0"),
        check("lead_days", "lead_days BETWEEN 0 AND 60"),
        unique_where(
            "uq_review_open", "state IN ('planned', 'gathering', 'ready', 'in_review', 'failed')", "milestone_id"
        ),
        index("created_at"),
        index("venture_id", "created_at"),
        index("milestone_id", "created_at"),
    )


class ReviewParticipant(Entity, table=True):
    """A member's place in a review. Who is archived has left it; the votes given stay."""

    __tablename__ = "review_participant"
    prefix = "participant"
    word = "participant"

    venture_id: UUID = reference()
    review_id: UUID = reference()
    member_id: UUID = reference()
    role: ParticipantRole = choice(ParticipantRole, name="role")
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("review_id", "review"),
        refers("member_id", "membership"),
        unique_where("uq_review_participant_member", "archived_at IS NULL", "review_id", "member_id"),
        unique_where("uq_review_participant_chair", "archived_at IS NULL AND role = 'chair'", "review_id"),
        index("member_id"),
    )


class ReviewVote(Fact, table=True):
    """What a member said in a review; the latest of a round counts."""

    __tablename__ = "review_vote"
    prefix = "review_vote"

    venture_id: UUID = reference()
    review_id: UUID = reference()
    member_id: UUID = reference()
    round: int = number(0)
    vote: Vote = choice(Vote, name="vote")
    note: str | None = text(None)
    voted_at: datetime = instant()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("review_id", "review"),
        refers("member_id", "membership"),
        index("review_id", "voted_at", "id"),
        index("voted_at", "id"),
    )


class ReviewRecord(Fact, table=True):
    """What was decided, and the bytes of the report on which it was decided: appended with the decision, for ever.

    The application may not change or delete its rows: whoever doubts a review compares it with these.
    """

    __tablename__ = "review_record"

    review_id: UUID = reference()
    canonical: str = text()
    content_hash: str = text()
    previous_hash: str | None = text(None)
    decision: Decision = choice(Decision, name="decision")
    decision_reason: str | None = text(None)
    decided_at: datetime = instant()
    decided_by: UUID | None = reference(None)
    references = {"decided_by": "member"}
    __table_args__ = (refers("review_id", "review"), unique("review_id"))


class ReviewReport(Computed, table=True):
    """The report of a review: the canonical bytes that were hashed, and the same as a document to read from."""

    __tablename__ = "review_report"

    review_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    canonical: str = text()
    content: dict[str, Any] = document()
    reasons: list[dict[str, Any]] = document()
    computed_at: datetime = instant()
    __table_args__ = (refers("review_id", "review"),)


class ReviewCondition(Entity, table=True):
    """What must be done for a conditional go to hold."""

    __tablename__ = "review_condition"
    prefix = "condition"
    word = "condition"
    searched = ("title",)

    venture_id: UUID = reference()
    review_id: UUID = reference()
    title: str = text()
    owner_id: UUID | None = reference(None)
    due_on: date | None = day(None)
    met_at: datetime | None = instant(None)
    evidence: str | None = text(None)
    "What is to show that it is met."
    waived_at: datetime | None = instant(None)
    failed_at: datetime | None = instant(None)
    settled_reason: str | None = text(None)
    "Why it was waived or has failed, or what shows that it is met."
    moved_from_on: date | None = day(None)
    "The day that it was first due; a condition is moved once."
    moved_reason: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("review_id", "review"),
        refers("owner_id", "membership"),
        index("venture_id"),
        index("review_id"),
        index("owner_id"),
        index("due_on"),
    )
