"""What can be asked of tasks and of what they depend on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.commands import LagDays, WorkingDays, check_dates
from domain.milestones.ordering import check_link
from domain.milestones.progress import keep_progress
from domain.milestones.tables import DependencyKind, Milestone
from domain.milestones.task_tables import Task, TaskDependency, TaskStatus
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import today
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

MOST: Final = 20_000
"""Tasks of a venture."""

VentureId = Annotated[UUID, IdOf("venture")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
MemberId = Annotated[UUID, IdOf("member")]
TaskId = Annotated[UUID, IdOf("task")]
TaskDependencyId = Annotated[UUID, IdOf("task_dependency")]
Weight = Annotated[Quantity, Field(ge=0, le=1_000)]


class CreateTask(Input):
    """A new task of a venture, which may lead to one of its milestones."""

    venture_id: VentureId = Field(description="The venture.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone that it leads to, of the same venture.")
    title: Title = Field(description="What is to be done.", examples=["Label 2,000 more scans"])
    description: LongText | None = Field(None, description="More about it.")
    status: TaskStatus = Field(TaskStatus.TODO, description="Where it stands.")
    owner_id: MemberId | None = Field(None, description="The one member who answers for it.")
    estimate_days: WorkingDays | None = Field(None, description="How long it takes, in working days.", examples=["3"])
    weight: Weight = Field(
        Decimal(1), description="What it counts among the milestone's tasks, where those tell its progress."
    )
    start_on: Day | None = Field(None, description="When it begins.")
    due_on: Day | None = Field(None, description="Until when.")


class UpdateTask(Change):
    """Changes to a task: what is left out stays, null clears."""

    id: TaskId = Field(description="The task.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone that it leads to, of the same venture.")
    title: Title = may_be_left_out("What is to be done.")
    description: LongText | None = Field(None, description="More about it.")
    status: TaskStatus = may_be_left_out("Where it stands.")
    owner_id: MemberId | None = Field(None, description="The one member who answers for it.")
    estimate_days: WorkingDays | None = Field(None, description="How long it takes, in working days.")
    weight: Weight = may_be_left_out("What it counts among the milestone's tasks.")
    start_on: Day | None = Field(None, description="When it begins.")
    due_on: Day | None = Field(None, description="Until when.")


class AddTaskDependency(Input):
    """One task depends on another of its venture."""

    predecessor_id: TaskId = Field(description="The task that comes first.")
    successor_id: TaskId = Field(description="The task that depends on it.")
    kind: DependencyKind = Field(
        DependencyKind.FINISH_TO_START, description="Which end of the first holds which end of the second."
    )
    lag_days: LagDays = Field(0, description="Working days between the two; may be negative.")


class UpdateTaskDependency(Change):
    """Changes to what a task depends on: what is left out stays."""

    id: TaskDependencyId = Field(description="The dependency.")
    kind: DependencyKind = may_be_left_out("Which end of the first holds which end of the second.")
    lag_days: LagDays = may_be_left_out("Working days between the two; may be negative.")


@command(Action.MILESTONE_WRITE, returns={"task": "task"}, creates=True)
async def create_task(work: Work, given: CreateTask) -> Done:
    """Add a task."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await _check_milestone(work, given.milestone_id, given.venture_id)
    await check_owner(work, given.owner_id)
    check_dates(given.start_on, given.due_on)
    await check_room(work, Task, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(Task, **given.sent(), completed_on=await _done_on(work, given.status))
    await keep_progress(work, row.milestone_id)
    return Done({"task": row.id})


@command(Action.MILESTONE_WRITE, returns={"task": "task"})
async def update_task(work: Work, given: UpdateTask) -> Done:
    """Change a task; what its milestone has done follows where its tasks tell that."""
    row = await load_for_change(work, Task, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    changes = given.sent("id", "expected_version")
    former = row.milestone_id
    if given.milestone_id != former:
        await _check_milestone(work, given.milestone_id, row.venture_id)
    if "status" in changes and changes["status"] is not row.status:
        changes["completed_on"] = await _done_on(work, changes["status"])
    apply(row, changes)
    check_dates(row.start_on, row.due_on)
    await keep_progress(work, former, row.milestone_id)
    return Done({"task": row.id})


@command(Action.MILESTONE_WRITE, returns={"task_dependency": "task_dependency"}, creates=True)
async def add_task_dependency(work: Work, given: AddTaskDependency) -> Done:
    """Let a task depend on another one of its venture. A circle is refused and spelt out."""
    first = await work.get(Task, given.predecessor_id, "predecessor_id", archived=False)
    second = await work.get(Task, given.successor_id, "successor_id", archived=False)
    if first.venture_id != second.venture_id:
        raise Invalid.at("predecessor_id", message="both tasks must belong to the same venture")
    await check_link(work, TaskDependency, first.id, second.id)
    row = work.new(TaskDependency, venture_id=second.venture_id, **given.sent())
    return Done({"task_dependency": row.id})


@command(Action.MILESTONE_WRITE, returns={"task_dependency": "task_dependency"})
async def update_task_dependency(work: Work, given: UpdateTaskDependency) -> Done:
    """Change in which way a task depends on another."""
    row = await load_for_change(work, TaskDependency, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"task_dependency": row.id})


async def _check_milestone(work: Work, milestone_id: UUID | None, venture_id: UUID) -> None:
    if milestone_id is not None:
        message = "the milestone must belong to the task's venture"
        await get_of_venture(work, Milestone, milestone_id, venture_id, "milestone_id", message=message)


async def _done_on(work: Work, status: TaskStatus) -> date | None:
    return await today(work) if status is TaskStatus.DONE else None


@when_restored
async def _has_room(work: Work, row: Entity) -> None:
    if isinstance(row, Task):
        await check_room(work, Task, "venture_id", row.venture_id, MOST, "id", more=0)


archiving_commands(Task, Action.MILESTONE_WRITE, __name__)
archiving_commands(TaskDependency, Action.MILESTONE_WRITE, __name__)
