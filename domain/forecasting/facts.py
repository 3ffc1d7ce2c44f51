"""What a forecast is worked out from, as plain values: the ventures that hang together, read in one statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from domain.calendars.working_days import WorkingCalendar
from domain.milestones.tables import DependencyKind

MOST_MILESTONES: Final = 10_000
"""Of one forecast."""


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A milestone that is neither archived nor cancelled."""

    id: UUID
    venture_id: UUID
    status: str
    start_on: date | None = None
    due_on: date | None = None
    completed_on: date | None = None
    percent_complete: int = 0
    estimate_optimistic: Decimal | None = None
    estimate_likely: Decimal | None = None
    estimate_pessimistic: Decimal | None = None
    baseline_start_on: date | None = None
    baseline_due_on: date | None = None
    title: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reached."""
        return self.status != "done"


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """A dependency that is not archived."""

    id: UUID
    predecessor_id: UUID
    successor_id: UUID
    kind: DependencyKind
    lag_days: int = 0


@dataclass(frozen=True, slots=True)
class ForeignFacts:
    """A milestone of a venture that is not drawn along, on which one that is depends; with its stored forecast."""

    id: UUID
    venture_id: UUID
    calendar: WorkingCalendar
    status: str
    due_on: date | None = None
    completed_on: date | None = None
    histogram: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """A milestone that a risk touches; three points of its own, in working days, where the link has them."""

    milestone_id: UUID
    low: Decimal | None = None
    likely: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """A threat that may strike or has struck, with its latest current assessment.

    `probability` is the assessment's own, `middle` the middle of its level's band.
    """

    id: UUID
    venture_id: UUID
    status: str
    touches: tuple[SlipFacts, ...]
    assessed: bool = False
    probability: Decimal | None = None
    middle: Decimal | None = None
    delay_low: Decimal | None = None
    delay_likely: Decimal | None = None
    delay_high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PaceFacts:
    """The tasks of a venture: how many are open, since when any is known, and by Monday how many its week finished."""

    open: int = 0
    since: date | None = None
    finished: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What ventures that hang together know on a day of the tenant's; `until`: the instant at which it is over."""

    status_on: date
    until: datetime
    calendars: Mapping[UUID, WorkingCalendar]
    milestones: tuple[MilestoneFacts, ...] = ()
    links: tuple[LinkFacts, ...] = ()
    foreign: tuple[ForeignFacts, ...] = ()
    risks: tuple[RiskFacts, ...] = ()
    paces: Mapping[UUID, PaceFacts] = field(default_factory=dict)
    "Of those ventures that have tasks."
    stored: Mapping[UUID, str] = field(default_factory=dict)
    "The hash of the inputs of each venture's stored forecast."
