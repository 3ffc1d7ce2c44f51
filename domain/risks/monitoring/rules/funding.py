"""Rules about money and time earned: what is worked out of a venture's budgets, costs and cash."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from statistics import median

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule
from domain.risks.monitoring.rules.texts import Texts

MEASURED = timedelta(days=1)
"""How long an alert of what is measured is kept after it has cleared."""
_HUNDREDTH, _CENT = Decimal("0.01"), Decimal("0.01")
MONTHS_BEFORE = 6


def _told(value: Decimal) -> str:
    """A ratio or a number of months in a sentence: cut off, so that it never reads as if the limit were kept."""
    return str(value.quantize(_HUNDREDTH, ROUND_DOWN))


def _found(facts: Facts, severity: Severity | None, evidence: Evidence) -> Findings:
    return {} if severity is None else {facts.venture.id: Finding(severity, evidence)}


def runway(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The cash lasts for fewer months than it should."""
    money = facts.money
    if money is None or money.runway_months is None or money.cash is None or money.net_burn is None:
        return {}
    limit = parameters["warning_months"]
    if money.runway_months >= limit:
        return {}
    critical = money.runway_months < parameters["critical_months"]
    evidence: Evidence = {
        "months": _told(money.runway_months),
        "cash": str(money.cash),
        "net_burn": str(money.net_burn),
        "limit_months": parameters["critical_months"] if critical else limit,
    }
    return _found(facts, Severity.CRITICAL if critical else Severity.WARNING, evidence)


RUNWAY = Rule(
    code="funding.runway",
    subject_type="venture",
    evaluate=runway,
    severities=(Severity.WARNING, Severity.CRITICAL),
    hold=timedelta(days=3),
    keep=MEASURED,
    parameters={
        "warning_months": Parameter(6, 1, 60, Texts("months under which it warns", "低于多少个月时警告")),
        "critical_months": Parameter(
            3, 0, 60, Texts("months under which it is critical", "低于多少个月时为严重"), at_most="warning_months"
        ),
    },
    name=Texts(en="Runway is short", zh_cn="现金可用期过短"),
    condition=Texts(
        en="Cash divided by the mean net burn of the last three whole months is under 6 months; critical under 3.",
        zh_cn="现金除以最近三个完整月份的平均净消耗不足 6 个月；不足 3 个月为严重。",
    ),
    summary=Texts(
        en="The cash of “{title}” lasts for {months} months: {cash}, of which {net_burn} a month are spent.",
        zh_cn="“{title}”的现金可维持 {months} 个月：现金 {cash}，每月净消耗 {net_burn}。",
    ),
    advice=Texts(
        en="Raise money or spend less now: raising usually takes six months.",
        zh_cn="请立即融资或减少支出：融资通常需要六个月。",
    ),
)


