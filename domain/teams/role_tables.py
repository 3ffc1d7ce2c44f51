"""Roles that a venture needs filled, and who fills them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.kernel.columns import choice, day, flag, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where
from domain.teams.tables import TeamFunction


class RoleRequirement(Entity, table=True):
    """A role that a venture needs, for as many people as its head-count says.

    It is needed from `needed_from`, else from its milestone's start, else from now on; until `needed_until`, and for a
    milestone only until that is done or cancelled.
    """

    __tablename__ = "role_requirement"
    prefix = "role_requirement"
    word = "role_requirement"
    searched = ("title", "description")

    venture_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    team_id: UUID | None = reference(None)
    title: str = text()
    description: str | None = text(None)
    function: TeamFunction = choice(TeamFunction, name="function")
    skill_id: UUID | None = reference(None)
    least_level: int | None = number(None)
    "How well whoever fills it has the skill, from 1 to 5; empty: at all."
    headcount: int = number(1)
    is_core: bool = flag(False)
    "Whether the venture cannot go on without it."
    needed_from: date | None = day(None)
    needed_until: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        refers("team_id", "team"),
        refers("skill_id", "skill"),
        index("venture_id", "title"),
        index("title"),
        index("milestone_id"),
        index("team_id"),
        index("skill_id"),
        check("headcount", "headcount BETWEEN 1 AND 1000"),
        check("least_level", "least_level IS NULL OR (skill_id IS NOT NULL AND least_level BETWEEN 1 AND 5)"),
        check("dates", "needed_from IS NULL OR needed_until IS NULL OR needed_from <= needed_until"),
    )


class RoleHolder(Entity, table=True):
    """One person's place in a role of a venture."""

    __tablename__ = "role_holder"
    prefix = "role_holder"
    word = "role_holder"

    venture_id: UUID = reference()
    role_requirement_id: UUID = reference()
    person_id: UUID = reference()
    share: int | None = number(None)
    "Percent of the person's time, beside the places in teams; empty: it is done within those."
    from_on: date | None = day(None)
    until_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("role_requirement_id", "role_requirement"),
        refers("person_id", "person"),
        unique_where("uq_role_holder_ends", "archived_at IS NULL", "role_requirement_id", "person_id"),
        index("venture_id"),
        index("role_requirement_id"),
        index("person_id"),
        check("share", "share BETWEEN 1 AND 100"),
        check("dates", "from_on IS NULL OR until_on IS NULL OR from_on <= until_on"),
    )
