"""Making archives: tables are read in slices, each of which adds whole files to the archive and commits its progress.

A killed worker is followed by one that goes on behind the last row that was stored. What one slice holds in memory is
bounded by rows and by bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.archives.contents import Content, contents
from domain.archives.exporting import KEPT, WORK, identities, throw_away
from domain.archives.lines import selected, written
from domain.archives.manifest import last_files
from domain.archives.storing import all_parts, append
from domain.archives.tables import UNDER_WAY, ArchiveFile, Export, ExportKind, ExportState
from domain.archives.zipping import Packed, finish, pack
from domain.kernel.faults import crash_point
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from workers.claims import Claim, Queue
from workers.running import run_due
from workers.signed_in import signed_in_lines

EXPORTS: Final = Queue.of_work(WORK)
MOST_ROWS: Final = 5_000
"""Rows that one slice reads."""

MOST_BYTES: Final = 8_000_000
"""Bytes of lines that one slice reads, give or take a page."""

FIRST_PAGE: Final = 50
LARGEST: Final = 20_000_000_000
"""Bytes of an archive."""


async def export_some(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with an export of the tenant, where one is due. Answers whether there was one."""

    async def slice_(work: Work, claim: Claim) -> datetime | None:
        return await _slice(runtime, work, claim)

    return await run_due(runtime, tenant_id, EXPORTS, slice_, 1, failed=_failed)


async def expire_exports(runtime: Runtime, tenant_id: UUID) -> int:
    """Throw away the archives of a tenant whose time is over. Answers how many."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        statement = sa.select(Export).where(
            col(Export.tenant_id) == tenant_id,
            col(Export.state) == ExportState.READY,
            col(Export.expires_at) <= work.now,
        )
        over = (await work.session.execute(statement.with_for_update(key_share=True))).scalars().all()
        for export in over:
            await throw_away(work, export, ExportState.EXPIRED)
        return len(over)


async def _slice(runtime: Runtime, work: Work, claim: Claim) -> datetime | None:
    export = await _held(work, claim.key)
    if export is None:
        return None
    if export.state is ExportState.QUEUED:
        export.state, export.started_at = ExportState.RUNNING, work.now
        export.rows_total = await _count(work, export)
        export.reached = _reached(contents()[0], None)
        return work.now
    if export.size > LARGEST:
        export.error = f"an archive has at most {LARGEST} bytes"
        await throw_away(work, export, ExportState.FAILED)
        return None
    if export.reached is not None:
        await _read_on(work, export)
        crash_point("export.after_slice")
        return work.now
    await _finish(runtime, work, export)
    crash_point("export.before_ready")
    return None


async def _held(work: Work, id: UUID) -> Export | None:
    """The export, held; None where it is over or cancelled."""
    statement = sa.select(Export).where(
        col(Export.tenant_id) == work.tenant_id, col(Export.id) == id, col(Export.state).in_(UNDER_WAY)
    )
    return (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()


def _reached(content: Content, after: Sequence[Any] | None) -> dict[str, Any]:
    """Where an export has come to: a table, and the key of its last row that was read."""
    return {"table": content.name, "after": None if after is None else [str(value) for value in after]}


async def _read_on(work: Work, export: Export) -> None:
    """Read the next rows, of as many tables as it takes to fill a slice."""
    rows = size = 0
    assert export.reached is not None
    people = await identities(work, export)
    order = [content.name for content in contents()]
    for content in contents()[order.index(export.reached["table"]) :]:
        lines, after = await _lines(work, export, content, people, MOST_ROWS - rows, MOST_BYTES - size)
        if lines:
            await _add_file(work, export, content.name, lines)
            export.rows_done += len(lines)
        rows, size = rows + len(lines), size + sum(map(len, lines))
        if after is not None:
            export.reached = _reached(content, after)
            return
        following = order.index(content.name) + 1
        export.reached = _reached(contents()[following], None) if following < len(order) else None
        if rows >= MOST_ROWS or size >= MOST_BYTES:
            return


async def _lines(
    work: Work, export: Export, content: Content, people: Sequence[UUID], rows: int, size: int
) -> tuple[list[bytes], Sequence[Any] | None]:
    """The next lines of a table, and the key of the last where there may be more."""
    where = _where(content, export, people)
    assert export.reached is not None
    after = export.reached["after"] if export.reached["table"] == content.name else None
    found: list[bytes] = []
    read, page = 0, FIRST_PAGE
    if where is None:
        return found, None
    statement = sa.select(*selected(content), *(key.label(f"key_{key.name}") for key in content.keys)).where(where)
    statement = statement.order_by(*(key.desc() for key in content.keys))
    while True:
        limit = min(page, rows - len(found))
        following = statement if after is None else statement.where(_before(content, after))
        taken = (await work.session.execute(following.limit(limit))).all()
        width = len(content.columns)
        lines = written(content, [row[:width] for row in taken])
        found += lines
        read += sum(map(len, lines))
        if len(taken) < limit:
            return found, None
        after = [str(value) for value in taken[-1][width:]]
        if len(found) >= rows or read >= size:
            return found, after
        page = max(1, min(1_000, (size - read) * len(found) // max(read, 1)))


def _where(content: Content, export: Export, people: Sequence[UUID]) -> sa.ColumnElement[bool] | None:
    """The rows of a table that an export holds, those of `people` where it is a person's; None where it holds none."""
    of_tenant = content.of_tenant(export.tenant_id)
    if export.kind is ExportKind.TENANT:
        return of_tenant
    of_person = content.of_person(people)
    return None if of_person is None else of_tenant & of_person


