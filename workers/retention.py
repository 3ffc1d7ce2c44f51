"""For how long events and deliveries of a tenant are kept, where it has chosen less than the installation.

What the installation does not keep any more goes by whole partitions (`workers.upkeep`); what one tenant does not, by
rows, a slice at a time. Ids carry the wall clock, so a row's age is that of its id. What has not ended yet stays: an
event that was not told, and whatever a delivery that is under way may still need.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.ids import first_id_of
from domain.kernel.keeping import keeping
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.tenancy.tables import Tenant, TenantStatus

SLICE: Final = 2_000
MOST_SLICES: Final = 100
"""Slices of a table at a time: upkeep goes on with the next tenant, and comes back."""

_ENDED: Final = (
    "NOT EXISTS (SELECT 1 FROM delivery d WHERE d.tenant_id = :tenant AND d.{by} = one.{key} AND d.finished_at IS NULL)"
)
_DELIVERIES: Final = (
    ("attempt", "id", _ENDED.format(by="id", key="delivery_id")),
    ("delivery", "id", "one.finished_at IS NOT NULL"),
)
_EVENTS: Final = (
    ("event_body", "event_id", _ENDED.format(by="event_id", key="event_id")),
    (
        "event",
        "id",
        f"one.due IS NULL AND {_ENDED.format(by='event_id', key='id')} AND NOT EXISTS "
        "(SELECT 1 FROM digest_item w WHERE w.tenant_id = :tenant AND w.event_id = one.id)",
    ),
)
"""Tables in the order in which their rows go: the column whose id tells the age, and what must be true besides."""


async def forget_outlived(runtime: Runtime, tenant_id: UUID, now: datetime | None = None) -> int:
    """Delete what a tenant in use does not want to keep any longer. Answers how many rows.

    `now` is the wall clock, as ids are. Deliveries are kept no longer than events: what they are about is gone.
    """
    moment = now or datetime.now(UTC)
    events, deliveries = await _periods(runtime, tenant_id)
    shorter = min((days for days in (events, deliveries) if days is not None), default=None)
    gone = 0
    if shorter is not None:
        gone += await _forget(runtime, tenant_id, _DELIVERIES, moment - timedelta(days=shorter))
    if events is not None:
        gone += await _forget(runtime, tenant_id, _EVENTS, moment - timedelta(days=events))
    return gone


async def _periods(runtime: Runtime, tenant_id: UUID) -> tuple[int | None, int | None]:
    """For how many days events and deliveries are kept; of a tenant that is shut, all is."""
    asked = sa.select(col(Tenant.event_retention_days), col(Tenant.delivery_retention_days)).where(
        col(Tenant.id) == tenant_id, col(Tenant.status) == TenantStatus.ACTIVE
    )
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        row = (await work.session.execute(asked)).first()
    return (None, None) if row is None else (row[0], row[1])


async def _forget(runtime: Runtime, tenant_id: UUID, tables: Sequence[tuple[str, str, str]], before: datetime) -> int:
    oldest_kept = first_id_of(before)
    gone = 0
    for table, aged, condition in tables:
        statement = sa.text(
            f"DELETE FROM {table} old WHERE old.tenant_id = :tenant AND old.{aged} = ANY(ARRAY("
            f"SELECT one.{aged} FROM {table} one WHERE one.tenant_id = :tenant AND one.{aged} < :before "
            f"AND {condition} ORDER BY one.{aged} LIMIT :limit))"
        )
        for _ in range(MOST_SLICES):
            async with keeping(runtime, tenant_id) as connection:
                values = {"tenant": tenant_id, "before": oldest_kept, "limit": SLICE}
                deleted = (await connection.execute(statement, values)).rowcount
            gone += deleted
            if deleted < SLICE:
                break
    return gone
