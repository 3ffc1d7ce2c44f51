"""What can be asked of milestones and their dependencies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Quantity, Title, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.dependencies import find_cycle
from domain.milestones.tables import Dependency, DependencyKind, Milestone, MilestoneStatus
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MilestoneId = Annotated[UUID, IdOf("milestone")]
VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
DependencyId = Annotated[UUID, IdOf("dependency")]
Percent = Annotated[Whole, Field(ge=0, le=100)]
LagDays = Annotated[Whole, Field(ge=-1000, le=1000)]
Budget = Annotated[Money, Field(le=1_000_000_000_000)]
WorkingDays = Annotated[Quantity, Field(ge=0, le=10_000)]


class Estimate(Input):
    """Three points of a duration, in working days."""

    optimistic: WorkingDays = Field(description="If all goes well.", examples=["5"])
    likely: WorkingDays = Field(description="Most likely.", examples=["8"])
    pessimistic: WorkingDays = Field(description="If much goes wrong.", examples=["17"])


class CreateMilestone(Input):
    """A new milestone."""

    venture_id: VentureId = Field(description="The venture.")
    title: Title = Field(description="What is to be reached.", examples=["Prototype answers ten questions"])
    description: LongText | None = Field(None, description="More about it.")
    status: MilestoneStatus = Field(MilestoneStatus.PLANNED, description="Where it stands.")
    key: bool = Field(False, description="A key milestone gets a review.")
    start_on: Day | None = Field(None, description="When work on it begins.")
    due_on: Day | None = Field(None, description="When it is due.")
    review_on: Day | None = Field(None, description="Date of its review; left out, five working days before it is due.")
    percent_complete: Percent = Field(0, description="How much is done, in percent.")
    estimate: Estimate | None = Field(None, description="Three points of its duration.")
    budget: Budget | None = Field(None, description="What it may cost, in the tenant's currency.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class UpdateMilestone(Change):
    """Changes to a milestone: what is left out stays, null clears."""

    id: MilestoneId = Field(description="The milestone.")
    title: Title = may_be_left_out("What is to be reached.")
    description: LongText | None = Field(None, description="More about it.")
    status: MilestoneStatus = may_be_left_out("Where it stands.")
    key: bool = may_be_left_out("A key milestone gets a review.")
    start_on: Day | None = Field(None, description="When work on it begins.")
    due_on: Day | None = Field(None, description="When it is due.")
    review_on: Day | None = Field(None, description="Date of its review.")
    percent_complete: Percent = may_be_left_out("How much is done, in percent.")
    estimate: Estimate | None = Field(None, description="Three points of its duration.")
    budget: Budget | None = Field(None, description="What it may cost, in the tenant's currency.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")


class AddDependency(Input):
    """One milestone depends on another."""

    predecessor_id: MilestoneId = Field(description="The milestone that comes first.")
    successor_id: MilestoneId = Field(description="The milestone that depends on it.")
    kind: DependencyKind = Field(
        DependencyKind.FINISH_TO_START, description="Which end of the first holds which end of the second."
    )
    lag_days: LagDays = Field(0, description="Working days between the two; may be negative.")


@command(Action.MILESTONE_WRITE, returns={"milestone": "milestone"}, creates=True)
async def create_milestone(work: Work, given: CreateMilestone) -> Done:
    """Add a milestone to a venture. Its first dates are its baseline."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    row = work.new(
        Milestone,
        **given.sent("estimate"),
        **_three_points(given.estimate),
        baseline_start_on=given.start_on,
        baseline_due_on=given.due_on,
        completed_on=work.now.date() if given.status is MilestoneStatus.DONE else None,
    )
    _check_dates(row.start_on, row.due_on)
    return Done({"milestone": row.id})


@command(Action.MILESTONE_WRITE, returns={"milestone": "milestone"})
async def update_milestone(work: Work, given: UpdateMilestone) -> Done:
    """Change a milestone; the first due date that it is given becomes its baseline."""
    row = await load_for_change(work, Milestone, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    changes = given.sent("id", "expected_version", "estimate")
    if "estimate" in given.model_fields_set:
        changes |= _three_points(given.estimate)
    if "status" in changes and changes["status"] is not row.status:
        changes["completed_on"] = work.now.date() if changes["status"] is MilestoneStatus.DONE else None
    apply(row, changes)
    if row.baseline_due_on is None and row.due_on is not None:
        apply(row, {"baseline_start_on": row.start_on, "baseline_due_on": row.due_on})
    _check_dates(row.start_on, row.due_on)
    return Done({"milestone": row.id})


@command(Action.MILESTONE_WRITE, returns={"dependency": "dependency"}, creates=True)
async def add_dependency(work: Work, given: AddDependency) -> Done:
    """Let a milestone depend on another one of its venture. A circle is refused and spelt out."""
    first = await work.get(Milestone, given.predecessor_id, "predecessor_id", archived=False)
    second = await work.get(Milestone, given.successor_id, "successor_id", archived=False)
    if first.venture_id != second.venture_id:
        raise Invalid.at("predecessor_id", message="both milestones must belong to the same venture")
    await work.guard(f"dependencies:{second.venture_id.hex}")
    edges = await _edges(work, second.venture_id)
    if cycle := find_cycle([*edges, (first.id, second.id)]):
        titles = await _titles(work, set(cycle))
        circle = " → ".join(titles[milestone] for milestone in cycle)
        raise Invalid.at("successor_id", message=f"this would close a circle: {circle}", code="DEPENDENCY_CYCLE")
    row = work.new(
        Dependency,
        venture_id=second.venture_id,
        predecessor_id=first.id,
        successor_id=second.id,
        kind=given.kind,
        lag_days=given.lag_days,
    )
    return Done({"dependency": row.id})


async def _edges(work: Work, venture_id: UUID) -> list[tuple[UUID, UUID]]:
    rows = await work.session.execute(
        sa.select(col(Dependency.predecessor_id), col(Dependency.successor_id)).where(
            col(Dependency.tenant_id) == work.tenant_id,
            col(Dependency.venture_id) == venture_id,
            col(Dependency.archived_at).is_(None),
        )
    )
    return [(row[0], row[1]) for row in rows]


async def _titles(work: Work, milestones: set[UUID]) -> dict[UUID, str]:
    rows = await work.session.execute(
        sa.select(col(Milestone.id), col(Milestone.title)).where(
            col(Milestone.tenant_id) == work.tenant_id, col(Milestone.id).in_(milestones)
        )
    )
    return {row[0]: row[1] for row in rows}


def _three_points(estimate: Estimate | None) -> dict[str, Any]:
    points: tuple[Decimal | None, ...] = (None, None, None)
    if estimate is not None:
        points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
        if not estimate.optimistic <= estimate.likely <= estimate.pessimistic:
            raise Invalid.at("estimate", message="must rise: optimistic ≤ likely ≤ pessimistic")
    return dict(zip(("estimate_optimistic", "estimate_likely", "estimate_pessimistic"), points, strict=True))


def _check_dates(start: date | None, due: date | None) -> None:
    if start is not None and due is not None and due < start:
        raise Invalid.at("due_on", message="is due before it begins: due_on must not be before start_on")


archiving_commands(Milestone, Action.MILESTONE_WRITE, __name__)
archiving_commands(Dependency, Action.MILESTONE_WRITE, __name__)
