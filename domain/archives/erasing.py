"""Erasing one person: what names them is replaced at once in rows, and then wherever it was copied to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.archives.exporting import throw_away
from domain.archives.tables import (
    UNDER_WAY,
    Export,
    ExportKind,
    ExportState,
    PersonErasure,
    PersonErasureState,
)
from domain.kernel.commands import Done, declared
from domain.kernel.errors import Conflict, InvalidState
from domain.kernel.inputs import IdOf, Input
from domain.kernel.outward import reference_prefixes
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, entities
from domain.kernel.work import Work
from domain.teams.people_tables import Person
from domain.tenancy.leaving import end_keys
from domain.tenancy.owners import keep_an_owner
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Member

PSEUDONYM: Final = "Erased person"
"""What stands where a name has to stand. Who it was is told by the member's id alone."""

WORK: Final = "person_erasure"


class EraseMember(Input):
    """Whose data to erase."""

    member_id: Annotated[UUID, IdOf("member"), Field(description="The member.")]


class ErasePerson(Input):
    """Whose data to erase."""

    person_id: Annotated[UUID, IdOf("person"), Field(description="The person, who is no member.")]


async def erase_member(work: Work, given: EraseMember) -> Done:
    """Erase the personal data of a member for good; the last owner cannot be erased.

    The member is archived under a pseudonym. What it did stays, and names it by its id.
    """
    require_recent(work)
    check_unrestricted(work)
    member = await work.get(Member, given.member_id, "member_id", lock=True)
    if member.archived_at is None and member.role is Role.OWNER:
        await keep_an_owner(work, member)
    await _check_none_runs(work, member)
    user_id = member.user_id
    await end_keys(work, member.id)
    erased = await _replace(work, member)
    member.user_id = None
    return await _begin(work, member, erased, user_id)


async def erase_person(work: Work, given: ErasePerson) -> Done:
    """Erase the personal data of somebody who is no member for good; whoever is one is erased as a member.

    The person is archived under a pseudonym. Places in roles stay, and name the person by its id.
    """
    require_recent(work)
    check_unrestricted(work)
    person = await work.get(Person, given.person_id, "person_id", lock=True)
    if person.member_id is not None:
        message = "this person is a member: erase the member, and the person is erased with it"
        raise InvalidState.at("person_id", message=message)
    await _check_none_runs(work, person)
    return await _begin(work, person, await _replace(work, person), None)


async def _begin(work: Work, whose: Member | Person, erased: list[Entity], user_id: UUID | None) -> Done:
    """Let the worker go on wherever copies stand, once the rows themselves name nobody any more."""
    await work.flush()
    await _untell(work, erased)
    await _throw_archives_away(work, whose)
    made = work.new(
        PersonErasure,
        requested_by=work.principal.member_id,
        user_id=user_id,
        created_at=work.now,
        reached={"step": 0, "after": None, "subjects": [str(row.id) for row in erased]},
        erased=dict(_counted(erased)),
        kept={},
        **{_column(whose): whose.id},
    )
    await work.flush()
    work.record(f"{whose.word}.erased", (whose.word, whose.id))
    await work.mark(WORK, [made.id])
    return Done({"person_erasure": made.id})


def _column(whose: Member | Person) -> str:
    return f"{whose.word}_id"


def personal_values(entity: type[Entity]) -> Mapping[str, str | None]:
    """What takes the place of each personal field of an entity."""
    columns = entity.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    return {name: None if columns[name].nullable else PSEUDONYM for name in sorted(entity.personal)}


async def _check_none_runs(work: Work, whose: Member | Person) -> None:
    statement = sa.select(col(PersonErasure.id)).where(
        col(PersonErasure.tenant_id) == work.tenant_id,
        getattr(PersonErasure, _column(whose)) == whose.id,
        col(PersonErasure.state) == PersonErasureState.RUNNING,
    )
    if (await work.session.execute(statement)).first() is not None:
        raise Conflict("this person is being erased already")


async def _replace(work: Work, whose: Member | Person) -> list[Entity]:
    """Replace the personal fields of all entities that are about somebody, or have their address; archive them."""
    found: list[Entity] = []
    for entity in entities():
        if not entity.personal:
            continue
        rows = await work.session.execute(
            sa.select(entity)
            .where(entity.tenant_id == work.tenant_id, sa.or_(*_about(entity, whose)))  # type: ignore[arg-type]
            .with_for_update(key_share=True)
        )
        found += rows.scalars()
    for row in found:
        for name, value in personal_values(type(row)).items():
            if getattr(row, name) is not None:
                setattr(row, name, value)
        row.archived_at = row.archived_at or work.now
    return found


def _about(entity: type[Entity], whose: Member | Person) -> Iterator[sa.ColumnElement[bool]]:
    """By what a row of an entity with personal fields is known to be about somebody.

    Who is no member has no membership, whoever else may have the same address.
    """
    columns = entity.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    yield sa.false()
    if isinstance(whose, entity):
        yield columns.id == whose.id
    if entity is Member:
        return
    if isinstance(whose, Member) and reference_prefixes(entity).get("member_id") == Member.prefix:
        yield columns.member_id == whose.id
    if whose.email is not None:
        for name in sorted(entity.personal & {"email", "address"}):
            yield sa.func.lower(columns[name]) == whose.email


async def _untell(work: Work, erased: list[Entity]) -> None:
    """What the erasure itself has written for webhooks does not hold what was there before."""
    for entity in {type(row) for row in erased}:
        statement = sa.text(
            "UPDATE event SET previous = NULLIF(previous - CAST(:names AS text[]), '{}'::jsonb) "
            "WHERE tenant_id = :tenant AND due IS NOT NULL AND subject_id = ANY(CAST(:ids AS uuid[])) "
            "AND previous IS NOT NULL"
        )
        ids = [row.id for row in erased if type(row) is entity]
        values = {"tenant": work.tenant_id, "names": sorted(entity.personal), "ids": ids}
        await work.session.execute(statement, values)


async def _throw_archives_away(work: Work, whose: Member | Person) -> None:
    """Archives that hold the person cannot be fetched any more."""
    statement = sa.select(Export).where(
        col(Export.tenant_id) == work.tenant_id,
        col(Export.state).in_([*UNDER_WAY, ExportState.READY]),
        sa.or_(col(Export.kind) == ExportKind.TENANT, getattr(Export, _column(whose)) == whose.id),
    )
    for export in (await work.session.execute(statement.with_for_update(key_share=True))).scalars():
        await throw_away(work, export, ExportState.CANCELLED)


def _counted(erased: list[Entity]) -> Iterator[tuple[str, int]]:
    names = [str(row.__tablename__) for row in erased]
    return ((name, names.count(name)) for name in sorted(set(names)))


ERASE_MEMBER: Final = declared(
    erase_member, Action.PERSON_ERASE, returns={"person_erasure": "person_erasure"}, creates=True
)

ERASE_PERSON: Final = declared(
    erase_person, Action.PERSON_ERASE, returns={"person_erasure": "person_erasure"}, creates=True
)
