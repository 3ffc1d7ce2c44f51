"""A sheet to draw on: SVG of a few shapes, with every text escaped."""

from __future__ import annotations

import math
from datetime import date, timedelta
from html import escape
from typing import Final

INK: Final = "#22303c"
SOFT: Final = "#5b6b7a"
GRID: Final = "#d9e0e6"
BLUE: Final = "#1f6fb2"
PALE: Final = "#a9c9e6"
ORANGE: Final = "#d9701e"
GREEN: Final = "#0f8a6a"
"""Blue, orange and green that are told apart with every kind of colour blindness, and by lightness in print."""

_FONT: Final = "'Noto Sans SC', 'Noto Sans', system-ui, sans-serif"
DAYS_OF_YEAR: Final = 366


class Sheet:
    """A drawing of a width and height, in points."""

    def __init__(self, width: float, height: float, title: str, told: str) -> None:
        self.width, self.height = width, height
        self._title, self._told = title, told
        self._parts: list[str] = []

    def line(
        self, x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 1, dashes: str = ""
    ) -> None:
        """A straight line."""
        more = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width:g}"{more}/>'
        )

    def path(self, points: list[tuple[float, float]], colour: str, width: float = 2, dashes: str = "") -> None:
        """A line through points."""
        if len(points) > 1:
            more = f' stroke-dasharray="{dashes}"' if dashes else ""
            drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            self._parts.append(
                f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
                f'stroke-linejoin="round"{more}/>'
            )

    def shape(self, points: list[tuple[float, float]], fill: str, stroke: str = "none") -> None:
        """A filled polygon."""
        drawn = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(f'<polygon points="{drawn}" fill="{fill}" stroke="{stroke}"/>')

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, round: float = 0, stroke: str = "none"
    ) -> None:
        """A rectangle."""
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round:g}" fill="{fill}" '
            f'stroke="{stroke}"/>'
        )

    def circle(self, x: float, y: float, radius: float, fill: str, stroke: str = "none", width: float = 1) -> None:
        """A circle."""
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" '
            f'stroke="{stroke}" stroke-width="{width:g}"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        colour: str = SOFT,
        size: float = 11,
        anchor: str = "start",
        strong: bool = False,
        turned: bool = False,
    ) -> None:
        """A text on its base line; `turned` runs upwards."""
        more = ' font-weight="600"' if strong else ""
        more += f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}" fill="{colour}"{more}>'
            f"{escape(text)}</text>"
        )

    def arrow(self, x1: float, y1: float, x2: float, y2: float, colour: str = INK) -> None:
        """A straight arrow."""
        length = math.hypot(x2 - x1, y2 - y1)
        if length < 1:
            return
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        bx, by = x2 - 7 * ux, y2 - 7 * uy
        self.line(x1, y1, bx, by, colour, 1.6)
        self.shape([(x2, y2), (bx - 3.6 * uy, by + 3.6 * ux), (bx + 3.6 * uy, by - 3.6 * ux)], colour)

    def svg(self) -> str:
        """The whole drawing."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'width="{self.width:g}" height="{self.height:g}" font-family="{_FONT}">'
            f"<title>{escape(self._title)}</title><desc>{escape(self._told)}</desc>{''.join(self._parts)}</svg>"
        )


def text_width(text: str, size: float) -> float:
    """About how wide a text is: Chinese characters are square."""
    return sum(size if ord(c) > 0x2E7F else size * 0.56 for c in text)


def date_ticks(first: date, last: date, most: int = 6) -> list[date]:
    """Days to write along an axis: Mondays, firsts of months, of quarters or of years, at most so many."""
    span = (last - first).days
    for step in (7, 14):
        if span <= step * most:
            begin = first + timedelta(days=-first.weekday() % 7)
            return [
                begin + timedelta(days=step * n)
                for n in range(span // step + 1)
                if begin + timedelta(days=step * n) <= last
            ]
    for months in (1, 2, 3, 6, 12, 24, 60):
        found = []
        for index in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            day = date(index // 12, index % 12 + 1, 1)
            if index % months == 0 and first <= day <= last:
                found.append(day)
        if len(found) <= most:
            return found
    return [first, last]
