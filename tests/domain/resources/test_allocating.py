"""No resource is given away twice: one by one, at the same moment, by a change, out of the archive."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Conflict, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.commanding import Caller


class Giver(Caller):
    """The tenant's owner with a resource of ten people and a milestone to give them to."""

    venture_id: str
    resource_id: str
    milestone_id: str

    async def give(self, amount: int, start: str | None = None, end: str | None = None) -> str:
        """An allocation's external id; days are of January 2027."""
        days = {name: f"2027-01-{day}" for name, day in (("start_on", start), ("end_on", end)) if day}
        made = await self.make(
            "create_allocation", resource_id=self.resource_id, milestone_id=self.milestone_id, amount=amount, **days
        )
        return external_id("allocation", made)


@pytest.fixture
async def giver(runtime: Runtime, tenant: TestTenant) -> Giver:
    """See `Giver`."""
    made = Giver(runtime, tenant.principal())
    made.venture_id = await made.venture()
    made.milestone_id = await made.milestone(made.venture_id)
    given = {"venture_id": made.venture_id, "kind": "talent", "name": "Readers", "unit": "people", "amount": 10}
    made.resource_id = external_id("resource", await made.make("create_resource", **given))
    return made


async def refusal(asked: Any) -> Conflict:
    """What is refused."""
    with pytest.raises(Conflict) as refused:
        await asked
    return refused.value


async def test_on_no_day_more_is_given_than_there_is_and_the_refusal_names_days_and_excess(giver: Giver) -> None:
    assert "at all times" in (await refusal(giver.give(11))).message
    await giver.give(6, "01", "15")
    await giver.give(4, "10", "20")
    await giver.give(6, "16", "31")
    told = await refusal(giver.give(3, "12", "25"))
    (problem,) = told.problems
    assert problem.path == ("amount",)
    assert problem.message == (
        "from 2027-01-12 to 2027-01-20 the allocations of this resource would come to 13 people: "
        "3 more than the 10 that there are"
    )
    await giver.give(3, "21", "31")
    always = await refusal(giver.give(2))
    assert "would come to 12 people: 2 more" in always.message


async def test_what_has_no_period_counts_on_every_day(giver: Giver) -> None:
    await giver.give(8)
    assert "from 2027-01-05 on" in (await refusal(giver.give(3, "05"))).message
    assert "until 2027-01-05" in (await refusal(giver.give(3, None, "05"))).message
    await giver.give(2, "01", "31")


async def test_who_gives_at_the_same_moment_gives_no_more_than_there_is(giver: Giver) -> None:
    done = await asyncio.gather(*(giver.give(3, "01", "31") for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(one, str) for one in done) == 3
    assert all(isinstance(one, str | Conflict) for one in done)


async def test_giving_and_lessening_at_the_same_moment_leave_no_more_than_there_is(giver: Giver) -> None:
    lessened = giver.ask("update_resource", id=giver.resource_id, amount=4)
    done = await asyncio.gather(giver.give(3), giver.give(3), lessened, return_exceptions=True)
    refused = [one for one in done if isinstance(one, Conflict)]
    assert len(refused) == 1
    assert "more than the 4 that there are" in refused[0].message


async def test_a_change_a_return_from_the_archive_and_a_lesser_amount_are_held_to_it_as_well(giver: Giver) -> None:
    first = await giver.give(6, "01", "10")
    second = await giver.give(6, "11", "20")
    assert "on 2027-01-10" in (await refusal(giver.ask("update_allocation", id=second, start_on="2027-01-10"))).message
    await giver.ask("archive_allocation", id=first)
    await giver.ask("update_allocation", id=second, start_on="2027-01-05")
    assert "from 2027-01-05 to 2027-01-10" in (await refusal(giver.ask("restore_allocation", id=first))).message
    lesser = await refusal(giver.ask("update_resource", id=giver.resource_id, amount=5))
    assert lesser.problems[0].path == ("amount",)
    await giver.ask("update_resource", id=giver.resource_id, amount=None)
    await giver.ask("restore_allocation", id=first)
    over = await refusal(giver.ask("update_resource", id=giver.resource_id, amount=10))
    assert "2 more than the 10" in over.message


async def test_what_is_too_much_already_can_be_lessened_step_by_step(giver: Giver) -> None:
    await giver.ask("update_resource", id=giver.resource_id, amount=None)
    first, second = await giver.give(20), await giver.give(20)
    assert "40" in (await refusal(giver.ask("update_resource", id=giver.resource_id, amount=10))).message
    await giver.ask("update_allocation", id=first, amount=15)
    await giver.ask("update_allocation", id=second, start_on="2027-01-02", end_on="2027-01-03")
    await giver.ask("archive_allocation", id=second)
    await giver.ask("update_resource", id=giver.resource_id, amount=15)


async def test_what_is_given_belongs_to_one_venture_and_one_tenant(
    giver: Giver, runtime: Runtime, stranger: TestTenant
) -> None:
    other = await giver.milestone(await giver.venture("Borealis"))
    with pytest.raises(Invalid, match="venture of the resource"):
        await giver.ask("create_allocation", resource_id=giver.resource_id, milestone_id=other, amount=1)
    with pytest.raises(Invalid, match="must not be before start_on"):
        await giver.give(1, "05", "04")
    outside = Caller(runtime, stranger.principal())
    with pytest.raises(NotFound):
        await outside.ask("create_allocation", resource_id=giver.resource_id, milestone_id=giver.milestone_id, amount=1)
