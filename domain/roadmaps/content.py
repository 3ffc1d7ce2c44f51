"""The document of a roadmap's version: what the roadmap said, and the phases and milestones of then."""

from __future__ import annotations

from typing import Final

from typing_extensions import TypedDict

SCHEMA: Final = "2026-12-01"


class Function(TypedDict):
    """What the product can do."""

    title: str
    note: str | None


class PlannedPhase(TypedDict):
    """A phase as it was planned."""

    id: str
    title: str
    description: str | None
    kind: str
    position: int
    start_on: str | None
    due_on: str | None


class PlannedMilestone(TypedDict):
    """A milestone as it was planned."""

    id: str
    title: str
    status: str
    key: bool
    phase_id: str | None
    start_on: str | None
    due_on: str | None


class Content(TypedDict):
    """A roadmap as it was planned at a moment. Ids are external ones, days ISO dates."""

    schema: str
    vision: str | None
    market_demand: str | None
    core_functions: list[Function]
    extension_functions: list[Function]
    phases: list[PlannedPhase]
    milestones: list[PlannedMilestone]
