"""How far a weight may move before fields change places: exact, by one factor at a time.

The weight of a factor is moved by the same amount on every scorecard, and the other weights stay. With W the sum of a
field's weights, P its sum of weight times score, and s its score by the factor, its total is then (P + d s) / (W + d),
and two fields draw level where

    (s1 - s2) d² + (P1 - P2 + s1 W2 - s2 W1) d + P1 W2 - P2 W1 = 0.

Where all fields have the same weights, this is d = W (T2 - T1) / (s1 - s2): theorem 1 of Triantaphyllou and Sánchez, A
Sensitivity Analysis Approach for Some Deterministic Multi-Criteria Decision Making Methods, Decision Sciences 28 (1),
1997, where W is 1. No weight may fall below 0, and none of the totals be without weights.

Whatever changes the ranking first lies between two neighbours in it: totals move without leaps, so that no field passes
another before it is beside it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from domain.fields.scorecard import DECIMALS, Scorecard, ranked
from domain.fields.tables import Factor

_FINENESS: Final = 10**30
"""Of square roots that are no fractions."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The least change of a factor's weight at which `behind` draws level with `ahead`, to pass it beyond.

    Of fields that are level already the change is 0: any change parts them.
    """

    factor: Factor
    change: Fraction
    ahead: Scorecard
    behind: Scorecard

    @property
    def shown(self) -> Decimal:
        """The change to six decimals, away from 0, so that what is shown is enough."""
        exact = Decimal(self.change.numerator) / Decimal(self.change.denominator)
        return exact.quantize(DECIMALS, ROUND_UP)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """For one factor: what alters the first place, and what alters any; None where no change of its weight does."""

    factor: Factor
    first_place: Turn | None
    any_place: Turn | None


def sensitivities(cards: Sequence[Scorecard]) -> list[Sensitivity]:
    """For each factor the least change of its weight that alters the ranking of these complete scorecards."""
    order = [card for _, card in ranked(cards)]
    lead = [(order[0], other) for other in order[1:]]
    neighbours = list(pairwise(order))
    return [
        Sensitivity(factor, _least(_turns(factor, lead, cards)), _least(_turns(factor, neighbours, cards)))
        for factor in Factor
    ]


def smallest(turns: Sequence[Turn | None]) -> Turn | None:
    """The least of several changes; of equal ones the first."""
    return min((turn for turn in turns if turn is not None), key=lambda turn: abs(turn.change), default=None)


def _least(turns: Iterator[Turn]) -> Turn | None:
    return smallest(list(turns))


def _turns(factor: Factor, pairs: Sequence[tuple[Scorecard, Scorecard]], cards: Sequence[Scorecard]) -> Iterator[Turn]:
    for ahead, behind in pairs:
        for change in _level(factor, ahead, behind):
            if _possible(factor, change, cards):
                yield Turn(factor, change, ahead, behind)


def _possible(factor: Factor, change: Fraction, cards: Sequence[Scorecard]) -> bool:
    """Whether a change leaves every scorecard a weight of at least 0, and weights at all."""
    return all(Fraction(card.scored[factor].weight) + change >= 0 and card.weights + change > 0 for card in cards)


def _level(factor: Factor, one: Scorecard, other: Scorecard) -> list[Fraction]:
    """The changes at which two fields are level; only 0 where they are now and any change parts them."""
    mine, yours = _score(factor, one), _score(factor, other)
    square = mine - yours
    linear = one.points - other.points + mine * other.weights - yours * one.weights
    constant = one.points * other.weights - other.points * one.weights
    if constant == 0:
        return [Fraction(0)] if square or linear else []
    if square == 0:
        return [-constant / linear] if linear else []
    under = linear**2 - 4 * square * constant
    if under < 0:
        return []
    root = _root(under)
    return [(-linear - root) / (2 * square), (-linear + root) / (2 * square)]


def _score(factor: Factor, card: Scorecard) -> Fraction:
    score = card.scored[factor].score
    assert score is not None
    return Fraction(score)


def _root(value: Fraction) -> Fraction:
    """The square root: exact of a fraction that has one, else to thirty decimals."""
    above, below = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if above**2 == value.numerator and below**2 == value.denominator:
        return Fraction(above, below)
    return Fraction(math.isqrt(value.numerator * value.denominator * _FINENESS**2), value.denominator * _FINENESS)
