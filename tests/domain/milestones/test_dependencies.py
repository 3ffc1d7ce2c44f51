"""Cycles of dependencies are found and spelt out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.milestones.dependencies import cycle_closed_by, find_cycle

EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


def test_a_cycle_is_spelt_from_the_new_link() -> None:
    assert cycle_closed_by(("C", "A"), [("A", "B"), ("B", "C")]) == ["C", "A", "B", "C"]
    assert cycle_closed_by(("A", "A"), []) == ["A", "A"]
    assert cycle_closed_by(("B", "A"), [("A", "B")]) == ["B", "A", "B"]


def test_the_shortest_cycle_is_told() -> None:
    edges = [("A", "B"), ("B", "C"), ("C", "D"), ("A", "D")]
    assert cycle_closed_by(("D", "A"), edges) == ["D", "A", "D"]


def test_two_ways_to_one_end_are_no_cycle() -> None:
    diamond = [("A", "B"), ("A", "C"), ("B", "D")]
    assert cycle_closed_by(("C", "D"), diamond) is None
    assert find_cycle([*diamond, ("C", "D")]) is None


def test_a_long_chain_needs_no_recursion() -> None:
    chain = list(pairwise(range(20_000)))
    assert find_cycle(chain) is None
    assert len(cycle_closed_by((19_999, 0), chain) or []) == 20_001


@given(EDGES)
def test_what_is_told_is_a_cycle_of_the_graph(edges: list[tuple[int, int]]) -> None:
    cycle = find_cycle(edges)
    if cycle is not None:
        assert cycle[0] == cycle[-1]
        assert set(pairwise(cycle)) <= set(edges)
        assert len(set(cycle)) == len(cycle) - 1


@given(EDGES)
def test_a_graph_built_link_by_link_without_refusals_has_no_cycle(edges: list[tuple[int, int]]) -> None:
    taken: list[tuple[int, int]] = []
    refused = False
    for edge in edges:
        cycle = cycle_closed_by(edge, taken)
        if cycle is None:
            taken.append(edge)
        else:
            refused = True
            assert set(pairwise(cycle)) <= {*taken, edge}
    assert find_cycle(taken) is None
    assert (find_cycle(edges) is not None) is refused
