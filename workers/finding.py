"""Which tenants have something due: asked as the finder, who sees nothing of a row but its tenant and its due time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.runtime import Runtime

Found = Literal["event", "delivery", "work"]

LOOKED_AT = 5_000
"""Rows looked at before the tenants are asked one by one: then one tenant's backlog cannot hide the others."""


async def tenants_with_due(runtime: Runtime, table: Found, now: datetime) -> list[UUID]:
    """The tenants that have due rows in a table.

    An event is due from the moment it is written until it is relayed, whatever its writer's clock said.
    """
    due = "due IS NOT NULL" if table == "event" else "due <= :now"
    values = {} if table == "event" else {"now": now}
    async with runtime.database.engine("finder").connect() as connection:
        few = sa.text(
            "SELECT tenant_id, count(*) AS due_rows FROM "
            f"(SELECT tenant_id FROM {table} WHERE {due} LIMIT {LOOKED_AT}) seen GROUP BY tenant_id"
        )
        counts = {row.tenant_id: row.due_rows for row in await connection.execute(few, values)}
        if sum(counts.values()) < LOOKED_AT:
            return list(counts)
        each = sa.text(
            f"SELECT id FROM tenant WHERE EXISTS (SELECT 1 FROM {table} WHERE {table}.tenant_id = tenant.id AND {due})"
        )
        return [row.id for row in await connection.execute(each, values)]


async def all_tenants(runtime: Runtime) -> list[UUID]:
    """Every tenant of the installation."""
    async with runtime.database.engine("finder").connect() as connection:
        return [row.id for row in await connection.execute(sa.text("SELECT id FROM tenant ORDER BY id"))]
