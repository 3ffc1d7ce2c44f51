"""How much of a resource is given away on each day, and where that is more than there is. Pure computation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Share:
    """An allocation: so much from its first to its last day; without one it has no beginning, or no end."""

    amount: Decimal
    start_on: date | None = None
    end_on: date | None = None

    def is_within(self, other: Share) -> bool:
        """Whether it takes no more than another on any day."""
        return (
            self.amount <= other.amount
            and (self.start_on or date.min) >= (other.start_on or date.min)
            and (self.end_on or date.max) <= (other.end_on or date.max)
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Days in a row on which the same amount is given away; without a first or last day it has no beginning or end."""

    start_on: date | None
    end_on: date | None
    allocated: Decimal

    @property
    def words(self) -> str:
        """The period, as it stands in a sentence."""
        match self.start_on, self.end_on:
            case None, None:
                return "at all times"
            case None, end:
                return f"until {end}"
            case start, None:
                return f"from {start} on"
            case start, end if start == end:
                return f"on {start}"
        return f"from {self.start_on} to {self.end_on}"


def over_allocated(amount: Decimal, shares: Iterable[Share]) -> list[Period]:
    """The periods in which the shares come to more than the amount, in order."""
    return [period for period in _periods(shares) if period.allocated > amount]


def worst(periods: Iterable[Period]) -> Period | None:
    """The period in which most is given away, the first of several."""
    return max(periods, key=lambda period: period.allocated, default=None)


def _periods(shares: Iterable[Share]) -> Iterator[Period]:
    """All periods, from the first day on which anything is given away."""
    changes: dict[date, Decimal] = defaultdict(Decimal)
    for share in shares:
        changes[share.start_on or date.min] += share.amount
        if share.end_on is not None:
            changes[share.end_on + _DAY] -= share.amount
    days = sorted(day for day, change in changes.items() if change)
    allocated = Decimal(0)
    for day, following in zip(days, [*days, None][1:], strict=True):
        allocated += changes[day]
        yield Period(None if day == date.min else day, None if following is None else following - _DAY, allocated)
