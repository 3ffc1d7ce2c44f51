"""Telling tasks: known a week before they begin, then taken up and finished; and the progress that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from uuid import UUID

from cli.demo.stage import CHANGE, PART_OF_PART, Stage, Step
from cli.demo.story import TaskStory, VentureStory
from domain.kernel.editing import apply
from domain.milestones.progress import percent_of
from domain.milestones.tables import Milestone, MilestoneStatus, ProgressMode
from domain.milestones.task_tables import Task, TaskDependency, TaskStatus
from domain.milestones.tasks import AddTaskDependency, CreateTask

_KNOWN_BEFORE = 7


class TaskTelling:
    """The tasks of one venture, as steps. `milestones` are the venture's, by short name."""

    def __init__(
        self, stage: Stage, venture_id: Callable[[], UUID], milestones: dict[str, Milestone], story: VentureStory
    ) -> None:
        self._stage = stage
        self._venture_id = venture_id
        self._milestones = milestones
        self._story = story
        self._tasks: dict[str, Task] = {}

    def steps(self) -> Iterator[Step]:
        """All that happens, in any order of days."""
        known: dict[str, int] = {}
        for task in self._story.tasks:
            known[task.title] = max(self._story.begun, min(task.start - _KNOWN_BEFORE, -1))
            yield Step(known[task.title], PART_OF_PART, partial(self._plan, task))
            for first in task.after:
                yield Step(max(known[first], known[task.title]), CHANGE, partial(self._depend_on, task, first))
            for day, status in ((task.begun, TaskStatus.DOING), (task.done, TaskStatus.DONE)):
                if day is not None:
                    yield Step(day, CHANGE, partial(self._change, task, status))

    def _plan(self, story: TaskStory) -> None:
        stage = self._stage
        given = CreateTask(
            venture_id=self._venture_id(),
            milestone_id=self._milestones[story.milestone].id,
            title=story.title,
            owner_id=stage.member(story.owner),
            estimate_days=Decimal(story.estimate),
            weight=Decimal(story.weight),
            start_on=stage.working_date(story.start),
            due_on=stage.working_date(story.due),
        )
        self._tasks[story.title] = stage.work.new(Task, **given.sent())
        self._keep_progress(story.milestone)

    def _depend_on(self, story: TaskStory, first: str) -> None:
        given = AddTaskDependency(predecessor_id=self._tasks[first].id, successor_id=self._tasks[story.title].id)
        self._stage.work.new(TaskDependency, venture_id=self._venture_id(), **given.sent())

    def _change(self, story: TaskStory, status: TaskStatus) -> None:
        done_on = self._stage.now_on if status is TaskStatus.DONE else None
        apply(self._tasks[story.title], {"status": status, "completed_on": done_on})
        self._keep_progress(story.milestone)

    def _keep_progress(self, short: str) -> None:
        milestone = self._milestones[short]
        if milestone.progress_mode is not ProgressMode.BY_TASKS or milestone.status is MilestoneStatus.DONE:
            return
        tasks = [task for task in self._tasks.values() if task.milestone_id == milestone.id]
        done = sum((task.weight for task in tasks if task.status is TaskStatus.DONE), Decimal(0))
        percent = percent_of(done, sum((task.weight for task in tasks), Decimal(0)))
        apply(milestone, {"percent_complete": percent})
