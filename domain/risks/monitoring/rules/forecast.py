"""Rules about what is forecast of milestones. Days in conditions are working days of the venture's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from domain.risks.monitoring.facts import Facts, ForecastFacts, MilestoneFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule
from domain.risks.monitoring.rules.texts import Texts

_PERCENT: Final = Decimal(100)


def _forecast(facts: Facts) -> Iterator[tuple[MilestoneFacts, ForecastFacts]]:
    """The unfinished milestones that have a forecast."""
    known = {forecast.milestone_id: forecast for forecast in facts.forecasts}
    for milestone in facts.milestones:
        if milestone.is_unfinished and (forecast := known.get(milestone.id)) is not None:
            yield milestone, forecast


def _percent(share: Decimal) -> int:
    return int((share * _PERCENT).to_integral_value())


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def forecast_late(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """P80 lies after the due day; it is critical where P50 does."""
    findings = {}
    for milestone, forecast in _forecast(facts):
        due_on, p80_on = milestone.due_on, forecast.p80_on
        if due_on is None or p80_on is None or p80_on <= due_on:
            continue
        likely = forecast.p50_on is not None and forecast.p50_on > due_on
        evidence: Evidence = {
            "due_on": due_on.isoformat(),
            "p50_on": _iso(forecast.p50_on),
            "p80_on": p80_on.isoformat(),
            "working_days": facts.calendar.count(due_on, p80_on),
        }
        findings[milestone.id] = Finding(Severity.CRITICAL if likely else Severity.WARNING, evidence)
    return findings


FORECAST_LATE = Rule(
    code="milestone.forecast_late",
    subject_type="milestone",
    evaluate=forecast_late,
    severities=(Severity.WARNING, Severity.CRITICAL),
    hold=timedelta(days=1),
    name=Texts(en="Milestone forecast late", zh_cn="里程碑预计延期"),
    condition=Texts(
        en="By the forecast the milestone is not reached by its due date with 80 %; critical if not with 50 %.",
        zh_cn="预测显示里程碑按期完成的把握不足 80 %；不足 50 % 时为严重。",
    ),
    summary=Texts(
        en="Milestone “{title}” is due on {due_on}, and will be reached by {p80_on} with 80 %.",
        zh_cn="里程碑“{title}”应于 {due_on} 完成，预计有 80 % 的把握在 {p80_on} 前完成。",
    ),
    advice=Texts(
        en="Look at what drives the forecast: answer that risk, cut scope, or agree on a new due date.",
        zh_cn="请查看预测的主要影响因素：应对相关风险、缩减范围，或商定新的截止日期。",
    ),
)


def p_meet_drop(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The probability of meeting the due day has fallen from its best of the last 14 days."""
    findings = {}
    for milestone, forecast in _forecast(facts):
        best, present = forecast.best_probability, forecast.probability
        if best is None or present is None:
            continue
        if (best - present) * _PERCENT >= parameters["drop_percent"]:
            findings[milestone.id] = Finding(
                Severity.WARNING,
                {
                    "due_on": _iso(milestone.due_on),
                    "percent": _percent(present),
                    "percent_before": _percent(best),
                    "drop_percent": parameters["drop_percent"],
                },
            )
    return findings


P_MEET_DROP = Rule(
    code="milestone.p_meet_drop",
    subject_type="milestone",
    evaluate=p_meet_drop,
    hold=timedelta(days=1),
    parameters={
        "drop_percent": Parameter(
            20, 1, 100, Texts("percentage points by which the probability has fallen", "概率下降的百分点")
        )
    },
    name=Texts(en="Due date less probable", zh_cn="按期完成的概率下降"),
    condition=Texts(
        en="The probability of meeting the due date has fallen by 20 points or more within 14 days.",
        zh_cn="按期完成的概率在 14 天内下降 20 个百分点或更多。",
    ),
    summary=Texts(
        en="Milestone “{title}”: the probability of meeting its due date has fallen from {percent_before} % to"
        " {percent} %.",
        zh_cn="里程碑“{title}”按期完成的概率由 {percent_before} % 降至 {percent} %。",
    ),
    advice=Texts(
        en="Ask what has changed: a predecessor, an estimate or a risk.",
        zh_cn="请查明变化的原因：前置里程碑、估算还是风险。",
    ),
)


def float_consumed(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Most of the float that it had is gone, and most of the work is not done."""
    findings = {}
    for milestone, forecast in _forecast(facts):
        had, left = forecast.most_float_days, forecast.float_days
        if had is None or left is None or had < parameters["least_days"]:
            continue
        used = 100 * (had - left) // had
        if used > parameters["used_percent"] and milestone.percent_complete < parameters["done_percent"]:
            findings[milestone.id] = Finding(
                Severity.WARNING,
                {
                    "float_days": left,
                    "float_days_before": had,
                    "used_percent": used,
                    "percent_complete": milestone.percent_complete,
                },
            )
    return findings


FLOAT_CONSUMED = Rule(
    code="milestone.float_consumed",
    subject_type="milestone",
    evaluate=float_consumed,
    hold=timedelta(days=3),
    parameters={
        "used_percent": Parameter(
            80, 1, 1_000, Texts("percent of the float that is used up", "已消耗浮动时间的百分比")
        ),
        "done_percent": Parameter(50, 1, 100, Texts("percent complete below which it matters", "完成百分比低于此值时")),
        "least_days": Parameter(5, 1, 1_000, Texts("working days of float that it once had", "原有浮动时间的工作日数")),
    },
    name=Texts(en="Float used up", zh_cn="浮动时间耗尽"),
    condition=Texts(
        en="More than 80 % of the float of the last 90 days is used up, and less than half of the work is done.",
        zh_cn="近 90 天的浮动时间已消耗 80 % 以上，而工作完成不足一半。",
    ),
    summary=Texts(
        en="Milestone “{title}” could once be {float_days_before} working days late, now {float_days}; it is"
        " {percent_complete} % complete.",
        zh_cn="里程碑“{title}”原可延后 {float_days_before} 个工作日，现仅剩 {float_days} 个；"
        "已完成 {percent_complete} %。",
    ),
    advice=Texts(
        en="Begin or hasten it before it delays everything that follows.",
        zh_cn="请尽快开始或加快该里程碑，以免影响后续工作。",
    ),
)

RULES = (FORECAST_LATE, P_MEET_DROP, FLOAT_CONSUMED)
