"""The cash that a venture has free: what lies on its accounts, in one currency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.money.currencies import Rates
from domain.money.earned_value import LARGEST
from domain.money.runway import Missing

OLD: Final = timedelta(days=45)
"""A balance or a rate that is older is told of."""


@dataclass(frozen=True, slots=True)
class Balance:
    """The latest balance of an account, in its currency."""

    on: date
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Cash:
    """What is free, and the day of the latest balance in it; empty where it is not known. `missing` says why."""

    amount: Decimal | None = None
    on: date | None = None
    missing: tuple[Missing, ...] = ()


def cash_of(balances: Sequence[Balance], rates: Rates, today: date) -> Cash:
    """The sum of the accounts' balances. One whose currency has no rate leaves the sum unknown: nothing is left out."""
    if not balances:
        return Cash(missing=(Missing("cash", "no_balance"),))
    worth = [rates.worth(one.amount, one.currency) for one in balances]
    known = [amount for amount in worth if amount is not None]
    on = max(one.on for one in balances)
    missing = list(_old(balances, rates, today))
    if len(known) < len(worth):
        return Cash(None, on, (Missing("cash", "no_rate"), *missing))
    total = sum(known, Decimal(0))
    if abs(total) >= LARGEST:
        return Cash(None, on, (Missing("cash", "too_large"), *missing))
    return Cash(total, on, tuple(missing))


def _old(balances: Sequence[Balance], rates: Rates, today: date) -> Iterable[Missing]:
    if today - min(one.on for one in balances) > OLD:
        yield Missing("cash", "balance_old")
    used = [rates.rate_of(one.currency) for one in balances if one.currency != rates.currency]
    if any(rate is not None and today - rate.on > OLD for rate in used):
        yield Missing("cash", "rate_old")
