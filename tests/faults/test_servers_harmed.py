"""Whatever befalls PostgreSQL, Valkey and the clock: nothing is lost or doubled, and the API lives on."""

from __future__ import annotations

import asyncio
import random

import pytest

from tests.faults.harms import OF_POSTGRES, OF_VALKEY, Harm, clock_jumping
from tests.faults.house import House
from tests.faults.nemesis import live_through

CHANGES = 4


@pytest.mark.parametrize("harm", OF_VALKEY)
async def test_without_a_sound_valkey_every_change_is_answered_and_told(place: House, seed: int, harm: Harm) -> None:
    await place.populate(workers=1, apis=1)
    lived = await live_through(place, random.Random(seed), harm, CHANGES)
    assert lived.unanswered == 0


@pytest.mark.parametrize("harm", OF_POSTGRES)
async def test_without_a_sound_postgresql_nothing_is_lost_and_the_api_lives(
    place: House, seed: int, harm: Harm
) -> None:
    await place.populate(workers=1, apis=1)

    async def harm_and_look(house: House) -> None:
        harming = asyncio.ensure_future(harm(house))
        while not harming.done():
            assert await house.answers(house.ports[0], "/livez")
        await harming

    await live_through(place, random.Random(seed), harm_and_look, CHANGES)


async def test_a_clock_that_jumps_by_hours_delays_and_neither_loses_nor_doubles(place: House, seed: int) -> None:
    await place.populate(workers=2, apis=1)
    lived = await live_through(place, random.Random(seed), clock_jumping, CHANGES)
    assert lived.unanswered == 0
