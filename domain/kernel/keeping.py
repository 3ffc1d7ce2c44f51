"""A tenant's transactions as the keeper, the one role that may delete what others only append."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.runtime import Runtime


@asynccontextmanager
async def keeping(runtime: Runtime, tenant_id: UUID) -> AsyncIterator[AsyncConnection]:
    """A transaction of a tenant as the keeper."""
    async with runtime.database.engine("keeper").connect() as connection:
        raw = await connection.get_raw_connection()
        raw.driver_connection.tenant = tenant_id  # type: ignore[union-attr]  # it is connected
        async with connection.begin():
            yield connection
