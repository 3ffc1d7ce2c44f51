"""Does a series rise or fall, and when would it cross a limit: Theil–Sen and Mann–Kendall (risk.md §4).

The slope and its 95 % interval are `scipy.stats.theilslopes`, method `separate` (Sen 1968); significance is the
Mann–Kendall test with the normal approximation, corrected for ties and continuity (Gilbert 1987, ch. 16). Not for
smoothed or cumulative series: those give up to 23 % false alarms.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from statistics import NormalDist
from typing import Final

from domain.series.levels import IndicatorDirection, Sample

LAST: Final = 20
"""How many readings a trend looks at."""

LEAST: Final = 8
"""With fewer there is no trend."""

SIGNIFICANT: Final = 0.05
HORIZON: Final = timedelta(days=180)
_DAY: Final = 86_400.0


class TrendDirection(StrEnum):
    """Where a series goes, as far as chance allows a statement."""

    RISING = "rising"
    FALLING = "falling"
    NONE = "none"


@dataclass(frozen=True)
class Crossing:
    """When a limit would be crossed: at the slope itself, and at the ends of its 95 % interval.

    An end is None where the slope's end leads away from the limit, or beyond the calendar.
    """

    at: datetime
    earliest: datetime | None
    latest: datetime | None


@dataclass(frozen=True)
class Trend:
    """What a series does. `slope` and its interval are per day; all None with fewer than `LEAST` readings."""

    readings: int
    direction: TrendDirection = TrendDirection.NONE
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    s: int | None = None
    p_value: float | None = None
    crossing: Crossing | None = None


def mann_kendall(values: Sequence[float]) -> tuple[int, float, float]:
    """S, z and the two-sided p of the Mann–Kendall test. A constant series gives 0, 0 and 1."""
    n = len(values)
    s = sum((later > earlier) - (later < earlier) for i, earlier in enumerate(values) for later in values[i + 1 :])
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    if s == 0 or variance <= 0:
        return s, 0.0, 1.0
    z = (s - math.copysign(1, s)) / math.sqrt(variance)
    return s, z, 2 * NormalDist().cdf(-abs(z))


def trend_of(samples: Sequence[Sample], critical: Decimal | None, direction: IndicatorDirection) -> Trend:
    """The trend of the last `LAST` samples, the oldest first, and when it would cross the critical threshold.

    The crossing is told only where the trend counts, the limit is not reached yet, and it lies within `HORIZON` after
    the last reading.
    """
    samples = samples[-LAST:]
    if len(samples) < LEAST:
        return Trend(len(samples))
    from scipy.stats import theilslopes  # type: ignore[import-untyped]  # no types there; heavy, hence here

    begin = samples[0].at
    days = [(sample.at - begin).total_seconds() / _DAY for sample in samples]
    values = [float(sample.value) for sample in samples]
    slope, intercept, low, high = (float(number) for number in theilslopes(values, days, 0.95, method="separate"))
    s, _, p = mann_kendall(values)
    if p >= SIGNIFICANT or slope == 0:
        return Trend(len(samples), TrendDirection.NONE, slope, low, high, s, p)
    way = TrendDirection.RISING if slope > 0 else TrendDirection.FALLING
    crossing = None
    worsens = (slope > 0) is (direction is IndicatorDirection.HIGHER_IS_WORSE)
    if critical is not None and worsens and (float(critical) - values[-1]) * slope > 0:
        crossing = _crossing(begin, days, slope, intercept, (low, high), float(critical))
    return Trend(len(samples), way, slope, low, high, s, p, crossing)


def _crossing(
    begin: datetime, days: Sequence[float], slope: float, intercept: float, ends: tuple[float, float], limit: float
) -> Crossing | None:
    last = days[-1]
    at = (limit - intercept) / slope
    if not last <= at <= last + HORIZON / timedelta(days=1):
        return None
    middle = sorted(days)[len(days) // 2] if len(days) % 2 else sum(sorted(days)[len(days) // 2 - 1 :][:2]) / 2
    level = intercept + slope * middle  # the line goes through the medians; the steeper end of the slope crosses first
    found = [middle + (limit - level) / end if end * slope > 0 else None for end in ends]
    moments = sorted(day for day in found if day is not None)
    earliest = moments[0] if moments else None
    latest = moments[-1] if len(moments) == 2 else None
    return Crossing(
        begin + timedelta(days=at),
        None if earliest is None else begin + timedelta(days=max(earliest, last)),
        None if latest is None or latest > 36_500 else begin + timedelta(days=latest),
    )
