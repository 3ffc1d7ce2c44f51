"""What stands beside a row or is listed in it, as the plain reference works it out: over rows in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from domain.health.texts import reason_text
from tests.graph.differing import forecasts
from tests.graph.differing.chapters.chapter import Row, used
from tests.graph.differing.chapters.registry import of_all
from tests.graph.differing.declared import BY_PREFIX, SUBJECTS
from tests.graph.differing.worked import DAYS_BETWEEN, budget_of, health_state

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain


def _last_result(plain: Plain, row: Row) -> Row | None:
    results = [each for each in plain.rows("CriterionResult", row["__then"]) if each["criterion_id"] == row["id"]]
    return max(results, key=lambda each: (each["recorded_at"], each["id"]), default=None)


def _subject(plain: Plain, row: Row) -> Row | None:
    word = row["subject_type"]
    there = BY_PREFIX[word] if word in SUBJECTS else None
    return plain.one(there, row["subject_id"], row["__then"]) if there and plain.readable(there) else None


def _kept(plain: Plain, shape: str, table: str, key: str, id: UUID) -> Row | None:
    """The row that is kept in a table for something: an object without identity."""
    return next((row | {"__type": shape} for row in plain.table(table) if row[key] == id), None)


def _exposure(plain: Plain, row: Row) -> Row | None:
    """What is kept for a venture; for the tenant only where the caller may see all of them."""
    hidden = row["__type"] == "Tenant" and plain.principal.venture_ids is not None
    return None if hidden else _kept(plain, "Exposure", "exposure", "subject_id", row["id"])


def _health(plain: Plain, row: Row) -> Row | None:
    found = _kept(plain, "Health", "health", "venture_id", row["id"])
    return found and found | {
        name: plain.told(found[name], True) for name in ("state", "computed_state", "override_state")
    } | {"overridden_by": found["overridden_by"] and f"member_{found['overridden_by'].hex}"}


def _next_key(plain: Plain, row: Row) -> Row | None:
    """The unfinished key milestone that is due first."""
    found = [
        each
        for each in used(plain.rows("Milestone", row["__then"]), venture_id=row["id"], key=True)
        if each["status"] not in ("done", "cancelled")
    ]
    return min(found, key=lambda each: (each["due_on"] is None, each["due_on"] or date.max, each["id"]), default=None)


def _top_risk(plain: Plain, row: Row) -> Row | None:
    """The standing threat with the greatest expected loss, else score; by its scores of today."""
    found = [
        each
        for each in used(plain.rows("Risk", row["__then"]), venture_id=row["id"])
        if each["status"] in ("open", "accepted") and each["kind"] in (None, "threat")
    ]
    scores = {each["risk_id"]: each for each in plain.table("risk_score")}

    def fear(risk: Row) -> tuple[Any, ...]:
        score = scores.get(risk["id"], {"expected_loss": None, "score": None})
        known = [score[name] for name in ("expected_loss", "score")]
        return *((value is not None, value or 0) for value in known), risk["id"]

    return max(found, key=fear, default=None)


def _newest_version(plain: Plain, row: Row) -> Row | None:
    versions = [each for each in plain.rows("RoadmapVersion", row["__then"]) if each["roadmap_id"] == row["id"]]
    return next((each for each in versions if each["number"] == row["version_number"]), None)


def _of_venture(name: str, **wanted: Any) -> Callable[[Plain, Row], Row | None]:
    """The one row of a type that a venture has in this state."""

    def one(plain: Plain, row: Row) -> Row | None:
        here = [each for each in plain.rows(name, row["__then"]) if each["venture_id"] == row["id"]]
        return next((each for each in here if all(each[key] == value for key, value in wanted.items())), None)

    return one


RELATED: Final[Mapping[str, Callable[[Plain, Row], Row | None]]] = {
    **forecasts.RELATED,
    "Venture.roadmap": _of_venture("Roadmap", archived_at=None),
    "Venture.currentBaseline": _of_venture("Baseline", current=True),
    "Roadmap.newestVersion": _newest_version,
    "Criterion.lastResult": _last_result,
    "Alert.subject": _subject,
    "Tenant.exposure": _exposure,
    "Venture.exposure": _exposure,
    "Venture.health": _health,
    "Venture.nextKeyMilestone": _next_key,
    "Venture.topRisk": _top_risk,
    "Venture.runway": lambda plain, row: _kept(plain, "Runway", "runway", "venture_id", row["id"]),
    "Venture.earnedValue": lambda plain, row: _kept(plain, "EarnedValue", "earned_value", "subject_id", row["id"]),
    "Milestone.earnedValue": lambda plain, row: _kept(plain, "EarnedValue", "earned_value", "subject_id", row["id"]),
    "Delivery.channel": lambda plain, row: plain.one("Channel", row["endpoint_id"], row["__then"]),
    "Indicator.trend": lambda plain, row: _kept(plain, "IndicatorTrend", "indicator_trend", "indicator_id", row["id"]),
    **of_all("related"),
}
"""The to-one relations that follow no reference of the row."""


def _matrix(plain: Plain, venture: Row) -> list[Row]:
    cells: dict[tuple[int, int, str], int] = {}
    for risk in used(plain.all("Risk", venture["__then"]), venture_id=venture["id"]):
        threat = risk["kind"] in (None, "threat")
        if threat and risk["status"] != "closed" and risk["level"] is not None:
            cell = (risk["probability_level"], risk["impact_level"], risk["level"].upper())
            cells[cell] = cells.get(cell, 0) + 1
    return [
        {"probabilityLevel": cell[0], "impactLevel": cell[1], "level": cell[2], "count": count}
        for cell, count in sorted(cells.items())
    ]


def _cascade(plain: Plain, risk: Row) -> list[Row]:
    """The risks that may follow, ten links deep: seen ones, the nearest first. All links count, of whatever venture."""
    links = used(plain.table("risk_cause"))
    depths: dict[UUID, int] = {}
    reached = {risk["id"]}
    for depth in range(1, 11):
        reached = {link["follows_id"] for link in links if link["risk_id"] in reached}
        depths = dict.fromkeys(reached, depth) | depths
    seen = {row["id"]: row for row in used(plain.rows("Risk"))}
    return [
        {
            "depth": depth,
            "riskId": f"risk_{id.hex}",
            **{name: seen[id][name] for name in ("title", "score")},
            "status": seen[id]["status"].upper(),
            "level": plain.told(seen[id]["level"], True),
            "expectedLoss": plain.told(seen[id]["expected_loss"], False),
        }
        for depth, id in sorted((depth, id) for id, depth in depths.items() if id in seen)
    ]


def _curve(plain: Plain, exposure: Row) -> list[Row]:
    return sorted(exposure["curve"], key=lambda point: Decimal(point["loss"]))


def _told_by_name(column: str) -> Callable[[Plain, Row], list[Row]]:
    return lambda plain, kept: sorted(kept[column], key=lambda one: (one["name"], one["reason"]))


def _burns(plain: Plain, runway: Row) -> list[Row]:
    months = sorted(runway["burns"], key=lambda one: str(one["month"]))
    return [{"month": one["month"], "netBurn": one["net_burn"]} for one in months]


def _reasons(plain: Plain, kept: Row) -> list[Row]:
    """The reasons in the order in which they are kept, in words of the tenant's language."""
    locale = plain.table("tenant")[0]["locale"]
    return [
        {name: one.get(name) for name in ("rule", "value", "limit", "subject")}
        | {name: one[name].upper() for name in ("dimension", "state")}
        | {"text": reason_text(one, locale)}
        for one in kept["reasons"]
    ]


