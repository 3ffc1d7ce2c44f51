"""What people decide about a risk beside responses: that it is borne for a time, and whether a suggestion is right."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, instant, number, reference, text
from domain.kernel.tables import Entity, Identified, Kind, check, index, refers, unique_where


class AcceptanceState(StrEnum):
    """Where an acceptance stands."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    ENDED = "ended"
    LAPSED = "lapsed"


class Acceptance(Entity, table=True):
    """A risk borne knowingly until a day: one person asks, another approves. Approved, it holds through that day."""

    __tablename__ = "acceptance"
    prefix = "acceptance"
    word = "acceptance"
    scope_by = ("risk_id",)

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    state: AcceptanceState = choice(AcceptanceState, AcceptanceState.REQUESTED, name="state")
    reason: str = text()
    expires_on: date = day()
    requested_at: datetime = instant()
    requested_by: UUID = reference()
    approved_at: datetime | None = instant(None)
    approved_by: UUID | None = reference(None)
    ended_at: datetime | None = instant(None)
    "When it was rejected, withdrawn, superseded, or ended with the risk's status."
    ended_by: UUID | None = reference(None)
    note: str | None = text(None)
    "What was said when it was approved, rejected or withdrawn."
    lapsed_at: datetime | None = instant(None)
    warned_days: int | None = number(None)
    "The nearest of the warnings given: 30, 7 or 1 days before."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("requested_by", "membership"),
        refers("approved_by", "membership"),
        refers("ended_by", "membership"),
        check("two_people", "approved_by <> requested_by"),
        unique_where("uq_acceptance_requested", "archived_at IS NULL AND state = 'requested'", "risk_id"),
        unique_where("uq_acceptance_approved", "archived_at IS NULL AND state = 'approved'", "risk_id"),
        index("risk_id", "requested_at"),
        index("requested_at", "id"),
        index("venture_id", "state"),
    )


class SuggestionState(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    OUTDATED = "outdated"


class SuggestedAssessment(Identified, table=True):
    """A current assessment that follows from finished actions, for a person to confirm or dismiss."""

    __tablename__ = "suggested_assessment"
    table_kind = Kind.COMPUTED
    prefix = "suggestion"
    references = {"decided_by": "member", "assessment_id": "assessment"}

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    state: SuggestionState = choice(SuggestionState, SuggestionState.OPEN, name="state")
    probability_level: int = number()
    impact_level: int = number()
    scale_number: int = number()
    reason: str = text()
    suggested_at: datetime = instant()
    decided_at: datetime | None = instant(None)
    decided_by: UUID | None = reference(None)
    assessment_id: UUID | None = reference(None)
    "The assessment that was made of it."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        unique_where("uq_suggested_assessment_open", "state = 'open'", "risk_id"),
        index("risk_id", "suggested_at"),
        index("suggested_at", "id"),
    )
