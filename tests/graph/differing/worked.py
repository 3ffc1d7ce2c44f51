"""What is not stored, as the plain reference works it out: one function a field, over rows in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from tests.graph.differing.declared import BY_PREFIX

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


WORKED_OUT: Final[Mapping[str, Value]] = {
    "Milestone.isOverdue": _milestone_overdue,
    "Milestone.daysLate": _milestone_late,
    "Milestone.daysSlipped": _slipped,
    "Milestone.openRiskCount": _threats,
    "Venture.openRiskCount": _open_risks,
    "Venture.overdueMilestoneCount": _overdue_milestones,
    "Venture.firingAlertCount": _firing,
    "Risk.isAssessmentOverdue": lambda plain, row: _missed(
        plain, row, row["next_assessment_on"], row["status"] == "closed"
    ),
    "Risk.openActionCount": _open_actions,
    "Action.isOverdue": lambda plain, row: _missed(plain, row, row["due_on"], row["completed_at"] is not None),
    "Action.daysLate": _action_late,
    "ReviewCondition.isOverdue": lambda plain, row: _missed(plain, row, row["due_on"], row["met_at"] is not None),
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
    there = BY_PREFIX.get(word) if word != "member" else None  # nothing watches members
    return plain.one(there, row["subject_id"], row["__then"]) if there and plain.readable(there) else None


RELATED: Final[Mapping[str, Callable[[Plain, Row], Row | None]]] = {
    "Criterion.lastResult": _last_result,
    "Alert.subject": _subject,
}
"""The to-one relations that follow no reference of the row."""


def _matrix(plain: Plain, venture: Row) -> list[Row]:
    cells: dict[tuple[int, int, str], int] = {}
    for risk in _used(plain.all("Risk", venture["__then"]), venture_id=venture["id"]):
        if risk["status"] != "closed" and risk["level"] is not None:
            cell = (risk["probability_level"], risk["impact_level"], risk["level"].upper())
            cells[cell] = cells.get(cell, 0) + 1
    return [
        {"probabilityLevel": cell[0], "impactLevel": cell[1], "level": cell[2], "count": count}
        for cell, count in sorted(cells.items())
    ]


LISTED: Final[Mapping[str, Callable[[Plain, Row], list[Row]]]] = {"Venture.riskMatrix": _matrix}
"""Short lists of what has no identity."""
SHAPES: Final[Mapping[str, frozenset[str]]] = {
    "RiskMatrixCell": frozenset({"probabilityLevel", "impactLevel", "level", "count"}),
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
