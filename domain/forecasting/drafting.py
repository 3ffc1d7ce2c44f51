"""From what ventures know to a plan that can be drawn, and to what was missing and is taken instead. Pure.

A milestone without estimate takes the days of its plan, from start to due, as certain; one that has only a due day is
a point in time. One that has neither takes no time and gets no forecast of its own. Work under way has so much left as
its percent complete says. A risk that has struck has probability 1, one without probability the middle of its band.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from domain.forecasting.days import Days, days_from
from domain.forecasting.facts import Facts, ForeignFacts, MilestoneFacts, RiskFacts, SlipFacts
from domain.forecasting.network import Cycle, Link
from domain.forecasting.plan import LONGEST, Plan, Planned, Striking
from domain.forecasting.tables import ForecastGap
from domain.money.earned_value import planned_share

_UNDER_WAY: Final = frozenset({"in_progress", "on_hold"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not known, of a milestone or of a risk that touches it."""

    gap: ForecastGap
    milestone_id: UUID
    risk_id: UUID | None = None


@dataclass(frozen=True)
class Draft:
    """A plan and what was missing for it. `plan` is None where dependencies go round, as the gaps say then.

    `undated`: milestones that take no time because nothing is known of them, and have no forecast of their own.
    """

    facts: Facts
    "Without the calendars, which stand in the plan as it needs them."
    ventures: tuple[UUID, ...]
    "Those that are drawn, in the order of their ids."
    plan: Plan | None
    gaps: tuple[Gap, ...] = ()
    undated: frozenset[UUID] = frozenset()
    planned: Mapping[UUID, int | None] = field(default_factory=dict)
    "Of each open milestone how much was to be done by the end of the status day, in percent."
    connected: int = 1
    "How many ventures hang together with them, themselves included."

    @property
    def open(self) -> list[MilestoneFacts]:
        """The milestones that are still to be reached."""
        return [milestone for milestone in self.facts.milestones if milestone.is_open]

    @cached_property
    def inputs_hash(self) -> str:
        """SHA-256 over the plan and over what else is stored with its forecast, as hexadecimal text."""
        facts = self.facts
        told = hashlib.sha256((self.plan.inputs_hash if self.plan else "no plan").encode())
        for venture_id in self.ventures:
            told.update(f"{venture_id.hex} {facts.paces.get(venture_id)!r}\n".encode())
        for one in facts.milestones:
            baseline = (one.baseline_start_on, one.baseline_due_on, one.start_on, one.due_on)
            told.update(f"{one.id.hex} {one.status} {one.percent_complete} {baseline!r}\n".encode())
        for gap in self.gaps:
            told.update(f"{gap!r}\n".encode())
        told.update(f"{facts.status_on} {self.connected}".encode())
        return told.hexdigest()

    @property
    def is_stored(self) -> bool:
        """Whether all of its ventures have a forecast from these very inputs."""
        return all(self.facts.stored.get(venture_id) == self.inputs_hash for venture_id in self.ventures)


def draft_of(facts: Facts, connected: int = 1) -> Draft:
    """The plan of ventures that are drawn together; so many are connected in all."""
    return replace(_Drafting(facts).draft(), connected=connected)


