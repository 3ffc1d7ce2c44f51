"""Whoever is killed and whenever: every change has one event, and every event comes to every endpoint that wants it."""

from __future__ import annotations

import random

from tests.faults.house import House
from tests.faults.nemesis import Nemesis, live_through

KILLS = 8


async def test_no_change_is_lost_doubled_or_told_to_another_tenant(place: House, seed: int) -> None:
    await place.populate(workers=2, apis=2)
    nemesis = Nemesis(random.Random(seed), KILLS)
    await live_through(place, random.Random(seed), nemesis.strike, changes=8)
    assert nemesis.kills == KILLS
