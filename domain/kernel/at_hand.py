"""Connections that reads keep at hand: to borrow one from SQLAlchemy's pool costs as much as a small statement.

The transaction of a read that is over stands open meanwhile: its COMMIT goes with the next BEGIN, in one message.
"""

from __future__ import annotations

import asyncio
from typing import Final, cast

from sqlalchemy import Engine
from sqlalchemy.pool import PoolProxiedConnection, QueuePool
from sqlalchemy.util.concurrency import greenlet_spawn

from domain.kernel.connections import ENDED, open_driver

IDLE_SECONDS: Final = 0.05
"""For about so long, at most twice, a connection waits for the next read before the pool has it back.

Short, because a transaction pooler lends a server to an open transaction, and a change of a table waits for it.
"""


class AtHand:
    """A few connections of a pool that were borrowed by reads and wait for the next.

    They are at most half of it, none stays while anybody may be waiting for the pool, and none for long.
    """

    def __init__(self, engine: Engine) -> None:
        self._pool = cast(QueuePool, engine.pool)
        self._waiting: list[PoolProxiedConnection] = []
        self._unused = 0
        "So many of the first have not been taken since they were looked at."
        self._timer: asyncio.TimerHandle | None = None
        self._leaving: set[asyncio.Task[None]] = set()

    async def take(self, *, fresh: bool = False) -> PoolProxiedConnection:
        """A connection that is open: the one used last, or else, and where it is to be `fresh`, one of the pool.

        Raises SQLAlchemy's `TimeoutError`.
        """
        while self._waiting and not fresh:
            taken = self._waiting.pop()
            self._unused = min(self._unused, len(self._waiting))
            if open_driver(taken) is not None:
                return taken
            await greenlet_spawn(taken.invalidate)
        return await greenlet_spawn(self._pool.connect)

    async def give_back(self, taken: PoolProxiedConnection) -> None:
        """Keep it at hand, or give it back to the pool."""
        size = self._pool.size()
        is_open = open_driver(taken) is not None
        if is_open and len(self._waiting) < size // 2 and self._pool.checkedout() < size:
            self._waiting.append(taken)
            if self._timer is None:
                self._timer = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._look)
        else:
            await _let_go([taken])

    def _look(self) -> None:
        self._timer = None
        if unused := self._waiting[: self._unused]:
            del self._waiting[: self._unused]
            task = asyncio.ensure_future(_let_go(unused))
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)
        self._unused = len(self._waiting)
        if self._waiting:
            self._timer = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._look)

    async def close(self) -> None:
        """Give all of them back."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        waiting, self._waiting, self._unused = self._waiting, [], 0
        await _let_go(waiting)
        await asyncio.gather(*self._leaving)


async def _let_go(borrowed: list[PoolProxiedConnection]) -> None:
    """Give connections back to the pool with their transactions ended; where that fails, the pool makes another."""
    for each in borrowed:
        if driver := open_driver(each):
            settled = False
            try:
                await driver.settle()
                settled = True
            except ENDED:
                pass
            finally:
                if not settled:
                    driver.terminate()
                    await greenlet_spawn(each.invalidate)
        await greenlet_spawn(each.close)
