"""How a loan is paid back: its schedule, payment by payment, to the cent; and whether what is earned bears it.

Source: the annuity P·r / (1 − (1 + r)⁻ⁿ) with the interest of a month as a twelfth of the year's, as spreadsheets' PMT,
IPMT and PPMT have it (OASIS OpenFormula). Amounts are rounded to the cent, half up, and the last payment pays what is
left: so the principals add up to the loan, exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from domain.money.earned_schedule import month_start

CENT: Final = Decimal("0.01")
LONGEST: Final = 480
"""Months of a loan at most: forty years."""
YEAR: Final = 12


class LoanMethod(StrEnum):
    """How a loan is paid back."""

    ANNUITY = "annuity"
    LINEAR = "linear"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed of a loan. The rate is a share of the principal a year: 0.06 is 6 %.

    In the first `interest_only_months` of the term nothing but interest is paid.
    """

    principal: Decimal
    annual_rate: Decimal
    months: int
    method: LoanMethod
    first_payment_on: date
    interest_only_months: int = 0


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment: its interest and principal, and what is owed after it."""

    number: int
    due_on: date
    interest: Decimal
    principal: Decimal
    balance: Decimal

    @property
    def amount(self) -> Decimal:
        """What is paid."""
        return self.interest + self.principal


def schedule_of(terms: Terms) -> list[Payment]:
    """The payments of a loan, one a month from the first on; on the last day of a month that is too short."""
    rate = terms.annual_rate / YEAR
    regular = terms.months - terms.interest_only_months
    annuity = _annuity(terms.principal, rate, regular)
    share = _to_the_cent(terms.principal / regular)
    balance = terms.principal
    payments = []
    for number in range(1, terms.months + 1):
        interest = _to_the_cent(balance * rate)
        if number == terms.months:
            principal = balance
        elif number <= terms.interest_only_months or terms.method is LoanMethod.BULLET:
            principal = Decimal("0.00")
        else:
            principal = min(share if terms.method is LoanMethod.LINEAR else annuity - interest, balance)
        balance -= principal
        due_on = month_start(terms.first_payment_on, number - 1)
        payments.append(Payment(number, due_on, interest, principal, balance))
    return payments


def _annuity(principal: Decimal, rate: Decimal, months: int) -> Decimal:
    """What is paid each month, to the cent; never less than the interest."""
    if rate == 0:
        return _to_the_cent(principal / months)
    return _to_the_cent(max(principal * rate / (1 - (1 + rate) ** -months), principal * rate))


def _to_the_cent(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def debt_service(payments: Sequence[Payment], after: date) -> Decimal:
    """What must be paid in the twelve months after a day."""
    return sum((one.amount for one in payments if after < one.due_on <= month_start(after, YEAR)), Decimal(0))


def cover(monthly_operating: Decimal, service: Decimal) -> Decimal | None:
    """Debt-service cover: what twelve months of operation bring in net, over what must be paid in twelve months.

    Under 1 the operation does not bear the debt; below 0 it burns money. None where nothing must be paid.
    """
    return None if service <= 0 else monthly_operating * YEAR / service
