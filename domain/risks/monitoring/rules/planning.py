"""Rules about plans: what was never fixed, and what was always too hopeful."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule
from domain.risks.monitoring.rules.texts import Texts


def unbaselined(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A milestone is in progress without a due date or a baseline."""
    return {
        milestone.id: Finding(
            Severity.INFO,
            {"due_on": None if milestone.due_on is None else milestone.due_on.isoformat(), "baseline_due_on": None}
            if milestone.baseline_due_on is None
            else {"due_on": None, "baseline_due_on": milestone.baseline_due_on.isoformat()},
            milestone.baseless_since,
        )
        for milestone in facts.milestones
        if milestone.status == "in_progress" and (milestone.due_on is None or milestone.baseline_due_on is None)
    }


UNBASELINED = Rule(
    code="plan.unbaselined",
    subject_type="milestone",
    evaluate=unbaselined,
    severities=(Severity.INFO,),
    hold=timedelta(days=3),
    name=Texts(en="Work without a plan to measure by", zh_cn="无基线的工作"),
    condition=Texts(
        en="A milestone is in progress without a due date or a baseline.", zh_cn="里程碑进行中，但没有截止日期或基线。"
    ),
    summary=Texts(
        en="Milestone “{title}” has been in progress without due date or baseline since {since}.",
        zh_cn="里程碑“{title}”自 {since} 起在没有截止日期或基线的情况下进行。",
    ),
    advice=Texts(en="Give it a due date and fix the baseline.", zh_cn="请设定截止日期并固定基线。"),
)


def optimism(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The last finished milestones took longer than planned, in the median by more than so many percent."""
    finished = sorted(
        (
            (one.completed_on, one.id, one.baseline_start_on, one.baseline_due_on)
            for one in facts.milestones
            if one.status == "done" and one.completed_on and one.baseline_start_on and one.baseline_due_on
        ),
        key=lambda one: one[:2],
    )
    slips = []
    for completed, _, start, end in finished:
        planned = facts.calendar.count(start, end)
        if planned > 0:
            slips.append(facts.calendar.count(end, completed) * 100 / planned)
    last = slips[-parameters["milestones"] :]
    if len(last) < parameters["milestones"] or median(last) <= parameters["percent"]:
        return {}
    evidence: Evidence = {
        "slip_percent": f"{median(last):.0f}",
        "percent": parameters["percent"],
        "milestones": len(last),
    }
    return {facts.venture.id: Finding(Severity.INFO, evidence)}


OPTIMISM = Rule(
    code="schedule.optimism",
    subject_type="venture",
    evaluate=optimism,
    severities=(Severity.INFO,),
    parameters={
        "milestones": Parameter(5, 3, 50, Texts("finished milestones looked at", "参考的已完成里程碑数量")),
        "percent": Parameter(
            20,
            1,
            1_000,
            Texts(
                "percent of the planned working days that they slipped in the median", "延误占计划工作日的中位百分比"
            ),
        ),
    },
    name=Texts(en="Plans are too hopeful", zh_cn="计划过于乐观"),
    condition=Texts(
        en="The last 5 finished milestones slipped by more than 20 % of their planned duration, in the median.",
        zh_cn="最近 5 个已完成里程碑的延误中位数超过计划时长的 20 %。",
    ),
    summary=Texts(
        en="The last {milestones} finished milestones of “{title}” took {slip_percent} % longer than planned.",
        zh_cn="“{title}”最近完成的 {milestones} 个里程碑比计划平均多用了 {slip_percent} % 的时间。",
    ),
    advice=Texts(
        en="Plan the next ones with this record, not with hope: widen the estimates.",
        zh_cn="请依据以往记录规划后续工作：放宽估算。",
    ),
)

RULES = (UNBASELINED, OPTIMISM)
