"""The critical path, with the worked numbers of the mathematics."""

from __future__ import annotations

import random

import networkx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from domain.forecasting.network import (
    Activity,
    Cycle,
    Link,
    Schedule,
    Unschedulable,
    in_order,
    pass_through,
)
from domain.milestones.tables import DependencyKind
from tests.domain.forecasting.reliable import RELIABLE

FS, SS, FF, SF = DependencyKind


def _network(told: dict[str, tuple[float, str]]) -> Schedule[str]:
    activities = [Activity(id, duration) for id, (duration, _) in told.items()]
    return pass_through(activities, [Link(before, id) for id, (_, befores) in told.items() for before in befores])


def _on_arcs(told: dict[str, float]) -> Schedule[str]:
    """Activities named by their two events."""
    ends = {id: id.split("-") for id in told}
    links = [Link(a, b) for a in told for b in told if ends[a][1] == ends[b][0]]
    return pass_through([Activity(id, duration) for id, duration in told.items()], links)


def test_the_critical_path_of_eight_activities() -> None:
    found = _network(
        {
            "A": (3, ""),
            "B": (4, "A"),
            "C": (2, "A"),
            "D": (5, "B"),
            "E": (1, "C"),
            "F": (2, "C"),
            "G": (4, "DE"),
            "H": (3, "FG"),
        }
    )
    assert found.length == 19
    assert found.critical == list("ABDGH")
    assert {id: found.activities[id].total_float for id in "CEF"} == {"C": 6, "E": 6, "F": 9}
    assert {id: found.activities[id].free_float for id in "CEF"} == {"C": 0, "E": 6, "F": 9}


def test_reliable_construction() -> None:
    found = _network({id: ((low + 4 * likely + high) / 6, before) for id, before, low, likely, high, *_ in RELIABLE})
    assert found.length == pytest.approx(44)
    assert found.critical == list("ABCEFJLN") == [row[0] for row in RELIABLE if row[5][4] == 0]
    for id, _, _, _, _, (*expected, total, free) in RELIABLE:
        placed = found.activities[id]
        assert [placed.early_start, placed.early_finish, placed.late_start, placed.late_finish] == pytest.approx(
            expected
        )
        assert (placed.total_float, placed.free_float) == pytest.approx((total, free))


@pytest.mark.parametrize(("column", "length"), [(2, 26), (3, 43), (4, 70)])
def test_reliable_construction_at_its_best_and_worst(column: int, length: float) -> None:
    assert _network({row[0]: (row[column], row[1]) for row in RELIABLE}).length == length


def test_a_small_network_on_arcs() -> None:
    found = _on_arcs({"1-2": 7, "1-3": 10, "2-4": 6, "3-4": 5, "3-5": 4, "4-5": 3, "5-6": 2})
    assert found.length == 20
    assert found.critical == ["1-3", "3-4", "4-5", "5-6"]
    assert [found.activities[id].total_float for id in ("1-2", "2-4", "3-5")] == [2, 2, 4]


def test_a_larger_network_on_arcs() -> None:
    found = _on_arcs(
        {"1-2": 8, "1-3": 10, "1-4": 9, "2-5": 6, "2-6": 4, "3-5": 5, "4-5": 0, "4-7": 7, "5-7": 12, "5-8": 15}
        | {"6-9": 18, "7-8": 4, "8-9": 7}
    )
    assert found.length == 38
    # the dummy 4-5 takes no time: 3-5 alone makes 5 late
    assert found.critical == ["1-3", "3-5", "5-7", "7-8", "8-9"]
    loose = ("1-2", "1-4", "2-5", "2-6", "4-5", "4-7", "5-8", "6-9")
    assert [found.activities[id].total_float for id in loose] == [1, 6, 1, 8, 6, 11, 1, 8]
    assert [found.activities[id].free_float for id in loose] == [0, 0, 1, 0, 6, 11, 1, 8]


