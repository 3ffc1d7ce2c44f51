"""How fast a market grows: the compound annual growth rate, in decimals.

CAGR from year X to year Z = (value in Z / value in X) ^ (1 / (Z - X)) - 1 (Gartner, IT Glossary). `graph` works out the
same in SQL; both give six decimals.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

_PLACES: Final = Decimal("1e-6")
_DIGITS: Final = 60
"""Digits that are carried: what is rounded away is far behind what is shown, whatever the amounts."""


def compound_growth(first: Decimal, last: Decimal, years: int) -> Decimal | None:
    """The growth a year by which `first` becomes `last` in so many years, 0.05 for five percent, to six decimals.

    None where it is not defined: within one year, or from nothing.
    """
    if years < 1 or first <= 0 or last < 0:
        return None
    with localcontext(prec=_DIGITS):
        grown = last / first
        root = grown if years == 1 or not grown else (grown.ln() / years).exp()
        return (root - 1).quantize(_PLACES, ROUND_HALF_UP)
