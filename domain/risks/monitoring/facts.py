"""What the rules may know of a venture: plain values, read in one go, the same for every rule of a run.

A fact that is not known is null and says nothing: no rule may take it for good or for bad. The fields of each class
stand in the order in which `facts_sql`, or the chapter's own statement, selects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.calendars.working_days import WorkingCalendar, end_of_day, working_calendar
from domain.risks.monitoring.chapters.compliance import OfCompliance
from domain.risks.monitoring.chapters.funding import OfFunding
from domain.risks.monitoring.chapters.market import OfMarket
from domain.risks.monitoring.chapters.positioning import OfPositioning
from domain.risks.monitoring.chapters.resources import OfResources
from domain.risks.monitoring.chapters.teams import OfTeams
from domain.risks.scale import Level
from domain.series.levels import IndicatorDirection, IndicatorState
from domain.series.trends import TrendDirection

NOBODY: Final = UUID(int=0)
"""The id of a venture of which nothing is known but that it is there."""


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """A risk that is not archived.

    `level` is the current one, `level_since` since when it is that, `high_since` since when it is high or critical
    without a break, `above_target_since` since when it is above the target without a break; `previous_*` are of the
    current assessment before the last. `ownerless_since` and `unanswered_since`: since when it has no owner, or no
    response (its opening, if it never had one). `accepted_until`: the last day of an approved acceptance, in the
    tenant's zone; `borne_until` the same of the last acceptance, unless it was ended before. `answered_at`: when the
    last response was added. `expected_on`: when it would happen, else when the first milestone that it threatens is
    due. `struck_since`: since when it has occurred.
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
    opened_at: datetime | None = None
    assessed_at: datetime | None = None
    score: int | None = None
    expected_loss: Decimal | None = None
    previous_level: Level | None = None
    previous_score: int | None = None
    previous_expected_loss: Decimal | None = None
    inherent_score: int | None = None
    target_level: Level | None = None
    above_target_since: datetime | None = None
    expected_on: date | None = None
    cause: str | None = None
    struck_since: datetime | None = None
    kind: str = "threat"
    borne_until: date | None = None
    answered_at: datetime | None = None

    @property
    def is_standing(self) -> bool:
        """Whether the risk still threatens: it is open or accepted, neither struck nor closed."""
        return self.status in ("open", "accepted")

    @property
    def is_serious(self) -> bool:
        """Whether the current level is high or critical."""
        return self.level in (Level.HIGH, Level.CRITICAL)


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """Something to do for a response; neither it nor the response is archived."""

    id: UUID
    title: str
    risk_id: UUID
    due_on: date | None = None
    completed_at: datetime | None = None
    owner_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    """A milestone that is not archived; dates are days of the tenant's zone.

    `progress_since`: since when it has been in progress at this percent. `postponed`: how often its due date was moved
    to a later day. `baseless_since`: since when it has been in progress without due date or baseline. `key`: it gets a
    review.
    """

    id: UUID
    title: str
    status: str = "planned"
    due_on: date | None = None
    start_on: date | None = None
    baseline_start_on: date | None = None
    baseline_due_on: date | None = None
    completed_on: date | None = None
    percent_complete: int = 0
    progress_since: datetime | None = None
    postponed: int = 0
    baseless_since: datetime | None = None
    key: bool = False

    @property
    def is_unfinished(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.status not in ("done", "cancelled")


@dataclass(frozen=True, slots=True)
class ForecastFacts:
    """What is forecast of a milestone that is not finished.

    `probability` is that of its due day, `best_probability` its highest of the last 14 days. `float_days`: working days
    that it can be late without moving the end, `most_float_days` the most of the last 90 days.
    """

    milestone_id: UUID
    p50_on: date | None = None
    p80_on: date | None = None
    probability: Decimal | None = None
    best_probability: Decimal | None = None
    float_days: int | None = None
    most_float_days: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionFacts:
    """A must-criterion of a milestone, with its last result (null: never measured)."""

    id: UUID
    title: str
    milestone_id: UUID
    result: str | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ForeignPredecessor:
    """A milestone of another venture on which one of this venture depends. Its name is not this venture's to tell."""

    milestone_id: UUID
    status: str = "planned"
    due_on: date | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether it is neither done nor cancelled."""
        return self.status not in ("done", "cancelled")


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A review; `title` is its milestone's. `waits`: it is neither decided nor called off."""

    id: UUID
    title: str
    planned_on: date | None = None
    waits: bool = True


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """A condition of a conditional go; `met_at` is when it was met, waived or failed: when it ceased to be open."""

    id: UUID
    title: str
    due_on: date | None = None
    met_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """A person's place in a team of the venture. `title` is the team's: no person is named in an alert.

    `share` is this place's percent of the person's time, `total_share` that of all places in all ventures, and
    `shares_since` when the last of them was given or changed.
    """

    id: UUID
    title: str
    member_id: UUID
    function: str = "core_technology"
    role: str | None = None
    share: int = 100
    total_share: int = 100
    shares_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """An indicator that is not archived, with what is kept beside it.

    `state_since` is the time of the reading with which the state began; `crosses_critical_on` is null where there is
    no trend that counts.
    """

    id: UUID
    title: str
    risk_id: UUID | None = None
    created_at: datetime | None = None
    interval_days: int = 7
    unit: str | None = None
    direction: IndicatorDirection = IndicatorDirection.HIGHER_IS_WORSE
    warning: Decimal | None = None
    critical: Decimal | None = None
    warning_clear: Decimal | None = None
    critical_clear: Decimal | None = None
    state: IndicatorState = IndicatorState.UNKNOWN
    state_since: datetime | None = None
    latest_at: datetime | None = None
    latest_value: Decimal | None = None
    trend: TrendDirection = TrendDirection.NONE
    slope_per_day: Decimal | None = None
    crosses_critical_on: date | None = None


@dataclass(frozen=True, slots=True)
class CauseFacts:
    """One risk that may bring about another; both are of the venture."""

    risk_id: UUID
    follows_id: UUID


@dataclass(frozen=True, slots=True)
class AppetiteFacts:
    """How much loss is borne: in one category or in all (null). `whole`: said of all ventures together."""

    id: UUID
    title: str
    amount: Decimal
    category: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class ExposureFacts:
    """What the register may cost, as last worked out."""

    p80: Decimal
    risks: int = 0


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """What is worked out of a venture's money; every figure may be unknown.

    `burns` are the net burns of the last whole months, at most seven, the latest last. `cash_out_on` is when the cash
    ends with committed money alone. Of what is to come within a year `largest_share` comes from one source.
    In the last three whole months `burn_multiple` was burnt for each unit of `net_new_arr`, the new annual recurring
    revenue.
    """

    cpi: Decimal | None = None
    spi_t: Decimal | None = None
    bac: Decimal | None = None
    pv: Decimal | None = None
    ev: Decimal | None = None
    ac: Decimal | None = None
    cash: Decimal | None = None
    net_burn: Decimal | None = None
    runway_months: Decimal | None = None
    default_alive: bool | None = None
    cash_generating: bool = False
    burns: tuple[Decimal, ...] = ()
    cash_out_on: date | None = None
    largest_source: str | None = None
    largest_share: Decimal | None = None
    burn_multiple: Decimal | None = None
    net_new_arr: Decimal | None = None


@dataclass(frozen=True, slots=True)
class VentureFacts:
    """The venture itself.

    `register_moved_at`: when a risk was last added, assessed or closed. `left`: when each person left who has no place
    in a team or role of it any more.
    """

    id: UUID = NOBODY
    title: str = ""
    stage: str = "idea"
    created_at: datetime | None = None
    register_moved_at: datetime | None = None
    left: tuple[datetime, ...] = ()

    @property
    def is_active(self) -> bool:
        """Whether it is neither being wound up nor wound up."""
        return self.stage not in ("closing", "closed")


@dataclass(frozen=True)
class Facts(OfResources, OfPositioning, OfMarket, OfCompliance, OfFunding, OfTeams):
    """A venture's facts; `zone` is the tenant's, `calendar` the venture's working days.

    Each chapter adds its own by a class above it: `domain.risks.monitoring.chapters`.
    """

    risks: tuple[RiskFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    zone: tzinfo = UTC
    calendar: WorkingCalendar = working_calendar()  # noqa: RUF009, laid out once and shared
    venture: VentureFacts = VentureFacts()
    actions: tuple[ActionFacts, ...] = ()
    criteria: tuple[CriterionFacts, ...] = ()
    predecessors: tuple[ForeignPredecessor, ...] = ()
    reviews: tuple[ReviewFacts, ...] = ()
    conditions: tuple[ConditionFacts, ...] = ()
    places: tuple[PlaceFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    causes: tuple[CauseFacts, ...] = ()
    appetites: tuple[AppetiteFacts, ...] = ()
    exposure: ExposureFacts | None = None
    money: MoneyFacts | None = None
    forecasts: tuple[ForecastFacts, ...] = ()

    @property
    def threats(self) -> tuple[RiskFacts, ...]:
        """The risks that would hurt: opportunities are left out."""
        return tuple(risk for risk in self.risks if risk.kind != "opportunity")

    def acceptance_ends(self, risk: RiskFacts) -> datetime | None:
        """When a risk's acceptance lapses: at the end of its last day in the tenant's zone."""
        return None if risk.accepted_until is None else end_of_day(risk.accepted_until, self.zone)
