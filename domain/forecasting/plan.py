"""What a forecast is made of: a connected set of milestones, their links, and the risks that strike them.

All numbers are working days; indexes are counted from the status date in the calendar of the milestone's venture
(`days.py`). The answer depends on nothing else, so what is hashed here names it.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final
from uuid import UUID

from domain.forecasting.days import Days
from domain.forecasting.facts import MOST_MILESTONES
from domain.forecasting.network import Link, Unschedulable, in_order

MOST_RISKS: Final = 10_000
MOST_DRAWS: Final = 100_000
DRAWS: Final = 10_000
LONGEST: Final = 100_000.0
"""Working days that a duration, delay, lag or index may have at most: more than all calendars hold."""

METHOD: Final = "forecast-1"
"""Goes into every hash: a change of how answers are computed changes it, so that all are computed anew."""


class Shape(StrEnum):
    """How the values between three points are distributed."""

    PERT = "pert"
    TRIANGULAR = "triangular"


@dataclass(frozen=True, slots=True)
class Planned:
    """A milestone: its whole work in three points `0 ≤ low ≤ likely ≤ high`, and what is known of its course.

    Of work under way either the share that `remains` is known (1 is all), or how many days have been `worked` on it:
    then only courses that take longer than those count. `started`: the index at which its work began, 0 or below.
    `finished`: the index at which it ended; then it takes no part, and only holds back its successors. `earliest`: the
    index before which it may not begin. `due`: the index that its end must not pass.
    `histogram`: a foreign milestone, whose end is not worked out here but drawn from bins (from, to, share) of
    indexes, evenly within each; three points, links to it and risks do not matter then.
    """

    id: UUID
    venture: UUID
    low: float = 0.0
    likely: float = 0.0
    high: float = 0.0
    remains: float = 1.0
    worked: float = 0.0
    started: float | None = None
    finished: float | None = None
    earliest: float = 0.0
    due: float | None = None
    shape: Shape = Shape.PERT
    histogram: tuple[tuple[float, float, float], ...] = ()

    @property
    def mean(self) -> float:
        """The mean of the work that is left, without risks; of a foreign milestone the mean of its end.

        Beta-PERT: (a + 4m + b) / 6, triangular: (a + m + b) / 3, times what remains. Days already worked are taken off,
        for the critical path only: the simulation draws on the condition that the work takes longer.
        """
        if self.histogram:
            whole = math.fsum(share for _, _, share in self.histogram)
            return math.fsum((low + high) / 2 * share for low, high, share in self.histogram) / whole
        if self.shape is Shape.PERT:
            mean = (self.low + 4 * self.likely + self.high) / 6
        else:
            mean = (self.low + self.likely + self.high) / 3
        return max(0.0, mean * self.remains - self.worked)


@dataclass(frozen=True, slots=True)
class Striking:
    """A risk: it strikes with a probability, once however many milestones it touches, and delays each of these.

    The delay in three points, in working days of each milestone it touches. One that has struck has probability 1.
    `own`: milestones that it delays otherwise than the rest, each with its three points; drawn by the same random
    numbers, so that it strikes hard everywhere or nowhere.
    """

    id: UUID
    probability: float
    low: float
    likely: float
    high: float
    touches: tuple[UUID, ...]
    shape: Shape = Shape.PERT
    own: tuple[tuple[UUID, float, float, float], ...] = ()

    @property
    def delays(self) -> dict[UUID, tuple[float, float, float]]:
        """The three points of the delay of each milestone that it touches."""
        own = {id: (low, likely, high) for id, low, likely, high in self.own}
        return {id: own.get(id, (self.low, self.likely, self.high)) for id in self.touches}

    @property
    def weight(self) -> float:
        """Probability × beta-PERT mean of the delay, over all milestones it touches: which risks to look at first."""
        delays = self.delays.values()
        return self.probability * math.fsum((low + 4 * likely + high) / 6 for low, likely, high in delays)


@dataclass(frozen=True)
class Plan:
    """A connected set of milestones. `calendars` holds the days of each of their ventures, all of one status date.

    The order of milestones, links and risks changes nothing. Raises `Unschedulable` for what is no plan: ids twice or
    unknown, numbers out of order, out of range or not finite, too many of anything; and `Cycle` where links go round.
    """

    milestones: tuple[Planned, ...]
    calendars: Mapping[UUID, Days]
    links: tuple[Link[UUID], ...] = ()
    risks: tuple[Striking, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is no plan."""
        for fault in self._faults():
            raise Unschedulable(fault)
        in_order((milestone.id for milestone in self.milestones), self.links)

    def _faults(self) -> Iterator[str]:
        if len(self.milestones) > MOST_MILESTONES:
            yield f"a plan holds at most {MOST_MILESTONES} milestones, not {len(self.milestones)}"
        if len(self.risks) > MOST_RISKS:
            yield f"a plan holds at most {MOST_RISKS} risks, not {len(self.risks)}"
        ids = {milestone.id for milestone in self.milestones}
        if len(ids) < len(self.milestones):
            yield "a milestone is there twice"
        if len({risk.id for risk in self.risks}) < len(self.risks):
            yield "a risk is there twice"
        if len({days.status_on for days in self.calendars.values()}) > 1:
            yield "the calendars count from different status dates"
        for milestone in self.milestones:
            yield from _faults_of_milestone(milestone, self.calendars)
        for link in self.links:
            if not -LONGEST <= link.lag <= LONGEST:
                yield f"the lag from {link.predecessor} to {link.successor} is beyond {LONGEST:.0f} days: {link.lag}"
        for risk in self.risks:
            if not 0 <= risk.probability <= 1:
                yield f"the probability of risk {risk.id} must be from 0 to 1, not {risk.probability}"
            yield from _faults_of_points(f"risk {risk.id}", risk.low, risk.likely, risk.high)
            if not ids.issuperset(risk.touches):
                yield f"risk {risk.id} touches a milestone that is not in the plan"
            if len({id for id, *_ in risk.own} & set(risk.touches)) < len(risk.own):
                yield f"risk {risk.id} has a delay of its own for a milestone twice, or for one that it does not touch"
            for id, *points in risk.own:
                yield from _faults_of_points(f"risk {risk.id} for milestone {id}", *points)

    @cached_property
    def inputs_hash(self) -> str:
        """SHA-256 over the plan in canonical bytes, as hexadecimal text: the same for every order of its parts."""
        lines = [METHOD]
        lines += sorted(f"calendar {id.hex} {days.fingerprint}" for id, days in self.calendars.items())
        lines += sorted(_line_of_milestone(milestone) for milestone in self.milestones)
        lines += sorted(
            f"link {link.predecessor.hex} {link.successor.hex} {link.kind.value} {float(link.lag)!r}"
            for link in self.links
        )
        lines += sorted(_line_of_risk(risk) for risk in self.risks)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def seed_of(inputs_hash: str) -> int:
    """The seed of a plan's random numbers: the first 63 bits of its hash, so that it fits a signed 64-bit column."""
    return int(inputs_hash[:16], 16) >> 1


