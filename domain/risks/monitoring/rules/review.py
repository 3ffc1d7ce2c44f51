"""Rules about milestone reviews and the conditions that they set."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from domain.calendars.working_days import OutsideCalendar, end_of_day, local_day, start_of_day
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The planned day of a review has passed without a decision."""
    return {
        review.id: Finding(
            Severity.WARNING,
            {"planned_on": review.planned_on.isoformat()},
            end_of_day(review.planned_on, facts.zone),
        )
        for review in facts.reviews
        if review.waits and review.planned_on is not None and now >= end_of_day(review.planned_on, facts.zone)
    }


def overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a review becomes overdue."""
    days = [review.planned_on for review in facts.reviews if review.waits and review.planned_on is not None]
    return earliest_after(now, [end_of_day(day, facts.zone) for day in days])


OVERDUE = Rule(
    code="review.overdue",
    subject_type="review",
    evaluate=overdue,
    next_change=overdue_next,
    hold=timedelta(days=5),
    name=Texts(en="Review overdue", zh_cn="评审逾期"),
    condition=Texts(
        en="The planned date of a review passed the hold time ago, and nothing is decided.",
        zh_cn="评审计划日期已过保持时间，仍未作出决定。",
    ),
    summary=Texts(
        en="The review of “{title}” was planned for {planned_on} and is not decided.",
        zh_cn="“{title}”的评审计划于 {planned_on} 进行，至今未作出决定。",
    ),
    advice=Texts(en="Hold the review and decide, or plan another day.", zh_cn="请完成评审并作出决定，或另定日期。"),
)


def condition_overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A condition of a conditional go is not met and its day has passed; critical after so many working days more."""
    today = local_day(now, facts.zone)
    findings = {}
    for condition in facts.conditions:
        if condition.due_on is None or condition.met_at is not None or condition.due_on >= today:
            continue
        days = facts.calendar.count(condition.due_on, today)
        findings[condition.id] = Finding(
            Severity.CRITICAL if days > parameters["critical_after_days"] else Severity.WARNING,
            {
                "due_on": condition.due_on.isoformat(),
                "working_days": days,
                "critical_after_days": parameters["critical_after_days"],
            },
            end_of_day(condition.due_on, facts.zone),
        )
    return findings


def condition_overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a condition becomes overdue, or critically so."""
    limits = []
    for condition in facts.conditions:
        if condition.due_on is None or condition.met_at is not None:
            continue
        limits.append(end_of_day(condition.due_on, facts.zone))
        if limits[-1] <= now:
            with suppress(OutsideCalendar):
                critical_on = facts.calendar.add(condition.due_on, parameters["critical_after_days"] + 1)
                limits.append(start_of_day(critical_on, facts.zone))
    return earliest_after(now, limits)


CONDITION_OVERDUE = Rule(
    code="review.condition_overdue",
    subject_type="condition",
    evaluate=condition_overdue,
    next_change=condition_overdue_next,
    severities=(Severity.WARNING, Severity.CRITICAL),
    parameters={
        "critical_after_days": Parameter(
            14, 1, 250, Texts("working days overdue after which it is critical", "逾期多少个工作日后为严重")
        )
    },
    name=Texts(en="Condition overdue", zh_cn="条件逾期"),
    condition=Texts(
        en="A condition of a conditional go is past due; critical after 14 working days.",
        zh_cn="有条件通过的条件已逾期；14 个工作日后为严重。",
    ),
    summary=Texts(
        en="The condition “{title}” was due on {due_on} and is not met.",
        zh_cn="条件“{title}”应于 {due_on} 达成，至今未达成。",
    ),
    advice=Texts(
        en="Meet it, or call a new review: the go depends on it.",
        zh_cn="请达成该条件，或发起新的评审：通过以此为前提。",
    ),
)

RULES = (OVERDUE, CONDITION_OVERDUE)
