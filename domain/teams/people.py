"""What can be asked of people and their skills."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.identity.emails import EmailAddress
from domain.kernel.commands import Done, command
from domain.kernel.editing import (
    apply,
    archive,
    archiving_commands,
    load_for_change,
    restore,
    when_archived,
    when_restored,
)
from domain.kernel.errors import Conflict, Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.teams.people_tables import Person, PersonSkill, Skill
from domain.teams.tables import TeamFunction
from domain.tenancy.members import when_renamed
from domain.tenancy.permissions import Action
from domain.tenancy.tables import Member

MOST_PEOPLE: Final = 20_000
"""People of a tenant."""
MOST_SKILLS: Final = 2_000
"""Skills of a tenant."""
MOST_SKILLS_OF_ONE: Final = 100
"""Skills of a person."""

PersonId = Annotated[UUID, IdOf("person")]
SkillId = Annotated[UUID, IdOf("skill")]
PersonSkillId = Annotated[UUID, IdOf("person_skill")]
MemberId = Annotated[UUID, IdOf("member")]
SkillLevel = Annotated[Whole, Field(ge=1, le=5)]


class CreatePerson(Input):
    """Somebody who works for ventures."""

    name: Title = Field(description="The person's name.", examples=["Lin Tao"])
    email: EmailAddress | None = Field(None, description="The person's e-mail address.")
    title: Title | None = Field(None, description="What the person does.", examples=["Data engineer, freelance"])
    member_id: MemberId | None = Field(None, description="The member that the person is; left out: no member.")
    leaves_on: Day | None = Field(None, description="The last day, once notice is given.")
    away_from: Day | None = Field(None, description="First day of an absence.")
    away_until: Day | None = Field(None, description="Last day of the absence; left out: not known.")


class UpdatePerson(Change):
    """Changes to a person: what is left out stays, null clears."""

    id: PersonId = Field(description="The person.")
    name: Title = may_be_left_out("The person's name.")
    email: EmailAddress | None = Field(None, description="The person's e-mail address.")
    title: Title | None = Field(None, description="What the person does.")
    member_id: MemberId | None = Field(None, description="The member that the person is; null: no member.")
    leaves_on: Day | None = Field(None, description="The last day, once notice is given.")
    away_from: Day | None = Field(None, description="First day of an absence.")
    away_until: Day | None = Field(None, description="Last day of the absence; null: not known.")


class CreateSkill(Input):
    """Something that people can do."""

    name: Title = Field(description="Its name, unique in the tenant.", examples=["Distributed training"])
    function: TeamFunction = Field(description="To which of the four functions it belongs.")
    description: LongText | None = Field(None, description="What it is.")


class UpdateSkill(Change):
    """Changes to a skill: what is left out stays, null clears."""

    id: SkillId = Field(description="The skill.")
    name: Title = may_be_left_out("Its name, unique in the tenant.")
    function: TeamFunction = may_be_left_out("To which of the four functions it belongs.")
    description: LongText | None = Field(None, description="What it is.")


class AddPersonSkill(Input):
    """A skill that a person has."""

    person_id: PersonId = Field(description="The person.")
    skill_id: SkillId = Field(description="The skill.")
    level: SkillLevel = Field(description="How well: from 1, a beginner, to 5, somebody who teaches it.")


class UpdatePersonSkill(Change):
    """Another level of a person's skill."""

    id: PersonSkillId = Field(description="The person's skill.")
    level: SkillLevel = may_be_left_out("How well: from 1, a beginner, to 5, somebody who teaches it.")


@command(Action.TEAM_WRITE, returns={"person": "person"}, creates=True)
async def create_person(work: Work, given: CreatePerson) -> Done:
    """Enter a person, who may be a member or have no access at all."""
    _check_absence(given.away_from, given.away_until)
    if given.member_id is not None:
        await work.get(Member, given.member_id, "member_id", archived=False)
        await _check_alone(work, given.member_id)
    await check_room(work, Person, "tenant_id", work.tenant_id, MOST_PEOPLE)
    row = work.new(Person, **given.sent())
    return Done({"person": row.id})


@command(Action.TEAM_WRITE, returns={"person": "person"})
async def update_person(work: Work, given: UpdatePerson) -> Done:
    """Change a person."""
    row = await load_for_change(work, Person, given.id, given.expected_version)
    if given.member_id is not None and given.member_id != row.member_id:
        await work.get(Member, given.member_id, "member_id", archived=False)
        await _check_alone(work, given.member_id)
    apply(row, given.sent("id", "expected_version"))
    _check_absence(row.away_from, row.away_until)
    return Done({"person": row.id})


