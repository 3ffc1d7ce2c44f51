"""Rules about milestones. Days in conditions and severities are working days of the venture's calendar."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendars.working_days import OutsideCalendar, end_of_day, local_day, start_of_day
from domain.risks.monitoring.facts import CriterionFacts, Facts, MilestoneFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, both, earliest_after
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
    severities=(Severity.WARNING, Severity.CRITICAL),
    parameters={
        "critical_after_days": Parameter(
            10, 1, 250, Texts("working days overdue after which it is critical", "逾期多少个工作日后为严重")
        )
    },
    name=Texts(en="Milestone overdue", zh_cn="里程碑逾期"),
    condition=Texts(
        en="The due date has passed and the milestone is not done; critical after 10 working days.",
        zh_cn="截止日期已过而里程碑未完成；10 个工作日后为严重。",
    ),
    summary=Texts(
        en="Milestone “{title}” was due on {due_on} and is not finished.",
        zh_cn="里程碑“{title}”应于 {due_on} 完成，至今尚未完成。",
    ),
    advice=Texts(en="Finish it, or agree on a new due date.", zh_cn="请完成该里程碑，或商定新的截止日期。"),
)


def no_progress(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """In progress, and percent complete is what it was."""
    return {
        milestone.id: Finding(
            Severity.WARNING, {"percent_complete": milestone.percent_complete}, milestone.progress_since
        )
        for milestone in facts.milestones
        if milestone.status == "in_progress" and milestone.percent_complete < 100
    }


NO_PROGRESS = Rule(
    code="milestone.no_progress",
    subject_type="milestone",
    evaluate=no_progress,
    hold=timedelta(days=14),
    name=Texts(en="No progress", zh_cn="没有进展"),
    condition=Texts(
        en="A milestone is in progress, and its percent complete has not changed for the hold time.",
        zh_cn="里程碑进行中，完成百分比在保持时间内没有变化。",
    ),
    summary=Texts(
        en="Milestone “{title}” has stood at {percent_complete} % since {since}.",
        zh_cn="里程碑“{title}”自 {since} 起一直停留在 {percent_complete} %。",
    ),
    advice=Texts(
        en="Ask what holds it up; update its progress, or put it on hold.",
        zh_cn="请查明受阻原因；更新进度，或将其搁置。",
    ),
)


def _closing_in_from(facts: Facts, due_on: date, parameters: Parameters) -> datetime | None:
    """From when a due date is no more than so many working days away."""
    with suppress(OutsideCalendar):
        first = facts.calendar.add(due_on, -parameters["within_days"])
        return start_of_day(first, facts.zone)
    return None


def _failing(facts: Facts) -> dict[UUID, list[CriterionFacts]]:
    found: dict[UUID, list[CriterionFacts]] = defaultdict(list)
    for criterion in facts.criteria:
        if criterion.result == "fail":
            found[criterion.milestone_id].append(criterion)
    return found


def criteria_failing(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The due date is near or past, and a must-criterion fails."""
    failing = _failing(facts)
    findings = {}
    for milestone, due_on in _due_dates(facts):
        near = _closing_in_from(facts, due_on, parameters)
        criteria = failing.get(milestone.id)
        if not criteria or near is None or now < near:
            continue
        times = [criterion.recorded_at for criterion in criteria if criterion.recorded_at is not None]
        evidence: Evidence = {
            "due_on": due_on.isoformat(),
            "within_days": parameters["within_days"],
            "failing": len(criteria),
            "criteria": "; ".join(criterion.title for criterion in criteria[:3]),
        }
        findings[milestone.id] = Finding(Severity.WARNING, evidence, both(near, min(times, default=None)))
    return findings


