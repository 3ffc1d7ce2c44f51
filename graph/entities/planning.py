"""Phases, tasks, and what tasks depend on."""

from __future__ import annotations

from domain.milestones.tables import Phase
from domain.milestones.task_tables import Task, TaskDependency
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_many, to_one, worked_out

PHASE = entity(
    Phase,
    [
        columns(
            Phase,
            {
                "title": "Its name.",
                "description": "What is to be reached in it.",
                "kind": "What it is for.",
                "position": "Its place among the phases, the smallest first.",
                "start_on": "First day.",
                "due_on": "Day by which it is to end.",
            },
        ),
        to_one(Phase, "venture_id", "venture", "The venture whose plan it is part of."),
        to_many("milestones", "milestone", "phase_id", "The milestones in it.", "due_on"),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE),
    ],
    order=("position",),
)

TASK = entity(
    Task,
    [
        columns(
            Task,
            {
                "title": "What is to be done, in one line.",
                "description": "More about it.",
                "status": "Where it stands.",
                "estimate_days": "How long it takes, in working days.",
                "weight": "What it counts among the tasks of its milestone.",
                "start_on": "First day.",
                "due_on": "Day by which it is to be done.",
                "completed_on": "Day on which it was done.",
            },
        ),
        worked_out(
            "is_overdue",
            "Whether its due day has passed in the tenant's time zone and it is neither done nor cancelled.",
            kinds.BOOL,
            "coalesce({row}.due_on < {today} AND {row}.status NOT IN ('done', 'cancelled'), false)",
        ),
        to_one(Task, "venture_id", "venture", "The venture whose work it is."),
        to_one(Task, "milestone_id", "milestone", "The milestone that it leads to."),
        to_one(Task, "owner_id", "member", "The one member who answers for it."),
        to_many("predecessors", "task_dependency", "successor_id", "What it depends on."),
        to_many("successors", "task_dependency", "predecessor_id", "What depends on it."),
        to_many("user_feedback", "user_feedback", "task_id", "What users said that it was made of.", "-received_on"),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE),
    ],
    order=("due_on",),
)

TASK_DEPENDENCY = entity(
    TaskDependency,
    [
        columns(
            TaskDependency,
            {
                "kind": "Which end of the predecessor holds which end of the successor.",
                "lag_days": "Working days between the two ends; may be negative.",
            },
        ),
        to_one(TaskDependency, "venture_id", "venture", "The venture of both tasks."),
        to_one(TaskDependency, "predecessor_id", "task", "The task that comes first."),
        to_one(TaskDependency, "successor_id", "task", "The task that depends on it."),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE),
    ],
    plural="task_dependencies",
)

ENTITIES = (PHASE, TASK, TASK_DEPENDENCY)