@dataclass
class _Drafting:
    facts: Facts
    gaps: list[Gap] = field(default_factory=list)
    undated: set[UUID] = field(default_factory=set)

    def draft(self) -> Draft:
        days = {id: days_from(calendar, self.facts.status_on) for id, calendar in self.facts.calendars.items()}
        own = {one.id: self._planned(one, days[one.venture_id]) for one in self.facts.milestones}
        foreign: dict[UUID, Planned] = {}
        for other in self.facts.foreign:
            days.setdefault(other.venture_id, days_from(other.calendar, self.facts.status_on))
            if (planned := self._foreign(other, days[other.venture_id])) is not None:
                foreign[other.id] = planned
        known = own | foreign
        links = [
            Link(one.predecessor_id, one.successor_id, one.kind, int(_bounded(one.lag_days)))
            for one in self.facts.links
            if one.predecessor_id in known and one.successor_id in own
        ]
        needed = _needed(known, links)
        risks = list(self._striking({one.id for one in self.facts.milestones if one.is_open}))
        milestones = tuple(planned for id, planned in known.items() if id in needed)
        kept = tuple(link for link in links if link.predecessor in needed and link.successor in needed)
        calendars = {planned.venture: days[planned.venture] for planned in milestones}
        plan: Plan | None = None
        try:
            plan = Plan(milestones, calendars, kept, tuple(risks))
        except Cycle as cycle:
            self.gaps = [Gap(ForecastGap.CYCLE, id) for id in sorted({UUID(str(id)) for id in cycle.path})]
        without = replace(self.facts, calendars={})
        return Draft(
            without,
            tuple(sorted(self.facts.calendars)),
            plan,
            tuple(self.gaps),
            frozenset(self.undated),
            {one.id: self._planned_percent(one) for one in self.facts.milestones if one.is_open},
        )

    def _planned_percent(self, one: MilestoneFacts) -> int | None:
        """Of the baseline, else of the plan, evenly over its working days; None without a due day."""
        start, due = one.start_on, one.due_on
        if one.baseline_due_on is not None:
            start, due = one.baseline_start_on, one.baseline_due_on
        if due is None:
            return None
        return int(100 * planned_share(self.facts.calendars[one.venture_id], start, due, self.facts.status_on))

    def _planned(self, one: MilestoneFacts, days: Days) -> Planned:
        if not one.is_open:
            ended = days.end(one.completed_on or self.facts.status_on)
            return Planned(one.id, one.venture_id, finished=min(ended, days.end(self.facts.status_on)))
        low, likely, high, earliest = self._work(one, days)
        if one.due_on is None:
            self.gaps.append(Gap(ForecastGap.DUE_DATE, one.id))
        if one.status == "on_hold":
            self.gaps.append(Gap(ForecastGap.ON_HOLD, one.id))
        begun = one.status in _UNDER_WAY and (one.status == "in_progress" or one.percent_complete > 0)
        return Planned(
            one.id,
            one.venture_id,
            low,
            likely,
            high,
            remains=1 - one.percent_complete / 100,
            started=(0 if one.start_on is None else min(0, days.start(one.start_on))) if begun else None,
            earliest=earliest,
            due=None if one.due_on is None else days.end(one.due_on),
        )

    def _work(self, one: MilestoneFacts, days: Days) -> tuple[float, float, float, float]:
        """Its whole work in three points, and the index before which it may not begin."""
        earliest = 0.0 if one.start_on is None else float(days.start(one.start_on))
        points = (one.estimate_optimistic, one.estimate_likely, one.estimate_pessimistic)
        if all(point is not None for point in points):
            low, likely, high = (_bounded(point) for point in points if point is not None)
            return low, likely, high, earliest
        self.gaps.append(Gap(ForecastGap.ESTIMATE, one.id))
        if one.due_on is None:
            self.undated.add(one.id)
            self.gaps.append(Gap(ForecastGap.DATES, one.id))
            return 0.0, 0.0, 0.0, earliest
        if one.start_on is None:
            return 0.0, 0.0, 0.0, float(days.end(one.due_on))
        length = _bounded(max(0, days.end(one.due_on) - days.start(one.start_on)))
        return length, length, length, earliest

    def _foreign(self, other: ForeignFacts, days: Days) -> Planned | None:
        """A milestone that is not drawn here: by its stored forecast, else as reached when it is due."""
        if other.status == "done":
            ended = days.end(other.completed_on or self.facts.status_on)
            return Planned(other.id, other.venture_id, finished=min(ended, days.end(self.facts.status_on)))
        bins = tuple(_bins(other.histogram, days))
        if bins:
            self.gaps.append(Gap(ForecastGap.FOREIGN_FORECAST, other.id))
            return Planned(other.id, other.venture_id, histogram=bins)
        self.gaps.append(Gap(ForecastGap.FOREIGN_UNKNOWN, other.id))
        if other.due_on is None:
            return None
        end = float(max(0, days.end(other.due_on)))
        return Planned(other.id, other.venture_id, histogram=((end, end, 1.0),))

    def _striking(self, open: set[UUID]) -> Iterator[Striking]:
        for risk in self.facts.risks:
            touched = [slip for slip in risk.touches if slip.milestone_id in open]
            if not touched:
                continue
            probability = Decimal(1) if risk.status == "occurred" else risk.probability
            delays = {slip.milestone_id: _delay(risk, slip) for slip in touched}
            missing: list[ForecastGap] = []
            if probability is None:
                missing.append(ForecastGap.RISK_PROBABILITY if risk.assessed else ForecastGap.RISK_ASSESSMENT)
                probability = risk.middle
            self.gaps += [Gap(gap, id, risk.id) for gap in missing for id in delays]
            self.gaps += [Gap(ForecastGap.RISK_DELAY, id, risk.id) for id, points in delays.items() if points is None]
            own = [(id, *_bounded_points(points)) for id, points in sorted(delays.items()) if points is not None]
            if own and probability is not None:
                _, low, likely, high = own[0]
                others = tuple(one for one in own if one[1:] != (low, likely, high))
                ids = tuple(id for id, *_ in own)
                yield Striking(risk.id, float(probability), low, likely, high, ids, own=others)


Points = tuple[Decimal, Decimal, Decimal]


def _delay(risk: RiskFacts, slip: SlipFacts) -> Points | None:
    """The three points of the delay of one milestone, in working days: its own, else the risk's."""
    own = _points(slip.low, slip.likely, slip.high)
    return own or _points(risk.delay_low, risk.delay_likely, risk.delay_high)


def _points(low: Decimal | None, likely: Decimal | None, high: Decimal | None) -> Points | None:
    return None if low is None or likely is None or high is None else (low, likely, high)


def _bounded_points(points: Points) -> tuple[float, float, float]:
    low, likely, high = points
    return _bounded(low), _bounded(likely), _bounded(high)


def _bounded(value: Decimal | int) -> float:
    """A number of working days that a plan can take."""
    return max(-LONGEST, min(LONGEST, float(value)))


def _bins(histogram: Iterable[Mapping[str, Any]], days: Days) -> Iterator[tuple[float, float, float]]:
    """Stored bins of days as bins of indexes: evenly within each."""
    for bar in histogram:
        low, high = days.start(date.fromisoformat(bar["from_on"])), days.end(date.fromisoformat(bar["to_on"]))
        if high > 0:
            yield float(max(low, 0)), float(high), float(bar["share"])


def _needed(known: Mapping[UUID, Planned], links: Sequence[Link[UUID]]) -> set[UUID]:
    """What is open and drawn here, and what that waits for itself."""
    needed = {id for id, planned in known.items() if planned.finished is None and not planned.histogram}
    return needed | {link.predecessor for link in links if link.successor in needed}
