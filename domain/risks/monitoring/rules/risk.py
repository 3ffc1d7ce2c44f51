"""Rules about single risks: how grave they are, and whether somebody looks after them."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.milestones.calendar import end_of_day, local_day
from domain.risks.monitoring.facts import Facts, RiskFacts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts
from domain.risks.scale import Level


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    """When two conditions began to hold together; unknown where either is."""
    return None if one is None or other is None else max(one, other)


def level_critical(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The current level is critical and the risk is open or accepted; an acceptance silences it, and ends nothing."""
    return {
        risk.id: Finding(Severity.CRITICAL, {"level": risk.level, "status": risk.status}, risk.level_since)
        for risk in facts.risks
        if risk.is_standing and risk.level == Level.CRITICAL
    }


LEVEL_CRITICAL = Rule(
    code="risk.level_critical",
    subject_type="risk",
    evaluate=level_critical,
    summary=Texts(en="Risk “{title}” is critical.", zh_cn="风险“{title}”的等级为严重。"),
    advice=Texts(
        en="Decide on a response with an owner and a date, or have the risk accepted.",
        zh_cn="请确定应对措施、负责人和日期，或申请接受该风险。",
    ),
)


def _overdue_limits(risk: RiskFacts, facts: Facts, parameters: Parameters) -> tuple[datetime, datetime] | None:
    """When the assessment becomes overdue, and when that becomes critical; None where none is due."""
    if risk.next_assessment_on is None or not risk.is_standing:
        return None
    critical_on = risk.next_assessment_on + timedelta(days=parameters["critical_after_days"])
    return end_of_day(risk.next_assessment_on, facts.zone), end_of_day(critical_on, facts.zone)


def assessment_overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The day of the next assessment has passed in the tenant's zone; critical after so many calendar days more."""
    findings = {}
    for risk in facts.risks:
        limits = _overdue_limits(risk, facts, parameters)
        if limits is None or risk.next_assessment_on is None or now < limits[0]:
            continue
        findings[risk.id] = Finding(
            Severity.CRITICAL if now >= limits[1] else Severity.WARNING,
            {
                "next_assessment_on": risk.next_assessment_on.isoformat(),
                "days": (local_day(now, facts.zone) - risk.next_assessment_on).days,
                "critical_after_days": parameters["critical_after_days"],
                "level": risk.level,
            },
            limits[0],
        )
    return findings


def assessment_overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which an assessment becomes overdue, or critically so."""
    limits = [_overdue_limits(risk, facts, parameters) for risk in facts.risks]
    return earliest_after(now, [at for pair in limits if pair is not None for at in pair])


ASSESSMENT_OVERDUE = Rule(
    code="risk.assessment_overdue",
    subject_type="risk",
    evaluate=assessment_overdue,
    next_change=assessment_overdue_next,
    hold=timedelta(days=1),
    parameters={"critical_after_days": Parameter(30, 1, 365, "calendar days overdue after which it is critical")},
    summary=Texts(
        en="Risk “{title}” was to be assessed again by {next_assessment_on}.",
        zh_cn="风险“{title}”应在 {next_assessment_on} 前重新评估，至今尚未评估。",
    ),
    advice=Texts(en="Assess the risk as it is today.", zh_cn="请按现状重新评估该风险。"),
)


def no_response(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """High or critical, not accepted, and without any response; began when both came to hold."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "responses": 0}, _later(risk.high_since, risk.unanswered_since)
        )
        for risk in facts.risks
        if risk.status == "open" and risk.is_serious and risk.responses == 0
    }


NO_RESPONSE = Rule(
    code="risk.no_response",
    subject_type="risk",
    evaluate=no_response,
    hold=timedelta(days=3),
    summary=Texts(en="Risk “{title}” ({level}) has no response.", zh_cn="风险“{title}”（等级：{level}）没有应对措施。"),
    advice=Texts(
        en="Add a response with an action, an owner and a date.", zh_cn="请添加应对措施，并指定行动、负责人和日期。"
    ),
)


def no_owner(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """High or critical, and nobody owns it; began when both came to hold."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "owner_id": None}, _later(risk.high_since, risk.ownerless_since)
        )
        for risk in facts.risks
        if risk.is_standing and risk.is_serious and risk.owner_id is None
    }


NO_OWNER = Rule(
    code="risk.no_owner",
    subject_type="risk",
    evaluate=no_owner,
    hold=timedelta(days=1),
    summary=Texts(en="Risk “{title}” ({level}) has no owner.", zh_cn="风险“{title}”（等级：{level}）没有负责人。"),
    advice=Texts(en="Name the member who looks after it.", zh_cn="请指定负责人。"),
)

RULES = (LEVEL_CRITICAL, ASSESSMENT_OVERDUE, NO_RESPONSE, NO_OWNER)
