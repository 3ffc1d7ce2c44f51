"""What operators can ask of imports: an archive is sent in parts, checked as a whole, and then brought in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.archives.storing import MOST_BYTES, append, part_at
from domain.archives.tables import IMPORTING, ArchivePart, ImportState, TenantImport
from domain.kernel.commands import Command, Done, declared
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.inputs import IdOf, Input
from domain.kernel.tables import Kind, metadata, tables
from domain.kernel.work import Work
from domain.tenancy.permissions import Action

LARGEST: Final = 20_000_000_000
"""Bytes of an archive."""

WORK: Final = "import"
GUARD: Final = "imports"
LASTING: Final = frozenset(
    {*("tenant_import", "archive_part", "archive_file"), *("guard", "idempotency_key", "quota", "usage_day")}
)
"""Tables whose rows stay when a tenant is emptied for an import."""

_OF_A_NEW_TENANT: Final = LASTING | {
    *("risk_scale", "risk_category", "membership", "invitation", "search_text", "work", "tenant_counter"),
    *("event", "event_body", "audit_entry", "audit_personal", "audit_seal", "audit_checkpoint"),
}
"""Tables in which a tenant has rows in which nobody has done anything yet."""


class BeginImport(Input):
    """An archive that is to be brought into the tenant."""

    size: Annotated[int, Field(ge=100, le=LARGEST, description="Bytes of the archive.", examples=[73412])]
    sha256: Annotated[
        str,
        Field(
            pattern="^[0-9a-f]{64}$", description="SHA-256 of the archive, in hexadecimal.", examples=["9f86d081" * 8]
        ),
    ]


class NameImport(Input):
    """Which import is meant."""

    import_id: Annotated[UUID, IdOf("import"), Field(description="The import.")]


async def begin_import(work: Work, given: BeginImport) -> Done:
    """Begin to bring an archive into the tenant, which must be empty: one in which nobody has done anything yet.

    The archive is then sent in parts, and checked and brought in when the import is started.
    """
    await work.guard(GUARD)
    running = sa.select(col(TenantImport.id)).where(
        col(TenantImport.tenant_id) == work.tenant_id, col(TenantImport.state).in_(IMPORTING)
    )
    if (await work.session.execute(running)).first() is not None:
        raise Conflict("an import of this tenant is under way already: go on with it, or cancel it")
    await check_empty(work)
    made = work.new(
        TenantImport,
        size=given.size,
        sha256=given.sha256,
        requested_by=work.principal.actor_id,
        created_at=work.now,
    )
    await work.flush()
    work.record("import.begun", ("import", made.id), after={"size": given.size, "sha256": given.sha256})
    return Done({"import": made.id})


async def start_import(work: Work, given: NameImport) -> Done:
    """Check the archive that was sent, and bring it in where nothing is wrong with it; in the background."""
    found = await _held(work, given.import_id, ImportState.UPLOADING)
    if found.received != found.size:
        message = f"{found.received} of {found.size} bytes have been sent"
        raise InvalidState.at("import_id", message=message)
    await check_empty(work)
    found.state, found.started_at = ImportState.CHECKING, work.now
    await work.mark(WORK, [found.id])
    return Done({"import": found.id})


async def cancel_import(work: Work, given: NameImport) -> Done:
    """Cancel an import that was not started: what was sent is thrown away."""
    found = await _held(work, given.import_id, ImportState.UPLOADING)
    await end(work, found, ImportState.CANCELLED)
    return Done({"import": found.id})


async def take_part(work: Work, import_id: UUID, offset: int, content: bytes) -> TenantImport:
    """Take the bytes of an archive from an offset on. Those that were taken before are compared.

    Raises `Conflict` for bytes that are not the next ones, or are others than before.
    """
    found = await _held(work, import_id, ImportState.UPLOADING)
    if not 1 <= len(content) <= MOST_BYTES:
        raise Invalid(f"send from 1 to {MOST_BYTES} bytes at a time")
    if offset + len(content) > found.size:
        raise Invalid(f"the archive was said to have {found.size} bytes")
    if offset == found.received:
        found.received = await append(work, found.id, offset, content)
        return found
    kept = await part_at(work, found.id, offset) if offset < found.received else None
    if kept != (offset, content):
        raise Conflict(f"the archive has {found.received} bytes: send those that follow")
    return found


async def check_empty(work: Work) -> None:
    """Raises `Conflict` unless nobody has done anything in the tenant yet."""
    global_tables = {str(each.__tablename__) for each in tables() if each.table_kind is Kind.GLOBAL}
    told = [
        sa.select(sa.literal(str(table.name)).label("name")).where(
            sa.exists(sa.select(sa.literal(1)).select_from(table).where(table.c.tenant_id == work.tenant_id))
        )
        for table in metadata.sorted_tables
        if table.name not in global_tables | _OF_A_NEW_TENANT
    ]
    if names := (await work.session.execute(sa.union_all(*told))).scalars().all():
        raise Conflict(f"the tenant is not empty: it has rows in {', '.join(sorted(names)[:3])}")


async def end(work: Work, found: TenantImport, state: ImportState) -> None:
    """Let an import be over; what was sent is thrown away."""
    found.state, found.finished_at, found.reached = state, work.now, None
    parts = sa.delete(ArchivePart).where(
        col(ArchivePart.tenant_id) == work.tenant_id, col(ArchivePart.archive_id) == found.id
    )
    await work.session.execute(parts)


async def _held(work: Work, id: UUID, state: ImportState) -> TenantImport:
    found = await work.get(TenantImport, id, "import_id", lock=True)
    if found.state is not state:
        raise InvalidState.at("import_id", message=f"the import is {found.state}")
    return found


IMPORTING_COMMANDS: Final[Mapping[str, Command]] = {
    command.name: command
    for command in (
        declared(begin_import, Action.TENANT_OWN, returns={"import": "import"}, creates=True),
        declared(start_import, Action.TENANT_OWN, returns={"import": "import"}),
        declared(cancel_import, Action.TENANT_OWN, returns={"import": "import"}),
    )
}
