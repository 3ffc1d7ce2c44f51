"""The risk register: risks, what they threaten, how they are judged and answered."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import (
    choice,
    day,
    document,
    flag,
    instant,
    money,
    number,
    probability,
    quantity,
    reference,
    text,
    texts,
)
from domain.kernel.metrics import Metric
from domain.kernel.tables import Computed, Entity, Fact, check, index, make_history_twin, refers, unique, unique_where
from domain.risks.scale import Level


class RiskKind(StrEnum):
    """Whether what may happen would hurt or help."""

    THREAT = "threat"
    OPPORTUNITY = "opportunity"


class RiskStatus(StrEnum):
    """Where a risk stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    OCCURRED = "occurred"
    CLOSED = "closed"


class AssessmentKind(StrEnum):
    """What an assessment judges: before any response, as it is now, as it should become."""

    INHERENT = "inherent"
    CURRENT = "current"
    TARGET = "target"


class Knowledge(StrEnum):
    """How much is known behind an assessment."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


class ResponseKind(StrEnum):
    """How a risk is answered: a threat by the first four, an opportunity by the last three or by accepting."""

    AVOID = "avoid"
    MITIGATE = "mitigate"
    TRANSFER = "transfer"
    ACCEPT = "accept"
    EXPLOIT = "exploit"
    ENHANCE = "enhance"
    SHARE = "share"


class RiskScale(Entity, table=True):
    """The tenant's probability and impact levels and matrix; versions stay, the highest number holds."""

    __tablename__ = "risk_scale"
    prefix = "risk_scale"
    word = "risk_scale"

    version_number: int = number()
    definition: dict[str, Any] = document()
    "As `domain.risks.scale` reads it."
    trust: dict[str, Any] | None = document(None)
    "As `domain.risks.trust` tells it; empty for a scale that was saved before it was worked out."
    __table_args__ = (unique("version_number"),)


class RiskLimits(Fact, table=True):
    """Limits of impact of one venture, which hold instead of the tenant's in one version of the scale."""

    __tablename__ = "risk_limits"
    prefix = "risk_limits"

    venture_id: UUID = reference()
    scale_number: int = number()
    money_bands: list[str] = texts()
    delay_bands: list[str] = texts()
    trust: dict[str, Any] = document()
    __table_args__ = (refers("venture_id", "venture"), unique("venture_id", "scale_number"), index("scale_number"))


class RiskCategory(Entity, table=True):
    """A category or sub-type of risks: the four built in, and the tenant's own."""

    __tablename__ = "risk_category"
    prefix = "risk_category"
    word = "risk_category"

    code: str = text()
    parent: str | None = text(None)
    "Code of the category that a sub-type belongs to."
    names: dict[str, str] = document()
    "Name by locale."
    __table_args__ = (unique_where("uq_risk_category_code", "archived_at IS NULL", "code"),)


class Risk(Entity, table=True):
    """An uncertain event that would hurt a venture, or help it."""

    __tablename__ = "risk"
    prefix = "risk"
    word = "risk"
    counted = Metric.RISKS
    historic = True
    searched = ("title", "cause", "event", "effect")

    venture_id: UUID = reference()
    kind: RiskKind | None = choice(RiskKind, RiskKind.THREAT, name="kind")
    "Empty is a threat: so write versions that know no opportunities."
    title: str = text()
    category: str = text()
    sub_type: str | None = text(None)
    cause: str | None = text(None)
    event: str | None = text(None)
    effect: str | None = text(None)
    status: RiskStatus = choice(RiskStatus, RiskStatus.OPEN, name="status")
    opened_at: datetime = instant()
    "Since when it has been open without a break."
    expected_on: date | None = day(None)
    owner_id: UUID | None = reference(None)
    tags: list[str] | None = texts(None)
    template: str | None = text(None)
    "Code of the template that it was made from."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("owner_id", "membership"),
        index("venture_id", "status"),
        index("category"),
        index("owner_id"),
    )


risk_history = make_history_twin(Risk)


class RiskMilestone(Entity, table=True):
    """A milestone that a risk threatens."""

    __tablename__ = "risk_milestone"
    prefix = "risk_milestone"
    word = "risk_milestone"
    scope_by = ("risk_id",)

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    milestone_id: UUID = reference()
    slip_low: Decimal | None = quantity(None)
    slip_likely: Decimal | None = quantity(None)
    slip_high: Decimal | None = quantity(None)
    "Three points of the slip if the risk happens, in working days; empty: as its assessment says."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("milestone_id", "milestone"),
        unique_where("uq_risk_milestone_ends", "archived_at IS NULL", "risk_id", "milestone_id"),
        index("risk_id"),
        index("milestone_id"),
    )


