"""Alembic operations of our own: the two locks of a tenant table, and the grants of a global one."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import renderers
from alembic.operations import MigrateOperation, Operations

from domain.kernel.partitions import PARTITIONED
from domain.kernel.tables import POLICY
from migrations.roles import APP, FINDER, FOUND, GLOBAL_GRANTS, KEEPER, app_grant


@Operations.register_operation("protect_tenant_table")
class ProtectTenantTable(MigrateOperation):
    """Forced row level security with the one policy, the grants, and the keeper's ownership of partitioned tables."""

    def __init__(self, table: str) -> None:
        self.table = table

    @classmethod
    def protect_tenant_table(cls, operations: Operations, table: str) -> Any:
        """Protect `table`."""
        return operations.invoke(cls(table))

    def reverse(self) -> MigrateOperation:
        """Dropping the table drops its protection."""
        return Nothing()


@Operations.register_operation("grant_global_table")
class GrantGlobalTable(MigrateOperation):
    """The grants of a table of the installation."""

    def __init__(self, table: str) -> None:
        self.table = table

    @classmethod
    def grant_global_table(cls, operations: Operations, table: str) -> Any:
        """Give the roles what `migrations.roles` says."""
        return operations.invoke(cls(table))

    def reverse(self) -> MigrateOperation:
        """Dropping the table drops its grants."""
        return Nothing()


class Nothing(MigrateOperation):
    """No operation."""


@Operations.implementation_for(ProtectTenantTable)
def _protect(operations: Operations, operation: ProtectTenantTable) -> None:
    table = operation.table
    operations.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    operations.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    operations.execute(
        f"CREATE POLICY tenant ON {table} FOR ALL TO {APP}, {KEEPER} USING ({POLICY}) WITH CHECK ({POLICY})"
    )
    operations.execute(f"GRANT {app_grant(table)} ON {table} TO {APP}")
    operations.execute(f"GRANT SELECT, DELETE ON {table} TO {KEEPER}")
    if table in FOUND:
        operations.execute(f"CREATE POLICY finder ON {table} FOR SELECT TO {FINDER} USING (true)")
        operations.execute(f"GRANT SELECT (tenant_id, due) ON {table} TO {FINDER}")
    if table in PARTITIONED:
        operations.execute(f"ALTER TABLE {table} OWNER TO {KEEPER}")


@Operations.implementation_for(GrantGlobalTable)
def _grant(operations: Operations, operation: GrantGlobalTable) -> None:
    for role, privileges in GLOBAL_GRANTS[operation.table].items():
        operations.execute(f'GRANT {privileges} ON "{operation.table}" TO {role}')


@renderers.dispatch_for(ProtectTenantTable)
def _render_protect(context: Any, operation: ProtectTenantTable) -> str:
    return f"op.protect_tenant_table({operation.table!r})"


@renderers.dispatch_for(GrantGlobalTable)
def _render_grant(context: Any, operation: GrantGlobalTable) -> str:
    return f"op.grant_global_table({operation.table!r})"


@renderers.dispatch_for(Nothing)
def _render_nothing(context: Any, operation: Nothing) -> str:
    return "pass"
