"""How stored values look outside: in events, audit entries and webhooks. Snake case, references as external ids."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.tables import Table, TenantTable, table_class


@cache
def reference_prefixes(table: type[Table]) -> Mapping[str, str]:
    """For each uuid column of a table, the prefix of the ids it holds."""
    own: sa.Table = table.__table__  # type: ignore[attr-defined]  # set by the mapper
    prefixes = {"id": table.prefix, "tenant_id": "tenant"}
    for constraint in own.foreign_key_constraints:
        for element in constraint.elements:
            if element.column.name == "id":
                prefixes[element.parent.name] = table_class(element.column.table.name).prefix
    if issubclass(table, TenantTable):
        prefixes |= table.references
    return prefixes


def instant_text(value: datetime) -> str:
    """RFC 3339 in UTC with microseconds, always of the same length."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def outward(value: Any, prefix: str = "") -> Any:
    """One value as JSON has it: ids with their prefix, decimals and dates as texts."""
    match value:
        case uuid.UUID():
            return external_id(prefix, value) if prefix else str(value)
        case Decimal():
            return format(value, "f")
        case datetime():
            return instant_text(value)
        case date():
            return value.isoformat()
        case str():
            return str(value)
        case list() | tuple():
            return [outward(item, prefix) for item in value]
        case _:
            return value


@cache
def _steps(table: type[Table]) -> Mapping[str, Decimal]:
    """For each column of decimals the step between its values, so that they are written as the database shows them."""
    own: sa.Table = table.__table__  # type: ignore[attr-defined]  # set by the mapper
    return {c.name: Decimal(1).scaleb(-(c.type.scale or 0)) for c in own.columns if isinstance(c.type, sa.Numeric)}


@cache
def hidden_columns(table: type[Table]) -> frozenset[str]:
    """The columns that no event shows: private ones, and `tenant_id`, which stands in the envelope."""
    return (table.private if issubclass(table, TenantTable) else frozenset()) | {"tenant_id"}


def stored_columns(table: type[Table], values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row as events show them: without private fields, `tenant_id` left to the envelope."""
    prefixes, steps, hidden = reference_prefixes(table), _steps(table), hidden_columns(table)
    told = {}
    for name, value in values.items():
        if name not in hidden:
            step = steps.get(name) if isinstance(value, Decimal) else None
            told[name] = outward(value.quantize(step, ROUND_HALF_UP) if step else value, prefixes.get(name, ""))
    return told


def stored_row(row: Table) -> dict[str, Any]:
    """All columns of a row as events show them."""
    return stored_columns(type(row), {name: getattr(row, name) for name in type(row).model_fields})
