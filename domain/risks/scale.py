"""A tenant's risk scale: levels of probability and impact, their bands, and the matrix that turns both into a level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

SMALLEST_SIDE, LARGEST_SIDE = 3, 7


class Level(StrEnum):
    """How serious a risk is, mildest first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for low … 3 for critical, for comparing (the texts themselves do not sort by gravity)."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}

Matrix = tuple[tuple[Level, ...], ...]


class InvalidScale(ValueError):
    """The scale cannot be used; the text names the side, band or cell that is wrong, and `path` leads to it."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


def level_by_score(score: int, largest: int = 25) -> Level:
    """The default level of score = probability × impact: low below 5/25 of the largest, medium 10/25, high 16/25."""
    for level, limit in ((Level.CRITICAL, 16), (Level.HIGH, 10), (Level.MEDIUM, 5)):
        if score * 25 >= limit * largest:
            return level
    return Level.LOW


def default_matrix(probability_levels: int = 5, impact_levels: int = 5) -> Matrix:
    """The matrix by score; `matrix[i - 1][j - 1]` is the level of probability i and impact j."""
    largest = probability_levels * impact_levels
    return tuple(
        tuple(level_by_score(i * j, largest) for j in range(1, impact_levels + 1))
        for i in range(1, probability_levels + 1)
    )


DEFAULT_MATRIX = default_matrix()


def _limits(*values: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


PROBABILITY_BANDS = _limits("0", "0.1", "0.3", "0.5", "0.7")
MONEY_BANDS = _limits("0", "10000", "30000", "80000", "250000")
DELAY_BANDS = _limits("0", "3", "10", "20", "60")


@dataclass(frozen=True, slots=True)
class Scale:
    """A risk scale that can be used: raises `InvalidScale` otherwise.

    Bands are lower limits, one a level, rising from 0, the limit itself included: probability 0–1, money in the
    tenant's currency, delay in working days. Each side has 3 to 7 levels. The matrix is monotone: more probable or
    worse is never a lower level.
    """

    probability_names: tuple[str, ...] = ("rare", "unlikely", "possible", "likely", "almost certain")
    impact_names: tuple[str, ...] = ("negligible", "minor", "moderate", "major", "severe")
    matrix: Matrix = DEFAULT_MATRIX
    probability_bands: tuple[Decimal, ...] = PROBABILITY_BANDS
    money_bands: tuple[Decimal, ...] = MONEY_BANDS
    delay_bands: tuple[Decimal, ...] = DELAY_BANDS

    def __post_init__(self) -> None:
        """Refuse what cannot be used."""
        rows, columns = len(self.probability_names), len(self.impact_names)
        for side, size in (("probability", rows), ("impact", columns)):
            if not SMALLEST_SIDE <= size <= LARGEST_SIDE:
                raise InvalidScale(
                    f"{side} must have {SMALLEST_SIDE} to {LARGEST_SIDE} levels, not {size}", f"{side}_names"
                )
        if len(self.matrix) != rows or any(len(row) != columns for row in self.matrix):
            raise InvalidScale(f"the matrix must have {rows} rows (probability) of {columns} cells (impact)", "matrix")
        _check_bands("probability", self.probability_bands, rows)
        _check_bands("money", self.money_bands, columns)
        _check_bands("delay", self.delay_bands, columns)
        if self.probability_bands[-1] >= 1:
            raise InvalidScale("the last probability band must begin below 1", "probability_bands", rows - 1)
        check_monotone(self.matrix)

    def level(self, probability_level: int, impact_level: int) -> Level:
        """The level of a cell; both levels count from 1."""
        return self.matrix[probability_level - 1][impact_level - 1]

    def probability_level_of(self, probability: Decimal) -> int:
        """The probability level (from 1) into whose band a probability falls."""
        return bisect_right(self.probability_bands, probability)

    def money_level_of(self, loss: Decimal) -> int:
        """The impact level (from 1) into whose band a loss falls."""
        return bisect_right(self.money_bands, loss)

    def delay_level_of(self, days: Decimal) -> int:
        """The impact level (from 1) into whose band a delay in working days falls."""
        return bisect_right(self.delay_bands, days)

    def probability_band_middle(self, probability_level: int) -> Decimal:
        """The middle of a probability band: what a simulation takes where only the level is known."""
        upper = (*self.probability_bands[1:], Decimal(1))
        return (self.probability_bands[probability_level - 1] + upper[probability_level - 1]) / 2


def check_monotone(matrix: Matrix) -> None:
    """Raise `InvalidScale`, naming the cell, where a more probable or worse cell has a lower level."""
    for i, row in enumerate(matrix, start=1):
        for j, level in enumerate(row, start=1):
            for k, m in ((i - 1, j), (i, j - 1)):
                if k and m and matrix[k - 1][m - 1].rank > level.rank:
                    raise InvalidScale(
                        f"the matrix falls: probability {i}, impact {j} is {level}, "
                        f"but probability {k}, impact {m} is {matrix[k - 1][m - 1]}",
                        "matrix",
                        i - 1,
                        j - 1,
                    )


def _check_bands(name: str, bands: Sequence[Decimal], size: int) -> None:
    field = f"{name}_bands"
    if len(bands) != size:
        raise InvalidScale(f"{name} needs {size} bands, one a level, not {len(bands)}", field)
    if not all(limit.is_finite() for limit in bands) or bands[0] != 0:
        raise InvalidScale(f"the {name} bands must be finite and begin at 0", field, 0)
    for position, (lower, upper) in enumerate(pairwise(bands), start=2):
        if lower >= upper:
            raise InvalidScale(f"{name} band {position} must begin above {lower}, not at {upper}", field, position - 1)
