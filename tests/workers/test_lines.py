"""A station's line: everybody has a turn, and who has much to do leaves time to those who have little."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from uuid import UUID

import pytest

from domain.kernel.ids import uuid7
from workers import lines
from workers.lines import OTHERS_SECONDS, Line, Station

BUSY, OTHER = uuid7(), uuid7()


class Turns:
    """Turns that take time by a clock of their own; one tenant has more to do after each."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, taking: float) -> None:
        self.now = 1_000.0
        self.taking = taking
        self.served: list[UUID] = []
        self.enough = asyncio.Event()
        self.until = 0
        self.line = Line(Station("some", "work", frozenset(), self.turn))
        monkeypatch.setattr(lines, "time", SimpleNamespace(monotonic=lambda: self.now))

    async def turn(self, tenant_id: UUID) -> bool:
        await asyncio.sleep(0)
        self.served.append(tenant_id)
        self.now += self.taking if tenant_id == BUSY else 0.001
        if len(self.served) >= self.until:
            self.enough.set()
        return tenant_id == BUSY

    async def served_after(self, *tenants: UUID, until: int) -> list[UUID]:
        """Who is served next, when these come."""
        self.enough.clear()
        self.served.clear()
        self.until = until
        for tenant_id in tenants:
            self.line.add(tenant_id)
        async with asyncio.timeout(10):
            await self.enough.wait()
        return self.served.copy()


async def test_who_has_more_to_do_goes_on_at_once_where_nobody_else_is(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, stop = Turns(monkeypatch, taking=60), asyncio.Event()
    serving = asyncio.create_task(turns.line.serve(stop))
    assert await turns.served_after(BUSY, until=4) == [BUSY] * 4
    stop.set()
    await serving


async def test_who_has_more_to_do_leaves_others_as_much_time_as_its_turn_took(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, stop = Turns(monkeypatch, taking=OTHERS_SECONDS / 2), asyncio.Event()
    serving = asyncio.create_task(turns.line.serve(stop))
    assert await turns.served_after(OTHER, BUSY, until=2) == [OTHER, BUSY]
    for _ in range(20):  # long before the half second is over by the loop's clock
        assert await turns.served_after(BUSY, OTHER, until=1) == [OTHER]
    assert await turns.served_after(until=1) == [BUSY]
    stop.set()
    await serving


async def test_others_that_were_served_long_ago_hold_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, stop = Turns(monkeypatch, taking=2 * OTHERS_SECONDS), asyncio.Event()
    serving = asyncio.create_task(turns.line.serve(stop))
    assert await turns.served_after(OTHER, BUSY, until=4) == [OTHER, BUSY, BUSY, BUSY]
    stop.set()
    await serving
