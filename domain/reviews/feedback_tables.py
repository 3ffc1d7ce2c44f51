"""What is said in reviews and meetings, and what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from domain.kernel.columns import choice, instant, reference, text
from domain.kernel.tables import Entity, index, refers
from domain.reviews.states import FeedbackKind


class Feedback(Entity, table=True):
    """Something that somebody said of a venture, in a review or outside; it becomes a task or a risk in one step."""

    __tablename__ = "feedback"
    prefix = "feedback"
    word = "feedback"
    scope_by = ("risk_id",)
    searched = ("text", "source")

    venture_id: UUID = reference()
    review_id: UUID | None = reference(None)
    kind: FeedbackKind = choice(FeedbackKind, FeedbackKind.PROBLEM, name="kind")
    source: str | None = text(None)
    "Who said it, where that is no member: a customer, an investor."
    text: str = text()
    member_id: UUID | None = reference(None)
    "The member who wrote it down."
    task_id: UUID | None = reference(None)
    risk_id: UUID | None = reference(None)
    settled_at: datetime | None = instant(None)
    "When it became a task or a risk."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("review_id", "review"),
        refers("member_id", "membership"),
        refers("task_id", "task"),
        refers("risk_id", "risk"),
        index("venture_id", "created_at"),
        index("review_id"),
        index("created_at"),
    )
