"""Connections to PostgreSQL: the tenant travels in the BEGIN, and each role has its own engine.

Row level security looks at `app.tenant_id`. It is set by the message that begins a transaction and by nothing else,
so it cannot outlive the transaction, behind a transaction pooler too, and costs no round trip.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, Literal
from urllib.parse import parse_qsl, unquote, urlsplit
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.util.concurrency import greenlet_spawn

from domain.kernel.at_hand import AtHand
from domain.kernel.connections import ENDED, TenantConnection
from domain.kernel.settings import Settings

Role = Literal["app", "finder", "auth", "keeper"]

STOPPING_SECONDS = 2.0
"""How long is waited for a statement that was asked to stop."""


def asyncpg_arguments(url: str) -> dict[str, Any]:
    """The arguments of `asyncpg.connect` for a URL, with a socket folder in `?host=` where there is one."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    host = query.pop("host", None) or parts.hostname
    arguments: dict[str, Any] = {
        "host": host,
        "user": unquote(parts.username or ""),
        "database": unquote(parts.path.removeprefix("/")) or None,
    }
    if parts.password is not None:
        arguments["password"] = unquote(parts.password)
    if port := query.pop("port", None) or parts.port:
        arguments["port"] = int(port)
    if sslmode := query.pop("sslmode", None):
        arguments["ssl"] = sslmode
    return arguments


class Database:
    """The engines of one process. `engine_for` is the one place that knows where a tenant lives."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._engines: dict[Role, AsyncEngine] = {}
        self._kept: dict[sa.Engine, AtHand] = {}

    def engine_for(self, tenant_id: UUID) -> AsyncEngine:
        """The engine of the database that holds a tenant, as the application role."""
        return self.engine("app")

    def engine(self, role: Role) -> AsyncEngine:
        """The engine of a role; made at its first use."""
        if role not in self._engines:
            size = self._settings.database_pool_size if role == "app" else 2
            self._engines[role] = self._make(self._settings.role_url(role), size)
        return self._engines[role]

    def _make(self, url: str, size: int) -> AsyncEngine:
        arguments = asyncpg_arguments(url) | {
            "connection_class": TenantConnection,
            "server_settings": {"timezone": "UTC", "application_name": "milepost"},
            "timeout": 10,
        }
        if not self._settings.prepared_statements:
            arguments |= {"statement_cache_size": 0, "prepared_statement_cache_size": 0}
        engine = create_async_engine(
            "postgresql+asyncpg://",
            connect_args=arguments,
            pool_size=size,
            max_overflow=0,
            pool_timeout=5,
            pool_reset_on_return=None,
            hide_parameters=True,  # errors are logged, and parameters are what users wrote
        )
        sa.event.listen(engine.sync_engine, "connect", self._prepare)
        sa.event.listen(engine.sync_engine, "reset", _forget_tenant)
        sa.event.listen(engine.sync_engine, "checkout", _replace_closed)
        return engine

    def _prepare(self, connection: Any, record: Any) -> None:
        """`json` arrives as the bytes that PostgreSQL sent: answers are passed on, never parsed."""

        async def register(driver: TenantConnection) -> None:
            driver.statement_timeout_ms = self._settings.statement_timeout_ms
            await driver.set_type_codec("json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary")

        connection.run_async(register)

    @asynccontextmanager
    async def reading(
        self, tenant_id: UUID, statement_timeout_ms: int | None = None
    ) -> AsyncIterator[TenantConnection]:
        """A read-only transaction of a tenant on the driver's own connection: for compiled statements."""
        at_hand = self._at_hand(self.engine_for(tenant_id))
        borrowed, driver = await self._begun(at_hand, tenant_id, statement_timeout_ms)
        ended = False
        try:
            yield driver
            if self._settings.prepared_statements:
                driver.rest()
            else:  # a transaction pooler is in front, which lends a server for as long as a transaction is open
                await driver.execute("COMMIT")
            ended = True
        except asyncio.CancelledError:
            ended = await _stopped(driver)
            raise
        except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError, TypeError, OverflowError):
            if not driver.is_closed():
                await driver.execute("ROLLBACK")
                ended = True
            raise
        finally:
            await self._give_back(at_hand, borrowed, driver, ended)

    async def _begun(
        self, at_hand: AtHand, tenant_id: UUID, statement_timeout_ms: int | None
    ) -> tuple[PoolProxiedConnection, TenantConnection]:
        """A connection whose transaction has begun. One that turns out to have been ended is replaced, once."""
        for last in (False, True):
            borrowed = await at_hand.take(fresh=last)
            driver = borrowed.driver_connection
            assert isinstance(driver, TenantConnection)
            driver.tenant = tenant_id
            driver.statement_timeout_ms = statement_timeout_ms or self._settings.statement_timeout_ms
            begun = False
            try:
                await driver.begin_reading()
                begun = True
                return borrowed, driver
            except ENDED:
                if last:
                    raise
            finally:
                if not begun:
                    await self._give_back(at_hand, borrowed, driver, ended=False)
        raise AssertionError("unreachable")

    async def _give_back(
        self, at_hand: AtHand, borrowed: PoolProxiedConnection, driver: TenantConnection, ended: bool
    ) -> None:
        driver.tenant = None
        driver.statement_timeout_ms = self._settings.statement_timeout_ms
        if not ended:
            driver.terminate()
            await greenlet_spawn(borrowed.invalidate)
        await at_hand.give_back(borrowed)

    def _at_hand(self, engine: AsyncEngine) -> AtHand:
        pooled = engine.sync_engine
        if pooled not in self._kept:
            self._kept[pooled] = AtHand(pooled)
        return self._kept[pooled]

    async def close(self) -> None:
        """Close every pool."""
        for kept in self._kept.values():
            await kept.close()
        for engine in self._engines.values():
            await engine.dispose()


def _replace_closed(connection: Any, record: Any, proxy: Any) -> None:
    """A connection that the server has ended while it lay in the pool is replaced before anybody uses it."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


async def _stopped(driver: TenantConnection) -> bool:
    """Whether PostgreSQL has ended the statement of a task that was cancelled.

    The driver has asked it to, over a connection of its own; closing ours now would take that request back, and the
    statement would go on for nobody.
    """
    with suppress(TimeoutError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
        async with asyncio.timeout(STOPPING_SECONDS):
            await driver.execute("ROLLBACK")
            return True
    return False


def _forget_tenant(connection: Any, record: Any, state: Any) -> None:
    if connection is None:
        return
    if not state.terminate_only:
        connection.rollback()
    driver = connection.driver_connection
    if driver is not None:
        driver.tenant = None
