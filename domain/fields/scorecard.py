"""A field's scorecard, and what it comes to: exact, and nothing at all where a factor has no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final
from uuid import UUID

from domain.fields.tables import Factor

DECIMALS: Final = Decimal("0.000001")
"""To what a total is rounded, here as in SQL: half away from zero."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A factor's score, None where it is not known, and its weight, at least 0."""

    score: Decimal | None
    weight: Decimal


@dataclass(frozen=True)
class Scorecard:
    """The factors of a field that something is known of."""

    id: UUID
    name: str
    scored: Mapping[Factor, Scored]

    @property
    def missing(self) -> list[Factor]:
        """The factors without a score."""
        return [factor for factor in Factor if factor not in self.scored or self.scored[factor].score is None]

    @property
    def is_complete(self) -> bool:
        """Whether every factor has a score, and at least one of them counts."""
        return not self.missing and self.weights > 0

    @cached_property
    def weights(self) -> Fraction:
        """The sum of the weights."""
        return sum((Fraction(scored.weight) for scored in self.scored.values()), Fraction(0))

    @cached_property
    def points(self) -> Fraction:
        """The sum of weight times score, over the factors that have one."""
        return sum(
            (Fraction(one.weight) * Fraction(one.score) for one in self.scored.values() if one.score is not None),
            Fraction(0),
        )

    @property
    def total(self) -> Fraction:
        """The weighted total of a complete scorecard: sum of weight times score, through the sum of the weights."""
        return self.points / self.weights


def rounded(total: Fraction) -> Decimal:
    """A total as it is shown: to six decimals."""
    return (Decimal(total.numerator) / Decimal(total.denominator)).quantize(DECIMALS, ROUND_HALF_UP)


def ranked(cards: Sequence[Scorecard]) -> list[tuple[int, Scorecard]]:
    """Complete scorecards, the best first, with their ranks: equal totals share one, and leave out the next.

    Ranks are by the totals as they are shown, so that what looks equal is; the order is exact. Where totals are equal
    it stays as given.
    """
    best = sorted(cards, key=lambda card: card.total, reverse=True)
    shown = [rounded(card.total) for card in best]
    return [(1 + shown.index(total), card) for card, total in zip(best, shown, strict=True)]
