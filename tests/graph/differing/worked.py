"""What is not stored, as the plain reference works it out: one function a field, over rows in memory."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from tests.graph.differing.chapters.chapter import Row, Value, used
from tests.graph.differing.chapters.registry import of_all

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain

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


def _threats(plain: Plain, row: Row) -> int:
    linked = {link["risk_id"] for link in used(plain.table("risk_milestone"), milestone_id=row["id"])}
    return sum(risk["id"] in linked for risk in used(plain.all("Risk", row["__then"]), status="open"))


def _open_actions(plain: Plain, row: Row) -> int:
    answers = {answer["id"] for answer in used(plain.table("response"), risk_id=row["id"])}
    return sum(step["response_id"] in answers for step in used(plain.table("response_action"), completed_at=None))


def _open_risks(plain: Plain, row: Row) -> int:
    return len(used(plain.all("Risk", row["__then"]), venture_id=row["id"], status="open"))


def _overdue_milestones(plain: Plain, row: Row) -> int:
    milestones = used(plain.all("Milestone", row["__then"]), venture_id=row["id"])
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
    given = used(plain.table("allocation"), resource_id=row["id"])
    return sum((each["amount"] for each in given), Decimal()).quantize(Decimal("1.000000"))


def _remaining(plain: Plain, row: Row) -> Decimal | None:
    return None if row["amount"] is None else row["amount"] - _allocated(plain, row)


def _duration(column: str) -> Value:
    return lambda plain, row: None if row[column] is None else f"PT{row[column]}S"


def _proximity(plain: Plain, row: Row) -> date | None:
    """The expected day, else the first due day of the milestones it threatens that are not over."""
    linked = {link["milestone_id"] for link in used(plain.table("risk_milestone"), risk_id=row["id"])}
    left = [each for each in used(plain.table("milestone")) if each["status"] not in ("done", "cancelled")]
    due = [each["due_on"] for each in left if each["id"] in linked and each["due_on"] is not None]
    return row["expected_on"] or min(due, default=None)


def _days_away(plain: Plain, row: Row) -> int | None:
    day = _proximity(plain, row)
    return None if day is None else (day - plain.today(row)).days


def _borne(plain: Plain, row: Row) -> Decimal:
    """The expected loss of the threats that an appetite is about, of those that the caller may see."""
    alike = {name: row[name] for name in ("venture_id", "category") if row[name] is not None}
    threats = [risk for risk in used(plain.rows("Risk"), **alike) if risk["kind"] in (None, "threat")]
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


def budget_of(plain: Plain, row: Row) -> Decimal:
    milestones = used(plain.all("Milestone", row["__then"]), venture_id=row["id"])
    budgets = [each["budget"] for each in milestones if each["status"] != "cancelled"]
    return sum((budget for budget in budgets if budget is not None), Decimal("0.00"))


def health_state(plain: Plain, row: Row) -> str:
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
    "Tenant.introspection": lambda plain, row: row["introspection"] is not False,
    "Tenant.workingWeek": lambda plain, row: row["working_week"] or "1111100",
    "Tenant.fiscalYearStartMonth": lambda plain, row: row["fiscal_year_start_month"] or 1,
    "Tenant.ssoRequired": lambda plain, row: bool(row["sso_required"]),
    "BaselineMilestone.startMovedDays": _moved("start_on"),
    "BaselineMilestone.dueMovedDays": _moved("due_on"),
    "Milestone.isOverdue": _milestone_overdue,
    "Milestone.progressMode": lambda plain, row: row["progress_mode"] or "by_hand",
    "Task.isOverdue": _milestone_overdue,
    "Tenant.plan": lambda plain, row: row["plan_code"] or "unlimited",
    "Milestone.daysLate": _milestone_late,
    "Milestone.daysSlipped": _slipped,
    "Milestone.openRiskCount": _threats,
    "Venture.budget": budget_of,
    "Venture.healthState": health_state,
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
    **of_all("worked_out"),
}
"""The values that are no column of the type's own name, as `Type.field`. `row["__then"]` is the past instant at which
the row is read, None at present."""
