"""What drives an end: risks by what would be saved without each, milestones by how closely the end follows them.

Without a risk means: in the same draws, with the same random numbers, only its delay is taken away and what follows is
gone through again. How closely an end follows a milestone is Spearman's ρ between the milestone's time and the end
(Spearman 1904), over the draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from domain.forecasting.course import Course, Span, held
from domain.forecasting.days import Floats
from domain.forecasting.distribution import quantile
from domain.forecasting.plan import Striking

MOST_RISKS_TRIED: Final = 100
"""Risks that are taken away, each by itself: those with the largest expected delay."""
MOST_SHARES: Final = 10
"""Milestones that are told as drivers of one end."""
_BLOCK: Final = 256
"""Ends whose ρ is worked out at once."""


@dataclass(frozen=True, slots=True)
class RiskDriver:
    """What an end would gain without a risk, in working days: of its mean, and of its P80.

    Where the chance of a risk is low, P80 may not feel it while the mean does: both are told. Never below 0.
    """

    id: UUID
    mean_days: float
    p80_days: float


@dataclass(frozen=True, slots=True)
class ShareDriver:
    """Spearman's ρ, from −1 to 1, between the time that a milestone takes and an end that waits for it."""

    id: UUID
    rho: float


class Touch(NamedTuple):
    """That a risk touches milestones: all those that have no delay of their own, or the one that has."""

    risk: Striking
    own: UUID | None


@dataclass
class Sample:
    """What is kept of the first `draws` draws: rows of shape (draws,), by the position of their node.

    `bare`: durations without risks, of the nodes that risks touch; `touched`: how they do, in the order in which the
    delays are added.
    """

    draws: int
    durations: list[Floats] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    bare: dict[int, Floats] = field(default_factory=dict)
    touched: dict[int, list[Touch]] = field(default_factory=dict)
    delays: dict[Touch, Floats] = field(default_factory=dict)

    def keep_work(self, place: int, work: Floats, touching: Mapping[Touch, Floats]) -> None:
        """Keep the work of a node without risks, shape (all draws,), and the delays by those that touch it."""
        if touching:
            self.bare[place] = work[: self.draws].copy()
            self.touched[place] = list(touching)
            for touch, delay in touching.items():
                if touch not in self.delays:
                    self.delays[touch] = self._head(delay)

    def keep_span(self, durations: Floats, span: Span) -> None:
        """Keep what became of the next node."""
        self.durations.append(self._head(durations))
        self.spans.append(Span(self._head(span.start), self._head(span.end)))

    def _head(self, row: Floats) -> Floats:
        # a view would keep the whole row
        return row if len(row) == self.draws else row[: self.draws].copy()


@dataclass(frozen=True)
class Driven:
    """The drivers of each node's end, by position, and of each venture's; the strongest first."""

    nodes: Mapping[int, tuple[tuple[RiskDriver, ...], tuple[ShareDriver, ...]]]
    ventures: Mapping[UUID, tuple[tuple[RiskDriver, ...], tuple[ShareDriver, ...]]]
    risks_left_out: int


NOTHING: Final = Driven({}, {}, 0)


def find_drivers(course: Course, sample: Sample) -> Driven:
    """The drivers of all ends."""
    ventures = {id: _latest(sample.spans[place].end for place in places) for id, places in course.last.items()}
    known = {touch.risk for touch in sample.delays}
    chosen = sorted(known, key=lambda risk: (-risk.weight, risk.id))[:MOST_RISKS_TRIED]
    risks = _risk_drivers(course, sample, ventures, chosen)
    shares = _share_drivers(course, sample, ventures)
    nodes = {place: (risks.get(place, ()), shares.get(place, ())) for place in range(len(course.nodes))}
    return Driven(
        nodes,
        {id: (risks.get(id, ()), shares.get(id, ())) for id in ventures},
        len(known) - len(chosen),
    )


def _latest(ends: Iterable[Floats]) -> Floats:
    rows = iter(ends)
    latest = next(rows).copy()
    for row in rows:
        np.maximum(latest, row, out=latest)
    return latest


def _risk_drivers(
    course: Course, sample: Sample, ventures: Mapping[UUID, Floats], risks: Sequence[Striking]
) -> dict[int | UUID, tuple[RiskDriver, ...]]:
    """By position of a node or id of a venture: what each risk would save."""
    found: dict[int | UUID, list[RiskDriver]] = {}
    p80: dict[int | UUID, float] = {}
    at = {place: node.milestone.venture for place, node in enumerate(course.nodes)}

    def compare(target: int | UUID, now: Floats, without: Floats, risk: UUID) -> None:
        if target not in p80:
            p80[target] = quantile(now, 0.80)
        saved = RiskDriver(risk, float((now - without).mean()), p80[target] - quantile(without, 0.80))
        found.setdefault(target, []).append(saved)

    for risk in risks:
        others = _without(course, sample, risk.id)
        for place, span in others.items():
            if span.end is not sample.spans[place].end:
                compare(place, sample.spans[place].end, span.end, risk.id)
        for venture in {at[place] for place in others}:
            ends = ((others.get(place) or sample.spans[place]).end for place in course.last[venture])
            without = _latest(ends)
            if not np.array_equal(without, ventures[venture]):
                compare(venture, ventures[venture], without, risk.id)
    return {
        target: tuple(sorted(drivers, key=lambda one: (-one.mean_days, -one.p80_days, one.id)))
        for target, drivers in found.items()
    }