@command(Action.TEAM_WRITE, returns={"skill": "skill"}, creates=True)
async def create_skill(work: Work, given: CreateSkill) -> Done:
    """Add a skill to those of the tenant."""
    await check_room(work, Skill, "tenant_id", work.tenant_id, MOST_SKILLS)
    row = work.new(Skill, **given.sent())
    return Done({"skill": row.id})


@command(Action.TEAM_WRITE, returns={"skill": "skill"})
async def update_skill(work: Work, given: UpdateSkill) -> Done:
    """Change a skill."""
    row = await load_for_change(work, Skill, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"skill": row.id})


@command(Action.TEAM_WRITE, returns={"person_skill": "person_skill", "person": "person"}, creates=True)
async def add_person_skill(work: Work, given: AddPersonSkill) -> Done:
    """Say that a person has a skill, and how well."""
    await work.get(Person, given.person_id, "person_id", archived=False)
    await work.get(Skill, given.skill_id, "skill_id", archived=False)
    await check_room(work, PersonSkill, "person_id", given.person_id, MOST_SKILLS_OF_ONE, "person_id")
    row = work.new(PersonSkill, **given.sent())
    return Done({"person_skill": row.id, "person": given.person_id})


@command(Action.TEAM_WRITE, returns={"person_skill": "person_skill"})
async def update_person_skill(work: Work, given: UpdatePersonSkill) -> Done:
    """Change how well a person has a skill."""
    row = await load_for_change(work, PersonSkill, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"person_skill": row.id})


async def person_of(work: Work, member_id: UUID, *path: str | int) -> Person:
    """The person that a member is, made where there is none yet. Raises `NotFound` at `path`."""
    member = await work.get(Member, member_id, *path, archived=False)
    await work.guard(f"person:{member_id.hex}")
    found = await _person_at_hand(work, member_id)
    if found is None:
        await check_room(work, Person, "tenant_id", work.tenant_id, MOST_PEOPLE, *path)
        found = work.new(Person, name=member.name, member_id=member_id)
        await work.flush()
    return found


@when_archived
async def _goes_with_the_member(work: Work, row: Entity) -> None:
    """Who is no member any more fills no role."""
    if isinstance(row, Member) and (person := await _person_at_hand(work, row.id)) is not None:
        await archive(work, person)


@when_restored
async def _comes_back_with_the_member(work: Work, row: Entity) -> None:
    if isinstance(row, Member) and await _person_at_hand(work, row.id) is None:
        gone = _person_of(work, row.id).order_by(col(Person.archived_at).desc(), col(Person.id).desc()).limit(1)
        with work.session.no_autoflush:
            person = (await work.session.execute(gone)).scalar_one_or_none()
        if person is not None:
            await restore(work, person)


@when_renamed
async def _follows_the_name(work: Work, member: Member, former: str) -> None:
    """Who bears the member's name bears the new one; a name that somebody chose for the person stays."""
    person = await _person_at_hand(work, member.id)
    if person is not None and person.name == former:
        (await load_for_change(work, Person, person.id)).name = member.name


def _person_of(work: Work, member_id: UUID) -> Any:  # Any: SQLAlchemy's statement of one table
    return sa.select(Person).where(col(Person.tenant_id) == work.tenant_id, col(Person.member_id) == member_id)


async def _person_at_hand(work: Work, member_id: UUID) -> Person | None:
    statement = _person_of(work, member_id).where(col(Person.archived_at).is_(None))
    with work.session.no_autoflush:  # a member on the way into the archive is told as one change
        found: Person | None = (await work.session.execute(statement)).scalar_one_or_none()
    return found


async def _check_alone(work: Work, member_id: UUID) -> None:
    if await _person_at_hand(work, member_id) is not None:
        raise Conflict.at("member_id", message="another person is this member already")


def _check_absence(first: date | None, last: date | None) -> None:
    if last is not None and (first is None or last < first):
        raise Invalid.at("away_until", message="an absence that ends must begin, and not after its end: see away_from")


_ENTITIES: Final[tuple[Any, ...]] = (Person, Skill, PersonSkill)
for _entity in _ENTITIES:
    archiving_commands(_entity, Action.TEAM_WRITE, __name__)
