"""The distribution of an end over all draws: percentiles, the chance of the due date, and a histogram by date."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from domain.forecasting.days import EPSILON, Days, Floats, Integers

SHARES: Final = (0.10, 0.50, 0.80, 0.90)
MOST_BINS: Final = 60


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
    without one.
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
    histogram: tuple[Bin, ...]


def rank_of(share: float, count: int) -> int:
    """The position, among `count` rising values, of the smallest that at least a share of them does not pass."""
    return max(0, math.ceil(share * count - EPSILON) - 1)


def quantile(values: Floats, share: float) -> float:
    """The smallest value that at least this share of the values, of shape (n,), does not pass."""
    rank = rank_of(share, len(values))
    return float(np.partition(values, rank)[rank])


def distribution_of(ends: Floats, days: Days, due: float | None = None) -> Distribution:
    """The distribution of the ends, shape (draws,), of what is still open."""
    ranks = [rank_of(share, len(ends)) for share in SHARES]
    p10, p50, p80, p90 = (float(value) for value in np.partition(ends, ranks)[ranks])
    p10_on, p50_on, p80_on, p90_on = (days.on(value) for value in (p10, p50, p80, p90))
    kept = None if due is None else float(np.count_nonzero(ends <= due + EPSILON)) / len(ends)
    return Distribution(
        float(ends.mean()), p10, p50, p80, p90, p10_on, p50_on, p80_on, p90_on, kept, _histogram(ends, days)
    )


def _histogram(ends: Floats, days: Days) -> tuple[Bin, ...]:
    """At most 60 bins of equally many working days each."""
    on: Integers = np.maximum(np.ceil(ends - EPSILON).astype(np.int64) - 1, 0)
    first, last = int(on.min()), int(on.max())
    width = (last - first) // MOST_BINS + 1
    counts = np.bincount((on - first) // width)
    lows = [first + number * width for number in range(len(counts))]
    return tuple(
        Bin(low, high, days.day(low), days.day(high), int(count) / len(ends))
        for low, high, count in zip(lows, (min(low + width - 1, last) for low in lows), counts, strict=True)
    )
