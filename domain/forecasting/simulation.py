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
from numpy.typing import NDArray

from domain.forecasting.course import Course, Node, Span, held
from domain.forecasting.days import EPSILON, Floats
from domain.forecasting.distribution import Distribution, distribution_of
from domain.forecasting.drivers import NOTHING, RiskDriver, Sample, ShareDriver, find_drivers
from domain.forecasting.plan import DRAWS, MOST_DRAWS, Plan, Striking, seed_of
from domain.forecasting.sampling import draw_delay, draw_work

MOST_KEPT: Final = 4_000_000
"""Numbers that are kept of all draws of all milestones, to find drivers with; more milestones, fewer draws of each."""
LEAST_KEPT: Final = 1_000

Bits = NDArray[np.uint8]


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
    run = _Run(course, plan, draws, seed, sample)
    found = NOTHING if sample is None else find_drivers(course, sample)
    critical = run.criticality()
    milestones = {
        node.milestone.id: Forecast(run.ends[position], critical[position], *found.nodes.get(position, ((), ())))
        for position, node in enumerate(course.nodes)
    }
    ventures = {
        id: Forecast(distribution_of(end, plan.calendars[id]), None, *found.ventures.get(id, ((), ())))
        for id, end in run.venture_ends.items()
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


class _Run:
    """One pass over a course. Rows that nothing needs any more are let go, so the size of a plan is bounded."""

    def __init__(self, course: Course, plan: Plan, draws: int, seed: int, sample: Sample | None) -> None:
        """Draw, and go through; what drivers are found with goes into the sample."""
        self._course = course
        self._draws = draws
        self.ends: list[Distribution] = []
        self.venture_ends: dict[UUID, Floats] = {}
        self._driving: list[list[Bits]] = []
        self._reaches: list[Bits] = []
        self._exceeds: list[Bits] = []
        delays = _Delays(course, plan, draws, seed)
        last_use = {edge.position: position for position, node in enumerate(course.nodes) for edge in node.edges}
        spans: dict[int, Span] = {}
        for position, node in enumerate(course.nodes):
            durations = draw_work(seed, node.milestone, draws)
            touching = delays.of(position)
            if sample is not None:
                sample.keep_work(position, durations, touching)
            for _, delay in touching:
                durations += delay
            spans[position], bounds = held(node, durations, spans)
            if sample is not None:
                sample.keep_span(durations, spans[position])
            self._look_at(node, spans[position], bounds)
            for place in {position, *(edge.position for edge in node.edges)}:
                if last_use.get(place, position) == position:
                    del spans[place]

    def _look_at(self, node: Node, span: Span, bounds: list[Floats]) -> None:
        """Keep what is asked of a node: its distribution, and by bits (one a draw) what a critical path goes along."""
        self.ends.append(distribution_of(span.end, node.days, node.milestone.due))
        self._driving.append([np.packbits(bound >= span.start - EPSILON) for bound in bounds])
        latest = self.venture_ends.get(node.milestone.venture)
        if latest is None:
            self.venture_ends[node.milestone.venture] = span.end.copy()
            latest = np.full(self._draws, -np.inf)
        self._reaches.append(np.packbits(span.end >= latest - EPSILON))
        self._exceeds.append(np.packbits(span.end > latest + EPSILON))
        np.maximum(self.venture_ends[node.milestone.venture], span.end, out=self.venture_ends[node.milestone.venture])

    def criticality(self) -> list[float]:
        """For each node the share of draws in which it is critical, backwards from the ends.

        A node is critical where it ends last in its venture, or where its link decides when a critical one starts.
        """
        passed: dict[UUID, Bits] = {}
        nothing = np.zeros((self._draws + 7) // 8, dtype=np.uint8)
        critical = [nothing.copy() for _ in self._reaches]
        for position in reversed(range(len(critical))):
            node = self._course.nodes[position]
            later = passed.get(node.milestone.venture, nothing)
            critical[position] |= self._reaches[position] & ~later
            passed[node.milestone.venture] = later | self._exceeds[position]
            for edge, driving in zip(node.edges, self._driving[position], strict=True):
                critical[edge.position] |= driving & critical[position]
        return [int(np.bitwise_count(bits).sum()) / self._draws for bits in critical]


class _Delays:
    """What the risks delay in each draw. Each is drawn when a node first asks, and let go after the last one has."""

    def __init__(self, course: Course, plan: Plan, draws: int, seed: int) -> None:
        """Find out which nodes ask for which."""
        places = {node.milestone.id: place for place, node in enumerate(course.nodes) if not node.milestone.histogram}
        self._draws = draws
        self._seed = seed
        self._touching: dict[int, list[Striking]] = {}
        self._last: dict[UUID, int] = {}
        self._drawn: dict[UUID, Floats] = {}
        for risk in sorted(plan.risks, key=lambda risk: risk.id):
            for place in sorted({places[id] for id in risk.touches if id in places}):
                self._touching.setdefault(place, []).append(risk)
                self._last[risk.id] = place

    def of(self, position: int) -> list[tuple[Striking, Floats]]:
        """The risks that touch a node, with their delays of shape (draws,); to be asked once, in the nodes' order."""
        found = []
        for risk in self._touching.get(position, ()):
            if risk.id not in self._drawn:
                self._drawn[risk.id] = draw_delay(self._seed, risk, self._draws)
            found.append((risk, self._drawn[risk.id]))
            if self._last[risk.id] == position:
                del self._drawn[risk.id]
        return found
