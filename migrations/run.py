"""`milepost migrate`: makes the roles, brings the schema to the newest revision, makes the partitions."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.partitions import ensure_partitions
from domain.kernel.settings import Settings
from migrations.roles import APP, AUTH, FINDER, KEEPER, OWNER, ROLES

LOCK_TIMEOUT = "5s"
_MIGRATION_LOCK = 7_215_001


class MigrationError(Exception):
    """The database cannot be migrated; the text says what to change."""


def alembic_config(connection: Any = None) -> Config:
    """Alembic's configuration, from wherever the package lies."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


async def migrate(settings: Settings, revision: str = "head") -> None:
    """Bring the database of the settings to `revision`. Safe to run twice at once and again after a kill."""
    if not settings.admin_database_url:
        raise MigrationError(
            "MILEPOST_ADMIN_DATABASE_URL is not set: migrations need a superuser of the database, for the roles; "
            "example: MILEPOST_ADMIN_DATABASE_URL=postgresql://postgres:secret@db.internal:5432/milepost"
        )
    engine = create_async_engine(
        "postgresql+asyncpg://",
        connect_args=asyncpg_arguments(settings.admin_database_url) | {"server_settings": {"timezone": "UTC"}},
        poolclass=NullPool,
    )
    async with engine.connect() as connection:
        await connection.execute(sa.text("SELECT pg_advisory_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        await _check_server(connection)
        await _make_roles(connection, settings)
        await connection.commit()
        await connection.execute(sa.text(f"SET ROLE {OWNER}"))
        await connection.execute(sa.text(f"SET lock_timeout = '{LOCK_TIMEOUT}'"))
        await connection.commit()
        await connection.run_sync(lambda sync: command.upgrade(alembic_config(sync), revision))
        await connection.commit()
        await connection.execute(sa.text(f"SET ROLE {KEEPER}"))
        await ensure_partitions(connection, datetime.now(UTC))
        await connection.commit()
        await connection.execute(sa.text("RESET ROLE"))
        await _first_operator_key(connection, settings)
        await connection.commit()
    await engine.dispose()


async def _check_server(connection: AsyncConnection) -> None:
    version = int((await connection.execute(sa.text("SHOW server_version_num"))).scalar_one())
    if version < 160_000:
        raise MigrationError(f"PostgreSQL {version // 10_000} is too old: 16 or newer is needed")
    await connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public"))
    await connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public"))
    lower, trigrams = (
        await connection.execute(sa.text("SELECT lower('Ä') = 'ä', cardinality(show_trgm('风险')) > 0"))
    ).one()
    if not lower or not trigrams:
        raise MigrationError(
            "the database's locale does not know letters outside ASCII: create it with "
            "`CREATE DATABASE milepost TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`"
        )


async def _make_roles(connection: AsyncConnection, settings: Settings) -> None:
    existing = {row[0] for row in await connection.execute(sa.text("SELECT rolname FROM pg_roles"))}
    urls = {f"milepost_{role}": settings.role_url(role) for role in ("app", "finder", "auth", "keeper")}
    for role, power in ROLES.items():
        if role not in existing:
            await connection.execute(sa.text(f"CREATE ROLE {role} LOGIN {power}"))
        arguments = asyncpg_arguments(urls[role]) if urls.get(role) else {}
        if password := arguments.get("password"):
            quoted = (
                await connection.execute(sa.text("SELECT quote_literal(:password)"), {"password": password})
            ).scalar_one()
            await connection.exec_driver_sql(f"ALTER ROLE {role} PASSWORD {quoted}")
    database = (await connection.execute(sa.text("SELECT quote_ident(current_database())"))).scalar_one()
    for statement in (
        f"GRANT {KEEPER} TO {OWNER}",
        f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {', '.join(ROLES)}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {APP}, {FINDER}, {AUTH}",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}, {KEEPER}",
    ):
        await connection.exec_driver_sql(statement)


async def _first_operator_key(connection: AsyncConnection, settings: Settings) -> None:
    key = settings.operator_key.get_secret_value()
    if not key:
        return
    await connection.execute(
        sa.text(
            "INSERT INTO operator_key (id, name, key_hash, created_at) VALUES (:id, 'first', :hash, :now) "
            "ON CONFLICT (key_hash) DO NOTHING"
        ),
        {"id": uuid7(), "hash": hashlib.sha256(key.encode()).hexdigest(), "now": datetime.now(UTC)},
    )
