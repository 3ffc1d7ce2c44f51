"""Rules about indicators: past their thresholds, on the way there, or measured no more.

The state with its hysteresis is kept beside the indicator; a stale one keeps its state, and so its alert.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from domain.calendars.working_days import start_of_day
from domain.risks.monitoring.facts import Facts, IndicatorFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts
from domain.series.levels import IndicatorState

_A_DAY = timedelta(days=1)


def _number(value: Decimal | None) -> str | None:
    """A value as people write it, without the zeros of its column."""
    return None if value is None else format(value.normalize(), "f")


def _evidence(one: IndicatorFacts, limit: Decimal | None) -> Evidence:
    return {
        "value": _number(one.latest_value),
        "limit": _number(limit),
        "unit": one.unit,
        "direction": str(one.direction),
        "measured_at": None if one.latest_at is None else one.latest_at.isoformat(),
    }


def warning(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Past the warning threshold; what is critical is also past it."""
    return {
        one.id: Finding(Severity.WARNING, _evidence(one, one.warning), one.state_since)
        for one in facts.indicators
        if one.warning is not None and one.state in (IndicatorState.WARNING, IndicatorState.CRITICAL)
    }


WARNING = Rule(
    code="indicator.warning",
    subject_type="indicator",
    evaluate=warning,
    keep=_A_DAY,
    name=Texts(en="Indicator past its warning threshold", zh_cn="指标越过预警阈值"),
    condition=Texts(
        en="The last reading is past the warning threshold, until one is past the clear threshold on the good side.",
        zh_cn="最近读数越过预警阈值，直至读数回到解除阈值的良好一侧。",
    ),
    summary=Texts(
        en="Indicator “{title}” stands at {value}, past its warning threshold {limit}, since {since}.",
        zh_cn="指标“{title}”当前为 {value}，自 {since} 起越过预警阈值 {limit}。",
    ),
    advice=Texts(
        en="Find the cause while there is time: assess the risk behind it, and bring its responses forward.",
        zh_cn="请趁早查明原因：重新评估相关风险，并提前实施应对措施。",
    ),
)


