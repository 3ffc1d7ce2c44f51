"""What a run leaves to be stored: rows as JSON, worked out in a process of its own. Pure."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

import orjson
import scipy  # type: ignore[import-untyped]  # no types there

from domain.forecasting.course import Course
from domain.forecasting.days import EPSILON, Days
from domain.forecasting.distribution import Bin, Distribution
from domain.forecasting.drafting import Draft, Gap
from domain.forecasting.facts import MilestoneFacts, PaceFacts
from domain.forecasting.network import Schedule
from domain.forecasting.pace import told
from domain.forecasting.plan import DRAWS, Plan
from domain.forecasting.simulation import Forecast, Simulated, simulate
from domain.forecasting.tables import DriverKind, ForecastGap
from domain.kernel.faults import crash_point

MOST_DRIVERS: Final = 20
"""Risks that are told as drivers of one milestone; of a venture all that are found."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of `forecast`, `venture_forecast` and `forecast_day`, each a JSON array of objects by column."""

    milestones: bytes
    ventures: bytes
    days: bytes


def work_out(draft: Draft, draws: int = DRAWS) -> Outcome:
    """The forecasts of all that is open in a draft; where it has no plan, what is missing for one."""
    begun = time.perf_counter()
    crash_point("forecast.drawing")
    drawn = None if draft.plan is None else _Drawn(draft.plan, draws)
    run: Row = {
        "inputs_hash": draft.inputs_hash,
        "seed": 0 if drawn is None else drawn.simulated.seed,
        "draws": 0 if drawn is None else drawn.simulated.draws,
        "status_on": draft.facts.status_on,
        "libraries": {} if drawn is None else {"numpy": drawn.simulated.numpy, "scipy": scipy.__version__},
        "duration_ms": 0,
    }
    milestones = [run | row for row in _milestones(draft, drawn)]
    ventures = [run | row for row in _ventures(draft, drawn)]
    days = list(_days(draft, milestones))
    took = round((time.perf_counter() - begun) * 1000)
    for row in (*milestones, *ventures):
        row["duration_ms"] = took
    return Outcome(*(orjson.dumps(rows) for rows in (milestones, ventures, days)))


class _Drawn:
    """A plan, gone through by its means and in all draws."""

    def __init__(self, plan: Plan, draws: int) -> None:
        self.plan = plan
        self.simulated: Simulated = simulate(plan, draws)
        self.schedule: Schedule[UUID] = Course.of(plan).schedule()


def _milestones(draft: Draft, drawn: _Drawn | None) -> Iterator[Row]:
    gaps: dict[UUID, list[Gap]] = {}
    for gap in draft.gaps:
        gaps.setdefault(gap.milestone_id, []).append(gap)
    waiting_for: dict[UUID, list[UUID]] = {}
    for link in draft.facts.links:
        waiting_for.setdefault(link.successor_id, []).append(link.predecessor_id)
    foreign = {one.id for one in draft.facts.foreign}
    for one in draft.open:
        own = gaps.get(one.id, [])
        own += [gap for id in waiting_for.get(one.id, ()) if id in foreign for gap in gaps.get(id, ())]
        missing = [_told(gap) for gap in own]
        row: Row = {"milestone_id": one.id, "venture_id": one.venture_id, "due_on_seen": one.due_on}
        if drawn is None:
            cycle = {"gap": ForecastGap.CYCLE}
            yield row | _NOTHING | _NO_COURSE | {"missing": missing or [cycle]}
            continue
        days = drawn.plan.calendars[one.venture_id]
        forecast = drawn.simulated.milestones[one.id]
        if one.id in draft.undated:
            yield row | _NOTHING | _course(drawn.schedule, one, days) | {"missing": missing}
            continue
        if forecast.end.p90_on is None:
            missing.append({"gap": ForecastGap.CALENDAR, "milestone_id": one.id})
        yield (
            row
            | _quantiles(forecast.end)
            | {
                "probability_of_due_date": _share(forecast.end.probability_of_due),
                "criticality": _share(forecast.criticality),
                "histogram": _histogram(forecast.end.histogram),
                "drivers": _drivers(forecast, MOST_DRIVERS),
                "missing": missing,
            }
            | _course(drawn.schedule, one, days)
        )


