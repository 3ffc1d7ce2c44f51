"""Building a report: pure; facts in, plain JSON and a recommendation out.

Ratios, money and measured values stand in it as texts, since the report is hashed in its canonical form. What is not
known is named in `missing`, and never taken for good or for bad.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final, cast
from zoneinfo import ZoneInfo

from domain.calendars.working_days import WorkingCalendar, local_day
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.reviews.chapters import reported_acquisitions, reported_compute, reported_obligations, reported_research
from domain.reviews.facts import PersonFacts, ReportFacts
from domain.reviews.recommendation import (
    ConditionFact,
    CriterionFact,
    ForecastFact,
    Reason,
    Recommendation,
    Recommended,
    RiskFact,
    recommend,
    stop_signals,
)
from domain.reviews.report_plan import reported_milestone, reported_milestones
from domain.reviews.report_risks import reported_alerts, reported_indicators, reported_risks
from domain.reviews.report_scope import scope_changes
from domain.reviews.shape.content import FORMAT, ReportContent
from domain.reviews.shape.kinds import Person

ENDS_SOON: Final = timedelta(days=60)
"""Resources that end within this time are named."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report, what it recommends, and the hash of the review before it."""

    content: ReportContent
    recommendation: Recommendation | None
    previous_hash: str | None


def build_report(facts: ReportFacts, calendar: WorkingCalendar, now: datetime) -> Report:
    """The report as of now; `calendar` has the venture's working days."""
    today = local_day(now, ZoneInfo(facts.time_zone))
    milestone = facts.milestone
    recommended = None if milestone is None else _recommended(facts, calendar, now, today)
    content: ReportContent = {
        "schema": FORMAT,
        "kind": "progress" if milestone is None else "milestone",
        "as_of": outward(now),
        "review_id": external_id("review", facts.review_id),
        "locale": facts.locale,
        "currency": facts.currency,
        "venture": {
            "id": external_id("venture", facts.venture_id),
            "name": facts.venture_name,
            "stage": facts.venture_stage,
            "health": cast(Any, facts.health),
        },
        "milestone": reported_milestone(facts, calendar, today),
        "milestones": reported_milestones(facts),
        "criteria": [_criterion(facts, position, now) for position in range(len(facts.criteria))],
        "earned_value": cast(Any, facts.earned_value),
        "runway": cast(Any, facts.runway),
        "risks": reported_risks(facts),
        "alerts": reported_alerts(facts),
        "indicators": reported_indicators(facts, today),
        "resources": _resources(facts, today),
        "obligations": reported_obligations(facts.chapters, today),
        "research": reported_research(facts.chapters),
        "open_conditions": [
            {
                "id": external_id("condition", one.id),
                "title": one.title,
                "due_on": outward(one.due_on),
                "owner": person(one.owner),
                "overdue": one.failed or (one.due_on is not None and one.due_on < today),
            }
            for one in facts.conditions
        ],
        "former_review": _former(facts),
        "scope_changes": scope_changes(facts),
        "data_ages": [
            {"source": source, "at": outward(at), "days": _age(at, today, facts)} for source, at in _sources(facts)
        ],
        "missing": list(_missing(facts, recommended)),
        "recommendation": None if recommended is None else str(recommended.recommendation),
        "reasons": [] if recommended is None else [_reason(one) for one in recommended.reasons],
        "stop_signals": _stop_signals(facts),
    }
    previous = facts.former.content_hash if facts.former is not None else None
    return Report(content, None if recommended is None else recommended.recommendation, previous)


def person(facts: PersonFacts | None) -> Person | None:
    """A member as reports name one."""
    return None if facts is None else {"id": external_id("member", facts.id), "name": facts.name}


def _criterion_facts(facts: ReportFacts) -> list[CriterionFact]:
    return [
        CriterionFact(
            one.id,
            one.must,
            one.result,
            one.recorded_at,
            None if one.interval_days is None else timedelta(days=one.interval_days),
        )
        for one in facts.criteria
    ]


def _recommended(facts: ReportFacts, calendar: WorkingCalendar, now: datetime, today: date) -> Recommended:
    milestone, forecast = facts.milestone, facts.forecast
    assert milestone is not None, "a progress report recommends nothing"
    ahead = None
    if forecast is not None and forecast.p80_on is not None:
        late = 0 if milestone.due_on is None else calendar.count(milestone.due_on, forecast.p80_on)
        start, due = milestone.baseline_start_on, milestone.baseline_due_on
        length = 0 if start is None or due is None else calendar.count(start - timedelta(days=1), due)
        ahead = ForecastFact(milestone.id, Decimal(late), Decimal(length))
    return recommend(
        _criterion_facts(facts),
        [RiskFact(one.id, one.level, one.responses, one.status == "accepted") for one in facts.risks],
        [ConditionFact(one.id, today if one.failed else one.due_on) for one in facts.conditions],
        now,
        today,
        forecast=ahead,
        cpi=_figure(facts.earned_value, "cpi"),
        spi_t=_figure(facts.earned_value, "spi_t"),
        needs_forecast=milestone.status != "done",  # what is reached is not forecast any more
    )


