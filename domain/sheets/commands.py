"""What can be asked of sheets: one is announced, sent in parts, tried without effect, and brought in."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.archives.storing import MOST_BYTES, append, part_at
from domain.archives.tables import ArchivePart
from domain.kernel.commands import Done, command
from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.inputs import Code, IdOf, Input
from domain.kernel.work import Work
from domain.sheets.acting import acting_as
from domain.sheets.entities import Importable, importable, importables
from domain.sheets.tables import OPEN, UNDER_WAY, SheetEncoding, SheetFormat, SheetImport, SheetState
from domain.tenancy.permissions import Action, require
from domain.ventures.tables import Venture

LARGEST: Final = 50_000_000
"""Bytes of a sheet."""

MOST_UNDER_WAY: Final = 2
MOST_OPEN: Final = 20
"""Sheets of a tenant that wait to be started."""

KEPT: Final = timedelta(days=7)
"""How long a sheet waits to be started, since it was announced."""

WORK: Final = "sheet"
GUARD: Final = "sheets"

_RETURNS = {"sheet_import": "sheet_import"}
Heading = Annotated[str, Field(min_length=1, max_length=500)]
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=100)]
SheetImportId = Annotated[UUID, IdOf("sheet_import")]


class SheetColumn(Input):
    """Which field a column fills."""

    column: Heading = Field(description="The column's heading, as it stands in the sheet.", examples=["Wann?"])
    field: FieldName | None = Field(
        None, description="The field, such as due_on; left out or null: the column is left alone.", examples=["due_on"]
    )


class CreateSheetImport(Input):
    """A sheet that is to be brought in."""

    entity: Code = Field(description="Of which type its lines are, such as risk or cost.", examples=["risk"])
    format: SheetFormat = Field(description="What it is written in.")
    encoding: SheetEncoding = Field(SheetEncoding.UTF8, description="How the letters of a CSV file are encoded.")
    venture_id: Annotated[UUID, IdOf("venture")] | None = Field(
        None, description="The venture to which every line belongs; left out, a column says it."
    )
    columns: Annotated[list[SheetColumn], Field(max_length=200)] = Field(
        [], description="Columns whose heading is not the name of their field, or which are to be left alone."
    )
    source: Code = Field(
        "sheet",
        description="What the sheet is from: a line whose external_id was brought in from there before changes that "
        "row.",
        examples=["jira"],
    )


class StartSheetImport(Input):
    """Which sheet to bring in."""

    sheet_import_id: SheetImportId = Field(description="The import.")
    dry_run: bool = Field(False, description="Whether to do all of it but leave nothing: only the report is made.")


class CancelSheetImport(Input):
    """Which import to cancel."""

    sheet_import_id: SheetImportId = Field(description="The import.")


@command(Action.IMPORT_WRITE, returns=_RETURNS, creates=True)
async def create_sheet_import(work: Work, given: CreateSheetImport) -> Done:
    """Announce a sheet (CSV or a workbook) whose lines are to become rows of a type, or to change them.

    Its bytes are then sent in parts, over REST, and it is started: first as a dry run, if one likes.
    """
    entity = _entity(given.entity)
    require(work.principal, entity.create.action)
    if given.venture_id is not None:
        await work.get(Venture, given.venture_id, "venture_id", archived=False)
    elif work.principal.venture_ids is not None:
        raise Forbidden("who is restricted to some ventures must say into which one a sheet is brought: venture_id")
    headings = [column.column for column in given.columns]
    if len(set(headings)) != len(headings):
        raise Invalid.at("columns", message="a column is named twice")
    await work.guard(GUARD)
    if await _count(work, OPEN) >= MOST_OPEN:
        raise Conflict(f"{MOST_OPEN} sheets wait to be started: start them, or cancel them")
    made = work.new(
        SheetImport,
        entity=entity.word,
        venture_id=given.venture_id,
        format=given.format,
        encoding=given.encoding,
        columns={column.column: column.field for column in given.columns},
        source=given.source,
        requested_by=work.principal.member_id,
        acting=acting_as(work.principal),
        mapping=[],
        problems=[],
        created_at=work.now,
    )
    await work.flush()
    after = {"entity": entity.word, "format": str(given.format), "source": given.source}
    work.record("sheet_import.created", ("sheet_import", made.id), after=after, venture_id=made.venture_id)
    return Done({"sheet_import": made.id})


@command(Action.IMPORT_WRITE, returns=_RETURNS)
async def start_sheet_import(work: Work, given: StartSheetImport) -> Done:
    """Bring the sheet in, in the background and in your name: all of its lines, or none where anything is wrong.

    A dry run tells the same without leaving anything; the sheet can then be brought in without being sent again.
    """
    found = await held_sheet(work, given.sheet_import_id)
    if found.state not in OPEN:
        raise InvalidState.at("sheet_import_id", message=f"the import is {found.state}")
    if found.size == 0:
        raise InvalidState.at("sheet_import_id", message="nothing of the sheet has been sent yet")
    require(work.principal, _entity(found.entity).create.action)
    await work.guard(GUARD)
    if await _count(work, UNDER_WAY) >= MOST_UNDER_WAY:
        raise Conflict(f"{MOST_UNDER_WAY} sheets are being brought in already: wait for one, or cancel it")
    found.state, found.dry_run, found.acting = SheetState.QUEUED, given.dry_run, acting_as(work.principal)
    found.lines_done, found.lines_total, found.finished_at = 0, None, None
    work.record(
        "sheet_import.started",
        ("sheet_import", found.id),
        after={"dry_run": given.dry_run},
        venture_id=found.venture_id,
    )
    await work.mark(WORK, [found.id])
    return Done({"sheet_import": found.id})


@command(Action.IMPORT_WRITE, returns=_RETURNS)
async def cancel_sheet_import(work: Work, given: CancelSheetImport) -> Done:
    """Cancel an import that is not over: nothing of it stays. Twice is once."""
    found = await held_sheet(work, given.sheet_import_id)
    if found.state is SheetState.CANCELLED:
        return Done({"sheet_import": found.id})
    if found.state not in (*OPEN, *UNDER_WAY):
        raise InvalidState.at("sheet_import_id", message=f"the import is {found.state}")
    await end_sheet(work, found, SheetState.CANCELLED)
    work.record("sheet_import.cancelled", ("sheet_import", found.id), venture_id=found.venture_id)
    return Done({"sheet_import": found.id})


async def take_sheet_part(work: Work, id: UUID, offset: int, content: bytes) -> SheetImport:
    """Take the bytes of a sheet from an offset on. Those that were taken before are compared.

    Raises `Conflict` for bytes that are not the next ones, or are others than before.
    """
    found = await held_sheet(work, id, "id")
    if found.state is not SheetState.UPLOADING:
        raise InvalidState.at("id", message=f"the import is {found.state}")
    if not 1 <= len(content) <= MOST_BYTES:
        raise Invalid(f"send from 1 to {MOST_BYTES} bytes at a time")
    if offset + len(content) > LARGEST:
        raise Invalid(f"a sheet has at most {LARGEST} bytes: divide it")
    if offset == found.size:
        found.size = await append(work, found.id, offset, content)
        return found
    kept = await part_at(work, found.id, offset) if offset < found.size else None
    if kept != (offset, content):
        raise Conflict(f"the sheet has {found.size} bytes: send those that follow")
    return found


async def held_sheet(work: Work, id: UUID, path: str = "sheet_import_id", *, lock: bool = True) -> SheetImport:
    """The import, held. Who is restricted to some ventures sees only those into one of them. Raises `NotFound`."""
    found = await work.get(SheetImport, id, path, lock=lock)
    if found.venture_id is None and work.principal.venture_ids is not None:
        raise NotFound.at(path, what="sheet import")
    return found


async def end_sheet(work: Work, found: SheetImport, state: SheetState) -> None:
    """Let an import be over; what was sent is thrown away."""
    found.state, found.finished_at = state, work.now
    parts = sa.delete(ArchivePart).where(
        col(ArchivePart.tenant_id) == work.tenant_id, col(ArchivePart.archive_id) == found.id
    )
    await work.session.execute(parts)


def _entity(word: str) -> Importable:
    found = importable(word)
    if found is None:
        message = f"no type of this name can be imported; there are {', '.join(sorted(importables()))}"
        raise Invalid.at("entity", message=message)
    return found


async def _count(work: Work, states: tuple[SheetState, ...]) -> int:
    counted = sa.select(sa.func.count()).where(
        col(SheetImport.tenant_id) == work.tenant_id, col(SheetImport.state).in_(states)
    )
    return int((await work.session.execute(counted)).scalar_one())
