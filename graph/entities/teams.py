"""Teams and their members' places."""

from __future__ import annotations

from domain.teams.tables import Team, TeamMember
from domain.tenancy.permissions import Action
from graph.deriving import can, columns, entity, through, to_many, to_one

TEAM = entity(
    Team,
    [
        columns(
            Team,
            {
                "name": "Its name.",
                "function": "Which of the four functions it has.",
                "description": "What it does.",
            },
        ),
        to_one(Team, "venture_id", "venture", "The venture it works for; empty: the whole tenant."),
        through("members", "member", "team_member", "team_id", "member_id", "The members in it.", "name"),
        to_many("places", "team_member", "team_id", "The members' places in it, with title and share."),
        to_many("role_requirements", "role_requirement", "team_id", "The roles that are in it.", "title"),
        can(edit=Action.TEAM_WRITE, archive=Action.TEAM_WRITE),
    ],
    order=("name",),
)

TEAM_MEMBER = entity(
    TeamMember,
    [
        columns(
            TeamMember,
            {"title": "What the member does in the team.", "share": "Percent of the member's time."},
        ),
        to_one(TeamMember, "team_id", "team", "The team."),
        to_one(TeamMember, "member_id", "member", "The member."),
        can(edit=Action.TEAM_WRITE),
    ],
    scope=(
        "EXISTS (SELECT 1 FROM team x WHERE x.tenant_id = {tenant} AND x.id = {row}.team_id"
        " AND (x.venture_id IS NULL OR x.venture_id = ANY({ventures})))"
    ),
)

ENTITIES = (TEAM, TEAM_MEMBER)
