"""Runway: how long the cash lasts, by the mean burn and by a walk from month end to month end.

Sources: net burn and runway as usual among investors; *default alive* after P. Graham (2015): do receipts that grow as
now cover the cost before the cash ends. Dates are walked to, never averaged; the trough is watched, not the sum. Who
earns more than it spends has no number of months, but may have a day on which what must be paid is more than there is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from statistics import median
from typing import Final

from domain.money.earned_schedule import month_start
from domain.money.earned_value import LARGEST

WHOLE_MONTHS: Final = 7
"""How many whole months are looked at: the last, and the six before it."""
MEAN_OF: Final = 3
HORIZON: Final = 240
"""Months that are walked: cash that lasts longer has no end that could be told."""
CENTURY: Final = 1_200
OUTLOOK: Final = 24
"""Months whose ends are shown."""


class RunwayState(StrEnum):
    """Whether a venture lives on its cash."""

    BURNING = "burning"
    CASH_GENERATING = "cash_generating"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Month:
    """A whole calendar month: what was spent, what was received without financing, and of that the revenue.

    `repaid` is what of the cost went to lenders.
    """

    first: date
    cost: Decimal = Decimal(0)
    receipts: Decimal = Decimal(0)
    revenue: Decimal = Decimal(0)
    repaid: Decimal = Decimal(0)

    @property
    def net_burn(self) -> Decimal:
        """Cost less receipts."""
        return self.cost - self.receipts


@dataclass(frozen=True, slots=True)
class Planned:
    """Money that is to come (above zero) or to go (below) on a day; only a committed one is sure.

    `latest_on`: what comes may come as late as that.
    """

    on: date
    amount: Decimal
    probability: Decimal = Decimal(1)
    committed: bool = True
    latest_on: date | None = None

    @property
    def is_sure(self) -> bool:
        """Whether it counts on all lines: it is committed, or must be paid."""
        return self.committed or self.amount < 0


@dataclass(frozen=True, slots=True)
class Missing:
    """What could not be known, or is not as sure as it looks, and why; both are codes."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Lines:
    """When the cash ends: with committed money alone, with expected money, with all; None: not within the horizon."""

    committed_on: date | None = None
    expected_on: date | None = None
    all_on: date | None = None


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The balance at the end of a month on each of the three lines, and how likely the cash has ended by then."""

    on: date
    committed: Decimal
    expected: Decimal
    everything: Decimal
    ended: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Alive:
    """Whether a venture lives without new money: the lowest balance of a month's end, and the month of the answer.

    That is the first month in which revenue covers the cost, or the one in which the cash ends.
    """

    alive: bool
    lowest: Decimal
    month: int


@dataclass(frozen=True, slots=True)
class Found:
    """A venture's runway.

    `operating` is what a month brings in net, without what lenders get; `debt_service` what they get in the next twelve
    months, and its cover how many times twelve such months bring that in. `largest_share` is the part of what is to
    come in these months that comes from `largest_source`. `burn_multiple` is what was burnt in the last three
    whole months for each unit of `net_new_arr`. By `p10_on` the cash has ended with a probability of 10 %.
    """

    state: RunwayState
    cash: Decimal | None = None
    cash_on: date | None = None
    net_burn: Decimal | None = None
    months: Decimal | None = None
    lines: Lines = Lines()
    default_alive: bool | None = None
    burns: tuple[Month, ...] = ()
    missing: tuple[Missing, ...] = ()
    outlook: tuple[MonthEnd, ...] = ()
    operating: Decimal | None = None
    debt_service: Decimal | None = None
    debt_service_cover: Decimal | None = None
    largest_source: str | None = None
    largest_share: Decimal | None = None
    net_new_arr: Decimal | None = None
    burn_multiple: Decimal | None = None
    walked: Decimal | None = None
    "What a month of the walk takes."
    p10_on: date | None = None


def runway_of(
    months: Sequence[Month],
    cash: Decimal | None,
    cash_on: date | None,
    planned: Sequence[Planned] = (),
    *,
    has_loans: bool = False,
) -> Found:
    """The runway, with the cash of a day.

    `months` are the whole months before, without gaps, the earliest first: those since something was first recorded, at
    most `WHOLE_MONTHS`. `has_loans`: what lenders get is among what is planned, so that the walk takes it from there
    and not from the months that were.
    """
    if any(abs(amount) >= LARGEST for month in months for amount in (month.cost, month.receipts)):
        return Found(RunwayState.UNKNOWN, cash, cash_on, missing=(Missing("net_burn", "too_large"),))
    last = months[-MEAN_OF:]
    missing = [*_about_burn(months)]
    if not any(month.cost for month in last):
        return Found(RunwayState.UNKNOWN, cash, cash_on, burns=tuple(months), missing=tuple(missing))
    burn = sum((month.net_burn for month in last), Decimal(0)) / len(last)
    state = RunwayState.CASH_GENERATING if burn <= 0 else RunwayState.BURNING
    alive = None if cash is None else _default_alive(last, cash, missing)
    repaid = sum((month.repaid for month in last), Decimal(0)) / len(last)
    walked = burn - repaid if has_loans else burn
    months_left, lines, outlook = None, Lines(), tuple[MonthEnd, ...]()
    if burn > 0 and cash is not None:
        months_left = max(cash, Decimal(0)) / burn
    if cash is not None and cash_on is not None:
        lines = cash_out_lines(cash, cash_on, walked, planned)
        outlook = outlook_of(cash, cash_on, walked, planned)
    return Found(
        *(state, cash, cash_on, burn, months_left, lines, alive, tuple(months), tuple(missing)),
        outlook,
        repaid - burn,
        walked=walked,
    )


def _about_burn(months: Sequence[Month]) -> Iterable[Missing]:
    last = months[-MEAN_OF:]
    if not any(month.cost for month in last):
        yield Missing("net_burn", "no_cost")
        return
    if len(last) < MEAN_OF:
        yield Missing("net_burn", "fewer_than_three_months")
    if not last[-1].cost:
        yield Missing("net_burn", "last_month_without_cost")
    usual = median(month.net_burn for month in months[-6:])
    if len(months) >= MEAN_OF and usual > 0 and any(month.net_burn > 2 * usual for month in last):
        yield Missing("net_burn", "one_off_month")


def cash_out_lines(cash: Decimal, cash_on: date, burn: Decimal, planned: Sequence[Planned]) -> Lines:
    """The day on which the cash ends on each of the three lines. What must be paid is paid on all of them."""
    committed, expected, everything = _weighted(planned)
    return Lines(
        cash_out(cash, cash_on, burn, committed),
        cash_out(cash, cash_on, burn, expected),
        cash_out(cash, cash_on, burn, everything),
    )


def outlook_of(cash: Decimal, cash_on: date, burn: Decimal, planned: Sequence[Planned]) -> tuple[MonthEnd, ...]:
    """The balances at the ends of the next months on the three lines."""
    walks = [balances(cash, cash_on, burn, line, OUTLOOK) for line in _weighted(planned)]
    return tuple(
        MonthEnd(month_walked(cash_on, number)[1], *ends) for number, ends in enumerate(zip(*walks, strict=True))
    )


def _weighted(planned: Sequence[Planned]) -> tuple[list[Planned], list[Planned], list[Planned]]:
    """What each line counts: committed money in full on all; other money not at all, by its probability, in full."""

    def weigh(weight: Callable[[Planned], Decimal]) -> list[Planned]:
        return [one if one.is_sure else Planned(one.on, one.amount * weight(one)) for one in planned]

    return weigh(lambda one: Decimal(0)), weigh(lambda one: one.probability), weigh(lambda one: Decimal(1))


def balances(
    cash: Decimal, cash_on: date, burn: Decimal, planned: Sequence[Planned], months: int = HORIZON
) -> list[Decimal]:
    """The balance at the end of each month that follows the day of the balance."""
    found: list[Decimal] = []
    balance = cash
    due = deque(sorted((one for one in planned if one.on > cash_on), key=lambda one: one.on))
    for number in range(months):
        _, end = month_walked(cash_on, number)
        while due and due[0].on <= end:
            balance += due.popleft().amount
        balance -= burn
        found.append(balance)
    return found


def cash_out(cash: Decimal, cash_on: date, burn: Decimal, planned: Sequence[Planned]) -> date | None:
    """The day on which the cash ends: in the first month at whose end it is below zero.

    In that month the burn is even, and dated money counts on its day. None: not within the horizon.
    """
    before = cash
    for number, balance in enumerate(balances(cash, cash_on, burn, planned)):
        if balance < 0:
            begin, end = month_walked(cash_on, number)
            return _day_in(before, burn, begin, end, [one for one in planned if begin < one.on <= end])
        before = balance
    return None


def _day_in(before: Decimal, burn: Decimal, begin: date, end: date, dated: Sequence[Planned]) -> date:
    days = (end - begin).days
    if not dated and burn > 0:
        return begin + timedelta(days=int((max(before, Decimal(0)) / burn * days).to_integral_value(ROUND_CEILING)))
    for number in range(days):
        day = begin + timedelta(days=number)
        moved = sum((one.amount for one in dated if one.on <= day), Decimal(0))
        if before + moved - burn * number / days <= 0:
            return day
    return end


def month_walked(cash_on: date, number: int) -> tuple[date, date]:
    """The month after the day of the balance of a number, as the last day before it and its own last day.

    From the last day of a month, months are those of the calendar.
    """
    first = cash_on + timedelta(days=1)
    begin, after = month_start(first, number), month_start(first, number + 1)
    return begin - timedelta(days=1), after - timedelta(days=1)


def _default_alive(last: Sequence[Month], cash: Decimal, missing: list[Missing]) -> bool | None:
    """Whether revenue that grows as in the last whole months covers the mean cost before the cash ends."""
    cost = sum((month.cost for month in last), Decimal(0)) / len(last)
    revenue = last[-1].revenue
    if revenue <= 0:
        return cost <= 0
    steps = len(last) - 1
    earlier = last[0].revenue
    if revenue < cost and (steps == 0 or earlier <= 0):
        missing.append(Missing("default_alive", "growth_unknown"))
        return None
    growth = Decimal(0) if revenue >= cost else ((revenue / earlier).ln() / steps).exp() - 1
    return default_alive(cash, revenue, cost, growth).alive


def default_alive(cash: Decimal, revenue: Decimal, cost: Decimal, growth: Decimal) -> Alive:
    """Whether the cash outlasts the months until revenue, growing by `growth` a month, covers a constant cost.

    The first month earns `revenue` as it is. Growth that takes longer than a century to cover the cost never does.
    """
    balance = cash
    for month in range(1, CENTURY + 1):
        if revenue >= cost:
            return Alive(balance >= 0, balance, month)
        balance += revenue - cost
        if balance < 0:
            return Alive(False, balance, month)
        revenue *= 1 + growth
    return Alive(False, balance, CENTURY)
