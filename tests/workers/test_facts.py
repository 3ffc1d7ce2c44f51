"""What the rules are told of a venture is what stands in the database: now, and at any past instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import external_id, parse_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.monitoring.reading import Watched, read_watched
from domain.risks.monitoring.registry import RULES
from domain.risks.scale import Level
from domain.teams.tables import Team, TeamFunction, TeamMember
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act, relay_all, rows
from workers.monitor import monitor


async def watched(runtime: Runtime, tenant: TestTenant, venture: str, past: Any = None) -> Watched:
    async def what(work: Work) -> Watched | None:
        return await read_watched(work, parse_id("venture", venture), past)

    found: Watched | None = await act(runtime, tenant, what)
    assert found is not None
    return found


async def story(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> tuple[str, str]:
    """A venture over 40 days: a risk that rises, is answered and strikes; a milestone that is put off twice."""
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    risk = await caller.risk(venture, cause="One partner")
    today = clock.now().date()
    milestone = await caller.milestone(venture, start_on=str(today), due_on=str(today + timedelta(days=20)))
    criterion = external_id("criterion", await caller.make("add_criterion", milestone_id=milestone, title="Accurate"))
    scans = await caller.make("create_resource", venture_id=venture, kind="data", name="Scans", expires_on=str(today))
    clock.forward(days=5)
    await caller.ask("assess_risk", risk_id=risk, kind="inherent", probability_level=4, impact_level=4)
    await caller.ask("assess_risk", risk_id=risk, kind="target", probability_level=1, impact_level=1)
    await caller.ask("assess_risk", risk_id=risk, probability_level=1, impact_level=1)
    clock.forward(days=5)
    await caller.ask("assess_risk", risk_id=risk, probability_level=3, impact_level=4)
    await caller.ask("update_milestone", id=milestone, status="in_progress", percent_complete=10)
    clock.forward(days=5)
    await caller.ask("assess_risk", risk_id=risk, probability_level=4, impact_level=3)
    await caller.ask("update_milestone", id=milestone, due_on=str(today + timedelta(days=30)))
    await caller.ask("record_criterion", criterion_id=criterion, result="fail")
    response = await caller.make("add_response", risk_id=risk, kind="mitigate", title="Second partner")
    action = await caller.make(
        "add_action", response_id=external_id("response", response), title="Call", due_on=str(today)
    )
    clock.forward(days=5)
    await caller.ask("complete_action", action_id=external_id("action", action))
    await caller.ask("update_milestone", id=milestone, due_on=str(today + timedelta(days=40)))
    await caller.ask(
        "create_allocation", resource_id=external_id("resource", scans), milestone_id=milestone, amount="1"
    )
    clock.forward(days=20)
    await caller.ask("update_risk", id=risk, status="occurred")
    return venture, risk


async def test_the_facts_are_what_stands_in_the_database(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    began = clock.now()
    venture, risk_id = await story(runtime, tenant, clock)
    await story(runtime, stranger, clock)
    facts = (await watched(runtime, tenant, venture)).facts
    [risk], [milestone], [criterion] = facts.risks, facts.milestones, facts.criteria
    [action], [resource] = facts.actions, facts.resources
    assert (risk.id, risk.status, risk.cause) == (parse_id("risk", risk_id), "occurred", "One partner")
    assert (risk.level, risk.previous_level, risk.target_level) == (Level.HIGH, Level.HIGH, Level.LOW)
    assert (risk.score, risk.previous_score, risk.inherent_score) == (12, 12, 16)
    assert risk.level_since == risk.high_since == risk.above_target_since == began + timedelta(days=10)
    assert (risk.responses, risk.unanswered_since, risk.struck_since) == (1, None, began + timedelta(days=40))
    assert (action.risk_id, action.completed_at) == (risk.id, began + timedelta(days=20))
    assert (milestone.postponed, milestone.progress_since) == (2, began + timedelta(days=10))
    assert (criterion.result, criterion.recorded_at) == ("fail", began + timedelta(days=15))
    assert resource.used
    assert facts.venture.register_moved_at == began + timedelta(days=15)


async def test_the_past_is_read_from_the_history(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> None:
    began = clock.now()
    venture, _ = await story(runtime, tenant, clock)

    async def at(days: float) -> Watched:
        return await watched(runtime, tenant, venture, began + timedelta(days=days))

    first = (await at(1)).facts
    assert (first.risks[0].level, first.risks[0].responses, first.milestones[0].postponed) == (None, 0, 0)
    assert first.criteria[0].result is None
    assert not first.resources[0].used
    second = (await at(12)).facts
    assert (second.risks[0].level, second.risks[0].previous_level) == (Level.HIGH, Level.LOW)
    assert second.risks[0].above_target_since == second.risks[0].high_since == began + timedelta(days=10)
    assert (second.milestones[0].status, second.milestones[0].percent_complete) == ("in_progress", 10)
    assert second.actions == ()
    third = (await at(16)).facts
    assert (third.risks[0].responses, third.milestones[0].postponed, third.actions[0].completed_at) == (1, 1, None)
    assert third.risks[0].next_assessment_on == (began + timedelta(days=15 + 14)).date()
    now = await watched(runtime, tenant, venture)
    assert (await at(40)).facts == now.facts, "the past that is now is the present"


async def test_people_are_counted_over_all_ventures_and_named_in_none(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    one, other = await caller.venture("One"), await caller.venture("Two")
    busy, gone = tenant.members[Role.MANAGER], tenant.members[Role.VIEWER]

    async def places(work: Work) -> None:
        for venture, share in ((one, 80), (other, 60)):
            team = work.new(Team, venture_id=parse_id("venture", venture), name="Core", function=TeamFunction.BUSINESS)
            await work.flush()
            work.new(TeamMember, team_id=team.id, member_id=busy, share=share)
            if venture == one:
                work.new(TeamMember, team_id=team.id, member_id=gone, share=10)

    async def leave(work: Work) -> None:
        statement = sa.select(TeamMember).where(
            col(TeamMember.tenant_id) == work.tenant_id, col(TeamMember.member_id) == gone
        )
        (await work.session.execute(statement)).scalar_one().archived_at = work.now

    began = clock.now()
    await act(runtime, tenant, places)
    clock.forward(days=3)
    await act(runtime, tenant, leave)
    facts = (await watched(runtime, tenant, one)).facts
    assert [(place.member_id, place.title, place.total_share) for place in facts.places] == [(busy, "Core", 140)]
    assert facts.venture.left == (began + timedelta(days=3),)
    before = (await watched(runtime, tenant, one, began + timedelta(days=1))).facts
    assert (len(before.places), before.venture.left) == (2, ())


async def test_roles_and_those_who_fill_them_are_known_then_and_now(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    one, other = await caller.venture("One"), await caller.venture("Other")
    member = external_id("member", tenant.members[Role.VIEWER])
    title = {"title": "Research lead", "function": "core_technology", "is_core": True}
    here = external_id("role_requirement", await caller.make("create_role_requirement", venture_id=one, **title))
    there = external_id("role_requirement", await caller.make("create_role_requirement", venture_id=other, **title))
    place = await caller.make("add_role_holder", role_requirement_id=here, member_id=member, share=60)
    await caller.ask("add_role_holder", role_requirement_id=there, member_id=member, share=70)
    team = external_id("team", await caller.make("create_team", name="Core", function="business", venture_id=one))
    await caller.ask("add_team_member", team_id=team, member_id=member, share=10)
    began = clock.now()
    clock.forward(days=3)
    await caller.ask("archive_role_holder", id=external_id("role_holder", place))
    seen = await watched(runtime, tenant, one)
    assert [(role.title, role.is_core, role.headcount) for role in seen.facts.roles] == [("Research lead", True, 1)]
    assert (seen.facts.holders, seen.facts.places[0].total_share) == ((), 80)
    assert seen.subjects[parse_id("role_requirement", here)].type == "role_requirement"
    then = await watched(runtime, tenant, one, began + timedelta(days=1))
    (holder,) = then.facts.holders
    assert (holder.who, holder.title, holder.total_share) == (tenant.members[Role.VIEWER], "Research lead", 140)
    assert (then.facts.places[0].total_share, then.subjects[holder.id].type) == (140, "role_holder")


async def test_shares_in_archived_teams_and_roles_and_of_archived_people_take_nobodys_time(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    one, other = await caller.venture("One"), await caller.venture("Other")
    member = external_id("member", tenant.members[Role.VIEWER])
    person = external_id("person", await caller.make("create_person", name="Vi", member_id=member))
    of = {"function": "business"}

    async def team(venture: str, share: int) -> str:
        made = external_id("team", await caller.make("create_team", name=venture, venture_id=venture, **of))
        await caller.ask("add_team_member", team_id=made, member_id=member, share=share)
        return made

    async def role(venture: str, share: int) -> str:
        made = external_id(
            "role_requirement", await caller.make("create_role_requirement", title="Lead", venture_id=venture, **of)
        )
        await caller.ask("add_role_holder", role_requirement_id=made, person_id=person, share=share)
        return made

    await team(one, 10)
    await role(one, 20)
    former_team, former_role = await team(other, 40), await role(other, 50)

    async def shares() -> list[int]:
        facts = (await watched(runtime, tenant, one)).facts
        return [place.total_share for place in (*facts.places, *facts.holders)]

    assert await shares() == [120, 120]
    await relay_all(runtime, tenant)
    await monitor(runtime, tenant.id)
    clock.forward(minutes=1)
    for verb, id, total in (("team", former_team, 80), ("role_requirement", former_role, 30)):
        await caller.ask(f"archive_{verb}", id=id)
        assert await shares() == [total, total]
        await relay_all(runtime, tenant)
        assert parse_id("venture", one) in await due_ventures(runtime, tenant, clock), verb
        await monitor(runtime, tenant.id)
    clock.forward(minutes=1)
    await caller.ask("archive_person", id=person)
    assert await shares() == [10]


async def due_ventures(runtime: Runtime, tenant: TestTenant, clock: SettableClock) -> set[UUID]:
    """Whom the monitor looks at next."""
    sql = "SELECT subject_id FROM work WHERE tenant_id = $1 AND kind = 'monitor' AND due <= $2"
    return {row["subject_id"] for row in await rows(runtime, tenant, sql, tenant.id, clock.now())}


async def test_who_ends_in_a_role_has_left_unless_there_is_another_place(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    async def story(caller: Caller) -> str:
        """Of six who fill a role four go: by date, by notice, by hand, and with the person; one stays in a team."""
        venture = await caller.venture()
        title = {"title": "Lead", "function": "business", "venture_id": venture}
        role = external_id("role_requirement", await caller.make("create_role_requirement", **title))
        last = str(clock.now().date() + timedelta(days=1))

        async def holder(name: str, until: str | None = None, **of_person: str) -> tuple[str, str]:
            person = external_id("person", await caller.make("create_person", name=name, **of_person))
            of = {"role_requirement_id": role, "person_id": person} | ({"until_on": until} if until else {})
            return person, external_id("role_holder", await caller.make("add_role_holder", **of))

        await holder("Date", last)
        await holder("Notice", leaves_on=last)
        _, by_hand = await holder("Hand")
        with_person, _ = await holder("Gone")
        await holder("Stays")
        assert caller.principal.member_id is not None
        member = external_id("member", caller.principal.member_id)
        await holder("Elsewhere", last, member_id=member)
        made = {"name": "Core", "function": "business", "venture_id": venture}
        await caller.ask(
            "add_team_member", team_id=external_id("team", await caller.make("create_team", **made)), member_id=member
        )
        clock.forward(days=5)
        await caller.ask("archive_role_holder", id=by_hand)
        await caller.ask("archive_person", id=with_person)
        return venture

    began = clock.now()
    venture = await story(Caller(runtime, tenant.principal()))
    await story(Caller(runtime, stranger.principal()))
    midnight = datetime.combine(began.date() + timedelta(days=2), time(), UTC)
    facts = (await watched(runtime, tenant, venture)).facts
    left = began + timedelta(days=5)
    assert sorted(facts.venture.left) == [midnight, midnight, left, left]
    then = (await watched(runtime, tenant, venture, began + timedelta(days=3))).facts
    assert then.venture.left == (midnight, midnight)
    finding = dict(RULES["talent.attrition"].evaluate(facts, RULES["talent.attrition"].with_defaults(), clock.now()))
    assert finding[facts.venture.id].evidence["people"] == 6


async def test_another_tenants_venture_is_not_there(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    theirs = await Caller(runtime, stranger.principal()).venture()

    async def what(work: Work) -> Watched | None:
        return await read_watched(work, parse_id("venture", theirs))

    assert await act(runtime, tenant, what) is None


async def test_the_monitor_counts_in_the_working_days_of_the_ventures_calendar(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    before = clock.now()
    clock.forward(days=1)
    china = external_id("calendar", await caller.make("create_calendar", name="China", country="CN"))
    await caller.ask("update_venture", id=venture, calendar_id=china)
    autumn = date(2026, 9, 28)
    assert (await watched(runtime, tenant, venture)).facts.calendar.add(autumn, 10) == date(2026, 10, 16)
    assert (await watched(runtime, tenant, venture, before)).facts.calendar.add(autumn, 10) == date(2026, 10, 12)
