"""Rules about milestones. Days in conditions and severities are working days of the venture's calendar."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

from domain.milestones.calendar import OutsideCalendar, end_of_day, local_day, start_of_day
from domain.risks.monitoring.facts import Facts, MilestoneFacts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def _due_dates(facts: Facts) -> list[tuple[MilestoneFacts, date]]:
    """The unfinished milestones that have a due date."""
    return [
        (milestone, milestone.due_on)
        for milestone in facts.milestones
        if milestone.due_on is not None and milestone.is_unfinished
    ]


def overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The due day has passed in the tenant's zone, and the milestone is neither done nor cancelled."""
    today = local_day(now, facts.zone)
    findings = {}
    for milestone, due_on in _due_dates(facts):
        if due_on >= today:
            continue
        days = facts.calendar.count(due_on, today)
        findings[milestone.id] = Finding(
            Severity.CRITICAL if days > parameters["critical_after_days"] else Severity.WARNING,
            {
                "due_on": due_on.isoformat(),
                "working_days": days,
                "critical_after_days": parameters["critical_after_days"],
                "status": milestone.status,
            },
            end_of_day(due_on, facts.zone),
        )
    return findings


def overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a milestone becomes overdue, or critically so."""
    limits = []
    for _, due_on in _due_dates(facts):
        limits.append(end_of_day(due_on, facts.zone))
        if limits[-1] <= now:
            with suppress(OutsideCalendar):  # a calendar without working days: nothing becomes critical
                critical_on = facts.calendar.add(due_on, parameters["critical_after_days"] + 1)
                limits.append(start_of_day(critical_on, facts.zone))
    return earliest_after(now, limits)


OVERDUE = Rule(
    code="milestone.overdue",
    subject_type="milestone",
    evaluate=overdue,
    next_change=overdue_next,
    parameters={"critical_after_days": Parameter(10, 1, 250, "working days overdue after which it is critical")},
    summary=Texts(
        en="Milestone “{title}” was due on {due_on} and is not finished.",
        zh_cn="里程碑“{title}”应于 {due_on} 完成，至今尚未完成。",
    ),
    advice=Texts(en="Finish it, or agree on a new due date.", zh_cn="请完成该里程碑，或商定新的截止日期。"),
)

RULES = (OVERDUE,)
