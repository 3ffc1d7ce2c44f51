"""The exposure of a register, with the worked numbers of the mathematics."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.risks.exposure import DRAWS, Exposed, exposure_of, inputs_hash


def _risk(number: int, probability: float, *loss: float) -> Exposed:
    low, likely, high = loss if len(loss) == 3 else loss * 3
    return Exposed(UUID(int=number), probability, low, likely, high)


THREE = [_risk(1, 0.3, 100_000), _risk(2, 0.1, 500_000), _risk(3, 0.6, 40_000)]


def test_three_risks_exactly() -> None:
    found = exposure_of(THREE)
    assert found.draws == 0
    assert found.expected == pytest.approx(104_000)
    assert (found.p50, found.p80) == (40_000, 140_000)
    above = dict(found.curve)
    assert above[140_000.0] == pytest.approx(0.10)
    assert above[0.0] == pytest.approx(1 - 0.252)


def test_four_risks_exactly() -> None:
    found = exposure_of([_risk(1, 0.3, 1e5), _risk(2, 0.1, 5e5), _risk(3, 0.5, 4e4), _risk(4, 0.2, 2.5e5)])
    assert found.expected == pytest.approx(150_000)
    assert (found.p50, found.p80, found.p95) == (40_000, 290_000, 540_000)


@pytest.mark.parametrize("shift", [0, 1_000, 2_000])
def test_simulated_it_agrees_with_the_exact_answer(shift: int) -> None:
    known = [(0.3, 1e5), (0.1, 5e5), (0.5, 4e4), (0.2, 2.5e5)]
    exact = [_risk(shift + number, *one) for number, one in enumerate(known)]
    nothing = [_risk(shift + 10 + number, 0.0, 0, 1, 2) for number in range(2)]
    found = exposure_of([*exact, *nothing])
    assert found.draws == DRAWS
    assert found.p80 == 290_000


def test_shares_are_what_p80_would_lose_without_the_risk() -> None:
    found = exposure_of(THREE)
    assert found.shares[UUID(int=2)] == found.p80 - exposure_of([THREE[0], THREE[2]]).p80


def test_an_empty_register_loses_nothing() -> None:
    found = exposure_of([])
    assert (found.expected, found.p50, found.p95, found.curve) == (0, 0, 0, ((0.0, 0.0),))


RISKS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 1000)), max_size=20
).map(lambda found: [_risk(n, p, *sorted(points)) for n, (p, *points) in enumerate(found)])


@settings(max_examples=50, deadline=None)
@given(RISKS, st.randoms())
def test_it_is_in_order_bounded_and_the_same_whatever_the_order(risks: list[Exposed], random: object) -> None:
    found = exposure_of(risks, draws=500)
    assert found.p50 <= found.p80 <= found.p95 <= sum(risk.high for risk in risks) + 1e-6
    chances = [chance for _, chance in found.curve]
    losses = [loss for loss, _ in found.curve]
    assert chances == sorted(chances, reverse=True) and losses == sorted(losses)
    assert len(found.curve) <= 50
    turned = list(reversed(risks))
    assert exposure_of(turned, draws=500) == found
    assert inputs_hash(turned) == inputs_hash(risks)


@settings(max_examples=30, deadline=None)
@given(RISKS)
def test_no_risk_lowers_p80_by_being_there(risks: list[Exposed]) -> None:
    assert all(share >= -1e-9 for share in exposure_of(risks, draws=500).shares.values())
