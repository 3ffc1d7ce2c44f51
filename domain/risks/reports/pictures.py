"""The pictures of a risk report, as SVG: the matrix and the exceedance curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

from domain.risks.reports.texts import words
from domain.risks.scale import Level

COLOURS = {Level.LOW: "#cfe8cf", Level.MEDIUM: "#fdf0b3", Level.HIGH: "#f9cfa4", Level.CRITICAL: "#efa5a0"}
_CELL, _MARGIN = 56, 40
_STYLE = 'font-family="sans-serif" font-size="13" fill="#222"'


def matrix_svg(levels: Sequence[Sequence[Level]], counts: Mapping[tuple[int, int], int], locale: str) -> str:
    """The matrix with how many risks stand in each cell: probability upwards, impact to the right."""
    text = words(locale)
    rows, columns = len(levels), len(levels[0]) if levels else 0
    width, height = _MARGIN + columns * _CELL + 8, rows * _CELL + _MARGIN
    parts = [_open(width, height, text["matrix"])]
    for i, row in enumerate(levels, start=1):
        y = (rows - i) * _CELL + 4
        parts.append(f'<text x="{_MARGIN - 10}" y="{y + _CELL / 2 + 5:g}" text-anchor="end" {_STYLE}>{i}</text>')
        for j, level in enumerate(row, start=1):
            x = _MARGIN + (j - 1) * _CELL
            name = escape(f"{text['probability']} {i}, {text['impact']} {j}: {text[str(level)]}")
            parts.append(
                f'<rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_CELL - 2}" rx="4" fill="{COLOURS[level]}">'
                f"<title>{name}</title></rect>"
            )
            if count := counts.get((i, j)):
                parts.append(
                    f'<text x="{x + _CELL / 2:g}" y="{y + _CELL / 2 + 6:g}" text-anchor="middle" font-weight="bold" '
                    f'font-family="sans-serif" font-size="18" fill="#222">{count}</text>'
                )
    base = rows * _CELL + 20
    for j in range(1, columns + 1):
        centre = _MARGIN + (j - 0.5) * _CELL
        parts.append(f'<text x="{centre:g}" y="{base}" text-anchor="middle" {_STYLE}>{j}</text>')
    middle = _MARGIN + columns * _CELL / 2
    parts.append(f'<text x="{middle:g}" y="{base + 16}" text-anchor="middle" {_STYLE}>{escape(text["impact"])}</text>')
    turn = f'transform="rotate(-90 12 {rows * _CELL / 2:g})"'
    label = escape(text["probability"])
    parts.append(f'<text x="12" y="{rows * _CELL / 2:g}" text-anchor="middle" {turn} {_STYLE}>{label}</text>')
    return "".join(parts) + "</svg>"


def curve_svg(curve: Sequence[tuple[Decimal, Decimal]], p80: Decimal, locale: str, currency: str) -> str:
    """The exceedance curve as steps, with P80 marked: losses to the right, the probability of more upwards."""
    text = words(locale)
    width, height, left, bottom = 640, 300, 56, 44
    right, top = width - 16, 16
    most = max([float(loss) for loss, _ in curve] + [1.0]) * 1.05

    def x(loss: float) -> float:
        return left + (right - left) * loss / most

    def y(chance: float) -> float:
        return height - bottom - (height - bottom - top) * chance

    parts = [_open(width, height, text["curve"])]
    for share in (0, 0.2, 0.4, 0.6, 0.8, 1):
        parts.append(
            f'<line x1="{left}" x2="{right}" y1="{y(share):.1f}" y2="{y(share):.1f}" stroke="#ddd"/>'
            f'<text x="{left - 8}" y="{y(share) + 4:.1f}" text-anchor="end" {_STYLE}>{share:.0%}</text>'
        )
    for tick in (most * step / 4 for step in range(5)):
        parts.append(
            f'<text x="{x(tick):.1f}" y="{height - bottom + 18}" text-anchor="middle" {_STYLE}>{tick:,.0f}</text>'
        )
    begin = 1.0 if curve and curve[0][0] > 0 else 0.0  # a total of nothing is always reached
    path = [f"M{x(0):.1f} {y(begin):.1f}"]
    for loss, chance in ((float(point), float(more)) for point, more in curve):
        path.append(f"H{x(loss):.1f} V{y(chance):.1f}")
    path.append(f"H{right}")
    parts.append(f'<path d="{" ".join(path)}" fill="none" stroke="#1f5fbf" stroke-width="2"/>')
    mark = x(float(p80))
    parts.append(
        f'<line x1="{mark:.1f}" x2="{mark:.1f}" y1="{top}" y2="{height - bottom}" stroke="#b3261e"'
        ' stroke-dasharray="4"/>'
        f'<text x="{mark + 6:.1f}" y="{top + 12}" font-family="sans-serif" font-size="13" fill="#b3261e">P80</text>'
        f'<text x="{right}" y="{height - 6}" text-anchor="end" {_STYLE}>{escape(currency)}</text>'
    )
    return "".join(parts) + "</svg>"


def _open(width: float, height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title, quote=True)}" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">'
    )
