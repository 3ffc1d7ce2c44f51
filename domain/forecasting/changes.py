"""Changes that nobody makes: what would be otherwise in the facts of a forecast, and what is told of the two. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial, reduce
from typing import Final, TypeVar
from uuid import UUID

from domain.calendars.working_days import WorkingCalendar
from domain.forecasting.facts import Facts, MilestoneFacts, RiskFacts

MOST_CHANGES: Final = 50
MOST_MILESTONES: Final = 2_000
"""Of all ventures that hang together: more take longer than anybody waits for an answer."""


@dataclass(frozen=True, slots=True)
class RiskChange:
    """A risk as it is not: gone, or with another probability."""

    id: UUID
    probability: Decimal | None
    "None: it is gone."


@dataclass(frozen=True, slots=True)
class MilestoneChange:
    """A milestone as it is not: dropped with all its links, on other days, or with so many times the work."""

    id: UUID
    dropped: bool = False
    start_on: date | None = None
    due_on: date | None = None
    scale: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A dependency that is gone."""

    id: UUID


Change = RiskChange | MilestoneChange | LinkChange


@dataclass(frozen=True, slots=True)
class End:
    """When something is reached: percentiles, and the probability of its due day."""

    p10_on: date | None = None
    p50_on: date | None = None
    p80_on: date | None = None
    p90_on: date | None = None
    p50: float | None = None
    p80: float | None = None
    "The same in working days from the status day."
    probability_of_due_date: float | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Ends by id of the milestone or venture, without and with the changes; one that is dropped has none with them."""

    milestones: Mapping[UUID, tuple[End, End | None]]
    ventures: Mapping[UUID, tuple[End, End]]
    draws: int
    seed: int


def changed(facts: Facts, changes: Iterable[Change]) -> Facts:
    """The facts with the changes, in their order. What they name must be among them."""
    return reduce(_with, changes, facts)


def _with(facts: Facts, change: Change) -> Facts:
    match change:
        case RiskChange(probability=None):
            return replace(facts, risks=tuple(risk for risk in facts.risks if risk.id != change.id))
        case RiskChange():
            return replace(facts, risks=_each(facts.risks, change.id, partial(_with_probability, change)))
        case LinkChange():
            return replace(facts, links=tuple(link for link in facts.links if link.id != change.id))
        case MilestoneChange(dropped=True):
            milestones = tuple(one for one in facts.milestones if one.id != change.id)
            links = tuple(one for one in facts.links if change.id not in (one.predecessor_id, one.successor_id))
            return replace(facts, milestones=milestones, links=links)
        case MilestoneChange():
            moved = partial(_moved, change, facts.calendars)
            return replace(facts, milestones=_each(facts.milestones, change.id, moved))


T = TypeVar("T", MilestoneFacts, RiskFacts)


def _each(ones: Sequence[T], id: UUID, change: Callable[[T], T]) -> tuple[T, ...]:
    return tuple(change(one) if one.id == id else one for one in ones)


def _with_probability(change: RiskChange, risk: RiskFacts) -> RiskFacts:
    return replace(risk, status="open", assessed=True, probability=change.probability)


def _moved(change: MilestoneChange, calendars: Mapping[UUID, WorkingCalendar], one: MilestoneFacts) -> MilestoneFacts:
    """On other days, and with so many times the work; without an estimate the work are the days of its plan."""
    moved = replace(one, start_on=change.start_on or one.start_on, due_on=change.due_on or one.due_on)
    if change.scale is None:
        return moved
    work = (one.estimate_optimistic, one.estimate_likely, one.estimate_pessimistic)
    if any(point is None for point in work) and one.start_on is not None and one.due_on is not None:
        days = calendars[one.venture_id].count(one.start_on - timedelta(days=1), one.due_on)
        work = (Decimal(days),) * 3
    low, likely, high = (None if point is None else point * change.scale for point in work)
    return replace(moved, estimate_optimistic=low, estimate_likely=likely, estimate_pessimistic=high)
