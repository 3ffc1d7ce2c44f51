"""How much is burnt for each unit of new recurring revenue: the burn multiple.

Source: D. Sacks, *The Burn Multiple* (2020): net burn ÷ net new annual recurring revenue (ARR) of the same quarter. ARR
is twelve times what recurs in a month, so new, grown, shrunk and lost customers are all in the difference of two
months.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from domain.money.currencies import Rates
from domain.money.earned_schedule import month_start
from domain.money.earned_value import LARGEST
from domain.money.runway import Missing, Month

QUARTER: Final = 3
"""Whole months that are looked at."""
YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Recurring:
    """What customers paid in one currency for a month, and pay again in the next."""

    month: date
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Efficiency:
    """By how much the annual recurring revenue has grown in the last quarter, and what was burnt for each unit of it.

    Both are empty where nothing recurred before the quarter: there is nothing yet that could have grown. The multiple
    is empty too where nothing is burnt, and where revenue has not grown: one below zero would look good.
    """

    net_new_arr: Decimal | None = None
    burn_multiple: Decimal | None = None
    missing: tuple[Missing, ...] = ()


def efficiency_of(months: Sequence[Month], recurring: Sequence[Recurring], rates: Rates) -> Efficiency:
    """Of the last three of these whole months, the earliest first, beside the month before them."""
    quarter = months[-QUARTER:]
    if len(quarter) < QUARTER or not any(month.cost for month in quarter):
        return Efficiency()
    before = month_start(quarter[0].first, -1)
    if not any(one.month == before for one in recurring):
        return Efficiency()
    then, now = (_worth(recurring, month, rates) for month in (before, quarter[-1].first))
    if then is None or now is None:
        return Efficiency(missing=(Missing("burn_multiple", "no_rate"),))
    grown = YEAR * (now - then)
    if abs(grown) >= LARGEST:
        return Efficiency(missing=(Missing("burn_multiple", "too_large"),))
    if grown <= 0:
        return Efficiency(grown, None, (Missing("burn_multiple", "revenue_not_growing"),))
    burnt = sum((month.net_burn for month in quarter), Decimal(0))
    return Efficiency(grown, burnt / grown if burnt > 0 else None)


def _worth(recurring: Sequence[Recurring], month: date, rates: Rates) -> Decimal | None:
    amounts = [rates.worth(one.amount, one.currency) for one in recurring if one.month == month]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None
