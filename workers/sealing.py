"""Sealing audit entries: each gets the tenant's next number and a hash over itself and the hash before.

Writers never wait for one another, for the chain is made here, after their commits. What is not sealed yet is found by
an anti-join and not by a high-water mark, because entries commit in another order than their ids'.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.ids import first_id_of
from domain.kernel.machinery import AuditEntry, AuditSeal
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.sealing import FIRST, canonical_entry, next_hash, sealed_entry
from domain.kernel.work import Work, unit_of_work
from workers.counters import lock_counter, set_counter
from workers.streaming import Sealed, tell_endpoints

BATCH = 1_000
RECENT = timedelta(minutes=10)
"""How long before now entries are looked for after each relay; upkeep looks further back."""


async def seal(runtime: Runtime, tenant_id: UUID, since: timedelta = RECENT) -> int:
    """Seal what is not sealed among the entries of the last while. Answers how many, 0 where another is at it."""
    sealed = 0
    while True:
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            count, are_told = await _seal_batch(work, since)
        if are_told:
            runtime.wakes.wake("delivery", tenant_id)
        sealed += count
        if count < BATCH:
            return sealed


async def _seal_batch(work: Work, since: timedelta) -> tuple[int, bool]:
    """How many were sealed, and whether somebody is told of them."""
    number = await lock_counter(work, "audit")
    if number is None:
        return 0, False
    # Ids carry the wall clock, whatever the injected one says.
    oldest = first_id_of(datetime.now(UTC) - since)
    seal_of = sa.select(AuditSeal.entry_id).where(  # type: ignore[call-overload]  # a column of SQLModel
        col(AuditSeal.tenant_id) == work.tenant_id, col(AuditSeal.entry_id) == col(AuditEntry.id)
    )
    entries = (
        await work.session.execute(
            sa.select(AuditEntry)
            .where(col(AuditEntry.tenant_id) == work.tenant_id, col(AuditEntry.id) >= oldest, ~seal_of.exists())
            .order_by(col(AuditEntry.id))
            .limit(BATCH)
        )
    ).scalars()
    previous = await _hash_of(work, number)
    sealed = []
    for entry in entries:
        number += 1
        told = sealed_entry(entry)
        sealed.append(Sealed(entry, told, number, next_hash(previous, canonical_entry(told)), previous))
        previous = sealed[-1].hash
    if sealed:
        rows = [_row(work, each.number, each.row.id, each.hash) for each in sealed]
        await work.session.execute(sa.insert(AuditSeal.__table__), rows)  # type: ignore[attr-defined]
        await set_counter(work, "audit", number)
    return len(sealed), await tell_endpoints(work, sealed)


def _row(work: Work, number: int, entry_id: UUID, hash: str) -> dict[str, Any]:
    return {
        "tenant_id": work.tenant_id,
        "number": number,
        "entry_id": entry_id,
        "hash": hash,
        "sealed_at": work.now,
    }


async def _hash_of(work: Work, number: int) -> str:
    if number == 0:
        return FIRST
    statement = sa.select(AuditSeal.hash).where(  # type: ignore[call-overload]  # a column of SQLModel
        col(AuditSeal.tenant_id) == work.tenant_id, col(AuditSeal.number) == number
    )
    return str((await work.session.execute(statement)).scalar_one())
