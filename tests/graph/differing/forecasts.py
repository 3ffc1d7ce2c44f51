"""Forecasts, as the plain reference reads what is stored of them, and who sees what is named in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from domain.kernel.ids import uuid7

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker

Row = dict[str, Any]
QUANTILES: Final = ("p10", "p50", "p80", "p90")


def _stored(shape: str, table: str, key: str) -> Callable[[Plain, Row], Row | None]:
    def found(plain: Plain, row: Row) -> Row | None:
        for kept in plain.table(table):
            if kept[key] == row["id"]:
                named = {name: kept[f"{name}_on"] for name in QUANTILES}
                return kept | named | {"__type": shape, "seed": str(kept["seed"]), "__then": row["__then"]}
        return None

    return found


def _days(plain: Plain, milestone: Row) -> list[Row]:
    days = [row for row in plain.table("forecast_day") if row["milestone_id"] == milestone["id"]]
    names = {"day": "day", "p50On": "p50_on", "p80On": "p80_on", "probabilityOfDueDate": "probability_of_due_date"}
    names |= {
        "totalFloatDays": "total_float_days",
        "percentComplete": "percent_complete",
        "plannedPercent": "planned_percent",
    }
    return [
        {name: plain.told(row[column], False) for name, column in names.items()}
        for row in sorted(days, key=lambda row: row["day"])
    ]


def _seen(plain: Plain, type: str, id: str | None) -> Row | None:
    return None if id is None else next((row for row in plain.rows(type) if row["id"] == UUID(id)), None)


def _drivers(plain: Plain, forecast: Row) -> list[Row]:
    told = []
    for place, driver in enumerate(forecast["drivers"], 1):
        is_risk = driver["kind"] == "risk"
        row = _seen(plain, "Risk" if is_risk else "Milestone", driver["id"])
        if row is not None:
            told.append(
                {
                    "place": place,
                    "kind": driver["kind"].upper(),
                    "riskId": f"risk_{row['id'].hex}" if is_risk else None,
                    "milestoneId": None if is_risk else f"milestone_{row['id'].hex}",
                    "title": row["title"],
                    **{name: driver.get(column) for name, column in _MEASURES.items()},
                }
            )
    return told


_MEASURES: Final = {"meanDays": "mean_days", "p80Days": "p80_days", "rho": "rho"}


def _missing(plain: Plain, forecast: Row) -> list[Row]:
    told = []
    for gap in forecast["missing"]:
        risk, milestone = (_seen(plain, type, gap.get(f"{type.lower()}_id")) for type in ("Risk", "Milestone"))
        told.append(
            {
                "gap": gap["gap"].upper(),
                "riskId": None if risk is None else f"risk_{risk['id'].hex}",
                "milestoneId": None if milestone is None else f"milestone_{milestone['id'].hex}",
            }
        )
    return told


def _bins(plain: Plain, forecast: Row) -> list[Row]:
    return [
        {"fromOn": bar["from_on"], "toOn": bar["to_on"], "share": format(Decimal(bar["share"]), "f")}
        for bar in forecast["histogram"]
    ]


def _critical(plain: Plain, forecast: Row) -> list[Row]:
    path = [_seen(plain, "Milestone", id) for id in forecast["critical_path"]]
    return [
        {"place": place, "milestoneId": f"milestone_{row['id'].hex}", "title": row["title"]}
        for place, row in enumerate(path, 1)
        if row is not None
    ]


def _throughput(plain: Plain, forecast: Row) -> Row | None:
    kept = forecast["throughput"]
    if kept.get("state") is None:
        return None
    names = {name: kept.get(f"{name}_on") for name in ("p50", "p80", "p85", "p90", "p95")}
    return kept | names | {"__type": "ThroughputForecast", "__then": forecast["__then"]}


RELATED: Final[Mapping[str, Callable[[Plain, Row], Row | None]]] = {
    "Milestone.forecast": _stored("Forecast", "forecast", "milestone_id"),
    "Venture.forecast": _stored("VentureForecast", "venture_forecast", "venture_id"),
    "VentureForecast.throughput": _throughput,
}
LISTED: Final[Mapping[str, Callable[[Plain, Row], list[Row]]]] = {
    "Milestone.forecastDays": _days,
    "Forecast.drivers": _drivers,
    "Forecast.missing": _missing,
    "Forecast.histogram": _bins,
    "VentureForecast.drivers": _drivers,
    "VentureForecast.missing": _missing,
    "VentureForecast.criticalPath": _critical,
}
_BOTH: Final = (
    *QUANTILES,
    *("statusOn", "draws", "durationMs", "inputsHash", "computedAt", "seed", "drivers", "missing"),
)
SHAPES: Final[Mapping[str, frozenset[str]]] = {
    "Forecast": frozenset(
        {
            *_BOTH,
            *("dueOnSeen", "probabilityOfDueDate", "criticality", "isCritical", "totalFloatDays", "freeFloatDays"),
            *("earlyStartOn", "earlyFinishOn", "lateStartOn", "lateFinishOn", "histogram"),
        }
    ),
    "VentureForecast": frozenset({*_BOTH, "milestones", "connectedVentures", "throughput", "criticalPath"}),
    "ThroughputForecast": frozenset(
        {"state", "openTasks", "weeks", "finishedAWeek", "p50", "p80", "p85", "p90", "p95"}
    ),
    "ForecastBin": frozenset({"fromOn", "toOn", "share"}),
    "ForecastDriver": frozenset({"place", "kind", "riskId", "milestoneId", "title", *_MEASURES}),
    "ForecastMissing": frozenset({"gap", "riskId", "milestoneId"}),
    "CriticalMilestone": frozenset({"place", "milestoneId", "title"}),
    "ForecastDay": frozenset(
        {"day", "p50On", "p80On", "probabilityOfDueDate", "totalFloatDays", "percentComplete", "plannedPercent"}
    ),
}


def add_forecasts(maker: Maker, made: Made) -> None:
    """Forecasts that name risks and milestones of their own venture and of others, and some that are not there."""
    named = {"risk": [*made.ids("risk"), uuid7()], "milestone": [*made.ids("milestone"), uuid7()]}

    def told() -> Row:
        kinds = [maker.dice.choice(list(named)) for _ in maker.some(0, 4)]
        gaps = [{"gap": maker.dice.choice(["estimate", "cycle"])} for _ in maker.some(0, 2)]
        gaps += [{"gap": "risk_delay", f"{kind}_id": str(maker.dice.choice(named[kind]))} for kind in kinds]
        return {
            "drivers": [
                {"kind": kind, "id": str(maker.dice.choice(named[kind])), "rho": maker.dice.choice(["0.25", None])}
                | ({"mean_days": "1.5", "p80_days": "0"} if kind == "risk" else {})
                for kind in kinds
            ],
            "missing": gaps,
        }

    for milestone in made.rows["milestone"]:
        if maker.dice.random() < 0.7:
            ends = {"milestone_id": milestone["id"], "venture_id": milestone["venture_id"]}
            days = sorted({maker.day() for _ in maker.some(0, 3)})
            bars = [{"from_on": str(day), "to_on": str(day), "share": "0.25"} for day in days]
            maker.row(made, "forecast", histogram=bars, **ends, **told())
        for day in {maker.day() for _ in maker.some(0, 3)}:
            maker.row(made, "forecast_day", milestone_id=milestone["id"], day=day)
    for venture in made.ids("venture"):
        if maker.dice.random() < 0.7:
            path = [str(maker.dice.choice(named["milestone"])) for _ in maker.some(0, 3)]
            pace = {
                "state": "known",
                "open_tasks": 3,
                "weeks": 5,
                "finished_a_week": "1.50",
                "p50_on": "2027-04-01",
            }
            pace = maker.dice.choice([pace, pace | {"state": "never", "p50_on": None}, {}])
            more = told() | {"throughput": pace}
            maker.row(made, "venture_forecast", venture_id=venture, critical_path=path, **more)
