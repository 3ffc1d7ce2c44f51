"""Rules about money that is to come: in time, from more than one source, and not lost with a milestone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Final

from domain.calendars.working_days import local_day, start_of_day
from domain.money.earned_schedule import month_start
from domain.risks.monitoring.facts import Facts, MilestoneFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts

MEASURED = timedelta(days=1)
"""How long an alert of what is measured is kept after it has cleared."""
UNDER_WAY: Final = frozenset({"negotiating", "committed"})
"""From where on somebody who has money is being talked to in earnest."""


def _funding_milestones(facts: Facts) -> Iterator[tuple[date, MilestoneFacts]]:
    """The unfinished milestones upon which money follows, with the day by which they are reached with 80 %."""
    waited_for = {one.milestone_id for one in facts.rounds} | {one.milestone_id for one in facts.acquisitions}
    reached = {forecast.milestone_id: forecast.p80_on for forecast in facts.forecasts}
    for milestone in facts.milestones:
        p80_on = reached.get(milestone.id)
        if milestone.id in waited_for and milestone.is_unfinished and p80_on is not None:
            yield p80_on, milestone


def gap(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The cash ends before the next milestone upon which money follows."""
    out = None if facts.money is None else facts.money.cash_out_on
    following = min(_funding_milestones(facts), key=lambda found: (found[0], found[1].id), default=None)
    if out is None or following is None or out >= following[0]:
        return {}
    p80_on, milestone = following
    evidence: Evidence = {
        "cash_out_on": out.isoformat(),
        "p80_on": p80_on.isoformat(),
        "milestone": milestone.title,
        "days": (p80_on - out).days,
    }
    return {facts.venture.id: Finding(Severity.CRITICAL, evidence)}


GAP = Rule(
    code="funding.gap",
    subject_type="venture",
    evaluate=gap,
    severities=(Severity.CRITICAL,),
    keep=MEASURED,
    name=Texts(en="Cash ends before the next funding", zh_cn="现金在下一次融资前耗尽"),
    condition=Texts(
        en="With committed money alone the cash ends before the next milestone upon which funding follows is reached "
        "with 80 %.",
        zh_cn="仅凭已承诺的资金，现金会在下一个融资里程碑（80 % 把握）达成之前耗尽。",
    ),
    summary=Texts(
        en="The cash of “{title}” ends on {cash_out_on}, {days} days before “{milestone}” is reached with 80 % "
        "({p80_on}), upon which the next funding follows.",
        zh_cn="“{title}”的现金将于 {cash_out_on} 耗尽，比下一次融资所依赖的里程碑“{milestone}”（80 % 把握在 {p80_on} "
        "前达成）早 {days} 天。",
    ),
    advice=Texts(
        en="Bridge the gap now: a bridge round, less cost until then, or a smaller milestone that is reached sooner.",
        zh_cn="请立即填补缺口：过桥融资、在此之前压缩支出，或改为更早可达成的较小里程碑。",
    ),
)


def _latest_start(out: date, parameters: Parameters) -> date:
    """The last day on which a raise that takes as long as usual still ends before the cash does."""
    return month_start(out - timedelta(days=parameters["reserve_days"]), -parameters["months"])


def _is_raising(facts: Facts) -> bool:
    return any(one.status in UNDER_WAY for one in facts.acquisitions) or any(one.promised for one in facts.rounds)


