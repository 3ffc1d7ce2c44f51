"""What users were asked, what they need, and what they say unasked."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, instant, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class ResearchKind(StrEnum):
    """How research is done."""

    INTERVIEW = "interview"
    SURVEY = "survey"
    USABILITY_TEST = "usability_test"
    DATA_ANALYSIS = "data_analysis"


class NeedState(StrEnum):
    """Where a need stands."""

    OPEN = "open"
    ADDRESSED = "addressed"
    DROPPED = "dropped"


class Research(Entity, table=True):
    """A study of what users do, want and lack: a round of interviews, a survey, a test, an analysis of data."""

    __tablename__ = "research"
    prefix = "research"
    word = "research"
    searched = ("title", "summary")

    venture_id: UUID = reference()
    kind: ResearchKind = choice(ResearchKind, name="kind")
    title: str = text()
    held_on: date = day()
    participants: int = number()
    summary: str | None = text(None)
    source_url: str | None = text(None)
    member_id: UUID | None = reference(None)
    "Who led it."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("member_id", "membership"),
        index("venture_id", "held_on"),
        index("held_on"),
        check("participants", "participants > 0"),
    )


class Need(Entity, table=True):
    """Something that users lack, and how much that hurts: 1 is a nuisance, 5 keeps them from buying."""

    __tablename__ = "need"
    prefix = "need"
    word = "need"
    searched = ("title", "description", "user_group")

    venture_id: UUID = reference()
    title: str = text()
    description: str | None = text(None)
    user_group: str | None = text(None)
    severity: int = number()
    state: NeedState = choice(NeedState, NeedState.OPEN, name="state")
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "severity"),
        index("severity", "id"),
        check("severity", "severity BETWEEN 1 AND 5"),
    )


class NeedMention(Entity, table=True):
    """How many participants of a study spoke of a need."""

    __tablename__ = "need_mention"
    prefix = "need_mention"
    word = "need_mention"
    searched = ("quote",)

    venture_id: UUID = reference()
    need_id: UUID = reference()
    research_id: UUID = reference()
    mentions: int = number()
    quote: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("need_id", "need"),
        refers("research_id", "research"),
        unique_where("uq_need_mention_ends", "archived_at IS NULL", "need_id", "research_id"),
        index("venture_id"),
        index("research_id"),
        check("mentions", "mentions > 0"),
    )


class UserFeedback(Entity, table=True):
    """Something that a user said of a product; it becomes a task, a risk or a need in one step, once."""

    __tablename__ = "user_feedback"
    prefix = "user_feedback"
    word = "user_feedback"
    scope_by = ("risk_id",)
    searched = ("text", "source")

    venture_id: UUID = reference()
    source: str = text()
    "Where it comes from: a customer, a forum, a support ticket."
    text: str = text()
    received_on: date = day()
    severity: int | None = number(None)
    "From 1, a nuisance, to 5, which keeps them from using it."
    member_id: UUID | None = reference(None)
    "The member who wrote it down."
    task_id: UUID | None = reference(None)
    risk_id: UUID | None = reference(None)
    need_id: UUID | None = reference(None)
    settled_at: datetime | None = instant(None)
    "When it became a task, a risk or a need."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("member_id", "membership"),
        refers("task_id", "task"),
        refers("risk_id", "risk"),
        refers("need_id", "need"),
        index("venture_id", "received_on"),
        index("received_on"),
        index("task_id"),
        index("risk_id"),
        index("need_id"),
        check("severity", "severity BETWEEN 1 AND 5"),
        check("became", "num_nonnulls(task_id, risk_id, need_id) <= 1"),
    )
