"""Connections that reads keep at hand: to borrow one from SQLAlchemy's pool costs as much as a small statement."""

from __future__ import annotations

import asyncio
from typing import Final, cast

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import PoolProxiedConnection, QueuePool
from sqlalchemy.util.concurrency import greenlet_spawn

IDLE_SECONDS: Final = 0.5
"""For about so long, at most twice, a connection waits for the next read before the pool has it back."""


class AtHand:
    """A few connections of a pool that were borrowed by reads and wait for the next.

    They are at most half of it, none stays while anybody may be waiting for the pool, and none for long.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._pool = cast(QueuePool, engine.sync_engine.pool)
        self._waiting: list[PoolProxiedConnection] = []
        self._used = False
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    async def take(self) -> PoolProxiedConnection:
        """A connection that is open: the one used last, or one of the pool. Raises SQLAlchemy's `TimeoutError`."""
        self._used = True
        while self._waiting:
            taken = self._waiting.pop()
            if _is_open(taken):
                return taken
            await greenlet_spawn(taken.invalidate)
        return await greenlet_spawn(self._pool.connect)

    async def give_back(self, taken: PoolProxiedConnection) -> None:
        """Keep it at hand, or give it back to the pool."""
        size = self._pool.size()
        if _is_open(taken) and len(self._waiting) < size // 2 and self._pool.checkedout() < size:
            self._waiting.append(taken)
            if self._timer is None:
                self._timer = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._look)
        else:
            await greenlet_spawn(taken.close)

    def _look(self) -> None:
        self._timer = None
        if self._used:
            self._used = False
            self._timer = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._look)
        else:
            self._closing = asyncio.ensure_future(self.close())

    async def close(self) -> None:
        """Give all of them back."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            await greenlet_spawn(self._waiting.pop().close)


def _is_open(taken: PoolProxiedConnection) -> bool:
    driver = taken.driver_connection
    return driver is not None and not driver.is_closed()
