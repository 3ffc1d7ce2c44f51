"""Giving resources to milestones: never more at once than there is, whoever else gives away at the same moment.

What holds over several allocations is held behind the resource's guard: whoever would give away more, or leave less to
be given, takes it first and then reads what others have given by then.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Conflict
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, may_be_left_out
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.resources.allotting import Share, over_allocated, worst
from domain.resources.tables import Allocation, Resource
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture

MOST: Final = 1_000
"""How many allocations in use a resource may have."""

ResourceId = Annotated[UUID, IdOf("resource")]
AllocationId = Annotated[UUID, IdOf("allocation")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
Part = Annotated[Quantity, Field(gt=0)]


class CreateAllocation(Input):
    """How much of a resource goes to a milestone, in which period."""

    resource_id: ResourceId = Field(description="The resource.")
    milestone_id: MilestoneId = Field(description="The milestone of the same venture.")
    amount: Part = Field(
        description="How much, in the resource's unit. On no day may all allocations of the resource come to more than "
        "its amount.",
        examples=["1200"],
    )
    start_on: Day | None = Field(None, description="First day; left out, it counts from the beginning.")
    end_on: Day | None = Field(None, description="Last day; left out, it counts without end.")
    note: LongText | None = Field(None, description="What for.")


class UpdateAllocation(Change):
    """Changes to an allocation: what is left out stays, null clears."""

    id: AllocationId = Field(description="The allocation.")
    amount: Part = may_be_left_out("How much, in the resource's unit.")
    start_on: Day | None = Field(None, description="First day; null: from the beginning.")
    end_on: Day | None = Field(None, description="Last day; null: without end.")
    note: LongText | None = Field(None, description="What for.")


@command(Action.RESOURCE_WRITE, returns={"allocation": "allocation"}, creates=True)
async def create_allocation(work: Work, given: CreateAllocation) -> Done:
    """Allocate a resource to a milestone of its venture, as long as its amount is not exceeded on any day."""
    resource = await work.get(Resource, given.resource_id, "resource_id", archived=False)
    message = "the milestone must belong to the venture of the resource"
    await get_of_venture(work, Milestone, given.milestone_id, resource.venture_id, "milestone_id", message=message)
    check_in_order(given.start_on, given.end_on, "end_on", "start_on")
    row = work.new(Allocation, venture_id=resource.venture_id, **given.sent())
    await hold_allocations(work, resource.id, "amount")
    return Done({"allocation": row.id})


@command(Action.RESOURCE_WRITE, returns={"allocation": "allocation"})
async def update_allocation(work: Work, given: UpdateAllocation) -> Done:
    """Change an allocation, as long as the resource's amount is not exceeded on any day."""
    row = await load_for_change(work, Allocation, given.id, given.expected_version)
    former = Share(row.amount, row.start_on, row.end_on)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.start_on, row.end_on, "end_on", "start_on")
    if not Share(row.amount, row.start_on, row.end_on).is_within(former):
        await hold_allocations(work, row.resource_id, "amount")
    return Done({"allocation": row.id})


async def hold_allocations(work: Work, resource_id: UUID, *path: str | int) -> None:
    """Hold the resource's allocations, with what is pending here, to its amount; until the end nobody else adds any.

    Raises `Conflict` at `path`, naming the worst period and by how much the amount is exceeded.
    """
    await work.guard(f"allocations:{resource_id.hex}")
    await work.flush()
    mine = col(Allocation.tenant_id) == work.tenant_id
    given = await work.session.execute(
        sa.select(col(Allocation.amount), col(Allocation.start_on), col(Allocation.end_on))
        .where(mine, col(Allocation.resource_id) == resource_id, col(Allocation.archived_at).is_(None))
        .limit(MOST + 1)
    )
    shares = [Share(amount, start_on, end_on) for amount, start_on, end_on in given]
    if len(shares) > MOST:
        raise Conflict.at(*path, message=f"the resource has {MOST} allocations; archive some of them first")
    found = await work.session.execute(
        sa.select(col(Resource.amount), col(Resource.unit)).where(
            col(Resource.tenant_id) == work.tenant_id, col(Resource.id) == resource_id
        )
    )
    amount, unit = found.one()
    if amount is None:
        return
    period = worst(over_allocated(amount, shares))
    if period is not None:
        of = f" {unit}" if unit else ""
        raise Conflict.at(
            *path,
            message=f"{period.words} the allocations of this resource would come to {_plain(period.allocated)}{of}: "
            f"{_plain(period.allocated - amount)} more than the {_plain(amount)} that there are",
        )


def _plain(amount: Decimal) -> str:
    """The number without zeros at its end."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@when_restored
async def _restored(work: Work, row: Entity) -> None:
    """A restored allocation counts again."""
    if isinstance(row, Allocation):
        await hold_allocations(work, row.resource_id, "id")


archiving_commands(Allocation, Action.RESOURCE_WRITE, __name__)
