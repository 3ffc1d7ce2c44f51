"""Rules about people. They name teams and counts, never a person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendars.working_days import end_of_day, local_day, start_of_day
from domain.risks.monitoring.chapters.teams import HolderFacts, RoleFacts
from domain.risks.monitoring.facts import Facts, MilestoneFacts
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, earliest_after
from domain.risks.monitoring.rules.texts import Texts


def _holders(facts: Facts) -> Mapping[UUID, Collection[HolderFacts]]:
    """The places in each role."""
    found: dict[UUID, list[HolderFacts]] = defaultdict(list)
    for holder in facts.holders:
        found[holder.role_id].append(holder)
    return found


def is_needed(role: RoleFacts, milestone: MilestoneFacts | None, day: date) -> bool:
    """Whether a role is needed on a day. One of a milestone is needed from its start on, while it is unfinished."""
    begins = role.needed_from
    if begins is None and milestone is not None:
        begins = milestone.start_on
    if milestone is not None and not milestone.is_unfinished:
        return False
    return (begins is None or begins <= day) and (role.needed_until is None or day <= role.needed_until)


def _people_change(facts: Facts, now: datetime, days_before: int = 0) -> datetime | None:
    """The next instant at which a day alone may change which roles are needed and who is there to fill them.

    Milestones are looked at so many days before they are due.
    """
    named = {role.milestone_id for role in facts.roles}
    milestones = [one for one in facts.milestones if one.is_unfinished and not named.isdisjoint((one.id, None))]
    begins = [role.needed_from for role in facts.roles] + [one.start_on for one in milestones]
    begins += [one.due_on and one.due_on - timedelta(days=days_before) for one in milestones]
    ends = [role.needed_until for role in facts.roles] + [one.due_on for one in milestones]
    for holder in facts.holders:
        begins += [holder.from_on, holder.away_from]
        ends += [holder.until_on, holder.leaves_on, holder.away_until]
    starts = [start_of_day(day, facts.zone) for day in begins if day is not None]
    return earliest_after(now, starts + [end_of_day(day, facts.zone) for day in ends if day is not None])


def single_point(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """One person alone fills a core role, in a venture that has enough people for two.

    Where no core role is named, what one person alone holds is all of core technology.
    """
    today = local_day(now, facts.zone)
    there = [holder for holder in facts.holders if holder.covers(today)]
    people = {place.member_id for place in facts.places} | {holder.who for holder in there}
    if len(people) < parameters["least_people"]:
        return {}
    core = [role for role in facts.roles if role.is_core]
    if core:
        milestones = {one.id: one for one in facts.milestones}
        alone = {
            role.title: next(iter(who))
            for role in core
            if is_needed(role, milestones.get(role.milestone_id) if role.milestone_id else None, today)
            and len(who := {holder.who for holder in there if holder.role_id == role.id}) == 1
        }
    else:
        technology = {place.member_id for place in facts.places if place.function == "core_technology"}
        alone = {"core_technology": next(iter(technology))} if len(technology) == 1 else {}
    if not alone:
        return {}
    evidence: Evidence = {
        "people": len(people),
        "core_people": len(set(alone.values())),
        "roles": ", ".join(sorted(alone)[:5]),
    }
    return {facts.venture.id: Finding(Severity.INFO, evidence)}


def single_point_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When somebody comes, goes or is away, or a role begins or ends."""
    return _people_change(facts, now)


SINGLE_POINT = Rule(
    code="talent.single_point",
    subject_type="venture",
    evaluate=single_point,
    next_change=single_point_next,
    severities=(Severity.INFO,),
    parameters={"least_people": Parameter(4, 2, 1_000, Texts("people in the venture, at least", "项目最少人数"))},
    name=Texts(en="All depends on one person", zh_cn="关键岗位单点依赖"),
    condition=Texts(
        en="One person alone fills a core role, in a venture with at least 4 people; where no core role is named, one "
        "person holds the only place in core technology.",
        zh_cn="在至少 4 人的项目中，某核心岗位只有一人承担；未标明核心岗位时，指核心技术只有一人。",
    ),
    summary=Texts(
        en="In “{title}” core work rests on one person alone, among {people} people.",
        zh_cn="“{title}”共 {people} 人，核心工作仅由一人承担。",
    ),
    advice=Texts(
        en="Let a second person learn the work, and have it written down.", zh_cn="请培养第二人，并将知识形成文档。"
    ),
)


