"""Obligations with their evidence, and the regimes that apply to a venture."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class ObligationKind(StrEnum):
    """Why something is owed."""

    COMPLIANCE = "compliance"
    SOCIAL_RESPONSIBILITY = "social_responsibility"


class ObligationState(StrEnum):
    """Where an obligation stands; it follows from its evidence and its due day."""

    OPEN = "open"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    FULFILLED = "fulfilled"


class Obligation(Entity, table=True):
    """Something that a venture owes: to a law, or to the people whom its product reaches."""

    __tablename__ = "obligation"
    prefix = "obligation"
    word = "obligation"
    searched = ("title", "description")

    venture_id: UUID = reference()
    kind: ObligationKind = choice(ObligationKind, ObligationKind.COMPLIANCE, name="kind")
    regime: str | None = text(None)
    "Code of the regime that asks for it."
    title: str = text()
    description: str | None = text(None)
    provision: str | None = text(None)
    "Where it is written, such as Art. 30."
    template: str | None = text(None)
    "Code of the template that it was made from."
    owner_id: UUID | None = reference(None)
    due_on: date = day()
    due_day: int = number()
    "The day of the month on which it and those that follow it are due, where the month has it."
    recurrence_months: int | None = number(None)
    follows_id: UUID | None = reference(None)
    "The obligation whose evidence opened this one."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("owner_id", "membership"),
        refers("follows_id", "obligation"),
        unique_where("uq_obligation_follows", "follows_id IS NOT NULL", "follows_id"),
        index("venture_id", "due_on"),
        index("due_on"),
        index("owner_id"),
        check("recurrence_months", "recurrence_months BETWEEN 1 AND 120"),
        check("due_day", "due_day BETWEEN 1 AND 31"),
    )


class ObligationEvidence(Entity, table=True):
    """What shows that an obligation was fulfilled."""

    __tablename__ = "obligation_evidence"
    prefix = "obligation_evidence"
    word = "obligation_evidence"
    searched = ("text",)

    venture_id: UUID = reference()
    obligation_id: UUID = reference()
    url: str | None = text(None)
    text: str = text()
    provided_on: date = day()
    provided_by: UUID | None = reference(None)
    "The member who provided it."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("obligation_id", "obligation"),
        refers("provided_by", "membership"),
        index("obligation_id", "provided_on"),
        index("provided_on"),
    )


class VentureRegime(Entity, table=True):
    """A regime of law that applies to a venture."""

    __tablename__ = "venture_regime"
    prefix = "venture_regime"
    word = "venture_regime"
    searched = ("title", "note")

    venture_id: UUID = reference()
    regime: str = text()
    "Its code in the catalogue."
    title: str = text()
    "Its name, in the tenant's language when it was added."
    note: str | None = text(None)
    "Why it applies."
    __table_args__ = (
        refers("venture_id", "venture"),
        unique_where("uq_venture_regime_regime", "archived_at IS NULL", "venture_id", "regime"),
        index("venture_id"),
        index("title"),
    )
