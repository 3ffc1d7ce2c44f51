"""What can be asked of exports. Only REST offers it: an archive is a file, and no answer of a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.archives.tables import UNDER_WAY, ArchiveFile, ArchivePart, Export, ExportKind, ExportState
from domain.kernel.commands import Command, Done, declared
from domain.kernel.errors import Conflict, InvalidState
from domain.kernel.ids import external_id
from domain.kernel.inputs import IdOf, Input
from domain.kernel.work import Work
from domain.teams.people_tables import Person
from domain.tenancy.permissions import Action, require
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Member

MOST_UNDER_WAY: Final = 2
MOST_KEPT: Final = 5
KEPT: Final = timedelta(days=7)
"""How long an archive can be fetched."""

GUARD: Final = "exports"
WORK: Final = "export"


class RequestExport(Input):
    """An export of the whole tenant: it takes nothing, and holds everything."""


class ExportMember(Input):
    """Whose data to export."""

    member_id: Annotated[UUID, IdOf("member"), Field(description="The member.")]


class ExportPerson(Input):
    """Whose data to export."""

    person_id: Annotated[UUID, IdOf("person"), Field(description="The person.")]


class CancelExport(Input):
    """Which export to cancel."""

    export_id: Annotated[UUID, IdOf("export"), Field(description="The export.")]


async def request_export(work: Work, given: RequestExport) -> Done:
    """Export everything of the tenant as one archive, made in the background.

    Only owners and operators may. Two exports run at a time; five archives are kept, the oldest gives way.
    """
    require(work.principal, Action.TENANT_OWN)
    require_recent(work)
    return await _begin(work, ExportKind.TENANT)


async def export_member(work: Work, given: ExportMember) -> Done:
    """Export all that the tenant holds of one person, as one archive, made in the background."""
    member = await work.get(Member, given.member_id, "member_id")
    return await _begin(work, ExportKind.PERSON, member_id=member.id)


async def export_person(work: Work, given: ExportPerson) -> Done:
    """Export all that the tenant holds of somebody who need not be a member, as one archive, made in the background."""
    person = await work.get(Person, given.person_id, "person_id")
    if person.member_id is not None:
        return await _begin(work, ExportKind.PERSON, member_id=person.member_id)
    return await _begin(work, ExportKind.PERSON, person_id=person.id)


async def identities(work: Work, export: Export) -> Sequence[UUID]:
    """The ids under which the person of an export is known: of a member those of its person too."""
    if export.member_id is None:
        return [] if export.person_id is None else [export.person_id]
    same = sa.select(col(Person.id)).where(
        col(Person.tenant_id) == work.tenant_id, col(Person.member_id) == export.member_id
    )
    return [export.member_id, *(await work.session.execute(same)).scalars()]


async def cancel_export(work: Work, given: CancelExport) -> Done:
    """Cancel an export, or throw its archive away: nothing of it can be fetched any more."""
    check_unrestricted(work)
    export = await work.get(Export, given.export_id, "export_id", lock=True)
    if export.kind is ExportKind.TENANT:
        require(work.principal, Action.TENANT_OWN)
    if export.state not in (*UNDER_WAY, ExportState.READY):
        raise InvalidState.at("export_id", message=f"the export is {export.state}")
    await throw_away(work, export, ExportState.CANCELLED)
    work.record("export.cancelled", ("export", export.id))
    return Done({"export": export.id})


async def throw_away(work: Work, export: Export, state: ExportState) -> None:
    """Let an export be over without an archive."""
    export.state, export.finished_at = state, export.finished_at or work.now
    for table in (ArchivePart, ArchiveFile):
        statement = sa.delete(table).where(col(table.tenant_id) == work.tenant_id, col(table.archive_id) == export.id)
        await work.session.execute(statement)


async def _begin(work: Work, kind: ExportKind, **whose: UUID) -> Done:
    check_unrestricted(work)
    await work.guard(GUARD)
    statement = sa.select(Export).where(
        col(Export.tenant_id) == work.tenant_id, col(Export.state).in_([*UNDER_WAY, ExportState.READY])
    )
    kept = (await work.session.execute(statement.order_by(col(Export.id)))).scalars().all()
    if sum(export.state in UNDER_WAY for export in kept) >= MOST_UNDER_WAY:
        raise Conflict(f"{MOST_UNDER_WAY} exports are under way already: wait for one, or cancel it")
    ready = [export for export in kept if export.state is ExportState.READY]
    for export in ready[: max(0, len(kept) + 1 - MOST_KEPT)]:
        await throw_away(work, export, ExportState.EXPIRED)
    made = work.new(Export, kind=kind, requested_by=work.principal.member_id, created_at=work.now, **whose)
    await work.flush()
    after = {"kind": str(kind)} | {name: external_id(name.removesuffix("_id"), id) for name, id in whose.items()}
    work.record("export.requested", ("export", made.id), after=after)
    await work.mark(WORK, [made.id])
    return Done({"export": made.id})


EXPORTING: Final[Mapping[str, Command]] = {
    command.name: command
    for command in (
        declared(request_export, Action.EXPORT_WRITE, returns={"export": "export"}, creates=True),
        declared(export_member, Action.EXPORT_WRITE, returns={"export": "export"}, creates=True),
        declared(export_person, Action.EXPORT_WRITE, returns={"export": "export"}, creates=True),
        declared(cancel_export, Action.EXPORT_WRITE, returns={"export": "export"}),
    )
}
