"""What can be asked of baselines: take one, and hold the plans to one that was taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_archived
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.roadmaps.tables import Baseline, BaselineMilestone
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MOST_MILESTONES: Final = 10_000
MOST_BASELINES: Final = 1_000

BaselineId = Annotated[UUID, IdOf("baseline")]
VentureId = Annotated[UUID, IdOf("venture")]
Reason = Annotated[LongText, Field(min_length=1)]


class TakeBaseline(Input):
    """The dates of a venture's milestones, to be kept as they are now."""

    venture_id: VentureId = Field(description="The venture.")
    name: Title = Field(description="What the baseline is called.", examples=["As agreed with the board"])
    reason: Reason = Field(description="Why it is taken.", examples=["The second data partner has signed."])
    current: bool = Field(True, description="Whether plans are held to it from now on.")


class UpdateBaseline(Change):
    """Other words for a baseline; its dates stay: what is left out stays."""

    id: BaselineId = Field(description="The baseline.")
    name: Title = may_be_left_out("What it is called.")
    reason: Reason = may_be_left_out("Why it was taken.")


class SetCurrentBaseline(Change):
    """The baseline that plans are held to from now on."""

    baseline_id: BaselineId = Field(description="The baseline.")


@command(Action.MILESTONE_WRITE, returns={"baseline": "baseline"}, creates=True)
async def take_baseline(work: Work, given: TakeBaseline) -> Done:
    """Keep the dates and budgets of a venture's milestones as they are now, under a name and with the reason.

    Cancelled milestones are left out. Unless `current` is false, plans are held to it from now on: its dates become
    the baseline dates of the milestones.
    """
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await work.guard(_guard(venture.id))
    milestones = [row for row in await _milestones(work, venture.id) if row.status is not MilestoneStatus.CANCELLED]
    if not milestones:
        raise Invalid.at("venture_id", message="the venture has no milestones to take a baseline of")
    number = await _next_number(work, venture.id)
    if given.current:
        await _step_back(work, venture.id)
    baseline = work.new(
        Baseline,
        venture_id=venture.id,
        number=number,
        name=given.name,
        reason=given.reason,
        current=given.current,
        taken_at=work.now,
        taken_by=work.principal.member_id,
    )
    await work.flush()
    for row in milestones:
        work.new(
            BaselineMilestone,
            baseline_id=baseline.id,
            milestone_id=row.id,
            start_on=row.start_on,
            due_on=row.due_on,
            budget=row.budget,
        )
        if given.current:
            apply(row, {"baseline_start_on": row.start_on, "baseline_due_on": row.due_on})
    return Done({"baseline": baseline.id})


@command(Action.MILESTONE_WRITE, returns={"baseline": "baseline"})
async def update_baseline(work: Work, given: UpdateBaseline) -> Done:
    """Change the words of a baseline. Its dates never change."""
    row = await load_for_change(work, Baseline, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"baseline": row.id})


@command(Action.MILESTONE_WRITE, returns={"baseline": "baseline"})
async def set_current_baseline(work: Work, given: SetCurrentBaseline) -> Done:
    """Hold plans to a baseline that was taken before: its dates become the baseline dates of the milestones.

    Milestones that came after it keep their own. Twice is once.
    """
    seen = await work.get(Baseline, given.baseline_id, "baseline_id")
    await work.guard(_guard(seen.venture_id))
    baseline = await load_for_change(work, Baseline, seen.id, given.expected_version, "baseline_id")
    if not baseline.current:
        await _step_back(work, baseline.venture_id)
        baseline.current = True
        rows = {row.id: row for row in await _milestones(work, baseline.venture_id)}
        for held in await _held(work, baseline.id):
            if held.milestone_id in rows:
                dates = {"baseline_start_on": held.start_on, "baseline_due_on": held.due_on}
                apply(rows[held.milestone_id], dates)
    return Done({"baseline": baseline.id})


async def _step_back(work: Work, venture_id: UUID) -> None:
    """Have the current baseline step back: a venture has one, so this is written before another one becomes it."""
    statement = sa.select(Baseline).where(
        col(Baseline.tenant_id) == work.tenant_id,
        col(Baseline.venture_id) == venture_id,
        col(Baseline.current).is_(True),
    )
    former = (await work.session.execute(statement)).scalar_one_or_none()
    if former is not None:
        former.current = False
        await work.flush()


async def _milestones(work: Work, venture_id: UUID) -> Sequence[Milestone]:
    """The venture's milestones, held until the end. Raises `Invalid` for more than a transaction may change."""
    statement = sa.select(Milestone).where(
        col(Milestone.tenant_id) == work.tenant_id,
        col(Milestone.venture_id) == venture_id,
        col(Milestone.archived_at).is_(None),
    )
    ordered = statement.order_by(col(Milestone.id)).limit(MOST_MILESTONES + 1).with_for_update(key_share=True)
    found = (await work.session.execute(ordered)).scalars().all()
    if len(found) > MOST_MILESTONES:
        raise Invalid(f"a baseline holds at most {MOST_MILESTONES} milestones; archive those that are over")
    return found


async def _held(work: Work, baseline_id: UUID) -> Sequence[BaselineMilestone]:
    statement = sa.select(BaselineMilestone).where(
        col(BaselineMilestone.tenant_id) == work.tenant_id, col(BaselineMilestone.baseline_id) == baseline_id
    )
    return (await work.session.execute(statement)).scalars().all()


async def _next_number(work: Work, venture_id: UUID) -> int:
    statement = sa.select(sa.func.coalesce(sa.func.max(col(Baseline.number)), 0)).where(
        col(Baseline.tenant_id) == work.tenant_id, col(Baseline.venture_id) == venture_id
    )
    taken = int((await work.session.execute(statement)).scalar_one())
    if taken >= MOST_BASELINES:
        raise InvalidState.at("venture_id", message=f"a venture has at most {MOST_BASELINES} baselines")
    return taken + 1


def _guard(venture_id: UUID) -> str:
    return f"baselines:{venture_id.hex}"


@when_archived
async def _the_current_one_stays(work: Work, row: Entity) -> None:
    """Plans are held to the current baseline."""
    if isinstance(row, Baseline) and row.current:
        raise InvalidState.at("id", message="plans are held to this baseline; set another one current first")


archiving_commands(Baseline, Action.MILESTONE_WRITE, __name__)