class Assessment(Fact, table=True):
    """One dated judgement of a risk; never changed. Money in the tenant's currency, delay in working days."""

    __tablename__ = "assessment"
    prefix = "assessment"
    references = {"assessed_by": "member"}

    risk_id: UUID = reference()
    kind: AssessmentKind = choice(AssessmentKind, name="kind")
    scale_number: int = number()
    probability_level: int = number()
    impact_level: int = number()
    score: int = number()
    level: Level = choice(Level, name="level")
    probability: Decimal | None = probability(None)
    impact_low: Decimal | None = money(None)
    impact_likely: Decimal | None = money(None)
    impact_high: Decimal | None = money(None)
    delay_low: Decimal | None = quantity(None)
    delay_likely: Decimal | None = quantity(None)
    delay_high: Decimal | None = quantity(None)
    expected_loss: Decimal | None = money(None)
    knowledge: Knowledge | None = choice(Knowledge, None, name="knowledge")
    rationale: str | None = text(None)
    next_on: date | None = day(None)
    "The next assessment, where this one names it."
    assessed_at: datetime = instant()
    assessed_by: UUID | None = reference(None)
    __table_args__ = (
        refers("risk_id", "risk"),
        index("risk_id", "kind", "assessed_at", "id"),
        index("assessed_at", "id"),
        check("probability", "probability BETWEEN 0 AND 1"),
    )


class RiskScore(Computed, table=True):
    """What follows from a risk's latest assessments; written by the command that records one.

    A saved scale has all of them scored again; `scale_number` tells which are still to be.
    """

    __tablename__ = "risk_score"

    risk_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    scale_number: int | None = number(None)
    "The version of the scale by which all that stands here was scored."
    probability_level: int | None = number(None)
    impact_level: int | None = number(None)
    score: int | None = number(None)
    level: Level | None = choice(Level, None, name="level")
    expected_loss: Decimal | None = money(None)
    assessed_at: datetime | None = instant(None)
    next_assessment_on: date | None = day(None)
    previous_level: Level | None = choice(Level, None, name="previous_level")
    inherent_score: int | None = number(None)
    inherent_level: Level | None = choice(Level, None, name="inherent_level")
    target_score: int | None = number(None)
    target_level: Level | None = choice(Level, None, name="target_level")
    level_since: datetime | None = instant(None)
    "Since when the current level has been what it is."
    high_since: datetime | None = instant(None)
    "Since when the current level has been high or critical without a break."
    __table_args__ = (
        refers("risk_id", "risk"),
        sa.Index(
            "ix_risk_score_gravest",
            "tenant_id",
            sa.text("expected_loss DESC NULLS LAST"),
            sa.text("score DESC NULLS LAST"),
            sa.text("risk_id DESC"),
        ),
        sa.Index("ix_risk_score_score", "tenant_id", sa.text("score DESC NULLS LAST"), sa.text("risk_id DESC")),
        index("scale_number"),
    )


class Exposure(Computed, table=True):
    """The distribution of the total loss of a venture's register, or of the whole tenant's; worked out by a worker."""

    __tablename__ = "exposure"

    subject_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    "The venture, or the tenant itself."
    venture_id: UUID | None = reference(None)
    inputs_hash: str = text()
    expected: Decimal = money()
    p50: Decimal = money()
    p80: Decimal = money()
    p95: Decimal = money()
    curve: list[dict[str, Any]] = document()
    "Points of the exceedance curve: `loss` and the `probability` of more."
    risks: int = number()
    "How many open and accepted risks there were."
    without_loss: int = number()
    without_probability: int = number()
    draws: int = number()
    "Draws of the simulation; 0 where it was worked out exactly."
    computed_at: datetime = instant()
    __table_args__ = (refers("venture_id", "venture"),)


class RiskShare(Computed, table=True):
    """A risk's part in its venture's exposure; worked out by a worker."""

    __tablename__ = "risk_share"

    risk_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    p80_share: Decimal = money()
    "By how much its venture's P80 would be lower without it."
    __table_args__ = (refers("risk_id", "risk"),)


class Response(Entity, table=True):
    """How a risk is answered."""

    __tablename__ = "response"
    prefix = "response"
    word = "response"
    scope_by = ("risk_id",)
    searched = ("title", "description")

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    kind: ResponseKind = choice(ResponseKind, name="kind")
    title: str = text()
    description: str | None = text(None)
    owner_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("owner_id", "membership"),
        index("risk_id"),
        index("owner_id"),
    )


class Action(Entity, table=True):
    """One thing to do for a response, or about an issue."""

    __tablename__ = "response_action"
    prefix = "action"
    word = "action"
    scope_by = ("response_id", "issue_id")
    searched = ("title",)

    venture_id: UUID = reference()
    response_id: UUID | None = reference(None)
    issue_id: UUID | None = reference(None)
    title: str = text()
    owner_id: UUID | None = reference(None)
    due_on: date | None = day(None)
    completed_at: datetime | None = instant(None)
    cost: Decimal | None = money(None)
    effect_probability_level: int | None = number(None)
    effect_impact_level: int | None = number(None)
    "The levels at which the risk is expected to stand once the action is done."
    effect_came_true: bool | None = flag(None)
    "Whether that came true; empty until somebody has said."
    effect_note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("response_id", "response"),
        refers("issue_id", "issue"),
        refers("owner_id", "membership"),
        index("venture_id"),
        index("response_id"),
        index("issue_id"),
        index("owner_id"),
        index("due_on"),
        check("cost", "cost >= 0"),
        check("belongs", "response_id IS NOT NULL OR issue_id IS NOT NULL"),
    )
