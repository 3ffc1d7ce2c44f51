"""What can be asked of milestones and their dependencies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Money, Quantity, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.ordering import check_link
from domain.milestones.progress import check_said_by_hand, mode_of, work_out
from domain.milestones.tables import Dependency, DependencyKind, Milestone, MilestoneStatus, Phase, ProgressMode
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

MOST: Final = 10_000
"""Milestones of a venture."""

MilestoneId = Annotated[UUID, IdOf("milestone")]
PhaseId = Annotated[UUID, IdOf("phase")]
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
    percent_complete: Percent = Field(0, description="How much is done, in percent; said only by hand.")
    progress_mode: ProgressMode = Field(
        ProgressMode.BY_HAND, description="From what the percentage follows: said by hand, or worked out."
    )
    estimate: Estimate | None = Field(None, description="Three points of its duration.")
    budget: Budget | None = Field(None, description="What it may cost, in the tenant's currency.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    phase_id: PhaseId | None = Field(None, description="The phase of the venture to which it belongs.")


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
    percent_complete: Percent = may_be_left_out("How much is done, in percent; said only by hand.")
    progress_mode: ProgressMode = may_be_left_out(
        "From what the percentage follows: said by hand, or worked out at once from its tasks or criteria."
    )
    estimate: Estimate | None = Field(None, description="Three points of its duration.")
    budget: Budget | None = Field(None, description="What it may cost, in the tenant's currency.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    phase_id: PhaseId | None = Field(None, description="The phase of the venture to which it belongs.")


class AddDependency(Input):
    """One milestone depends on another, of its own venture or of another one of the tenant."""

    predecessor_id: MilestoneId = Field(description="The milestone that comes first.")
    successor_id: MilestoneId = Field(description="The milestone that depends on it.")
    kind: DependencyKind = Field(
        DependencyKind.FINISH_TO_START, description="Which end of the first holds which end of the second."
    )
    lag_days: LagDays = Field(0, description="Working days between the two; may be negative.")


class UpdateDependency(Change):
    """Changes to what a milestone depends on: what is left out stays."""

    id: DependencyId = Field(description="The dependency.")
    kind: DependencyKind = may_be_left_out("Which end of the first holds which end of the second.")
    lag_days: LagDays = may_be_left_out("Working days between the two; may be negative.")


@command(Action.MILESTONE_WRITE, returns={"milestone": "milestone"}, creates=True)
async def create_milestone(work: Work, given: CreateMilestone) -> Done:
    """Add a milestone to a venture. Its first dates are its baseline."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    await _check_phase(work, given.phase_id, given.venture_id)
    check_said_by_hand(given.progress_mode, given.percent_complete or None)
    check_dates(given.start_on, given.due_on)
    await check_room(work, Milestone, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(
        Milestone,
        **given.sent("estimate"),
        **_three_points(given.estimate),
        baseline_start_on=given.start_on,
        baseline_due_on=given.due_on,
        completed_on=work.now.date() if given.status is MilestoneStatus.DONE else None,
    )
    await work_out(work, row)
    return Done({"milestone": row.id})


@command(Action.MILESTONE_WRITE, returns={"milestone": "milestone"})
async def update_milestone(work: Work, given: UpdateMilestone) -> Done:
    """Change a milestone; the first due date that it is given becomes its baseline."""
    row = await load_for_change(work, Milestone, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    await _check_phase(work, given.phase_id, row.venture_id)
    changes = given.sent("id", "expected_version", "estimate")
    check_said_by_hand(changes.get("progress_mode", mode_of(row)), changes.get("percent_complete"))
    if "estimate" in given.model_fields_set:
        changes |= _three_points(given.estimate)
    if "status" in changes and changes["status"] is not row.status:
        changes["completed_on"] = work.now.date() if changes["status"] is MilestoneStatus.DONE else None
    apply(row, changes)
    if row.baseline_due_on is None and row.due_on is not None:
        apply(row, {"baseline_start_on": row.start_on, "baseline_due_on": row.due_on})
    check_dates(row.start_on, row.due_on)
    await work_out(work, row)
    return Done({"milestone": row.id})


@command(Action.MILESTONE_WRITE, returns={"dependency": "dependency"}, creates=True)
async def add_dependency(work: Work, given: AddDependency) -> Done:
    """Let a milestone depend on another one, of its venture or another. A circle is refused and spelt out."""
    first = await work.get(Milestone, given.predecessor_id, "predecessor_id", archived=False)
    second = await work.get(Milestone, given.successor_id, "successor_id", archived=False)
    await check_link(work, Dependency, first.id, second.id)
    row = work.new(Dependency, venture_id=second.venture_id, **given.sent())
    return Done({"dependency": row.id})


@command(Action.MILESTONE_WRITE, returns={"dependency": "dependency"})
async def update_dependency(work: Work, given: UpdateDependency) -> Done:
    """Change in which way a milestone depends on another."""
    row = await load_for_change(work, Dependency, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"dependency": row.id})


async def _check_phase(work: Work, phase_id: UUID | None, venture_id: UUID) -> None:
    if phase_id is not None:
        message = "the phase must belong to the milestone's venture"
        await get_of_venture(work, Phase, phase_id, venture_id, "phase_id", message=message)


def _three_points(estimate: Estimate | None) -> dict[str, Any]:
    points: tuple[Decimal | None, ...] = (None, None, None)
    if estimate is not None:
        points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
        if not estimate.optimistic <= estimate.likely <= estimate.pessimistic:
            raise Invalid.at("estimate", message="must rise: optimistic ≤ likely ≤ pessimistic")
    return dict(zip(("estimate_optimistic", "estimate_likely", "estimate_pessimistic"), points, strict=True))


def check_dates(start: date | None, due: date | None) -> None:
    """Raises `Invalid` where something is due before it begins."""
    if start is not None and due is not None and due < start:
        raise Invalid.at("due_on", message="is due before it begins: due_on must not be before start_on")


@when_restored
async def _has_room(work: Work, row: Entity) -> None:
    if isinstance(row, Milestone):
        await check_room(work, Milestone, "venture_id", row.venture_id, MOST, "id", more=0)


archiving_commands(Milestone, Action.MILESTONE_WRITE, __name__)
archiving_commands(Dependency, Action.MILESTONE_WRITE, __name__)
