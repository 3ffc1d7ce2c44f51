"""Loans against published tables, against numpy-financial, and what must hold for every loan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import numpy as np
import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money.amortisation import LONGEST, LoanMethod, Payment, Terms, cover, debt_service, schedule_of

FIRST = date(2026, 1, 31)

loans = st.builds(
    lambda principal, rate, months, method, first, share: Terms(
        principal, rate, months, method, first, int(share * (months - 1))
    ),
    st.decimals("0.01", "1000000000", places=2),
    st.decimals("0", "1", places=6),
    st.integers(1, LONGEST),
    st.sampled_from(LoanMethod),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.floats(0, 1),
)


def _loan(principal: str, rate: str, months: int, method: LoanMethod = LoanMethod.ANNUITY, free: int = 0) -> Terms:
    return Terms(Decimal(principal), Decimal(rate), months, method, FIRST, free)


def _texts(payments: list[Payment]) -> list[tuple[str, str, str]]:
    return [(str(one.principal), str(one.interest), str(one.balance)) for one in payments]


def test_the_worked_example_of_numpy_financials_manual() -> None:
    """`numpy_financial.ipmt`, "a 1 year loan of $2500 at 8.24% interest per year compounded monthly"."""
    payments = schedule_of(_loan("2500.00", "0.0824", 12))
    table = """200.58 17.17 2299.42, 201.96 15.79 2097.46, 203.35 14.40 1894.11, 204.74 13.01 1689.37,
        206.15 11.60 1483.22, 207.56 10.18 1275.66, 208.99 8.76 1066.67, 210.42 7.32 856.25, 211.87 5.88 644.38,
        213.32 4.42 431.05, 214.79 2.96 216.26, 216.26 1.49 0.00"""
    told = [tuple(Decimal(number) for number in row.split()) for row in table.split(",")]
    for one, row in zip(payments, told, strict=True):  # theirs is rounded only where it is shown
        for number, theirs in zip((one.principal, one.interest, one.balance), row, strict=True):
            assert abs(number - theirs) <= Decimal("0.005") * (one.number + 1)
    assert abs(sum(one.interest for one in payments) - Decimal("112.98")) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("principal", "rate", "months", "payment"),
    [
        pytest.param("100000", "0.12", 360, "1028.61", id="MATLAB Financial Toolbox, amortize"),
        pytest.param("200000", "0.065", 360, "1264.14", id="Wikipedia, Mortgage calculator"),
    ],
)
def test_the_payment_of_published_examples(principal: str, rate: str, months: int, payment: str) -> None:
    payments = schedule_of(_loan(principal, rate, months))
    assert {one.amount for one in payments[:-1]} == {Decimal(payment)}
    assert abs(payments[-1].amount - Decimal(payment)) < months * Decimal("0.01") * 12


@given(st.integers(1_000, 5_000_000), st.integers(0, 2_400), st.integers(2, 120))
def test_an_annuity_is_that_of_numpy_financial_to_the_cents_that_rounding_may_move(
    principal: int, basis_points: int, months: int
) -> None:
    rate = basis_points / 10_000 / 12
    payments = schedule_of(_loan(str(principal), f"{basis_points / 10_000:.4f}", months))
    periods = np.arange(1, months + 1)
    assert float(payments[0].amount) == pytest.approx(-npf.pmt(rate, months, principal), abs=0.00501)
    if rate > 0:
        drift = 0.005 * ((1 + rate) ** periods - 1) / rate * 2 + 0.01
        owed = principal + np.cumsum(npf.ppmt(rate, periods, months, principal))
        assert (np.abs(np.array([float(one.balance) for one in payments]) - owed) <= drift + 0.01).all()


def test_a_linear_loan_and_a_bullet_and_months_of_interest_alone() -> None:
    linear = schedule_of(_loan("1000", "0.12", 3, LoanMethod.LINEAR))
    assert _texts(linear) == [("333.33", "10.00", "666.67"), ("333.33", "6.67", "333.34"), ("333.34", "3.33", "0.00")]
    bullet = schedule_of(_loan("1000", "0.06", 4, LoanMethod.BULLET))
    assert [one.amount for one in bullet] == [5, 5, 5, 1005]
    free = schedule_of(_loan("1000", "0.12", 5, LoanMethod.LINEAR, free=3))
    assert [str(one.principal) for one in free] == ["0.00", "0.00", "0.00", "500.00", "500.00"]
    assert [str(one.interest) for one in free] == ["10.00", "10.00", "10.00", "10.00", "5.00"]
    assert [one.due_on.isoformat() for one in free[:3]] == ["2026-01-31", "2026-02-28", "2026-03-31"]


@given(loans)
def test_every_loan_is_paid_back_to_the_cent_and_is_never_owed_less_than_nothing(terms: Terms) -> None:
    payments = schedule_of(terms)
    assert sum(one.principal for one in payments) == terms.principal
    assert [one.number for one in payments] == list(range(1, terms.months + 1))
    assert payments[-1].balance == 0
    before = terms.principal
    for one in payments:
        assert one.principal >= 0
        assert one.interest >= 0
        assert before - one.principal == one.balance
        assert one.amount == round(one.amount, 2)
        before = one.balance
    days = [one.due_on for one in payments]
    assert days == sorted(set(days))


def test_debt_service_counts_the_twelve_months_after_a_day_and_cover_is_told_of_what_must_be_paid() -> None:
    payments = schedule_of(_loan("24000", "0", 24))
    assert debt_service(payments, date(2026, 1, 30)) == 12_000
    assert debt_service(payments, date(2026, 1, 31)) == 12_000
    assert debt_service(payments, date(2027, 7, 31)) == 5_000
    assert cover(Decimal(1_500), Decimal(12_000)) == Decimal("1.5")
    assert cover(Decimal(-500), Decimal(12_000)) == Decimal("-0.5")
    assert cover(Decimal(1_500), Decimal(0)) is None
