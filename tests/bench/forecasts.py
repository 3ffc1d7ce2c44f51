"""How fast a forecast is computed, beside the least that it could cost: `python -m tests.bench --only forecasts`.

The least is one pass of numpy that draws as many samples (a time for each milestone, a chance and a delay for each
risk), and sorts the ends; the other comparison is a plain loop of Python over the draws. Needs no servers.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID

import numpy as np

from domain.calendars.working_days import working_calendar
from domain.forecasting.course import Course
from domain.forecasting.days import days_from
from domain.forecasting.network import Link
from domain.forecasting.plan import DRAWS, Plan, Planned, Striking
from domain.forecasting.simulation import simulate
from domain.milestones.tables import DependencyKind

MILESTONES: Final = 200
LINKS: Final = 300
RISKS: Final = 60
PLAIN_DRAWS: Final = 200
"""From which the plain loop is extrapolated: it takes as long for each."""
STATUS_ON: Final = date(2026, 9, 28)
CALENDARS: Final = (
    working_calendar(),
    working_calendar((True, True, True, True, False, False, True)),
    working_calendar(off=[date(2026, 10, day) for day in (1, 2, 5, 6, 7)], extra=[date(2026, 10, 10)]),
    working_calendar((True,) * 7),
)


def measure_forecasts(turns: int) -> None:
    """Print the ratios; medians of so many turns, in which limit and ours take turns."""
    plan = sample_plan(MILESTONES)
    size = f"{MILESTONES} milestones, {LINKS} links, {RISKS} risks, {DRAWS} draws, {len(CALENDARS)} calendars"
    print(f"\n{size:68}{'limit ms':>10}{'ours ms':>10}{'ratio':>8}")
    sides: tuple[tuple[str, Callable[[], object]], ...] = (
        ("a forecast / drawing as many samples and sorting the ends", lambda: simulate(plan, drivers=False)),
        ("the same, with the drivers of all risks and milestones", lambda: simulate(plan)),
    )
    simulate(plan)  # what is laid out once a process is laid out
    for title, ours in sides:
        pairs = [(_took(lambda: draw_and_sort(plan)), _took(ours)) for _ in range(turns)]
        _row(title, *(statistics.median(one) for one in zip(*pairs, strict=True)))
    plain = _took(lambda: loop_over_draws(plan, PLAIN_DRAWS)) * DRAWS / PLAIN_DRAWS
    ours = statistics.median(_took(lambda: simulate(plan, drivers=False)) for _ in range(turns))
    print(
        f"{'a forecast / a plain loop over the draws (times faster)':68}{plain * 1e3:10.0f}{ours * 1e3:10.0f}", end=""
    )
    print(f"{plain / ours:8.0f}", flush=True)
    large = sample_plan(10 * MILESTONES)
    _row("a forecast of ten times as much / ten forecasts", 10 * ours, _took(lambda: simulate(large, drivers=False)))


def sample_plan(milestones: int) -> Plan:
    """A plan of ventures with a calendar each; links and risks in proportion to the milestones, the same every time."""
    chance = random.Random(6)
    ventures = [UUID(int=number) for number in range(1, len(CALENDARS) + 1)]
    times = milestones // MILESTONES
    made = []
    for number in range(milestones):
        low = chance.uniform(2, 10)
        likely = low + chance.uniform(0, 8)
        venture = ventures[number * len(ventures) // milestones]
        made.append(Planned(_ident(number), venture, low, likely, likely + chance.uniform(1, 20), due=120.0))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < LINKS * times:
        after = chance.randrange(1, milestones)
        pairs.add((max(0, after - chance.randrange(1, 40)), after))
    others = (DependencyKind.START_TO_START, DependencyKind.FINISH_TO_FINISH, DependencyKind.START_TO_FINISH)
    links = []
    for before, after in sorted(pairs):
        kind = chance.choice(others) if chance.random() < 0.3 else DependencyKind.FINISH_TO_START
        links.append(Link(_ident(before), _ident(after), kind, chance.choice((0, 0, 2, -1))))
    risks = [
        Striking(
            UUID(int=100_000 + number),
            chance.uniform(0.05, 0.6),
            1,
            5,
            chance.uniform(6, 30),
            tuple(map(_ident, chance.sample(range(milestones), chance.randint(1, 3)))),
        )
        for number in range(RISKS * times)
    ]
    calendars = {id: days_from(calendar, STATUS_ON) for id, calendar in zip(ventures, CALENDARS, strict=True)}
    return Plan(tuple(made), calendars, tuple(links), tuple(risks))


def draw_and_sort(plan: Plan) -> None:
    """The limit: the samples of all milestones and risks, and the ends in order."""
    chance = np.random.default_rng(1)
    end = np.zeros(DRAWS)
    for one in plan.milestones:
        spread = one.high - one.low
        alpha = 1 + 4 * (one.likely - one.low) / spread
        end = one.low + spread * chance.beta(alpha, 6 - alpha, DRAWS)
    for risk in plan.risks:
        spread = risk.high - risk.low
        alpha = 1 + 4 * (risk.likely - risk.low) / spread
        struck = chance.random(DRAWS) < risk.probability
        end += struck * (risk.low + spread * chance.beta(alpha, 6 - alpha, DRAWS))
    np.sort(end)


def loop_over_draws(plan: Plan, draws: int) -> list[float]:
    """The same forecast as one would write it first: the ends of all draws, by one calendar, without percentiles."""
    chance = random.Random(1)
    course = Course.of(plan)
    touching: dict[UUID, list[Striking]] = {}
    for risk in plan.risks:
        for id in risk.touches:
            touching.setdefault(id, []).append(risk)
    latest = []
    for _ in range(draws):
        delays = {
            risk.id: _draw(chance, risk.low, risk.likely, risk.high)
            for risk in plan.risks
            if chance.random() < risk.probability
        }
        starts: list[float] = []
        ends: list[float] = []
        for node in course.nodes:
            one = node.milestone
            duration = _draw(chance, one.low, one.likely, one.high)
            duration += sum(delays.get(risk.id, 0.0) for risk in touching.get(one.id, ()))
            start = node.earliest
            for edge in node.edges:
                bound = (ends if edge.kind.from_finish else starts)[edge.position] + edge.lag
                start = max(start, bound - duration if edge.kind.to_finish else bound)
            starts.append(start)
            ends.append(start + duration)
        latest.append(max(ends))
    return sorted(latest)


def _draw(chance: random.Random, low: float, likely: float, high: float) -> float:
    alpha = 1 + 4 * (likely - low) / (high - low)
    return low + (high - low) * chance.betavariate(alpha, 6 - alpha)


def _ident(number: int) -> UUID:
    return UUID(int=1_000 + number)


def _took(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _row(title: str, limit: float, ours: float) -> None:
    print(f"{title:68}{limit * 1e3:10.0f}{ours * 1e3:10.0f}{ours / limit:8.2f}", flush=True)
