"""What holds of every forecast: order, common random numbers, and agreement with the critical path draw by draw."""

from __future__ import annotations

import random
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.forecasting.course import Course
from domain.forecasting.network import Link
from domain.forecasting.plan import Plan, seed_of
from domain.forecasting.sampling import draw_delay, draw_work
from domain.forecasting.simulation import Forecast, simulate
from domain.milestones.tables import DependencyKind
from tests.domain.forecasting.planning import (
    ALL,
    BY_FINISH,
    FORWARDS,
    MONDAY,
    ident,
    link,
    milestone,
    plan,
    random_plan,
    risk,
)

DRAWS = 300
SEEDS = st.integers(0, 2**32)
KINDS = st.sampled_from((FORWARDS, BY_FINISH))
few = settings(max_examples=40, deadline=None)


def _percentiles(forecast: Forecast) -> list[float]:
    return [forecast.end.p10, forecast.end.p50, forecast.end.p80, forecast.end.p90]


def _never_earlier(before: Plan, after: Plan, seed: int) -> None:
    """With the same random numbers no percentile of any end falls."""
    first, second = simulate(before, DRAWS, seed), simulate(after, DRAWS, seed)
    for ends, others in ((first.milestones, second.milestones), (first.ventures, second.ventures)):
        for id, forecast in ends.items():
            for less, more in zip(_percentiles(forecast), _percentiles(others[id]), strict=True):
                assert less <= more


@few
@given(SEEDS, KINDS, st.integers(0, 9), st.sampled_from((1.0, 1.5, 7.0)))
def test_a_longer_task_never_makes_an_earlier_end(
    seed: int, kinds: tuple[DependencyKind, ...], which: int, by: float
) -> None:
    made = random_plan(seed, kinds)
    longer = list(made.milestones)
    one = longer[which % len(longer)]
    longer[which % len(longer)] = replace(one, low=one.low + by, likely=one.likely + by, high=one.high + by)
    if not one.worked:
        _never_earlier(made, replace(made, milestones=tuple(longer)), seed)


@few
@given(SEEDS, KINDS)
def test_removing_a_risk_never_makes_it_later(seed: int, kinds: tuple[DependencyKind, ...]) -> None:
    made = random_plan(seed, kinds)
    for one in made.risks:
        _never_earlier(replace(made, risks=tuple(other for other in made.risks if other is not one)), made, seed)


@few
@given(SEEDS, KINDS)
def test_a_likelier_risk_never_makes_it_earlier(seed: int, kinds: tuple[DependencyKind, ...]) -> None:
    made = random_plan(seed, kinds)
    likelier = tuple(replace(one, probability=one.probability**0.5) for one in made.risks)
    _never_earlier(made, replace(made, risks=likelier), seed)


@few
@given(SEEDS, st.sampled_from(ALL), st.integers(-2, 5))
def test_another_link_never_makes_an_earlier_end(seed: int, kind: DependencyKind, lag: int) -> None:
    made = random_plan(seed)
    more = link(0, len(made.milestones) - 1, kind, lag)
    _never_earlier(made, replace(made, links=(*made.links, more)), seed)


@few
@given(SEEDS, KINDS, st.floats(0, 1))
def test_another_risk_never_makes_an_earlier_end(
    seed: int, kinds: tuple[DependencyKind, ...], probability: float
) -> None:
    made = random_plan(seed, kinds)
    more = risk(77, probability, 0, 4, 9, touches=(0, len(made.milestones) - 1))
    _never_earlier(made, replace(made, risks=(*made.risks, more)), seed)


@few
@given(SEEDS, st.integers(1, 3))
def test_percentiles_rise_and_shares_are_shares(seed: int, ventures: int) -> None:
    found = simulate(random_plan(seed, ventures=ventures), DRAWS)
    for forecast in [*found.milestones.values(), *found.ventures.values()]:
        assert _percentiles(forecast) == sorted(_percentiles(forecast))
        end = forecast.end
        assert MONDAY <= end.p10_on <= end.p50_on <= end.p80_on <= end.p90_on  # type: ignore[operator]
        assert end.probability_of_due is None or 0 <= end.probability_of_due <= 1
        assert forecast.criticality is None or 0 <= forecast.criticality <= 1
        assert sum(bin.share for bin in end.histogram) == pytest.approx(1)
        assert len(end.histogram) <= 60
        for driver in forecast.milestones:
            assert -1 - 1e-9 <= driver.rho <= 1 + 1e-9
    if found.milestones:
        assert sum(forecast.criticality or 0 for forecast in found.milestones.values()) >= len(found.ventures) - 1e-9