def _told(value: float | None) -> str:
    # float first: 1 and 1.0 are the same, and so are 0.0 and -0.0
    return "-" if value is None else repr(float(value) + 0.0)


def _line_of_milestone(milestone: Planned) -> str:
    numbers = (
        milestone.low,
        milestone.likely,
        milestone.high,
        milestone.remains,
        milestone.worked,
        milestone.started,
        milestone.finished,
        milestone.earliest,
        milestone.due,
        *(value for bin in milestone.histogram for value in bin),
    )
    texts = ("milestone", milestone.id.hex, milestone.venture.hex, milestone.shape.value, *map(_told, numbers))
    return " ".join(texts)


def _line_of_risk(risk: Striking) -> str:
    numbers = map(_told, (risk.probability, risk.low, risk.likely, risk.high))
    touches = [" ".join((id.hex, *map(_told, points))) for id, points in sorted(risk.delays.items())]
    return " ".join(("risk", risk.id.hex, risk.shape.value, *numbers, *touches))


def _faults_of_milestone(milestone: Planned, calendars: Mapping[UUID, Days]) -> Iterator[str]:
    name = f"milestone {milestone.id}"
    if milestone.venture not in calendars:
        yield f"{name} is of a venture without a calendar"
    yield from _faults_of_points(name, milestone.low, milestone.likely, milestone.high)
    if not 0 <= milestone.remains <= 1:
        yield f"what remains of {name} must be from 0 to 1, not {milestone.remains}"
    if not 0 <= milestone.worked <= LONGEST:
        yield f"the days worked on {name} must be from 0 to {LONGEST:.0f}, not {milestone.worked}"
    if milestone.remains < 1 and milestone.worked > 0:
        yield f"{name} tells both what remains and how long it was worked on"
    if milestone.started is not None and not -LONGEST <= milestone.started <= 0:
        yield f"{name} can only have started by the status date, not at {milestone.started}"
    for value in (milestone.finished, milestone.earliest, milestone.due):
        if value is not None and not -LONGEST <= value <= LONGEST:
            yield f"an index of {name} is beyond {LONGEST:.0f} days: {value}"
    for low, high, share in milestone.histogram:
        if not (-LONGEST <= low <= high <= LONGEST and 0 <= share < math.inf):
            yield f"the histogram of {name} has a bin that is none: {low} to {high}, share {share}"
    if milestone.histogram and not any(share for _, _, share in milestone.histogram):
        yield f"the histogram of {name} is empty"


def _faults_of_points(name: str, low: float, likely: float, high: float) -> Iterator[str]:
    if not 0 <= low <= likely <= high <= LONGEST:
        yield f"the three points of {name} must rise from 0 to at most {LONGEST:.0f}: got {low}, {likely}, {high}"
