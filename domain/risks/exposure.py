"""The exposure of a register: the distribution of its total loss (risk.md §1).

Each risk strikes or not, independently, with its probability, and then costs a loss between its three points
(beta-PERT). Up to 15 risks with one certain loss each are worked out exactly, by convolution; else by simulation with
random numbers that follow from the inputs, so that the same inputs give the same answer.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

MOST_EXACT: Final = 15
DRAWS: Final = 10_000
POINTS: Final = 50
"""Points of the exceedance curve."""

MOST_SHARES: Final = 100
"""Risks whose share of P80 is worked out: those with the largest expected loss."""

INPUTS: Final = frozenset(
    {"risk.assessed"}
    | {f"{word}.{verb}" for word in ("risk", "venture") for verb in ("created", "updated", "archived", "restored")}
)
"""Types of events after which a venture's exposure may be another."""

_EPSILON: Final = 1e-12

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Exposed:
    """One risk: probability from 0 to 1, and its loss in three points `0 ≤ low ≤ likely ≤ high`, in money."""

    id: UUID
    probability: float
    low: float
    likely: float
    high: float

    @property
    def expected(self) -> float:
        """Probability × beta-PERT mean."""
        return self.probability * (self.low + 4 * self.likely + self.high) / 6

    @property
    def certain(self) -> bool:
        """Whether its loss is one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Exposure:
    """A distribution of total loss, in money.

    `curve` are points (loss, probability that the total is more), the probability falling. `shares` say by how much
    P80 would be lower without a risk, worked out with the same random numbers. `draws` is 0 where it is exact.
    """

    expected: float
    p50: float
    p80: float
    p95: float
    curve: tuple[tuple[float, float], ...]
    shares: dict[UUID, float]
    draws: int


@dataclass(frozen=True)
class _Distribution:
    """Outcomes in rising order with the probability of at most each."""

    losses: Floats
    cumulative: Floats

    def quantile(self, share: float) -> float:
        """The smallest loss that is not exceeded with at least this probability."""
        position = int(np.searchsorted(self.cumulative, share - _EPSILON))
        return float(self.losses[min(position, len(self.losses) - 1)])

    def above(self, loss: float) -> float:
        """The probability of more than a loss."""
        position = int(np.searchsorted(self.losses, loss + 1e-9, side="right"))
        return 1.0 if position == 0 else max(0.0, 1.0 - float(self.cumulative[position - 1]))

    def curve(self) -> tuple[tuple[float, float], ...]:
        """Points of the exceedance curve, evenly spaced in probability; each loss once."""
        losses = sorted({self.quantile(step / (POINTS - 1)) for step in range(POINTS)})
        return tuple((loss, self.above(loss)) for loss in losses)


def inputs_hash(risks: Sequence[Exposed]) -> str:
    """What the answer depends on, whatever the order of the risks."""
    lines = sorted(f"{risk.id.hex} {risk.probability!r} {risk.low!r} {risk.likely!r} {risk.high!r}" for risk in risks)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def exposure_of(risks: Sequence[Exposed], draws: int = DRAWS) -> Exposure:
    """The exposure of a register; risks in any order. An empty register loses nothing."""
    ordered = sorted(risks, key=lambda risk: risk.id)
    expected = math.fsum(risk.expected for risk in ordered)
    largest = sorted(ordered, key=lambda risk: (-risk.expected, risk.id))[:MOST_SHARES]
    if len(ordered) <= MOST_EXACT and all(risk.certain for risk in ordered):
        whole = _exact(ordered)
        without = {risk.id: _exact([other for other in ordered if other is not risk]) for risk in largest}
        draws = 0
    else:
        seed = int(inputs_hash(ordered)[:16], 16)
        lost = {risk.id: _draw(risk, seed, draws) for risk in largest}
        total = np.zeros(draws)
        for risk in ordered:
            total += lost[risk.id] if risk.id in lost else _draw(risk, seed, draws)
        whole = _of_draws(total)
        without = {id: _of_draws(total - one) for id, one in lost.items()}
    p80 = whole.quantile(0.80)
    shares = {id: p80 - other.quantile(0.80) for id, other in without.items()}
    return Exposure(expected, whole.quantile(0.50), p80, whole.quantile(0.95), whole.curve(), shares, draws)


def _exact(risks: Sequence[Exposed]) -> _Distribution:
    outcomes = {0.0: 1.0}
    for risk in risks:
        struck: dict[float, float] = {}
        for loss, probability in outcomes.items():
            for total, chance in ((loss, 1 - risk.probability), (loss + risk.low, risk.probability)):
                struck[total] = struck.get(total, 0.0) + probability * chance
        outcomes = struck
    losses = sorted(loss for loss, probability in outcomes.items() if probability > 0)
    return _Distribution(np.array(losses), np.cumsum([outcomes[loss] for loss in losses]))


def _of_draws(total: Floats) -> _Distribution:
    return _Distribution(np.sort(total), np.arange(1, len(total) + 1) / len(total))


def _draw(risk: Exposed, seed: int, draws: int) -> Floats:
    """What the risk costs in each draw; its random numbers are its own, whatever other risks there are."""
    random = np.random.default_rng([seed, risk.id.int & 0xFFFFFFFFFFFFFFFF])
    strikes = random.random(draws) < risk.probability
    lost = np.zeros(draws)
    count = int(strikes.sum())
    spread = risk.high - risk.low
    if spread == 0:
        lost[strikes] = risk.low
    else:
        alpha = 1 + 4 * (risk.likely - risk.low) / spread
        beta = 1 + 4 * (risk.high - risk.likely) / spread
        lost[strikes] = risk.low + spread * random.beta(alpha, beta, count)
    return lost
