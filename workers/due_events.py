"""The events that wait to be relayed, read by the index they wait in, whatever else waits behind them.

PostgreSQL may not know yet of a tenant whose many events have just come, takes them for none, and would read and sort
all of them for each batch. So sorting is ruled out here: what has the order of an index is read from that index, and
no more of it than is asked for.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.inserting import numbered
from domain.kernel.machinery import Event
from domain.kernel.work import Work

EVENT: Final[sa.Table] = Event.__table__  # type: ignore[attr-defined]  # set by the mapper

Row = sa.Row[Any]
"A row of the table `event`: its columns as attributes."


async def due_events(work: Work, limit: int) -> list[Row]:
    """The first events by id, and behind them the earlier versions of their entities that wait as well.

    Such an event may lie behind the place where the batch is cut, for ids are given before their writers commit.
    """
    of_tenant = (EVENT.c.tenant_id == work.tenant_id, EVENT.c.due.is_not(None))
    async with _read_by_index(work):
        events = list(await work.session.execute(sa.select(EVENT).where(*of_tenant).order_by(EVENT.c.id).limit(limit)))
        if len(events) == limit and (latest := _latest(events)):
            events += await _earlier(work, latest, events[-1].id)
    return events


def _latest(events: list[Row]) -> dict[UUID, int]:
    """The latest version of each entity; one that was only created has no earlier."""
    latest: dict[UUID, int] = {}
    for event in events:
        if event.subject_version is not None and event.subject_version > 1:
            latest[event.subject_id] = max(latest.get(event.subject_id, 0), event.subject_version)
    return latest


async def _earlier(work: Work, latest: Mapping[UUID, int], after: UUID) -> list[Row]:
    """The due events of entities, older than the versions given, whose ids lie behind `after`."""
    wanted = numbered(list(latest), list(latest.values()))
    behind = (
        sa.select(EVENT)
        .where(EVENT.c.tenant_id == work.tenant_id, EVENT.c.due.is_not(None), EVENT.c.id > after)
        # Not equal: of all indexes only that of subjects has the order by subject and id.
        .where(EVENT.c.subject_id >= wanted.c.id, EVENT.c.subject_id <= wanted.c.id)
        .order_by(EVENT.c.subject_id, EVENT.c.id)
        .lateral("behind")
    )
    each = sa.select(behind).select_from(wanted.join(behind, behind.c.subject_version < wanted.c.version))
    return list(await work.session.execute(each))


@asynccontextmanager
async def _read_by_index(work: Work) -> AsyncIterator[None]:
    await work.session.execute(sa.text("SET LOCAL enable_sort = off"))
    yield
    await work.session.execute(sa.text("SET LOCAL enable_sort = on"))
