"""Teams and who is in them."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class TeamFunction(StrEnum):
    """The four functions of a venture's teams (product.md D4)."""

    CORE_TECHNOLOGY = "core_technology"
    BUSINESS = "business"
    TECHNICAL_SUPPORT = "technical_support"
    SOFTWARE_DEVELOPMENT = "software_development"


class Team(Entity, table=True):
    """A team of a venture, or of the whole tenant."""

    __tablename__ = "team"
    prefix = "team"
    word = "team"
    searched = ("name", "description")

    venture_id: UUID | None = reference(None)
    name: str = text()
    function: TeamFunction = choice(TeamFunction, name="function")
    description: str | None = text(None)
    __table_args__ = (refers("venture_id", "venture"), index("venture_id"), index("name"))


class TeamMember(Entity, table=True):
    """One member's place in a team."""

    __tablename__ = "team_member"
    prefix = "team_member"
    word = "team_member"
    scope_by = ("team_id",)
    searched = ("title",)

    team_id: UUID = reference()
    member_id: UUID = reference()
    title: str | None = text(None)
    share: int = number(100)
    "Percent of the member's time."
    __table_args__ = (
        refers("team_id", "team"),
        refers("member_id", "membership"),
        unique_where("uq_team_member_team_id_member_id", "archived_at IS NULL", "team_id", "member_id"),
        index("member_id"),
        check("share", "share BETWEEN 1 AND 100"),
    )
