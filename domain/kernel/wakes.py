"""Wake-ups: after a commit, workers are told over Redis which tenant has what to do. A lost one only costs time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any, TypeVar
from uuid import UUID

import redis.asyncio as redis
import structlog
from redis.exceptions import RedisError

CHANNEL = "milepost:wake"
LIMIT_SECONDS = 0.2

T = TypeVar("T")
log = structlog.get_logger(__name__)


class Wakes:
    """Publishes and hears wake-ups. Redis may be away: publishing gives up after 200 ms, hearing tries again."""

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(url, socket_connect_timeout=LIMIT_SECONDS, socket_timeout=None)
        self._using: set[asyncio.Task[Any]] = set()
        self._away = False

    @property
    def client(self) -> redis.Redis:
        """The Redis client, for caches and limits."""
        return self._client

    def wake(self, kind: str, tenant_id: UUID) -> None:
        """Tell the workers of `kind` that the tenant has work. Returns at once and never fails."""
        self.start(self._publish(f"{kind}:{tenant_id.hex}"))

    def start(self, use: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin something short that uses the client, and see it end before the connections are closed."""
        task = asyncio.get_running_loop().create_task(use)
        self._using.add(task)
        task.add_done_callback(self._using.discard)
        return task

    async def _publish(self, message: str) -> None:
        try:
            async with asyncio.timeout(LIMIT_SECONDS):
                await self._client.publish(CHANNEL, message)
                self._away = False
        except (RedisError, OSError, TimeoutError) as error:
            self._note_away(error)

    async def heard(self) -> AsyncIterator[tuple[str, UUID]]:
        """Every wake-up as (kind, tenant), until cancelled. Reconnects by itself."""
        while True:
            try:
                async with self._client.pubsub() as subscription:
                    await subscription.subscribe(CHANNEL)
                    self._away = False
                    async for message in subscription.listen():
                        if message["type"] == "message":
                            kind, _, tenant = message["data"].decode().partition(":")
                            yield kind, UUID(hex=tenant)
            except (RedisError, OSError, ValueError) as error:
                self._note_away(error)
                await asyncio.sleep(1)

    def _note_away(self, error: Exception) -> None:
        """Logged once, and not at every try."""
        if not self._away:
            log.warning("no wake-ups; workers look by themselves", error=type(error).__name__)
        self._away = True

    async def close(self) -> None:
        """Let what is under way end, and close the connections."""
        await asyncio.gather(*self._using, return_exceptions=True)
        await self._client.aclose()
