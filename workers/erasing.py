"""The end of a tenant: all that it has is deleted, slice by slice, by the one role that may; a proof is what stays.

Each slice is a transaction that deletes rows and adds their number to the proof, so that a killed worker is followed by
one that goes on where it was, and no row is counted twice. Nothing is remembered but what is still there.
"""

from __future__ import annotations

import time
from datetime import timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
import structlog
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from domain.everything import metadata
from domain.kernel.faults import crash_point
from domain.kernel.keeping import keeping
from domain.kernel.machinery import Event
from domain.kernel.outages import is_outage
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.tables import GlobalTable, tables
from domain.kernel.work import Work, unit_of_work
from domain.tenancy.events import SCHEDULED
from domain.tenancy.life import ERASURE
from domain.tenancy.tables import Tenant, TenantStatus
from workers.claims import Claim, Queue, fail, finish
from workers.notices import give_notice
from workers.running import claim_each
from workers.standing import ENDING

ERASING: Final = Queue.of_work(ERASURE, lease=timedelta(minutes=2), attempts=1_000, standing=ENDING)
SLICE: Final = 2_000
"""Rows deleted in one transaction."""

LAST: Final = "work"
"""The table that says what is to be done: its rows go with the tenant's own."""

TURN_SECONDS: Final = 3.0
"""So long one tenant may keep others waiting."""

log = structlog.get_logger(__name__)


@cache
def tenant_tables() -> tuple[str, ...]:
    """All tables of tenants: those that refer to others before these. A table that refers to itself is one of them."""
    found = [str(table.name) for table in reversed(metadata.sorted_tables) if _is_tenants(table.name)]
    return tuple(name for name in found if name != LAST)


def _is_tenants(name: str) -> bool:
    return name not in {str(each.__tablename__) for each in tables() if issubclass(each, GlobalTable)}


@cache
def global_tables() -> dict[str, str]:
    """Tables of the installation that have rows of a tenant, with the column that names it."""
    columns = {
        str(table.name): [name for name in ("tenant_id", "issuer_tenant_id") if name in table.c]
        for table in metadata.sorted_tables
        if not _is_tenants(table.name) and table.name != "erasure_proof"
    }
    return {name: found[0] for name, found in columns.items() if found}


@cache
def tables_of_people() -> tuple[str, ...]:
    """Tables of the installation whose rows belong to a user, and the users themselves: last."""
    found = [
        str(table.name)
        for table in reversed(metadata.sorted_tables)
        if not _is_tenants(table.name)
        and any(key.elements[0].target_fullname == "user.id" for key in table.foreign_key_constraints)
    ]
    return (*found, "user_tenant", "user")


async def erase_due(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with the end of a tenant, where that is due. Answers whether it was."""
    return await claim_each(runtime, tenant_id, ERASING, 1, lambda one: _go_on(runtime, tenant_id, one))


async def _go_on(runtime: Runtime, tenant_id: UUID, one: Claim) -> None:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        if not await _begun(work, one):
            return
    try:
        gone = await erase_some(runtime, tenant_id, TURN_SECONDS)
    except Exception as error:
        if is_outage(error):
            raise
        log.error("erasing failed", tenant_id=str(tenant_id), exc_info=True)
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            await fail(work, ERASING, one, f"{type(error).__name__}: {error}")
        return
    if gone:
        log.info("a tenant was erased", tenant_id=str(tenant_id))
        return
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        await finish(work, ERASING, one, work.now)


async def _begun(work: Work, one: Claim) -> bool:
    """Whether there is no way back any more. Before its time, those whom it concerns are told by mail."""
    tenant = (
        await work.session.execute(sa.select(Tenant).where(col(Tenant.id) == work.tenant_id).with_for_update())
    ).scalar_one()
    if tenant.status is not TenantStatus.DELETING or tenant.delete_after is None:
        await finish(work, ERASING, one, None)
        return False
    if tenant.delete_after > work.now:
        await _give_notice(work)
        await work.flush()
        await finish(work, ERASING, one, tenant.delete_after)
        return False
    if tenant.erasure_began_at is None:
        tenant.erasure_began_at = work.now
    return True


async def _give_notice(work: Work) -> None:
    latest = (
        sa.select(col(Event.id))
        .where(col(Event.tenant_id) == work.tenant_id, col(Event.type) == SCHEDULED)
        .order_by(col(Event.id).desc())
        .limit(1)
    )
    event_id = (await work.session.execute(latest)).scalar_one_or_none()
    if event_id is not None:
        await give_notice(work, event_id)


async def erase_some(runtime: Runtime, tenant_id: UUID, seconds: float) -> bool:
    """Delete rows of a tenant for some seconds. Answers whether nothing is left of it."""
    ends = time.monotonic() + seconds
    place = 0
    while time.monotonic() < ends:
        async with keeping(runtime, tenant_id) as connection:
            if not await _hold_proof(runtime, connection, tenant_id):
                return True
            place = await _slice(connection, tenant_id, place)
        crash_point("erasure.after_slice")
        if place < len(tenant_tables()):
            continue
        await _forget_in_valkey(runtime, tenant_id)
        async with keeping(runtime, tenant_id) as connection:
            if not await _hold_proof(runtime, connection, tenant_id):
                return True
            ended = await _end(runtime, connection, tenant_id)
            crash_point("erasure.before_end")
        if ended:
            return True
        place = 0
    return False


async def _hold_proof(runtime: Runtime, connection: AsyncConnection, tenant_id: UUID) -> bool:
    """Hold the proof until the transaction's end, so that no two workers count the same rows. False: it is finished."""
    values = {"tenant": tenant_id, "now": runtime.clock.now()}
    insert = "INSERT INTO erasure_proof (tenant_id, began_at, erased, kept) VALUES (:tenant, :now, '{}', '{}')"
    await connection.execute(sa.text(f"{insert} ON CONFLICT DO NOTHING"), values)
    held = sa.text("SELECT finished_at FROM erasure_proof WHERE tenant_id = :tenant FOR UPDATE")
    return (await connection.execute(held, {"tenant": tenant_id})).scalar_one() is None


async def _slice(connection: AsyncConnection, tenant_id: UUID, place: int) -> int:
    """Delete up to `SLICE` rows from the table at a place on. Answers the place to go on at."""
    tables = tenant_tables()
    left, counts = SLICE, {}
    while place < len(tables) and left > 0:
        count = await delete_rows(connection, tables[place], tenant_id, left)
        if count:
            counts[tables[place]] = count
            left -= count
        if count == 0:
            place += 1
    await _count(connection, tenant_id, counts)
    return place


async def delete_rows(connection: AsyncConnection, name: str, tenant_id: UUID, limit: int) -> int:
    """Delete some rows of a table of tenants. Rows of the same table that others refer to come after these."""
    table = metadata.tables[name]
    key = [column.name for column in table.primary_key.columns if column.name != "tenant_id"]
    own = "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {name} other WHERE other.tenant_id = :tenant"
        f" AND other.{reference.parent.name} = one.{reference.column.name})"
        for reference in table.foreign_keys
        if reference.column.table is table and reference.parent.name != "tenant_id"
    )
    rows = f"SELECT {', '.join(key) or 'tenant_id'} FROM {name} one WHERE one.tenant_id = :tenant{own} LIMIT :limit"
    same = " AND ".join(f"gone.{column} = picked.{column}" for column in key) or "true"
    statement = f"DELETE FROM {name} gone USING ({rows}) picked WHERE gone.tenant_id = :tenant AND {same}"
    return (await connection.execute(sa.text(statement), {"tenant": tenant_id, "limit": limit})).rowcount


