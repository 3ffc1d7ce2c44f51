"""The critical path: a network of activities as constraints between their starts.

With lag l in working days (negative: a lead), and durations d, a link from i to j says start_j ≥ start_i + w with

| kind             | means                     | w             |
|------------------|---------------------------|---------------|
| finish to start  | start_j ≥ finish_i + l    | d_i + l       |
| start to start   | start_j ≥ start_i + l     | l             |
| finish to finish | finish_j ≥ finish_i + l   | d_i + l − d_j |
| start to finish  | finish_j ≥ start_i + l    | l − d_j       |

The longest path forwards gives the earliest start and finish, backwards from the end the latest ones (Kelley and Walker
1959; the four kinds: Moder, Phillips and Davis 1983). Starts are never below 0, the status date. Where predecessor and
successor have different calendars, the predecessor's instant is first counted in the successor's, and the lag is in
working days of the successor.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from domain.forecasting.days import EPSILON, Crossing, Days
from domain.milestones.dependencies import find_cycle
from domain.milestones.tables import DependencyKind

Key = TypeVar("Key", bound=Hashable)


class Unschedulable(ValueError):
    """The network is none: an id is there twice or nowhere, a number is not finite or negative, or there is a cycle."""


class Cycle(Unschedulable):
    """The links go round. `path` spells it, its first id repeated at the end."""

    def __init__(self, path: Sequence[Hashable]) -> None:
        """Keep the way round."""
        super().__init__("the links go round: " + " → ".join(map(str, path)))
        self.path = list(path)


@dataclass(frozen=True, slots=True)
class Activity(Generic[Key]):
    """Something that takes time; all numbers are working days from the status date.

    `earliest` and `earliest_finish` hold it back whatever its predecessors do. Activities of one `group` (a venture)
    share a calendar and an end: float is what may be lost without moving the end of the own group or of another.
    `days` is the calendar, and only needed where there are several.
    """

    id: Key
    duration: float
    earliest: float = 0.0
    earliest_finish: float = 0.0
    group: Hashable = None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Link(Generic[Key]):
    """The predecessor holds back the successor; `lag` in working days of the successor's calendar, may be negative.

    Several links between one pair are legal.
    """

    predecessor: Key
    successor: Key
    kind: DependencyKind = DependencyKind.FINISH_TO_START
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Scheduled:
    """When an activity can and must take place: half-open indexes of working days in its own calendar.

    `total_float` = latest − earliest start; `free_float` = what it may slip without moving any successor's earliest
    start. `critical` where its total float is the least of its group.
    """

    early_start: float
    early_finish: float
    late_start: float
    late_finish: float
    total_float: float
    free_float: float
    critical: bool


@dataclass(frozen=True, slots=True)
class Schedule(Generic[Key]):
    """Each activity's place, and the end of each group: the latest early finish in it. `length` is the latest end."""

    activities: Mapping[Key, Scheduled]
    ends: Mapping[Hashable, float]

    @property
    def length(self) -> float:
        """The latest end of all groups, in working days; 0 where there is nothing."""
        return max(self.ends.values(), default=0.0)

    @property
    def critical(self) -> list[Key]:
        """Critical activities by their early start, then their finish."""
        found = [(placed.early_start, placed.early_finish, id) for id, placed in self.activities.items()]
        return [id for _, _, id in sorted(found, key=lambda one: one[:2]) if self.activities[id].critical]


def in_order(ids: Iterable[Key], links: Iterable[Link[Key]]) -> list[Key]:
    """The ids, each after all its predecessors, and these only when it needs them, so that few wait side by side.

    Raises `Unschedulable` where a link names an id that is not there, and `Cycle`, which spells one.
    """
    before: dict[Key, list[Key]] = {id: [] for id in ids}
    links = list(links)
    for link in links:
        for id in (link.predecessor, link.successor):
            if id not in before:
                raise Unschedulable(f"a link names {id}, which is no activity")
        before[link.successor].append(link.predecessor)
    order: dict[Key, None] = {}
    entered: set[Key] = set()
    needed = {link.predecessor for link in links}
    # From what nothing waits for, backwards; the rest is only left where links go round.
    for wanted in (*(id for id in before if id not in needed), *needed):
        path = [wanted]
        while path:
            id = path[-1]
            lacking = [one for one in before[id] if one not in order]
            if lacking and id in entered:
                raise Cycle(find_cycle((link.predecessor, link.successor) for link in links) or [])
            entered.add(id)
            if not lacking:
                order[path.pop()] = None
            path += lacking
    return list(order)


