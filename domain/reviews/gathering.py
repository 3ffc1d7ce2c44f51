"""Building the report of a review: pure; facts in, plain JSON and a recommendation out.

Ratios, money and measured values stand in it as texts, since the report is hashed in its canonical form. What is not
known is named in `missing`, and never taken for good or for bad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from domain.calendars.working_days import OutsideCalendar, WorkingCalendar, start_of_day
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.reviews.recommendation import (
    ConditionFact,
    CriterionFact,
    Reason,
    Recommended,
    RiskFact,
    recommend,
    stop_signals,
)
from domain.reviews.states import Decision
from domain.risks.scale import Level

_VERBS: Final = ("created", "updated", "archived", "restored")
_ENTITIES: Final = (
    *("milestone", "criterion", "dependency", "resource", "allocation"),
    *("risk", "response", "action", "condition"),
)

INPUTS: Final[frozenset[str]] = frozenset(
    {f"{word}.{verb}" for word in _ENTITIES for verb in _VERBS}
    | {"risk.assessed", "milestone.criterion_recorded", "milestone.review.decided", "indicator.readings_recorded"}
)
"""Events after which a gathered, not started review of the venture is gathered again: none that workers write."""

PLAN_INPUTS: Final[frozenset[str]] = frozenset(f"milestone.{verb}" for verb in _VERBS)
"""Events after which a milestone's review is planned anew."""

LEAD_DAYS: Final = 5
"""Working days before the due date on which a key milestone is reviewed; and, where neither the review nor the tenant
says otherwise, before that day on which gathering begins."""

UNKNOWN: Final = ("earned_value", "indicators", "runway")
"""What no report knows yet."""


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """The milestone that is reviewed."""

    id: UUID
    title: str
    status: str
    percent_complete: int
    baseline_start_on: date | None
    baseline_due_on: date | None
    start_on: date | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with its last result."""

    id: UUID
    title: str
    must: bool
    metric: str | None = None
    target: Decimal | None = None
    direction: str | None = None
    unit: str | None = None
    result: str | None = None
    value: Decimal | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk of the venture that is not archived."""

    id: UUID
    title: str
    status: str
    level: str | None
    responses: int
    accepted: bool = False

    @property
    def stands(self) -> bool:
        """Whether it still threatens."""
        return self.status in ("open", "accepted")


@dataclass(frozen=True, slots=True)
class AlertRow:
    """A firing alert of the venture."""

    id: UUID
    rule: str
    severity: str
    summary: str
    fired_at: datetime


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition of an earlier conditional go that is not met."""

    id: UUID
    title: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """A resource that goes to the milestone."""

    id: UUID
    name: str
    kind: str
    allocated: Decimal
    unit: str | None
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """All that a report is built from. `former_risks`: those of the venture's last decided review, id to level."""

    venture_id: UUID
    venture_name: str
    milestone: MilestoneRow
    criteria: Sequence[CriterionRow]
    risks: Sequence[RiskRow]
    alerts: Sequence[AlertRow]
    conditions: Sequence[ConditionRow]
    resources: Sequence[ResourceRow]
    former_decisions: Sequence[Decision]
    former_risks: Mapping[str, str | None] | None
    former_hash: str | None
    calendar: WorkingCalendar
    today: date


@dataclass(frozen=True, slots=True)
class Report:
    """A report, without the moment at which it was built, and what it recommends."""

    content: dict[str, Any]
    recommended: Recommended


def planned_day(review_on: date | None, due_on: date | None, calendar: WorkingCalendar) -> date | None:
    """The day of a milestone's review: set by hand, or five working days before it is due. None where neither tells."""
    if review_on is not None or due_on is None:
        return review_on
    return _earlier(due_on, calendar)


def gathering_from(planned_on: date, lead_days: int, calendar: WorkingCalendar, zone: Any) -> datetime:
    """The instant from which a planned review is gathered: so many working days before its day, at midnight there."""
    return start_of_day(_earlier(planned_on, calendar, lead_days), zone)


def _earlier(day: date, calendar: WorkingCalendar, days: int = LEAD_DAYS) -> date:
    try:
        return calendar.add(day, -days) if days else day
    except OutsideCalendar:
        return day - timedelta(days=days)


