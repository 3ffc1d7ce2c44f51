"""Resources, where they go, whence they come and what of them is used; and the tenant's entries of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, Value, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

EDITED: Final = {"edit": "resource:write", "archive": "resource:write"}
_SIX, _TWO = Decimal("1.000000"), Decimal("1.00")


def _totals(plain: Plain, row: Row) -> list[tuple[date, Decimal]]:
    """From which day on how much of a resource is given away, where that changes."""
    given = [
        (each["start_on"] or date.min, each["end_on"] or date.max, each["amount"])
        for each in used(plain.table("allocation"), resource_id=row["id"])
    ]
    days = {start for start, _, _ in given} | {end + timedelta(days=1) for _, end, _ in given if end < date.max}
    found: list[tuple[date, Decimal]] = []
    for day in sorted(days):
        total = sum((amount for start, end, amount in given if start <= day <= end), Decimal(0))
        if total != (found[-1][1] if found else 0):
            found.append((day, total))
    return found


def _peak(plain: Plain, row: Row) -> Decimal:
    return max((total for _, total in _totals(plain, row)), default=Decimal(0)).quantize(_SIX)


def _over(plain: Plain, row: Row) -> list[Row]:
    totals = _totals(plain, row)
    ends = [day - timedelta(days=1) for day, _ in totals[1:]]
    return [
        {
            "startOn": None if day == date.min else day.isoformat(),
            "endOn": None if end is None else end.isoformat(),
            "allocated": str(total.quantize(_SIX)),
            "over": str((total - row["amount"]).quantize(_SIX)),
        }
        for (day, total), end in zip(totals, [*ends, None], strict=False)
        if row["amount"] is not None and total > row["amount"]
    ]


def _detail(name: str) -> Callable[[Plain, Row], Row | None]:
    """The details of a resource that are in use, of those that the caller may see."""

    def one(plain: Plain, row: Row) -> Row | None:
        return next(iter(used(plain.rows(name, row["__then"]), resource_id=row["id"])), None)

    return one


def _of_resource(column: str) -> Value:
    def value(plain: Plain, row: Row) -> object:
        return next(one[column] for one in plain.table("resource") if one["id"] == row["resource_id"])

    return value


def _expired(plain: Plain, row: Row) -> bool:
    days = [day for day in (_of_resource("expires_on")(plain, row), row["consent_until"]) if day is not None]
    return any(day < plain.today(row) for day in days)


def _uses(plain: Plain, **wanted: object) -> list[Row]:
    return [row for row in plain.table("compute_use") if all(row[name] == value for name, value in wanted.items())]


def _hours(plain: Plain, **wanted: object) -> Decimal:
    return sum((row["hours"] for row in _uses(plain, **wanted)), Decimal(0)).quantize(_SIX)


def _left(plain: Plain, row: Row) -> Decimal | None:
    return None if row["hours_reserved"] is None else row["hours_reserved"] - _hours(plain, compute_pool_id=row["id"])


def _used_for(plain: Plain, row: Row) -> Decimal:
    return _hours(plain, compute_pool_id=row["compute_pool_id"], milestone_id=row["milestone_id"])


def _needed_for(plain: Plain, row: Row) -> Decimal:
    return max(row["hours"] - _used_for(plain, row), Decimal(0)).quantize(_SIX)


def _needed(plain: Plain, row: Row) -> Decimal:
    left = {one["id"] for one in used(plain.table("milestone")) if one["status"] not in ("done", "cancelled")}
    forecasts = used(plain.table("compute_forecast"), compute_pool_id=row["id"])
    needs = [_needed_for(plain, one) for one in forecasts if one["milestone_id"] in left]
    return sum(needs, Decimal(0)).quantize(_SIX)


def _cost(plain: Plain, row: Row) -> Decimal:
    costs = [one["cost"] for one in _uses(plain, compute_pool_id=row["id"]) if one["cost"] is not None]
    return sum(costs, Decimal(0)).quantize(_TWO)


def _cost_per_run(plain: Plain, row: Row) -> Decimal | None:
    counted = [one for one in _uses(plain, compute_pool_id=row["id"]) if one["runs"] is not None]
    costs = [one["cost"] for one in counted if one["cost"] is not None]
    runs = sum(one["runs"] for one in counted)
    return (sum(costs, Decimal(0)) / runs).quantize(_TWO, ROUND_HALF_UP) if runs and costs else None


CHAPTER: Final = Chapter(
    types={
        "CatalogueEntry": Type("catalogue_entry", "catalogue_entry", ("name",)),
        "Resource": Type("resource", "resource", ("name",), venture="venture_id"),
        "Allocation": Type("allocation", "allocation", venture="venture_id"),
        "DataSource": Type("data_source", "data_source", venture="venture_id"),
        "DataUse": Type("data_use", "data_use", venture="venture_id"),
        "ComputePool": Type("compute_pool", "compute_pool", ("vendor",), venture="venture_id"),
        "ComputeUse": Type(
            "compute_use",
            "compute_use",
            ("-used_on",),
            venture="compute_pool_id",
            through="ComputePool",
            dated="recorded_at",
        ),
        "ComputeForecast": Type("compute_forecast", "compute_forecast", venture="venture_id"),
        "Technology": Type("technology", "technology", venture="venture_id"),
        "TalentSource": Type("talent_source", "talent_source", venture="venture_id"),
    },
    many={
        "Venture.resources": Many("venture_id", ("name",)),
        "Venture.dataSources": Many("venture_id"),
        "Venture.technologies": Many("venture_id"),
        "Venture.computePools": Many("venture_id", ("vendor",)),
        "Venture.talentSources": Many("venture_id"),
        "Resource.allocations": Many("resource_id"),
        "Milestone.allocations": Many("milestone_id"),
        "Milestone.computeForecasts": Many("milestone_id"),
        "Milestone.dataUses": Many("milestone_id"),
        "DataSource.uses": Many("data_source_id"),
        "DataSource.indicators": Many("data_source_id"),
        "ComputePool.uses": Many("compute_pool_id", ("-used_on",)),
        "ComputePool.forecasts": Many("compute_pool_id"),
    },
    can={
        **dict.fromkeys(
            ("Resource", "Allocation", "DataSource", "DataUse", "ComputeForecast", "Technology", "TalentSource"), EDITED
        ),
        "ComputePool": EDITED | {"record": "resource:write"},
        "CatalogueEntry": dict.fromkeys(("edit", "archive"), "catalogue:write"),
    },
    worked_out={
        "Resource.peakAllocated": _peak,
        "Resource.isOverAllocated": lambda plain, row: bool(_over(plain, row)),
        "DataSource.size": _of_resource("amount"),
        "DataSource.unit": _of_resource("unit"),
        "DataSource.licensedUntil": _of_resource("expires_on"),
        "DataSource.isExpired": _expired,
        "ComputePool.hoursUsed": lambda plain, row: _hours(plain, compute_pool_id=row["id"]),
        "ComputePool.hoursLeft": _left,
        "ComputePool.hoursNeeded": _needed,
        "ComputePool.cost": _cost,
        "ComputePool.costPerRun": _cost_per_run,
        "ComputeForecast.hoursUsed": _used_for,
        "ComputeForecast.hoursNeeded": _needed_for,
    },
    related={
        "Resource.dataSource": _detail("DataSource"),
        "Resource.technology": _detail("Technology"),
        "Resource.computePool": _detail("ComputePool"),
        "Resource.talentSource": _detail("TalentSource"),
    },
    listed={"Resource.overAllocations": _over},
    shapes={"OverAllocation": frozenset({"startOn", "endOn", "allocated", "over"})},
    not_compared={
        "CatalogueItem": "entries of the product and the tenant's; see `tests/graph/test_technology_catalogue.py`",
    },
)
