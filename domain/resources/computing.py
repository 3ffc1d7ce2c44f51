"""What can be asked of pools of computing time, and of what milestones need of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Quantity, Title, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.resources.compute_tables import Accelerator, ComputeForecast, ComputePool
from domain.resources.detailing import resource_for
from domain.resources.tables import ResourceKind
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture

LARGEST: Final = Decimal(1_000_000_000_000)

ComputePoolId = Annotated[UUID, IdOf("compute_pool")]
ResourceId = Annotated[UUID, IdOf("resource")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
Hours = Annotated[Quantity, Field(ge=0, le=LARGEST)]
Price = Annotated[Money, Field(le=LARGEST)]
Planned = Annotated[Price, Field(gt=0)]

_ACCELERATOR = "What computes."
_VENDOR = "Who provides it."
_MODEL = "The model of the accelerator."
_RESERVED = "How many hours there are in all, of one accelerator each."
_PRICE = "What an hour costs, in the tenant's currency; 0 or null: nothing is paid for the reservation."
_PLANNED = (
    "What a training or an evaluation is planned to cost, in the tenant's currency; what runs cost is held to it."
)
_STARTS = "First day of the contract."
_ENDS = "Last day of the contract."


class CreateComputePool(Input):
    """Hours of accelerators at a vendor."""

    resource_id: ResourceId = Field(description="The resource, of the kind technology.")
    accelerator: Accelerator = Field(description=_ACCELERATOR)
    vendor: Title = Field(description=_VENDOR, examples=["Nordic Cloud"])
    model: Title | None = Field(None, description=_MODEL, examples=["H100"])
    hours_reserved: Hours | None = Field(None, description=_RESERVED, examples=["24000"])
    cost_per_hour: Price | None = Field(None, description=_PRICE, examples=["2.40"])
    planned_cost_per_run: Planned | None = Field(None, description=_PLANNED, examples=["80.00"])
    starts_on: Day | None = Field(None, description=_STARTS)
    contract_ends_on: Day | None = Field(None, description=_ENDS)


class UpdateComputePool(Change):
    """Changes to a pool: what is left out stays, null clears."""

    id: ComputePoolId = Field(description="The pool.")
    accelerator: Accelerator = may_be_left_out(_ACCELERATOR)
    vendor: Title = may_be_left_out(_VENDOR)
    model: Title | None = Field(None, description=_MODEL)
    hours_reserved: Hours | None = Field(None, description=_RESERVED)
    cost_per_hour: Price | None = Field(None, description=_PRICE)
    planned_cost_per_run: Planned | None = Field(None, description=_PLANNED)
    starts_on: Day | None = Field(None, description=_STARTS)
    contract_ends_on: Day | None = Field(None, description=_ENDS)


class CreateComputeForecast(Input):
    """What a milestone needs of a pool."""

    compute_pool_id: ComputePoolId = Field(description="The pool.")
    milestone_id: MilestoneId = Field(description="The milestone of the same venture.")
    hours: Hours = Field(description="How many hours it needs in all, used ones among them.", examples=["3600"])
    note: LongText | None = Field(None, description="What for, and how it was estimated.")


class UpdateComputeForecast(Change):
    """Changes to what a milestone needs: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("compute_forecast")] = Field(description="The forecast.")
    hours: Hours = may_be_left_out("How many hours it needs in all, used ones among them.")
    note: LongText | None = Field(None, description="What for, and how it was estimated.")


@command(Action.RESOURCE_WRITE, returns={"compute_pool": "compute_pool"}, creates=True)
async def create_compute_pool(work: Work, given: CreateComputePool) -> Done:
    """Say what computing time a technology resource is."""
    resource = await resource_for(work, ComputePool, given.resource_id, ResourceKind.TECHNOLOGY)
    check_in_order(given.starts_on, given.contract_ends_on, "contract_ends_on", "starts_on")
    row = work.new(ComputePool, venture_id=resource.venture_id, **given.sent())
    return Done({"compute_pool": row.id})


@command(Action.RESOURCE_WRITE, returns={"compute_pool": "compute_pool"})
async def update_compute_pool(work: Work, given: UpdateComputePool) -> Done:
    """Change a pool of computing time."""
    row = await load_for_change(work, ComputePool, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.starts_on, row.contract_ends_on, "contract_ends_on", "starts_on")
    return Done({"compute_pool": row.id})


@command(Action.RESOURCE_WRITE, returns={"compute_forecast": "compute_forecast"}, creates=True)
async def create_compute_forecast(work: Work, given: CreateComputeForecast) -> Done:
    """Say how many hours of a pool a milestone will need: once for each milestone."""
    pool = await work.get(ComputePool, given.compute_pool_id, "compute_pool_id", archived=False)
    message = "the milestone must belong to the venture of the pool"
    await get_of_venture(work, Milestone, given.milestone_id, pool.venture_id, "milestone_id", message=message)
    row = work.new(ComputeForecast, venture_id=pool.venture_id, **given.sent())
    return Done({"compute_forecast": row.id})


@command(Action.RESOURCE_WRITE, returns={"compute_forecast": "compute_forecast"})
async def update_compute_forecast(work: Work, given: UpdateComputeForecast) -> Done:
    """Change how many hours of a pool a milestone will need."""
    row = await load_for_change(work, ComputeForecast, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"compute_forecast": row.id})


archiving_commands(ComputePool, Action.RESOURCE_WRITE, __name__)
archiving_commands(ComputeForecast, Action.RESOURCE_WRITE, __name__)
