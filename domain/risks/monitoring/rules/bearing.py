"""Rules about what is borne: acceptances that have lapsed, and losses above the appetite."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from domain.calendars.working_days import end_of_day
from domain.risks.monitoring.facts import AppetiteFacts, Facts, RiskFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def _lapses(risk: RiskFacts, facts: Facts) -> datetime | None:
    """When the last acceptance of a risk lapses, or has lapsed; None where it was ended before."""
    return None if risk.borne_until is None else end_of_day(risk.borne_until, facts.zone)


def expired(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The last acceptance has lapsed, and nobody has assessed or answered the risk since."""
    findings = {}
    for risk in facts.threats:
        lapsed = _lapses(risk, facts)
        if risk.borne_until is None or lapsed is None or now < lapsed or not risk.is_standing:
            continue
        if any(at is not None and at > lapsed for at in (risk.assessed_at, risk.answered_at)):
            continue
        evidence = {"expired_on": risk.borne_until.isoformat(), "level": risk.level}
        findings[risk.id] = Finding(Severity.WARNING, evidence, lapsed)
    return findings


def expired_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the next acceptance lapses."""
    return earliest_after(now, (_lapses(risk, facts) for risk in facts.threats if risk.is_standing))


EXPIRED = Rule(
    code="acceptance.expired",
    subject_type="risk",
    evaluate=expired,
    next_change=expired_next,
    name=Texts(en="Acceptance has lapsed", zh_cn="风险接受已到期"),
    condition=Texts(
        en="The last acceptance of a risk has lapsed, and there is no new one, and no later assessment or response.",
        zh_cn="风险的最近一次接受已到期，且之后没有新的接受、评估或应对措施。",
    ),
    summary=Texts(
        en="The acceptance of risk “{title}” held until {expired_on} and has lapsed; nothing was decided since.",
        zh_cn="风险“{title}”的接受有效期至 {expired_on}，现已到期，此后没有新的决定。",
    ),
    advice=Texts(
        en="Ask for a new acceptance with the reason as it is today, or assess the risk and answer it.",
        zh_cn="请按当前理由重新申请接受，或重新评估并应对该风险。",
    ),
)


def _limit(facts: Facts) -> AppetiteFacts | None:
    """The venture's own limit for all categories together, else that of all ventures."""
    overall = [one for one in facts.appetites if one.category is None]
    return min(overall, key=lambda one: one.whole, default=None)


_CENT = Decimal("0.01")


def _severity(loss: Decimal, amount: Decimal, parameters: Parameters) -> Severity:
    critical = loss * 100 > amount * parameters["critical_percent"]
    return Severity.CRITICAL if critical else Severity.WARNING


_CRITICAL_PERCENT = Parameter(
    200, 100, 10_000, Texts("percent of the limit above which it is critical", "超过限额百分之多少为严重")
)


def exposure(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The loss that the register exceeds with 20 % is above the appetite for all categories, or a share of the cash."""
    found = facts.exposure
    limits = _borne(facts, parameters)
    if found is None or not limits:
        return {}
    basis, amount, whole = min(limits, key=lambda limit: limit[1])
    if found.p80 <= amount:
        return {}
    evidence: Evidence = {
        "loss": str(found.p80),
        "amount": str(amount),
        "basis": basis,
        "of_all_ventures": whole,
        "risks": found.risks,
        "critical_percent": parameters["critical_percent"],
    }
    return {facts.venture.id: Finding(_severity(found.p80, amount, parameters), evidence)}


def _borne(facts: Facts, parameters: Parameters) -> list[tuple[str, Decimal, bool]]:
    """What a venture can bear, by its appetite and by its cash; whether the former is that of all ventures."""
    limit, cash = _limit(facts), None if facts.money is None else facts.money.cash
    found = [] if limit is None else [("appetite", limit.amount, limit.whole)]
    if cash is not None:
        found.append(("cash", (max(cash, Decimal(0)) * parameters["cash_percent"] / 100).quantize(_CENT), False))
    return found


EXPOSURE = Rule(
    code="register.exposure",
    subject_type="venture",
    evaluate=exposure,
    severities=(Severity.WARNING, Severity.CRITICAL),
    hold=timedelta(days=1),
    parameters={
        "critical_percent": _CRITICAL_PERCENT,
        "cash_percent": Parameter(25, 1, 1_000, Texts("percent of the cash that is borne", "可承受现金的百分之多少")),
    },
    name=Texts(en="Exposure above appetite or cash", zh_cn="敞口超出风险偏好或现金"),
    condition=Texts(
        en="The P80 loss of the register is above the appetite (the venture's, else that of all ventures), or above "
        "25 % of the cash; critical above twice as much.",
        zh_cn="登记册的 P80 损失高于风险偏好（项目的，否则为全体的），或高于现金的 25%；超过两倍为严重。",
    ),
    summary=Texts(
        en="The register of “{title}” may cost {loss} (P80); {amount} can be borne.",
        zh_cn="“{title}”登记册的可能损失为 {loss}（P80），可承受额度为 {amount}。",
    ),
    advice=Texts(
        en="Look at the risks with the largest share of P80: transfer or mitigate them first, or raise a reserve.",
        zh_cn="请先处理在 P80 中占比最大的风险：转移或减轻，或增加储备。",
    ),
)


def appetite(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The expected loss of a venture's threats, in one category or in all, is above what is borne."""
    findings = {}
    for limit in facts.appetites:
        if limit.whole:
            continue  # what all ventures bear together is no one venture's affair
        counted = [
            risk.expected_loss
            for risk in facts.threats
            if risk.is_standing and risk.expected_loss is not None and limit.category in (None, risk.category)
        ]
        loss = sum(counted, Decimal(0))
        if loss > limit.amount:
            evidence = {
                "venture": facts.venture.title,
                "category": limit.category,
                "expected_loss": str(loss),
                "amount": str(limit.amount),
                "risks": len(counted),
                "critical_percent": parameters["critical_percent"],
            }
            findings[limit.id] = Finding(_severity(loss, limit.amount, parameters), evidence)
    return findings


APPETITE = Rule(
    code="register.appetite",
    subject_type="risk_appetite",
    evaluate=appetite,
    severities=(Severity.WARNING, Severity.CRITICAL),
    parameters={"critical_percent": _CRITICAL_PERCENT},
    name=Texts(en="Expected loss above appetite", zh_cn="预期损失超出风险偏好"),
    condition=Texts(
        en="The expected loss of a venture's open and accepted threats, in a category or in all, is above its "
        "appetite; critical above twice as much.",
        zh_cn="项目未关闭威胁的预期损失（某一类别或全部）高于其风险偏好；超过两倍为严重。",
    ),
    summary=Texts(
        en="The expected loss of “{venture}” ({title}) is {expected_loss}, above the {amount} that is borne.",
        zh_cn="“{venture}”（{title}）的预期损失为 {expected_loss}，高于可承受的 {amount}。",
    ),
    advice=Texts(
        en="Answer the gravest of these risks, or decide knowingly to bear more and say so in the appetite.",
        zh_cn="请应对其中最严重的风险，或明确决定承受更多并更新风险偏好。",
    ),
)

RULES = (EXPIRED, EXPOSURE, APPETITE)