def critical(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Past the critical threshold."""
    return {
        one.id: Finding(Severity.CRITICAL, _evidence(one, one.critical), one.state_since)
        for one in facts.indicators
        if one.state is IndicatorState.CRITICAL
    }


CRITICAL = Rule(
    code="indicator.critical",
    subject_type="indicator",
    evaluate=critical,
    severities=(Severity.CRITICAL,),
    keep=_A_DAY,
    name=Texts(en="Indicator past its critical threshold", zh_cn="指标越过严重阈值"),
    condition=Texts(
        en="The last reading is past the critical threshold, until one is past the clear threshold on the good side.",
        zh_cn="最近读数越过严重阈值，直至读数回到解除阈值的良好一侧。",
    ),
    summary=Texts(
        en="Indicator “{title}” stands at {value}, past its critical threshold {limit}, since {since}.",
        zh_cn="指标“{title}”当前为 {value}，自 {since} 起越过严重阈值 {limit}。",
    ),
    advice=Texts(
        en="Act as if the risk had begun: stop what makes it worse, go back to what was good last, and tell the owner.",
        zh_cn="请按风险已开始发生处理：停止使其恶化的操作，回退到上一个良好状态，并通知负责人。",
    ),
)


def _near_from(one: IndicatorFacts, facts: Facts, parameters: Parameters) -> datetime | None:
    """When the projected crossing comes near; None where none is projected or the limit is reached already."""
    if one.crosses_critical_on is None or one.state is IndicatorState.CRITICAL:
        return None
    return start_of_day(one.crosses_critical_on - timedelta(days=parameters["within_days"]), facts.zone)


def trend(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A trend that counts would cross the critical threshold within so many calendar days."""
    findings = {}
    for one in facts.indicators:
        near = _near_from(one, facts, parameters)
        if near is None or now < near or one.crosses_critical_on is None:
            continue
        evidence = {
            "value": _number(one.latest_value),
            "limit": _number(one.critical),
            "unit": one.unit,
            "trend": str(one.trend),
            "slope_per_day": _number(one.slope_per_day),
            "crosses_on": one.crosses_critical_on.isoformat(),
            "within_days": parameters["within_days"],
        }
        findings[one.id] = Finding(
            Severity.WARNING, evidence, near if one.latest_at is None else max(near, one.latest_at)
        )
    return findings


def trend_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a projected crossing comes near."""
    return earliest_after(now, (_near_from(one, facts, parameters) for one in facts.indicators))


TREND = Rule(
    code="indicator.trend",
    subject_type="indicator",
    evaluate=trend,
    next_change=trend_next,
    keep=_A_DAY,
    parameters={
        "within_days": Parameter(
            30, 1, 180, Texts("calendar days to the projected crossing", "距预计越过阈值的日历日数")
        )
    },
    name=Texts(en="Indicator on its way to critical", zh_cn="指标趋向严重"),
    condition=Texts(
        en="The trend of the last readings counts, and would cross the critical threshold within 30 days.",
        zh_cn="最近读数的趋势显著，预计在 30 天内越过严重阈值。",
    ),
    summary=Texts(
        en="Indicator “{title}” ({value}) is {trend} and will cross its critical threshold {limit} about {crosses_on}.",
        zh_cn="指标“{title}”（{value}）持续{trend}，预计约于 {crosses_on} 越过严重阈值 {limit}。",
    ),
    advice=Texts(
        en="There is still time: find what changed when it began, and carry out the planned responses now.",
        zh_cn="尚有时间：请查明趋势开始时的变化，并立即实施既定应对措施。",
    ),
)


def _stale_from(indicators: Iterable[IndicatorFacts], parameters: Parameters) -> dict[IndicatorFacts, datetime]:
    """When each becomes stale: it counts from its making where it was never measured."""
    found = {}
    for one in indicators:
        begun = one.latest_at or one.created_at
        if begun is not None:
            found[one] = begun + timedelta(days=parameters["intervals"] * one.interval_days)
    return found


def stale(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """No reading for so many of its intervals."""
    return {
        one.id: Finding(
            Severity.INFO,
            {
                "measured_on": None
                if one.latest_at is None
                else one.latest_at.astimezone(facts.zone).date().isoformat(),
                "interval_days": one.interval_days,
                "intervals": parameters["intervals"],
                "state": str(one.state),
            },
            since,
        )
        for one, since in _stale_from(facts.indicators, parameters).items()
        if now >= since
    }


def stale_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the next indicator becomes stale."""
    return earliest_after(now, _stale_from(facts.indicators, parameters).values())


STALE = Rule(
    code="indicator.stale",
    subject_type="indicator",
    evaluate=stale,
    next_change=stale_next,
    severities=(Severity.INFO,),
    keep=timedelta(0),
    parameters={"intervals": Parameter(2, 1, 100, Texts("intervals without a reading", "没有读数的间隔数"))},
    name=Texts(en="Indicator without readings", zh_cn="指标无读数"),
    condition=Texts(
        en="No reading for 2 of the indicator's intervals; its level stays as it was last.",
        zh_cn="连续 2 个间隔没有读数；指标状态保持不变。",
    ),
    summary=Texts(
        en="Indicator “{title}” has had no reading for {intervals} intervals of {interval_days} days (since {since}).",
        zh_cn="指标“{title}”已有 {intervals} 个间隔（每个 {interval_days} 天）没有读数（自 {since} 起触发）。",
    ),
    advice=Texts(
        en="Measure it, repair its source, set a longer interval, or archive it if nobody needs it.",
        zh_cn="请补充测量、修复数据来源、延长间隔；若无人需要，请归档。",
    ),
)

RULES = (CRITICAL, WARNING, TREND, STALE)
