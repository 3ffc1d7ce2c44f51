"""Reading what the rules may know of a venture: one statement, one snapshot, into plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.calendars.reading import laid_out
from domain.kernel.work import Work
from domain.money.inputs import MoneyInputs
from domain.money.runway import RunwayState
from domain.money.working_out import earned_of_venture, runway_on
from domain.risks.monitoring import facts_sql
from domain.risks.monitoring.chapters.registry import LISTS
from domain.risks.monitoring.facts import (
    ActionFacts,
    AppetiteFacts,
    CauseFacts,
    ConditionFacts,
    CriterionFacts,
    ExposureFacts,
    Facts,
    ForecastFacts,
    ForeignPredecessor,
    IndicatorFacts,
    MilestoneFacts,
    MoneyFacts,
    PlaceFacts,
    ReviewFacts,
    RiskFacts,
    VentureFacts,
)
from domain.risks.scale import Level
from domain.series.levels import IndicatorDirection, IndicatorState, Sample, Thresholds, standing
from domain.series.trends import TrendDirection, trend_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

F = TypeVar("F", bound="DataclassInstance")

_NAMES = sa.text("""
    SELECT v.name, t.locale, t.time_zone FROM venture v JOIN tenant t ON t.id = :tenant
    WHERE v.tenant_id = :tenant AND v.id = :venture""")

_TITLES = sa.text(f"""
    SELECT id, title FROM risk WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM milestone WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, name FROM venture WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM response_action WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, name FROM indicator WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT a.id, COALESCE(a.category, v.name) FROM risk_appetite a
        LEFT JOIN venture v ON v.tenant_id = :tenant AND v.id = a.venture_id
        WHERE a.tenant_id = :tenant AND a.id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT id, title FROM review_condition WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT v.id, m.title FROM review v JOIN milestone m ON m.tenant_id = :tenant AND m.id = v.milestone_id
        WHERE v.tenant_id = :tenant AND v.id = ANY(CAST(:ids AS uuid[]))
    UNION ALL SELECT p.id, e.name FROM team_member p JOIN team e ON e.tenant_id = :tenant AND e.id = p.team_id
        WHERE p.tenant_id = :tenant AND p.id = ANY(CAST(:ids AS uuid[]))
    {" ".join(f"UNION ALL {one.titles}" for one in LISTS if one.titles)}""")


class About(Protocol):
    """What says what an alert is about: its row."""

    subject_type: str
    subject_id: UUID
    category: str | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an alert can be about, as its event names it. `active_since`: when it was last taken out of the archive."""

    type: str
    id: UUID
    title: str
    category: str | None = None
    active_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """A venture with its facts and the subjects that alerts can be about, by id; an archived one has neither."""

    id: UUID
    name: str
    archived: bool
    locale: str
    facts: Facts
    subjects: Mapping[UUID, Subject] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Names:
    """What an alert's sentences need besides its subject: the venture's name, and the tenant's language and zone."""

    venture: str
    locale: str
    zone: tzinfo


async def read_watched(work: Work, venture_id: UUID, past: datetime | None = None) -> Watched | None:
    """The venture as the rules see it, now or at an instant of the past; None where there is no such venture."""
    values = {"tenant": work.tenant_id, "venture": venture_id, "at": past or work.now}
    row = (await work.session.execute(facts_sql.PRESENT if past is None else facts_sql.PAST, values)).first()
    if row is None:
        return None
    if row.archived_at is not None:
        return Watched(venture_id, row.name, True, row.locale, Facts(zone=ZoneInfo(row.time_zone)))
    lists = {name: orjson.loads(getattr(row, name)) for name in _LISTS}
    facts = _facts(venture_id, row, lists)
    return Watched(venture_id, row.name, False, row.locale, facts, _subjects(facts, row, lists))


