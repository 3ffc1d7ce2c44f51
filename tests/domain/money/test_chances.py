"""The distribution of the day on which the cash ends: exact cases by hand, drawn ones beside them, and the lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.money.chances import chances_of
from domain.money.runway import OUTLOOK, Planned, cash_out_lines

SEPTEMBER = date(2026, 9, 30)
BURN = Decimal(100)
AMOUNTS = st.decimals(min_value=-(10**5), max_value=10**5, places=2)


def _two(of_two_hundred: str, of_one_hundred: str) -> list[Planned]:
    """Two inflows that may come before the first walk ends, of 200 and of 100."""
    return [
        Planned(date(2026, 10, 15), Decimal(200), Decimal(of_two_hundred), committed=False),
        Planned(date(2026, 11, 15), Decimal(100), Decimal(of_one_hundred), committed=False),
    ]


@pytest.mark.parametrize(
    ("chances", "day", "by_month"),
    [
        (("0.5", "0.6"), date(2027, 1, 16), ("0.2", "0.5", "0.7", "1")),
        (("0.95", "0.9"), date(2027, 3, 16), ("0.005", "0.05", "0.145", "1")),
        (("1", "0.95"), date(2027, 4, 15), ("0", "0", "0.05", "1")),
        (("0", "0"), date(2027, 1, 16), ("1", "1", "1", "1")),
    ],
)
def test_each_inflow_comes_or_not_and_every_case_is_walked(
    chances: tuple[str, str], day: date, by_month: tuple[str, ...]
) -> None:
    """350 last to the middle of the fourth month, and 100 a month longer with each 100 more."""
    found = chances_of(Decimal(350), SEPTEMBER, BURN, _two(*chances), 1)
    assert found.p10_on == day
    assert found.by_month[:3] == (0, 0, 0)
    assert found.by_month[3:7] == tuple(map(Decimal, by_month))
    assert len(found.by_month) == OUTLOOK


def test_what_comes_late_by_chance_is_triangular() -> None:
    """Cash for October; a sum expected at its end and up to 60 days later is not there by the end of November in a
    quarter of all cases: (1 - 30 / 60) squared."""
    late = Planned(date(2026, 10, 31), Decimal(1_000), latest_on=date(2026, 12, 30))
    found = chances_of(Decimal(100), SEPTEMBER, BURN, [late], 7)
    assert found.by_month[0] == 0
    assert abs(found.by_month[1] - Decimal("0.25")) < Decimal("0.015"), "3.4 standard errors of 10,000 draws"
    assert found.p10_on == date(2026, 10, 31)
    assert chances_of(Decimal(100), SEPTEMBER, BURN, [late], 7) == found, "the same seed gives the same answer"


def test_drawn_cases_say_what_all_cases_say() -> None:
    exact = chances_of(Decimal(350), SEPTEMBER, BURN, _two("0.85", "0.6"), 1)
    spread = [*_two("0.85", "0.6"), Planned(date(2040, 1, 1), Decimal(1), latest_on=date(2040, 1, 2))]
    drawn = chances_of(Decimal(350), SEPTEMBER, BURN, spread, 1)
    assert drawn.p10_on == exact.p10_on == date(2027, 2, 14)
    assert all(abs(one - other) < Decimal("0.017") for one, other in zip(exact.by_month, drawn.by_month, strict=True))


def test_cash_that_seldom_ends_has_no_such_day() -> None:
    grant = Planned(date(2026, 10, 15), Decimal(10**9), Decimal("0.91"), committed=False)
    found = chances_of(Decimal(350), SEPTEMBER, BURN, [grant], 1)
    assert (found.p10_on, found.by_month[-1]) == (None, Decimal("0.09"))
    likelier = replace(grant, probability=Decimal("0.9"))
    assert chances_of(Decimal(350), SEPTEMBER, BURN, [likelier], 1).p10_on == date(2027, 1, 16), "exactly 10 %"


@settings(max_examples=40)
@given(
    st.decimals(min_value=-100, max_value=10**5, places=2),
    st.decimals(min_value=-(10**3), max_value=10**4, places=2),
    st.lists(st.tuples(st.integers(1, 400), AMOUNTS, st.sampled_from(["0", "0.3", "0.97", "1"])), max_size=5),
)
def test_the_day_lies_between_the_lines(cash: Decimal, burn: Decimal, moves: list[tuple[int, Decimal, str]]) -> None:
    planned = [
        Planned(SEPTEMBER + timedelta(days=day), amount, Decimal(chance), committed=chance == "1" and day % 2 == 0)
        for day, amount, chance in moves
    ]
    lines = cash_out_lines(cash, SEPTEMBER, burn, planned)
    found = chances_of(cash, SEPTEMBER, burn, planned, 1)
    first, last = lines.committed_on or date.max, lines.all_on or date.max
    assert first <= (found.p10_on or date.max) <= last
    sure = [one for one in planned if one.is_sure]
    assert chances_of(cash, SEPTEMBER, burn, sure, 1).p10_on == cash_out_lines(cash, SEPTEMBER, burn, sure).committed_on
