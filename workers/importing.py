"""Bringing an archive into an empty tenant: all of it is checked, then all of it is written, slice by slice.

A killed worker is followed by one that goes on with the next slice. Where anything is wrong the tenant is emptied
again, and the import says file, line and rule.
"""

from __future__ import annotations

import asyncio
import hashlib
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from domain.archives.contents import content_of
from domain.archives.importing import LASTING, WORK, end
from domain.archives.opening import BadArchive, Opened, Piece, open_archive
from domain.archives.reading import BadLine, read_line
from domain.archives.restoring import bring_in, settle
from domain.archives.storing import all_parts
from domain.archives.tables import IMPORTING, ImportState, TenantImport
from domain.kernel.errors import DomainError
from domain.kernel.faults import crash_point
from domain.kernel.keeping import keeping
from domain.kernel.runtime import Runtime
from domain.kernel.sqlerrors import refusal_of
from domain.kernel.work import Work
from workers.claims import Claim, Queue
from workers.erasing import delete_rows, tenant_tables
from workers.running import run_due
from workers.sealing import seal
from workers.spooling import Spool

IMPORTS: Final = Queue.of_work(WORK, lease=timedelta(minutes=5))
SLICE: Final = 2_000
"""Rows that are written in one transaction."""

CHECKED_AT_A_TURN: Final = 20_000
DELETED_AT_ONCE: Final = 5_000
EVER: Final = timedelta(days=20_000)


