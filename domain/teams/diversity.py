"""How mixed a team is: the Shannon index and its evenness.

Shannon, "A Mathematical Theory of Communication", Bell System Technical Journal 27 (1948); evenness by Pielou, "The
measurement of diversity in different types of biological collections", Journal of Theoretical Biology 13 (1966).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Final

BASE: Final = "e"
"""The base of the logarithm: the index is in nats."""
_PLACES: Final = Decimal("0.000001")
_DIGITS: Final = 40


@dataclass(frozen=True, slots=True)
class Diversity:
    """How mixed a group is, to six decimals.

    `index` is H = -sum p ln p over the kinds, from 0 (all of one kind) to ln of their number. `evenness` is H / ln of
    their number: 1 where all kinds are as many; None where there is one kind only.
    """

    kinds: int
    index: Decimal
    evenness: Decimal | None


def diversity_of(counts: Iterable[int]) -> Diversity | None:
    """The diversity of a group by how many there are of each kind; None for nobody."""
    there = [count for count in counts if count > 0]
    whole = sum(there)
    if not whole:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        shares = [Decimal(count) / whole for count in there]
        index = -sum((share * share.ln() for share in shares), Decimal(0))
        evenness = None if len(there) == 1 else index / Decimal(len(there)).ln()
        return Diversity(len(there), abs(index.quantize(_PLACES)), evenness and evenness.quantize(_PLACES))
