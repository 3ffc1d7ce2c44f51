"""Plans for tests: milestones named by numbers, in one venture that works from Monday to Friday."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.calendars.working_days import working_calendar
from domain.forecasting.days import Days, days_from
from domain.forecasting.network import Link
from domain.forecasting.plan import Plan, Planned, Shape, Striking
from domain.milestones.tables import DependencyKind
from tests.domain.forecasting.reliable import RELIABLE

VENTURE = UUID(int=1)
MONDAY = date(2026, 9, 28)
DAYS: Days = days_from(working_calendar(), MONDAY)
SEEDS = (1, 42, 20_260_928)


def ident(number: int) -> UUID:
    """The id of a milestone."""
    return UUID(int=1_000 + number)


def milestone(number: int, *points: float, shape: Shape = Shape.PERT, **known: object) -> Planned:
    """A milestone with one certain or three uncertain points."""
    low, likely, high = points if len(points) == 3 else points * 3
    return Planned(ident(number), VENTURE, low, likely, high, shape=shape, **known)  # type: ignore[arg-type]


def risk(number: int, probability: float, *points: float, touches: Iterable[int] = (0,)) -> Striking:
    """A risk with a certain or an uncertain delay, by the numbers of what it touches."""
    low, likely, high = points if len(points) == 3 else points * 3
    return Striking(UUID(int=5_000 + number), probability, low, likely, high, tuple(map(ident, touches)))


def link(before: int, after: int, kind: DependencyKind = DependencyKind.FINISH_TO_START, lag: int = 0) -> Link[UUID]:
    """A link between two numbers."""
    return Link(ident(before), ident(after), kind, lag)


def plan(milestones: Iterable[Planned], links: Iterable[Link[UUID]] = (), risks: Iterable[Striking] = ()) -> Plan:
    """A plan of one venture."""
    return Plan(tuple(milestones), {VENTURE: DAYS}, tuple(links), tuple(risks))


def reliable(shape: Shape, **due: float) -> tuple[Plan, dict[str, UUID]]:
    """Reliable Construction, and its ids by their letters."""
    numbers = {row[0]: number for number, row in enumerate(RELIABLE)}
    milestones = [
        milestone(numbers[id], low, likely, high, shape=shape, due=due.get(id))
        for id, _, low, likely, high, _ in RELIABLE
    ]
    links = [link(numbers[before], numbers[row[0]]) for row in RELIABLE for before in row[1]]
    return plan(milestones, links), {id: ident(number) for id, number in numbers.items()}


OTHERS = {
    UUID(int=2): days_from(working_calendar((True, True, True, True, False, False, True)), MONDAY),
    UUID(int=3): days_from(working_calendar((True,) * 7, off=[date(2026, 10, 1), date(2026, 10, 2)]), MONDAY),
}
"""Ventures that work from Sunday to Thursday, and on every day but two."""

ALL = tuple(DependencyKind)
FORWARDS = (DependencyKind.FINISH_TO_START, DependencyKind.START_TO_START)
"""Kinds with which longer work never lets anything begin earlier. Finish to finish does: longer work that is held by
its finish begins earlier, and so does what waits for its beginning."""
BY_FINISH = (DependencyKind.FINISH_TO_START, DependencyKind.FINISH_TO_FINISH)
"""With these neither, since nothing waits for a beginning."""


def random_plan(seed: int, kinds: tuple[DependencyKind, ...] = ALL, most: int = 8, ventures: int = 1) -> Plan:
    """A small plan of all kinds of things."""
    chance = random.Random(seed)
    size = chance.randint(2, most)
    calendars = dict(list({VENTURE: DAYS, **OTHERS}.items())[:ventures])
    milestones = []
    for number in range(size):
        known: dict[str, object] = {"earliest": float(chance.choice((0, 0, 5))), "due": float(chance.randint(5, 40))}
        known |= chance.choice(({}, {}, {"remains": 0.5, "started": -3.0}, {"worked": 4.0, "started": -4.0}))
        if chance.random() < 0.1:
            known = {"finished": -1.0, "started": -9.0}
        points = sorted(chance.choice((1, 2, 5, 5, 8, 13, 21)) for _ in range(3))
        made = milestone(number, *points, **known)
        milestones.append(replace(made, venture=chance.choice(list(calendars))))
    pairs = [sorted(chance.sample(range(size), 2)) for _ in range(chance.randint(0, 2 * size))]
    links = [link(a, b, chance.choice(kinds), chance.randint(-2, 3)) for a, b in pairs]
    risks = [
        risk(number, chance.random(), 1, 3, 10, touches=chance.sample(range(size), chance.randint(1, 2)))
        for number in range(chance.randint(0, 4))
    ]
    risks = [replace(one, own=((one.touches[0], 2.0, 2.0, 5.0),)) if chance.random() < 0.3 else one for one in risks]
    return Plan(tuple(milestones), calendars, tuple(links), tuple(risks))
