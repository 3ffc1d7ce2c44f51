"""Forecasts, as the plain reference reads what is stored of them, and who sees what is named in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

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


RELATED: Final[Mapping[str, Callable[[Plain, Row], Row | None]]] = {
    "Milestone.forecast": _stored("Forecast", "forecast", "milestone_id"),
    "Venture.forecast": _stored("VentureForecast", "venture_forecast", "venture_id"),
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
    "ForecastBin": frozenset({"fromOn", "toOn", "share"}),
    "ForecastDriver": frozenset({"place", "kind", "riskId", "milestoneId", "title", *_MEASURES}),
    "ForecastMissing": frozenset({"gap", "riskId", "milestoneId"}),
    "CriticalMilestone": frozenset({"place", "milestoneId", "title"}),
    "ForecastDay": frozenset(
        {"day", "p50On", "p80On", "probabilityOfDueDate", "totalFloatDays", "percentComplete", "plannedPercent"}
    ),
}
