"""What is not stored, as the plain reference works it out: one function a field, over rows in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from domain.health.texts import reason_text
from tests.graph.differing import forecasts
from tests.graph.differing.declared import BY_PREFIX, SUBJECTS

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

Row = dict[str, Any]
Value = Callable[["Plain", Row], Any]
DAYS_BETWEEN: Final = {"low": 90, "medium": 30, "high": 14, "critical": 7}
"""How many days after an assessment the next is due."""


def _missed(plain: Plain, row: Row, day: date | None, over: bool) -> bool:
    """Whether a day has passed before what was to be done by then was over."""
    return day is not None and day < plain.today(row) and not over


def _late(plain: Plain, row: Row, done: date | None) -> int | None:
    return None if row["due_on"] is None else max(0, ((done or plain.today(row)) - row["due_on"]).days)


def _milestone_late(plain: Plain, row: Row) -> int | None:
    if row["due_on"] is not None and row["status"] == "cancelled":
        return 0
    return _late(plain, row, row["completed_on"])


def _action_late(plain: Plain, row: Row) -> int | None:
    done = row["completed_at"]
    return _late(plain, row, None if done is None else plain.day(done))


def _milestone_overdue(plain: Plain, row: Row) -> bool:
    return _missed(plain, row, row["due_on"], row["status"] in ("done", "cancelled"))


def _slipped(plain: Plain, row: Row) -> int | None:
    known = row["due_on"] is not None and row["baseline_due_on"] is not None
    return (row["due_on"] - row["baseline_due_on"]).days if known else None


def _used(rows: list[Row], **wanted: Any) -> list[Row]:
    """The rows that are not archived and have these values."""
    found = [row for row in rows if row.get("archived_at") is None]
    return [row for row in found if all(row[name] == value for name, value in wanted.items())]


def _threats(plain: Plain, row: Row) -> int:
    linked = {link["risk_id"] for link in _used(plain.table("risk_milestone"), milestone_id=row["id"])}
    return sum(risk["id"] in linked for risk in _used(plain.all("Risk", row["__then"]), status="open"))


def _open_actions(plain: Plain, row: Row) -> int:
    answers = {answer["id"] for answer in _used(plain.table("response"), risk_id=row["id"])}
    return sum(step["response_id"] in answers for step in _used(plain.table("response_action"), completed_at=None))


def _open_risks(plain: Plain, row: Row) -> int:
    return len(_used(plain.all("Risk", row["__then"]), venture_id=row["id"], status="open"))


def _overdue_milestones(plain: Plain, row: Row) -> int:
    milestones = _used(plain.all("Milestone", row["__then"]), venture_id=row["id"])
    return sum(_milestone_overdue(plain, milestone) for milestone in milestones)


def _firing(plain: Plain, row: Row) -> int:
    then = row["__then"]
    alerts = [alert for alert in plain.table("alert") if alert["venture_id"] == row["id"]]
    if then is None:
        return sum(alert["state"] == "firing" for alert in alerts)

    def yet(instant: datetime | None) -> bool:
        return instant is not None and instant <= then

    return sum(
        yet(alert["fired_at"]) and not yet(alert["resolved_at"]) and not yet(alert["acknowledged_at"])
        for alert in alerts
    )


def _allocated(plain: Plain, row: Row) -> Decimal:
    given = _used(plain.table("allocation"), resource_id=row["id"])
    return sum((each["amount"] for each in given), Decimal()).quantize(Decimal("1.000000"))


def _remaining(plain: Plain, row: Row) -> Decimal | None:
    return None if row["amount"] is None else row["amount"] - _allocated(plain, row)


def _duration(column: str) -> Value:
    return lambda plain, row: None if row[column] is None else f"PT{row[column]}S"


def _proximity(plain: Plain, row: Row) -> date | None:
    """The expected day, else the first due day of the milestones it threatens that are not over."""
    linked = {link["milestone_id"] for link in _used(plain.table("risk_milestone"), risk_id=row["id"])}
    left = [each for each in _used(plain.table("milestone")) if each["status"] not in ("done", "cancelled")]
    due = [each["due_on"] for each in left if each["id"] in linked and each["due_on"] is not None]
    return row["expected_on"] or min(due, default=None)


def _days_away(plain: Plain, row: Row) -> int | None:
    day = _proximity(plain, row)
    return None if day is None else (day - plain.today(row)).days


def _borne(plain: Plain, row: Row) -> Decimal:
    """The expected loss of the threats that an appetite is about, of those that the caller may see."""
    alike = {name: row[name] for name in ("venture_id", "category") if row[name] is not None}
    threats = [risk for risk in _used(plain.rows("Risk"), **alike) if risk["kind"] in (None, "threat")]
    losses = [risk["expected_loss"] for risk in threats if risk["status"] in ("open", "accepted")]
    return sum((loss for loss in losses if loss is not None), Decimal("0.00"))


def _category_name(plain: Plain, row: Row) -> str:
    names: dict[str, str] = row["names"]
    return names.get(plain.table("tenant")[0]["locale"]) or names.get("en") or str(row["code"])


def _stale(plain: Plain, row: Row) -> bool:
    since: datetime = row["latest_at"] or row["created_at"]
    return since + timedelta(days=2 * row["interval_days"]) < (row["__then"] or plain.now)


def _active(plain: Plain, row: Row) -> bool:
    return bool(row["starts_at"] <= (row["__then"] or plain.now) < row["ends_at"])


def _worst(plain: Plain, rule: Row, name: str) -> Any:
    """The greatest value of a rule's health over the ventures that the caller may see."""
    ventures = {venture["id"] for venture in plain.rows("Venture")}
    found = [row for row in plain.table("rule_health") if row["rule"] == rule["code"] and row["venture_id"] in ventures]
    return max((row[name] for row in found if row[name] is not None), default=None)


