"""Live messages: what was relayed is published on Redis for those who listen now. Lost ones are read from the rows."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
import structlog
from redis.exceptions import RedisError

from domain.kernel.ids import external_id
from domain.kernel.live import channel_of
from domain.kernel.runtime import Runtime
from domain.kernel.wakes import LIMIT_SECONDS

log = structlog.get_logger(__name__)


def message_of(sequence: int, event: Any) -> bytes:
    """A live message: the event's number, type and what listeners filter by; the event itself is read by its number."""
    return orjson.dumps(
        {
            "sequence": sequence,
            "type": event.type,
            "event_id": external_id("event", event.id),
            "subject_type": event.subject_type,
            "subject_id": str(event.subject_id),
            "venture_id": None if event.venture_id is None else external_id("venture", event.venture_id),
            "category": event.category,
            "severity": event.severity,
        }
    )


async def publish(runtime: Runtime, tenant_id: UUID, events: Sequence[tuple[int, Any]]) -> None:
    """Publish what was relayed; gives up after a moment, and never fails."""
    if not events:
        return
    try:
        async with asyncio.timeout(LIMIT_SECONDS), runtime.wakes.client.pipeline(transaction=False) as pipeline:
            for sequence, event in events:
                pipeline.publish(channel_of(tenant_id), message_of(sequence, event))
            await pipeline.execute()
    except (RedisError, OSError, TimeoutError) as error:
        log.info("live messages not sent", error=type(error).__name__)