def pass_through(activities: Sequence[Activity[Key]], links: Sequence[Link[Key]]) -> Schedule[Key]:
    """The forward and the backward pass. Raises `Unschedulable` (with `Cycle` where the links go round).

    The end of a group is the latest finish of *all* its activities: one that is only held by its start may well end
    after those that have no successors.
    """
    known = {activity.id: activity for activity in activities}
    if len(known) < len(activities):
        raise Unschedulable("an activity is there twice")
    for activity in activities:
        if not (math.isfinite(activity.duration) and activity.duration >= 0):
            raise Unschedulable(f"the duration of {activity.id} must be 0 or more, not {activity.duration}")
    order = in_order(known, links)
    into: dict[Key, list[Link[Key]]] = {id: [] for id in order}
    out: dict[Key, list[Link[Key]]] = {id: [] for id in order}
    for link in links:
        into[link.successor].append(link)
        out[link.predecessor].append(link)
    crossings = Crossings()

    starts: dict[Key, float] = {}
    for id in order:
        activity = known[id]
        held = [_bound(link, known, starts, crossings) for link in into[id]]
        starts[id] = max(0.0, activity.earliest, activity.earliest_finish - activity.duration, *held)
    ends: dict[Hashable, float] = {}
    for id in order:
        group = known[id].group
        ends[group] = max(ends.get(group, 0.0), starts[id] + known[id].duration)

    latest: dict[Key, float] = {}
    free: dict[Key, float] = {}
    for id in reversed(order):
        activity = known[id]
        own = ends[activity.group] - activity.duration
        latest[id] = min(own, *(_limit(link, known, latest, crossings) for link in out[id]), math.inf)
        free[id] = min(own, *(_limit(link, known, starts, crossings) for link in out[id]), math.inf) - starts[id]
    floats = {id: latest[id] - starts[id] for id in order}
    least: dict[Hashable, float] = {}
    for id in order:
        least[known[id].group] = min(least.get(known[id].group, math.inf), floats[id])
    placed = {
        id: Scheduled(
            starts[id],
            starts[id] + activity.duration,
            latest[id],
            latest[id] + activity.duration,
            floats[id],
            free[id],
            floats[id] <= least[activity.group] + EPSILON,
        )
        for id, activity in known.items()
    }
    return Schedule(placed, ends)


class Crossings:
    """The crossings between calendars of one network, each laid out once."""

    def __init__(self) -> None:
        """None is laid out yet."""
        self._known: dict[tuple[Days, Days], Crossing] = {}

    def between(self, source: Days | None, target: Days | None) -> Crossing | None:
        """From the days of one to those of the other; None where they are the same."""
        if source is None or target is None or source is target:
            return None
        if (source, target) not in self._known:
            self._known[source, target] = Crossing(source, target)
        return self._known[source, target]


def _bound(
    link: Link[Key], known: Mapping[Key, Activity[Key]], starts: Mapping[Key, float], crossings: Crossings
) -> float:
    """The earliest start that the link leaves its successor."""
    before, after = known[link.predecessor], known[link.successor]
    crossing = crossings.between(before.days, after.days)
    at = starts[link.predecessor]
    if link.kind.from_finish:
        at += before.duration
    if crossing is not None:
        carried = crossing.finish if link.kind.from_finish else crossing.start
        at = float(carried(np.float64(at)))  # type: ignore[arg-type]  # an array of no dimension
    return at + link.lag - (after.duration if link.kind.to_finish else 0.0)


def _limit(
    link: Link[Key], known: Mapping[Key, Activity[Key]], starts: Mapping[Key, float], crossings: Crossings
) -> float:
    """The latest start that the link leaves its predecessor when the successor starts as given."""
    before, after = known[link.predecessor], known[link.successor]
    at = starts[link.successor] - link.lag + (after.duration if link.kind.to_finish else 0.0)
    crossing = crossings.between(after.days, before.days)
    if crossing is not None:
        at = float(crossing.start(np.float64(at)))  # type: ignore[arg-type]  # an array of no dimension
    return at - (before.duration if link.kind.from_finish else 0.0)
