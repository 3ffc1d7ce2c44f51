"""What upkeep has to do in a tenant: asked by one statement, since most tenants have nothing most of the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from domain.auditing.checkpoints import HEADS_EVERY
from domain.auditing.verifying import SEALED_WITHIN
from domain.kernel.ids import first_id_of
from domain.kernel.runtime import Runtime
from domain.sheets.commands import KEPT
from domain.sheets.tables import OPEN
from workers.usage import RECOUNTED_EVERY, SETTLED

KEYS_KEPT: Final = timedelta(hours=24)


@dataclass(frozen=True)
class Outstanding:
    """What there is to be done. Whoever does it looks again, behind its locks."""

    exports: bool
    "Archives whose time is over."
    sheets: bool
    "Sheets that nobody has started in time."
    keys: bool
    "Idempotency keys that are forgotten by now."
    unsealed: bool
    "Audit entries that no relay has sealed."
    head: bool
    "Entries sealed since the head was signed, a day ago or more."
    recount: bool
    "Counters of limits that were not compared for a day."
    usage: bool
    "Events or deliveries that usage has not taken in, or a day that has begun."
    audit: bool
    "Audit entries older than they are kept."
    retention: bool
    "A period of its own for events or deliveries."


_FROM_COUNTER: Final = """CAST((
    SELECT lpad(to_hex(coalesce(max(value), 0)), 12, '0') || '70008000000000000000'
    FROM tenant_counter WHERE tenant_id = $1 AND name = 'usage_delivery'
) AS uuid)"""
"""The first id of the millisecond up to which deliveries are counted."""

_WAITING: Final = ", ".join(f"'{state}'" for state in OPEN)
"""States of a sheet in which it waits for whoever sent it."""

_STATEMENT: Final = f"""
SELECT
    EXISTS (SELECT 1 FROM export WHERE tenant_id = $1 AND state = 'ready' AND expires_at <= $2) AS exports,
    EXISTS (
        SELECT 1 FROM sheet_import
        WHERE tenant_id = $1 AND state IN ({_WAITING}) AND created_at <= $9
    ) AS sheets,
    EXISTS (SELECT 1 FROM idempotency_key WHERE tenant_id = $1 AND created_at < $3) AS keys,
    EXISTS (
        SELECT 1 FROM audit_entry entry WHERE entry.tenant_id = $1 AND entry.id >= $4 AND NOT EXISTS (
            SELECT 1 FROM audit_seal seal WHERE seal.tenant_id = $1 AND seal.entry_id = entry.id)
    ) AS unsealed,
    (SELECT max(number) FROM audit_seal WHERE tenant_id = $1) > coalesce(signed.number, 0)
        AND coalesce(signed.at <= $5, true) AS head,
    EXISTS (
        SELECT 1 FROM quota WHERE tenant_id = $1 AND used IS NOT NULL AND recounted_at < $6
    ) AS recount,
    NOT EXISTS (
        SELECT 1 FROM usage_day
        WHERE tenant_id = $1 AND metric = 'members' AND day = ($2 AT TIME ZONE tenant.time_zone)::date
    )
        OR (SELECT value FROM tenant_counter WHERE tenant_id = $1 AND name = 'event')
            > coalesce((SELECT value FROM tenant_counter WHERE tenant_id = $1 AND name = 'usage'), 0)
        OR EXISTS (SELECT 1 FROM delivery WHERE tenant_id = $1 AND id >= {_FROM_COUNTER} AND id < $7) AS usage,
    (SELECT sealed_at FROM audit_seal WHERE tenant_id = $1 ORDER BY number LIMIT 1)
        < $2 - make_interval(days => least(tenant.audit_retention_days, $8::int)) AS audit,
    tenant.status = 'active'
        AND (tenant.event_retention_days IS NOT NULL OR tenant.delivery_retention_days IS NOT NULL) AS retention
FROM tenant
LEFT JOIN LATERAL (
    SELECT max(number) AS number, max(at) AS at FROM audit_checkpoint WHERE tenant_id = $1 AND kind = 'head'
) signed ON true
WHERE tenant.id = $1
"""


async def outstanding(runtime: Runtime, tenant_id: UUID) -> Outstanding:
    """What there is to be done in a tenant; nothing where it is gone."""
    now, wall = runtime.clock.now(), datetime.now(UTC)  # ids carry the wall clock, whatever the injected one says
    async with runtime.database.reading(tenant_id) as connection:
        row = await connection.fetchrow(
            _STATEMENT,
            tenant_id,
            now,
            now - KEYS_KEPT,
            first_id_of(wall - SEALED_WITHIN),
            now - HEADS_EVERY,
            now - RECOUNTED_EVERY,
            first_id_of(wall - SETTLED),
            runtime.settings.audit_retention_days,
            now - KEPT,
        )
    there = dict.fromkeys(Outstanding.__annotations__, False) if row is None else dict(row)
    return Outstanding(**{name: bool(value) for name, value in there.items()})
