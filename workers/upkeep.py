"""Upkeep: partitions made ahead and dropped when old, old keys forgotten, audit entries sealed that none brought."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.exc import DBAPIError

from domain.auditing.checkpoints import keep_head
from domain.auditing.retention import trim_audit_log
from domain.auditing.verifying import SEALED_WITHIN
from domain.kernel.partitions import (
    AUDIT_TRIMMED,
    KEPT,
    drop_partition,
    ensure_partitions,
    outlived,
    partitions_of,
)
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from workers.archiving import expire_exports
from workers.finding import all_tenants
from workers.outstanding import KEYS_KEPT, outstanding
from workers.retention import forget_outlived
from workers.sealing import seal
from workers.sheets import expire_sheets
from workers.usage import keep_usage, recount_daily

LOCK_NOT_AVAILABLE = "55P03"

log = structlog.get_logger(__name__)


async def make_partitions(runtime: Runtime) -> int:
    """Make the missing partitions, as the role that owns them. Answers how many were made.

    By the wall clock, as ids are, and never by the injected one.
    """
    async with runtime.database.engine("keeper").begin() as connection:
        return await ensure_partitions(connection, datetime.now(UTC))


async def drop_partitions(runtime: Runtime, now: datetime | None = None) -> list[str]:
    """Drop the partitions that hold nothing any more that is kept, one after the other. Answers their names.

    `now` is the wall clock, as ids are. One whose table is busy is left for the next time.
    """
    moment = now or datetime.now(UTC)
    engine = runtime.database.engine("keeper")
    kept = dict(KEPT)
    if (days := runtime.settings.audit_retention_days) is not None:
        kept["audit_entry"] = timedelta(days=days) + AUDIT_TRIMMED
    async with engine.begin() as connection:
        old = [
            name
            for table in kept
            for name in await partitions_of(connection, table)
            if outlived(table, name, moment, kept)
        ]
    dropped = []
    for name in old:
        try:
            async with engine.begin() as connection:
                await drop_partition(connection, name)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != LOCK_NOT_AVAILABLE:
                raise
            log.info("partition not dropped yet", partition=name)
            continue
        dropped.append(name)
    return dropped


async def prune_keys(runtime: Runtime, tenant_id: UUID) -> None:
    """Forget the idempotency keys of a tenant that are older than a day."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        await work.session.execute(
            sa.text("DELETE FROM idempotency_key WHERE tenant_id = :tenant AND created_at < :before"),
            {"tenant": tenant_id, "before": work.now - KEYS_KEPT},
        )


async def prune_operator_keys(runtime: Runtime) -> None:
    """Forget the idempotency keys of operators that are older than a day."""
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(
            sa.text("DELETE FROM operator_idempotency_key WHERE created_at < :before"),
            {"before": runtime.clock.now() - KEYS_KEPT},
        )


async def keep_up(runtime: Runtime) -> None:
    """Everything once, tenant by tenant. Several processes may do it at the same time."""
    if made := await make_partitions(runtime):
        log.info("partitions made", count=made)
    await prune_operator_keys(runtime)
    for tenant_id in await all_tenants(runtime):
        await keep_tenant_up(runtime, tenant_id)
    if dropped := await drop_partitions(runtime):  # the chains of all tenants begin behind them by now
        log.info("partitions dropped", partitions=dropped)


async def keep_tenant_up(runtime: Runtime, tenant_id: UUID) -> None:
    """Everything once in one tenant, where there is anything to do."""
    due = await outstanding(runtime, tenant_id)
    if due.exports:
        await expire_exports(runtime, tenant_id)
    if due.sheets:
        await expire_sheets(runtime, tenant_id)
    if due.keys:
        await prune_keys(runtime, tenant_id)
    if due.unsealed:
        await seal(runtime, tenant_id, SEALED_WITHIN)
    if due.unsealed or due.head:
        await sign_head(runtime, tenant_id)
    if due.recount:
        await recount_daily(runtime, tenant_id)
    if due.usage:
        await keep_usage(runtime, tenant_id)
    if due.audit and (gone := await trim_audit_log(runtime, tenant_id)):
        log.info("audit entries outlived", tenant_id=str(tenant_id), count=gone)
    if due.retention and (gone := await forget_outlived(runtime, tenant_id)):
        log.info("events and deliveries outlived", tenant_id=str(tenant_id), count=gone)


async def sign_head(runtime: Runtime, tenant_id: UUID) -> None:
    """Sign the head of a tenant's audit log once a day, and tell it to the logs, by which the chain can be judged."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        head = await keep_head(work)
    if head is not None:
        log.info("audit log sealed", tenant_id=str(tenant_id), number=head.number, hash=head.hash)
