"""What can be asked of the roles of a venture and of those who fill them."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.teams.commands import Share
from domain.teams.people import MemberId, PersonId, SkillId, SkillLevel, person_of
from domain.teams.people_tables import Person, Skill
from domain.teams.role_tables import RoleHolder, RoleRequirement
from domain.teams.tables import Team, TeamFunction
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

MOST_ROLES: Final = 500
"""Roles of a venture."""
MOST_HOLDERS: Final = 1_000
"""People in a role."""

VentureId = Annotated[UUID, IdOf("venture")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
TeamId = Annotated[UUID, IdOf("team")]
RoleId = Annotated[UUID, IdOf("role_requirement")]
RoleHolderId = Annotated[UUID, IdOf("role_holder")]
Headcount = Annotated[Whole, Field(ge=1, le=1_000)]


class CreateRoleRequirement(Input):
    """A role that a venture needs."""

    venture_id: VentureId = Field(description="The venture.")
    title: Title = Field(description="What the role is.", examples=["Machine-learning engineer"])
    function: TeamFunction = Field(description="Which of the four functions it has.")
    milestone_id: MilestoneId | None = Field(
        None, description="The milestone for which it is needed; left out: for the venture as a whole."
    )
    team_id: TeamId | None = Field(None, description="The team that it is in; of the venture or of the whole tenant.")
    description: LongText | None = Field(None, description="What whoever fills it does.")
    skill_id: SkillId | None = Field(None, description="The skill that it asks for.")
    least_level: SkillLevel | None = Field(None, description="How well, from 1 to 5; left out: at all.")
    headcount: Headcount = Field(1, description="How many people it needs.")
    is_core: bool = Field(False, description="Whether the venture cannot go on without it.")
    needed_from: Day | None = Field(
        None, description="First day; left out: its milestone's start, or from now on where that is not known."
    )
    needed_until: Day | None = Field(None, description="Last day; left out: as long as the milestone is unfinished.")


class UpdateRoleRequirement(Change):
    """Changes to a role: what is left out stays, null clears."""

    id: RoleId = Field(description="The role.")
    title: Title = may_be_left_out("What the role is.")
    function: TeamFunction = may_be_left_out("Which of the four functions it has.")
    milestone_id: MilestoneId | None = Field(
        None, description="The milestone for which it is needed; null: for the venture as a whole."
    )
    team_id: TeamId | None = Field(None, description="The team that it is in; of the venture or of the whole tenant.")
    description: LongText | None = Field(None, description="What whoever fills it does.")
    skill_id: SkillId | None = Field(None, description="The skill that it asks for.")
    least_level: SkillLevel | None = Field(None, description="How well, from 1 to 5; null: at all.")
    headcount: Headcount = may_be_left_out("How many people it needs.")
    is_core: bool = may_be_left_out("Whether the venture cannot go on without it.")
    needed_from: Day | None = Field(None, description="First day; null: its milestone's start, or from now on.")
    needed_until: Day | None = Field(None, description="Last day; null: as long as the milestone is unfinished.")


class AddRoleHolder(Input):
    """Who fills a role: a person, or a member, who then becomes a person."""

    role_requirement_id: RoleId = Field(description="The role.")
    person_id: PersonId | None = Field(None, description="The person; or say `member_id`.")
    member_id: MemberId | None = Field(None, description="The member; or say `person_id`.")
    share: Share | None = Field(
        None, description="Percent of the person's time, beside places in teams; left out: it is done within those."
    )
    from_on: Day | None = Field(None, description="First day; left out: from now on.")
    until_on: Day | None = Field(None, description="Last day; left out: no end is known.")


class UpdateRoleHolder(Change):
    """Changes to a person's place in a role: what is left out stays, null clears."""

    id: RoleHolderId = Field(description="The place.")
    share: Share | None = Field(
        None, description="Percent of the person's time, beside places in teams; null: it is done within those."
    )
    from_on: Day | None = Field(None, description="First day; null: from the beginning.")
    until_on: Day | None = Field(None, description="Last day; null: no end is known.")


