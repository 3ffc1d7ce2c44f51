"""What a review is recommended to decide: a fixed rule; all reasons are listed, and the worst decides.

*Hold* and *stop* are never recommended: they are for people, who are told which stop signals stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.reviews.states import Decision

INDEX_LIMIT = Decimal("0.9")
LATE_SHARE = Decimal("0.1")
RUNWAY_MONTHS = 3


class Recommendation(StrEnum):
    """What the rule recommends, best first; the last where too little is known to say anything."""

    GO = "go"
    CONDITIONAL_GO = "conditional_go"
    RECYCLE = "recycle"
    INSUFFICIENT_EVIDENCE = "insufficient_evidence"


_RANKS = {recommendation: rank for rank, recommendation in enumerate(Recommendation)}


@dataclass(frozen=True, slots=True)
class CriterionFact:
    """A criterion with its last result: `outcome` is `pass`, `fail` or null.

    `interval` is how often its value is expected anew, where it comes from an indicator.
    """

    id: UUID
    must: bool
    outcome: str | None = None
    measured_at: datetime | None = None
    interval: timedelta | None = None

    def is_measured(self, now: datetime) -> bool:
        """Whether the result counts: a value older than two intervals does not."""
        if self.outcome is None:
            return False
        return self.interval is None or (self.measured_at is not None and now - self.measured_at <= 2 * self.interval)


@dataclass(frozen=True, slots=True)
class RiskFact:
    """An open or accepted risk: its current level (null: never assessed), and whether somebody has answered it."""

    id: UUID
    level: str | None = None
    responses: int = 0
    accepted: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether it has a response, or an acceptance that stands."""
        return self.responses > 0 or self.accepted


@dataclass(frozen=True, slots=True)
class ConditionFact:
    """A condition of an earlier conditional go that is not met."""

    id: UUID
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ForecastFact:
    """A milestone's forecast beside its plan: working days of P80 after the due date, and of the baseline."""

    id: UUID
    p80_days_late: Decimal
    baseline_days: Decimal


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code, what it leads to, and the ids of the facts that it points at (none where something is absent)."""

    code: str
    leads_to: Recommendation
    facts: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommended:
    """The recommendation, all its reasons, worst first, and the clauses not looked at for want of data."""

    recommendation: Recommendation
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def recommend(
    criteria: Sequence[CriterionFact],
    risks: Sequence[RiskFact],
    conditions: Sequence[ConditionFact],
    now: datetime,
    today: date,
    *,
    forecast: ForecastFact | None = None,
    cpi: Decimal | None = None,
    spi_t: Decimal | None = None,
    needs_forecast: bool = False,
) -> Recommended:
    """Apply the rule; `today` is the tenant's local day.

    Without `forecast`, `cpi` or `spi_t` their clauses are not looked at and are named in `missing`; with
    `needs_forecast` the lack of a forecast is insufficient evidence. Limits are strict: on the limit is still good.
    """
    reasons = [
        *_insufficient(criteria, risks, forecast, needs_forecast),
        *_recycle(criteria, risks, conditions, now, today),
        *_conditional(criteria, risks, now),
        *_conditional_numbers(forecast, cpi, spi_t),
    ]
    worst = max((reason.leads_to for reason in reasons), key=_RANKS.__getitem__, default=Recommendation.GO)
    given = {"forecast": forecast, "cpi": cpi, "spi_t": spi_t}
    return Recommended(worst, tuple(reasons), tuple(name for name, value in given.items() if value is None))


def stop_signals(
    former_decisions: Sequence[Decision],
    runway_months: Decimal | None = None,
    p50_on: date | None = None,
    cash_out_on: date | None = None,
) -> tuple[str, ...]:
    """The stop signals that stand, for people to weigh; `former_decisions` of the milestone, oldest first."""
    signals = []
    if runway_months is not None and runway_months < RUNWAY_MONTHS:
        signals.append("funding.runway_short")
    if p50_on is not None and cash_out_on is not None and p50_on > cash_out_on:
        signals.append("funding.gone_before_p50")
    if list(former_decisions[-2:]) == [Decision.RECYCLE, Decision.RECYCLE]:
        signals.append("review.recycled_twice")
    return tuple(signals)


def _insufficient(
    criteria: Sequence[CriterionFact], risks: Sequence[RiskFact], forecast: ForecastFact | None, needs_forecast: bool
) -> list[Reason]:
    absent = {
        "evidence.no_criteria": not criteria,
        "evidence.no_forecast": needs_forecast and forecast is None,
        "evidence.no_assessment": all(risk.level is None for risk in risks),
    }
    return [Reason(code, Recommendation.INSUFFICIENT_EVIDENCE) for code, is_so in absent.items() if is_so]


def _recycle(
    criteria: Sequence[CriterionFact],
    risks: Sequence[RiskFact],
    conditions: Sequence[ConditionFact],
    now: datetime,
    today: date,
) -> list[Reason]:
    due = [condition.id for condition in conditions if condition.due_on is not None and condition.due_on <= today]
    return _reasons(
        Recommendation.RECYCLE,
        {
            "criterion.must_failed": _failed(criteria, now, must=True),
            "criterion.must_not_measured": _not_measured(criteria, now, must=True),
            "risk.critical_unanswered": _unanswered(risks, "critical"),
            "condition.open": due,
        },
    )


def _conditional(criteria: Sequence[CriterionFact], risks: Sequence[RiskFact], now: datetime) -> list[Reason]:
    return _reasons(
        Recommendation.CONDITIONAL_GO,
        {
            "criterion.should_failed": _failed(criteria, now, must=False),
            "criterion.should_not_measured": _not_measured(criteria, now, must=False),
            "risk.high_unanswered": _unanswered(risks, "high"),
        },
    )


def _conditional_numbers(forecast: ForecastFact | None, cpi: Decimal | None, spi_t: Decimal | None) -> list[Reason]:
    reasons = []
    if forecast is not None and forecast.p80_days_late > LATE_SHARE * forecast.baseline_days:
        reasons.append(Reason("forecast.p80_late", Recommendation.CONDITIONAL_GO, (forecast.id,)))
    for code, index in (("cost.cpi_low", cpi), ("schedule.spi_low", spi_t)):
        if index is not None and index < INDEX_LIMIT:
            reasons.append(Reason(code, Recommendation.CONDITIONAL_GO))
    return reasons


def _failed(criteria: Sequence[CriterionFact], now: datetime, must: bool) -> list[UUID]:
    return [fact.id for fact in criteria if fact.must is must and fact.is_measured(now) and fact.outcome != "pass"]


def _not_measured(criteria: Sequence[CriterionFact], now: datetime, must: bool) -> list[UUID]:
    return [fact.id for fact in criteria if fact.must is must and not fact.is_measured(now)]


def _unanswered(risks: Sequence[RiskFact], level: str) -> list[UUID]:
    return [risk.id for risk in risks if risk.level == level and not risk.is_answered]


def _reasons(leads_to: Recommendation, found: dict[str, list[UUID]]) -> list[Reason]:
    return [Reason(code, leads_to, tuple(ids)) for code, ids in found.items() if ids]
