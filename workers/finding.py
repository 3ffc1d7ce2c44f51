"""Which tenants have something due: asked as the finder, who sees nothing of a row but its tenant and its due time."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.runtime import Runtime
from domain.tenancy.tables import TenantStatus

Found = Literal["event", "delivery", "work"]

LOOKED_AT = 5_000
"""Rows looked at before the tenants are asked one by one: then one tenant's backlog cannot hide the others."""


async def tenants_with_due(runtime: Runtime, table: Found, now: datetime) -> list[UUID]:
    """The tenants that have due rows in a table, without those that are suspended.

    An event is due from the moment it is written until it is relayed, whatever its writer's clock said.
    """
    due = "due IS NOT NULL" if table == "event" else "due <= :now"
    values = {} if table == "event" else {"now": now}
    async with runtime.database.engine("finder").connect() as connection:
        few = sa.text(
            "SELECT seen.tenant_id, seen.due_rows, tenant.status FROM (SELECT tenant_id, count(*) AS due_rows FROM "
            f"(SELECT tenant_id FROM {table} WHERE {due} LIMIT {LOOKED_AT}) rows_due GROUP BY tenant_id) seen "
            "LEFT JOIN tenant ON tenant.id = seen.tenant_id"  # rows whose tenant is gone were looked at too
        )
        found = list(await connection.execute(few, values))
        if sum(row.due_rows for row in found) < LOOKED_AT:
            return [row.tenant_id for row in found if row.status not in (None, TenantStatus.SUSPENDED)]
        each = sa.text(
            f"SELECT id FROM tenant WHERE status <> 'suspended' "
            f"AND EXISTS (SELECT 1 FROM {table} WHERE {table}.tenant_id = tenant.id AND {due})"
        )
        return [row.id for row in await connection.execute(each, values)]


async def all_tenants(runtime: Runtime) -> list[UUID]:
    """Every tenant of the installation."""
    async with runtime.database.engine("finder").connect() as connection:
        return [row.id for row in await connection.execute(sa.text("SELECT id FROM tenant ORDER BY id"))]
