"""Recording what was used of a pool: day by day, appended; a correction is one more row below zero."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.errors import Conflict, Invalid
from domain.kernel.ids import external_id
from domain.kernel.inputs import Day, IdOf, Input, Quantity, SignedMoney, Whole
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.resources.compute_tables import ComputePool, ComputeUse
from domain.resources.events import ComputeUseRecorded
from domain.tenancy.permissions import Action
from domain.tenancy.zone import today
from domain.ventures.belonging import get_of_venture

MOST: Final = 366
"""How many rows are recorded at once: a year by day."""
LARGEST: Final = Decimal(1_000_000_000)

MilestoneId = Annotated[UUID, IdOf("milestone")]


class OneUse(Input):
    """What was used on one day."""

    used_on: Day = Field(description="The day of it; not in the future.")
    hours: Annotated[Quantity, Field(ge=-LARGEST, le=LARGEST)] = Field(
        description="How many hours; below zero to correct what was recorded before.", examples=["96.5"]
    )
    runs: Annotated[Whole, Field(ge=-1_000_000, le=1_000_000)] | None = Field(
        None, description="How many trainings or evaluations ran in them.", examples=[3]
    )
    cost: Annotated[SignedMoney, Field(ge=-LARGEST, le=LARGEST)] | None = Field(
        None, description="What they cost, in the tenant's currency.", examples=["231.60"]
    )
    milestone_id: MilestoneId | None = Field(None, description="The milestone that they were used for.")


class RecordComputeUse(Input):
    """What was used of a pool."""

    compute_pool_id: Annotated[UUID, IdOf("compute_pool")] = Field(description="The pool.")
    uses: list[OneUse] = Field(description="The uses, in any order.", min_length=1, max_length=MOST)


@command(Action.RESOURCE_WRITE, returns={"compute_pool": "compute_pool"})
async def record_compute_use(work: Work, given: RecordComputeUse) -> Done:
    """Record what was used of a pool: up to 366 rows at once, all of them or none.

    Rows add up by day. None is ever changed: a wrong one is corrected by one below zero, and no day comes to less than
    nothing.
    """
    pool = await load_for_change(work, ComputePool, given.compute_pool_id, None, "compute_pool_id")
    latest = await today(work)
    known: set[UUID] = set()
    message = "the milestone must belong to the venture of the pool"
    for number, use in enumerate(given.uses):
        if use.milestone_id is not None and use.milestone_id not in known:
            path = ("uses", number, "milestone_id")
            await get_of_venture(work, Milestone, use.milestone_id, pool.venture_id, *path, message=message)
            known.add(use.milestone_id)
        if use.used_on > latest:
            raise Invalid.at("uses", number, "used_on", message=f"lies in the future: it is {latest} in your time zone")
    await _check_days(work, pool, given.uses)
    for use in given.uses:
        work.new(
            ComputeUse,
            compute_pool_id=pool.id,
            milestone_id=use.milestone_id,
            used_on=use.used_on,
            hours=use.hours,
            runs=use.runs,
            cost=use.cost,
            recorded_at=work.now,
            recorded_by=work.principal.member_id,
        )
    await work.flush()
    await _tell(work, pool, given.uses)
    return Done({"compute_pool": pool.id})


async def _check_days(work: Work, pool: ComputePool, uses: list[OneUse]) -> None:
    """No day may come to less than nothing."""
    total: dict[date, Decimal] = defaultdict(Decimal)
    taken = [use.used_on for use in uses if use.hours < 0]
    if not taken:
        return
    found = await work.session.execute(
        sa.select(col(ComputeUse.used_on), sa.func.sum(col(ComputeUse.hours)))
        .where(
            col(ComputeUse.tenant_id) == work.tenant_id,
            col(ComputeUse.compute_pool_id) == pool.id,
            col(ComputeUse.used_on) == sa.any_(sa.literal(sorted(set(taken)), sa.ARRAY(sa.Date))),
        )
        .group_by(col(ComputeUse.used_on))
    )
    total.update((day, hours) for day, hours in found)
    for use in uses:
        total[use.used_on] += use.hours
    for number, use in enumerate(uses):
        if use.hours < 0 and total[use.used_on] < 0:
            raise Conflict.at(
                "uses", number, "hours",
                message=f"takes back more than was recorded of {use.used_on}: it would come to {total[use.used_on]:f}",
            )  # fmt: skip


async def _tell(work: Work, pool: ComputePool, uses: list[OneUse]) -> None:
    mine = col(ComputeUse.tenant_id) == work.tenant_id, col(ComputeUse.compute_pool_id) == pool.id
    used: Decimal = (
        await work.session.execute(sa.select(sa.func.sum(col(ComputeUse.hours))).where(*mine))
    ).scalar_one()
    left = None if pool.hours_reserved is None else pool.hours_reserved - used
    data: ComputeUseRecorded = {
        "compute_pool_id": external_id("compute_pool", pool.id),
        "count": len(uses),
        "first_on": outward(min(use.used_on for use in uses)),
        "last_on": outward(max(use.used_on for use in uses)),
        "hours": outward(sum((use.hours for use in uses), Decimal(0)).quantize(used)),
        "hours_used": outward(used),
        "hours_left": outward(left),
    }
    subject = ("compute_pool", pool.id)
    work.emit("compute_pool.use_recorded", subject, data, scope=await work.scope_of(pool))
    work.record("compute_pool.use_recorded", subject, after=dict(data), venture_id=pool.venture_id)
