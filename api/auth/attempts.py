"""How often somebody has been wrong lately: counted in Redis for all processes, and in this one while Redis is away."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Final
from uuid import UUID

from redis.exceptions import RedisError

from domain.kernel.runtime import Runtime

_PATIENCE: Final = 0.2
_MOST_KEPT: Final = 10_000


class Attempts:
    """Wrong attempts of one kind: `most` of each person within a while."""

    def __init__(self, runtime: Runtime, kind: str, *, most: int, within: timedelta) -> None:
        self._runtime = runtime
        self._kind = kind
        self._most = most
        self._seconds = int(within.total_seconds())
        self._here: dict[UUID, list[float]] = {}

    async def spent(self, who: UUID) -> bool:
        """Whether they have been wrong too often to try again now."""
        if len(self._lately(who)) >= self._most:
            return True
        try:
            async with asyncio.timeout(_PATIENCE):
                counted = await self._runtime.wakes.client.get(self._key(who))
        except (RedisError, OSError, TimeoutError):
            return False
        return counted is not None and int(counted) >= self._most

    async def add(self, who: UUID) -> None:
        """They were wrong once more."""
        if len(self._here) >= _MOST_KEPT:
            self._here.clear()
        self._here[who] = [*self._lately(who), time.monotonic()]
        try:
            async with asyncio.timeout(_PATIENCE), self._runtime.wakes.client.pipeline(transaction=True) as both:
                both.incr(self._key(who))
                both.expire(self._key(who), self._seconds, nx=True)
                await both.execute()
        except (RedisError, OSError, TimeoutError):
            return

    def _lately(self, who: UUID) -> list[float]:
        since = time.monotonic() - self._seconds
        return [moment for moment in self._here.get(who, ()) if moment > since]

    def _key(self, who: UUID) -> str:
        return f"milepost:{self._kind}:{who.hex}"
