"""Random numbers of a plan: each milestone and each risk draws from a stream of its own.

A stream is seeded by the plan's seed and the id, so what one draws does not depend on which others there are: with one
removed, the rest draw the same (common random numbers). Draws of a stream come in order, so the first thousand of ten
thousand are those of a thousand.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

import numpy as np

from domain.forecasting.days import Floats
from domain.forecasting.plan import Planned, Shape, Striking

_WORK, _STRIKE, _DELAY = range(3)
_RARE: Final = 0.1
"""Where fewer courses than this are longer than what was worked already, they are drawn by inversion, not rejection."""


def stream(seed: int, id: UUID, purpose: int = _WORK) -> np.random.Generator:
    """The random numbers of one thing, whatever else there is. `seed` is 0 or more."""
    return np.random.Generator(np.random.SFC64([seed, id.int, purpose]))  # as good as the default one, and faster


def beta_pert(low: float, likely: float, high: float) -> tuple[float, float]:
    """Shapes α, β of the beta distribution over [low, high]: 1 + 4(m−a)/(b−a) and 1 + 4(b−m)/(b−a) (Vose, λ = 4)."""
    spread = high - low
    return 1 + 4 * (likely - low) / spread, 1 + 4 * (high - likely) / spread


def draw_points(
    random: np.random.Generator, low: float, likely: float, high: float, count: int, shape: Shape = Shape.PERT
) -> Floats:
    """Draws between three points, shape (count,), in their unit. Three equal points are a constant and draw nothing."""
    if high <= low:
        return np.full(count, float(low))
    if shape is Shape.TRIANGULAR:
        return random.triangular(low, likely, high, count)
    drawn = random.beta(*beta_pert(low, likely, high), count)
    drawn *= high - low
    drawn += low
    return drawn


def draw_work(seed: int, milestone: Planned, count: int) -> Floats:
    """The working days that a milestone still takes from its start or the status date, risks apart; shape (count,).

    Never below 0. Of a foreign milestone (with a histogram) the index of its end, never before the status date.
    """
    random = stream(seed, milestone.id)
    if milestone.histogram:
        return _draw_end(random, milestone.histogram, count)
    points = (milestone.low, milestone.likely, milestone.high)
    if milestone.worked <= 0:
        drawn = draw_points(random, *points, count, milestone.shape)
        if milestone.remains < 1:
            drawn *= milestone.remains
        return drawn
    if milestone.worked >= milestone.high:
        return np.zeros(count)  # longer than was thought possible: the estimate knows nothing of what is left
    return _draw_longer(random, milestone, count) - milestone.worked


def draw_delay(seed: int, risk: Striking, count: int, milestone: UUID | None = None) -> Floats:
    """The working days by which a risk delays a milestone, 0 where it does not strike; shape (count,).

    It strikes in the same draws whatever the milestone. Where it strikes with one probability, it does with a higher
    one too, and with the same force: forces are drawn in the order in which a rising probability reaches the draws.
    """
    points = (risk.low, risk.likely, risk.high) if milestone is None else risk.delays[milestone]
    chances = stream(seed, risk.id, _STRIKE).random(count)
    struck = np.flatnonzero(chances < risk.probability)
    struck = struck[np.argsort(chances[struck])]
    delay = np.zeros(count)
    delay[struck] = draw_points(stream(seed, risk.id, _DELAY), *points, len(struck), risk.shape)
    return delay


def _draw_end(random: np.random.Generator, bins: tuple[tuple[float, float, float], ...], count: int) -> Floats:
    lows, highs, shares = np.array(sorted(bins), dtype=np.float64).T
    reached = np.cumsum(shares)
    chosen = np.searchsorted(reached, random.random(count) * reached[-1], side="right").clip(max=len(bins) - 1)
    ends: Floats = lows[chosen] + (highs[chosen] - lows[chosen]) * random.random(count)
    return np.maximum(ends, 0.0)


def _draw_longer(random: np.random.Generator, milestone: Planned, count: int) -> Floats:
    """Draws of the whole work, given that it is longer than what was worked already: D | D > e."""
    points = (milestone.low, milestone.likely, milestone.high)
    share = _share_longer(milestone)
    if share >= _RARE:
        drawn = draw_points(random, *points, count, milestone.shape)
        while (short := np.flatnonzero(drawn <= milestone.worked)).size:
            drawn[short] = draw_points(random, *points, short.size, milestone.shape)
        return drawn
    # The share of courses that are longer still is even between 0 and what it is after the days worked.
    left = random.random(count) * share
    if milestone.shape is Shape.TRIANGULAR:
        low, likely, high = points
        above = high - np.sqrt(left * (high - low) * (high - likely))
        below = low + np.sqrt((1 - left) * (high - low) * (likely - low))
        return np.maximum(np.where(left * (high - low) <= high - likely, above, below), milestone.worked)
    from scipy.special import betainccinv  # type: ignore[import-untyped]  # no types there; heavy, hence here

    quantiles: Floats = betainccinv(*beta_pert(*points), left)
    return np.maximum(milestone.low + (milestone.high - milestone.low) * quantiles, milestone.worked)


def _share_longer(milestone: Planned) -> float:
    """P(D > e) for e days worked, of the whole work D."""
    low, likely, high, worked = milestone.low, milestone.likely, milestone.high, milestone.worked
    if worked <= low:
        return 1.0
    if milestone.shape is Shape.TRIANGULAR:
        if worked >= likely:
            return (high - worked) ** 2 / ((high - low) * (high - likely))
        return 1 - (worked - low) ** 2 / ((high - low) * (likely - low))
    from scipy.special import betaincc

    return float(betaincc(*beta_pert(low, likely, high), (worked - low) / (high - low)))