def test_four_kinds_with_lags() -> None:
    activities = [Activity(id, duration) for id, duration in zip("ABCDE", (5, 4, 6, 3, 2), strict=True)]
    links = [Link("A", "B", SS, 2), Link("A", "B", FF, 1), Link("B", "C", FS, -1), Link("C", "D", SF, 4)]
    found = pass_through(activities, [*links, Link("C", "E"), Link("D", "E")])
    assert found.length == 13
    assert [found.activities[id].early_start for id in "ABCDE"] == [0, 2, 5, 6, 11]
    assert [found.activities[id].late_start for id in "ABCDE"] == [0, 2, 5, 8, 11]
    assert [found.activities[id].total_float for id in "ABCDE"] == [0, 0, 0, 2, 0]
    assert found.activities["D"].free_float == 2


def test_the_end_is_the_latest_of_all_and_not_of_those_without_successors() -> None:
    found = pass_through([Activity("long", 10), Activity("short", 1)], [Link("long", "short", SS, 1)])
    assert found.length == 10
    assert found.activities["short"].total_float == 8


def test_nothing_starts_before_the_status_date_or_its_own_earliest_day() -> None:
    found = pass_through([Activity("A", 2), Activity("B", 5, earliest=3.0)], [Link("A", "B", SF, -10)])
    assert (found.activities["A"].early_start, found.activities["B"].early_start) == (0, 3)


def test_each_group_has_its_own_end_and_float_moves_neither() -> None:
    activities = [Activity("A", 3, group=1), Activity("B", 4, group=2), Activity("C", 1, group=2)]
    found = pass_through(activities, [Link("A", "C")])
    assert found.ends == {1: 3, 2: 4}
    assert {id: placed.total_float for id, placed in found.activities.items()} == {"A": 0, "B": 0, "C": 0}
    found = pass_through([*activities, Activity("D", 9, group=1)], [Link("A", "C")])
    assert found.activities["A"].total_float == 0, "it would delay the other group"


def test_a_cycle_is_spelt_out() -> None:
    with pytest.raises(Cycle, match="B → C → A → B") as caught:
        _network({"A": (1, "C"), "B": (1, "A"), "C": (1, "B"), "D": (1, "C")})
    assert caught.value.path == ["B", "C", "A", "B"]


@pytest.mark.parametrize("duration", [-1, float("nan"), float("inf")])
def test_a_duration_that_is_none_is_refused(duration: float) -> None:
    with pytest.raises(Unschedulable, match="duration of A"):
        _network({"A": (duration, "")})


def test_unknown_and_doubled_ids_are_refused() -> None:
    with pytest.raises(Unschedulable, match="names B"):
        pass_through([Activity("A", 1)], [Link("A", "B")])
    with pytest.raises(Unschedulable, match="twice"):
        pass_through([Activity("A", 1), Activity("A", 2)], [])


def _random_network(seed: int, most: int = 12) -> tuple[list[Activity[int]], list[Link[int]]]:
    chance = random.Random(seed)
    size = chance.randint(2, most)
    activities = [Activity(n, chance.randint(0, 9), chance.choice((0, 0, 0, 4))) for n in range(size)]
    pairs = [sorted(chance.sample(range(size), 2)) for _ in range(chance.randint(0, 3 * size))]
    kinds = list(DependencyKind)
    return activities, [Link(a, b, chance.choice(kinds), chance.randint(-3, 4)) for a, b in pairs]


def _weight(link: Link[int], durations: list[float]) -> float:
    weight = float(link.lag)
    if link.kind.from_finish:
        weight += durations[link.predecessor]
    if link.kind.to_finish:
        weight -= durations[link.successor]
    return weight


def test_a_thousand_random_networks_as_longest_paths_of_networkx() -> None:
    for seed in range(1_000):
        activities, links = _random_network(seed)
        durations = [activity.duration for activity in activities]
        graph = networkx.DiGraph()
        for activity in activities:
            graph.add_edge("begin", activity.id, weight=-activity.earliest)
            graph.add_edge(activity.id, "end", weight=-activity.duration)
        for link in links:
            weight = -_weight(link, durations)
            known = graph.get_edge_data(link.predecessor, link.successor, {"weight": weight})["weight"]
            graph.add_edge(link.predecessor, link.successor, weight=min(weight, known))
        from_begin = networkx.single_source_bellman_ford_path_length(graph, "begin")
        to_end = networkx.single_source_bellman_ford_path_length(graph.reverse(copy=False), "end")
        found = pass_through(activities, links)
        assert found.length == -from_begin["end"]
        for activity in activities:
            placed = found.activities[activity.id]
            assert placed.early_start == -from_begin[activity.id]
            assert placed.late_start == found.length + to_end[activity.id]