def _shares(plain: Plain, tenant: Row) -> list[Row]:
    """The ventures that the caller may see, by the state of their health."""
    order = ["off_track", "at_risk", "unknown", "on_track", "not_applicable"]
    groups: dict[str, list[Decimal]] = {}
    for venture in used(plain.rows("Venture", None)):
        groups.setdefault(health_state(plain, venture), []).append(budget_of(plain, venture))
    whole = sum((budget for budgets in groups.values() for budget in budgets), Decimal(0))
    found = []
    for state in sorted(groups, key=order.index):
        budget = sum(groups[state], Decimal("0.00"))
        share = None if whole == 0 else str(round(budget / whole, 6).quantize(Decimal("1.000000")))
        found.append({"state": state.upper(), "ventures": len(groups[state]), "budget": str(budget), "share": share})
    return found


LISTED: Final[Mapping[str, Callable[[Plain, Row], list[Row]]]] = {
    **forecasts.LISTED,
    "Venture.riskMatrix": _matrix,
    "Risk.cascade": _cascade,
    "Exposure.curve": _curve,
    "EarnedValue.undefined": _told_by_name("undefined"),
    "Runway.missing": _told_by_name("missing"),
    "Tenant.healthShares": _shares,
    "Health.reasons": _reasons,
    "HealthChange.reasons": _reasons,
    "Runway.burns": _burns,
    **of_all("listed"),
}
"""Short lists of what has no identity."""
SHAPES: Final[Mapping[str, frozenset[str]]] = {
    **forecasts.SHAPES,
    "RiskMatrixCell": frozenset({"probabilityLevel", "impactLevel", "level", "count"}),
    "RiskCascadeStep": frozenset({"depth", "riskId", "title", "status", "score", "level", "expectedLoss"}),
    "Exposure": frozenset(
        {
            *("expected", "p50", "p80", "p95", "risks", "withoutLoss", "withoutProbability", "draws", "computedAt"),
            "curve",
        }
    ),
    "ExposurePoint": frozenset({"loss", "probability"}),
    "EarnedValue": frozenset(
        {
            *("asOfOn", "bac", "pv", "ev", "ac", "cv", "sv", "cpi", "spi", "eac", "eacRestAtPlan", "eacPressed"),
            *("etc", "vac", "tcpi", "esMonths", "atMonths", "svT", "spiT", "ieacTMonths", "undefined"),
            *("inputsHash", "computedAt"),
        }
    ),
    "Runway": frozenset(
        {
            *("asOfOn", "cash", "cashOn", "netBurn", "months", "state", "defaultAlive", "burns", "missing"),
            *("debtService", "debtServiceCover", "largestSource", "largestShare", "outlook"),
            *("netNewArr", "burnMultiple", "cashOutP10On"),
            *("cashOutCommittedOn", "cashOutExpectedOn", "cashOutAllOn", "inputsHash", "computedAt"),
        }
    ),
    "Health": frozenset(
        {
            *("state", "computedState", "since", "improvingSince", "overrideState", "overrideReason"),
            *("overrideUntil", "overriddenAt", "overriddenBy", "computedAt", "reasons"),
        }
    ),
    "HealthShare": frozenset({"state", "ventures", "budget", "share"}),
    "HealthReason": frozenset({"dimension", "state", "rule", "value", "limit", "subject", "text"}),
    "MissingFigure": frozenset({"name", "reason"}),
    "MonthlyBurn": frozenset({"month", "netBurn"}),
    "IndicatorTrend": frozenset(
        {
            *("readings", "slopePerDay", "slopeLow", "slopeHigh", "pValue", "direction", "computedAt"),
            *("crossesCriticalOn", "crossesCriticalEarliest", "crossesCriticalLatest"),
        }
    ),
    "PageInfo": frozenset({"hasNextPage", "hasPreviousPage", "startCursor", "endCursor"}),
    "Viewer": frozenset({"member", "tenant", "role", "permissions"}),
    **of_all("shapes"),
}
"""Types without identity, and the fields of them that are known."""


