"""Webhook endpoints with how they do, and a test event whose result is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.rest.answering import Seen
from api.rest.operation import Call
from api.rest.rows import Rows
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import outward
from domain.webhooks.breaker import state_of
from domain.webhooks.tables import Attempt, Delivery, EndpointHealth, Signing

PATIENCE: Final = 4.0
"""Seconds for which the result of a test event is waited for."""

LOOKS: Final = (0.05, 0.1, 0.15, 0.2, 0.25)
"""Pauses between looks; the last one goes on."""

MOST_WAITING: Final = 32
"""Requests of a process that wait at one time; further ones are answered at once."""


class Endpoints(Rows):
    """Reads endpoints, each with its health."""

    async def seen_all(self, call: Call, rows: Sequence[Any]) -> list[Seen]:
        """Endpoints as JSON shows them."""
        health = {row.id: row for row in await self.select(call, _health_of(call, [row.id for row in rows]))}
        return [self._with_health(call, row, health.get(row.id)) for row in rows]

    def _with_health(self, call: Call, row: Any, health: Any) -> Seen:
        since, not_before, success = (
            (None, None, None) if health is None else (health.failing_since, health.not_before, health.last_success_at)
        )
        now = call.runtime.clock.now()
        return self.seen(row) | {
            "concurrency": row.concurrency or 4,
            "ordered": bool(row.ordered),
            "signing": str(row.signing or Signing.HMAC),
            "state": str(state_of(row.enabled, since, not_before, now)),
            "failing_since": outward(since),
            "last_success_at": outward(success),
            "not_before": outward(not_before),
        }


def _health_of(call: Call, ids: list[UUID]) -> sa.Select[Any]:
    return sa.select(EndpointHealth).where(
        col(EndpointHealth.tenant_id) == call.principal.tenant_id, col(EndpointHealth.id).in_(ids)
    )


class TestResults:
    """Waits for what comes of test events, without holding anything but the request."""

    __test__ = False

    def __init__(self, reader: Rows) -> None:
        self._reader = reader
        self._waiting = 0

    async def of(self, call: Call, event_id: str | None) -> dict[str, Any]:
        """What came of a test event: `pending` where that takes longer, or too many wait."""
        result: dict[str, Any] = {"event_id": event_id, "delivery_id": None, "state": "pending"}
        result |= {"status": None, "latency_ms": None, "error": None}
        if event_id is None or self._waiting >= MOST_WAITING:
            return result
        self._waiting += 1
        try:
            async with asyncio.timeout(PATIENCE):
                return result | await self._result(call, parse_id("event", event_id))
        except TimeoutError:
            return result
        finally:
            self._waiting -= 1

    async def _result(self, call: Call, event_id: UUID) -> dict[str, Any]:
        look = 0
        while True:
            await asyncio.sleep(LOOKS[min(look, len(LOOKS) - 1)])
            look += 1
            found = await self._look(call, event_id)
            if found is not None:
                return found

    async def _look(self, call: Call, event_id: UUID) -> dict[str, Any] | None:
        tenant_id = call.principal.tenant_id
        deliveries = sa.select(col(Delivery.id)).where(
            col(Delivery.tenant_id) == tenant_id, col(Delivery.event_id) == event_id
        )
        attempts = await self._reader.select(
            call,
            sa.select(Attempt)
            .where(col(Attempt.tenant_id) == tenant_id, col(Attempt.delivery_id).in_(deliveries))
            .order_by(col(Attempt.id).desc())
            .limit(1),
        )
        if not attempts:
            return None
        (attempt,) = attempts
        arrived = attempt.error is None and attempt.status is not None and 200 <= attempt.status < 300
        return {
            "delivery_id": external_id("delivery", attempt.delivery_id),
            "state": "delivered" if arrived else "failed",
            "status": attempt.status,
            "latency_ms": attempt.latency_ms,
            "error": attempt.error,
        }