def _endpoint_state(plain: Plain, row: Row) -> str:
    if not row["enabled"]:
        return "disabled"
    if row["not_before"] is not None and row["not_before"] > plain.now:
        return "paused"
    return "active" if row["failing_since"] is None else "failing"


def _condition(row: Row) -> str:
    """What has become of a condition of a review."""
    ended = (("met_at", "met"), ("waived_at", "waived"), ("failed_at", "failed"))
    return next((state for column, state in ended if row[column] is not None), "open")


def _counts(plain: Plain, vote: Row) -> bool:
    """Whether no later vote of its member and round takes its place, and its round is the review's."""
    review = next(row for row in plain.table("review") if row["id"] == vote["review_id"])
    same = [
        row
        for row in plain.table("review_vote")
        if all(row[name] == vote[name] for name in ("review_id", "member_id", "round"))
    ]
    latest = max(same, key=lambda row: (row["voted_at"], row["id"]))
    return latest["id"] == vote["id"] and vote["round"] == (review["round"] or 0)


def _is_removed(plain: Plain, vote: Row) -> bool:
    """Whether its member once took part, and votes no more."""
    places = [
        row
        for row in plain.table("review_participant")
        if row["review_id"] == vote["review_id"] and row["member_id"] == vote["member_id"]
    ]
    gone = {row["id"] for row in plain.table("membership") if row["archived_at"] is not None}
    held = [row for row in places if row["archived_at"] is None and row["role"] != "observer"]
    return bool(places) and (not held or vote["member_id"] in gone)


def _budget(plain: Plain, row: Row) -> Decimal:
    milestones = _used(plain.all("Milestone", row["__then"]), venture_id=row["id"])
    budgets = [each["budget"] for each in milestones if each["status"] != "cancelled"]
    return sum((budget for budget in budgets if budget is not None), Decimal("0.00"))


def _health_state(plain: Plain, row: Row) -> str:
    """What is shown of a venture's health, at present or as its changes tell of an instant."""
    kept = [each["state"] for each in plain.table("health") if each["venture_id"] == row["id"]]
    now = str(kept[0]) if kept else "unknown"
    if row["__then"] is None:
        return now
    changes = [each for each in plain.table("health_change") if each["venture_id"] == row["id"]]
    changes.sort(key=lambda each: (each["changed_at"], each["id"]))
    before = [each["state"] for each in changes if each["changed_at"] <= row["__then"]]
    after = [each["former_state"] for each in changes if each["changed_at"] > row["__then"]]
    return str(before[-1] if before else (after[0] if after else None) or now)


def _moved(column: str) -> Value:
    """By how many days a day of a milestone lies after that of the baseline."""

    def days(plain: Plain, row: Row) -> int | None:
        here = [each for each in plain.all("Milestone", row["__then"]) if each["id"] == row["milestone_id"]]
        known = here and here[0][column] is not None and row[column] is not None
        return (here[0][column] - row[column]).days if known else None

    return days