@pytest.mark.parametrize("seed", range(2_000, 2_040))
def test_the_length_is_that_of_the_linear_programme(seed: int) -> None:
    activities, links = _random_network(seed)
    durations = [activity.duration for activity in activities]
    size = len(activities)
    rows, limits = [], []
    for link in links:  # start_i + w ≤ start_j
        row = np.zeros(size + 1)
        row[link.predecessor], row[link.successor] = 1, -1
        rows.append(row)
        limits.append(-_weight(link, durations))
    for activity in activities:  # start_i + d_i ≤ T
        row = np.zeros(size + 1)
        row[activity.id], row[size] = 1, -1
        rows.append(row)
        limits.append(-activity.duration)
    bounds = [(activity.earliest, None) for activity in activities] + [(0, None)]
    solved = linprog(np.eye(size + 1)[size], A_ub=np.array(rows), b_ub=limits, bounds=bounds)
    assert pass_through(activities, links).length == pytest.approx(solved.fun)


SEEDS = st.integers(0, 2**32)


@given(SEEDS)
def test_floats_are_ordered_and_one_whole_path_has_none(seed: int) -> None:
    activities, links = _random_network(seed)
    found = pass_through(activities, links)
    for placed in found.activities.values():
        assert placed.total_float >= placed.free_float >= 0
    assert min(placed.total_float for placed in found.activities.values()) == 0
    assert any(found.activities[id].early_finish == found.length for id in found.critical)


@given(SEEDS, st.randoms(use_true_random=False))
def test_reordering_and_relabelling_change_nothing(seed: int, chance: random.Random) -> None:
    activities, links = _random_network(seed)
    names = chance.sample(range(1_000), len(activities))
    renamed = [Activity(names[one.id], one.duration, one.earliest) for one in activities]
    relinked = [Link(names[one.predecessor], names[one.successor], one.kind, one.lag) for one in links]
    chance.shuffle(renamed)
    chance.shuffle(relinked)
    found, other = pass_through(activities, links), pass_through(renamed, relinked)
    assert {names[id]: placed for id, placed in found.activities.items()} == other.activities


@given(SEEDS)
def test_another_link_or_a_longer_activity_never_shortens_it(seed: int) -> None:
    activities, links = _random_network(seed)
    length = pass_through(activities, links).length
    more = Link(0, len(activities) - 1, random.Random(seed).choice(list(DependencyKind)), 2)
    assert pass_through(activities, [*links, more]).length >= length
    forwards = [link for link in links if not link.kind.to_finish]
    longer = [Activity(one.id, one.duration + (one.id == 0), one.earliest) for one in activities]
    assert pass_through(longer, forwards).length >= pass_through(activities, forwards).length


@given(SEEDS, st.integers(1, 5))
def test_scaling_all_durations_and_lags_scales_all(seed: int, by: int) -> None:
    activities, links = _random_network(seed)
    scaled = [Activity(one.id, one.duration * by, one.earliest * by) for one in activities]
    found = pass_through(scaled, [Link(one.predecessor, one.successor, one.kind, one.lag * by) for one in links])
    assert found.length == by * pass_through(activities, links).length


def test_what_waits_side_by_side_is_little() -> None:
    """A milestone comes when it is needed, and not when it could: of a thousand chains, one is gone along at a time."""
    links = [Link((chain, place), (chain, place + 1)) for place in range(9) for chain in range(1_000)]
    order = in_order([(chain, place) for place in range(10) for chain in reversed(range(1_000))], links)
    steps = {id: step for step, id in enumerate(order)}
    assert all(steps[one.predecessor] < steps[one.successor] for one in links)
    assert max(steps[(chain, 9)] - steps[(chain, 0)] for chain in range(1_000)) == 9