@few
@given(SEEDS, st.integers(1, 3), st.randoms(use_true_random=False))
def test_the_order_of_a_plan_changes_nothing(seed: int, ventures: int, chance: random.Random) -> None:
    made = random_plan(seed, ventures=ventures)
    parts = [list(part) for part in (made.milestones, made.links, made.risks)]
    for part in parts:
        chance.shuffle(part)
    milestones, links, risks = map(tuple, parts)
    touching = tuple(replace(one, touches=one.touches[::-1]) for one in risks)
    turned = Plan(milestones, dict(reversed(made.calendars.items())), links, touching)
    assert turned.inputs_hash == made.inputs_hash
    assert repr(simulate(turned, DRAWS)) == repr(simulate(made, DRAWS))


@few
@given(SEEDS, st.integers(1, 3))
def test_each_draw_is_the_critical_path_of_its_own_times(seed: int, ventures: int) -> None:
    made = random_plan(seed, ventures=ventures)
    found = simulate(made, 1, seed)
    certain = []
    for one in made.milestones:
        time = float(draw_work(seed, one, 1)[0])
        for other in sorted(made.risks, key=lambda other: other.id):
            time += float(draw_delay(seed, other, 1, one.id)[0]) if one.id in other.touches else 0.0
        certain.append(replace(one, low=time, likely=time, high=time, remains=1.0, worked=0.0))
    schedule = Course.of(replace(made, milestones=tuple(certain), risks=())).schedule()
    assert set(schedule.activities) == set(found.milestones)
    for id, placed in schedule.activities.items():
        assert found.milestones[id].end.p50 == pytest.approx(placed.early_finish)
        if ventures == 1:
            assert found.milestones[id].criticality == placed.critical
    for id, forecast in found.ventures.items():
        assert forecast.end.p50 == pytest.approx(schedule.ends[id])


@few
@given(SEEDS)
def test_the_mean_end_is_never_before_the_critical_path_of_means(seed: int) -> None:
    """Jensen: the latest of several is convex."""
    made = replace(random_plan(seed), risks=())
    found = simulate(made, 4_000, seed)
    for id, end in Course.of(made).schedule().ends.items():
        assert found.ventures[id].end.mean >= end - 0.5  # type: ignore[index]


@few
@given(SEEDS, st.integers(1, 3))
def test_what_a_risk_saves_is_the_difference_to_the_plan_without_it(seed: int, ventures: int) -> None:
    made = random_plan(seed, ventures=ventures)
    found = simulate(made, DRAWS, seed)
    for one in made.risks:
        without = simulate(replace(made, risks=tuple(other for other in made.risks if other is not one)), DRAWS, seed)
        for ends, others in ((found.milestones, without.milestones), (found.ventures, without.ventures)):
            for id, forecast in ends.items():
                saved = {driver.id: driver for driver in forecast.risks}.get(one.id)
                assert (saved.p80_days if saved else 0.0) == forecast.end.p80 - others[id].end.p80
                mean = forecast.end.mean - others[id].end.mean
                assert (saved.mean_days if saved else 0.0) == pytest.approx(mean, abs=1e-9)


@few
@given(SEEDS)
def test_each_input_that_matters_changes_the_hash(seed: int) -> None:
    made = random_plan(seed)
    one, *rest = made.milestones
    others: list[Plan] = [
        replace(made, milestones=(replace(one, **{name: value}), *rest))  # type: ignore[arg-type]
        for name, value in {"high": 99.0, "due": 3.5, "earliest": 8.0, "started": -8.5, "remains": 0.75}.items()
        if not (name == "remains" and one.worked)
    ]
    others.append(replace(made, links=(*made.links, link(0, 1, lag=7))))
    others.append(replace(made, risks=(*made.risks, risk(9, 0.5, 1))))
    hashes = {made.inputs_hash, *(other.inputs_hash for other in others)}
    assert len(hashes) == 1 + len(others)


def test_equal_numbers_are_equal_inputs() -> None:
    whole, decimal = plan([milestone(0, 1, 2, 3, earliest=0)]), plan([milestone(0, 1.0, 2.0, 3.0, earliest=-0.0)])
    assert whole.inputs_hash == decimal.inputs_hash
    assert 0 <= seed_of(whole.inputs_hash) < 2**63


def test_one_venture_does_not_feel_another_it_is_not_linked_to() -> None:
    alone = random_plan(5, most=4)
    other = UUID(int=2)
    beside = replace(
        alone,
        milestones=(*alone.milestones, replace(milestone(50, 3, 5, 9), venture=other)),
        calendars={**alone.calendars, other: next(iter(alone.calendars.values()))},
    )
    found, both = simulate(alone, DRAWS, 3), simulate(beside, DRAWS, 3)
    assert {id: both.milestones[id] for id in found.milestones} == found.milestones


def test_links_of_one_pair_may_be_several() -> None:
    both = (Link(ident(0), ident(1), DependencyKind.START_TO_START, 2), Link(ident(0), ident(1)))
    assert simulate(plan([milestone(0, 5), milestone(1, 1)], both), 2).milestones[ident(1)].end.p50 == 6
