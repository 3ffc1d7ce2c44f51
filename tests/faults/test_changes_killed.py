"""Whoever is killed and whenever: every change has one event, and every event comes to every endpoint that wants it."""

from __future__ import annotations

import random

from tests.faults.house import House
from tests.faults.nemesis import KILLED, live_through, populate

KILLS = 8
CHANGES = 8


async def test_no_change_is_lost_doubled_or_told_to_another_tenant(place: House, seed: int) -> None:
    await populate(place)
    done = await live_through(place, random.Random(seed), KILLS, CHANGES)
    assert sum(done[name] for name in KILLED) == KILLS
