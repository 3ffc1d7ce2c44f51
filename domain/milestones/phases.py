"""What can be asked of phases."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.milestones.commands import check_dates
from domain.milestones.tables import Phase, PhaseKind
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MOST: Final = 200
"""Phases of a venture."""

VentureId = Annotated[UUID, IdOf("venture")]
PhaseId = Annotated[UUID, IdOf("phase")]
Position = Annotated[Whole, Field(ge=0, le=1_000)]


class CreatePhase(Input):
    """A new phase of a venture."""

    venture_id: VentureId = Field(description="The venture.")
    title: Title = Field(description="Its name.", examples=["Prototype"])
    description: LongText | None = Field(None, description="What is to be reached in it.")
    kind: PhaseKind = Field(PhaseKind.OTHER, description="What it is for.")
    position: Position = Field(0, description="Its place among the phases, the smallest first.")
    start_on: Day | None = Field(None, description="When it begins.")
    due_on: Day | None = Field(None, description="When it ends.")


class UpdatePhase(Change):
    """Changes to a phase: what is left out stays, null clears."""

    id: PhaseId = Field(description="The phase.")
    title: Title = may_be_left_out("Its name.")
    description: LongText | None = Field(None, description="What is to be reached in it.")
    kind: PhaseKind = may_be_left_out("What it is for.")
    position: Position = may_be_left_out("Its place among the phases, the smallest first.")
    start_on: Day | None = Field(None, description="When it begins.")
    due_on: Day | None = Field(None, description="When it ends.")


@command(Action.MILESTONE_WRITE, returns={"phase": "phase"}, creates=True)
async def create_phase(work: Work, given: CreatePhase) -> Done:
    """Add a phase to a venture's plan."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    check_dates(given.start_on, given.due_on)
    await check_room(work, Phase, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(Phase, **given.sent())
    return Done({"phase": row.id})


@command(Action.MILESTONE_WRITE, returns={"phase": "phase"})
async def update_phase(work: Work, given: UpdatePhase) -> Done:
    """Change a phase."""
    row = await load_for_change(work, Phase, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    check_dates(row.start_on, row.due_on)
    return Done({"phase": row.id})


archiving_commands(Phase, Action.MILESTONE_WRITE, __name__)
