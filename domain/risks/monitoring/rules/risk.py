"""Rules about single risks: how grave they are, how they are judged, and when they would strike."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.calendars.working_days import end_of_day, local_day, start_of_day
from domain.risks.monitoring.facts import Facts, RiskFacts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, both, earliest_after
from domain.risks.monitoring.rules.texts import Texts
from domain.risks.scale import Level


def level_critical(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The current level is critical and the risk is open or accepted; an acceptance silences it, and ends nothing."""
    return {
        risk.id: Finding(Severity.CRITICAL, {"level": risk.level, "status": risk.status}, risk.level_since)
        for risk in facts.threats
        if risk.is_standing and risk.level == Level.CRITICAL
    }


LEVEL_CRITICAL = Rule(
    code="risk.level_critical",
    subject_type="risk",
    evaluate=level_critical,
    severities=(Severity.CRITICAL,),
    name=Texts(en="Critical risk", zh_cn="严重风险"),
    condition=Texts(
        en="The current level of an open or accepted risk is critical. An acceptance silences the alert.",
        zh_cn="未关闭或已接受的风险当前等级为严重。接受该风险会使告警静默。",
    ),
    summary=Texts(en="Risk “{title}” has been critical since {since}.", zh_cn="风险“{title}”自 {since} 起等级为严重。"),
    advice=Texts(
        en="Decide on a response with an owner and a date, or have the risk accepted.",
        zh_cn="请确定应对措施、负责人和日期，或申请接受该风险。",
    ),
)


def level_raised(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The last current assessment raised the level, to high or more."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "previous_level": risk.previous_level}, risk.assessed_at
        )
        for risk in facts.threats
        if risk.is_standing
        and risk.is_serious
        and risk.level is not None
        and risk.previous_level is not None
        and risk.level.rank > risk.previous_level.rank
    }


LEVEL_RAISED = Rule(
    code="risk.level_raised",
    subject_type="risk",
    evaluate=level_raised,
    name=Texts(en="Risk has become worse", zh_cn="风险升级"),
    condition=Texts(
        en="The last assessment raised the current level, to high or critical.",
        zh_cn="最近一次评估将当前等级上调至高或严重。",
    ),
    summary=Texts(
        en="Risk “{title}” rose from {previous_level} to {level} on {since}.",
        zh_cn="风险“{title}”于 {since} 由{previous_level}升至{level}。",
    ),
    advice=Texts(
        en="Look at what changed, and whether the responses still fit.",
        zh_cn="请查明变化原因，并检查应对措施是否仍然适用。",
    ),
)