_QUANTILES: Final = ("p10_on", "p50_on", "p80_on", "p90_on")
_NOTHING: Final[Row] = {
    **dict.fromkeys((*_QUANTILES, "probability_of_due_date", "criticality")),
    "histogram": [],
    "drivers": [],
}
_NO_COURSE: Final[Row] = {
    "is_critical": False,
    **dict.fromkeys(
        (
            *("total_float_days", "free_float_days"),
            *("early_start_on", "early_finish_on", "late_start_on", "late_finish_on"),
        )
    ),
}


def _course(schedule: Schedule[UUID], one: MilestoneFacts, days: Days) -> Row:
    """When it can and must take place, by the means."""
    placed = schedule.activities[one.id]
    return {
        "is_critical": placed.critical,
        "total_float_days": math.floor(placed.total_float + EPSILON),
        "free_float_days": math.floor(placed.free_float + EPSILON),
        "early_start_on": days.day(math.floor(placed.early_start + EPSILON)),
        "early_finish_on": days.on(placed.early_finish),
        "late_start_on": days.day(math.floor(placed.late_start + EPSILON)),
        "late_finish_on": days.on(placed.late_finish, open=False),
    }


def _ventures(draft: Draft, drawn: _Drawn | None) -> Iterator[Row]:
    critical = [] if drawn is None else drawn.schedule.critical
    of = {one.id: one.venture_id for one in draft.open}
    gaps = {id: [_told(gap) for gap in draft.gaps if of.get(gap.milestone_id) == id] for id in draft.ventures}
    elsewhere = [_told(gap) for gap in draft.gaps if gap.milestone_id not in of]
    for venture_id in draft.ventures:
        forecast = None if drawn is None else drawn.simulated.ventures.get(venture_id)
        yield {
            "venture_id": venture_id,
            **(dict.fromkeys(_QUANTILES) if forecast is None else _quantiles(forecast.end)),
            "critical_path": [id for id in critical if of.get(id) == venture_id],
            "drivers": [] if forecast is None else _drivers(forecast, len(forecast.risks)),
            "throughput": told(draft.facts.paces.get(venture_id, PaceFacts()), draft.facts.status_on),
            "missing": [*gaps[venture_id], *elsewhere],
            "milestones": 0 if draft.plan is None else len(draft.plan.milestones),
            "connected_ventures": draft.connected,
        }


_OF_A_DAY: Final = ("p50_on", "p80_on", "probability_of_due_date", "total_float_days")


def _days(draft: Draft, milestones: Sequence[Row]) -> Iterator[Row]:
    """What is known of each open milestone on the status day."""
    forecasts = {row["milestone_id"]: row for row in milestones}
    for one in draft.open:
        row = forecasts[one.id]
        yield {
            "milestone_id": one.id,
            "day": draft.facts.status_on,
            **{name: row[name] for name in _OF_A_DAY},
            "percent_complete": one.percent_complete,
            "planned_percent": draft.planned[one.id],
        }


def _quantiles(end: Distribution) -> dict[str, date | None]:
    return {"p10_on": end.p10_on, "p50_on": end.p50_on, "p80_on": end.p80_on, "p90_on": end.p90_on}


def _share(share: float | None) -> str | None:
    return None if share is None else f"{share:.6f}"


def _histogram(bins: Iterable[Bin]) -> list[Row]:
    return [
        {"from_on": bar.from_on, "to_on": bar.to_on, "share": _share(bar.share)}
        for bar in bins
        if bar.from_on is not None and bar.to_on is not None
    ]


def _drivers(forecast: Forecast, risks: int) -> list[Row]:
    """The risks by the days that they cost, then the milestones by how closely the end follows them."""
    told: list[Row] = [
        {
            "kind": DriverKind.RISK,
            "id": one.id,
            "mean_days": f"{one.mean_days:.4f}",
            "p80_days": f"{one.p80_days:.4f}",
        }
        for one in forecast.risks[:risks]
    ]
    return told + [{"kind": DriverKind.MILESTONE, "id": one.id, "rho": f"{one.rho:.4f}"} for one in forecast.milestones]


def _told(gap: Gap) -> Mapping[str, Any]:
    told: Row = {"gap": gap.gap, "milestone_id": gap.milestone_id}
    return told if gap.risk_id is None else told | {"risk_id": gap.risk_id}