def _without(course: Course, sample: Sample, risk: UUID) -> dict[int, Span]:
    """The spans that are others without a risk, by position: only what it touches, and what that moves."""
    touched = {place for place, touches in sample.touched.items() if any(touch.risk.id == risk for touch in touches)}
    changed = _Over(sample.spans)
    for place in range(min(touched), len(course.nodes)):
        node = course.nodes[place]
        if place not in touched and not any(edge.position in changed.new for edge in node.edges):
            continue
        durations = sample.durations[place]
        if place in touched:
            durations = sample.bare[place].copy()
            for other in sample.touched[place]:
                if other.risk.id != risk:
                    durations += sample.delays[other]
        span, _ = held(node, durations, changed)
        same = sample.spans[place]
        if not (np.array_equal(span.end, same.end) and np.array_equal(span.start, same.start)):
            changed.new[place] = span
    return changed.new


class _Over(Mapping[int, Span]):
    """Spans by position, some of them replaced."""

    def __init__(self, old: Sequence[Span]) -> None:
        self._old = old
        self.new: dict[int, Span] = {}

    def __getitem__(self, place: int) -> Span:
        return self.new.get(place) or self._old[place]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._old)))

    def __len__(self) -> int:
        return len(self._old)


def _share_drivers(
    course: Course, sample: Sample, ventures: Mapping[UUID, Floats]
) -> dict[int | UUID, tuple[ShareDriver, ...]]:
    """By position of a node or id of a venture: the milestones whose time its end follows most."""
    size = len(course.nodes)
    if not size or sample.draws < 2:
        return {}
    before = _before(course)
    times = ranks_of(sample.durations)
    targets: list[tuple[int | UUID, Floats, int]] = [
        (place, sample.spans[place].end, before[place]) for place in range(size)
    ]
    for id, ends in ventures.items():
        reach = 0
        for place in course.last[id]:
            reach |= before[place]
        targets.append((id, ends, reach))
    found: dict[int | UUID, tuple[ShareDriver, ...]] = {}
    lengths = np.sqrt(np.einsum("ij,ij->i", times, times))
    for begin in range(0, len(targets), _BLOCK):
        block = targets[begin : begin + _BLOCK]
        waits = np.array([_places(reach, size) for _, _, reach in block])
        asked = np.flatnonzero(waits.any(axis=0))
        ends = ranks_of([row for _, row, _ in block])
        scale = np.outer(np.sqrt(np.einsum("ij,ij->i", ends, ends)), lengths[asked])
        rhos = np.divide(ends @ times[asked].T, scale, out=np.zeros_like(scale), where=(scale > 0) & waits[:, asked])
        for (target, _, _), row in zip(block, rhos, strict=True):
            strongest = np.argsort(-np.abs(row), kind="stable")[:MOST_SHARES]
            found[target] = tuple(
                ShareDriver(course.nodes[asked[one]].milestone.id, float(row[one])) for one in strongest if row[one]
            )
    return found


def _before(course: Course) -> list[int]:
    """For each node, as bits of one number: itself and the nodes that it waits for, near and far."""
    before: list[int] = []
    for place, node in enumerate(course.nodes):
        reach = 1 << place
        for edge in node.edges:
            reach |= before[edge.position]
        before.append(reach)
    return before


def _places(reach: int, size: int) -> NDArray[np.bool_]:
    """The bits of a number as an array, the lowest first; shape (size,)."""
    bits = np.frombuffer(reach.to_bytes((size + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(bits, bitorder="little", count=size).astype(bool)


def ranks_of(rows: Sequence[Floats]) -> Floats:
    """Twice the rank of each value in its row, from the middle: whole numbers, so that their products are exact.

    Equal values share the mean of their ranks; equal are those that differ by less than 2⁻³² of the row's range. Shape
    (rows, draws).
    """
    ranks = np.empty((len(rows), len(rows[0])))
    for row, target in zip(rows, ranks, strict=True):
        least, most = float(row.min()), float(row.max())
        if most <= least:
            target[:] = 0.0
            continue
        # Two turns of counting by 16 bits each put them in order, several times faster than comparing does.
        keys = ((row - least) * ((2**32 - 1) / (most - least))).astype(np.uint32)
        order = np.argsort((keys & 0xFFFF).astype(np.uint16), kind="stable")
        order = order[np.argsort((keys >> 16).astype(np.uint16)[order], kind="stable")]
        ordered = keys[order]
        edges = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
        first = np.concatenate(([0], edges))
        behind = np.concatenate((edges, [len(row)]))
        target[order] = np.repeat((first + behind - len(row)).astype(np.float64), behind - first)
    return ranks