def raise_too_late(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A raise that begins today ends after the cash, and nobody is negotiating."""
    out = None if facts.money is None else facts.money.cash_out_on
    if out is None or _is_raising(facts):
        return {}
    latest = _latest_start(out, parameters)
    if local_day(now, facts.zone) <= latest:
        return {}
    evidence: Evidence = {
        "cash_out_on": out.isoformat(),
        "start_by": latest.isoformat(),
        "months": parameters["months"],
    }
    since = start_of_day(latest + timedelta(days=1), facts.zone)
    return {facts.venture.id: Finding(Severity.CRITICAL, evidence, since)}


def _too_late_from(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    out = None if facts.money is None else facts.money.cash_out_on
    if out is None or _is_raising(facts):
        return None
    first = _latest_start(out, parameters) + timedelta(days=1)
    return earliest_after(now, [start_of_day(first, facts.zone)])


RAISE_TOO_LATE = Rule(
    code="funding.raise_too_late",
    subject_type="venture",
    evaluate=raise_too_late,
    next_change=_too_late_from,
    severities=(Severity.CRITICAL,),
    keep=MEASURED,
    parameters={
        "months": Parameter(6, 1, 24, Texts("months that raising money takes", "融资通常需要的月数")),
        "reserve_days": Parameter(30, 0, 365, Texts("days to spare", "预留天数")),
    },
    name=Texts(en="Too late to raise", zh_cn="融资启动过晚"),
    condition=Texts(
        en="Raising takes six months: begun today, with 30 days to spare, it ends after the cash does, and no funding "
        "is negotiated or promised.",
        zh_cn="融资需要六个月：即使今天启动并预留 30 天，也将晚于现金耗尽日，且没有正在洽谈或已承诺的资金。",
    ),
    summary=Texts(
        en="The cash of “{title}” ends on {cash_out_on}. Raising takes {months} months and had to begin by {start_by}; "
        "nobody is negotiating.",
        zh_cn="“{title}”的现金将于 {cash_out_on} 耗尽。融资需要 {months} 个月，最迟应于 {start_by} 启动，"
        "但目前没有洽谈中的资金。",
    ),
    advice=Texts(
        en="Talk to those who can decide fast, such as present investors, and cut cost to win the months that are "
        "missing.",
        zh_cn="请联系能够快速决策的人（如现有投资方），并压缩支出以争取所缺的时间。",
    ),
)


def tranche_at_risk(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Money comes only if a milestone is reached by a day, and by the forecast it is not."""
    reached = {milestone.id: (p80_on, milestone) for p80_on, milestone in _funding_milestones(facts)}
    findings = {}
    for one in facts.acquisitions:
        found = None if one.milestone_id is None else reached.get(one.milestone_id)
        if found is None or one.condition_on is None or found[0] <= one.condition_on:
            continue
        evidence: Evidence = {
            "milestone": found[1].title,
            "condition_on": one.condition_on.isoformat(),
            "p80_on": found[0].isoformat(),
        }
        findings[one.id] = Finding(Severity.CRITICAL, evidence)
    return findings


TRANCHE_AT_RISK = Rule(
    code="funding.tranche_at_risk",
    subject_type="acquisition",
    evaluate=tranche_at_risk,
    severities=(Severity.CRITICAL,),
    hold=timedelta(days=1),
    keep=MEASURED,
    name=Texts(en="Tranche at risk", zh_cn="分期资金有风险"),
    condition=Texts(
        en="The milestone upon which funding depends is not reached with 80 % by the day of the condition.",
        zh_cn="资金所依赖的里程碑无法以 80 % 的把握在约定日期前达成。",
    ),
    summary=Texts(
        en="“{title}” comes only if “{milestone}” is reached by {condition_on}; by the forecast that is {p80_on} with "
        "80 %.",
        zh_cn="“{title}”以“{milestone}”在 {condition_on} 前达成为条件；按预测，80 % 把握的达成日期为 {p80_on}。",
    ),
    advice=Texts(
        en="Tell the investor before the day, and agree on a later one or on a part of the milestone.",
        zh_cn="请在该日期之前告知投资方，并商定更晚的日期或以里程碑的一部分为条件。",
    ),
)


def concentration(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Most of the money that is to come within a year comes from one source."""
    money = facts.money
    if money is None or money.largest_share is None or money.cash_generating:
        return {}
    if money.largest_share * 100 <= parameters["percent"]:
        return {}
    share = (money.largest_share * 100).quantize(Decimal(1), ROUND_DOWN)
    evidence: Evidence = {"source": money.largest_source, "share_percent": int(share), "percent": parameters["percent"]}
    return {facts.venture.id: Finding(Severity.WARNING, evidence)}


CONCENTRATION = Rule(
    code="funding.concentration",
    subject_type="venture",
    evaluate=concentration,
    keep=MEASURED,
    parameters={
        "percent": Parameter(60, 1, 99, Texts("percent above which it fires", "超过百分之多少时触发")),
    },
    name=Texts(en="Money hangs on one source", zh_cn="资金依赖单一来源"),
    condition=Texts(
        en="More than 60 % of what is to come within twelve months, each by how likely it is, comes from one source.",
        zh_cn="未来十二个月的加权预期资金中，超过 60 % 来自同一来源。",
    ),
    summary=Texts(
        en="“{title}” expects {share_percent} % of its money of the next twelve months from “{source}”.",
        zh_cn="“{title}”未来十二个月预期资金的 {share_percent} % 来自“{source}”。",
    ),
    advice=Texts(
        en="Open a second way before this one is decided: another investor, a grant, or a loan.",
        zh_cn="请在其结果明确之前开辟第二条渠道：其他投资方、补助或贷款。",
    ),
)

RULES = (GAP, RAISE_TOO_LATE, TRANCHE_AT_RISK, CONCENTRATION)
