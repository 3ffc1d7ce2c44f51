"""Milestones and their phases, what they depend on, and the criteria by which they are judged."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, flag, instant, money, number, quantity, reference, text
from domain.kernel.tables import Entity, Fact, check, index, make_history_twin, refers, unique_where


class MilestoneStatus(StrEnum):
    """Where a milestone stands."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    ON_HOLD = "on_hold"
    DONE = "done"
    CANCELLED = "cancelled"


class ProgressMode(StrEnum):
    """From what a milestone's percent complete follows."""

    BY_HAND = "by_hand"
    BY_TASKS = "by_tasks"
    BY_CRITERIA = "by_criteria"


class PhaseKind(StrEnum):
    """What a phase of a product's development is for."""

    PROTOTYPE = "prototype"
    FEATURE_DEVELOPMENT = "feature_development"
    TEST_AND_OPTIMISE = "test_and_optimise"
    COMMERCIAL_RELEASE = "commercial_release"
    OTHER = "other"


class DependencyKind(StrEnum):
    """Which end of the predecessor holds which end of the successor."""

    FINISH_TO_START = "FS"
    START_TO_START = "SS"
    FINISH_TO_FINISH = "FF"
    START_TO_FINISH = "SF"

    @property
    def from_finish(self) -> bool:
        """Whether the predecessor's finish holds, and not its start."""
        return self in (DependencyKind.FINISH_TO_START, DependencyKind.FINISH_TO_FINISH)

    @property
    def to_finish(self) -> bool:
        """Whether the successor's finish is held, and not its start."""
        return self in (DependencyKind.FINISH_TO_FINISH, DependencyKind.START_TO_FINISH)


class CriterionDirection(StrEnum):
    """Whether a metric must reach its target from below or stay under it."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class CriterionOutcome(StrEnum):
    """How a criterion was found."""

    PASS = "pass"
    FAIL = "fail"


class Phase(Entity, table=True):
    """A stretch of a venture's plan, to which milestones belong."""

    __tablename__ = "phase"
    prefix = "phase"
    word = "phase"
    searched = ("title", "description")

    venture_id: UUID = reference()
    title: str = text()
    description: str | None = text(None)
    kind: PhaseKind = choice(PhaseKind, PhaseKind.OTHER, name="kind")
    position: int = number(0)
    "Its place among the phases of the venture."
    start_on: date | None = day(None)
    due_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "position"),
        index("position"),
        check("dates", "start_on IS NULL OR due_on IS NULL OR start_on <= due_on"),
    )


class Milestone(Entity, table=True):
    """A dated goal of a venture."""

    __tablename__ = "milestone"
    prefix = "milestone"
    word = "milestone"
    historic = True
    searched = ("title", "description")

    venture_id: UUID = reference()
    title: str = text()
    description: str | None = text(None)
    status: MilestoneStatus = choice(MilestoneStatus, MilestoneStatus.PLANNED, name="status")
    key: bool = flag(False)
    "A key milestone gets a review."
    start_on: date | None = day(None)
    due_on: date | None = day(None)
    baseline_start_on: date | None = day(None)
    baseline_due_on: date | None = day(None)
    review_on: date | None = day(None)
    "Planned date of the review; empty: five working days before the due date of a key milestone."
    completed_on: date | None = day(None)
    percent_complete: int = number(0)
    progress_mode: ProgressMode | None = choice(ProgressMode, ProgressMode.BY_HAND, name="progress_mode")
    "Empty, as the version before leaves it: by hand."
    phase_id: UUID | None = reference(None)
    estimate_optimistic: Decimal | None = quantity(None)
    estimate_likely: Decimal | None = quantity(None)
    estimate_pessimistic: Decimal | None = quantity(None)
    "Three points of the duration, in working days."
    budget: Decimal | None = money(None)
    "What it may cost, in the tenant's currency."
    owner_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("owner_id", "membership"),
        refers("phase_id", "phase"),
        index("venture_id", "due_on"),
        index("phase_id"),
        index("due_on"),
        index("owner_id"),
        check("percent_complete", "percent_complete BETWEEN 0 AND 100"),
        check("budget", "budget >= 0"),
        check("dates", "start_on IS NULL OR due_on IS NULL OR start_on <= due_on"),
    )


milestone_history = make_history_twin(Milestone, "due_on")


class Dependency(Entity, table=True):
    """The successor depends on the predecessor, with a lag in working days (may be negative)."""

    __tablename__ = "milestone_dependency"
    prefix = "dependency"
    word = "dependency"

    venture_id: UUID = reference()
    "The successor's venture."
    predecessor_id: UUID = reference()
    successor_id: UUID = reference()
    kind: DependencyKind = choice(DependencyKind, DependencyKind.FINISH_TO_START, name="kind")
    lag_days: int = number(0)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("predecessor_id", "milestone"),
        refers("successor_id", "milestone"),
        unique_where("uq_milestone_dependency_ends", "archived_at IS NULL", "predecessor_id", "successor_id"),
        index("venture_id"),
        index("successor_id"),
        check("ends", "predecessor_id <> successor_id"),
    )


class Criterion(Entity, table=True):
    """A checkable condition of a milestone; a metric criterion has target, direction and unit."""

    __tablename__ = "criterion"
    prefix = "criterion"
    word = "criterion"
    searched = ("title", "metric")

    venture_id: UUID = reference()
    milestone_id: UUID = reference()
    title: str = text()
    must: bool = flag(True)
    metric: str | None = text(None)
    target: Decimal | None = quantity(None)
    direction: CriterionDirection | None = choice(CriterionDirection, None, name="direction")
    unit: str | None = text(None)
    indicator_id: UUID | None = reference(None)
    "The indicator whose latest reading is the finding; empty: recorded by hand."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        refers("indicator_id", "indicator"),
        index("venture_id"),
        index("milestone_id"),
        index("indicator_id"),
    )


class CriterionResult(Fact, table=True):
    """One finding about a criterion; the latest is its last result."""

    __tablename__ = "criterion_result"
    prefix = "criterion_result"

    criterion_id: UUID = reference()
    result: CriterionOutcome = choice(CriterionOutcome, name="result")
    value: Decimal | None = quantity(None)
    note: str | None = text(None)
    recorded_at: datetime = instant()
    recorded_by: UUID | None = reference(None)
    references = {"recorded_by": "member"}
    __table_args__ = (
        refers("criterion_id", "criterion"),
        index("criterion_id", "recorded_at", "id"),
        index("recorded_at", "id"),
    )
