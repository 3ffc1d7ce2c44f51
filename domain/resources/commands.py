"""What can be asked of resources and allocations."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, Title, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.resources.tables import Allocation, Resource, ResourceKind
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

ResourceId = Annotated[UUID, IdOf("resource")]
AllocationId = Annotated[UUID, IdOf("allocation")]
VentureId = Annotated[UUID, IdOf("venture")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
MemberId = Annotated[UUID, IdOf("member")]
Amount = Annotated[Quantity, Field(ge=0)]
Share = Annotated[Quantity, Field(gt=0)]


class CreateResource(Input):
    """Something a venture uses."""

    venture_id: VentureId = Field(description="The venture that uses it.")
    kind: ResourceKind = Field(description="Which of the four kinds it is.")
    name: Title = Field(description="Name of the resource.", examples=["Seed round"])
    description: LongText | None = Field(None, description="What it is.")
    amount: Amount | None = Field(None, description="How much of it there is.")
    unit: Title | None = Field(None, description="Unit of the amount, or an ISO 4217 currency for funding.")
    channel: Title | None = Field(None, description="How it is obtained.")
    expires_on: Day | None = Field(None, description="Until when it can be used.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class UpdateResource(Change):
    """Changes to a resource: what is left out stays, null clears."""

    id: ResourceId = Field(description="The resource.")
    name: Title = may_be_left_out("Name of the resource.")
    description: LongText | None = Field(None, description="What it is.")
    amount: Amount | None = Field(None, description="How much of it there is.")
    unit: Title | None = Field(None, description="Unit of the amount, or an ISO 4217 currency for funding.")
    channel: Title | None = Field(None, description="How it is obtained.")
    expires_on: Day | None = Field(None, description="Until when it can be used.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class CreateAllocation(Input):
    """How much of a resource goes to a milestone."""

    resource_id: ResourceId = Field(description="The resource.")
    milestone_id: MilestoneId = Field(description="The milestone of the same venture.")
    amount: Share = Field(description="How much, in the resource's unit.", examples=["1200"])
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day.")
    note: LongText | None = Field(None, description="What for.")


class UpdateAllocation(Change):
    """Changes to an allocation: what is left out stays, null clears."""

    id: AllocationId = Field(description="The allocation.")
    amount: Share = may_be_left_out("How much, in the resource's unit.")
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day.")
    note: LongText | None = Field(None, description="What for.")


@command(Action.RESOURCE_WRITE, returns={"resource": "resource"}, creates=True)
async def create_resource(work: Work, given: CreateResource) -> Done:
    """Add a resource to a venture."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(Resource, **given.sent())
    return Done({"resource": row.id})


@command(Action.RESOURCE_WRITE, returns={"resource": "resource"})
async def update_resource(work: Work, given: UpdateResource) -> Done:
    """Change a resource."""
    row = await load_for_change(work, Resource, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    apply(row, given.sent("id", "expected_version"))
    return Done({"resource": row.id})


@command(Action.RESOURCE_WRITE, returns={"allocation": "allocation"}, creates=True)
async def create_allocation(work: Work, given: CreateAllocation) -> Done:
    """Allocate a resource to a milestone of its venture."""
    resource = await work.get(Resource, given.resource_id, "resource_id", archived=False)
    message = "the milestone must belong to the venture of the resource"
    milestone = await get_of_venture(
        work, Milestone, given.milestone_id, resource.venture_id, "milestone_id", message=message
    )
    _check_period(given.start_on, given.end_on)
    row = work.new(
        Allocation,
        venture_id=resource.venture_id,
        resource_id=resource.id,
        milestone_id=milestone.id,
        amount=given.amount,
        start_on=given.start_on,
        end_on=given.end_on,
        note=given.note,
    )
    return Done({"allocation": row.id})


@command(Action.RESOURCE_WRITE, returns={"allocation": "allocation"})
async def update_allocation(work: Work, given: UpdateAllocation) -> Done:
    """Change an allocation."""
    row = await load_for_change(work, Allocation, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    _check_period(row.start_on, row.end_on)
    return Done({"allocation": row.id})


def _check_period(start: date | None, end: date | None) -> None:
    if start is not None and end is not None and end < start:
        raise Invalid.at("end_on", message="ends before it begins: end_on must not be before start_on")


archiving_commands(Resource, Action.RESOURCE_WRITE, __name__)
archiving_commands(Allocation, Action.RESOURCE_WRITE, __name__)
