"""What a risk is linked to beside milestones: resources, the risks that it causes, and what people say of it."""

from __future__ import annotations

from uuid import UUID

from domain.kernel.columns import reference, text
from domain.kernel.tables import Entity, index, refers, unique_where


class RiskResource(Entity, table=True):
    """A resource that a risk would hit."""

    __tablename__ = "risk_resource"
    prefix = "risk_resource"
    word = "risk_resource"
    scope_by = ("risk_id",)

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    resource_id: UUID = reference()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("resource_id", "resource"),
        unique_where("uq_risk_resource_ends", "archived_at IS NULL", "risk_id", "resource_id"),
        index("resource_id"),
    )


class RiskCause(Entity, table=True):
    """One risk that may bring about another. The links of a venture have no cycle."""

    __tablename__ = "risk_cause"
    prefix = "risk_cause"
    word = "risk_cause"
    scope_by = ("risk_id",)

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    "What may bring it about."
    follows_id: UUID = reference()
    "What may follow."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("follows_id", "risk"),
        unique_where("uq_risk_cause_ends", "archived_at IS NULL", "risk_id", "follows_id"),
        index("follows_id"),
        index("venture_id"),
    )


class RiskComment(Entity, table=True):
    """What somebody has to say of a risk, kept as it was written."""

    __tablename__ = "risk_comment"
    prefix = "risk_comment"
    word = "risk_comment"
    scope_by = ("risk_id",)
    searched = ("body",)

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    body: str = text()
    author_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("author_id", "membership"),
        index("risk_id", "created_at"),
        index("created_at"),
    )


class RiskMention(Entity, table=True):
    """A member whom a comment names."""

    __tablename__ = "risk_mention"
    prefix = "risk_mention"
    word = "risk_mention"
    scope_by = ("comment_id",)

    venture_id: UUID = reference()
    comment_id: UUID = reference()
    member_id: UUID = reference()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("comment_id", "risk_comment"),
        refers("member_id", "membership"),
        unique_where("uq_risk_mention_ends", "archived_at IS NULL", "comment_id", "member_id"),
        index("member_id"),
    )
