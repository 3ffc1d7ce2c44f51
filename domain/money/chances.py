"""When the cash may end: the distribution over what of the uncertain money comes, and when.

Each inflow that is not sure comes with its own probability, independent of the others, and on a day between the
expected one and the latest: the expected day is the most likely, and the density falls evenly to nothing at the latest
(triangular). Every case is walked as the three lines are. While at most twelve inflows are uncertain and none has a
latest day, all cases are walked with their weights, and the answer is exact; else it is that of 10,000 drawn cases,
seeded by the hash of the inputs, so that the same inputs give the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from domain.money.runway import HORIZON, OUTLOOK, Planned, month_walked

EXACT: Final = 12
"""Uncertain inflows up to which all cases are walked: 4,096 of them."""
DRAWS: Final = 10_000
MOST_NUMBERS: Final = 2_000_000
"""Random numbers of a kind that are drawn: with more than 200 inflows there are fewer cases."""
QUANTILE: Final = 0.10
_SLACK: Final = 1e-12
"""What binary numbers may be beside the decimal ones of the lines, as a part of all the money that moves."""
_ROUNDING: Final = 1e-9
_PLACES: Final = 6

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chances:
    """The day by which the cash has ended with a probability of 10 %, None where it is less likely within the horizon.

    `by_month`: with which probability it has ended by the end of each of the next months.
    """

    p10_on: date | None
    by_month: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class _Money:
    """What comes and goes: by entry (row) and case (column) the day, counted from that of the balance, and how much.

    What is the same in all cases has one column.
    """

    days: Whole
    amounts: Floats

    def of(self, cases: NDArray[np.bool_]) -> _Money:
        """Of some of the cases."""
        one = self.days.shape[1] == 1
        return self if one else _Money(self.days[:, cases], self.amounts[:, cases])


def chances_of(cash: Decimal, cash_on: date, burn: Decimal, planned: Sequence[Planned], seed: int) -> Chances:
    """The distribution of the day on which the cash ends, where a month of the walk takes `burn`."""
    due = [one for one in planned if one.on > cash_on]
    open = [one for one in due if one.latest_on is not None or (not one.is_sure and 0 < one.probability < 1)]
    sure = [one for one in due if one not in open and (one.is_sure or one.probability > 0)]
    weights, drawn = _cases(open, cash_on, seed)
    money = (_Money(_days(sure, cash_on), _amounts(sure)), drawn)
    slack = _SLACK * float(sum((abs(one.amount) for one in due), abs(cash) + HORIZON * abs(burn)))
    ends = np.array([(month_walked(cash_on, number)[1] - cash_on).days for number in range(HORIZON)])
    balances = _moved(money, len(weights), lambda days: np.searchsorted(ends, days), HORIZON)
    balances += float(cash) - float(burn) * np.arange(1, HORIZON + 1)
    below = balances < -slack
    first = np.where(below.any(axis=1), below.argmax(axis=1), HORIZON)
    reached = np.bincount(first, weights, HORIZON + 1)[:HORIZON].cumsum()
    by_month = tuple(round(Decimal(float(share)), _PLACES) for share in np.minimum(reached[:OUTLOOK], 1))
    month = int(np.searchsorted(reached, QUANTILE - _ROUNDING))
    if month == HORIZON:
        return Chances(None, by_month)
    chosen = first == month
    before = (balances[chosen, month - 1] if month else np.full(int(chosen.sum()), float(cash))) - slack
    begin, end = month_walked(cash_on, month)
    days = _days_in([one.of(chosen) for one in money], before, float(burn), (begin - cash_on).days, (end - begin).days)
    order = days.argsort(kind="stable")
    shares = weights[chosen][order].cumsum() + (reached[month - 1] if month else 0)
    place = min(int(np.searchsorted(shares, QUANTILE - _ROUNDING)), len(order) - 1)
    return Chances(begin + timedelta(days=int(days[order[place]])), by_month)


def _days(planned: Sequence[Planned], cash_on: date) -> Whole:
    return np.array([(one.on - cash_on).days for one in planned], dtype=np.int64)[:, None]


def _amounts(planned: Sequence[Planned]) -> Floats:
    return np.array([float(one.amount) for one in planned])[:, None]


def _cases(open: Sequence[Planned], cash_on: date, seed: int) -> tuple[Floats, _Money]:
    """The weights of the cases, and what comes in each."""
    chances = np.array([1.0 if one.is_sure else float(one.probability) for one in open])[:, None]
    spans = np.array([0 if one.latest_on is None else (one.latest_on - one.on).days for one in open])[:, None]
    days, amounts = _days(open, cash_on), _amounts(open)
    if len(open) <= EXACT and not spans.any():
        count = 2 ** len(open)
        comes = (np.arange(count) >> np.arange(len(open))[:, None]) & 1 == 1
        weights = np.where(comes, chances, 1 - chances).prod(axis=0)
        return weights, _Money(np.repeat(days, count, axis=1), amounts * comes)
    random = np.random.Generator(np.random.SFC64(seed))
    shape = (len(open), min(DRAWS, MOST_NUMBERS // len(open)))
    comes = random.random(shape) < chances
    late = np.ceil(spans * (1 - np.sqrt(random.random(shape)))).astype(np.int64)
    return np.full(shape[1], 1 / shape[1]), _Money(days + late, amounts * comes)


def _moved(money: Iterable[_Money], cases: int, place_of: Callable[[Whole], Whole], width: int) -> Floats:
    """What has come and gone by the end of each of `width` steps (columns), by case.

    `place_of` says in which step a day is.
    """
    found = np.zeros((cases, width + 1))
    every = np.arange(cases)
    for one in money:
        for days, amounts in zip(one.days, one.amounts, strict=True):
            found[every, np.minimum(place_of(days), width)] += amounts
    found.cumsum(axis=1, out=found)
    return found[:, :width]


def _days_in(money: Iterable[_Money], before: Floats, burn: float, since: int, length: int) -> Whole:
    """The day of a month, counted from the last one before it, on which the cash ends in each case.

    `since` is how many days after the balance the month begins; what moved until then is in `before`.
    """
    within = [_Money(one.days, np.where(one.days > since, one.amounts, 0)) for one in money]
    balances = _moved(within, len(before), lambda days: np.maximum(days - since, 0), length)
    balances += before[:, None] - burn * np.arange(length) / length
    ended = balances <= 0
    found: Whole = np.where(ended.any(axis=1), ended.argmax(axis=1), length)
    return found