async def read_names(work: Work, venture_id: UUID) -> Names:
    """The names around the alerts of a venture."""
    row = (await work.session.execute(_NAMES, {"tenant": work.tenant_id, "venture": venture_id})).one()
    return Names(row.name, row.locale, ZoneInfo(row.time_zone))


async def read_subjects(work: Work, alerts: Sequence[About]) -> dict[UUID, Subject]:
    """The subjects of alerts, archived or not, by id."""
    values = {"tenant": work.tenant_id, "ids": list({alert.subject_id for alert in alerts})}
    titles = {row.id: row.title for row in await work.session.execute(_TITLES, values)} if alerts else {}
    return {
        alert.subject_id: Subject(
            alert.subject_type, alert.subject_id, titles.get(alert.subject_id, ""), alert.category
        )
        for alert in alerts
    }


def _facts(venture_id: UUID, row: Any, lists: Mapping[str, list[list[Any]]]) -> Facts:
    return Facts(
        risks=_read(RiskFacts, lists["risks"]),
        milestones=_read(MilestoneFacts, lists["milestones"]),
        zone=ZoneInfo(row.time_zone),
        calendar=laid_out(row.calendar),
        venture=VentureFacts(
            venture_id, row.name, row.stage, row.created_at, row.register_moved_at, tuple(row.left or ())
        ),
        actions=_read(ActionFacts, lists["actions"]),
        criteria=_read(CriterionFacts, lists["criteria"]),
        predecessors=_read(ForeignPredecessor, lists["predecessors"]),
        reviews=_read(ReviewFacts, lists["reviews"]),
        conditions=_read(ConditionFacts, lists["conditions"]),
        places=_read(PlaceFacts, lists["places"]),
        indicators=_read_indicators(lists["indicators"], ZoneInfo(row.time_zone)),
        causes=_read(CauseFacts, lists["causes"]),
        appetites=_read(AppetiteFacts, lists["appetites"]),
        forecasts=_read(ForecastFacts, lists["forecasts"]),
        exposure=next(iter(_read(ExposureFacts, lists["exposures"])), None),
        money=_money(row.money) if row.money_inputs is None else _money_then(row.money_inputs),
        **{one.name: _read(one.facts, lists[one.name]) for one in LISTS},
    )


_LISTS = (
    *("risks", "actions", "milestones", "criteria", "predecessors", "reviews", "conditions", "places"),
    *("indicators", "causes", "appetites", "exposures", "forecasts"),
    *(one.name for one in LISTS),
)
_FROM_JSON: Mapping[str, Callable[[str], Any]] = {
    "UUID": UUID,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "Decimal": Decimal,
    "Level": {str(level): level for level in Level}.__getitem__,
    "IndicatorDirection": IndicatorDirection,
    "IndicatorState": IndicatorState,
    "TrendDirection": TrendDirection,
}
"""By the type of a field, what makes its value of the text in JSON (instants are in the connection's zone, UTC)."""


def _read(facts: type[F], rows: Iterable[Sequence[Any]]) -> tuple[F, ...]:
    """The facts of rows whose values stand in the order of the fields; what follows is not the rules'."""
    makers = [_FROM_JSON.get(str(one.type).removesuffix(" | None")) for one in fields(facts)]
    places = [(place, make) for place, make in enumerate(makers) if make is not None]
    found = []
    for row in rows:
        values = list(row[: len(makers)])
        for place, make in places:
            if values[place] is not None:
                values[place] = make(values[place])
        found.append(facts(*values))
    return tuple(found)


def _read_indicators(rows: list[list[Any]], zone: tzinfo) -> tuple[IndicatorFacts, ...]:
    """The indicators; of those of the past, what follows from their readings is worked out here."""
    return tuple(
        one if values[-1] is None else _as_it_was(one, values[-1], zone)
        for one, values in zip(_read(IndicatorFacts, rows), rows, strict=True)
    )


