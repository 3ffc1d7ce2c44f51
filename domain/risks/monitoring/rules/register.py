"""Rules about a venture's register as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from domain.risks.monitoring.facts import Facts, RiskFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def _loss(risks: Iterable[RiskFacts]) -> Decimal:
    """The sum of the expected losses that are known."""
    return sum((risk.expected_loss or Decimal(0) for risk in risks), Decimal(0))


def concentration(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """One category holds most of the expected loss, among enough risks whose loss is known."""
    known = [risk for risk in facts.threats if risk.is_standing and risk.expected_loss is not None]
    whole = _loss(known)
    if len(known) < parameters["least_risks"] or not whole:
        return {}
    categories = sorted({risk.category for risk in known if risk.category is not None})
    losses = {category: _loss(risk for risk in known if risk.category == category) for category in categories}
    category = max(categories, key=losses.__getitem__, default="")
    share = losses.get(category, Decimal(0)) / whole
    if share * 100 <= parameters["percent"]:
        return {}
    evidence: Evidence = {
        "category": category,
        "share_percent": f"{share * 100:.1f}",
        "percent": parameters["percent"],
        "risks": len(known),
    }
    return {facts.venture.id: Finding(Severity.INFO, evidence)}


CONCENTRATION = Rule(
    code="register.concentration",
    subject_type="venture",
    evaluate=concentration,
    severities=(Severity.INFO,),
    parameters={
        "percent": Parameter(
            60, 1, 100, Texts("percent of the expected loss in one category", "单一类别占预期损失的百分比")
        ),
        "least_risks": Parameter(4, 2, 1_000, Texts("risks with a known loss, at least", "已知损失的风险最少数量")),
    },
    name=Texts(en="Risk is concentrated", zh_cn="风险集中"),
    condition=Texts(
        en="One category holds more than 60 % of the expected loss, among at least 4 risks.",
        zh_cn="在至少 4 个风险中，单一类别占预期损失的 60 % 以上。",
    ),
    summary=Texts(
        en="Category {category} holds {share_percent} % of the expected loss of “{title}” (limit {percent} %).",
        zh_cn="类别 {category} 占“{title}”预期损失的 {share_percent} %（上限 {percent} %）。",
    ),
    advice=Texts(
        en="Diversify what it depends on, and check whether other categories were looked at as closely.",
        zh_cn="请分散其依赖，并检查其他类别是否得到同等关注。",
    ),
)


def _cause_of(risk: RiskFacts) -> str | None:
    return " ".join(risk.cause.split()).casefold() or None if risk.cause else None


def _causes(facts: Facts, standing: list[RiskFacts]) -> Iterable[tuple[str, list[RiskFacts]]]:
    """Each cause with the risks that it may bring about: a risk to which they are linked, or the same words."""
    titles = {risk.id: risk.title for risk in facts.risks}
    by_id = {risk.id: risk for risk in standing}
    linked: dict[UUID, list[RiskFacts]] = defaultdict(list)
    for link in facts.causes:
        if link.risk_id in titles and link.follows_id in by_id:
            linked[link.risk_id].append(by_id[link.follows_id])
    yield from ((titles[id], risks) for id, risks in linked.items())
    worded: dict[str, list[RiskFacts]] = defaultdict(list)
    for risk in standing:
        if (words := _cause_of(risk)) is not None:
            worded[words].append(risk)
    yield from ((" ".join((risks[0].cause or "").split())[:200], risks) for risks in worded.values())


def common_cause(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Several open threats share a cause, and together hold a large share of the expected loss."""
    standing = [risk for risk in facts.threats if risk.is_standing]
    whole = _loss(standing)
    groups = [(name, risks) for name, risks in _causes(facts, standing) if len(risks) >= parameters["least_risks"]]
    if not whole or not groups:
        return {}
    cause, risks = max(groups, key=lambda group: _loss(group[1]))
    share = _loss(risks) / whole
    if share * 100 <= parameters["percent"]:
        return {}
    evidence: Evidence = {
        "cause": cause,
        "risks": len(risks),
        "share_percent": f"{share * 100:.1f}",
        "percent": parameters["percent"],
    }
    return {facts.venture.id: Finding(Severity.INFO, evidence)}


COMMON_CAUSE = Rule(
    code="risk.common_cause",
    subject_type="venture",
    evaluate=common_cause,
    severities=(Severity.INFO,),
    parameters={
        "least_risks": Parameter(3, 2, 100, Texts("risks that share the cause, at least", "同一原因的风险最少数量")),
        "percent": Parameter(
            40, 1, 100, Texts("percent of the expected loss that they hold together", "其合计占预期损失的百分比")
        ),
    },
    name=Texts(en="One cause behind several risks", zh_cn="多个风险同源"),
    condition=Texts(
        en="At least 3 open threats share a cause, by a link or in the same words, and hold more than 40 % of the "
        "expected loss together.",
        zh_cn="至少 3 个未关闭的威胁具有相同原因（相互关联或文字相同），且合计占预期损失的 40 % 以上。",
    ),
    summary=Texts(
        en="{risks} risks of “{title}” share the cause “{cause}” and hold {share_percent} % of the expected loss.",
        zh_cn="“{title}”的 {risks} 个风险原因相同（“{cause}”），合计占预期损失的 {share_percent} %。",
    ),
    advice=Texts(
        en="Treat the cause once instead of each risk by itself.", zh_cn="请针对共同原因统一应对，而不是逐一处理。"
    ),
)


def _silent_from(facts: Facts, parameters: Parameters) -> datetime | None:
    moved = facts.venture.register_moved_at or facts.venture.created_at
    if moved is None or not facts.venture.is_active:
        return None
    return moved + timedelta(days=parameters["days"])


def stale(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """No risk was added, assessed or closed for so many days, while the venture is active."""
    since = _silent_from(facts, parameters)
    if since is None or now < since:
        return {}
    moved = facts.venture.register_moved_at
    evidence: Evidence = {
        "moved_on": None if moved is None else moved.astimezone(facts.zone).date().isoformat(),
        "days": parameters["days"],
        "risks": len(facts.risks),
    }
    return {facts.venture.id: Finding(Severity.WARNING, evidence, since)}


def stale_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the register has been silent for too long."""
    return earliest_after(now, [_silent_from(facts, parameters)])


STALE = Rule(
    code="register.stale",
    subject_type="venture",
    evaluate=stale,
    next_change=stale_next,
    parameters={
        "days": Parameter(60, 7, 730, Texts("calendar days without movement in the register", "登记册无变动的日历日数"))
    },
    name=Texts(en="Dead register", zh_cn="登记册停滞"),
    condition=Texts(
        en="No risk was added, assessed or closed for 60 days while the venture is active.",
        zh_cn="项目进行期间，60 天内没有新增、评估或关闭任何风险。",
    ),
    summary=Texts(
        en="In the risk register of “{title}” nothing has moved for {days} days (since {since}).",
        zh_cn="“{title}”的风险登记册已有 {days} 天没有变动（自 {since} 起触发）。",
    ),
    advice=Texts(
        en="Go through the register with the team: what is new, what is over, what has changed?",
        zh_cn="请与团队一起梳理登记册：哪些是新风险，哪些已结束，哪些有变化？",
    ),
)

RULES = (CONCENTRATION, COMMON_CAUSE, STALE)
