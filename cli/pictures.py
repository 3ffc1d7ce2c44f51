"""The pictures of docs/risk.md: an example register, drawn by the functions that draw risk reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from uuid import UUID

from domain.risks.exposure import Exposed, exposure_of
from domain.risks.reports.pictures import curve_svg, matrix_svg
from domain.risks.scale import Scale

EXAMPLE = (
    ("0.60", 8_000),
    ("0.55", 20_000),
    ("0.40", 40_000),
    ("0.35", 60_000),
    ("0.30", 100_000),
    ("0.20", 25_000),
    ("0.15", 120_000),
    ("0.10", 260_000),
    ("0.05", 500_000),
)
"""Probability and loss of nine risks. Each loss is one number, so that the curve is exact and the same everywhere."""


def pictures() -> Iterator[tuple[str, str]]:
    """Name and SVG of each picture."""
    scale = Scale()
    cells = Counter(
        (scale.probability_level_of(Decimal(chance)), scale.money_level_of(Decimal(loss))) for chance, loss in EXAMPLE
    )
    yield "matrix.svg", matrix_svg(scale.matrix, cells, "en") + "\n"
    risks = [Exposed(UUID(int=n), float(chance), loss, loss, loss) for n, (chance, loss) in enumerate(EXAMPLE)]
    found = exposure_of(risks)
    curve = [(Decimal(str(loss)), Decimal(f"{more:.6f}")) for loss, more in found.curve]
    yield "exposure.svg", curve_svg(curve, Decimal(str(found.p80)), "en", "EUR") + "\n"
