"""The forecast by simulation: when milestones and ventures will be done, with what probability, and what drives it.

In each of 10,000 draws every unfinished milestone takes a random time (`sampling.py`), each risk strikes or not, and
the links hold (`course.py`). The same plan gives the same answer, byte by byte. The method: Van Slyke 1963
(criticality), Hulett 2009 (risks as drivers).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

import numpy as np

from domain.forecasting.course import Course, Span, held
from domain.forecasting.criticality import Criticality
from domain.forecasting.days import Floats
from domain.forecasting.distribution import Distribution, distribution_of
from domain.forecasting.drivers import NOTHING, RiskDriver, Sample, ShareDriver, Touch, find_drivers
from domain.forecasting.plan import DRAWS, MOST_DRAWS, Plan, seed_of
from domain.forecasting.sampling import draw_delay, draw_work

MOST_KEPT: Final = 4_000_000
"""Numbers that are kept of all draws of all milestones, to find drivers with; more milestones, fewer draws of each."""
LEAST_KEPT: Final = 1_000
MOST_HELD: Final = 500
"""Delays of risks that are held for the milestones that they touch as well."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is known of one end: its distribution, and what drives it.

    `criticality` (of a milestone) is the share of draws in which it lies on the longest path to its venture's end, or
    to that of a venture that waits for it; None for a venture. `risks` and `milestones` are its drivers, the strongest
    first; those that do nothing are not among them.
    """

    end: Distribution
    criticality: float | None
    risks: tuple[RiskDriver, ...]
    milestones: tuple[ShareDriver, ...]


@dataclass(frozen=True, slots=True)
class Simulated:
    """The forecasts of all milestones that are not finished, and of all ventures that have such.

    `driver_draws`: how many of the draws the drivers are worked out from. `risks_left_out`: risks beyond the number
    that are looked at as drivers (all of them delay, though).
    """

    milestones: Mapping[UUID, Forecast]
    ventures: Mapping[UUID, Forecast]
    inputs_hash: str
    seed: int
    draws: int
    driver_draws: int
    risks_left_out: int
    numpy: str = field(default=np.__version__)


def simulate(plan: Plan, draws: int = DRAWS, seed: int | None = None, *, drivers: bool = True) -> Simulated:
    """The forecast of a plan. Without a seed it follows from the plan's hash; give one to compare two plans.

    With one seed, what two plans have in common draws the same numbers. Raises `ValueError` for draws below 1 or above
    100,000.
    """
    if not 1 <= draws <= MOST_DRAWS:
        raise ValueError(f"draws must be from 1 to {MOST_DRAWS}, not {draws}")
    seed = seed_of(plan.inputs_hash) if seed is None else seed
    course = Course.of(plan)
    sample = Sample(_kept(plan, draws)) if drivers else None
    ends, criticality = _go_through(course, plan, draws, seed, sample)
    found = NOTHING if sample is None else find_drivers(course, sample)
    milestones = {
        node.milestone.id: Forecast(end, critical, *found.nodes.get(place, ((), ())))
        for place, (node, end, critical) in enumerate(zip(course.nodes, ends, criticality.shares(), strict=True))
    }
    ventures = {
        id: Forecast(distribution_of(end, plan.calendars[id]), None, *found.ventures.get(id, ((), ())))
        for id, end in sorted(criticality.ends.items())
    }
    return Simulated(
        dict(sorted(milestones.items())),
        ventures,
        plan.inputs_hash,
        seed,
        draws,
        0 if sample is None else sample.draws,
        found.risks_left_out,
    )


def _kept(plan: Plan, draws: int) -> int:
    """From how many of the draws drivers are worked out."""
    return min(draws, max(LEAST_KEPT, MOST_KEPT // max(1, len(plan.milestones) + len(plan.risks))))


def _go_through(
    course: Course, plan: Plan, draws: int, seed: int, sample: Sample | None
) -> tuple[list[Distribution], Criticality]:
    """Draw each node and keep what is asked of it; rows that nothing needs any more are let go.

    So what is held at once does not grow with the number of milestones, but with how many wait side by side.
    """
    ends: list[Distribution] = []
    criticality = Criticality(course, draws)
    delays = _Delays(course, plan, draws, seed)
    last_use = {edge.position: place for place, node in enumerate(course.nodes) for edge in node.edges}
    spans: dict[int, Span] = {}
    for place, node in enumerate(course.nodes):
        durations = draw_work(seed, node.milestone, draws)
        touching = delays.of(place)
        if sample is not None:
            sample.keep_work(place, durations, touching)
        for delay in touching.values():
            durations += delay
        span, bounds = held(node, durations, spans)
        if sample is not None:
            sample.keep_span(durations, span)
        criticality.keep(node, span, bounds)
        ends.append(distribution_of(span.end, node.days, node.milestone.due))
        if place in last_use:
            spans[place] = span
        for before in {edge.position for edge in node.edges}:
            if last_use[before] == place:
                del spans[before]
    return ends, criticality


class _Delays:
    """What the risks delay in each draw. Each is drawn when a node first asks, and let go after the last one has.

    Beyond a number that is held, they are drawn again each time: the same numbers, for they have their own streams.
    """

    def __init__(self, course: Course, plan: Plan, draws: int, seed: int) -> None:
        """Find out which nodes ask for which."""
        places = {node.milestone.id: place for place, node in enumerate(course.nodes) if not node.milestone.histogram}
        self._draws = draws
        self._seed = seed
        self._touching: dict[int, list[Touch]] = {}
        self._last: dict[Touch, int] = {}
        self._drawn: dict[Touch, Floats] = {}
        for risk in sorted(plan.risks, key=lambda risk: risk.id):
            own = {id for id, *_ in risk.own}
            for place in sorted({places[id] for id in risk.touches if id in places}):
                id = course.nodes[place].milestone.id
                touch = Touch(risk, id if id in own else None)
                self._touching.setdefault(place, []).append(touch)
                self._last[touch] = place

    def of(self, position: int) -> dict[Touch, Floats]:
        """The touches of a node, with their delays of shape (draws,); to be asked once, in the nodes' order."""
        found = {}
        for touch in self._touching.get(position, ()):
            delay = self._drawn.get(touch)
            if delay is None:
                delay = draw_delay(self._seed, touch.risk, self._draws, touch.own)
            found[touch] = delay
            if self._last[touch] == position:
                self._drawn.pop(touch, None)
            elif len(self._drawn) < MOST_HELD:
                self._drawn[touch] = delay
        return found