WORKED_OUT: Final[Mapping[str, Value]] = {
    "BaselineMilestone.startMovedDays": _moved("start_on"),
    "BaselineMilestone.dueMovedDays": _moved("due_on"),
    "Milestone.isOverdue": _milestone_overdue,
    "Milestone.progressMode": lambda plain, row: row["progress_mode"] or "by_hand",
    "Task.isOverdue": _milestone_overdue,
    "Milestone.daysLate": _milestone_late,
    "Milestone.daysSlipped": _slipped,
    "Milestone.openRiskCount": _threats,
    "Venture.budget": _budget,
    "Venture.healthState": _health_state,
    "Venture.openRiskCount": _open_risks,
    "Venture.overdueMilestoneCount": _overdue_milestones,
    "Venture.firingAlertCount": _firing,
    "Risk.isAssessmentOverdue": lambda plain, row: _missed(
        plain, row, row["next_assessment_on"], row["status"] == "closed"
    ),
    "Risk.openActionCount": _open_actions,
    "WebhookEndpoint.concurrency": lambda plain, row: 4 if row["concurrency"] is None else row["concurrency"],
    "WebhookEndpoint.ordered": lambda plain, row: bool(row["ordered"]),
    "WebhookEndpoint.signing": lambda plain, row: row["signing"] or "hmac",
    "WebhookEndpoint.state": _endpoint_state,
    "Delivery.nextAttemptAt": lambda plain, row: row["due"] if row["lease"] is None else None,
    "Risk.kind": lambda plain, row: row["kind"] or "threat",
    "Risk.tagLine": lambda plain, row: None if row["tags"] is None else f"|{'|'.join(row['tags'])}|",
    "Risk.proximityOn": _proximity,
    "Risk.proximityDays": _days_away,
    "RiskAppetite.expectedLoss": _borne,
    "RiskAppetite.isBreached": lambda plain, row: _borne(plain, row) > row["amount"],
    "RiskCategory.name": _category_name,
    "Indicator.isStale": _stale,
    "Silence.isActive": _active,
    "Rule.failures": lambda plain, row: _worst(plain, row, "failures") or 0,
    "Rule.lastError": lambda plain, row: _worst(plain, row, "error"),
    "Action.isOverdue": lambda plain, row: _missed(plain, row, row["due_on"], row["completed_at"] is not None),
    "Action.daysLate": _action_late,
    "ReviewCondition.isOverdue": lambda plain, row: _missed(plain, row, row["due_on"], _condition(row) != "open"),
    "ReviewCondition.state": lambda plain, row: _condition(row),
    "Review.kind": lambda plain, row: "milestone" if row["milestone_id"] else "progress",
    "Review.canonical": lambda plain, row: row["canonical"],
    "ReviewVote.counts": _counts,
    "ReviewVote.isRemoved": _is_removed,
    "Resource.allocated": _allocated,
    "Resource.remaining": _remaining,
    "Resource.isExpired": lambda plain, row: _missed(plain, row, row["expires_on"], False),
    "Alert.pendingSince": lambda plain, row: row["since"],
    "Rule.hold": _duration("hold_seconds"),
    "Rule.keep": _duration("keep_seconds"),
    "Review.report": lambda plain, row: row["content"],
}
"""The values that are no column of the type's own name, as `Type.field`. `row["__then"]` is the past instant at which
the row is read, None at present."""


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
        for each in _used(plain.rows("Milestone", row["__then"]), venture_id=row["id"], key=True)
        if each["status"] not in ("done", "cancelled")
    ]
    return min(found, key=lambda each: (each["due_on"] is None, each["due_on"] or date.max, each["id"]), default=None)


def _top_risk(plain: Plain, row: Row) -> Row | None:
    """The standing threat with the greatest expected loss, else score; by its scores of today."""
    found = [
        each
        for each in _used(plain.rows("Risk", row["__then"]), venture_id=row["id"])
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
}
"""The to-one relations that follow no reference of the row."""


def _matrix(plain: Plain, venture: Row) -> list[Row]:
    cells: dict[tuple[int, int, str], int] = {}
    for risk in _used(plain.all("Risk", venture["__then"]), venture_id=venture["id"]):
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
    links = _used(plain.table("risk_cause"))
    depths: dict[UUID, int] = {}
    reached = {risk["id"]}
    for depth in range(1, 11):
        reached = {link["follows_id"] for link in links if link["risk_id"] in reached}
        depths = dict.fromkeys(reached, depth) | depths
    seen = {row["id"]: row for row in _used(plain.rows("Risk"))}
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
    for venture in _used(plain.rows("Venture", None)):
        groups.setdefault(_health_state(plain, venture), []).append(_budget(plain, venture))
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
