"""One row in every tenant table, for any tenant: so that whoever reaches over a wall is caught in every table."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from domain.everything import metadata
from domain.kernel.columns import Choice, Instant
from domain.kernel.ids import uuid7
from migrations.roles import GLOBAL_TABLES

Row = dict[str, Any]
TABLES = tuple(
    table for table in metadata.sorted_tables if table.name not in GLOBAL_TABLES and table.name != "rule_health"
)
"""Tenant tables, those pointed at first."""


_LISTS = {
    "earned_value": ("undefined",),
    "runway": ("burns", "missing", "outlook"),
    "health": ("reasons",),
    "sheet_import": ("mapping", "problems"),
    "health_change": ("reasons",),
    "playbook": ("risks", "milestones", "roles"),
}
"""Documents that are read as lists, by table."""


_MONTH_END = {"month_end": "2026-10-31"} | dict.fromkeys(("committed", "expected", "everything"), "1")
_LET_GO = {
    "review": {"state": "decided"},
    "suggested_assessment": {"state": "dismissed"},
    "delivery_replay": {"state": "done"},
}
"""What a row is in where there can be one other at most: a milestone's review, a risk's suggestion, a replay."""


def one_of_each(tenant_id: UUID, canary: str) -> dict[str, Row]:
    """A row for each table, all of one tenant and pointing at one another; every text holds the canary."""
    rows: dict[str, Row] = {}
    for table in TABLES:
        rows[table.name] = _row(table, tenant_id, canary, rows)
    return rows


def another(row: Row, table: sa.Table) -> Row:
    """The same row under new values wherever something must be unique."""
    changed = dict(row)
    unique = {column.name for index in table.indexes if index.unique for column in index.columns}
    for constraint in table.constraints:
        if isinstance(constraint, sa.UniqueConstraint | sa.PrimaryKeyConstraint):
            unique |= {column.name for column in constraint.columns}
    for name in unique - {"tenant_id"} - pointing(table).keys():
        changed[name] = _fresh(table.c[name], row[name])
    changed |= _LET_GO.get(table.name, {})
    if table.name in ("escalation_policy", "working_calendar", "review_participant"):
        changed["archived_at"] = datetime.now(UTC)  # a tenant has one (and one default, a review one chair) that is not
    return changed


def pointing(table: sa.Table) -> dict[str, str]:
    """Columns that a foreign key to another tenant table holds, with that table's name."""
    found = {}
    for key in table.foreign_key_constraints:
        target = key.elements[0].column.table.name
        if target not in GLOBAL_TABLES:
            found |= {column.name: target for column in key.columns if column.name != "tenant_id"}
    return found


def _row(table: sa.Table, tenant_id: UUID, canary: str, rows: dict[str, Row]) -> Row:
    keys = pointing(table)
    row: Row = {}
    for column in table.columns:
        if column.name == "tenant_id":
            row[column.name] = tenant_id
        elif (target := keys.get(column.name)) is not None:
            row[column.name] = rows[target]["id"] if target in rows else None
        else:
            row[column.name] = _value(column, canary)
    if table.name == "milestone_dependency":
        row["predecessor_id"] = rows["milestone_before"]["id"]
    if table.name == "working_calendar":
        row |= {"week": "1111100", "country": None, "subdivision": None}
    if table.name == "roadmap":
        row |= {name: [{"title": canary, "note": canary}] for name in ("core_functions", "extension_functions")}
    if table.name in ("export", "person_erasure"):
        row["person_id"] = None  # it is a member's
    if table.name == "export":
        row |= {"kind": "person", "state": "expired"}  # not under way
    if table.name == "user_feedback":
        row |= {"task_id": None, "risk_id": None}  # it has become a need, and nothing else
    if table.name == "loan":
        row["interest_only_months"] = 0  # fewer than its one month
    if table.name == "acceptance":
        row["approved_by"] = None  # who asks does not approve
    if table.name == "task_dependency":
        row["predecessor_id"] = rows["task_before"]["id"]
    if table.name in ("milestone", "task"):
        rows[f"{table.name}_before"] = row | {"id": uuid7()}
    for name in _LISTS.get(table.name, ()):
        row[name] = [{"name": canary, "reason": canary, "month": "2026-10-01", "net_burn": "1"} | _MONTH_END]
    return row


def _value(column: sa.Column[Any], canary: str) -> Any:
    kind = column.type
    if isinstance(kind, Choice):
        return str(next(iter(kind.enumeration)))
    if isinstance(kind, ARRAY):
        return [canary] if isinstance(kind.item_type, sa.Text) else []
    if isinstance(kind, JSONB):
        return {"canary": canary}
    if isinstance(kind, Instant):
        return datetime.now(UTC)
    simple: dict[type, Any] = {
        sa.Uuid: uuid7(),
        sa.Text: f"{canary} {column.name}",
        sa.Boolean: True,
        sa.BigInteger: 1_000_000,  # far from the numbers that workers give
        sa.Integer: 1,
        sa.Date: date(2027, 1, 4),
        sa.Numeric: Decimal(1),
        sa.LargeBinary: canary.encode(),
    }
    return next(value for type_, value in simple.items() if isinstance(kind, type_))


def _fresh(column: sa.Column[Any], value: Any) -> Any:
    if isinstance(value, UUID):
        return uuid7()
    if isinstance(value, int):
        return value + 1
    if isinstance(value, datetime):
        return value + timedelta(seconds=1)
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value if isinstance(column.type, Choice) else f"{value} again"
