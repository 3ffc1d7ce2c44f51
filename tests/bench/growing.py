"""More of the demo than its generator tells in reasonable time: the same rows again under other ids, by SQL.

Only the tables that the measured queries read are copied. Checks of foreign keys are off meanwhile: every reference is
renamed in the same way as what it points to.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

import asyncpg

_TABLES: Final = (
    *("venture", "milestone", "risk", "risk_score", "assessment", "response", "alert"),
    *("runway", "role_requirement", "role_holder"),
)
_PLANNED: Final = (
    *("venture", "milestone", "milestone_dependency", "criterion", "criterion_result", "cost", "review"),
    *("risk", "risk_score", "risk_milestone", "assessment", "forecast", "forecast_day", "venture_forecast"),
)
_PEOPLE: Final = (
    "owner_id",
    "assessed_by",
    "acknowledged_by",
    "created_by",
    "user_id",
    "person_id",
    "skill_id",
    "team_id",
)
"""Columns that point to people, who stay the same within a tenant."""
_TEXTS: Final = {
    ("venture", "name"): "name || ' ' || n",
    ("venture", "key"): "key || 'X' || n",
    ("tenant", "slug"): "slug || '-' || n",
    ("milestone", "due_on"): "due_on + 28 * n",
}
_ALERTS: Final = """
INSERT INTO alert (tenant_id, id, rule, subject_type, subject_id, venture_id, category, state, severity,
                   peak_severity, evidence, since, fired_at, resolved_at, resolved_reason, evaluated_at, revision,
                   escalation_step, summary)
SELECT tenant_id, gen_random_uuid(), rule, 'risk', risk.id, venture_id, category, state, 'warning', 'warning',
       '{"score": 20}', opened_at + late, opened_at + late,
       CASE state WHEN 'resolved' THEN opened_at + interval '9 days' END, CASE state WHEN 'resolved' THEN 'cleared' END,
       opened_at + late, 1, 0, 'Its level is high: ' || title
FROM risk, (VALUES ('risk.level_high', 'firing', interval '5 days'), ('risk.level_high', 'resolved', interval '2 days'),
                   ('risk.unanswered', 'firing', interval '8 days')) AS told (rule, state, late)
WHERE tenant_id = $1
"""

_RUNWAYS: Final = """
INSERT INTO runway (tenant_id, venture_id, as_of_on, cash, cash_on, net_burn, months, state, cash_out_expected_on,
                    burns, missing, inputs_hash, computed_at)
SELECT tenant_id, id, current_date, 1200000, current_date, 125000, 9.6, 'burning', current_date + 288, '[]', '[]', '',
       now()
FROM venture WHERE tenant_id = $1
"""


async def grow_tenant(admin: asyncpg.Connection, tenant: UUID, times: int) -> None:
    """Give each venture twice the milestones and each risk alerts; then the tenant `times` as many ventures."""
    await admin.execute("SET session_replication_role = replica")
    await _copy(admin, "milestone", tenant, 1, 1, kept=(*_PEOPLE, "venture_id", "tenant_id"))
    await admin.execute(_ALERTS, tenant)
    await admin.execute(_RUNWAYS, tenant)
    for table in _TABLES:
        await _copy(admin, table, tenant, 2, times, kept=(*_PEOPLE, "tenant_id"))
    await admin.execute("SET session_replication_role = origin")
    await admin.execute("VACUUM ANALYZE")


async def add_tenants(admin: asyncpg.Connection, tenant: UUID, first: int, last: int) -> None:
    """Other tenants with as many rows as this one, one for each number."""
    await admin.execute("SET session_replication_role = replica")
    for table in ("tenant", "membership", "person", *_TABLES):
        await _copy(admin, table, tenant, first, last, kept=("user_id",))
    await admin.execute("SET session_replication_role = origin")
    await admin.execute("VACUUM ANALYZE")


async def more_ventures(admin: asyncpg.Connection, tenant: UUID, first: int, last: int) -> None:
    """The tenant's ventures once more for each number, with their plans, forecasts and reviews."""
    await admin.execute("SET session_replication_role = replica")
    for table in _PLANNED:
        await _copy(admin, table, tenant, first, last, kept=(*_PEOPLE, "tenant_id"))
    await admin.execute("SET session_replication_role = origin")
    await admin.execute("VACUUM ANALYZE")


async def _copy(
    admin: asyncpg.Connection, table: str, tenant: UUID, first: int, last: int, kept: tuple[str, ...]
) -> None:
    """The tenant's rows once more for each number, with every id but those `kept` renamed by it."""
    columns = await admin.fetch(
        "SELECT attname AS name, atttypid = 'uuid'::regtype AS id FROM pg_attribute"
        " WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped",
        table,
    )
    values = [
        _renamed(column["name"])
        if column["id"] and column["name"] not in kept
        else _TEXTS.get((table, column["name"]), f"t.{column['name']}")
        for column in columns
    ]
    await admin.execute(
        f"INSERT INTO {table} ({', '.join(column['name'] for column in columns)}) SELECT {', '.join(values)}"
        f" FROM {table} t, generate_series({first}, {last}) n"
        f" WHERE t.{'id' if table == 'tenant' else 'tenant_id'} = '{tenant}'"
    )


def _renamed(column: str) -> str:
    """The time in front stays, what follows is another."""
    return f"overlay(t.{column}::text PLACING right(md5(t.{column}::text || n), 12) FROM 25)::uuid"
