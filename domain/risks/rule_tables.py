"""What a tenant says about its rules: settings and rules of its own, silences, and how patient it is."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, document, instant, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where
from domain.risks.monitoring.finding import Severity


class RuleSubject(StrEnum):
    """What a rule of a tenant's own can be about."""

    RISK = "risk"
    MILESTONE = "milestone"
    INDICATOR = "indicator"
    VENTURE = "venture"
    RESOURCE = "resource"
    ACTION = "action"
    ACQUISITION = "acquisition"
    ROLE_REQUIREMENT = "role_requirement"
    ROLE_HOLDER = "role_holder"
    OBLIGATION = "obligation"


class Rule(Entity, table=True):
    """What a tenant changed about a built-in rule, or a rule of its own (`custom.<slug>`)."""

    __tablename__ = "rule"
    prefix = "rule"
    word = "rule"

    code: str = text()
    enabled: bool = Field(default=True, sa_type=sa.Boolean)
    enabled_at: datetime | None = instant(None)
    "When it was last switched on: no alert is older."
    shadow_since: datetime | None = instant(None)
    "Since when it is only tried: its alerts live, and nobody is told."
    condition_changed_at: datetime | None = instant(None)
    "When its condition, a parameter, its hold or its keep was last changed."
    parameters: dict[str, Any] = document()
    hold_seconds: int | None = number(None)
    keep_seconds: int | None = number(None)
    severity: Severity | None = choice(Severity, None, name="severity")
    title: str | None = text(None)
    "Of a rule of the tenant's own, as are those below."
    subject_type: str | None = text(None)
    expression: str | None = text(None)
    advice: str | None = text(None)
    __table_args__ = (unique_where("uq_rule_code", "archived_at IS NULL", "code"),)


class Silence(Entity, table=True):
    """For a time, alerts that match are not told. They live on, and are told afterwards if they still fire."""

    __tablename__ = "silence"
    prefix = "silence"
    word = "silence"
    references = {"created_by": "member"}

    venture_id: UUID | None = reference(None)
    rule: str | None = text(None)
    category: str | None = text(None)
    subject: str | None = text(None)
    "The external id of the one thing whose alerts are meant."
    severity_at_most: Severity | None = choice(Severity, None, name="severity_at_most")
    starts_at: datetime = instant()
    ends_at: datetime = instant()
    reason: str = text()
    created_by: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        index("ends_at"),
        index("venture_id"),
        check("times", "starts_at <= ends_at"),
    )


class TenantEscalation(Entity, table=True):
    """How long alerts of the tenant may stay unacknowledged, and how often they are called to mind."""

    __tablename__ = "escalation_policy"
    prefix = "escalation_policy"
    word = "escalation_policy"

    after_hours: int = number(24)
    after_critical_hours: int = number(4)
    reminder_days: int = number(7)
    acknowledgement_days: int | None = number(None)
    __table_args__ = (
        unique_where("uq_escalation_policy", "archived_at IS NULL"),
        check("positive", "after_hours > 0 AND after_critical_hours > 0 AND reminder_days > 0"),
    )
