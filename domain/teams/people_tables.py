"""People, who need not be members, and what they can do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from domain.kernel.columns import choice, day, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where
from domain.teams.tables import TeamFunction


class Person(Entity, table=True):
    """Somebody who works for ventures: a member, or a person who has no access, such as a freelancer."""

    __tablename__ = "person"
    prefix = "person"
    word = "person"
    personal = frozenset({"name", "email"})
    searched = ("name", "title")

    name: str = text()
    email: str | None = text(None)
    title: str | None = text(None)
    "What the person does, such as data engineer."
    member_id: UUID | None = reference(None)
    leaves_on: date | None = day(None)
    "The last day, once notice is given."
    away_from: date | None = day(None)
    away_until: date | None = day(None)
    "The last day of an absence; empty while its end is not known."
    __table_args__ = (
        refers("member_id", "membership"),
        unique_where("uq_person_member_id", "member_id IS NOT NULL AND archived_at IS NULL", "member_id"),
        index("member_id"),
        index("name"),
        check("away", "away_until IS NULL OR away_from <= away_until"),
    )


class Skill(Entity, table=True):
    """Something that people can do, of one of the four functions."""

    __tablename__ = "skill"
    prefix = "skill"
    word = "skill"
    searched = ("name", "description")

    name: str = text()
    function: TeamFunction = choice(TeamFunction, name="function")
    description: str | None = text(None)
    __table_args__ = (unique_where("uq_skill_name", "archived_at IS NULL", "name"), index("name"))


class PersonSkill(Entity, table=True):
    """How well a person has a skill."""

    __tablename__ = "person_skill"
    prefix = "person_skill"
    word = "person_skill"

    person_id: UUID = reference()
    skill_id: UUID = reference()
    level: int = number()
    "From 1, a beginner, to 5, somebody who teaches it."
    __table_args__ = (
        refers("person_id", "person"),
        refers("skill_id", "skill"),
        unique_where("uq_person_skill_ends", "archived_at IS NULL", "person_id", "skill_id"),
        index("skill_id"),
        check("level", "level BETWEEN 1 AND 5"),
    )
