"""Alembic's environment: runs on the connection that `migrations.run` gives, and drafts revisions in our form."""

from __future__ import annotations

import os
from typing import Any

import sqlalchemy as sa
from alembic import context
from alembic.operations import ops
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.sql.elements import conv

import migrations.operations  # noqa: F401  # registers the operations
from domain.everything import metadata
from domain.kernel.columns import Choice, Instant
from domain.kernel.partitions import PARTITIONED
from migrations.operations import GrantGlobalTable, ProtectTenantTable
from migrations.roles import GLOBAL_TABLES


def _in_our_form(migration_context: Any, revision: Any, directives: list[Any]) -> None:
    """Move foreign keys behind the tables, name every CHECK, and protect every new table."""
    for script in directives:
        upgrade = script.upgrade_ops
        keys: list[Any] = []
        reordered: list[Any] = []
        for operation in upgrade.ops:
            reordered.append(operation)
            if isinstance(operation, ops.CreateTableOp):
                operation.columns = [*_without_keys(operation, keys), *_checks_of_columns(operation)]
                reordered.append(_protection(operation))
        upgrade.ops[:] = reordered + keys
        script.downgrade_ops = upgrade.reverse()
        script.downgrade_ops.ops[:] = [
            operation for operation in script.downgrade_ops.ops if type(operation).__name__ != "Nothing"
        ]


def _without_keys(operation: ops.CreateTableOp, keys: list[Any]) -> list[Any]:
    """What the table is made with; its keys to tenant tables go to `keys`, and follow when all tables are there."""
    kept: list[Any] = []
    for item in operation.columns:
        if isinstance(item, sa.ForeignKeyConstraint) and len(item.elements) > 1:
            keys.append(ops.CreateForeignKeyOp.from_constraint(item))
        else:
            kept.append(item)
    return kept


def _checks_of_columns(operation: ops.CreateTableOp) -> list[Any]:
    """The CHECKs that stand at columns (choices): Alembic leaves them out."""
    columns = metadata.tables[operation.table_name].columns
    checks = (item for column in columns for item in column.constraints if isinstance(item, sa.CheckConstraint))
    return [sa.CheckConstraint(item.sqltext, name=conv(str(item.name))) for item in checks]


def _protection(operation: ops.CreateTableOp) -> Any:
    own = operation.table_name in GLOBAL_TABLES
    return (GrantGlobalTable if own else ProtectTenantTable)(operation.table_name)


def _included(item: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    chosen = os.environ.get("MILEPOST_TEST_DRAFT_TABLES")
    if kind == "table" and chosen and not reflected:
        return name in chosen.split(",")
    return not (reflected and kind == "table" and name is not None and name.rpartition("_p")[0] in PARTITIONED)


def _plain_types(kind: str, item: Any, autogen: Any) -> Any:
    """Revisions name PostgreSQL's types, never our classes: those may change, history may not."""
    if kind != "type":
        return False
    if isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Choice):
        return "sa.Text()"
    if isinstance(item, JSONB):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return "postgresql.JSONB()"
    if isinstance(item, ARRAY):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return f"postgresql.ARRAY({_plain_types(kind, item.item_type, autogen) or f'sa.{item.item_type!r}'})"
    return False


def _run(connection: Any) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        process_revision_directives=_in_our_form,
        include_object=_included,
        render_item=_plain_types,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


_run(context.config.attributes["connection"])
