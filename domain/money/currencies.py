"""What money of one currency is worth in another: only by a rate that was recorded with its day, else not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from domain.money.earned_value import LARGEST

CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Rate:
    """So much of `to` was paid for one unit of `of` on a day."""

    of: str
    to: str
    rate: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class Rates:
    """The latest rates between a currency and others, at most one each way."""

    currency: str
    rates: Sequence[Rate] = field(default_factory=tuple)

    def worth(self, amount: Decimal, currency: str) -> Decimal | None:
        """An amount in the currency of these rates, to the cent; None where no rate tells it, or nobody has so much.

        Of the rates of both ways the later one counts, that of its own way where they are of one day.
        """
        if currency == self.currency:
            return amount
        found = self.rate_of(currency)
        if found is None:
            return None
        exact = amount * found.rate if found.of == currency else amount / found.rate
        return exact.quantize(CENT, ROUND_HALF_UP) if abs(exact) < LARGEST else None

    def rate_of(self, currency: str) -> Rate | None:
        """The rate that tells what a currency is worth."""
        pair = {currency, self.currency}
        known = [rate for rate in self.rates if {rate.of, rate.to} == pair]
        return max(known, key=lambda rate: (rate.on, rate.of == currency), default=None)
