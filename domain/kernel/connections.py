"""The driver's connection to PostgreSQL: the message that begins a transaction says whose it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy.pool import PoolProxiedConnection

IDLE_MS = 15_000
"""How long a transaction may stand idle between two statements, in milliseconds."""

ENDED = (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, asyncpg.InternalClientError, ConnectionError)
"""What the driver raises over a connection that has ended, whether it has heard of that already or only now."""


class LostTransaction(Exception):
    """PostgreSQL answered a COMMIT with ROLLBACK: nothing was stored, although no statement was seen to fail."""


class TenantTransaction:
    """A transaction that begins with its tenant. SQLAlchemy's adapter calls start, commit and rollback."""

    def __init__(self, connection: TenantConnection, mode: str) -> None:
        self._connection = connection
        self._mode = mode

    async def start(self) -> None:
        """BEGIN, the tenant and the time limit, in one message."""
        await self._connection.execute(self._connection.beginning(self._mode))

    async def commit(self) -> None:
        """COMMIT. Raises `LostTransaction` when PostgreSQL rolled back instead."""
        if (answer := await self._connection.execute("COMMIT")) != "COMMIT":
            raise LostTransaction(answer)

    async def rollback(self) -> None:
        """ROLLBACK."""
        await self._connection.execute("ROLLBACK")


class TenantConnection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no type information
    """An asyncpg connection whose transactions are one tenant's. Without one, tenant tables refuse to be read."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.tenant: UUID | None = None
        self.statement_timeout_ms: int | None = None
        self._rests = False

    def transaction(self, *, isolation: Any = None, readonly: bool = False, deferrable: bool = False) -> Any:
        """A transaction of the connection's tenant."""
        return TenantTransaction(self, " READ ONLY" if readonly else "")

    def beginning(self, mode: str = "") -> str:
        """The message that begins a transaction. The tenant is rendered from a UUID, never from a text."""
        return _beginning(mode, None if self.tenant is None else self.tenant.int, self.statement_timeout_ms)

    async def begin_reading(self) -> None:
        """Begin a read-only transaction; in the same message, end the one that was left open."""
        message = self.beginning(" READ ONLY")
        if self._rests:
            self._rests = False
            message = f"COMMIT; {message}"
        await self.execute(message)

    def rest(self) -> None:
        """Leave the transaction of a read open though the read is over. Until the next begins, nothing can be asked."""
        self._rests = True

    async def settle(self) -> None:
        """End the transaction that was left open, if one was."""
        if self._rests:
            self._rests = False
            await self.execute("COMMIT")

    def _check_open(self) -> None:
        """What the driver asks itself before each statement. The transaction left open is that of another tenant."""
        super()._check_open()
        if self._rests:
            raise asyncpg.InterfaceError("the read of this connection is over")

    def get_reset_query(self) -> str:
        """Nothing to reset: all settings are transaction-local."""
        return ""


@lru_cache(10_000)
def _beginning(mode: str, tenant: int | None, statement_timeout_ms: int | None) -> str:
    # A process that is frozen in a transaction must not hold its locks for ever: its connection is ended.
    message = f"BEGIN{mode}; SET LOCAL idle_in_transaction_session_timeout = {IDLE_MS}"
    # Our statements are many small lookups, which PostgreSQL takes for costly: compiling them takes ten times as
    # long as running them.
    message += "; SET LOCAL jit = off"
    if tenant is not None:
        message += f"; SET LOCAL app.tenant_id = '{UUID(int=tenant)}'"
    if statement_timeout_ms is not None:
        message += f"; SET LOCAL statement_timeout = {int(statement_timeout_ms)}"
    return message


def open_driver(borrowed: PoolProxiedConnection) -> TenantConnection | None:
    """The driver of a borrowed connection; None where it has ended."""
    driver = borrowed.driver_connection
    return driver if isinstance(driver, TenantConnection) and not driver.is_closed() else None
