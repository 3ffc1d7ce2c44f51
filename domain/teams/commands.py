"""What can be asked of teams."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.teams.tables import Team, TeamFunction, TeamMember
from domain.tenancy.permissions import Action
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture

TeamId = Annotated[UUID, IdOf("team")]
VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
Share = Annotated[Whole, Field(ge=1, le=100)]


class CreateTeam(Input):
    """A new team."""

    name: Title = Field(description="Name of the team.", examples=["Model research"])
    function: TeamFunction = Field(description="Which of the four functions it has.")
    venture_id: VentureId | None = Field(None, description="Its venture; left out, it belongs to the whole tenant.")
    description: LongText | None = Field(None, description="What the team does.")
    member_ids: list[MemberId] = Field(default=[], max_length=100, description="Members to begin with.")


class UpdateTeam(Change):
    """Changes to a team: what is left out stays, null clears."""

    id: TeamId = Field(description="The team.")
    name: Title = may_be_left_out("Name of the team.")
    function: TeamFunction = may_be_left_out("Which of the four functions it has.")
    description: LongText | None = Field(None, description="What the team does.")


class AddTeamMember(Input):
    """A member's place in a team."""

    team_id: TeamId = Field(description="The team.")
    member_id: MemberId = Field(description="The member.")
    title: Title | None = Field(None, description="What the member does there.")
    share: Share = Field(100, description="Percent of the member's time.")


@command(Action.TEAM_WRITE, returns={"team": "team"}, creates=True)
async def create_team(work: Work, given: CreateTeam) -> Done:
    """Create a team, with its first members."""
    if given.venture_id is not None:
        await work.get(Venture, given.venture_id, "venture_id", archived=False)
    for position, member_id in enumerate(given.member_ids):
        await work.get(Member, member_id, "member_ids", position, archived=False)
    team = work.new(
        Team, name=given.name, function=given.function, venture_id=given.venture_id, description=given.description
    )
    await work.flush()
    for member_id in dict.fromkeys(given.member_ids):
        work.new(TeamMember, team_id=team.id, member_id=member_id)
    return Done({"team": team.id})


@command(Action.TEAM_WRITE, returns={"team": "team"})
async def update_team(work: Work, given: UpdateTeam) -> Done:
    """Change a team."""
    team = await load_for_change(work, Team, given.id, given.expected_version)
    apply(team, given.sent("id", "expected_version"))
    return Done({"team": team.id})


@command(Action.TEAM_WRITE, returns={"team_member": "team_member", "team": "team"}, creates=True)
async def add_team_member(work: Work, given: AddTeamMember) -> Done:
    """Give a member a place in a team."""
    team = await work.get(Team, given.team_id, "team_id", archived=False)
    await work.get(Member, given.member_id, "member_id", archived=False)
    place = work.new(TeamMember, team_id=team.id, member_id=given.member_id, title=given.title, share=given.share)
    return Done({"team_member": place.id, "team": team.id})


archiving_commands(Team, Action.TEAM_WRITE, __name__)
archiving_commands(TeamMember, Action.TEAM_WRITE, __name__)
