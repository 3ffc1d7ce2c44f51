"""What the rules may know of a venture: plain values, read in one go, the same for every rule of a run.

A fact that is not known is null and says nothing: no rule may take it for good or for bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from uuid import UUID

from domain.milestones.calendar import WorkingCalendar, end_of_day, working_calendar
from domain.risks.scale import Level


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """A risk that is not archived.

    `level` is the current one, `level_since` since when it is that, `high_since` since when it is high or critical
    without a break. `ownerless_since` and `unanswered_since`: since when it has no owner, or no response (its opening,
    if it never had one). `accepted_until`: the last day of an approved acceptance, in the tenant's zone.
    """

    id: UUID
    title: str
    status: str = "open"
    category: str | None = None
    level: Level | None = None
    level_since: datetime | None = None
    high_since: datetime | None = None
    next_assessment_on: date | None = None
    owner_id: UUID | None = None
    ownerless_since: datetime | None = None
    responses: int = 0
    unanswered_since: datetime | None = None
    accepted_until: date | None = None

    @property
    def is_standing(self) -> bool:
        """Whether the risk still threatens: it is open or accepted, neither struck nor closed."""
        return self.status in ("open", "accepted")

    @property
    def is_serious(self) -> bool:
        """Whether the current level is high or critical."""
        return self.level in (Level.HIGH, Level.CRITICAL)


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A milestone that is not archived; dates are days of the tenant's zone."""

    id: UUID
    title: str
    status: str = "planned"
    due_on: date | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.status not in ("done", "cancelled")


@dataclass(frozen=True, slots=True)
class Facts:
    """A venture's facts; `zone` is the tenant's, `calendar` the venture's working days."""

    risks: tuple[RiskFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    zone: tzinfo = UTC
    calendar: WorkingCalendar = working_calendar()  # noqa: RUF009, laid out once and shared

    def acceptance_ends(self, risk: RiskFacts) -> datetime | None:
        """When a risk's acceptance lapses: at the end of its last day in the tenant's zone."""
        return None if risk.accepted_until is None else end_of_day(risk.accepted_until, self.zone)
