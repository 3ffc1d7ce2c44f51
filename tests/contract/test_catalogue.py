"""The database's catalogue keeps the promises of the design: two locks on every tenant table, and ready for Citus."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest
import sqlalchemy as sa

from domain.everything import metadata
from domain.kernel.columns import Choice
from domain.kernel.partitions import PARTITIONED
from domain.kernel.settings import Settings
from migrations.roles import APP, FINDER, FOUND, GLOBAL_GRANTS, GLOBAL_TABLES, KEEPER, OWNER, ROLES, app_grant
from tests.contract import catalogue
from tests.contract.catalogue import TENANT_TABLES

POLICY = "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)"
LONGEST_NAME = 53
"A shard's suffix such as _102152 must fit into PostgreSQL's 63 bytes."


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[asyncpg.Connection]:
    """The catalogue's reader."""
    async with catalogue.superuser(settings) as connection:
        yield connection


async def test_the_tables_are_those_of_the_models_and_no_global_one_is_unlisted(database: asyncpg.Connection) -> None:
    tables = await catalogue.tables(database)
    assert set(tables) == set(metadata.tables) | {"alembic_version"}
    assert {name for name, table in metadata.tables.items() if "tenant_id" not in table.c} <= GLOBAL_TABLES
    assert {name for name, row in tables.items() if row.kind == "p"} == set(PARTITIONED)


async def test_nothing_but_tables_indexes_and_partitions_is_in_the_schema(database: asyncpg.Connection) -> None:
    assert {row.kind for row in await catalogue.relations(database)} <= set("rpiI"), "view, sequence or foreign table"
    for what, query in {
        "trigger": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
        "event trigger": "SELECT evtname FROM pg_event_trigger",
        "rule": "SELECT rulename FROM pg_rules WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
        "function": """SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                       WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
                       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')""",
        "function with its owner's rights": """SELECT p.proname FROM pg_proc p
                       JOIN pg_namespace n ON n.oid = p.pronamespace
                       WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog', 'information_schema')""",
        "enumerated or composite type": """SELECT t.typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                       LEFT JOIN pg_class c ON c.oid = t.typrelid
                       WHERE n.nspname = 'public' AND (t.typtype IN ('e', 'd') OR c.relkind = 'c')""",
        "identity or generated column": """SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                       WHERE c.relnamespace = 'public'::regnamespace
                       AND (a.attidentity <> '' OR a.attgenerated <> '')""",
        "default": """SELECT c.relname FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
                       WHERE c.relnamespace = 'public'::regnamespace""",
        "inheritance": """SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                       WHERE NOT c.relispartition""",
        "table with a storage parameter or outside the heap": """SELECT relname FROM pg_class
                       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                       AND (relpersistence <> 'p' OR relam <> (SELECT oid FROM pg_am WHERE amname = 'heap'))""",
        "other schema": """SELECT nspname FROM pg_namespace
                       WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')""",
    }.items():
        assert [row[0] for row in await database.fetch(query)] == [], what


@pytest.mark.parametrize("table", TENANT_TABLES)
async def test_a_tenant_tables_rows_always_have_their_tenant(database: asyncpg.Connection, table: str) -> None:
    row = await database.fetchrow(
        "SELECT format_type(atttypid, atttypmod) AS type, attnotnull FROM pg_attribute "
        "WHERE attrelid = $1::regclass AND attname = 'tenant_id'",
        table,
    )
    assert row is not None
    assert tuple(row) == ("uuid", True)


async def test_every_key_and_index_of_a_tenant_table_begins_with_its_tenant(database: asyncpg.Connection) -> None:
    indexes = [index for index in await catalogue.indexes(database) if index.table in TENANT_TABLES]
    assert {index.table for index in indexes if index.primary} == set(TENANT_TABLES), "without a primary key"
    finders = [index for index in indexes if index.columns[0] != "tenant_id"]
    assert {index.table for index in finders} <= set(FOUND)
    assert all(index[2:] == (("due", "tenant_id"), False, False, True) for index in finders), finders
    assert not [index for index in indexes if "" in index.columns], "an expression in a tenant's index"


async def test_no_partition_has_an_index_or_constraint_of_its_own(database: asyncpg.Connection) -> None:
    own = await database.fetch(
        """SELECT c.relname, i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
           JOIN pg_class c ON c.oid = x.indrelid WHERE c.relispartition AND NOT i.relispartition"""
    )
    assert own == []


async def test_a_row_can_point_only_into_its_own_tenant(database: asyncpg.Connection) -> None:
    for key in await catalogue.foreign_keys(database):
        assert (key.on_update, key.on_delete, key.deferrable, key.validated) == ("a", "a", False, True), key
        assert key.target not in PARTITIONED, key
        if key.table in GLOBAL_TABLES:
            assert key.target in GLOBAL_TABLES, key
        elif key.target not in GLOBAL_TABLES:
            assert key.columns[0] == key.target_columns[0] == "tenant_id", key
            assert len(key.columns) > 1, key


async def test_every_foreign_key_of_a_tenant_table_is_led_by_an_index_where_rows_may_go(
    database: asyncpg.Connection,
) -> None:
    """Only the erasure of a tenant deletes parents, and it goes child first: no key needs an index for deletes."""
    deletable = {table for table in TENANT_TABLES if "DELETE" in app_grant(table)}
    pointed_at = {key.target for key in await catalogue.foreign_keys(database)}
    assert not deletable & pointed_at