async def _end(runtime: Runtime, connection: AsyncConnection, tenant_id: UUID) -> bool:
    """Delete what the installation has of the tenant, and the tenant; False where rows of it have come meanwhile."""
    values = {"tenant": tenant_id}
    counts: dict[str, int] = {}

    async def delete(table: str, where: str, **more: Any) -> None:
        done = await connection.execute(sa.text(f'DELETE FROM "{table}" WHERE {where}'), values | more)
        counts[table] = counts.get(table, 0) + done.rowcount

    lonely = sa.text(
        "SELECT user_id FROM user_tenant one WHERE tenant_id = :tenant AND NOT EXISTS (SELECT 1 FROM user_tenant other"
        " WHERE other.user_id = one.user_id AND other.tenant_id <> :tenant)"
    )
    people = list((await connection.execute(lonely, values)).scalars())
    for name, column in global_tables().items():
        await delete(name, f"{column} = :tenant")
    for name in tables_of_people():
        await delete(name, f"{'id' if name == 'user' else 'user_id'} = ANY(CAST(:people AS uuid[]))", people=people)
    await delete("operator_idempotency_key", "result ->> 'tenant' = :hex", hex=tenant_id.hex)
    await delete(LAST, "tenant_id = :tenant")
    kept = await rows_left(connection, tenant_id)
    if any(kept.values()):
        await _count(connection, tenant_id, counts)
        return False
    await delete("tenant", "id = :tenant")
    await _count(connection, tenant_id, counts)
    proof = "UPDATE erasure_proof SET finished_at = :now, kept = CAST(:kept AS jsonb) WHERE tenant_id = :tenant"
    told = {"now": runtime.clock.now(), "kept": orjson.dumps(kept | {"tenant": 0}).decode()}
    await connection.execute(sa.text(proof), values | told)
    return True


async def rows_left(connection: AsyncConnection, tenant_id: UUID) -> dict[str, int]:
    """How many rows of a tenant each table has, counted."""
    named = dict.fromkeys((*tenant_tables(), LAST), "tenant_id") | global_tables()
    counted = ", ".join(
        f'(SELECT count(*) FROM "{name}" WHERE {column} = :tenant) AS "{name}"' for name, column in named.items()
    )
    (row,) = await connection.execute(sa.text(f"SELECT {counted}"), {"tenant": tenant_id})
    return {str(name): count for name, count in row._mapping.items()}


async def _count(connection: AsyncConnection, tenant_id: UUID, counts: dict[str, int]) -> None:
    """Add to the proof what was deleted in this transaction."""
    if not counts:
        return
    statement = sa.text(
        "UPDATE erasure_proof SET erased = erased || (SELECT jsonb_object_agg(key, value::bigint + "
        "coalesce((erased ->> key)::bigint, 0)) FROM jsonb_each_text(CAST(:counts AS jsonb))) WHERE tenant_id = :tenant"
    )
    await connection.execute(statement, {"tenant": tenant_id, "counts": orjson.dumps(counts).decode()})


async def _forget_in_valkey(runtime: Runtime, tenant_id: UUID) -> None:
    """Delete every key that names the tenant."""
    client = runtime.wakes.client
    found = [key async for key in client.scan_iter(match=f"*{tenant_id.hex}*", count=1_000)]
    if found:
        await client.unlink(*found)
