"""Health of a venture: a pure function of what is known of it, in one word with its reasons.

The worst dimension decides; known trouble goes before ignorance, and ignorance before green. There is no weighted
average: it would hide a red behind greens and could not be explained in a sentence. Limits are strict: the value on the
limit is the better state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.kernel.ids import external_id


class HealthState(StrEnum):
    """Where a venture stands, the worst first; of one that is being wound up nothing is said."""

    OFF_TRACK = "off_track"
    AT_RISK = "at_risk"
    UNKNOWN = "unknown"
    ON_TRACK = "on_track"
    NOT_APPLICABLE = "not_applicable"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(HealthState).index(self)


class Dimension(StrEnum):
    """What a reason is about, in the order in which reasons are told."""

    SCHEDULE = "schedule"
    COST = "cost"
    FUNDING = "funding"
    ALERTS = "alerts"


LATE_SHARE: Final = Decimal("0.2")
"""Of the baseline, by which the median forecast may be later than due."""
LOWEST_INDEX: Final = Decimal("0.9")
SHORT_MONTHS, SHORTEST_MONTHS = Decimal(6), Decimal(3)
UNANSWERED: Final = timedelta(days=3)
OLD: Final = timedelta(days=14)
WARNINGS: Final = 3
"""On so many subjects, each as old as `UNANSWERED`, warnings are a risk."""
A_MOMENT: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class NextMilestone:
    """The next key milestone that is not reached; days are working days after its due day, null where not known."""

    id: UUID
    baseline_days: int | None = None
    p50_late: int | None = None
    p80_late: int | None = None


@dataclass(frozen=True, slots=True)
class FiringAlert:
    """An alert that counts: it fires, and is neither muted by a worse one, nor tried only, nor of an accepted risk.

    A silenced one counts: a silence is about sending.
    """

    id: UUID
    subject_id: UUID
    is_critical: bool
    fired_at: datetime
    is_acknowledged: bool = False


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """What is known of a venture. Without cash, without forecast: not known."""

    winding_up: bool = False
    next_milestone: NextMilestone | None = None
    spi_t: Decimal | None = None
    cpi: Decimal | None = None
    cash_generating: bool = False
    runway_months: Decimal | None = None
    alerts: Sequence[FiringAlert] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a venture is not on track: a fact with its limit. `rule` is a code, `subject` an external id."""

    dimension: Dimension
    state: HealthState
    rule: str
    value: str | None = None
    limit: str | None = None
    subject: str | None = None

    def stored(self) -> dict[str, str | None]:
        """As it is kept: codes and values, no words."""
        return {
            "dimension": str(self.dimension),
            "state": str(self.state),
            "rule": self.rule,
            "value": self.value,
            "limit": self.limit,
            "subject": self.subject,
        }


def health_of(facts: HealthFacts, now: datetime) -> tuple[HealthState, list[Reason]]:
    """The state and its reasons. Where there is trouble, what is not known is no reason."""
    if facts.winding_up:
        return HealthState.NOT_APPLICABLE, []
    found = [*_schedule(facts), *_cost(facts), *_funding(facts), *_alerts(facts.alerts, now)]
    trouble = [reason for reason in found if reason.state is not HealthState.UNKNOWN]
    reasons = trouble or found
    return min(
        (reason.state for reason in reasons), key=lambda state: state.rank, default=HealthState.ON_TRACK
    ), reasons


def _schedule(facts: HealthFacts) -> Iterable[Reason]:
    dimension, milestone = Dimension.SCHEDULE, facts.next_milestone
    if milestone is None:
        yield Reason(dimension, HealthState.UNKNOWN, "no_key_milestone")
    else:
        subject = external_id("milestone", milestone.id)
        late, most = milestone.p50_late, (milestone.baseline_days or 0) * LATE_SHARE
        if late is None or milestone.p80_late is None:
            yield Reason(dimension, HealthState.UNKNOWN, "no_forecast", subject=subject)
        elif milestone.baseline_days is not None and late > most:
            yield Reason(dimension, HealthState.OFF_TRACK, "p50_late", str(late), _plain(most), subject)
        elif milestone.p80_late > 0:
            yield Reason(dimension, HealthState.AT_RISK, "p80_late", str(milestone.p80_late), "0", subject)
    if facts.spi_t is not None and facts.spi_t < LOWEST_INDEX:
        yield Reason(dimension, HealthState.AT_RISK, "spi_low", _cut(facts.spi_t), str(LOWEST_INDEX))


def _cost(facts: HealthFacts) -> Iterable[Reason]:
    if facts.cpi is not None and facts.cpi < LOWEST_INDEX:
        yield Reason(Dimension.COST, HealthState.AT_RISK, "cpi_low", _cut(facts.cpi), str(LOWEST_INDEX))


def _funding(facts: HealthFacts) -> Iterable[Reason]:
    months = facts.runway_months
    if facts.cash_generating:
        return
    if months is None:
        yield Reason(Dimension.FUNDING, HealthState.UNKNOWN, "no_runway")
    elif months < SHORTEST_MONTHS:
        yield Reason(Dimension.FUNDING, HealthState.OFF_TRACK, "runway_short", _cut(months), str(SHORTEST_MONTHS))
    elif months < SHORT_MONTHS:
        yield Reason(Dimension.FUNDING, HealthState.AT_RISK, "runway_short", _cut(months), str(SHORT_MONTHS))


def _alerts(alerts: Sequence[FiringAlert], now: datetime) -> Iterable[Reason]:
    dimension = Dimension.ALERTS
    for alert in sorted((one for one in alerts if one.is_critical), key=lambda one: (one.fired_at, one.id)):
        age, subject = now - alert.fired_at, external_id("alert", alert.id)
        if age > UNANSWERED and not alert.is_acknowledged:
            yield Reason(
                dimension, HealthState.OFF_TRACK, "alert_unanswered", str(age.days), str(UNANSWERED.days), subject
            )
        elif age > OLD:
            yield Reason(dimension, HealthState.OFF_TRACK, "alert_old", str(age.days), str(OLD.days), subject)
        else:
            yield Reason(dimension, HealthState.AT_RISK, "alert_critical", subject=subject)
    warned = {one.subject_id for one in alerts if not one.is_critical and now - one.fired_at >= UNANSWERED}
    if len(warned) >= WARNINGS:
        yield Reason(dimension, HealthState.AT_RISK, "many_warnings", str(len(warned)), str(WARNINGS))


def next_change(facts: HealthFacts, now: datetime) -> datetime | None:
    """The next instant at which time alone may make it another: an alert grows old."""
    instants = []
    for alert in facts.alerts:
        instants.append(alert.fired_at + UNANSWERED + (A_MOMENT if alert.is_critical else timedelta(0)))
        if alert.is_critical:
            instants.append(alert.fired_at + OLD + A_MOMENT)
    return min((instant for instant in instants if instant > now), default=None)


def _cut(value: Decimal) -> str:
    """Two decimals, cut off: it never reads as if the limit were kept."""
    return str(value.quantize(Decimal("0.01"), ROUND_DOWN))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
