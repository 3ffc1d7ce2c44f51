"""Changing many entities alike: with all that follows from a change, in a bounded number of statements.

The unit of work sends one UPDATE for each row that it flushes, since it has to know for each that nobody has changed it
meanwhile. Here one statement tells that of a thousand rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from domain.kernel.consequences import Change, Consequences, changed
from domain.kernel.inserting import numbered, slices
from domain.kernel.listener import passing_by
from domain.kernel.tables import Entity
from domain.kernel.work import Work

E = TypeVar("E", bound=Entity)


async def change_many(work: Work, rows: Sequence[E], **values: Any) -> None:
    """Give rows of one type, as they were loaded, the same values, now: as if each was set and flushed by itself.

    Rows that have the values already are not changed. Raises `StaleDataError` where somebody else has changed one.
    """
    await work.flush()
    for part in slices(row for row in rows if _before(row, values)):
        await work.session.run_sync(_change, part, values)


def _before(row: Entity, values: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name, value in values.items() if getattr(row, name) != value}


def _change(session: Session, rows: Sequence[Entity], values: dict[str, Any]) -> None:
    writing, connection = session.info["work"], session.connection()
    befores = [_before(row, values) for row in rows]
    table: sa.Table = type(rows[0]).__table__  # type: ignore[attr-defined]  # set by the mapper
    known = numbered([row.id for row in rows], [row.version for row in rows])
    statement = sa.update(table).where(
        table.c.tenant_id == writing.principal.tenant_id, table.c.id == known.c.id, table.c.version == known.c.version
    )
    with passing_by(connection):
        done = connection.execute(statement.values(**values, updated_at=writing.now, version=table.c.version + 1))
    if done.rowcount != len(rows):
        raise StaleDataError(f"of {len(rows)} rows of {table.name}, {len(rows) - done.rowcount} were changed meanwhile")
    changes: list[Change] = []
    for row, before in zip(rows, befores, strict=True):
        for name, value in {**values, "updated_at": writing.now, "version": row.version + 1}.items():
            set_committed_value(row, name, value)
        changes.append(changed(row, before, {name: values[name] for name in before}))
    Consequences(session, writing).write(changes)
