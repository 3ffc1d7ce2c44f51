"""What a report says of milestones: plan, baseline and forecast, and how both have moved. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.calendars.working_days import WorkingCalendar, local_day
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.reviews.facts import ForecastFacts, MilestoneFacts, ReportFacts
from domain.reviews.shape.plan import Driver, FormerForecast, MilestoneLine, ReportedForecast, ReportedMilestone

GONE: Final = "—"
"""The title of what is not there any more."""

_COMPARED: Final = ("title", "status", "due_on", "percent_complete", "p80_on")


def reported_milestone(facts: ReportFacts, calendar: WorkingCalendar, today: date) -> ReportedMilestone | None:
    """The milestone that is reviewed; None in a progress report."""
    row = facts.milestone
    if row is None:
        return None
    return {
        "id": external_id("milestone", row.id),
        "title": row.title,
        "status": row.status,
        "phase": None
        if row.phase_id is None or row.phase_title is None
        else {"id": external_id("phase", row.phase_id), "title": row.phase_title},
        "percent_complete": row.percent_complete,
        "progress_mode": row.progress_mode,
        "baseline": {
            "start_on": outward(row.baseline_start_on),
            "due_on": outward(row.baseline_due_on),
            "working_days": _length(row, calendar),
        },
        "plan": {"start_on": outward(row.start_on), "due_on": outward(row.due_on)},
        "slip_working_days": _between(calendar, row.baseline_due_on, row.due_on),
        "forecast": _forecast(facts, row, calendar, today),
        "burn_up": [
            {
                "on": outward(one.day),
                "planned_percent": one.planned_percent,
                "percent_complete": one.percent_complete,
            }
            for one in facts.days
        ],
    }


def reported_milestones(facts: ReportFacts) -> list[MilestoneLine]:
    """The lines of a progress report, each with what has changed since the last one."""
    former = {line["id"]: line for line in facts.former.content.get("milestones", ())} if facts.former else None
    return [_line(row, former) for row in facts.milestones]


def _line(row: MilestoneFacts, former: Mapping[str, Mapping[str, Any]] | None) -> MilestoneLine:
    line: MilestoneLine = {
        "id": external_id("milestone", row.id),
        "title": row.title,
        "status": row.status,
        "due_on": outward(row.due_on),
        "percent_complete": row.percent_complete,
        "p80_on": outward(row.p80_on),
        "changed": [],
    }
    if former is not None:
        was = former.get(line["id"])
        now: Mapping[str, Any] = dict(line)
        line["changed"] = ["new"] if was is None else [name for name in _COMPARED if was.get(name) != now[name]]
    return line


def _forecast(
    facts: ReportFacts, row: MilestoneFacts, calendar: WorkingCalendar, today: date
) -> ReportedForecast | None:
    found = facts.forecast
    if found is None or found.p10_on is None or found.p50_on is None or found.p80_on is None or found.p90_on is None:
        return None
    return {
        "p10_on": outward(found.p10_on),
        "p50_on": outward(found.p50_on),
        "p80_on": outward(found.p80_on),
        "p90_on": outward(found.p90_on),
        "probability_of_due_date": outward(found.probability_of_due_date),
        "criticality": outward(found.criticality),
        "draws": found.draws,
        "seed": str(found.seed),  # it may be beyond what a canonical number holds
        "inputs_hash": found.inputs_hash,
        "computed_at": outward(found.computed_at),
        "slip_p50_working_days": _between(calendar, row.baseline_due_on, found.p50_on),
        "slip_p80_working_days": _between(calendar, row.baseline_due_on, found.p80_on),
        "histogram": [
            {"from_on": outward(one.from_on), "to_on": outward(one.to_on), "share": outward(one.share)}
            for one in found.histogram
        ],
        "drivers": _drivers(found),
        "previous": _previous(facts, today),
    }


def _drivers(found: ForecastFacts) -> list[Driver]:
    return [
        {
            "kind": one.kind,
            "id": external_id(one.kind, one.id),
            "title": one.title or GONE,
            "mean_days": outward(one.mean_days),
            "p80_days": outward(one.p80_days),
            "rho": outward(one.rho),
        }
        for one in found.drivers
    ]


def _previous(facts: ReportFacts, today: date) -> FormerForecast | None:
    """The forecast of the milestone's last decided review, else that of the last day before this one."""
    own = facts.former_own
    then = ((own.content.get("milestone") or {}).get("forecast") if own else None) or {}
    if own is not None and own.decided_at is not None and then.get("p50_on") and then.get("p80_on"):
        return {
            "as_of": outward(local_day(own.decided_at, ZoneInfo(facts.time_zone))),
            "p50_on": then["p50_on"],
            "p80_on": then["p80_on"],
            "probability_of_due_date": then.get("probability_of_due_date"),
        }
    for one in reversed(facts.days):
        if one.day < today and one.p50_on is not None and one.p80_on is not None:
            return {
                "as_of": outward(one.day),
                "p50_on": outward(one.p50_on),
                "p80_on": outward(one.p80_on),
                "probability_of_due_date": outward(one.probability_of_due_date),
            }
    return None


def _length(row: MilestoneFacts, calendar: WorkingCalendar) -> int | None:
    start = row.baseline_start_on
    return _between(calendar, None if start is None else start - timedelta(days=1), row.baseline_due_on)


def _between(calendar: WorkingCalendar, after: date | None, through: date | None) -> int | None:
    return None if after is None or through is None else calendar.count(after, through)