def score_jump(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The last two current assessments lie far apart: in expected loss where both are known, or in score."""
    findings = {}
    for risk in facts.threats:
        if not risk.is_standing or risk.score is None or risk.previous_score is None:
            continue
        loss, former = risk.expected_loss, risk.previous_expected_loss
        dearer = loss is not None and former and loss * 100 >= former * parameters["loss_percent"]
        if dearer or risk.score - risk.previous_score >= parameters["score_points"]:
            evidence = {
                "score": risk.score,
                "previous_score": risk.previous_score,
                "expected_loss": None if loss is None else str(loss),
                "previous_expected_loss": None if former is None else str(former),
            }
            findings[risk.id] = Finding(Severity.WARNING, evidence, risk.assessed_at)
    return findings


SCORE_JUMP = Rule(
    code="risk.score_jump",
    subject_type="risk",
    evaluate=score_jump,
    parameters={
        "loss_percent": Parameter(
            200,
            110,
            10_000,
            Texts(
                "expected loss as percent of the former one, from which it is a jump",
                "预期损失达到前次的百分比即为跳升",
            ),
        ),
        "score_points": Parameter(
            6, 1, 48, Texts("points of score, from which it is a jump", "分数上升多少分即为跳升")
        ),
    },
    name=Texts(en="Risk has jumped", zh_cn="风险骤升"),
    condition=Texts(
        en="Expected loss at least doubled, or the score rose by 6 or more, from one assessment to the next.",
        zh_cn="相邻两次评估之间预期损失至少翻倍，或分数上升 6 分及以上。",
    ),
    summary=Texts(
        en="Risk “{title}” jumped from score {previous_score} to {score} on {since}.",
        zh_cn="风险“{title}”的分数于 {since} 由 {previous_score} 骤升至 {score}。",
    ),
    advice=Texts(
        en="Check the reasons given in the assessment, and adjust responses and reserves.",
        zh_cn="请核对评估理由，并调整应对措施与储备。",
    ),
)


def above_target(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The current level is above the target level."""
    return {
        risk.id: Finding(
            Severity.WARNING, {"level": risk.level, "target_level": risk.target_level}, risk.above_target_since
        )
        for risk in facts.threats
        if risk.is_standing
        and risk.level is not None
        and risk.target_level is not None
        and risk.level.rank > risk.target_level.rank
    }


ABOVE_TARGET = Rule(
    code="risk.above_target",
    subject_type="risk",
    evaluate=above_target,
    hold=timedelta(days=30),
    name=Texts(en="Risk stays above its target", zh_cn="风险持续高于目标"),
    condition=Texts(
        en="The current level has been above the target level for the hold time.",
        zh_cn="当前等级高于目标等级，并持续达到保持时间。",
    ),
    summary=Texts(
        en="Risk “{title}” is {level}, above its target {target_level}, since {since}.",
        zh_cn="风险“{title}”自 {since} 起为{level}，高于目标等级{target_level}。",
    ),
    advice=Texts(
        en="Strengthen the responses, or set a target that can be reached.",
        zh_cn="请加强应对措施，或设定可实现的目标。",
    ),
)


def unassessed(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Open, and never assessed as it is now."""
    return {
        risk.id: Finding(Severity.INFO, {"status": risk.status}, risk.opened_at)
        for risk in facts.risks
        if risk.status == "open" and risk.level is None
    }


UNASSESSED = Rule(
    code="risk.unassessed",
    subject_type="risk",
    evaluate=unassessed,
    severities=(Severity.INFO,),
    hold=timedelta(days=7),
    name=Texts(en="Risk without assessment", zh_cn="风险未评估"),
    condition=Texts(
        en="A risk has been open for the hold time and has no current assessment.",
        zh_cn="风险已开启达到保持时间，仍无当前评估。",
    ),
    summary=Texts(
        en="Risk “{title}” has been open since {since} without an assessment.",
        zh_cn="风险“{title}”自 {since} 开启以来尚未评估。",
    ),
    advice=Texts(en="Assess its probability and impact.", zh_cn="请评估其发生概率与影响。"),
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
    today = local_day(now, facts.zone)
    for risk in facts.risks:
        if risk.next_assessment_on is None or risk.next_assessment_on >= today:
            continue
        limits = _overdue_limits(risk, facts, parameters)
        if limits is None:
            continue
        findings[risk.id] = Finding(
            Severity.CRITICAL if now >= limits[1] else Severity.WARNING,
            {
                "next_assessment_on": risk.next_assessment_on.isoformat(),
                "days": (today - risk.next_assessment_on).days,
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
    severities=(Severity.WARNING, Severity.CRITICAL),
    hold=timedelta(days=1),
    parameters={
        "critical_after_days": Parameter(
            30, 1, 365, Texts("calendar days overdue after which it is critical", "逾期多少个日历日后为严重")
        )
    },
    name=Texts(en="Assessment overdue", zh_cn="评估逾期"),
    condition=Texts(
        en="The day of the next assessment has passed; critical after 30 days.",
        zh_cn="下次评估日期已过；30 天后为严重。",
    ),
    summary=Texts(
        en="Risk “{title}” was to be assessed again by {next_assessment_on}.",
        zh_cn="风险“{title}”应在 {next_assessment_on} 前重新评估，至今尚未评估。",
    ),
    advice=Texts(en="Assess the risk as it is today.", zh_cn="请按现状重新评估该风险。"),
)


def proximity(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A high or critical risk is expected within so many calendar days, or the day has passed and it still stands."""
    findings = {}
    for risk in facts.threats:
        if not (risk.is_standing and risk.is_serious) or risk.expected_on is None:
            continue
        near = _near_from(risk, facts, parameters)
        if near is not None and now >= near:
            evidence = {
                "level": risk.level,
                "expected_on": risk.expected_on.isoformat(),
                "within_days": parameters["within_days"],
            }
            findings[risk.id] = Finding(Severity.WARNING, evidence, both(near, risk.high_since))
    return findings


def _near_from(risk: RiskFacts, facts: Facts, parameters: Parameters) -> datetime | None:
    if risk.expected_on is None:
        return None
    return start_of_day(risk.expected_on - timedelta(days=parameters["within_days"]), facts.zone)


def proximity_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a serious risk comes near."""
    return earliest_after(
        now, [_near_from(risk, facts, parameters) for risk in facts.threats if risk.is_standing and risk.is_serious]
    )


PROXIMITY = Rule(
    code="risk.proximity",
    subject_type="risk",
    evaluate=proximity,
    next_change=proximity_next,
    parameters={
        "within_days": Parameter(14, 1, 365, Texts("calendar days before the expected date", "距预计日期的日历日数"))
    },
    name=Texts(en="Serious risk is near", zh_cn="重大风险临近"),
    condition=Texts(
        en="A high or critical risk is expected within 14 days, or the first milestone that it threatens is due then.",
        zh_cn="等级为高或严重的风险预计在 14 天内发生，或其威胁的首个里程碑在此期间到期。",
    ),
    summary=Texts(
        en="Risk “{title}” ({level}) is expected on {expected_on}, within {within_days} days or past.",
        zh_cn="风险“{title}”（等级：{level}）预计于 {expected_on} 发生，已进入 {within_days} 天范围。",
    ),
    advice=Texts(
        en="Carry out what is planned against it now, or move the expected date with a reason.",
        zh_cn="请立即执行既定应对措施，或说明理由后调整预计日期。",
    ),
)

RULES = (LEVEL_CRITICAL, LEVEL_RAISED, SCORE_JUMP, ABOVE_TARGET, UNASSESSED, ASSESSMENT_OVERDUE, PROXIMITY)
