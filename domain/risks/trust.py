"""How far a risk matrix can be trusted: each cell is a range of losses, and ranges overlap.

After L. A. Cox, "What's wrong with risk matrices?", Risk Analysis 28(2), 2008, 497–512.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import Any, Final, NamedTuple

from domain.risks.scale import Level, Matrix, Scale

_SCALES: Final = 64
"""Scales whose reports are kept: that of new tenants is worked out once."""


class Cell(NamedTuple):
    """A cell of the matrix by its two levels, each counted from 1."""

    probability_level: int
    impact_level: int

    @property
    def score(self) -> int:
        """Probability level × impact level."""
        return self.probability_level * self.impact_level


class CellPair(NamedTuple):
    """Two cells whose order cannot be trusted: `higher` has the larger score (or level), yet may hold the smaller loss.

    Their loss ranges meet between `from_loss` and `to_loss` (`Infinity` where both are open above).
    """

    lower: Cell
    higher: Cell
    from_loss: Decimal
    to_loss: Decimal


@dataclass(frozen=True, slots=True)
class TrustReport:
    """What a saved scale is told about itself.

    `overlapping`: pairs of different score whose loss ranges [p_lo·i_lo, p_hi·i_hi] overlap, so that two risks in them
    can be ranked wrongly. `inconsistent`: pairs two or more levels apart that break weak consistency (Cox): a risk of
    the higher level can be smaller than one of the lower. `pairs` is how many pairs of cells there are.
    """

    pairs: int
    overlapping: tuple[CellPair, ...]
    inconsistent: tuple[CellPair, ...]


def trust_report(
    matrix: Matrix,
    probability_bands: Sequence[Decimal],
    impact_bands: Sequence[Decimal],
    impact_top: Decimal | None = None,
) -> TrustReport:
    """Look at every pair of cells; `impact_top` closes the last impact band, which else is open above."""
    p_edges = (*probability_bands, Decimal(1))
    i_edges = (*impact_bands, impact_top if impact_top is not None else Decimal("Infinity"))
    cells = [Cell(i, j) for i in range(1, len(p_edges)) for j in range(1, len(i_edges))]
    starts = {cell: p_edges[cell[0] - 1] * i_edges[cell[1] - 1] for cell in cells}
    ends = {cell: p_edges[cell[0]] * i_edges[cell[1]] for cell in cells}
    levels: dict[Cell, Level] = {cell: matrix[cell[0] - 1][cell[1] - 1] for cell in cells}

    overlapping: list[CellPair] = []
    inconsistent: list[CellPair] = []
    for one, other in combinations(cells, 2):
        start, end = max(starts[one], starts[other]), min(ends[one], ends[other])
        if start < end and one.score != other.score:
            lower, higher = sorted((one, other), key=lambda cell: cell.score)
            overlapping.append(CellPair(lower, higher, start, end))
        lower, higher = sorted((one, other), key=lambda cell: levels[cell].rank)
        if levels[higher].rank - levels[lower].rank >= 2 and starts[higher] < ends[lower]:
            inconsistent.append(CellPair(lower, higher, starts[higher], min(ends[lower], ends[higher])))
    return TrustReport(len(cells) * (len(cells) - 1) // 2, tuple(overlapping), tuple(inconsistent))


@lru_cache(_SCALES)
def trust_by_money(scale: Scale) -> TrustReport:
    """The report of a scale's money bands, the last open above."""
    return trust_report(scale.matrix, scale.probability_bands, scale.money_bands)


@lru_cache(_SCALES)
def trust_by_delay(scale: Scale) -> TrustReport:
    """The report of a scale's delay bands, the last open above."""
    return trust_report(scale.matrix, scale.probability_bands, scale.delay_bands)


def worst_pair(matrix: Matrix, report: TrustReport) -> CellPair | None:
    """The pair that misleads most: one that breaks weak consistency before one that only overlaps.

    Of several the one whose levels are furthest apart, then whose scores are, then whose higher cell begins lowest.
    """
    pairs = report.inconsistent or report.overlapping
    return min(pairs, key=lambda pair: _misleading(matrix, pair), default=None)


def _misleading(matrix: Matrix, pair: CellPair) -> tuple[Any, ...]:
    lower, higher = (matrix[cell.probability_level - 1][cell.impact_level - 1].rank for cell in pair[:2])
    return lower - higher, pair.lower.score - pair.higher.score, pair.from_loss, pair.lower, pair.higher


def trust_document(scale: Scale) -> dict[str, Any]:
    """What a saved scale is told about itself, by money and by delay, as it is stored and read."""
    reports = {"money": trust_by_money(scale), "delay": trust_by_delay(scale)}
    return {name: _told(scale.matrix, report) for name, report in reports.items()}


def _told(matrix: Matrix, report: TrustReport) -> dict[str, Any]:
    worst = worst_pair(matrix, report)
    return {
        "pairs": report.pairs,
        "overlapping": len(report.overlapping),
        "inconsistent": len(report.inconsistent),
        "breaks": [_pair(matrix, pair) for pair in report.inconsistent],
        "worst": None if worst is None else _pair(matrix, worst),
    }


def _pair(matrix: Matrix, pair: CellPair) -> dict[str, Any]:
    def cell(found: Cell) -> dict[str, Any]:
        level = matrix[found.probability_level - 1][found.impact_level - 1]
        return {**found._asdict(), "score": found.score, "level": str(level)}

    def loss(amount: Decimal) -> str | None:
        return f"{amount.normalize():f}" if amount.is_finite() else None

    return {
        "lower": cell(pair.lower),
        "higher": cell(pair.higher),
        "from_loss": loss(pair.from_loss),
        "to_loss": loss(pair.to_loss),
    }
