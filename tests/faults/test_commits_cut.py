"""The connection breaks between a COMMIT and its answer: nobody knows whether it is done, and it is done once."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from tests.faults.cutting import Cut, Wire, wire
from tests.faults.house import House
from tests.faults.nemesis import live_through
from tests.workers.conftest import rows

CUTS = 15


@pytest.fixture
async def cutting(place: House) -> AsyncIterator[Wire]:
    """The wire over which the processes of the place reach PostgreSQL."""
    async with wire(place.cluster.postgres.socket) as made:
        yield made
        await place.end_processes()


def over(cutting: Wire, place: House) -> str:
    return cutting.url("milepost_app", place.name)


@pytest.mark.parametrize("cut", Cut)
async def test_a_lost_answer_is_told_as_busy_and_the_same_key_makes_it_once(
    place: House, cutting: Wire, cut: Cut
) -> None:
    await place.start("api", MILEPOST_DATABASE_URL=over(cutting, place))
    household = await place.settle_in()
    for key in ({"Idempotency_Key": uuid4().hex}, {}):
        name = f"cut {uuid4().hex}"
        cutting.marked[name.encode()] = cut
        answered = await place.rest(household, "POST", "ventures", {"name": name}, **key)  # type: ignore[arg-type]
        told = answered.json()
        assert (answered.status_code, told["code"], answered.headers["retry-after"]) == (503, "BUSY", "1"), told
        there = "SELECT count(*) AS ventures FROM venture WHERE tenant_id = $1 AND name = $2"
        [found] = await rows(place.runtime, household.tenant, there, household.id, name)
        assert found["ventures"] == (cut is Cut.AFTER)
        if key:
            again = await place.rest(household, "POST", "ventures", {"name": name}, **key)
            assert again.status_code == 201
            assert ("idempotency-replayed" in again.headers) == (cut is Cut.AFTER)
            events = "SELECT count(*) AS events FROM event WHERE tenant_id = $1 AND data ->> 'name' = $2"
            [found] = await rows(place.runtime, household.tenant, events, household.id, name)
            assert found["events"] == 1
    assert cutting.cuts == 2


async def test_no_lost_answer_of_an_api_or_worker_loses_or_doubles_a_change(
    place: House, cutting: Wire, seed: int
) -> None:
    await place.populate(workers=1, apis=1, MILEPOST_DATABASE_URL=over(cutting, place))
    dice = random.Random(seed)
    cutting.at_random = lambda: dice.choices([None, Cut.BEFORE, Cut.AFTER], [6, 1, 1])[0]

    def heal() -> None:
        cutting.at_random = lambda: None

    async def none_but_cuts(house: House) -> None:
        await house.until(lambda: cutting.cuts >= CUTS)

    await live_through(place, dice, none_but_cuts, 1, heal)
