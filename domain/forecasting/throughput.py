"""The forecast by throughput, for work that is counted and not estimated: when will it be done, how much by then.

Each week to come finishes as many items as some week of the history did, each equally likely, weeks without any among
them (Vacanti 2015; Magennis 2011). Since the weeks are independent and known, sums need no simulation: the distribution
after k weeks is the history's, convolved with itself k times, and exact. The two questions are one, P(done within k
weeks) = P(at least n items in k weeks), but their cautious sides are opposite: later for when, fewer for how many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.forecasting.days import Floats

LEAST_WEEKS: Final = 5
MOST_WEEKS: Final = 520
"""Of a history, and to look ahead: what is not done within ten years is not done at this pace."""
MOST_ITEMS: Final = 10_000
"""That are left, or finished in one week."""
SHARES: Final = (0.50, 0.80, 0.85, 0.90, 0.95)

_EPSILON: Final = 1e-12


class TooLittleHistory(ValueError):
    """Fewer than 5 weeks are known: whatever was said from them would be a guess."""


@dataclass(frozen=True, slots=True)
class When:
    """When items are done. `weeks`: for each share of certainty the fewest weeks; None for never at this pace.

    `done`: the probability that they are done within k weeks, for k = 0, 1, … up to the last that is asked for.
    """

    items: int
    weeks: Mapping[float, int | None]
    done: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many items a number of weeks finishes. `items`: for each share of certainty, at least so many.

    `mean` in items.
    """

    weeks: int
    items: Mapping[float, int]
    mean: float


def when_done(history: Sequence[int], items: int, shares: Sequence[float] = SHARES) -> When:
    """In how many weeks a number of items is done: 0 for none. `history`: finished items of each whole week.

    Raises `TooLittleHistory`, and `ValueError` for numbers out of range.
    """
    chances = _chances(history)
    if not 0 <= items <= MOST_ITEMS:
        raise ValueError(f"the items that are left must be from 0 to {MOST_ITEMS}, not {items}")
    _check_shares(shares)
    # The probability of each number of items below the goal; what reaches the goal leaves the array.
    short = np.zeros(items)
    short[:1] = 1.0
    done = [float(1.0 - short.sum())]
    most = max(shares) - _EPSILON
    while done[-1] < most and len(done) <= MOST_WEEKS and set(chances) != {0}:
        following = np.zeros(items)
        for finished, chance in chances.items():
            following[finished:] += chance * short[: max(0, items - finished)]
        short = following
        done.append(float(1.0 - short.sum()))
    weeks = {
        share: next((week for week, chance in enumerate(done) if chance >= share - _EPSILON), None) for share in shares
    }
    return When(items, weeks, tuple(done))


def how_many(history: Sequence[int], weeks: int, shares: Sequence[float] = SHARES) -> HowMany:
    """How many items a number of weeks finishes. `history`: finished items of each whole week.

    With a certainty of 85 % it is the largest number that is reached with that probability: the 15th percentile of the
    sum, never the 85th. Raises `TooLittleHistory`, and `ValueError` for numbers out of range.
    """
    chances = _chances(history)
    if not 0 <= weeks <= MOST_WEEKS:
        raise ValueError(f"the weeks to look ahead must be from 0 to {MOST_WEEKS}, not {weeks}")
    _check_shares(shares)
    one = np.zeros(max(chances) + 1)
    for finished, chance in chances.items():
        one[finished] = chance
    at_least = np.cumsum(_power(one, weeks)[::-1])[::-1]
    items = {share: int(np.flatnonzero(at_least >= share - _EPSILON)[-1]) for share in shares}
    return HowMany(weeks, items, weeks * sum(history) / len(history))


def _chances(history: Sequence[int]) -> dict[int, float]:
    """The probability of each number of items in a week."""
    if len(history) < LEAST_WEEKS:
        raise TooLittleHistory(f"a forecast by throughput needs {LEAST_WEEKS} weeks of history, not {len(history)}")
    if len(history) > MOST_WEEKS:
        raise ValueError(f"a history holds at most {MOST_WEEKS} weeks, not {len(history)}")
    for finished in history:
        if not 0 <= finished <= MOST_ITEMS:
            raise ValueError(f"a week finishes from 0 to {MOST_ITEMS} items, not {finished}")
    return {finished: history.count(finished) / len(history) for finished in sorted(set(history))}


def _check_shares(shares: Sequence[float]) -> None:
    if not shares or not all(0 < share < 1 for share in shares):
        raise ValueError("certainties must lie between 0 and 1")


def _power(one: Floats, times: int) -> Floats:
    """A distribution convolved with itself, by squaring."""
    from scipy.signal import convolve  # type: ignore[import-untyped]  # no types there; heavy, hence here

    whole, square = np.ones(1), one
    while times:
        if times & 1:
            whole = convolve(whole, square).clip(min=0.0)
        times >>= 1
        if times:
            square = convolve(square, square).clip(min=0.0)
    return whole