def build_report(facts: ReviewFacts, now: datetime) -> Report:
    """The report as of now."""
    recommended = recommend(
        [CriterionFact(one.id, one.must, one.result, one.recorded_at) for one in facts.criteria],
        [RiskFact(one.id, one.level, one.responses, one.accepted) for one in facts.risks if one.stands],
        [ConditionFact(one.id, one.due_on) for one in facts.conditions],
        now,
        facts.today,
    )
    content = {
        "venture": {"id": external_id("venture", facts.venture_id), "name": facts.venture_name},
        "milestone": _milestone(facts),
        "criteria": [_criterion(one) for one in facts.criteria],
        "risks": _risks(facts),
        "alerts": [_alert(one) for one in facts.alerts],
        "resources": [_resource(one) for one in facts.resources],
        "open_conditions": [
            {"id": external_id("condition", one.id), "title": one.title, "due_on": outward(one.due_on)}
            for one in facts.conditions
        ],
        "missing": _missing(facts, recommended),
        "recommendation": str(recommended.recommendation),
        "reasons": [_reason(one) for one in recommended.reasons],
        "stop_signals": list(stop_signals(facts.former_decisions)),
    }
    return Report(content, recommended)


def _milestone(facts: ReviewFacts) -> dict[str, Any]:
    row = facts.milestone
    slip = None
    if row.baseline_due_on is not None and row.due_on is not None:
        slip = facts.calendar.count(row.baseline_due_on, row.due_on)
    return {
        "id": external_id("milestone", row.id),
        "title": row.title,
        "status": row.status,
        "percent_complete": row.percent_complete,
        "baseline": {"start_on": outward(row.baseline_start_on), "due_on": outward(row.baseline_due_on)},
        "plan": {"start_on": outward(row.start_on), "due_on": outward(row.due_on)},
        "forecast": None,
        "slip_working_days": slip,
    }


def _criterion(row: CriterionRow) -> dict[str, Any]:
    return {
        "id": external_id("criterion", row.id),
        "title": row.title,
        "kind": "must" if row.must else "should",
        "result": row.result or "not_measured",
        "metric": row.metric,
        "target": outward(row.target),
        "direction": row.direction,
        "unit": row.unit,
        "last_value": outward(row.value),
        "recorded_at": outward(row.recorded_at),
    }


def _risks(facts: ReviewFacts) -> dict[str, Any]:
    standing = [row for row in facts.risks if row.stands]
    levels = Counter(row.level or "not_assessed" for row in standing)
    items = [
        {
            "id": external_id("risk", row.id),
            "title": row.title,
            "status": row.status,
            "level": row.level,
            "responses": row.responses,
        }
        for row in standing
    ]
    by_level = {name: levels[name] for name in (*(str(level) for level in Level), "not_assessed")}
    return {"by_level": by_level, "items": items, "since_last_review": _changes(facts.former_risks, items)}


def _changes(former: Mapping[str, str | None] | None, items: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Ids of the risks that are new, worse, better or gone since the last review; None where there was none."""
    if former is None:
        return None
    present: dict[str, str | None] = {item["id"]: item["level"] for item in items}
    both = [one for one in present if one in former]
    return {
        "new": [one for one in present if one not in former],
        "worse": [one for one in both if _rank(present[one]) > _rank(former[one])],
        "better": [one for one in both if _rank(present[one]) < _rank(former[one])],
        "closed": [one for one in former if one not in present],
    }


def _rank(level: str | None) -> int:
    return -1 if level is None else Level(level).rank


def _alert(row: AlertRow) -> dict[str, Any]:
    return {
        "id": external_id("alert", row.id),
        "rule": row.rule,
        "severity": row.severity,
        "summary": row.summary,
        "fired_at": outward(row.fired_at),
    }


def _resource(row: ResourceRow) -> dict[str, Any]:
    return {
        "id": external_id("resource", row.id),
        "name": row.name,
        "kind": row.kind,
        "allocated": outward(row.allocated),
        "unit": row.unit,
        "expires_on": outward(row.expires_on),
    }


def _missing(facts: ReviewFacts, recommended: Recommended) -> list[str]:
    row = facts.milestone
    absent = {
        "due_on": row.due_on is None,
        "baseline": row.baseline_due_on is None,
        "criteria": not facts.criteria,
        "assessments": all(risk.level is None for risk in facts.risks if risk.stands),
    }
    return [*(name for name, is_so in absent.items() if is_so), *sorted({*recommended.missing, *UNKNOWN})]


_KINDS: Final[Mapping[str, str]] = {"criterion": "criterion", "risk": "risk", "condition": "condition"}


def _reason(reason: Reason) -> dict[str, Any]:
    prefix = _KINDS.get(reason.code.partition(".")[0], "")
    return {
        "code": reason.code,
        "leads_to": str(reason.leads_to),
        "facts": [outward(fact, prefix) for fact in reason.facts],
    }
