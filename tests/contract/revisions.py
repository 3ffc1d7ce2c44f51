"""What a migration must not do, so that it runs unchanged on a distributed database: rules over its operations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from unittest.mock import patch

import sqlalchemy as sa
from alembic.operations import Operations, ops
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory

from domain.kernel.partitions import PARTITIONED
from migrations.operations import GrantGlobalTable, ProtectTenantTable
from migrations.roles import GLOBAL_TABLES
from migrations.run import alembic_config

_REFUSED_SQL = {
    r"\b(create|alter|enable)\s+(or replace\s+)?(constraint\s+)?trigger\b": "triggers",
    r"\bcreate\s+(or replace\s+)?rule\b": "rules",
    r"\bcreate\s+(or replace\s+)?(materialized\s+|recursive\s+|temp\w*\s+)*view\b": "views",
    r"\bsecurity\s+definer\b": "functions with their owner's rights",
    r"\bas\s+restrictive\b": "restrictive policies: on shards they arrive permissive and open the lock",
    r"\bcreate\s+policy\b": "policies by hand: protect_tenant_table writes the only ones",
    r"\b(disable|no\s+force)\s+row\s+level\b": "a table without its lock",
    r"\bset\s+(storage|compression)\b": "SET STORAGE and SET COMPRESSION",
    r"\balter\s+constraint\b": "ALTER CONSTRAINT",
    r"\bdetach\s+partition\b.*\bconcurrently\b": "DETACH CONCURRENTLY",
    r"\bon\s+(delete|update)\s+(set|cascade)\b": "ON DELETE SET NULL, SET DEFAULT, CASCADE",
    r"\bmerge\s+into\b": "MERGE",
    r"\bset_config\s*\(": "set_config()",
    r"\binherits\b": "inheritance",
    r"\bcreate\s+sequence\b|\b(big)?serial\b|\bnextval\b": "sequences",
    r"\bgenerated\s+always\b": "generated and identity columns",
    r"\bcreate\s+(unlogged\s+|temp\w*\s+)?table\b": "tables by hand: op.create_table shows its keys",
    r"\bin\s*\(\s*select\b[^)]*\blimit\b": "batches over all tenants: go tenant by tenant",
    r"\bpg_(try_)?advisory": "advisory locks",
}


class Revision(NamedTuple):
    """One revision and what it does, in order."""

    script: Script
    upgrade: list[Any]
    "Alembic operations."
    downgrade: list[Any]


def revisions() -> list[Revision]:
    """Every revision, the first first."""
    scripts = list(ScriptDirectory.from_config(alembic_config()).walk_revisions())
    return [Revision(s, recorded(s.module.upgrade), recorded(s.module.downgrade)) for s in reversed(scripts)]


def recorded(change: Callable[[], None]) -> list[Any]:
    """The operations of an upgrade or downgrade, none of them carried out."""
    done: list[Any] = []
    context = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True})
    with (
        Operations.context(context),
        patch.object(Operations, "invoke", lambda self, operation: done.append(operation)),
    ):
        change()
    return done


def broken_rules(operations: list[Any], existing_globals: frozenset[str] = GLOBAL_TABLES) -> Iterator[str]:
    """Sentences on what these operations of one revision do wrong. `existing_globals` are made by earlier revisions."""
    for place, operation in enumerate(operations):
        match operation:
            case ops.CreateTableOp():
                yield from _created(operation, existing_globals)
                yield from _unprotected(operation, operations[place + 1 :])
            case ops.AddColumnOp():
                yield from _added(operation)
            case ops.CreateForeignKeyOp():
                yield from _pointed(operation)
            case ops.CreateUniqueConstraintOp() | ops.CreateIndexOp() | ops.CreatePrimaryKeyOp():
                yield from _unled(operation)
            case ops.AlterColumnOp():
                if operation.column_name == "tenant_id":
                    yield f"{operation.table_name}: tenant_id never changes"
            case ops.ExecuteSQLOp():
                yield from _told(str(operation.sqltext))


def _created(operation: ops.CreateTableOp, existing_globals: frozenset[str]) -> Iterator[str]:
    table = operation.to_table()
    for key in table.foreign_key_constraints:
        targets = {element.target_fullname.split(".")[0] for element in key.elements}
        if not targets <= GLOBAL_TABLES:
            yield f"{table.name}: a foreign key to a tenant table inside create_table; make it an operation of its own"
        elif table.name not in GLOBAL_TABLES and not targets <= existing_globals:
            yield f"{table.name}: the global table it refers to comes from the same revision"
        if key.ondelete or key.onupdate:
            yield f"{table.name}: a foreign key with an action"
    for column in table.columns:
        yield from _column(str(table.name), column)
    if table.name not in GLOBAL_TABLES:
        for constraint in table.constraints:
            if isinstance(constraint, sa.PrimaryKeyConstraint | sa.UniqueConstraint):
                names = [column.name for column in constraint.columns]
                if names[:1] != ["tenant_id"]:
                    yield f"{table.name}: {constraint.name} does not begin with tenant_id"
    if table.name in PARTITIONED and "postgresql_partition_by" not in operation.kw:
        yield f"{table.name}: is to be partitioned"


def _unprotected(operation: ops.CreateTableOp, later: list[Any]) -> Iterator[str]:
    wanted = GrantGlobalTable if operation.table_name in GLOBAL_TABLES else ProtectTenantTable
    if not any(isinstance(each, wanted) and each.table == operation.table_name for each in later):
        yield f"{operation.table_name}: {wanted.__name__} is missing"


def _column(table: str, column: sa.Column[Any]) -> Iterator[str]:
    where = f"{table}.{column.name}"
    if column.computed is not None or column.identity is not None:
        yield f"{where}: generated and identity columns"
    if column.server_default is not None:
        yield f"{where}: a default of the database; values come from the application"
    if isinstance(column.type, sa.Enum):
        yield f"{where}: an enumerated type; use text with a CHECK"
    if isinstance(column.type, sa.DateTime) and not column.type.timezone:
        yield f"{where}: a time without its zone"


def _added(operation: ops.AddColumnOp) -> Iterator[str]:
    column = operation.column
    yield from _column(operation.table_name, column)
    if column.constraints or column.foreign_keys or column.unique or column.index:
        yield f"{operation.table_name}.{column.name}: a constraint inside ADD COLUMN; make it an operation of its own"
    if not column.nullable and column.server_default is None:
        yield f"{operation.table_name}.{column.name}: NOT NULL at once breaks the version that still runs"


def _pointed(operation: ops.CreateForeignKeyOp) -> Iterator[str]:
    name = operation.constraint_name
    source, target = operation.source_table, operation.referent_table
    if operation.kw.get("ondelete") or operation.kw.get("onupdate"):
        yield f"{name}: a foreign key with an action"
    if target in GLOBAL_TABLES:
        return
    if source in GLOBAL_TABLES:
        yield f"{name}: a global table refers to a tenant table"
    if operation.local_cols[0] != "tenant_id" or operation.remote_cols[0] != "tenant_id":
        yield f"{name}: does not begin with tenant_id"
    if target in PARTITIONED:
        yield f"{name}: points at a partitioned table"


def _unled(operation: Any) -> Iterator[str]:
    columns = [getattr(column, "name", None) or str(column) for column in operation.columns]
    table = operation.table_name
    finders = columns == ["due", "tenant_id"] and not getattr(operation, "unique", False)
    if table not in GLOBAL_TABLES and columns[0] != "tenant_id" and not finders:
        name = getattr(operation, "index_name", None) or operation.constraint_name
        yield f"{table}: {name} does not begin with tenant_id"


def _told(statement: str) -> Iterator[str]:
    plain = " ".join(statement.split()).lower()
    for pattern, what in _REFUSED_SQL.items():
        if re.search(pattern, plain):
            yield f"{what}: {plain[:80]}"
