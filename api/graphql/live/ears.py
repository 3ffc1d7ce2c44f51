"""Hearing that a tenant has news: one Redis connection a process, one channel a tenant.

What is heard only wakes: the events themselves are read from the table. So a lost message costs a moment, a repeated
one a look, and a wrong one nothing.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from uuid import UUID

import redis.asyncio as redis
import structlog
from redis.exceptions import RedisError

from domain.kernel.live import channel_of

SILENCE_SECONDS = 15.0
"""After so long a silence the connection is asked whether it is still there."""

log = structlog.get_logger(__name__)


class Ears:
    """Calls a tenant's function whenever there may be news: at each message, and when the channel is heard (again)."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client
        self._told: dict[bytes, Callable[[], None]] = {}
        self._pubsub: redis.client.PubSub | None = None
        self._hearing: asyncio.Task[None] | None = None
        self._sending: set[asyncio.Task[None]] = set()
        self.deaf = True
        "Whether Redis cannot be heard now."

    def listen(self, tenant_id: UUID, told: Callable[[], None]) -> None:
        """Hear a tenant's channel from now on. Returns at once."""
        channel = channel_of(tenant_id).encode()
        self._told[channel] = told
        if self._hearing is None:
            self._hearing = asyncio.create_task(self._hear())
        elif self._pubsub is not None:
            self._send(self._pubsub.subscribe(channel))

    def forget(self, tenant_id: UUID) -> None:
        """Stop to hear a tenant's channel."""
        channel = channel_of(tenant_id).encode()
        if self._told.pop(channel, None) is not None and self._pubsub is not None:
            self._send(self._pubsub.unsubscribe(channel))

    def _send(self, command: object) -> None:
        async def sent() -> None:
            try:
                await command  # type: ignore[misc]  # redis types its commands as one thing or another
            except (RedisError, OSError, RuntimeError) as error:
                log.debug("a channel was not changed", error=type(error).__name__)

        task = asyncio.create_task(sent())
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _hear(self) -> None:
        while True:
            try:
                async with self._client.pubsub() as self._pubsub:
                    await self._follow(self._pubsub)
            except (RedisError, OSError, TimeoutError) as error:
                if not self.deaf:
                    log.warning("live messages are not heard; events are looked for", error=type(error).__name__)
                self.deaf = True
            finally:
                self._pubsub = None
            await asyncio.sleep(random.uniform(0.3, 0.7))

    async def _follow(self, pubsub: redis.client.PubSub) -> None:
        if not self._told:
            return
        await pubsub.subscribe(*self._told)
        asked = False
        while True:
            message = await pubsub.get_message(timeout=SILENCE_SECONDS)
            if message is not None:
                asked = self.deaf = False
                if told := self._told.get(message["channel"]):
                    told()
            elif asked:
                raise ConnectionError("silent")
            elif not self._told:
                return
            else:
                await pubsub.ping()
                asked = True

    async def close(self) -> None:
        """Hear no more."""
        tasks = [*self._sending, *([self._hearing] if self._hearing else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._hearing = None
