"""Rules about a venture's market: whether users are asked, and how much hangs on few customers."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from domain.calendars.working_days import end_of_day, local_day, start_of_day
from domain.risks.monitoring.chapters.market import RevenueFacts
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def _silent_from(facts: Facts, parameters: Parameters) -> datetime | None:
    """When users of a growing venture have been asked nothing for too long; if never, from its beginning on."""
    if facts.venture.stage != "growth":
        return None
    created = facts.venture.created_at
    days = [study.held_on for study in facts.research] + ([] if created is None else [local_day(created, facts.zone)])
    return end_of_day(max(days) + timedelta(days=parameters["days"]), facts.zone) if days else None


def validation_missing(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A growing venture whose users were neither asked nor watched for so many days."""
    since = _silent_from(facts, parameters)
    if since is None or now < since:
        return {}
    asked = max((study.held_on for study in facts.research), default=None)
    evidence: Evidence = {"asked_on": None if asked is None else asked.isoformat(), "days": parameters["days"]}
    return {facts.venture.id: Finding(Severity.INFO, evidence, since)}


def validation_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the last study is too long ago."""
    return earliest_after(now, [_silent_from(facts, parameters)])


VALIDATION_MISSING = Rule(
    code="market.validation_missing",
    subject_type="venture",
    evaluate=validation_missing,
    next_change=validation_next,
    severities=(Severity.INFO,),
    parameters={"days": Parameter(90, 7, 730, Texts("calendar days without user research", "没有用户研究的日历日数"))},
    name=Texts(en="Users are not asked", zh_cn="缺少用户验证"),
    condition=Texts(
        en="In the growth stage, without an interview, a survey or a usability test for 90 days.",
        zh_cn="处于增长阶段，且 90 天内没有访谈、问卷或可用性测试。",
    ),
    summary=Texts(
        en="“{title}” is growing, and its users have not been asked for {days} days (since {since}).",
        zh_cn="“{title}”处于增长阶段，但已超过 {days} 天没有询问用户（自 {since} 起触发）。",
    ),
    advice=Texts(
        en="Talk to five users, old and new, and write down what they lack.",
        zh_cn="请访谈五位新老用户，并记录他们的需求。",
    ),
)


def _hangs_on_few(revenue: RevenueFacts, parameters: Parameters) -> tuple[Decimal, Decimal] | None:
    """The share of the largest customer and the index of concentration, in percent, where either is too much."""
    if not revenue.whole or revenue.largest is None or revenue.squares is None:
        return None
    share, index = revenue.largest / revenue.whole * 100, revenue.squares / revenue.whole**2 * 100
    spread = revenue.customers >= parameters["least_customers"]
    fires = share > parameters["percent"] or (spread and index > parameters["hhi_percent"])
    return (share, index) if fires else None


def customer_concentration(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """One customer brings most of the revenue, or few bring nearly all; the worst currency is told."""
    if not facts.venture.is_active:
        return {}
    found = [(told, one) for one in facts.revenue if (told := _hangs_on_few(one, parameters)) is not None]
    if not found:
        return {}
    (share, index), revenue = max(found, key=lambda each: (each[0], each[1].currency))
    evidence: Evidence = {
        "currency": revenue.currency,
        "customers": revenue.customers,
        "share_percent": f"{share:.1f}",
        "percent": parameters["percent"],
        "hhi_percent": f"{index:.1f}",
        "hhi_limit_percent": parameters["hhi_percent"],
    }
    return {facts.venture.id: Finding(Severity.WARNING, evidence)}


def concentration_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When a month comes to those that count, or leaves them: the sums are read anew then."""
    days = [one.changes_on for one in facts.revenue if one.changes_on is not None]
    return earliest_after(now, [start_of_day(day, facts.zone) for day in days])


CUSTOMER_CONCENTRATION = Rule(
    code="market.customer_concentration",
    subject_type="venture",
    evaluate=customer_concentration,
    next_change=concentration_next,
    parameters={
        "percent": Parameter(
            40,
            1,
            99,
            Texts("percent of twelve months' revenue from one customer", "单一客户占十二个月收入的百分比"),
        ),
        "hhi_percent": Parameter(25, 1, 99, Texts("Herfindahl-Hirschman index, in percent", "赫芬达尔指数（百分比）")),
        "least_customers": Parameter(
            3, 2, 1_000, Texts("customers from which on the index counts", "适用该指数的最少客户数")
        ),
    },
    name=Texts(en="Revenue hangs on few customers", zh_cn="收入集中于少数客户"),
    condition=Texts(
        en="Over twelve months one customer brings more than 40 % of the revenue in a currency, or the "
        "Herfindahl-Hirschman index of at least 3 customers is above 0.25.",
        zh_cn="十二个月内，单一客户占某一货币收入的 40 % 以上；或在至少 3 个客户时，赫芬达尔指数高于 0.25。",
    ),
    summary=Texts(
        en="One of the {customers} customers of “{title}” brings {share_percent} % of its revenue in {currency} (limit "
        "{percent} %); the index of concentration is {hhi_percent} % (limit {hhi_limit_percent} %).",
        zh_cn="“{title}”的 {customers} 个客户中，单一客户占其 {currency} 收入的 {share_percent} %（上限 {percent} %）；"
        "集中度指数为 {hhi_percent} %（上限 {hhi_limit_percent} %）。",
    ),
    advice=Texts(
        en="Win customers of another kind, and find out what the largest one would need to stay.",
        zh_cn="请开拓其他类型的客户，并了解最大客户继续合作的条件。",
    ),
)

RULES = (VALIDATION_MISSING, CUSTOMER_CONCENTRATION)
