"""How long audit entries are kept: what is older goes from the chain's beginning on, and leaves a signed new start.

The start is stored first, as the application; then the keeper deletes what lies before it, a slice at a time. Whoever
dies in between leaves entries before the start, which nobody verifies any more and the next time takes away.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.auditing.chain import Place
from domain.auditing.checkpoints import keep_place, start_of
from domain.auditing.finding import ENTRY, PERSONAL, SEAL
from domain.kernel.keeping import keeping
from domain.kernel.machinery import CheckpointKind
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.tables import Tenant

SLICE: Final = 1_000
MOST_SLICES: Final = 100
"""Slices at a time: upkeep goes on with the next tenant, and comes back."""


async def trim_audit_log(runtime: Runtime, tenant_id: UUID) -> int:
    """Take away what is older than the tenant's period. Answers how many entries are gone."""
    principal = Principal.worker(tenant_id)
    gone = 0
    for _ in range(MOST_SLICES):
        start = await perform(runtime, principal, _move_start)
        deleted = await _delete_before(runtime, tenant_id, start)
        gone += deleted
        if deleted < SLICE:
            break
    return gone


async def _move_start(work: Work) -> Place:
    """Sign a new start behind the oldest entries that are out of time, at most a slice of them. Answers the start."""
    start = await start_of(work)
    before = await _kept_since(work)
    if before is None or not await work.guard_if_free("audit retention"):
        return start
    oldest = (
        sa.select(SEAL.c.number, SEAL.c.hash, SEAL.c.sealed_at)
        .where(SEAL.c.tenant_id == work.tenant_id, SEAL.c.number > start.number)
        .order_by(SEAL.c.number)
        .limit(SLICE)
    )
    reached = start
    for seal in await work.session.execute(oldest):
        if seal.sealed_at >= before:
            break
        reached = Place(seal.number, seal.hash)
    if reached.number > start.number:
        await keep_place(work, CheckpointKind.START, reached)
    return reached


async def _kept_since(work: Work) -> datetime | None:
    """From when on entries are kept; None where all are."""
    asked = sa.select(col(Tenant.audit_retention_days)).where(col(Tenant.id) == work.tenant_id)
    own = (await work.session.execute(asked)).scalar_one_or_none()
    days = [each for each in (own, work.runtime.settings.audit_retention_days) if each is not None]
    return work.now - timedelta(days=min(days)) if days else None


async def _delete_before(runtime: Runtime, tenant_id: UUID, start: Place) -> int:
    """Delete a slice of what lies up to the start, as the keeper. Answers how many entries."""
    async with keeping(runtime, tenant_id) as connection:
        slice_ = (
            sa.select(SEAL.c.number, SEAL.c.entry_id)
            .where(SEAL.c.tenant_id == tenant_id, SEAL.c.number <= start.number)
            .order_by(SEAL.c.number)
            .limit(SLICE)
        )
        seals = (await connection.execute(slice_)).all()
        if not seals:
            return 0
        ids = sa.any_(sa.literal([seal.entry_id for seal in seals], sa.ARRAY(sa.Uuid)))
        for table in (PERSONAL, ENTRY):
            key = table.c.entry_id if table is PERSONAL else table.c.id
            await connection.execute(sa.delete(table).where(table.c.tenant_id == tenant_id, key == ids))
        gone = sa.delete(SEAL).where(SEAL.c.tenant_id == tenant_id, SEAL.c.number <= seals[-1].number)
        await connection.execute(gone)
        return len(seals)
