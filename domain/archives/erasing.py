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
from domain.kernel.errors import Conflict
from domain.kernel.inputs import IdOf, Input
from domain.kernel.outward import reference_prefixes
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, entities
from domain.kernel.work import Work
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


async def erase_member(work: Work, given: EraseMember) -> Done:
    """Erase the personal data of a member for good; the last owner cannot be erased.

    The member is archived under a pseudonym. What it did stays, and names it by its id.
    """
    require_recent(work)
    check_unrestricted(work)
    member = await work.get(Member, given.member_id, "member_id", lock=True)
    if member.archived_at is None and member.role is Role.OWNER:
        await keep_an_owner(work, member)
    await _check_none_runs(work, member.id)
    user_id = member.user_id
    await end_keys(work, member.id)
    erased = await _replace(work, member)
    member.user_id = None
    await work.flush()
    await _untell(work, erased)
    await _throw_archives_away(work, member.id)
    made = work.new(
        PersonErasure,
        member_id=member.id,
        requested_by=work.principal.member_id,
        user_id=user_id,
        created_at=work.now,
        reached={"step": 0, "after": None, "subjects": [str(row.id) for row in erased]},
        erased=dict(_counted(erased)),
        kept={},
    )
    await work.flush()
    work.record("member.erased", ("member", member.id))
    await work.mark(WORK, [made.id])
    return Done({"person_erasure": made.id})


def personal_values(entity: type[Entity]) -> Mapping[str, str | None]:
    """What takes the place of each personal field of an entity."""
    columns = entity.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    return {name: None if columns[name].nullable else PSEUDONYM for name in sorted(entity.personal)}


async def _check_none_runs(work: Work, member_id: UUID) -> None:
    statement = sa.select(col(PersonErasure.id)).where(
        col(PersonErasure.tenant_id) == work.tenant_id,
        col(PersonErasure.member_id) == member_id,
        col(PersonErasure.state) == PersonErasureState.RUNNING,
    )
    if (await work.session.execute(statement)).first() is not None:
        raise Conflict("this person is being erased already")


async def _replace(work: Work, member: Member) -> list[Entity]:
    """Replace the personal fields of all entities that are about the member, or have its address; archive them."""
    found: list[Entity] = []
    for entity in entities():
        if not entity.personal:
            continue
        rows = await work.session.execute(
            sa.select(entity)
            .where(entity.tenant_id == work.tenant_id, sa.or_(*_about(entity, member)))  # type: ignore[arg-type]
            .with_for_update(key_share=True)
        )
        found += rows.scalars()
    for row in found:
        for name, value in personal_values(type(row)).items():
            if getattr(row, name) is not None:
                setattr(row, name, value)
        row.archived_at = row.archived_at or work.now
    return found


def _about(entity: type[Entity], member: Member) -> Iterator[sa.ColumnElement[bool]]:
    """By what a row of an entity with personal fields is known to be about a member."""
    columns = entity.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    if entity is Member:
        yield columns.id == member.id
        return
    yield sa.false()
    if reference_prefixes(entity).get("member_id") == Member.prefix:
        yield columns.member_id == member.id
    if member.email is not None:
        for name in sorted(entity.personal & {"email", "address"}):
            yield sa.func.lower(columns[name]) == member.email


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


async def _throw_archives_away(work: Work, member_id: UUID) -> None:
    """Archives that hold the person cannot be fetched any more."""
    statement = sa.select(Export).where(
        col(Export.tenant_id) == work.tenant_id,
        col(Export.state).in_([*UNDER_WAY, ExportState.READY]),
        sa.or_(col(Export.kind) == ExportKind.TENANT, col(Export.member_id) == member_id),
    )
    for export in (await work.session.execute(statement.with_for_update(key_share=True))).scalars():
        await throw_away(work, export, ExportState.CANCELLED)


def _counted(erased: list[Entity]) -> Iterator[tuple[str, int]]:
    names = [str(row.__tablename__) for row in erased]
    return ((name, names.count(name)) for name in sorted(set(names)))


ERASE_MEMBER: Final = declared(
    erase_member, Action.PERSON_ERASE, returns={"person_erasure": "person_erasure"}, creates=True
)
