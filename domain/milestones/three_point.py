"""Three-point estimates and their beta-PERT mean: for durations, delays and losses alike."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


class InvalidEstimate(ValueError):
    """The three values are not finite, not in order, or below zero."""


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """An estimate by three values in one unit (money, or working days): `0 ≤ low ≤ likely ≤ high`, all finite.

    Raises `InvalidEstimate` where that does not hold.
    """

    low: Decimal
    likely: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        """Refuse what is no estimate."""
        if not all(value.is_finite() for value in (self.low, self.likely, self.high)):
            raise InvalidEstimate("low, likely and high must be finite numbers")
        if not 0 <= self.low <= self.likely <= self.high:
            raise InvalidEstimate(f"low, likely and high must rise from 0: got {self.low}, {self.likely}, {self.high}")

    @property
    def mean(self) -> Decimal:
        """The beta-PERT mean (a + 4m + b) / 6 (Malcolm, Roseboom, Clark, Fazar 1959), in the estimate's unit."""
        return (self.low + 4 * self.likely + self.high) / 6