def _figure(figures: Any, name: str) -> Decimal | None:
    value = None if figures is None else figures.get(name)
    return None if value is None else Decimal(value)


def _stop_signals(facts: ReportFacts) -> list[str]:
    out = None if facts.runway is None else facts.runway.get("cash_out_committed_on")
    return list(
        stop_signals(
            facts.decisions,
            _figure(facts.runway, "months"),
            None if facts.forecast is None else facts.forecast.p50_on,
            None if out is None else date.fromisoformat(out),
        )
    )


def _criterion(facts: ReportFacts, position: int, now: datetime) -> Any:
    row, fact = facts.criteria[position], _criterion_facts(facts)[position]
    measured = fact.is_measured(now)
    return {
        "id": external_id("criterion", row.id),
        "title": row.title,
        "kind": "must" if row.must else "should",
        "result": row.result if measured else "not_measured",
        "metric": row.metric,
        "target": outward(row.target),
        "direction": outward(row.direction),
        "unit": row.unit,
        "last_value": outward(row.value),
        "recorded_at": outward(row.recorded_at),
        "stale": row.result is not None and not measured,
        "indicator_id": outward(row.indicator_id, "indicator"),
    }


def _resources(facts: ReportFacts, today: date) -> Any:
    milestone = facts.milestone
    budget = None
    if milestone is not None and milestone.budget is not None:
        spent = milestone.spent or Decimal("0.00")
        share = round(spent / milestone.budget, 4) if milestone.budget else None
        budget = {"budget": outward(milestone.budget), "spent": outward(spent), "share": outward(share)}
    return {
        "budget": budget,
        "allocated": [
            {
                "id": external_id("resource", one.id),
                "name": one.name,
                "kind": one.kind,
                "allocated": outward(one.allocated),
                "unit": one.unit,
                "expires_on": outward(one.expires_on),
            }
            for one in facts.resources
            if one.allocated is not None
        ],
        "roles_vacant": [*facts.vacant, *facts.chapters.vacant],
        "licences_ending": [
            {"id": external_id("resource", one.id), "name": one.name, "expires_on": outward(one.expires_on)}
            for one in facts.resources
            if one.expires_on is not None and one.expires_on <= today + ENDS_SOON
        ],
        "compute": reported_compute(facts.chapters),
        "acquisitions": reported_acquisitions(facts.chapters),
    }


def _former(facts: ReportFacts) -> Any:
    former = facts.former
    if former is None or former.decision is None:
        return None
    return {
        "id": external_id("review", former.id),
        "decided_at": outward(former.decided_at),
        "decision": str(former.decision),
        "content_hash": former.content_hash,
    }


def _sources(facts: ReportFacts) -> Iterator[tuple[str, datetime | None]]:
    """What the report relies on, and of when it is."""
    if facts.milestone is not None:
        yield "forecast", None if facts.forecast is None else facts.forecast.computed_at
        yield "earned_value", _moment(facts.earned_value)
    yield "runway", _moment(facts.runway)
    yield "exposure", None if facts.exposure is None else facts.exposure.computed_at
    for criterion in facts.criteria:
        yield external_id("criterion", criterion.id), criterion.recorded_at
    for indicator in facts.indicators:
        yield external_id("indicator", indicator.id), indicator.at
    for risk in facts.risks:
        yield external_id("risk", risk.id), risk.assessed_at


def _moment(figures: Any) -> datetime | None:
    return None if figures is None else datetime.fromisoformat(figures["computed_at"])


def _age(at: datetime | None, today: date, facts: ReportFacts) -> int | None:
    return None if at is None else max(0, (today - local_day(at, ZoneInfo(facts.time_zone))).days)


def _missing(facts: ReportFacts, recommended: Recommended | None) -> Iterator[str]:
    milestone = facts.milestone
    if milestone is not None:
        absent = {
            "due_on": milestone.due_on is None,
            "baseline": milestone.baseline_due_on is None,
            "criteria": not facts.criteria,
            "earned_value": facts.earned_value is None,
        }
        yield from (name for name, is_so in absent.items() if is_so)
    if all(risk.level is None for risk in facts.risks):
        yield "assessments"
    yield from (name for name in ("runway", "health") if getattr(facts, name) is None)
    if recommended is not None:
        yield from recommended.missing


_KINDS: Final = {"criterion": "criterion", "risk": "risk", "condition": "condition", "forecast": "milestone"}


def _reason(reason: Reason) -> Any:
    prefix = _KINDS.get(reason.code.partition(".")[0], "")
    return {
        "code": reason.code,
        "leads_to": str(reason.leads_to),
        "facts": [outward(fact, prefix) for fact in reason.facts],
    }
