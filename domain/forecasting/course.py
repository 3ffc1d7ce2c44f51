"""One way through a plan in every draw at once: a row of numbers for each milestone, in an order that its links allow.

What is finished, and starts that lie in the past, are put into floors first: constants below which a start or a finish
cannot fall. What is left is a network of starts (see `network.py`), and each milestone's start in all draws is the
maximum of a few rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np

from domain.forecasting.days import Crossing, Days, Floats
from domain.forecasting.network import (
    Activity,
    Crossings,
    Link,
    Schedule,
    in_order,
    pass_through,
)
from domain.forecasting.plan import Plan, Planned
from domain.milestones.tables import DependencyKind


@dataclass(frozen=True, slots=True)
class Edge:
    """A link into a node from the node at a position; `crossing` where they count in different calendars."""

    position: int
    kind: DependencyKind
    lag: float
    crossing: Crossing | None


@dataclass(frozen=True, slots=True)
class Node:
    """A milestone that is not finished, the floors of its start and finish, and the links that hold it."""

    milestone: Planned
    days: Days
    earliest: float
    earliest_finish: float
    edges: tuple[Edge, ...]
    may_be_last: bool
    "Whether it can end after all others of its venture; False where another of them waits for its finish."


@dataclass(slots=True)
class Span:
    """When a node takes place: its start and end in each draw, each of shape (draws,)."""

    start: Floats
    end: Floats


@dataclass(frozen=True)
class Course:
    """The nodes of a plan, each after all those that hold it.

    `last` are, for each venture, the positions of its nodes of which one ends last.
    """

    nodes: tuple[Node, ...]
    last: Mapping[UUID, tuple[int, ...]]
    links: tuple[Link[UUID], ...] = field(repr=False)

    @classmethod
    def of(cls, plan: Plan) -> Course:
        """Lay a plan out; the order of its parts changes nothing."""
        known = {milestone.id: milestone for milestone in sorted(plan.milestones, key=lambda one: one.id)}
        links = sorted(plan.links, key=lambda link: (link.predecessor, link.successor, link.kind, link.lag))
        open = [id for id, milestone in known.items() if milestone.finished is None]
        floors = {id: [_own_floor(known[id]), 0.0] for id in open}
        crossings = Crossings()
        lasting: list[Link[UUID]] = []
        for link in links:
            before, after = known[link.predecessor], known[link.successor]
            if after.finished is not None or after.histogram or _has_done_its_part(link, before, after):
                continue
            past = _past(link, before)
            if past is None:
                lasting.append(link)
                continue
            crossing = crossings.between(plan.calendars[before.venture], plan.calendars[after.venture])
            bound = float(_carried(crossing, link.kind, np.array([past]))[0]) + link.lag
            holds_finish = link.kind.to_finish
            floors[after.id][holds_finish] = max(floors[after.id][holds_finish], bound)
        order = in_order(open, lasting)
        places = {id: position for position, id in enumerate(order)}
        edges: dict[UUID, list[Edge]] = {id: [] for id in order}
        for link in lasting:
            before, after = known[link.predecessor], known[link.successor]
            crossing = crossings.between(plan.calendars[before.venture], plan.calendars[after.venture])
            edges[after.id].append(Edge(places[before.id], link.kind, float(link.lag), crossing))
        waited_for = {
            link.predecessor
            for link in lasting
            if known[link.predecessor].venture == known[link.successor].venture
            and link.kind.from_finish
            and link.lag >= 0
        }
        nodes = tuple(
            Node(
                known[id],
                plan.calendars[known[id].venture],
                floors[id][0],
                floors[id][1],
                tuple(edges[id]),
                id not in waited_for,
            )
            for id in order
        )
        last: dict[UUID, list[int]] = {}
        for place, node in enumerate(nodes):
            if node.may_be_last:
                last.setdefault(node.milestone.venture, []).append(place)
        return cls(nodes, {id: tuple(last[id]) for id in sorted(last)}, tuple(lasting))

    def schedule(self) -> Schedule[UUID]:
        """The critical path by the means of what is left, risks apart: when each can and must take place."""
        activities = [
            Activity(
                node.milestone.id,
                node.milestone.mean,
                node.earliest,
                node.earliest_finish,
                node.milestone.venture,
                node.days,
            )
            for node in self.nodes
        ]
        return pass_through(activities, self.links)


def held(node: Node, durations: Floats, spans: Sequence[Span] | Mapping[int, Span]) -> tuple[Span, list[Floats]]:
    """When a node takes place, and the earliest start that each of its links leaves it, in their order.

    `durations` of shape (draws,), and `spans` by position, at least of the nodes that hold it.
    """
    start = np.full_like(durations, node.earliest)
    if node.earliest_finish > 0:
        np.maximum(start, node.earliest_finish - durations, out=start)
    bounds = []
    for edge in node.edges:
        before = spans[edge.position]
        bound = _carried(edge.crossing, edge.kind, before.end if edge.kind.from_finish else before.start)
        if edge.lag:
            bound = bound + edge.lag
        if edge.kind.to_finish:
            bound = bound - durations
        np.maximum(start, bound, out=start)
        bounds.append(bound)
    return Span(start, start + durations), bounds


def _carried(crossing: Crossing | None, kind: DependencyKind, indexes: Floats) -> Floats:
    if crossing is None:
        return indexes
    return crossing.finish(indexes) if kind.from_finish else crossing.start(indexes)


def _own_floor(milestone: Planned) -> float:
    """Before which it cannot begin, by itself. What has begun, or is foreign, is held back by that no more."""
    return 0.0 if milestone.started is not None or milestone.histogram else max(0.0, milestone.earliest)


def _has_done_its_part(link: Link[UUID], before: Planned, after: Planned) -> bool:
    """Whether the link no longer matters, since what it holds back has begun.

    Work under way waits for what must be finished before it and is not yet; what is left of it goes on after that.
    """
    if after.started is None or link.kind.to_finish:
        return False
    return link.kind is DependencyKind.START_TO_START or before.finished is not None


def _past(link: Link[UUID], before: Planned) -> float | None:
    """The index at which the predecessor started or finished, by the link's kind; None where that is to come."""
    if link.kind.from_finish:
        return before.finished
    if before.started is not None:
        return before.started
    return None if before.finished is None else min(before.finished, 0.0)