def criteria_failing_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which the due date of a milestone with a failing must-criterion comes near."""
    failing = _failing(facts)
    return earliest_after(
        now,
        [
            _closing_in_from(facts, due_on, parameters)
            for milestone, due_on in _due_dates(facts)
            if milestone.id in failing
        ],
    )


CRITERIA_FAILING = Rule(
    code="milestone.criteria_failing",
    subject_type="milestone",
    evaluate=criteria_failing,
    next_change=criteria_failing_next,
    parameters={
        "within_days": Parameter(10, 1, 250, Texts("working days before the due date", "距截止日期的工作日数"))
    },
    name=Texts(en="Criteria fail shortly before the due date", zh_cn="临近截止仍有标准未达"),
    condition=Texts(
        en="A must-criterion fails, and the milestone is due within 10 working days.",
        zh_cn="必须达成的标准未通过，且里程碑在 10 个工作日内到期。",
    ),
    summary=Texts(
        en="Milestone “{title}” is due on {due_on}, and must-criteria fail ({failing}): {criteria}.",
        zh_cn="里程碑“{title}”将于 {due_on} 到期，仍有 {failing} 项必须标准未通过：{criteria}。",
    ),
    advice=Texts(
        en="Work on the failing criteria first, or agree on a new due date.",
        zh_cn="请优先解决未通过的标准，或商定新的截止日期。",
    ),
)


def _slip_percent(facts: Facts, milestone: MilestoneFacts) -> int | None:
    """By how many percent of the baseline's duration the due date lies after the baseline's end."""
    start, end, due = milestone.baseline_start_on, milestone.baseline_due_on, milestone.due_on
    if start is None or end is None or due is None:
        return None
    planned = facts.calendar.count(start, end)
    return None if planned <= 0 else facts.calendar.count(end, due) * 100 // planned


def slipping(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The due date was moved later often, or far beyond the baseline."""
    findings = {}
    for milestone, due_on in _due_dates(facts):
        percent = _slip_percent(facts, milestone)
        far = percent is not None and percent > parameters["percent"]
        if far or milestone.postponed >= parameters["moves"]:
            evidence: Evidence = {
                "due_on": due_on.isoformat(),
                "moves": milestone.postponed,
                "moves_limit": parameters["moves"],
                "slip_percent": percent,
                "percent": parameters["percent"],
            }
            findings[milestone.id] = Finding(Severity.WARNING, evidence)
    return findings


SLIPPING = Rule(
    code="milestone.slipping",
    subject_type="milestone",
    evaluate=slipping,
    parameters={
        "moves": Parameter(3, 1, 100, Texts("times that the due date was moved later", "截止日期推迟的次数")),
        "percent": Parameter(
            25, 1, 1_000, Texts("percent of the baseline's working days that it slipped", "相对基线工作日的推迟百分比")
        ),
    },
    name=Texts(en="Milestone slips", zh_cn="里程碑一再推迟"),
    condition=Texts(
        en="The due date was moved later 3 times, or by more than 25 % of the baseline.",
        zh_cn="截止日期推迟 3 次，或推迟超过基线时长的 25 %。",
    ),
    summary=Texts(
        en="Milestone “{title}” slips: its due date was moved later {moves} ×, and is now {due_on}.",
        zh_cn="里程碑“{title}”已推迟 {moves} 次，现截止日期为 {due_on}。",
    ),
    advice=Texts(
        en="Cut its scope or plan it anew with the team, and set a new baseline.",
        zh_cn="请缩减范围，或与团队重新规划并设定新基线。",
    ),
)


def blocked_by_other(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A predecessor in another venture is overdue."""
    today = local_day(now, facts.zone)
    waiting = {milestone.id for milestone in facts.milestones if milestone.is_unfinished}
    late: dict[UUID, list[date]] = defaultdict(list)
    for other in facts.predecessors:
        if other.milestone_id in waiting and other.is_unfinished and other.due_on is not None and other.due_on < today:
            late[other.milestone_id].append(other.due_on)
    return {
        milestone_id: Finding(
            Severity.WARNING,
            {"predecessors": len(days), "due_on": min(days).isoformat()},
            end_of_day(min(days), facts.zone),
        )
        for milestone_id, days in late.items()
    }


def blocked_by_other_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a predecessor elsewhere becomes overdue."""
    return earliest_after(
        now,
        [
            end_of_day(other.due_on, facts.zone)
            for other in facts.predecessors
            if other.due_on is not None and other.is_unfinished
        ],
    )


BLOCKED_BY_OTHER = Rule(
    code="milestone.blocked_by_other",
    subject_type="milestone",
    evaluate=blocked_by_other,
    next_change=blocked_by_other_next,
    hold=timedelta(days=1),
    name=Texts(en="Held up by another venture", zh_cn="受其他项目阻碍"),
    condition=Texts(
        en="A milestone of another venture, on which this one depends, is overdue.",
        zh_cn="所依赖的其他项目里程碑已逾期。",
    ),
    summary=Texts(
        en="Milestone “{title}” waits for {predecessors} milestones of other ventures, overdue since {due_on}.",
        zh_cn="里程碑“{title}”依赖的其他项目里程碑（{predecessors} 个）自 {due_on} 起已逾期。",
    ),
    advice=Texts(
        en="Talk to those who answer for them, and plan for the delay.", zh_cn="请与对方负责人沟通，并为延误做好准备。"
    ),
)

RULES = (OVERDUE, NO_PROGRESS, CRITERIA_FAILING, SLIPPING, BLOCKED_BY_OTHER)
