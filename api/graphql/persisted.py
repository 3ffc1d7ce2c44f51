"""Automatic persisted queries: a client sends a hash, and the text only where nobody knows it. A cache, never a list.

Texts are kept for each tenant by itself, in this process and in Valkey, and are forgotten there a day after the last
was added. They are not trusted by that, and nothing here can make them so.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Any, Final
from uuid import UUID

from redis.exceptions import RedisError

from domain.documents.manifests import sha256_of
from domain.kernel.runtime import Runtime

LONGEST_WAIT: Final = 0.05
"""Seconds that a request waits for Valkey before the client is asked for the text."""
LONGEST_TEXT: Final = 50_000
"""Longer documents are run and not kept."""
MOST_KEPT: Final = 500
"""Texts of one tenant; one more, and they are all forgotten, for clients to send them again."""
_DAY: Final = 86_400
_MOST_HERE: Final = 1_000

_KEEP: Final = """
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then redis.call('DEL', KEYS[1]) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
"""


class PersistedQueries:
    """The texts that clients have sent, by tenant and hash."""

    def __init__(self, runtime: Runtime) -> None:
        self._wakes = runtime.wakes
        self._keep = runtime.wakes.client.register_script(_KEEP)
        self._kept: OrderedDict[tuple[UUID, str], str] = OrderedDict()

    async def find(self, tenant_id: UUID, hash: str) -> str | None:
        """The text of a hash that the tenant's clients have sent before, if it is still known."""
        if (kept := self._kept.get((tenant_id, hash))) is not None:
            return kept
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                found: Any = await self._wakes.start(self._sought(tenant_id, hash))
        except TimeoutError:
            return None
        if found is None:
            return None
        text = str(found.decode())
        if sha256_of(text) != hash:  # whatever stands in Valkey is nobody's word but the hash's
            return None
        self._remember(tenant_id, hash, text)
        return text

    def keep(self, tenant_id: UUID, hash: str, text: str) -> None:
        """Keep a text that was read and found valid. Returns at once; where Valkey is away, this process knows it."""
        if (tenant_id, hash) in self._kept or len(text.encode()) > LONGEST_TEXT:
            return
        self._remember(tenant_id, hash, text)
        self._wakes.start(self._stored(tenant_id, hash, text))

    def _remember(self, tenant_id: UUID, hash: str, text: str) -> None:
        self._kept[tenant_id, hash] = text
        if len(self._kept) > _MOST_HERE:
            self._kept.popitem(last=False)

    async def _sought(self, tenant_id: UUID, hash: str) -> Any:
        try:
            return await self._wakes.client.hget(_key(tenant_id), hash)
        except (RedisError, OSError):
            return None

    async def _stored(self, tenant_id: UUID, hash: str, text: str) -> None:
        try:
            async with asyncio.timeout(1):
                await self._keep(keys=[_key(tenant_id)], args=[hash, text, MOST_KEPT, _DAY])
        except (RedisError, OSError, TimeoutError):
            return


def _key(tenant_id: UUID) -> str:
    return f"milepost:persisted:{tenant_id.hex}"
