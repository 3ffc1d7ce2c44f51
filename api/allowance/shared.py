"""Drawing from the buckets in Valkey: one small script, atomic there, on one key."""

from __future__ import annotations

import asyncio
from typing import Final

import structlog
from redis.exceptions import RedisError

from api.allowance.bucket import WINDOW, Bucket
from domain.kernel.wakes import Wakes

log = structlog.get_logger(__name__)

LONGEST_DRAW: Final = 0.2
"""Seconds after which a draw is given up."""
LONGEST_WAIT: Final = 0.005
"""Seconds that a request waits for a draw; one that comes later is kept for the next."""
PAUSE: Final = 1.0
"""Seconds between two tries while nobody answers."""

_SCRIPT: Final = """
local kept = redis.call('HMGET', KEYS[1], 'left', 'at')
local size, rate = tonumber(ARGV[2]), tonumber(ARGV[3])
local before = tonumber(kept[2] or ARGV[1])
local now = math.max(before, tonumber(ARGV[1]))
local left = math.min(size, tonumber(kept[1] or size) + (now - before) * rate)
local taken = 0
if left >= tonumber(ARGV[4]) then taken = math.floor(math.min(left, tonumber(ARGV[5]))) end
left = left - taken
redis.call('HSET', KEYS[1], 'left', tostring(left), 'at', string.format('%.6f', now))
redis.call('EXPIRE', KEYS[1], ARGV[6])
return {taken, string.format('%.3f', left)}
"""
"""Gives at least what is needed or nothing, and at most a slice. A clock that is behind does not turn back time."""


class SharedBuckets:
    """The buckets in Valkey. Where it is away, nobody waits: it is asked again in the background, once a second."""

    def __init__(self, wakes: Wakes) -> None:
        self._wakes = wakes
        self._draw = wakes.client.register_script(_SCRIPT)
        self._drawing: dict[str, asyncio.Task[bool]] = {}
        self._again_at = 0.0

    async def draw(self, bucket: Bucket, amount: int, now: float) -> bool:
        """Fill a bucket's stock up to the amount, or by a slice; False where no answer came in time.

        Draws from one bucket do not overlap. True says that an answer came, not that there was enough.
        """
        loop = asyncio.get_running_loop()
        if loop.time() < self._again_at:
            return False
        task = self._drawing.get(bucket.key)
        if task is None:
            task = self._wakes.start(self._drawn(bucket, amount, now))
            self._drawing[bucket.key] = task
            task.add_done_callback(lambda _: self._drawing.pop(bucket.key, None))
        bucket.waited_for += amount
        try:
            done, _ = await asyncio.wait((task,), timeout=LONGEST_WAIT)
        finally:
            bucket.waited_for -= amount
        return bool(done) and task.result()

    async def _drawn(self, bucket: Bucket, amount: int, now: float) -> bool:
        allowance = bucket.allowance
        given = [now, allowance.size, allowance.rate, bucket.needs(amount), bucket.draws(amount), WINDOW * 2]
        try:
            async with asyncio.timeout(LONGEST_DRAW):
                taken, left = await self._draw(keys=[bucket.key], args=given)
        except (RedisError, OSError, TimeoutError) as error:
            if self._again_at == 0.0:
                log.warning("rate limits are kept by each process for itself", error=type(error).__name__)
            self._again_at = asyncio.get_running_loop().time() + PAUSE
            bucket.forgive()
            return False
        self._again_at = 0.0
        bucket.drawn(int(taken), float(left), now)
        return True