async def import_some(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with an import into the tenant, where one is due. Answers whether there was one."""

    async def slice_(work: Work, claim: Claim) -> datetime | None:
        return await _slice(runtime, work, claim)

    return await run_due(runtime, tenant_id, IMPORTS, slice_, 1, failed=_failed)


async def _slice(runtime: Runtime, work: Work, claim: Claim) -> datetime | None:
    found = await _held(work, claim.key)
    if found is None:
        return None
    try:
        match found.state:
            case ImportState.CHECKING:
                await _check(runtime, work, found)
            case ImportState.APPLYING:
                await _apply(runtime, work, found)
            case ImportState.UNDOING:
                await _undo(runtime, work, found)
    except BadArchive as error:
        found.problem = error.problem
        found.state, found.reached = ImportState.UNDOING, None
    return None if found.state in (ImportState.DONE, ImportState.FAILED) else work.now


async def _held(work: Work, id: UUID) -> TenantImport | None:
    statement = sa.select(TenantImport).where(
        col(TenantImport.tenant_id) == work.tenant_id,
        col(TenantImport.id) == id,
        col(TenantImport.state).in_(IMPORTING[1:]),
    )
    return (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()


async def _check(runtime: Runtime, work: Work, found: TenantImport) -> None:
    """Check the next files; the first time also that the archive is the one that was meant."""
    if found.reached is None:
        digest = hashlib.sha256()
        async for part in all_parts(work, found.id):
            digest.update(part)
        if digest.hexdigest() != found.sha256:
            raise BadArchive("the SHA-256 of what was sent is not the one that was told")
    opened, archive = await _opened(runtime, work, found)
    found.rows_total = opened.rows
    place, checked = (found.reached or {"file": 0})["file"], 0
    while place < len(opened.pieces) and checked < CHECKED_AT_A_TURN:
        piece = opened.pieces[place]
        await asyncio.to_thread(_check_piece, archive, piece)
        place, checked = place + 1, checked + piece.rows
    found.rows_done += checked
    found.reached = {"file": place}
    if place == len(opened.pieces):
        found.state, found.reached, found.rows_done = ImportState.APPLYING, None, 0


def _check_piece(archive: zipfile.ZipFile, piece: Piece) -> None:
    lines = _lines(archive, piece)
    content = content_of(piece.table)
    for number, line in enumerate(lines, 1):
        _row(content, piece, number, line)


def _lines(archive: zipfile.ZipFile, piece: Piece) -> list[bytes]:
    """The lines of a file, which is what the manifest says."""
    try:
        text = archive.read(piece.path)
    except (zipfile.BadZipFile, EOFError, ValueError, OSError) as error:
        raise BadArchive(f"cannot be unpacked: {error}", piece.path) from None
    if hashlib.sha256(text).hexdigest() != piece.sha256:
        raise BadArchive("is not the file that the manifest tells of: its SHA-256 differs", piece.path)
    lines = text.splitlines()
    if len(lines) != piece.rows:
        raise BadArchive(f"has {len(lines)} lines, and the manifest tells of {piece.rows}", piece.path)
    return lines


def _row(content: Any, piece: Piece, number: int, line: bytes) -> dict[str, Any]:
    try:
        return read_line(content, line)
    except BadLine as error:
        raise BadArchive(str(error), piece.path, number) from None


async def _apply(runtime: Runtime, work: Work, found: TenantImport) -> None:
    """Empty the tenant of what it began with; then write the next rows; at the end settle what follows from them."""
    if found.reached is None:
        if await _emptied(runtime, work.tenant_id):
            found.reached = {"file": 0, "line": 0}
        return
    opened, archive = await _opened(runtime, work, found)
    place, line = found.reached["file"], found.reached["line"]
    if place == len(opened.pieces):
        await seal(runtime, work.tenant_id, EVER)
        await settle(work)
        after = {"archive": found.sha256, "rows": found.rows_done, "tenant_id": f"tenant_{opened.origin.hex}"}
        work.record("tenant.imported", ("import", found.id), after=after)
        await end(work, found, ImportState.DONE)
        crash_point("import.before_done")
        return
    left = SLICE
    while left > 0 and place < len(opened.pieces):
        piece = opened.pieces[place]
        content = content_of(piece.table)
        lines = (await asyncio.to_thread(_lines, archive, piece))[::-1]  # the oldest row is the last line
        slice_ = lines[line : line + left]
        rows = [_row(content, piece, len(lines) - line - number, each) for number, each in enumerate(slice_)]
        await _write(work, opened, piece, rows, len(lines) - line)
        left, line = left - len(rows), line + len(rows)
        found.rows_done += len(rows)
        if line >= len(lines):
            place, line = place + 1, 0
    found.reached = {"file": place, "line": line}
    crash_point("import.after_slice")


async def _write(work: Work, opened: Opened, piece: Piece, rows: Sequence[dict[str, Any]], last: int) -> None:
    """Write rows; where the database refuses one, it is found and told."""
    content = content_of(piece.table)
    try:
        async with work.session.begin_nested():
            await bring_in(work, content, opened.origin, rows)
        return
    except DBAPIError as error:
        if refusal_of(error).code == "BUSY":
            raise
    for number, row in enumerate(rows):
        try:
            async with work.session.begin_nested():
                await bring_in(work, content, opened.origin, [row])
        except DBAPIError as error:
            refused: DomainError = refusal_of(error)
            raise BadArchive(f"the database refuses the row: {refused.message}", piece.path, last - number) from None


async def _undo(runtime: Runtime, work: Work, found: TenantImport) -> None:
    if await _emptied(runtime, work.tenant_id):
        work.record("import.failed", ("import", found.id), after=found.problem)
        await end(work, found, ImportState.FAILED)


async def _emptied(runtime: Runtime, tenant_id: UUID) -> bool:
    """Delete a slice of what the tenant has. Answers whether nothing is left."""
    left = DELETED_AT_ONCE
    async with keeping(runtime, tenant_id) as connection:
        for name in tenant_tables():
            if name in LASTING or name == "work":
                continue
            left -= await delete_rows(connection, name, tenant_id, left)
            if left <= 0:
                return False
        values = {"tenant": tenant_id, "kind": WORK}
        await connection.execute(sa.text("DELETE FROM work WHERE tenant_id = :tenant AND kind <> :kind"), values)
    return True


async def _opened(runtime: Runtime, work: Work, found: TenantImport) -> tuple[Opened, zipfile.ZipFile]:
    """The archive, read part by part from the database as it is needed."""
    spool = Spool(runtime, work.tenant_id, found.id, found.size)

    def open_it() -> tuple[Opened, zipfile.ZipFile]:
        try:
            archive = zipfile.ZipFile(spool)
        except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
            raise BadArchive(f"is no zip: {error}") from None
        return open_archive(archive), archive

    return await asyncio.to_thread(open_it)


async def _failed(work: Work, claim: Claim, error: str) -> None:
    """After the last attempt the tenant is emptied again."""
    found = await _held(work, claim.key)
    if found is not None and claim.attempts >= IMPORTS.attempts - 1 and found.state is not ImportState.UNDOING:
        found.problem = {"file": None, "line": None, "rule": f"it could not be brought in: {error}"[:500]}
        found.state, found.reached = ImportState.UNDOING, None
