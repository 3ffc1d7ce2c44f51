"""Cash, exchange rates and what is planned: nothing of another currency counts without a dated rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.money.amortisation import LoanMethod, Terms
from domain.money.cash import Balance, cash_of
from domain.money.currencies import Rate, Rates
from domain.money.planning import Borrowed, Expected, plan_of
from domain.money.runway import Missing, Planned

TODAY = date(2026, 10, 5)
SEPTEMBER = date(2026, 9, 30)
EUROS = Rates("USD", (Rate("EUR", "USD", Decimal("1.08"), SEPTEMBER), Rate("USD", "CNY", Decimal("7.2"), SEPTEMBER)))
NEXT_YEAR = date(2027, 1, 15)


def _reasons(missing: tuple[Missing, ...]) -> set[tuple[str, str]]:
    return {(one.name, one.reason) for one in missing}


def test_an_amount_is_worth_what_the_later_rate_of_either_way_says() -> None:
    assert EUROS.worth(Decimal("10.01"), "USD") == Decimal("10.01")
    assert EUROS.worth(Decimal(100), "EUR") == Decimal("108.00")
    assert EUROS.worth(Decimal(100), "CNY") == Decimal("13.89")
    assert EUROS.worth(Decimal(100), "JPY") is None
    later = Rates("USD", (*EUROS.rates, Rate("USD", "EUR", Decimal("0.8"), TODAY)))
    assert later.worth(Decimal(100), "EUR") == Decimal("125.00")


@given(st.decimals("-1e12", "1e12", places=2), st.decimals("0.000001", "1e9", places=6))
def test_what_is_exchanged_is_to_the_cent_or_not_told(amount: Decimal, rate: Decimal) -> None:
    worth = Rates("USD", (Rate("EUR", "USD", rate, TODAY),)).worth(amount, "EUR")
    assert (worth is None) is (abs(amount * rate) >= 10**15)
    assert worth is None or abs(worth - amount * rate) <= Decimal("0.005")


def test_cash_is_what_lies_on_all_accounts_or_it_is_not_known() -> None:
    dollars, euros = Balance(SEPTEMBER, Decimal("0.10"), "USD"), Balance(TODAY, Decimal(100), "EUR")
    found = cash_of([dollars, dollars, dollars, euros], EUROS, TODAY)
    assert (found.amount, found.on, found.missing) == (Decimal("108.30"), TODAY, ())
    unknown = cash_of([dollars, Balance(TODAY, Decimal(1), "JPY")], EUROS, TODAY)
    assert (unknown.amount, _reasons(unknown.missing)) == (None, {("cash", "no_rate")})
    assert _reasons(cash_of([], EUROS, TODAY).missing) == {("cash", "no_balance")}
    later = TODAY + timedelta(days=46)
    assert _reasons(cash_of([euros], EUROS, later).missing) == {("cash", "balance_old"), ("cash", "rate_old")}
    too_much = [Balance(TODAY, Decimal(10**14) * 6, "USD")] * 2
    assert _reasons(cash_of(too_much, EUROS, TODAY).missing) == {("cash", "too_large")}


def test_what_moved_before_the_balance_is_in_it_and_what_is_late_is_taken_as_coming_today() -> None:
    there = Expected(SEPTEMBER, Decimal(5), "USD", there=True)
    since = Expected(date(2026, 10, 2), Decimal(6), "USD", there=True)
    late = Expected(date(2026, 8, 1), Decimal(7), "EUR", Decimal("0.3"), committed=False)
    plan = plan_of([there, since, late], [], EUROS, SEPTEMBER, TODAY)
    assert plan.planned == (
        Planned(date(2026, 10, 2), Decimal(6)),
        Planned(TODAY, Decimal("7.56"), Decimal("0.3"), False),
    )
    assert _reasons(plan.missing) == {("planned_inflows", "overdue")}


def test_what_cannot_be_counted_is_told_of_once_and_left_out() -> None:
    nothing = [
        Expected(None, Decimal(1), "USD"),
        Expected(NEXT_YEAR, None, "USD"),
        Expected(NEXT_YEAR, Decimal(1), "JPY"),
        Expected(NEXT_YEAR, Decimal(2), "JPY"),
    ]
    plan = plan_of(nothing, [], EUROS, SEPTEMBER, TODAY)
    assert plan.planned == ()
    assert _reasons(plan.missing) == {("planned_inflows", reason) for reason in ("no_date", "no_amount", "no_rate")}
    assert len(plan.missing) == 3


def test_a_loan_brings_its_principal_and_takes_its_payments_in_the_currency_of_the_plan() -> None:
    terms = Terms(Decimal(1_200), Decimal(0), 12, LoanMethod.LINEAR, date(2026, 11, 30))
    plan = plan_of([], [Borrowed(terms, "EUR", date(2026, 10, 20))], EUROS, SEPTEMBER, TODAY)
    assert plan.planned[0] == Planned(date(2026, 10, 20), Decimal(1_296))
    assert [one.amount for one in plan.planned[1:]] == [-108] * 12
    assert (plan.service, plan.has_loans) == (Decimal("1188.00"), True), "eleven payments lie within a year"
    strange = plan_of([], [Borrowed(terms, "JPY", date(2026, 1, 1))], EUROS, SEPTEMBER, TODAY)
    assert (strange.planned, strange.service) == ((), None)
    assert _reasons(strange.missing) == {("planned_inflows", "no_rate"), ("loan_repayments", "no_rate")}


def test_the_largest_source_is_that_of_most_of_what_is_to_come_within_a_year() -> None:
    sure = Expected(NEXT_YEAR, Decimal(100), "USD")
    likely = Expected(NEXT_YEAR, Decimal(500), "USD", Decimal("0.5"), False)
    far = Expected(date(2027, 10, 6), Decimal(10_000), "USD")
    expected = [
        replace(sure, source="North"),
        replace(likely, source="South"),
        replace(sure, source="North"),
        replace(far, source="East"),
        replace(sure, source="West", there=True),
        replace(sure, source="Shop", amount=Decimal(-900)),
    ]
    plan = plan_of(expected, [], EUROS, SEPTEMBER, TODAY)
    assert (plan.largest_source, plan.largest_share) == ("South", Decimal(250) / 450)
    assert plan_of([], [], EUROS, SEPTEMBER, TODAY).largest_source is None