def score_then(plain: Plain, risk: Row, then: datetime) -> Row:
    """What the assessments made by an instant say of a risk: the companion row as it would have been."""
    made = [row for row in plain.table("assessment") if row["risk_id"] == risk["id"] and row["assessed_at"] <= then]
    made.sort(key=lambda row: (row["assessed_at"], row["id"]))
    latest = {row["kind"]: row for row in made}
    found: Row = {}
    for kind in ("inherent", "target"):
        for name in ("score", "level"):
            found[f"{kind}_{name}"] = latest[kind][name] if kind in latest else None
    names = ("probability_level", "impact_level", "score", "level", "expected_loss", "assessed_at")
    if "current" not in latest:
        return found | dict.fromkeys((*names, "next_assessment_on", "level_since"))
    current = latest["current"]
    found |= {name: current[name] for name in names} | {"next_assessment_on": current["next_on"], "level_since": None}
    if current["level"] is not None:
        usual = plain.day(current["assessed_at"]) + timedelta(days=DAYS_BETWEEN[current["level"]])
        found["next_assessment_on"] = current["next_on"] or usual
        for row in reversed([row for row in made if row["kind"] == "current"]):
            if row["level"] not in (current["level"], None):
                break
            if row["level"] is not None:
                found["level_since"] = row["assessed_at"]
    return found
