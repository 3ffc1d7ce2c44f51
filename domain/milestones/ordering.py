"""What comes before what: a link between milestones or tasks is refused where it would close a circle."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.editing import when_restored
from domain.kernel.errors import Invalid
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.dependencies import cycle_closed_by
from domain.milestones.tables import Dependency, Milestone
from domain.milestones.task_tables import Task, TaskDependency

MOST_LINKS: Final = 1_000
"""Predecessors of one milestone or task."""

Link = type[Dependency] | type[TaskDependency]

_FOLLOWING: Final = """
    WITH RECURSIVE reached AS (
        SELECT CAST(:from AS uuid) AS id
        UNION
        SELECT d.successor_id FROM reached r
        JOIN {table} d ON d.tenant_id = :tenant AND d.predecessor_id = r.id AND d.archived_at IS NULL)
    SELECT d.predecessor_id, d.successor_id FROM reached r
    JOIN {table} d ON d.tenant_id = :tenant AND d.predecessor_id = r.id AND d.archived_at IS NULL"""


async def check_link(work: Work, table: Link, predecessor_id: UUID, successor_id: UUID) -> None:
    """Raises `Invalid` for a link that would close a circle, which is spelt out, or that is one too many.

    Held behind one guard of the tenant, since milestones of different ventures may depend on one another.
    """
    await work.guard(str(table.__tablename__))
    statement = sa.text(_FOLLOWING.format(table=table.__tablename__))
    found = await work.session.execute(statement, {"tenant": work.tenant_id, "from": successor_id})
    if circle := cycle_closed_by((predecessor_id, successor_id), [(row[0], row[1]) for row in found]):
        spelt = " → ".join(await _titles(work, Milestone if table is Dependency else Task, circle))
        raise Invalid.at("successor_id", message=f"this would close a circle: {spelt}", code="DEPENDENCY_CYCLE")
    await check_room(work, table, "successor_id", successor_id, MOST_LINKS, "successor_id")


async def _titles(work: Work, table: type[Milestone] | type[Task], circle: list[UUID]) -> list[str]:
    """The titles of what a circle runs through; of what the caller may not see, that it is of another venture."""
    rows = await work.session.execute(
        sa.select(col(table.id), col(table.title), col(table.venture_id)).where(
            col(table.tenant_id) == work.tenant_id, col(table.id).in_(circle)
        )
    )
    seen = work.principal.venture_ids
    titles = {id: title for id, title, venture_id in rows if seen is None or venture_id in seen}
    return [titles.get(id, "(in another venture)") for id in circle]


@when_restored
async def _no_circle(work: Work, row: Entity) -> None:
    if isinstance(row, Dependency | TaskDependency):
        await check_link(work, type(row), row.predecessor_id, row.successor_id)