@command(Action.TEAM_WRITE, returns={"role_requirement": "role_requirement"}, creates=True)
async def create_role_requirement(work: Work, given: CreateRoleRequirement) -> Done:
    """Say that a venture needs a role, for so many people, for a milestone or as a whole."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await _check_ends(work, given.venture_id, given.milestone_id, given.team_id, given.skill_id)
    _check_role(given)
    await check_room(work, RoleRequirement, "venture_id", given.venture_id, MOST_ROLES, "venture_id")
    row = work.new(RoleRequirement, **given.sent())
    return Done({"role_requirement": row.id})


@command(Action.TEAM_WRITE, returns={"role_requirement": "role_requirement"})
async def update_role_requirement(work: Work, given: UpdateRoleRequirement) -> Done:
    """Change a role."""
    row = await load_for_change(work, RoleRequirement, given.id, given.expected_version)
    await _check_ends(work, row.venture_id, given.milestone_id, given.team_id, given.skill_id)
    apply(row, given.sent("id", "expected_version"))
    _check_role(row)
    return Done({"role_requirement": row.id})


@command(
    Action.TEAM_WRITE, returns={"role_holder": "role_holder", "role_requirement": "role_requirement"}, creates=True
)
async def add_role_holder(work: Work, given: AddRoleHolder) -> Done:
    """Let a person, member or not, fill a role; a member becomes a person where that is needed."""
    role = await work.get(RoleRequirement, given.role_requirement_id, "role_requirement_id", archived=False)
    person = await _person(work, given)
    check_in_order(given.from_on, given.until_on, "until_on", "from_on")
    await check_room(work, RoleHolder, "role_requirement_id", role.id, MOST_HOLDERS, "role_requirement_id")
    place = given.sent("role_requirement_id", "person_id", "member_id")
    row = work.new(RoleHolder, venture_id=role.venture_id, role_requirement_id=role.id, person_id=person.id, **place)
    return Done({"role_holder": row.id, "role_requirement": role.id})


@command(Action.TEAM_WRITE, returns={"role_holder": "role_holder"})
async def update_role_holder(work: Work, given: UpdateRoleHolder) -> Done:
    """Change a person's place in a role."""
    row = await load_for_change(work, RoleHolder, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.from_on, row.until_on, "until_on", "from_on")
    return Done({"role_holder": row.id})


async def _person(work: Work, given: AddRoleHolder) -> Person:
    if given.person_id is not None and given.member_id is None:
        return await work.get(Person, given.person_id, "person_id", archived=False)
    if given.member_id is not None and given.person_id is None:
        return await person_of(work, given.member_id, "member_id")
    raise Invalid.at("person_id", message="say who fills the role by either person_id or member_id, and not by both")


async def _check_ends(
    work: Work, venture_id: UUID, milestone_id: UUID | None, team_id: UUID | None, skill_id: UUID | None
) -> None:
    if milestone_id is not None:
        message = "the milestone must belong to the venture of the role"
        await get_of_venture(work, Milestone, milestone_id, venture_id, "milestone_id", message=message)
    if team_id is not None:
        team = await work.get(Team, team_id, "team_id", archived=False)
        if team.venture_id not in (venture_id, None):
            raise Invalid.at("team_id", message="the team must belong to the venture of the role, or to all of them")
    if skill_id is not None:
        await work.get(Skill, skill_id, "skill_id", archived=False)


def _check_role(role: CreateRoleRequirement | RoleRequirement) -> None:
    if role.least_level is not None and role.skill_id is None:
        raise Invalid.at("least_level", message="a level is asked for of a skill: say skill_id as well")
    check_in_order(role.needed_from, role.needed_until, "needed_until", "needed_from")


archiving_commands(RoleRequirement, Action.TEAM_WRITE, __name__)
archiving_commands(RoleHolder, Action.TEAM_WRITE, __name__)
