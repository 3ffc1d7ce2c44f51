"""Roadmaps with their versions, and baselines with the dates that they hold."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from domain.kernel.columns import day, document, flag, instant, money, number, reference, text
from domain.kernel.tables import Entity, Fact, index, refers, unique, unique_where


class Baseline(Entity, table=True):
    """The dates of a venture's milestones as agreed at a moment; the current one is what plans are held to."""

    __tablename__ = "baseline"
    prefix = "baseline"
    word = "baseline"
    searched = ("name", "reason")

    venture_id: UUID = reference()
    number: int = number()
    "Counts the baselines of the venture."
    name: str = text()
    reason: str | None = text(None)
    current: bool = flag(False)
    taken_at: datetime = instant()
    taken_by: UUID | None = reference(None)
    references = {"taken_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        unique("venture_id", "number"),
        index("number"),
        unique_where("uq_baseline_current", "current", "venture_id"),
    )


class BaselineMilestone(Fact, table=True):
    """The dates and the budget of one milestone in a baseline."""

    __tablename__ = "baseline_milestone"
    prefix = "baseline_milestone"

    baseline_id: UUID = reference()
    milestone_id: UUID = reference()
    start_on: date | None = day(None)
    due_on: date | None = day(None)
    budget: Decimal | None = money(None)
    __table_args__ = (
        refers("baseline_id", "baseline"),
        refers("milestone_id", "milestone"),
        unique("baseline_id", "milestone_id"),
        index("due_on"),
        index("milestone_id"),
    )


class Roadmap(Entity, table=True):
    """Where a venture is going: vision, market demand and functions; phases and milestones belong to the venture."""

    __tablename__ = "roadmap"
    prefix = "roadmap"
    word = "roadmap"
    searched = ("vision", "market_demand")

    venture_id: UUID = reference()
    vision: str | None = text(None)
    market_demand: str | None = text(None)
    core_functions: list[dict[str, Any]] = document()
    extension_functions: list[dict[str, Any]] = document()
    "Lists of title and note."
    version_number: int = number(1)
    "The number of its newest version."
    __table_args__ = (
        refers("venture_id", "venture"),
        unique_where("uq_roadmap_venture", "archived_at IS NULL", "venture_id"),
        index("venture_id"),
    )


class RoadmapVersion(Fact, table=True):
    """A roadmap as it was planned at a moment, with the phases and milestones of then."""

    __tablename__ = "roadmap_version"
    prefix = "roadmap_version"

    venture_id: UUID = reference()
    roadmap_id: UUID = reference()
    number: int = number()
    reason: str | None = text(None)
    content: dict[str, Any] = document()
    made_at: datetime = instant()
    made_by: UUID | None = reference(None)
    references = {"made_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("roadmap_id", "roadmap"),
        unique("roadmap_id", "number"),
        index("number"),
        index("venture_id"),
    )
