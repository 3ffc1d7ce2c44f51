"""How many rows something may have: counted, and behind a guard only where the limit is near enough to matter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Invalid
from domain.kernel.tables import Entity
from domain.kernel.work import Work


async def check_room(
    work: Work, table: type[Entity], owner: str, id: UUID, most: int, *path: str | int, more: int = 1
) -> None:
    """Raises `Invalid` at `path` where `more` rows would be more than `most` of those whose column `owner` is `id`.

    Archived rows take no room. Below half of the limit nothing is held: so many rows cannot be under way at once.
    """
    key = (str(table.__tablename__), id)
    known = None if work.rooms is None else work.rooms.get(key)
    if known is None:
        await work.flush()
        known = await _held(work, table, owner, id, most)
    if work.rooms is not None:
        work.rooms[key] = known + more
    if known + more <= most // 2:
        return
    await work.flush()
    await work.guard(f"room:{table.__tablename__}:{id.hex}")
    if await _held(work, table, owner, id, most) + more > most:
        what, whose = table.word.replace("_", " "), owner.removesuffix("_id").replace("_", " ")
        message = f"a {whose} has at most {most:,} of the kind {what}; archive some that are no longer needed"
        raise Invalid.at(*path, message=message)


async def _held(work: Work, table: type[Entity], owner: str, id: UUID, most: int) -> int:
    columns: Any = table.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    rows = sa.select(sa.literal(1)).where(
        columns.tenant_id == work.tenant_id, columns[owner] == id, col(table.archived_at).is_(None)
    )
    counted = sa.select(sa.func.count()).select_from(rows.limit(most + 1).subquery())
    return int((await work.session.execute(counted)).scalar_one())
