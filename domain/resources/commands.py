"""What can be asked of resources."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, Title, may_be_left_out
from domain.kernel.work import Work
from domain.resources.allocating import hold_allocations
from domain.resources.tables import Resource, ResourceKind
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

ResourceId = Annotated[UUID, IdOf("resource")]
VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
Amount = Annotated[Quantity, Field(ge=0)]


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


@command(Action.RESOURCE_WRITE, returns={"resource": "resource"}, creates=True)
async def create_resource(work: Work, given: CreateResource) -> Done:
    """Add a resource to a venture."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(Resource, **given.sent())
    return Done({"resource": row.id})


@command(Action.RESOURCE_WRITE, returns={"resource": "resource"})
async def update_resource(work: Work, given: UpdateResource) -> Done:
    """Change a resource. There must not be less of it than is allocated on any day."""
    row = await load_for_change(work, Resource, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    former = row.amount
    apply(row, given.sent("id", "expected_version"))
    if row.amount is not None and (former is None or row.amount < former):
        await hold_allocations(work, row.id, "amount")
    return Done({"resource": row.id})


archiving_commands(Resource, Action.RESOURCE_WRITE, __name__)
