"""Rules about how risks are answered: owner, responses, and the actions that carry them out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendars.working_days import end_of_day, local_day
from domain.risks.monitoring.facts import ActionFacts, Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, both
from domain.risks.monitoring.rules.texts import Texts
from domain.risks.scale import Level


def no_response(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """High or critical, not accepted, and without any response; began when both came to hold."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "responses": 0}, both(risk.high_since, risk.unanswered_since)
        )
        for risk in facts.threats
        if risk.status == "open" and risk.is_serious and risk.responses == 0
    }


NO_RESPONSE = Rule(
    code="risk.no_response",
    subject_type="risk",
    evaluate=no_response,
    hold=timedelta(days=3),
    name=Texts(en="Serious risk without response", zh_cn="重大风险无应对"),
    condition=Texts(
        en="A high or critical risk has had no response for the hold time.",
        zh_cn="等级为高或严重的风险在保持时间内没有应对措施。",
    ),
    summary=Texts(
        en="Risk “{title}” ({level}) has had no response since {since}.",
        zh_cn="风险“{title}”（等级：{level}）自 {since} 起没有应对措施。",
    ),
    advice=Texts(
        en="Avoid, mitigate, transfer or accept it: add a response with an action, an owner and a date.",
        zh_cn="请选择规避、减轻、转移或接受：添加应对措施，并指定行动、负责人和日期。",
    ),
)


