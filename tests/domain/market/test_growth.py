"""Growth of a market: published worked examples, and what must hold for any sizes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.market.growth import compound_growth

AMOUNTS = st.decimals(min_value="0.01", max_value=10**12, places=2)
RATES = st.decimals(min_value="-0.5", max_value=2, places=6)


@pytest.mark.parametrize(
    ("first", "last", "years", "told"),
    [
        ("10000", "19500", 3, "0.2493"),  # reference.com, "What Does CAGR Mean in Financial Terms?": 24.93 %
        ("40000", "60000", 10, "0.0414"),  # a salary that grows by half in ten years: 4.14 %
        ("1000", "10000", 3, "1.1544"),  # ZCubes wiki, CAGR(1000, 10000, 3): 115.44 %
        ("10000000", "42998000", 8, "0.2000"),  # power.one, net income of 2009 to 2017: 20 %
    ],
)
def test_published_examples(first: str, last: str, years: int, told: str) -> None:
    grown = compound_growth(Decimal(first), Decimal(last), years)
    assert grown is not None and grown.quantize(Decimal("0.0001")) == Decimal(told)


@pytest.mark.parametrize(("first", "last", "years"), [("0", "5", 2), ("5", "6", 0), ("5", "6", -1)])
def test_from_nothing_and_within_one_year_it_is_not_defined(first: str, last: str, years: int) -> None:
    assert compound_growth(Decimal(first), Decimal(last), years) is None


def test_a_market_that_is_gone_has_lost_all() -> None:
    assert compound_growth(Decimal(5), Decimal(0), 4) == -1


@given(AMOUNTS, RATES, st.integers(1, 60))
def test_growing_at_the_rate_leads_back_to_the_last_size(first: Decimal, rate: Decimal, years: int) -> None:
    last = first * (1 + rate) ** years
    assert compound_growth(first, last, years) == pytest.approx(rate, abs=Decimal("1e-6"))


@given(AMOUNTS, AMOUNTS, st.integers(1, 200))
def test_it_grows_where_the_last_size_is_the_greater(first: Decimal, last: Decimal, years: int) -> None:
    grown = compound_growth(first, last, years)
    assert grown is not None
    assert (grown >= 0) == (last >= first) or abs(grown) < Decimal("1e-6")


@given(AMOUNTS, st.integers(1, 60), st.sampled_from([10, 1000]))
def test_the_currencys_unit_does_not_matter(first: Decimal, years: int, unit: int) -> None:
    last = first * 3
    assert compound_growth(first, last, years) == compound_growth(first * unit, last * unit, years)
