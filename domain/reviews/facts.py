"""What a report is built from, as one statement reads it: see `reading.py`. Ids as they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from domain.milestones.tables import CriterionDirection
from domain.reviews.chapters import ChapterFacts
from domain.reviews.states import Decision
from domain.risks.scale import Level

Content = dict[str, Any]
"""A report that was stored, as JSON."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A member."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A milestone, and in a progress report where its forecast stands."""

    id: UUID
    title: str
    status: str
    percent_complete: int
    start_on: date | None = None
    due_on: date | None = None
    baseline_start_on: date | None = None
    baseline_due_on: date | None = None
    p80_on: date | None = None
    progress_mode: str = "by_hand"
    phase_id: UUID | None = None
    phase_title: str | None = None
    budget: Decimal | None = None
    spent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BinFacts:
    """One bar of a histogram."""

    from_on: date
    to_on: date
    share: Decimal


@dataclass(frozen=True, slots=True)
class DriverFacts:
    """What moves an end; `title` is None where it is gone."""

    kind: str
    id: UUID
    title: str | None = None
    mean_days: Decimal | None = None
    p80_days: Decimal | None = None
    rho: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ForecastFacts:
    """The stored forecast of the milestone, whose days may be unknown."""

    p10_on: date | None
    p50_on: date | None
    p80_on: date | None
    p90_on: date | None
    probability_of_due_date: Decimal | None
    criticality: Decimal | None
    draws: int
    seed: int
    inputs_hash: str
    computed_at: datetime
    histogram: tuple[BinFacts, ...] = ()
    drivers: tuple[DriverFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What was known of the milestone on a day, the oldest first."""

    day: date
    percent_complete: int
    planned_percent: int | None = None
    p50_on: date | None = None
    p80_on: date | None = None
    probability_of_due_date: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """A criterion with its last result; `interval_days` where an indicator feeds it."""

    id: UUID
    title: str
    must: bool
    metric: str | None = None
    target: Decimal | None = None
    direction: CriterionDirection | None = None
    unit: str | None = None
    indicator_id: UUID | None = None
    interval_days: int | None = None
    result: str | None = None
    value: Decimal | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """An open or accepted threat of the venture."""

    id: UUID
    title: str
    category: str
    status: str
    level: Level | None = None
    probability_level: int | None = None
    impact_level: int | None = None
    expected_loss: Decimal | None = None
    assessed_at: datetime | None = None
    responses: int = 0
    owner: PersonFacts | None = None


@dataclass(frozen=True, slots=True)
class ExposureFacts:
    """What the register may cost."""

    expected: Decimal
    p50: Decimal
    p80: Decimal
    p95: Decimal
    computed_at: datetime


@dataclass(frozen=True, slots=True)
class AlertFacts:
    """A firing alert of the venture."""

    id: UUID
    rule: str
    severity: str
    summary: str
    fired_at: datetime
    acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator that has been measured."""

    id: UUID
    name: str
    direction: str
    state: str
    unit: str | None = None
    value: Decimal | None = None
    at: datetime | None = None
    warning: Decimal | None = None
    critical: Decimal | None = None
    trend: str | None = None
    crosses_critical_on: date | None = None


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """A resource of the venture; `allocated` is what goes to the milestone, None where nothing does."""

    id: UUID
    name: str
    kind: str
    unit: str | None = None
    expires_on: date | None = None
    allocated: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """A condition of an earlier conditional go that is neither met nor waived."""

    id: UUID
    title: str
    due_on: date | None = None
    failed: bool = False
    owner: PersonFacts | None = None


@dataclass(frozen=True, slots=True)
class FormerFacts:
    """An earlier report: of the review that was decided last, or the last progress report."""

    id: UUID
    content: Content
    content_hash: str | None = None
    decided_at: datetime | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """All that a report is built from. Without `milestone` it is a progress report, and `milestones` are there."""

    review_id: UUID
    locale: str
    currency: str
    time_zone: str
    venture_id: UUID
    venture_name: str
    venture_stage: str
    milestone: MilestoneFacts | None = None
    milestones: tuple[MilestoneFacts, ...] = ()
    forecast: ForecastFacts | None = None
    days: tuple[DayFacts, ...] = ()
    criteria: tuple[CriterionFacts, ...] = ()
    risks: tuple[RiskFacts, ...] = ()
    scale: Content | None = None
    exposure: ExposureFacts | None = None
    alerts: tuple[AlertFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    resources: tuple[ResourceFacts, ...] = ()
    vacant: tuple[str, ...] = ()
    "Names of the venture's teams in which nobody has a place."
    conditions: tuple[ConditionFacts, ...] = ()
    former: FormerFacts | None = None
    "Of the venture: the report with which risks are compared, and whose hash is carried on."
    former_own: FormerFacts | None = None
    "Of the milestone: the report with which criteria and forecast are compared."
    decisions: tuple[Decision, ...] = ()
    "Of the milestone's earlier reviews, the oldest first."
    earned_value: Content | None = None
    runway: Content | None = None
    health: Content | None = None
    chapters: ChapterFacts = field(default_factory=ChapterFacts)