def no_owner(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """High or critical, and nobody owns it; began when both came to hold."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "owner_id": None}, both(risk.high_since, risk.ownerless_since)
        )
        for risk in facts.threats
        if risk.is_standing and risk.is_serious and risk.owner_id is None
    }


NO_OWNER = Rule(
    code="risk.no_owner",
    subject_type="risk",
    evaluate=no_owner,
    hold=timedelta(days=1),
    name=Texts(en="Serious risk without owner", zh_cn="重大风险无负责人"),
    condition=Texts(en="A high or critical risk has no owner.", zh_cn="等级为高或严重的风险没有负责人。"),
    summary=Texts(
        en="Risk “{title}” ({level}) has had no owner since {since}.",
        zh_cn="风险“{title}”（等级：{level}）自 {since} 起没有负责人。",
    ),
    advice=Texts(en="Name the member who looks after it.", zh_cn="请指定负责人。"),
)


def _dated_actions(facts: Facts) -> list[tuple[ActionFacts, date, bool]]:
    """Actions that are not done and have a due day: that day, and whether the risk is critical."""
    critical = {risk.id: risk.level == Level.CRITICAL for risk in facts.risks if risk.status != "closed"}
    return [
        (action, action.due_on, critical[action.risk_id])
        for action in facts.actions
        if action.due_on is not None and action.completed_at is None and action.risk_id in critical
    ]


def action_overdue(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """An action's due day has passed in the tenant's zone; critical later, on a critical risk."""
    findings = {}
    today = local_day(now, facts.zone)
    for action, due_on, critical in _dated_actions(facts):
        if due_on >= today:
            continue
        days = (today - due_on).days
        findings[action.id] = Finding(
            Severity.CRITICAL if critical and days > parameters["critical_after_days"] else Severity.WARNING,
            {
                "due_on": due_on.isoformat(),
                "days": days,
                "critical_after_days": parameters["critical_after_days"],
                "risk_is_critical": critical,
            },
            end_of_day(due_on, facts.zone),
        )
    return findings


def action_overdue_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which an action becomes overdue, or critically so."""
    days = []
    for _, due_on, critical in _dated_actions(facts):
        days.append(due_on)
        if critical:
            days.append(due_on + timedelta(days=parameters["critical_after_days"]))
    today = local_day(now, facts.zone)
    coming = min((day for day in days if day >= today), default=None)
    return None if coming is None else end_of_day(coming, facts.zone)


ACTION_OVERDUE = Rule(
    code="risk.action_overdue",
    subject_type="action",
    evaluate=action_overdue,
    next_change=action_overdue_next,
    severities=(Severity.WARNING, Severity.CRITICAL),
    parameters={
        "critical_after_days": Parameter(
            14,
            1,
            365,
            Texts(
                "calendar days overdue after which it is critical, on a critical risk",
                "严重风险的行动逾期多少个日历日后为严重",
            ),
        )
    },
    name=Texts(en="Action overdue", zh_cn="行动逾期"),
    condition=Texts(
        en="An action of a response is past due; critical after 14 days on a critical risk.",
        zh_cn="应对措施的行动已逾期；严重风险逾期 14 天后为严重。",
    ),
    summary=Texts(
        en="Action “{title}” was due on {due_on} and is not done.",
        zh_cn="行动“{title}”应于 {due_on} 完成，至今尚未完成。",
    ),
    advice=Texts(
        en="Do it, give it to somebody who can, or agree on a new date.",
        zh_cn="请完成该行动、转交他人，或商定新的日期。",
    ),
)


def ineffective_response(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Every action is done, and the current score is not below the inherent one."""
    actions = _by_risk(facts)
    findings = {}
    for risk in facts.threats:
        done = [action.completed_at for action in actions[risk.id] if action.completed_at is not None]
        if not done or len(done) < len(actions[risk.id]) or not risk.is_standing:
            continue
        if risk.score is None or risk.inherent_score is None or risk.score < risk.inherent_score:
            continue
        evidence = {"score": risk.score, "inherent_score": risk.inherent_score, "actions": len(done)}
        findings[risk.id] = Finding(Severity.WARNING, evidence, both(max(done), risk.level_since))
    return findings


def _by_risk(facts: Facts) -> dict[UUID, list[ActionFacts]]:
    found: dict[UUID, list[ActionFacts]] = defaultdict(list)
    for action in facts.actions:
        found[action.risk_id].append(action)
    return found


INEFFECTIVE_RESPONSE = Rule(
    code="risk.ineffective_response",
    subject_type="risk",
    evaluate=ineffective_response,
    hold=timedelta(days=14),
    name=Texts(en="Responses without effect", zh_cn="应对无效"),
    condition=Texts(
        en="All actions have been done for the hold time, and the risk is no smaller than before any response.",
        zh_cn="全部行动完成已达保持时间，而风险并未低于应对之前。",
    ),
    summary=Texts(
        en="Actions against risk “{title}” are done since {since}; its score {score} is not below {inherent_score}.",
        zh_cn="风险“{title}”的行动自 {since} 起已全部完成，但分数 {score} 未低于初始分数 {inherent_score}。",
    ),
    advice=Texts(
        en="Assess the risk again; if it is as bad as before, choose another kind of response.",
        zh_cn="请重新评估；若未见好转，请改用其他应对方式。",
    ),
)


def issue_without_plan(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The risk has struck, and no open or finished action has both an owner and a date."""
    actions = _by_risk(facts)
    return {
        risk.id: Finding(
            Severity.CRITICAL, {"status": risk.status, "actions": len(actions[risk.id])}, risk.struck_since
        )
        for risk in facts.threats
        if risk.status == "occurred"
        and not any(action.owner_id is not None and action.due_on is not None for action in actions[risk.id])
    }


ISSUE_WITHOUT_PLAN = Rule(
    code="risk.issue_without_plan",
    subject_type="risk",
    evaluate=issue_without_plan,
    severities=(Severity.CRITICAL,),
    hold=timedelta(days=1),
    name=Texts(en="Issue without plan", zh_cn="问题无计划"),
    condition=Texts(
        en="A risk has occurred and no action against it has an owner and a date.",
        zh_cn="风险已发生，但没有任何行动同时指定负责人和日期。",
    ),
    summary=Texts(
        en="Risk “{title}” has occurred (since {since}), and no action has an owner and a date.",
        zh_cn="风险“{title}”已发生（自 {since} 起），但没有指定负责人和日期的行动。",
    ),
    advice=Texts(en="Add an action with an owner and a date.", zh_cn="请添加行动，并指定负责人和日期。"),
)

RULES = (NO_RESPONSE, NO_OWNER, ACTION_OVERDUE, INEFFECTIVE_RESPONSE, ISSUE_WITHOUT_PLAN)
