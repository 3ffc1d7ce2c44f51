"""The bytes of archives: appended in parts, read part by part."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.archives.tables import ArchivePart
from domain.kernel.work import Work

MOST_BYTES = 1_000_000
"""Of one part."""


async def append(work: Work, archive_id: UUID, size: int, content: bytes) -> int:
    """Append bytes to an archive that has so many. Answers how many it has then."""
    rows = [
        {
            "tenant_id": work.tenant_id,
            "archive_id": archive_id,
            "starts_at": size + start,
            "content": content[start : start + MOST_BYTES],
        }
        for start in range(0, len(content), MOST_BYTES)
    ]
    if rows:
        await work.session.execute(sa.insert(ArchivePart), rows)
    return size + len(content)


async def part_at(work: Work, archive_id: UUID, offset: int) -> tuple[int, bytes] | None:
    """The part that holds the byte at an offset: where it starts, and its bytes. None behind the end."""
    statement = (
        sa.select(col(ArchivePart.starts_at), col(ArchivePart.content))
        .where(
            col(ArchivePart.tenant_id) == work.tenant_id,
            col(ArchivePart.archive_id) == archive_id,
            col(ArchivePart.starts_at) <= offset,
        )
        .order_by(col(ArchivePart.starts_at).desc())
        .limit(1)
    )
    row = (await work.session.execute(statement)).one_or_none()
    if row is None or row.starts_at + len(row.content) <= offset:
        return None
    return row.starts_at, row.content


async def all_parts(work: Work, archive_id: UUID) -> AsyncIterator[bytes]:
    """The parts of an archive, in their order."""
    offset = 0
    while (found := await part_at(work, archive_id, offset)) is not None:
        yield found[1]
        offset = found[0] + len(found[1])
