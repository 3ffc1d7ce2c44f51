"""Alerts: one rule holding for one subject, what was told of it, and its timeline."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, document, flag, instant, instants, number, reference, text
from domain.kernel.tables import Computed, Fact, Identified, Kind, index, refers, unique_where
from domain.risks.monitoring.alert import ResolvedReason, State, Withheld
from domain.risks.monitoring.finding import Severity


class Alert(Identified, table=True):
    """One rule holding for one subject. Its columns are those of `domain.risks.monitoring.lifecycle.AlertState`."""

    __tablename__ = "alert"
    table_kind = Kind.COMPUTED
    prefix = "alert"

    venture_id: UUID = reference()
    rule: str = text()
    subject_type: str = text()
    subject_id: UUID = reference()
    category: str | None = text(None)
    "The risk's category where the subject belongs to a risk."
    state: State = choice(State, name="state")
    severity: Severity = choice(Severity, name="severity")
    peak_severity: Severity = choice(Severity, name="peak_severity")
    evidence: dict[str, Any] = document()
    since: datetime = instant()
    fired_at: datetime | None = instant(None)
    clearing_since: datetime | None = instant(None)
    cleared_at: datetime | None = instant(None)
    resolved_at: datetime | None = instant(None)
    resolved_reason: ResolvedReason | None = choice(ResolvedReason, None, name="resolved_reason")
    acknowledged_at: datetime | None = instant(None)
    acknowledged_until: datetime | None = instant(None)
    told_state: State | None = choice(State, None, name="told_state")
    told_severity: Severity | None = choice(Severity, None, name="told_severity")
    withheld: Withheld | None = choice(Withheld, None, name="withheld")
    escalation_step: int = number(0)
    escalate_at: datetime | None = instant(None)
    escalated_at: datetime | None = instant(None)
    remind_at: datetime | None = instant(None)
    evaluated_at: datetime = instant()
    revision: int = number(0)
    summary: str = text()
    acknowledged_by: UUID | None = reference(None)
    acknowledgement_note: str | None = text(None)
    previous_alert_id: UUID | None = reference(None)
    references = {"acknowledged_by": "member", "previous_alert_id": "alert"}
    __table_args__ = (
        refers("venture_id", "venture"),
        unique_where("uq_alert_open", "state <> 'resolved'", "rule", "subject_id"),
        index("venture_id", "state"),
        index("subject_id"),
        index("fired_at"),
        index("since"),
        index("state", "since"),
        index("venture_id", "since"),
    )


class AlertTransition(Fact, table=True):
    """One step of an alert's life, told or not."""

    __tablename__ = "alert_transition"
    prefix = "alert_transition"

    alert_id: UUID = reference()
    at: datetime = instant()
    transition: str = text()
    state: State = choice(State, name="state")
    severity: Severity = choice(Severity, name="severity")
    reason: str | None = text(None)
    told: bool = flag()
    evidence: dict[str, Any] | None = document(None)
    "What the rule saw then."
    actor_id: UUID | None = reference(None)
    "The member who did it, where it was a member."
    references = {"alert_id": "alert", "actor_id": "member"}
    "Without a foreign key: a pending alert whose condition has gone is deleted, its timeline stays."
    __table_args__ = (index("alert_id", "at", "id"),)


class RuleHealth(Computed, table=True):
    """A rule that cannot be evaluated for a venture: `domain.risks.monitoring.failures.RuleHealth`.

    Apart from `rule`, which is an entity and exists only for what a tenant has changed.
    """

    __tablename__ = "rule_health"

    rule: str = Field(sa_type=sa.Text, primary_key=True)
    venture_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    failures: int = number(0)
    failing_since: datetime | None = instant(None)
    error: str | None = text(None)
    __table_args__ = (refers("venture_id", "venture"),)


class AlertFlapping(Computed, table=True):
    """Changes of one (rule, subject) over all its alerts: `domain.risks.monitoring.flapping.Flapping`."""

    __tablename__ = "alert_flapping"

    rule: str = Field(sa_type=sa.Text, primary_key=True)
    subject_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    changes: list[datetime] = instants()
    since: datetime | None = instant(None)
    told_at: datetime | None = instant(None)
    untold: int = number(0)
