"""The database's own catalogue, as plain values that tests can compare."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import asyncpg

from domain.everything import metadata
from domain.kernel.database import asyncpg_arguments
from domain.kernel.settings import Settings
from migrations.roles import GLOBAL_TABLES

TENANT_TABLES = tuple(sorted(name for name in metadata.tables if name not in GLOBAL_TABLES))
"""The tables of tenants, as the models declare them."""

_OURS = """
    n.nspname = 'public'
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e')
"""


@asynccontextmanager
async def superuser(settings: Settings) -> AsyncIterator[asyncpg.Connection]:
    """A connection of the database's superuser, for whom no lock holds."""
    connection = await asyncpg.connect(**asyncpg_arguments(settings.admin_database_url))
    try:
        yield connection
    finally:
        await connection.close()


class Relation(NamedTuple):
    """One relation of the schema."""

    name: str
    kind: str
    "As `pg_class.relkind`: r table, p partitioned table, i and I their indexes, v view, S sequence."
    owner: str
    partition: bool
    secured: bool
    forced: bool


async def relations(database: asyncpg.Connection) -> list[Relation]:
    """Every relation of ours; those that an extension brought are not."""
    rows = await database.fetch(
        f"""SELECT c.relname AS name, c.relkind::text AS kind, pg_get_userbyid(c.relowner) AS owner,
                   c.relispartition AS partition, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS} ORDER BY 1"""
    )
    return [Relation(*row) for row in rows]


async def tables(database: asyncpg.Connection) -> dict[str, Relation]:
    """Tables by name, without partitions."""
    return {row.name: row for row in await relations(database) if row.kind in "rp" and not row.partition}


class Index(NamedTuple):
    """One index of a table."""

    table: str
    name: str
    columns: tuple[str, ...]
    "Empty text for an expression."
    unique: bool
    primary: bool
    partial: bool


async def indexes(database: asyncpg.Connection) -> list[Index]:
    """Every index of every table that is no partition."""
    rows = await database.fetch(
        f"""SELECT c.relname, i.relname,
                   ARRAY(SELECT coalesce(a.attname::text, '')
                         FROM unnest(x.indkey::int2[]) WITH ORDINALITY k(number, place)
                         LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number ORDER BY k.place),
                   x.indisunique, x.indisprimary, x.indpred IS NOT NULL
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE {_OURS} AND NOT c.relispartition ORDER BY 1, 2"""
    )
    return [Index(row[0], row[1], tuple(row[2]), *row[3:]) for row in rows]


class ForeignKey(NamedTuple):
    """One foreign key."""

    name: str
    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    on_update: str
    on_delete: str
    "As in `pg_constraint`: a for NO ACTION."
    deferrable: bool
    validated: bool


async def foreign_keys(database: asyncpg.Connection) -> list[ForeignKey]:
    """Every foreign key; those that partitions inherit are left out."""
    names = (
        "ARRAY(SELECT a.attname::text FROM unnest({0}) WITH ORDINALITY n(number, place) "
        "JOIN pg_attribute a ON a.attrelid = {1} AND a.attnum = n.number ORDER BY n.place)"
    )
    rows = await database.fetch(
        f"""SELECT k.conname, c.relname, {names.format("k.conkey", "k.conrelid")},
                   r.relname, {names.format("k.confkey", "k.confrelid")},
                   k.confupdtype::text, k.confdeltype::text, k.condeferrable, k.convalidated
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE {_OURS} AND k.contype = 'f' AND k.conparentid = 0 ORDER BY 1"""
    )
    return [ForeignKey(row[0], row[1], tuple(row[2]), row[3], tuple(row[4]), *row[5:]) for row in rows]


async def policies(database: asyncpg.Connection) -> dict[str, set[tuple[Any, ...]]]:
    """Policies by table: (name, permissive, command, roles, USING, WITH CHECK)."""
    rows = await database.fetch("SELECT * FROM pg_policies WHERE schemaname = 'public'")
    found: dict[str, set[tuple[Any, ...]]] = {}
    for row in rows:
        entry = (row["policyname"], row["permissive"], row["cmd"], frozenset(row["roles"]), row["qual"])
        found.setdefault(row["tablename"], set()).add((*entry, row["with_check"]))
    return found


async def grants(database: asyncpg.Connection) -> dict[str, dict[str, set[str]]]:
    """By relation and role, what others than the owner may do; a column's grant reads `SELECT(due)`."""
    rows = await database.fetch(
        f"""SELECT c.relname, c.relowner, g.grantee, g.privilege_type, g.is_grantable, NULL::text AS column
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) g WHERE {_OURS}
            UNION ALL
            SELECT c.relname, c.relowner, g.grantee, g.privilege_type, g.is_grantable, a.attname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g WHERE {_OURS}"""
    )
    names = {row["oid"]: row["rolname"] for row in await database.fetch("SELECT oid, rolname FROM pg_roles")}
    found: dict[str, dict[str, set[str]]] = {}
    for row in rows:
        if row["grantee"] == row["relowner"]:
            continue
        what = row["privilege_type"] + (f"({row['column']})" if row["column"] else "")
        what += " WITH GRANT OPTION" if row["is_grantable"] else ""
        found.setdefault(row["relname"], {}).setdefault(names.get(row["grantee"], "PUBLIC"), set()).add(what)
    return found


async def snapshot(database: asyncpg.Connection, schema: str = "public") -> dict[str, set[str]]:
    """What the schema is: columns, constraints and indexes as PostgreSQL writes them, by table; no partitions."""
    rows = await database.fetch(
        """SELECT c.relname AS name, 'column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                  || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                  || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS part
           FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
           LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
           WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           UNION ALL
           SELECT c.relname, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
           FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = $1 AND NOT c.relispartition AND k.contype <> 'n'
           UNION ALL
           SELECT c.relname, pg_get_indexdef(x.indexrelid)
           FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = $1 AND NOT c.relispartition
           UNION ALL
           SELECT c.relname, 'partitioned ' || pg_get_partkeydef(c.oid)
           FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = $1 AND c.relkind = 'p'""",
        schema,
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["name"], set()).add(row["part"])
    return found
