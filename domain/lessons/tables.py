"""Lessons with what they are linked to, and the tenant's own playbooks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.columns import choice, day, document, reference, text
from domain.kernel.tables import Entity, index, refers, unique_where


def _in_use(name: str, *columns: str) -> sa.Index:
    return sa.Index(name, "tenant_id", *columns, postgresql_where=sa.text("archived_at IS NULL"))


class LessonTheme(StrEnum):
    """What a lesson is about, where it is one of the three that the cases teach."""

    RISK_CONTROL = "risk_control"
    TECHNICAL_RESERVE = "technical_reserve"
    SUSTAINABLE_BUSINESS_MODEL = "sustainable_business_model"


class Lesson(Entity, table=True):
    """Something that was learned: in a venture, or by the whole tenant."""

    __tablename__ = "lesson"
    prefix = "lesson"
    word = "lesson"
    searched = ("title", "situation", "recommendation")

    venture_id: UUID | None = reference(None)
    "The venture in which it was learned; empty: it is the whole tenant's."
    title: str = text()
    theme: LessonTheme | None = choice(LessonTheme, None, name="theme")
    category: str | None = text(None)
    sub_type: str | None = text(None)
    "Codes of the kind of risk that it helps with."
    situation: str | None = text(None)
    what_was_done: str | None = text(None)
    outcome: str | None = text(None)
    recommendation: str | None = text(None)
    learned_on: date = day()
    author_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("author_id", "membership"),
        index("venture_id", "learned_on"),
        index("learned_on"),
        index("author_id"),
        # Candidates for a risk are read from the newer end of these three, a bounded number from each.
        _in_use("ix_lesson_of_sub_type", "category", "sub_type", "id"),
        _in_use("ix_lesson_of_category", "category", "id"),
        _in_use("ix_lesson_in_use", "id"),
    )


class LessonRisk(Entity, table=True):
    """A risk that a lesson was drawn from, or that it helped with."""

    __tablename__ = "lesson_risk"
    prefix = "lesson_risk"
    word = "lesson_risk"
    scope_by = ("risk_id",)

    venture_id: UUID = reference()
    lesson_id: UUID = reference()
    risk_id: UUID = reference()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("lesson_id", "lesson"),
        refers("risk_id", "risk"),
        unique_where("uq_lesson_risk_ends", "archived_at IS NULL", "lesson_id", "risk_id"),
        index("risk_id"),
    )


class LessonReview(Entity, table=True):
    """A review in which a lesson was learned, or looked at."""

    __tablename__ = "lesson_review"
    prefix = "lesson_review"
    word = "lesson_review"

    venture_id: UUID = reference()
    lesson_id: UUID = reference()
    review_id: UUID = reference()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("lesson_id", "lesson"),
        refers("review_id", "review"),
        unique_where("uq_lesson_review_ends", "archived_at IS NULL", "lesson_id", "review_id"),
        index("review_id"),
    )


class Playbook(Entity, table=True):
    """What the tenant has found to work, to be applied to other ventures: risks with responses, milestones, roles."""

    __tablename__ = "playbook"
    prefix = "playbook"
    word = "playbook"
    searched = ("title", "description")

    title: str = text()
    description: str | None = text(None)
    risks: list[dict[str, Any]] = document()
    milestones: list[dict[str, Any]] = document()
    roles: list[dict[str, Any]] = document()
    "As `domain.lessons.playbooks` takes them."
    __table_args__ = (index("title"),)