def _before(content: Content, after: Sequence[str]) -> sa.ColumnElement[bool]:
    """The rows that come behind a key, from the last to the first."""
    values = [sa.cast(sa.literal(value, sa.Text), key.type) for key, value in zip(content.keys, after, strict=True)]
    condition: sa.ColumnElement[bool] = sa.tuple_(*content.keys) < sa.tuple_(*values)
    return condition


async def _count(work: Work, export: Export) -> int:
    """How many rows there are to be read, told by one statement."""
    people = await identities(work, export)
    counts = [
        sa.select(sa.func.count()).select_from(content.table).where(where).scalar_subquery()
        for content in contents()
        if (where := _where(content, export, people)) is not None
    ]
    return int((await work.session.execute(sa.select(sum(counts[1:], start=counts[0])))).scalar_one())


async def _add_file(work: Work, export: Export, name: str, lines: list[bytes]) -> None:
    """Add a file with lines to the archive."""
    number = export.files + 1
    text = b"".join(lines)
    packed_bytes, packed = pack(export.size, f"data/{name}/{number:06}.ndjson", text)
    work.session.add(
        ArchiveFile(
            tenant_id=work.tenant_id,
            archive_id=export.id,
            file_number=number,
            path=packed.path,
            of_table=name,
            rows=len(lines),
            size=packed.size,
            compressed=packed.compressed,
            crc=packed.crc,
            starts_at=packed.starts_at,
            sha256=hashlib.sha256(text).hexdigest(),
        )
    )
    export.size = await append(work, export.id, export.size, packed_bytes)
    export.files = number


async def _finish(runtime: Runtime, work: Work, export: Export) -> None:
    """Write the manifest, the schemas and the directory, and let the archive be fetched."""
    if export.member_id is not None:
        for name, lines in await signed_in_lines(runtime, work, export.member_id):
            await _add_file(work, export, name, lines)
    await work.flush()
    statement = sa.select(ArchiveFile).where(
        col(ArchiveFile.tenant_id) == work.tenant_id, col(ArchiveFile.archive_id) == export.id
    )
    files = (await work.session.execute(statement.order_by(col(ArchiveFile.file_number)))).scalars().all()
    packed = [Packed(one.path, one.size, one.compressed, one.crc, one.starts_at) for one in files]
    ending = finish(export.size, packed, await last_files(work, export, files))
    export.size = await append(work, export.id, export.size, ending)
    digest = hashlib.sha256()
    async for part in all_parts(work, export.id):
        digest.update(part)
    export.sha256 = digest.hexdigest()
    export.state, export.finished_at, export.expires_at = ExportState.READY, work.now, work.now + KEPT
    work.record("export.made", ("export", export.id), after={"size": export.size, "sha256": export.sha256})


async def _failed(work: Work, claim: Claim, error: str) -> None:
    """After the last attempt the export has failed, and what it had made is thrown away."""
    if claim.attempts < EXPORTS.attempts:
        return
    export = await _held(work, claim.key)
    if export is not None:
        export.error = error[:500]
        await throw_away(work, export, ExportState.FAILED)