@pytest.mark.parametrize("table", TENANT_TABLES)
async def test_row_level_security_stands_behind_every_statement(database: asyncpg.Connection, table: str) -> None:
    relation = (await catalogue.tables(database))[table]
    assert (relation.secured, relation.forced) == (True, True)
    expected = {("tenant", "PERMISSIVE", "ALL", frozenset({APP, KEEPER}), POLICY, POLICY)}
    if table in FOUND:
        expected |= {("finder", "PERMISSIVE", "SELECT", frozenset({FINDER}), "true", None)}
    assert (await catalogue.policies(database))[table] == expected


async def test_only_tenant_tables_have_policies(database: asyncpg.Connection) -> None:
    assert set(await catalogue.policies(database)) == set(TENANT_TABLES)


async def test_the_grants_are_those_of_the_page_on_roles_and_none_is_on_a_partition(
    database: asyncpg.Connection,
) -> None:
    expected: dict[str, dict[str, set[str]]] = {
        table: {role: set(what.split(", ")) for role, what in GLOBAL_GRANTS.get(table, {}).items()}
        for table in GLOBAL_TABLES & set(await catalogue.tables(database))
    }
    for table in TENANT_TABLES:
        expected[table] = {APP: set(app_grant(table).split(", ")), KEEPER: {"SELECT", "DELETE"}}
        if table in FOUND:
            expected[table][FINDER] = {"SELECT(tenant_id)", "SELECT(due)"}
        if table in PARTITIONED:
            del expected[table][KEEPER]
    found = {table: rights for table, rights in (await catalogue.grants(database)).items() if rights}
    assert found == {table: rights for table, rights in expected.items() if rights}


async def test_every_table_belongs_to_the_migration_role_and_partitioned_ones_to_the_keeper(
    database: asyncpg.Connection,
) -> None:
    parents = dict(await database.fetch("SELECT inhrelid::regclass::text, inhparent::regclass::text FROM pg_inherits"))
    for relation in await catalogue.relations(database):
        if relation.kind in "rp":
            table = parents.get(relation.name, relation.name)
            assert relation.owner == (KEEPER if table in PARTITIONED else OWNER), relation


async def test_no_role_has_power_and_none_inherits_any(database: asyncpg.Connection) -> None:
    for role, power in ROLES.items():
        row = await database.fetchrow(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles "
            "WHERE rolname = $1",
            role,
        )
        assert tuple(row) == (False, False, False, False, power == "BYPASSRLS"), role
    members = await database.fetch(
        """SELECT m.rolname, r.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member
           JOIN pg_roles r ON r.oid = a.roleid WHERE m.rolname = ANY($1) OR r.rolname = ANY($1)""",
        list(ROLES),
    )
    assert [tuple(row) for row in members] == [(OWNER, KEEPER)]
    assert await database.fetch("SELECT * FROM pg_default_acl") == []
    settings = (
        "SELECT r.rolname FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE r.rolname = ANY($1)"
    )
    assert await database.fetch(settings, list(ROLES)) == []


async def test_only_the_owners_may_make_anything_and_nobody_temporary_tables(
    database: asyncpg.Connection, template: str
) -> None:
    """The database's own rights are read from the migrated one: copies of it, as tests use them, begin with others."""
    for role in ROLES:
        owner = role in (OWNER, KEEPER)
        rights = await database.fetchrow(
            """SELECT has_schema_privilege($1, 'public', 'CREATE'), has_schema_privilege($1, 'public', 'USAGE'),
                      has_database_privilege($1, $2, 'CREATE'), has_database_privilege($1, $2, 'TEMPORARY'),
                      has_database_privilege($1, $2, 'CONNECT')""",
            role,
            template,
        )
        assert tuple(rights) == (owner, True, False, False, True), role


async def test_names_leave_room_for_a_shards_number(database: asyncpg.Connection) -> None:
    names = await database.fetch(
        """SELECT relname::text FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND NOT (relispartition AND relkind = 'i')
           UNION SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
           UNION SELECT attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
                 WHERE relnamespace = 'public'::regnamespace
           UNION SELECT policyname FROM pg_policies"""
    )
    assert [row[0] for row in names if len(row[0].encode()) > LONGEST_NAME] == []


async def test_enumerations_are_texts_with_a_check_over_their_values(database: asyncpg.Connection) -> None:
    """PostgreSQL writes `a IN ('x', 'y')` as an array of texts; the values are read from there."""
    rows = await database.fetch(
        """SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k
           JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND NOT c.relispartition"""
    )
    checks = {(row[0], row[1]): row[2] for row in rows}
    missing = []
    for table in metadata.tables.values():
        for column in table.columns:
            if not isinstance(column.type, Choice) or table.name.endswith("_history"):
                continue
            values = ", ".join(f"'{member}'::text" for member in column.type.enumeration)
            wanted = f"CHECK (({column.name} = ANY (ARRAY[{values}])))"
            if checks.get((table.name, f"ck_{table.name}_{column.name}")) != wanted:
                missing.append(f"{table.name}.{column.name}: {wanted}")
    assert missing == []


async def test_values_have_the_types_of_the_house(database: asyncpg.Connection) -> None:
    rows = await database.fetch(
        """SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute a
           JOIN pg_class c ON c.oid = a.attrelid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'alembic_version'"""
    )
    allowed = {"uuid", "text", "boolean", "integer", "bigint", "date", "timestamp with time zone", "jsonb", "bytea"}
    allowed |= {"numeric(18,2)", "numeric(24,6)", "numeric(7,6)", "numeric(36,12)"}
    allowed |= {"text[]", "uuid[]", "date[]", "timestamp with time zone[]"}
    assert [tuple(row) for row in rows if row[1] not in allowed] == []


def test_the_models_use_nothing_that_the_shards_refuse() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            assert column.server_default is None, column
            assert column.computed is None, column
            assert column.identity is None, column
            assert not isinstance(column.default, sa.Sequence), column