def _as_it_was(one: IndicatorFacts, readings: list[list[str]], zone: tzinfo) -> IndicatorFacts:
    samples = [Sample(datetime.fromisoformat(at), Decimal(value)) for at, value in readings]
    limits = Thresholds(one.direction, one.warning, one.critical, one.warning_clear, one.critical_clear)
    trend = trend_of(samples, one.critical, one.direction)
    crossing = None if trend.crossing is None else trend.crossing.at.astimezone(zone).date()
    state, since = standing(limits, samples)
    return replace(
        one,
        state=state,
        state_since=since,
        latest_at=samples[-1].at,
        latest_value=samples[-1].value,
        trend=trend.direction,
        slope_per_day=None if trend.slope is None else Decimal(f"{trend.slope:.12f}"),
        crosses_critical_on=crossing,
    )


def _money(kept: bytes | str | None) -> MoneyFacts | None:
    if kept is None:
        return None
    *amounts, alive, generating, burns, out, source, share, multiple, grown = orjson.loads(kept)
    cpi, spi_t, bac, pv, ev, ac, cash, burn, months = (None if one is None else Decimal(one) for one in amounts)
    past = tuple(Decimal(month["net_burn"]) for month in burns)
    rest = (None if one is None else Decimal(one) for one in (share, multiple, grown))
    out_on = None if out is None else date.fromisoformat(out)
    return MoneyFacts(cpi, spi_t, bac, pv, ev, ac, cash, burn, months, alive, generating, past, out_on, source, *rest)


def _money_then(stored: bytes | str) -> MoneyFacts | None:
    inputs = MoneyInputs.of(stored)
    if inputs.is_empty:
        return None
    earned, runway = earned_of_venture(inputs), runway_on(inputs)
    figures = earned.figures
    return MoneyFacts(
        *(figures.cpi, earned.schedule.spi_t, figures.bac, figures.pv, figures.ev, figures.ac),
        *(runway.cash, runway.net_burn, runway.months, runway.default_alive),
        runway.state is RunwayState.CASH_GENERATING,
        tuple(month.net_burn for month in runway.burns),
        *(runway.lines.committed_on, runway.largest_source, runway.largest_share),
        *(runway.burn_multiple, runway.net_new_arr),
    )


def _subjects(facts: Facts, row: Any, lists: Mapping[str, list[list[Any]]]) -> dict[UUID, Subject]:
    """Everything that alerts can be about."""
    since = row.active_since
    categories = {risk.id: risk.category for risk in facts.risks}
    found = [Subject("venture", facts.venture.id, facts.venture.title, None, since)]
    found += [
        Subject("risk", risk.id, risk.title, risk.category, _later(values[-1], since))
        for risk, values in zip(facts.risks, lists["risks"], strict=True)
    ]
    found += [
        Subject("milestone", one.id, one.title, None, _later(values[-1], since))
        for one, values in zip(facts.milestones, lists["milestones"], strict=True)
    ]
    found += [Subject("action", one.id, one.title, categories.get(one.risk_id), since) for one in facts.actions]
    found += [
        Subject("indicator", one.id, one.title, None if one.risk_id is None else categories.get(one.risk_id), since)
        for one in facts.indicators
    ]
    found += [
        Subject("risk_appetite", one.id, one.title, one.category, since) for one in facts.appetites if not one.whole
    ]
    others: dict[str, Iterable[ReviewFacts | ConditionFacts | PlaceFacts]] = {
        "review": facts.reviews,
        "condition": facts.conditions,
        "team_member": facts.places,
    }
    for type, ones in others.items():
        found += [Subject(type, one.id, one.title, None, since) for one in ones]
    for told in LISTS:
        if told.subject:
            found += [Subject(told.subject, one.id, one.title, None, since) for one in getattr(facts, told.name)]
    return {subject.id: subject for subject in found}


def _later(restored_at: str | None, other: datetime | None) -> datetime | None:
    """The later of an instant in JSON and another."""
    one = None if restored_at is None else _FROM_JSON["datetime"](restored_at)
    return max((at for at in (one, other) if at is not None), default=None)
