"""Migrations and models say the same, down to CHECKs and indexes; and the way down and up again leads back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from domain.everything import metadata
from domain.kernel.database import asyncpg_arguments
from domain.kernel.ids import uuid7
from domain.kernel.settings import Settings
from migrations.roles import OWNER
from migrations.run import alembic_config, migrate
from tests.contract import catalogue
from tests.security.conftest import store
from tests.security.rows import one_of_each


async def _as_owner(settings: Settings, act: Callable[[sa.Connection], object]) -> None:
    engine = create_async_engine(
        "postgresql+asyncpg://", connect_args=asyncpg_arguments(settings.admin_database_url), poolclass=NullPool
    )
    async with engine.connect() as connection:
        await connection.execute(sa.text(f"SET ROLE {OWNER}"))
        await connection.commit()
        await connection.run_sync(act)
        await connection.commit()
    await engine.dispose()


async def _whole(settings: Settings) -> dict[str, object]:
    async with catalogue.superuser(settings) as database:
        return {
            "schema": await catalogue.snapshot(database),
            "policies": await catalogue.policies(database),
            "grants": await catalogue.grants(database),
            "relations": await catalogue.relations(database),
        }


async def test_the_migrated_schema_is_what_the_models_would_create(clone: Callable[..., Settings]) -> None:
    settings = await asyncio.to_thread(clone)
    engine = create_async_engine(
        "postgresql+asyncpg://", connect_args=asyncpg_arguments(settings.admin_database_url), poolclass=NullPool
    )
    async with engine.begin() as connection:
        await connection.execute(sa.text("CREATE SCHEMA wanted"))
        await connection.execute(sa.text("SET LOCAL search_path = wanted, public"))
        await connection.run_sync(metadata.create_all, checkfirst=False)
    await engine.dispose()
    async with catalogue.superuser(settings) as database:
        migrated = await catalogue.snapshot(database)
        await database.execute("SET search_path = wanted, public")
        wanted = await catalogue.snapshot(database, "wanted")
    del migrated["alembic_version"]
    wanted = {table: {part.replace(" wanted.", " public.") for part in parts} for table, parts in wanted.items()}
    migrated = {table: {part.replace(" wanted.", " public.") for part in parts} for table, parts in migrated.items()}
    for table in sorted(wanted.keys() | migrated.keys()):
        missing = wanted.get(table, set()) - migrated.get(table, set())
        surplus = migrated.get(table, set()) - wanted.get(table, set())
        assert (missing, surplus) == (set(), set()), table


async def test_alembic_would_draft_no_change(settings: Settings) -> None:
    await _as_owner(settings, lambda connection: command.check(alembic_config(connection)))


async def test_down_to_nothing_and_up_again_leads_back(clone: Callable[..., Settings]) -> None:
    settings = await asyncio.to_thread(clone)
    before = await _whole(settings)
    await _as_owner(settings, lambda connection: command.downgrade(alembic_config(connection), "base"))
    async with catalogue.superuser(settings) as database:
        assert set(await catalogue.tables(database)) == {"alembic_version"}
    await migrate(settings)
    assert await _whole(settings) == before


async def test_each_revision_can_be_taken_back_and_made_again(
    clone: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = await asyncio.to_thread(clone)
    before = await _whole(settings)
    scripts = ScriptDirectory.from_config(alembic_config())
    revisions = [script.revision for script in scripts.walk_revisions()]
    monkeypatch.setattr(ScriptDirectory, "from_config", lambda _: scripts)  # or each step would read all files again

    def there_and_back(connection: sa.Connection) -> None:
        command.downgrade(alembic_config(connection), "base")
        for revision in reversed(revisions):
            command.upgrade(alembic_config(connection), revision)  # and that before it, once more
            command.downgrade(alembic_config(connection), "-1")

    await _as_owner(settings, there_and_back)
    await migrate(settings)
    assert await _whole(settings) == before


async def test_the_way_back_is_open_where_the_register_is_used(clone: Callable[..., Settings]) -> None:
    settings = await asyncio.to_thread(clone)
    rows = one_of_each(uuid7(), "used")
    async with catalogue.superuser(settings) as database:
        await store(database, rows)
        await database.execute("UPDATE response SET kind = 'exploit'")
        await database.execute("UPDATE risk SET kind = 'opportunity'")
        await database.execute("UPDATE response_action SET response_id = NULL, issue_id = $1", rows["issue"]["id"])
    await _as_owner(settings, lambda connection: command.downgrade(alembic_config(connection), "0009"))
    async with catalogue.superuser(settings) as database:
        assert await database.fetchval("SELECT kind FROM response") == "accept"
        assert await database.fetchval("SELECT count(*) FROM response_action") == 0
    await migrate(settings)