def gap(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """On the day on which a milestone is due soon, fewer people than asked will be there to fill a role of it.

    A role of the venture as a whole is asked for by each of its milestones; the first that lacks it is told.
    """
    today = local_day(now, facts.zone)
    limit = today + timedelta(days=parameters["within_days"])
    due = sorted(
        (one.due_on, one.id, one)
        for one in facts.milestones
        if one.is_unfinished and one.due_on and one.due_on <= limit
    )
    holders = _holders(facts)
    findings = {}
    for role in facts.roles:
        for due_on, _, milestone in due:
            day = max(due_on, today)
            own = role.milestone_id == milestone.id
            if not (own or role.milestone_id is None) or not is_needed(role, milestone if own else None, day):
                continue
            missing = role.headcount - len({one.who for one in holders.get(role.id, ()) if one.covers(day)})
            if missing > 0:
                evidence: Evidence = {
                    "milestone": milestone.title,
                    "due_on": due_on.isoformat(),
                    "missing": missing,
                    "headcount": role.headcount,
                    "within_days": parameters["within_days"],
                }
                findings[role.id] = Finding(Severity.WARNING, evidence)
                break
    return findings


def gap_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When a milestone comes near, or somebody comes, goes or is away."""
    return _people_change(facts, now, parameters["within_days"])


GAP = Rule(
    code="talent.gap",
    subject_type="role_requirement",
    evaluate=gap,
    next_change=gap_next,
    parameters={
        "within_days": Parameter(
            60, 1, 365, Texts("calendar days before the milestone is due", "里程碑到期前的日历日数")
        )
    },
    name=Texts(en="Role not filled", zh_cn="岗位空缺"),
    condition=Texts(
        en="A required role will lack people on the day on which a milestone is due, within 60 days. Who has left by "
        "then, or is away, does not count.",
        zh_cn="60 天内到期的里程碑在到期日仍缺少所需岗位的人员；届时已离开或缺席的人员不计入。",
    ),
    summary=Texts(
        en="“{title}” lacks {missing} of {headcount} people for milestone “{milestone}”, due on {due_on}.",
        zh_cn="岗位“{title}”在里程碑“{milestone}”（{due_on} 到期）时缺 {missing} 人（共需 {headcount} 人）。",
    ),
    advice=Texts(
        en="Find somebody, move the milestone, or do without the role.",
        zh_cn="请尽快补充人员、推迟里程碑，或取消该岗位。",
    ),
)


def overallocated(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A person's shares in teams and roles, over all ventures, are more than there is of the person.

    Told of the places in teams; of those in roles where the person has none in a team here.
    """
    in_teams = {place.member_id for place in facts.places}
    shares = [(place.id, place.total_share, place.shares_since) for place in facts.places]
    shares += [(one.id, one.total_share, one.shares_since) for one in facts.holders if one.who not in in_teams]
    return {
        id: Finding(Severity.WARNING, {"total_share": total, "percent": parameters["percent"]}, since)
        for id, total, since in shares
        if total > parameters["percent"]
    }


def overallocated_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When a place in a role begins or ends."""
    return _people_change(facts, now)


OVERALLOCATED = Rule(
    code="talent.overallocated",
    subject_type="team_member",
    evaluate=overallocated,
    next_change=overallocated_next,
    hold=timedelta(days=10),
    parameters={
        "percent": Parameter(
            100, 50, 300, Texts("percent of a person's time over all ventures", "个人在所有项目的时间占比")
        )
    },
    name=Texts(en="Person overallocated", zh_cn="人员超额分配"),
    condition=Texts(
        en="A person's shares in teams and roles over all ventures have been above 100 % for the hold time.",
        zh_cn="个人在所有项目的团队与岗位中的占比之和超过 100 %，并持续达到保持时间。",
    ),
    summary=Texts(
        en="Somebody in “{title}” has been given {total_share} % of a working week since {since}.",
        zh_cn="“{title}”的一名成员自 {since} 起被分配了 {total_share} % 的工作时间。",
    ),
    advice=Texts(en="Take a share away, or find somebody else for it.", zh_cn="请减少其占比，或另找人员承担。"),
)


def attrition(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A large share of the people who were there left within the window."""
    window = timedelta(days=parameters["days"])
    left = sorted(at for at in facts.venture.left if at > now - window)
    today = local_day(now, facts.zone)
    there = {place.member_id for place in facts.places} | {one.who for one in facts.holders if not one.is_over(today)}
    people = len(there) + len(left)
    if len(left) < parameters["least_people"] or len(left) * 100 < people * parameters["percent"]:
        return {}
    evidence = {"left": len(left), "people": people, "days": parameters["days"], "percent": parameters["percent"]}
    return {facts.venture.id: Finding(Severity.WARNING, evidence, left[-1])}


def attrition_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """When the next leaving falls out of the window, or somebody's last day in a role is over."""
    over = [at + timedelta(days=parameters["days"]) for at in facts.venture.left]
    return earliest_after(now, [*over, *filter(None, [_people_change(facts, now)])])


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

RULES = (SINGLE_POINT, GAP, OVERALLOCATED, ATTRITION)
