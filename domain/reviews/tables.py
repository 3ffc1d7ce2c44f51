"""Milestone reviews: gathered by a worker, decided by a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, day, document, flag, instant, number, reference, text
from domain.kernel.tables import Computed, Entity, Identified, Kind, index, refers, unique_where
from domain.reviews.recommendation import Recommendation
from domain.reviews.states import Decision, ReviewState


class Review(Identified, table=True):
    """The computed and then decided examination of a milestone."""

    __tablename__ = "review"
    table_kind = Kind.COMPUTED
    prefix = "review"

    venture_id: UUID = reference()
    milestone_id: UUID = reference()
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
    created_at: datetime = instant()
    references = {"requested_by": "member", "started_by": "member", "decided_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        unique_where(
            "uq_review_open", "state IN ('planned', 'gathering', 'ready', 'in_review', 'failed')", "milestone_id"
        ),
        index("created_at"),
        index("venture_id", "created_at"),
        index("milestone_id", "created_at"),
    )


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
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("review_id", "review"),
        refers("owner_id", "membership"),
        index("venture_id"),
        index("review_id"),
        index("owner_id"),
        index("due_on"),
    )