def default_dead(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Receipts that grow as now do not cover the cost before the cash ends, and that is not far."""
    money = facts.money
    if money is None or money.default_alive is not False or money.runway_months is None:
        return {}
    if money.runway_months >= parameters["within_months"]:
        return {}
    evidence: Evidence = {"months": _told(money.runway_months), "within_months": parameters["within_months"]}
    return _found(facts, Severity.WARNING, evidence)


DEFAULT_DEAD = Rule(
    code="funding.default_dead",
    subject_type="venture",
    evaluate=default_dead,
    hold=timedelta(days=7),
    keep=MEASURED,
    parameters={
        "within_months": Parameter(
            12, 1, 60, Texts("months of runway under which it is looked at", "可用期低于多少个月时检查")
        )
    },
    name=Texts(en="Lives on new money", zh_cn="依赖新资金"),
    condition=Texts(
        en="Revenue that grows as in the last three months does not cover the cost before the cash ends, and the "
        "runway is under 12 months.",
        zh_cn="按最近三个月的增长，收入在现金耗尽前无法覆盖支出，且现金可用期不足 12 个月。",
    ),
    summary=Texts(
        en="The revenue of “{title}” grows too slowly to cover its cost before the cash ends in {months} months.",
        zh_cn="“{title}”的收入增长过慢，无法在 {months} 个月后现金耗尽前覆盖支出。",
    ),
    advice=Texts(
        en="Decide what must come first: new money, less cost, or faster growth; and plan for it by date.",
        zh_cn="请决定优先事项：新资金、降低支出或加快增长，并按日期制定计划。",
    ),
)


def burn_spike(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The last whole month burnt much more than the months before it."""
    burns = () if facts.money is None else facts.money.burns
    if len(burns) <= MONTHS_BEFORE:
        return {}
    last, usual = burns[-1], median(burns[-1 - MONTHS_BEFORE : -1])
    if usual <= 0 or last * 100 <= usual * parameters["percent"]:
        return {}
    evidence: Evidence = {
        "net_burn": str(last),
        "usual": str(usual.quantize(_CENT)),
        "percent": parameters["percent"],
    }
    return _found(facts, Severity.WARNING, evidence)


BURN_SPIKE = Rule(
    code="funding.burn_spike",
    subject_type="venture",
    evaluate=burn_spike,
    keep=MEASURED,
    parameters={
        "percent": Parameter(
            130, 101, 1_000, Texts("percent of the usual above which it fires", "超过通常水平百分之多少时触发")
        )
    },
    name=Texts(en="Burn has jumped", zh_cn="现金消耗激增"),
    condition=Texts(
        en="The net burn of the last whole month is above 1.3 times the median of the six months before.",
        zh_cn="最近一个完整月份的净消耗高于此前六个月中位数的 1.3 倍。",
    ),
    summary=Texts(
        en="“{title}” burnt {net_burn} in the last whole month; {usual} is usual.",
        zh_cn="“{title}”上一个完整月份的净消耗为 {net_burn}，通常为 {usual}。",
    ),
    advice=Texts(
        en="Look at the month's costs: was it paid once, or is it the new level?",
        zh_cn="请核对该月支出：是一次性付款，还是新的常态？",
    ),
)


def burn_multiple(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Much is burnt for each unit of new recurring revenue; not asked before anything recurs."""
    money = facts.money
    if money is None or money.burn_multiple is None or money.net_new_arr is None:
        return {}
    if money.burn_multiple * 10 < parameters["suspect_tenths"]:
        return {}
    bad = money.burn_multiple * 10 >= parameters["bad_tenths"]
    evidence: Evidence = {
        "burn_multiple": _told(money.burn_multiple),
        "net_new_arr": str(money.net_new_arr),
        "limit": str(Decimal(parameters["bad_tenths" if bad else "suspect_tenths"]) / 10),
    }
    return _found(facts, Severity.WARNING if bad else Severity.INFO, evidence)


BURN_MULTIPLE = Rule(
    code="funding.burn_multiple",
    subject_type="venture",
    evaluate=burn_multiple,
    severities=(Severity.INFO, Severity.WARNING),
    keep=MEASURED,
    parameters={
        "suspect_tenths": Parameter(
            20,
            1,
            1_000,
            Texts("tenths of the multiple from which it is told", "达到该倍数（十分之一）时提示"),
            at_most="bad_tenths",
        ),
        "bad_tenths": Parameter(
            30, 1, 1_000, Texts("tenths of the multiple from which it warns", "达到该倍数（十分之一）时警告")
        ),
    },
    name=Texts(en="Growth is dearly bought", zh_cn="增长成本过高"),
    condition=Texts(
        en="In the last three whole months at least 2 were burnt for each 1 of new annual recurring revenue; warning "
        "from 3.",
        zh_cn="最近三个完整月份中，每新增 1 单位年度经常性收入至少消耗 2 单位资金；达到 3 为警告。",
    ),
    summary=Texts(
        en="“{title}” burnt {burn_multiple} for each 1 of new annual recurring revenue, which has grown by "
        "{net_new_arr}.",
        zh_cn="“{title}”每新增 1 单位年度经常性收入消耗 {burn_multiple} 单位资金；该收入共增长 {net_new_arr}。",
    ),
    advice=Texts(
        en="Look at what the money goes to that wins no customers, and at the customers that leave.",
        zh_cn="请检查哪些支出没有带来客户，以及哪些客户正在流失。",
    ),
)


def _severity(index: Decimal, parameters: Parameters) -> Severity | None:
    if index * 100 >= parameters["warning_percent"]:
        return None
    return Severity.CRITICAL if index * 100 < parameters["critical_percent"] else Severity.WARNING


def _index_parameters(share: Texts) -> dict[str, Parameter]:
    return {
        "warning_percent": Parameter(90, 1, 100, Texts("percent under which it warns", "低于百分之多少时警告")),
        "critical_percent": Parameter(
            80, 0, 100, Texts("percent under which it is critical", "低于百分之多少时为严重"), at_most="warning_percent"
        ),
        "from_percent": Parameter(20, 0, 100, share),
    }


def overspend(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """What was done has cost more than it is worth; not asked of what has hardly begun."""
    money = facts.money
    if money is None or money.cpi is None or not money.bac or money.ev is None or money.ac is None:
        return {}
    if money.ev * 100 < money.bac * parameters["from_percent"]:
        return {}
    evidence: Evidence = {"cpi": _told(money.cpi), "earned": str(money.ev), "cost": str(money.ac)}
    return _found(facts, _severity(money.cpi, parameters), evidence)


OVERSPEND = Rule(
    code="funding.overspend",
    subject_type="venture",
    evaluate=overspend,
    severities=(Severity.WARNING, Severity.CRITICAL),
    keep=MEASURED,
    parameters=_index_parameters(
        Texts("percent of the budget earned from which it is asked", "完成预算价值百分之多少后检查")
    ),
    name=Texts(en="Costs more than it earns", zh_cn="成本超支"),
    condition=Texts(
        en="The cost performance index is under 0.9 with at least 20 % of the budget earned; critical under 0.8.",
        zh_cn="已完成至少 20% 的预算价值而成本绩效指数低于 0.9；低于 0.8 为严重。",
    ),
    summary=Texts(
        en="The cost performance of “{title}” is {cpi}: {earned} was earned for {cost}.",
        zh_cn="“{title}”的成本绩效指数为 {cpi}：以 {cost} 的成本完成了 {earned} 的价值。",
    ),
    advice=Texts(
        en="Find the milestone whose cost performance is worst, and decide: less scope, or more budget.",
        zh_cn="请找出成本绩效最差的里程碑，并决定缩减范围或追加预算。",
    ),
)


def behind(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """What is earned by now was planned for much earlier; not asked before much was planned."""
    money = facts.money
    if money is None or money.spi_t is None or not money.bac or money.pv is None or money.ev is None:
        return {}
    if money.pv * 100 < money.bac * parameters["from_percent"]:
        return {}
    evidence: Evidence = {"spi_t": _told(money.spi_t), "earned": str(money.ev), "planned": str(money.pv)}
    return _found(facts, _severity(money.spi_t, parameters), evidence)


BEHIND = Rule(
    code="schedule.spi",
    subject_type="venture",
    evaluate=behind,
    severities=(Severity.WARNING, Severity.CRITICAL),
    keep=MEASURED,
    parameters=_index_parameters(
        Texts("percent of the budget planned from which it is asked", "计划价值达到预算百分之多少后检查")
    ),
    name=Texts(en="Behind schedule", zh_cn="进度落后"),
    condition=Texts(
        en="Earned schedule divided by actual time is under 0.9 with at least 20 % of the budget planned; critical "
        "under 0.8.",
        zh_cn="计划价值已达预算 20% 而挣得进度与实际时间之比低于 0.9；低于 0.8 为严重。",
    ),
    summary=Texts(
        en="The schedule performance of “{title}” in time is {spi_t}: {earned} was earned, {planned} was planned.",
        zh_cn="“{title}”按时间计的进度绩效为 {spi_t}：已完成价值 {earned}，计划价值 {planned}。",
    ),
    advice=Texts(
        en="Look at the critical path: move what can be moved, or agree on new dates.",
        zh_cn="请查看关键路径：调整可以调整的工作，或商定新的日期。",
    ),
)

RULES = (RUNWAY, DEFAULT_DEAD, BURN_SPIKE, BURN_MULTIPLE, OVERSPEND, BEHIND)
