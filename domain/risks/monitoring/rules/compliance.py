"""Rules about what is owed: evidence that is missing when its day has passed, and dates of law that nobody answers."""

from __future__ import annotations

from datetime import date, datetime

from domain.calendars.working_days import end_of_day
from domain.compliance.templates.catalogue import REGIMES
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def obligation_overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """An obligation's day has passed in the tenant's zone, and there is no evidence for it."""
    return {
        one.id: Finding(Severity.CRITICAL, {"due_on": one.due_on.isoformat()}, end_of_day(one.due_on, facts.zone))
        for one in facts.obligations
        if not one.shown and one.due_on is not None and now >= end_of_day(one.due_on, facts.zone)
    }


def obligation_overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day that passes without evidence."""
    days = [one.due_on for one in facts.obligations if not one.shown and one.due_on is not None]
    return earliest_after(now, [end_of_day(day, facts.zone) for day in days])


OBLIGATION_OVERDUE = Rule(
    code="compliance.obligation_overdue",
    subject_type="obligation",
    evaluate=obligation_overdue,
    next_change=obligation_overdue_next,
    severities=(Severity.CRITICAL,),
    name=Texts(en="Obligation overdue", zh_cn="义务逾期"),
    condition=Texts(
        en="The due day of an obligation has passed without evidence.", zh_cn="义务已过到期日，仍无履行证据。"
    ),
    summary=Texts(
        en="“{title}” was due on {due_on}, and there is no evidence for it.",
        zh_cn="“{title}”应于 {due_on} 前履行，至今没有证据。",
    ),
    advice=Texts(
        en="Give evidence, or fulfil it and tell whoever asks for it why it is late.",
        zh_cn="请补充证据，或尽快履行并向监管方或相关方说明延误原因。",
    ),
)


def _plan_of(facts: Facts) -> tuple[date, date] | None:
    """From when to when the venture plans: from the first start of a milestone to the last due day that is open."""
    starts = [one.start_on or one.baseline_start_on for one in facts.milestones]
    first = min((day for day in starts if day is not None), default=None)
    last = max((one.due_on for one in facts.milestones if one.is_unfinished and one.due_on is not None), default=None)
    return None if first is None or last is None else (first, last)


def regime_change(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A date of a regime that applies lies within the plan, and no obligation of the venture answers it."""
    plan = _plan_of(facts)
    if plan is None:
        return {}
    answered = {one.template for one in facts.obligations}
    findings = {}
    for applies in facts.regimes:
        regime = REGIMES.get(applies.regime)
        changes = () if regime is None else regime.changes
        open_ones = [one.on for one in changes if plan[0] <= one.on <= plan[1] and answered.isdisjoint(one.duties)]
        if open_ones:
            findings[applies.id] = Finding(
                Severity.WARNING,
                {"changes_on": min(open_ones).isoformat(), "regime": applies.regime, "count": len(open_ones)},
            )
    return findings


REGIME_CHANGE = Rule(
    code="compliance.regime_change",
    subject_type="venture_regime",
    evaluate=regime_change,
    name=Texts(en="A law changes within the plan", zh_cn="法规在计划期内变化"),
    condition=Texts(
        en="A date of a regime that applies lies within the plan, and no obligation answers it.",
        zh_cn="适用法规的某个日期落在计划期内，而没有对应的义务。",
    ),
    summary=Texts(
        en="“{title}” asks for something new from {changes_on} on, within the plan, and no obligation answers it.",
        zh_cn="“{title}”自 {changes_on} 起有新要求，处于计划期内，尚无对应义务。",
    ),
    advice=Texts(
        en="Apply the templates of the regime, and give each obligation an owner and a day.",
        zh_cn="请应用该法规的义务模板，并为每项义务指定负责人和日期。",
    ),
)

RULES = (OBLIGATION_OVERDUE, REGIME_CHANGE)
