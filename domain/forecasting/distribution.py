"""The distribution of an end over all draws: percentiles, the chance of the due date, and a histogram by date."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np

from domain.forecasting.days import EPSILON, Days, Floats, Integers

SHARES: Final = (0.10, 0.50, 0.80, 0.90)
MOST_BINS: Final = 60
_PARTS: Final = 16
"""Of a day, in which ends are counted to find percentiles with."""
_MOST_PARTS: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Bin:
    """The share of draws that end on one of the working days from `low` to `high`, both counted.

    Indexes of days in the milestone's calendar, and their dates: None beyond the years of calendars.
    """

    low: int
    high: int
    from_on: date | None
    to_on: date | None
    share: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """An end in all draws. Percentiles are half-open indexes of working days; their dates are rounded up.

    A percentile is the smallest end by which at least that share of the draws is done (no interpolation), so its date
    is the first working day by which they are. `probability_of_due` is the share that ends by the due date, None
    without one. `counts` are the draws that end within each `width` working days from the index `first` on.
    """

    mean: float
    p10: float
    p50: float
    p80: float
    p90: float
    p10_on: date | None
    p50_on: date | None
    p80_on: date | None
    p90_on: date | None
    probability_of_due: float | None
    first: int
    width: int
    counts: tuple[int, ...]
    days: Days = field(repr=False)

    @property
    def histogram(self) -> tuple[Bin, ...]:
        """At most 60 bins of equally many working days each; their shares sum to 1."""
        lows = self.first + np.arange(len(self.counts)) * self.width
        highs = lows + self.width - 1
        draws = sum(self.counts)
        shares = [count / draws for count in self.counts]
        return tuple(map(Bin, lows.tolist(), highs.tolist(), self.days.days(lows), self.days.days(highs), shares))


def rank_of(share: float, count: int) -> int:
    """The position, among `count` rising values, of the smallest that at least a share of them does not pass."""
    return max(0, math.ceil(share * count - EPSILON) - 1)


def quantile(values: Floats, share: float) -> float:
    """The smallest value that at least this share of the values, of shape (n,), does not pass."""
    rank = rank_of(share, len(values))
    return float(np.partition(values, rank)[rank])


def distribution_of(ends: Floats, days: Days, due: float | None = None) -> Distribution:
    """The distribution of the ends, shape (draws,), of what is still open."""
    # What ends at 3 ends on day 2, and so does 2.4; what ends at 0 ends on day 0.
    scaled = ends * _PARTS
    scaled -= EPSILON
    parts: Integers = scaled.astype(np.int64)
    draws = len(ends)
    ranks = np.array([rank_of(share, draws) for share in SHARES])
    most = int(parts.max())
    if most < _MOST_PARTS:
        counts = np.bincount(parts, minlength=(most // _PARTS + 1) * _PARTS)
        p10, p50, p80, p90 = _percentiles(ends, parts, counts, ranks)
        by_day = counts.reshape(-1, _PARTS).sum(axis=1)
        first = int((by_day > 0).argmax())
        width = (len(by_day) - first - 1) // MOST_BINS + 1
        bins = np.add.reduceat(by_day, np.arange(first, len(by_day), width))
    else:
        p10, p50, p80, p90 = np.partition(ends, ranks)[ranks].tolist()
        on = parts // _PARTS
        first = int(on.min())
        width = (int(on.max()) - first) // MOST_BINS + 1
        bins = np.bincount((on - first) // width)
    return Distribution(
        float(ends.sum()) / draws,
        p10,
        p50,
        p80,
        p90,
        days.on(p10),
        days.on(p50),
        days.on(p80),
        days.on(p90),
        None if due is None else int(np.count_nonzero(ends <= due + EPSILON)) / draws,
        first,
        width,
        tuple(bins.tolist()),
        days,
    )


def _percentiles(ends: Floats, parts: Integers, counts: Integers, ranks: Integers) -> list[float]:
    """The ends at the ranks of all shares: only those of four parts of days are put in order."""
    chosen = counts.cumsum().searchsorted(ranks, side="right")
    among = np.zeros(len(counts), dtype=bool)
    among[chosen] = True
    left_out = np.where(among, 0, counts).cumsum()
    values = ends.take(np.flatnonzero(among.take(parts)))
    values.sort()
    found: list[float] = values[ranks - left_out[chosen]].tolist()
    return found
