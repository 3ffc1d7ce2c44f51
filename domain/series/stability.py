"""How far a distribution has moved from another: the population stability index.

Source: N. Siddiqi, *Credit Risk Scorecards* (2006): Σ (p − r) · ln(p / r) over the shares r and p of the reference and
the present in the same bins; it is the symmetric Kullback–Leibler divergence. From 0.1 on a population has moved, from
0.25 on it is another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

LEAST_SHARE: Final = Decimal("0.0001")
"""What counts as the share of an empty bin: without it one empty bin would make the index infinite."""
_SIXTH: Final = Decimal("0.000001")


def stability_index(reference: Sequence[Decimal], present: Sequence[Decimal]) -> Decimal:
    """The index of two histograms, as counts or shares in the same bins, to six decimals.

    Raises `ValueError` where they have not the same number of bins, a bin is below zero, or all are empty.
    """
    if len(reference) != len(present):
        raise ValueError("both histograms must have the same bins")
    index = Decimal(0)
    for was, now in zip(_shares(reference), _shares(present), strict=True):
        index += (now - was) * (now / was).ln()
    return index.quantize(_SIXTH)


def _shares(histogram: Sequence[Decimal]) -> list[Decimal]:
    total = sum(histogram, Decimal(0))
    if total <= 0 or any(count < 0 for count in histogram):
        raise ValueError("a histogram has no bin below zero, and one above it")
    return [max(count / total, LEAST_SHARE) for count in histogram]
