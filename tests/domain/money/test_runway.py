"""Runway: worked examples of the mean burn, the walk and the test of default alive, and what must hold for any."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money.earned_schedule import month_start
from domain.money.runway import (
    Lines,
    Missing,
    Month,
    Planned,
    RunwayState,
    balances,
    cash_out,
    cash_out_lines,
    default_alive,
    runway_of,
)

SEPTEMBER = date(2026, 9, 30)
AMOUNTS = st.decimals(min_value=-(10**7), max_value=10**7, places=2)


def _months(*burns: int, receipts: int = 0) -> list[Month]:
    """Whole months up to September."""
    first = [month_start(date(2026, 10, 1), -number) for number in range(len(burns), 0, -1)]
    return [
        Month(day, Decimal(burn + receipts), Decimal(receipts), Decimal(receipts))
        for day, burn in zip(first, burns, strict=True)
    ]


def _in_month(number: int, amount: int, probability: str = "1", committed: bool = True) -> Planned:
    """Money in the middle of a month after September."""
    return Planned(month_start(date(2026, 10, 15), number - 1), Decimal(amount), Decimal(probability), committed)


def _month_of(day: date | None) -> int:
    assert day is not None
    return (day.year - 2026) * 12 + day.month - 9


def test_three_whole_months_make_the_runway() -> None:
    found = runway_of(_months(110_000, 125_000, 140_000), Decimal(1_200_000), SEPTEMBER)
    assert (found.state, found.net_burn, found.months) == (RunwayState.BURNING, 125_000, Decimal("9.6"))
    assert not found.missing
    assert balances(Decimal(1_200_000), SEPTEMBER, Decimal(125_000), [])[8:10] == [75_000, -50_000]


def test_the_day_of_the_cash_out_lies_within_its_month() -> None:
    """In the tenth month, .6 of it: 18 of 30 days."""
    begin = date(2026, 8, 31)
    assert cash_out(Decimal(1_200_000), begin, Decimal(125_000), []) == date(2027, 6, 18)


REPAYMENTS = [_in_month(number, -5_000) for number in range(4, 30)]
COMMITTED, NEGOTIATING = _in_month(6, 200_000), _in_month(9, 500_000, "0.6", committed=False)


@pytest.mark.parametrize(
    ("inflows", "thousands", "month"),
    [
        ([], [800, 700, 600, 495, 390, 285, 180, 75, -30], 9),
        ([COMMITTED], [800, 700, 600, 495, 390, 485, 380, 275, 170, 65, -40], 11),
        (
            [COMMITTED, Planned(NEGOTIATING.on, Decimal(300_000))],
            [800, 700, 600, 495, 390, 485, 380, 275, 470, 365, 260, 155, 50, -55],
            14,
        ),
        (
            [COMMITTED, Planned(NEGOTIATING.on, Decimal(500_000))],
            [800, 700, 600, 495, 390, 485, 380, 275, 670, 565, 460, 355, 250, 145, 40, -65],
            16,
        ),
    ],
)
def test_the_walk_takes_inflows_and_repayments_when_they_are_due(
    inflows: list[Planned], thousands: list[int], month: int
) -> None:
    planned = [*REPAYMENTS, *inflows]
    found = balances(Decimal(900_000), SEPTEMBER, Decimal(100_000), planned, len(thousands))
    assert found == [Decimal(1_000) * each for each in thousands]
    assert _month_of(cash_out(Decimal(900_000), SEPTEMBER, Decimal(100_000), planned)) == month


def test_the_three_lines_differ_by_what_is_counted() -> None:
    planned = [*REPAYMENTS, COMMITTED, NEGOTIATING]
    lines = cash_out_lines(Decimal(900_000), SEPTEMBER, Decimal(100_000), planned)
    assert [_month_of(day) for day in (lines.committed_on, lines.expected_on, lines.all_on)] == [11, 14, 16]
    found = runway_of(_months(100_000, 100_000, 100_000), Decimal(900_000), SEPTEMBER, planned)
    assert found.lines == lines
    assert not found.missing


def test_what_lenders_get_is_walked_to_on_its_days_and_not_taken_from_the_months_that_were() -> None:
    spent = _months(105_000, 105_000, 105_000)
    months = [Month(one.first, one.cost, one.receipts, repaid=Decimal(5_000)) for one in spent]
    found = runway_of(months, Decimal(900_000), SEPTEMBER, REPAYMENTS, has_loans=True)
    assert (found.net_burn, found.operating) == (105_000, -100_000)
    assert _month_of(found.lines.committed_on) == 9
    ends = [Decimal(1_000) * each for each in (800, 700, 600, 495, 390)]
    assert [one.committed for one in found.outlook[:5]] == [one.everything for one in found.outlook[:5]] == ends
    assert [one.on for one in found.outlook[:2]] == [date(2026, 10, 31), date(2026, 11, 30)]
    unknown = runway_of(months, Decimal(900_000), SEPTEMBER)
    assert unknown.outlook[0].committed == 795_000, "no schedule is kept: what was is what will be"


def test_the_trough_is_watched_and_not_the_sum() -> None:
    saved_too_late = [_in_month(4, 600_000)]
    assert balances(Decimal(250_000), SEPTEMBER, Decimal(100_000), saved_too_late, 4) == [
        *(150_000, 50_000, -50_000, 450_000)
    ]
    assert _month_of(cash_out(Decimal(250_000), SEPTEMBER, Decimal(100_000), saved_too_late)) == 3


def test_a_dated_payment_ends_the_cash_on_its_day() -> None:
    bill = Planned(date(2026, 10, 20), Decimal(-90_000))
    assert cash_out(Decimal(100_000), SEPTEMBER, Decimal(31_000), [bill]) == bill.on
    saved = Planned(date(2026, 10, 19), Decimal(80_000))
    assert cash_out(Decimal(100_000), SEPTEMBER, Decimal(31_000), [bill, saved]) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("cash", "growth", "alive", "lowest", "month"),
    [
        ("1000000", "0.10", True, "110894.06", 18),
        ("800000", "0.10", False, None, 13),
        ("500000", "0.10", False, None, 7),
        ("500000", "0.20", True, "15978.04", 10),
        ("500000", "0.15", False, None, 8),
        ("500000", "0.192376", True, None, 11),
        ("500000", "0.192374", False, None, None),
    ],
)
def test_default_alive(cash: str, growth: str, alive: bool, lowest: str | None, month: int | None) -> None:
    found = default_alive(Decimal(cash), Decimal(20_000), Decimal(100_000), Decimal(growth))
    assert found.alive is alive
    if lowest is not None:
        assert round(found.lowest, 2) == Decimal(lowest)
    if month is not None:
        assert found.month == month


def test_default_alive_is_no_question_of_burn() -> None:
    growing = [Month(date(2026, month, 1), Decimal(100), *[Decimal(value)] * 2) for month, value in
               ((7, 20), (8, 40), (9, 80))]  # fmt: skip
    assert runway_of(growing, Decimal(100), SEPTEMBER).default_alive is True
    shrinking = [Month(one.first, one.cost, two.receipts, two.revenue) for one, two in
                 zip(growing, reversed(growing), strict=True)]  # fmt: skip
    assert runway_of(shrinking, Decimal(100), SEPTEMBER).default_alive is False
    assert runway_of(_months(10, 10, 10), Decimal(100), SEPTEMBER).default_alive is False, "it earns nothing"


def test_growth_that_is_not_known_is_said() -> None:
    begun = [Month(date(2026, 8, 1), Decimal(100)), Month(date(2026, 9, 1), Decimal(100), Decimal(5), Decimal(5))]
    found = runway_of(begun, Decimal(1000), SEPTEMBER)
    assert found.default_alive is None
    assert Missing("default_alive", "growth_unknown") in found.missing
    assert Missing("net_burn", "fewer_than_three_months") in found.missing


def test_who_earns_more_than_it_spends_has_no_end() -> None:
    found = runway_of(_months(-5, -5, -5, receipts=100), Decimal(10), SEPTEMBER)
    assert (found.state, found.net_burn, found.months) == (RunwayState.CASH_GENERATING, -5, None)
    assert found.lines == Lines()
    assert found.default_alive is True
    even = runway_of(_months(0, 0, 0, receipts=100), Decimal(10), SEPTEMBER)
    assert even.state is RunwayState.CASH_GENERATING


def test_what_must_be_paid_ends_the_cash_of_who_earns_more_than_it_spends() -> None:
    """100 there and 5 more a month: a bill of 90 leaves 20, and 40 paid back in January is more than there is then."""
    bills = [Planned(date(2026, 10, 20), Decimal(-90)), Planned(date(2027, 1, 20), Decimal(-40))]
    grant = Planned(date(2026, 11, 20), Decimal(20), Decimal("0.5"), committed=False)
    months = _months(-5, -5, -5, receipts=100)
    found = runway_of(months, Decimal(100), SEPTEMBER, [*bills, grant])
    assert (found.state, found.months) == (RunwayState.CASH_GENERATING, None)
    assert [one.committed for one in found.outlook[:4]] == [15, 20, 25, -10]
    assert found.lines == Lines(date(2027, 1, 20), None, None), "half of the grant, or all of it, is enough"
    gone = runway_of(months, Decimal(100), SEPTEMBER, [*bills, bills[1]])
    assert gone.lines == Lines(*[date(2027, 1, 20)] * 3)
    even = runway_of(_months(0, 0, 0, receipts=100), Decimal(100), SEPTEMBER, [*bills, bills[1]])
    assert even.lines == gone.lines, "who earns as much as it spends pays with what is there"
    assert runway_of(months, Decimal(100), SEPTEMBER, bills[:1]).lines == Lines()


def test_without_cost_or_cash_it_is_unknown_and_says_so() -> None:
    silent = runway_of([], Decimal(10), SEPTEMBER)
    assert (silent.state, silent.net_burn, silent.months) == (RunwayState.UNKNOWN, None, None)
    assert Missing("net_burn", "no_cost") in silent.missing
    unheard = runway_of([Month(date(2026, month, 1)) for month in (7, 8, 9)], Decimal(10), SEPTEMBER)
    assert unheard.state is RunwayState.UNKNOWN, "who records nothing is not cash-generating"
    poor = runway_of(_months(10, 10, 10), None, None)
    assert (poor.state, poor.net_burn, poor.months) == (RunwayState.BURNING, 10, None)


def test_what_is_not_as_sure_as_it_looks_is_said() -> None:
    once = runway_of(_months(10, 10, 10, 10, 10, 25), Decimal(10), SEPTEMBER)
    assert Missing("net_burn", "one_off_month") in once.missing
    late = runway_of(_months(10, 10, 0), Decimal(10), SEPTEMBER)
    assert Missing("net_burn", "last_month_without_cost") in late.missing


def test_an_overdrawn_account_has_ended() -> None:
    found = runway_of(_months(10, 10, 10), Decimal(-5), SEPTEMBER)
    assert found.months == 0
    assert found.lines.committed_on == SEPTEMBER


def test_money_is_decimal() -> None:
    tenths = [Month(date(2026, month, 1), Decimal("0.1")) for month in (7, 8, 9)]
    assert runway_of(tenths, Decimal("0.3"), SEPTEMBER).net_burn == Decimal("0.1")


@given(AMOUNTS, st.lists(st.tuples(st.integers(1, 90), AMOUNTS), max_size=4))
def test_the_order_within_a_month_does_not_matter_for_its_end(cash: Decimal, moves: list[tuple[int, Decimal]]) -> None:
    planned = [Planned(SEPTEMBER + timedelta(days=day), amount) for day, amount in moves]
    ends = [balances(cash, SEPTEMBER, Decimal(10), list(order), 4) for order in permutations(planned)]
    assert all(each == ends[0] for each in ends)
    assert ends[0][3] == cash - 40 + sum((one.amount for one in planned), Decimal(0))


@given(
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.decimals(min_value=1, max_value=10**6, places=2),
    st.lists(st.tuples(st.integers(1, 400), AMOUNTS), max_size=6),
    st.integers(1, 400),
    st.decimals(min_value=0, max_value=10**6, places=2),
)
def test_more_money_never_ends_earlier(
    cash: Decimal, burn: Decimal, moves: list[tuple[int, Decimal]], day: int, more: Decimal
) -> None:
    planned = [Planned(SEPTEMBER + timedelta(days=each), amount) for each, amount in moves]
    without = cash_out(cash, SEPTEMBER, burn, planned)
    found = cash_out(cash, SEPTEMBER, burn, [*planned, Planned(SEPTEMBER + timedelta(days=day), more)])
    assert found is None or (without is not None and without <= found)
