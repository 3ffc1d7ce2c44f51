"""The population stability index: worked examples, and what holds for every pair of histograms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.series.stability import stability_index

EVEN = [Decimal("0.25")] * 4
COUNTS = st.lists(st.integers(0, 10**6).map(Decimal), min_size=3, max_size=3).filter(any)


def _shares(*told: str) -> list[Decimal]:
    return [Decimal(share) for share in told]


@pytest.mark.parametrize(
    ("present", "index"),
    [
        (_shares("0.40", "0.30", "0.20", "0.10"), "0.228217"),
        (_shares("0.27", "0.26", "0.24", "0.23"), "0.004007"),
        (_shares("400", "300", "200", "100"), "0.228217"),
        (EVEN, "0"),
    ],
)
def test_worked_examples(present: list[Decimal], index: str) -> None:
    assert stability_index(EVEN, present) == Decimal(index)


def test_an_empty_bin_is_far_off_and_not_infinitely() -> None:
    assert Decimal("1.9") < stability_index(EVEN, _shares("0", "0.5", "0.25", "0.25")) < Decimal("2.2")


@given(COUNTS, COUNTS)
def test_it_is_the_same_both_ways_and_nothing_only_where_they_are_alike(
    one: list[Decimal], other: list[Decimal]
) -> None:
    index = stability_index(one, other)
    assert index == stability_index(other, one) >= 0
    assert stability_index(one, one) == 0


@pytest.mark.parametrize(
    ("reference", "present"), [(EVEN, EVEN[1:]), (EVEN, _shares("0", "0", "0", "0")), (_shares("2", "-1"), EVEN[2:])]
)
def test_what_is_no_histogram_is_refused(reference: list[Decimal], present: list[Decimal]) -> None:
    with pytest.raises(ValueError, match="bin"):
        stability_index(reference, present)
