"""Tasks, and what they depend on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, number, quantity, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where
from domain.milestones.tables import DependencyKind


class TaskStatus(StrEnum):
    """Where a task stands."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"
    CANCELLED = "cancelled"


class Task(Entity, table=True):
    """A piece of work of a venture, with one person who answers for it."""

    __tablename__ = "task"
    prefix = "task"
    word = "task"
    searched = ("title", "description")

    venture_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    title: str = text()
    description: str | None = text(None)
    status: TaskStatus = choice(TaskStatus, TaskStatus.TODO, name="status")
    owner_id: UUID | None = reference(None)
    estimate_days: Decimal | None = quantity(None)
    "In working days."
    weight: Decimal = quantity(Decimal(1))
    "What it counts among the tasks of its milestone."
    start_on: date | None = day(None)
    due_on: date | None = day(None)
    completed_on: date | None = day(None)
    "In the tenant's time zone; empty while it is not done."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        refers("owner_id", "membership"),
        index("venture_id", "due_on"),
        index("due_on"),
        index("milestone_id"),
        index("owner_id"),
        check("weight", "weight >= 0"),
        check("dates", "start_on IS NULL OR due_on IS NULL OR start_on <= due_on"),
    )


class TaskDependency(Entity, table=True):
    """The successor depends on the predecessor, with a lag in working days (may be negative)."""

    __tablename__ = "task_dependency"
    prefix = "task_dependency"
    word = "task_dependency"

    venture_id: UUID = reference()
    predecessor_id: UUID = reference()
    successor_id: UUID = reference()
    kind: DependencyKind = choice(DependencyKind, DependencyKind.FINISH_TO_START, name="kind")
    lag_days: int = number(0)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("predecessor_id", "task"),
        refers("successor_id", "task"),
        unique_where("uq_task_dependency_ends", "archived_at IS NULL", "predecessor_id", "successor_id"),
        index("venture_id"),
        index("successor_id"),
        check("ends", "predecessor_id <> successor_id"),
    )
