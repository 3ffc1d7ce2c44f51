"""Rules about people. They name teams and counts, never a person."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def single_point(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """One person holds the only place in core technology, in a venture that has enough people for two."""
    people = {place.member_id for place in facts.places}
    core = {place.member_id for place in facts.places if place.function == "core_technology"}
    if len(core) != 1 or len(people) < parameters["least_people"]:
        return {}
    return {facts.venture.id: Finding(Severity.INFO, {"people": len(people), "core_people": 1})}


SINGLE_POINT = Rule(
    code="talent.single_point",
    subject_type="venture",
    evaluate=single_point,
    severities=(Severity.INFO,),
    parameters={"least_people": Parameter(4, 2, 1_000, Texts("people in the venture, at least", "项目最少人数"))},
    name=Texts(en="All depends on one person", zh_cn="关键岗位单点依赖"),
    condition=Texts(
        en="One person holds the only place in core technology, in a venture with at least 4 people.",
        zh_cn="在至少 4 人的项目中，核心技术只有一人承担。",
    ),
    summary=Texts(
        en="In “{title}” one person alone holds core technology, among {people} people.",
        zh_cn="“{title}”共 {people} 人，核心技术仅由一人承担。",
    ),
    advice=Texts(
        en="Let a second person learn the work, and have it written down.", zh_cn="请培养第二人，并将知识形成文档。"
    ),
)


def overallocated(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A person's shares, over all ventures, are more than there is of the person."""
    return {
        place.id: Finding(
            Severity.WARNING, {"total_share": place.total_share, "percent": parameters["percent"]}, place.shares_since
        )
        for place in facts.places
        if place.total_share > parameters["percent"]
    }


OVERALLOCATED = Rule(
    code="talent.overallocated",
    subject_type="team_member",
    evaluate=overallocated,
    hold=timedelta(days=10),
    parameters={
        "percent": Parameter(
            100, 50, 300, Texts("percent of a person's time over all ventures", "个人在所有项目的时间占比")
        )
    },
    name=Texts(en="Person overallocated", zh_cn="人员超额分配"),
    condition=Texts(
        en="A person's shares over all ventures have been above 100 % for the hold time.",
        zh_cn="个人在所有项目中的占比之和超过 100 %，并持续达到保持时间。",
    ),
    summary=Texts(
        en="A member of team “{title}” has been given {total_share} % of a working week since {since}.",
        zh_cn="团队“{title}”的一名成员自 {since} 起被分配了 {total_share} % 的工作时间。",
    ),
    advice=Texts(en="Take a share away, or find somebody else for it.", zh_cn="请减少其占比，或另找人员承担。"),
)


def attrition(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A large share of the people who were there left within the window."""
    window = timedelta(days=parameters["days"])
    left = sorted(at for at in facts.venture.left if at > now - window)
    people = len({place.member_id for place in facts.places}) + len(left)
    if len(left) < parameters["least_people"] or len(left) * 100 < people * parameters["percent"]:
        return {}
    evidence = {"left": len(left), "people": people, "days": parameters["days"], "percent": parameters["percent"]}
    return {facts.venture.id: Finding(Severity.WARNING, evidence, left[-1])}


def attrition_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the next leaving falls out of the window."""
    return earliest_after(now, [at + timedelta(days=parameters["days"]) for at in facts.venture.left])


ATTRITION = Rule(
    code="talent.attrition",
    subject_type="venture",
    evaluate=attrition,
    next_change=attrition_next,
    parameters={
        "percent": Parameter(20, 1, 100, Texts("percent of the people who left", "离开人员的百分比")),
        "least_people": Parameter(2, 1, 1_000, Texts("people who left, at least", "离开的最少人数")),
        "days": Parameter(90, 7, 365, Texts("calendar days looked back", "回溯的日历日数")),
    },
    name=Texts(en="People leave", zh_cn="人员流失"),
    condition=Texts(
        en="At least 20 % of the people, and at least 2, left within 90 days.",
        zh_cn="90 天内离开的人员达到 20 %，且至少 2 人。",
    ),
    summary=Texts(
        en="{left} of {people} people have left “{title}” within {days} days.",
        zh_cn="“{title}”在 {days} 天内有 {left} 人离开（共 {people} 人）。",
    ),
    advice=Texts(
        en="Find out why, and secure the knowledge of those who stay.", zh_cn="请查明原因，并保住在职人员掌握的知识。"
    ),
)

RULES = (SINGLE_POINT, OVERALLOCATED, ATTRITION)
