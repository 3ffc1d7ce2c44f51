"""What a report says of risks, alerts and indicators."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import one_of, said
from domain.reviews.shape.kinds import AN_ID, Day, Decimal, Id, Instant, Person
from domain.risks.monitoring.finding import Severity
from domain.risks.scale import Level
from domain.risks.tables import RiskStatus
from domain.series.levels import IndicatorDirection, IndicatorState

_Level = Annotated[str, one_of(Level, "How serious it is.")]


class ByLevel(TypedDict):
    """How many open and accepted threats there are of each level."""

    low: Annotated[int, said("Low.", 4)]
    medium: Annotated[int, said("Medium.", 3)]
    high: Annotated[int, said("High.", 2)]
    critical: Annotated[int, said("Critical.", 1)]
    not_assessed: Annotated[int, said("Not assessed yet.", 0)]


class RiskScale(TypedDict):
    """The scale by which the risks are judged."""

    probability_levels: Annotated[int, said("How many levels of probability there are.", 5)]
    impact_levels: Annotated[int, said("How many levels of impact there are.", 5)]
    matrix: Annotated[
        list[list[_Level]], said("The level of each cell: rows by probability, columns by impact, both from 1.")
    ]


class FormerLevel(TypedDict):
    """Where a risk stood in the last report."""

    level: Annotated[_Level | None, said("Its level then.", "medium")]
    probability_level: Annotated[int | None, said("Its level of probability then.", 2)]
    impact_level: Annotated[int | None, said("Its level of impact then.", 4)]


class RiskLine(TypedDict):
    """An open or accepted risk of the venture."""

    id: Annotated[Id, said("The risk.", f"risk{AN_ID}")]
    title: Annotated[str, said("Its title.", "The labelled data come late")]
    category: Annotated[str, said("Code of its category.", "technical")]
    status: Annotated[str, one_of(RiskStatus, "Where it stands.")]
    level: Annotated[_Level | None, said("How serious it is; null where it is not assessed.", "high")]
    probability_level: Annotated[int | None, said("Level of probability, from 1.", 3)]
    impact_level: Annotated[int | None, said("Level of impact, from 1.", 4)]
    expected_loss: Annotated[Decimal | None, said("Probability × mean impact, in money.", "18000.00")]
    responses: Annotated[int, said("How many responses it has.", 2)]
    owner: Annotated[Person | None, said("Who answers for it.")]
    former: Annotated[FormerLevel | None, said("Where it stood in the last report; null where it was not in it.")]


class RiskMovements(TypedDict):
    """What has become of the risks since the last decided review: ids."""

    new: Annotated[list[Id], said("Not in that report.", [f"risk{AN_ID}"])]
    worse: Annotated[list[Id], said("Of a higher level now.", [])]
    better: Annotated[list[Id], said("Of a lower level now.", [])]
    closed: Annotated[list[Id], said("In that report, and not in this one.", [])]


class ReportedExposure(TypedDict):
    """What the register may cost in all."""

    expected: Annotated[Decimal, said("Expected loss: the sum over all risks.", "46000.00")]
    p50: Annotated[Decimal, said("Loss that is not exceeded with 50 %.", "38000.00")]
    p80: Annotated[Decimal, said("Loss that is not exceeded with 80 %.", "74000.00")]
    p95: Annotated[Decimal, said("Loss that is not exceeded with 95 %.", "121000.00")]


class ReportedRisks(TypedDict):
    """The venture's register at this moment."""

    by_level: Annotated[ByLevel, said("How many there are of each level.")]
    scale: Annotated[RiskScale | None, said("The scale; null where the tenant has none.")]
    items: Annotated[list[RiskLine], said("Open and accepted risks, the gravest first.")]
    since_last_review: Annotated[RiskMovements | None, said("What has moved; null where there was no review.")]
    exposure: Annotated[ReportedExposure | None, said("What they may cost; null where it has not been worked out.")]


class AlertLine(TypedDict):
    """An alert that is firing."""

    id: Annotated[Id, said("The alert.", f"alert{AN_ID}")]
    rule: Annotated[str, said("Code of its rule.", "risk.critical")]
    severity: Annotated[str, one_of(Severity, "How grave it is.")]
    summary: Annotated[str, said("What it says, in the tenant's language.", "A critical risk has no response.")]
    fired_at: Annotated[Instant, said("Since when it fires.", "2026-11-28T09:12:00.000000Z")]
    acknowledged: Annotated[bool, said("Whether somebody has taken it.", False)]


class IndicatorLine(TypedDict):
    """An indicator that is near or over a threshold, or goes towards one."""

    id: Annotated[Id, said("The indicator.", f"indicator{AN_ID}")]
    name: Annotated[str, said("Its name.", "Weekly accuracy")]
    unit: Annotated[str | None, said("Its unit.", "%")]
    value: Annotated[Decimal | None, said("Its last value.", "92.4")]
    at: Annotated[Instant | None, said("When that was measured.", "2026-11-29T08:00:00.000000Z")]
    warning: Annotated[Decimal | None, said("Threshold of a warning.", "92")]
    critical: Annotated[Decimal | None, said("Critical threshold.", "90")]
    direction: Annotated[str | None, said("Which way it gets worse.", str(IndicatorDirection.LOWER_IS_WORSE))]
    state: Annotated[str, one_of(IndicatorState, "What its readings say against the thresholds.")]
    trend: Annotated[str | None, said("Where it goes: rising, falling or none; null where that is unknown.", "falling")]
    crosses_critical_on: Annotated[
        Day | None, said("When it crosses the critical threshold at this pace.", "2026-12-22")
    ]
