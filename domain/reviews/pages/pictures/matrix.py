"""The risk matrix: each risk with its number in its cell, and an arrow from where it stood in the last report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Picture
from domain.reviews.pages.pictures.drawing import INK, SOFT, Sheet, text_width
from domain.reviews.shape.risks import ReportedRisks, RiskLine
from domain.risks.scale import LARGEST_SIDE, Level

COLOURS: Final = {Level.LOW: "#eef3ea", Level.MEDIUM: "#fbeec2", Level.HIGH: "#f6c28f", Level.CRITICAL: "#e58b72"}
"""One row from light to dark, so that grey print and every eye see which is worse."""
_CELL_WIDTH: Final = 84.0
_CELL_HEIGHT: Final = 44.0
_LEFT: Final = 40.0
_TOP: Final = 8.0
_IN_A_CELL: Final = 6
MOST_NUMBERED: Final = 25


def matrix(risks: ReportedRisks, language: Language) -> Picture | None:
    """The picture; None without a scale or without an assessed risk. Numbers are those of the table of risks."""
    scale = risks["scale"]
    placed = [(number, risk) for number, risk in enumerate(risks["items"], start=1) if _cell(risk) is not None]
    if scale is None or not scale["matrix"] or not placed:
        return None
    levels = [[Level(level) for level in row[:LARGEST_SIDE]] for row in scale["matrix"][:LARGEST_SIDE]]
    rows, columns = len(levels), len(levels[0])
    moved = [risk for _, risk in placed[:MOST_NUMBERED] if _has_moved(risk)]
    told = language.say("matrix_told", count=len(placed), moved=len(moved))
    sheet = Sheet(_LEFT + columns * _CELL_WIDTH + 8, _TOP + rows * _CELL_HEIGHT + 86, language.say("matrix"), told)
    _grid(sheet, levels, language)
    _risks(sheet, [(n, risk) for n, risk in placed if _within(_cell(risk), rows, columns)], rows, columns)
    _legend(sheet, language, bool(moved))
    return Picture(sheet.svg(), language.say("matrix"), told, 54)


def _grid(sheet: Sheet, levels: Sequence[Sequence[Level]], language: Language) -> None:
    rows, columns = len(levels), len(levels[0])
    base = _TOP + rows * _CELL_HEIGHT
    for i, row in enumerate(levels):
        y = base - (i + 1) * _CELL_HEIGHT
        sheet.text(_LEFT - 8, y + _CELL_HEIGHT / 2 + 4, str(i + 1), INK, 12, "end")
        for j, level in enumerate(row):
            sheet.box(_LEFT + j * _CELL_WIDTH, y, _CELL_WIDTH - 2, _CELL_HEIGHT - 2, COLOURS[level], 3)
    for j in range(columns):
        sheet.text(_LEFT + (j + 0.5) * _CELL_WIDTH - 1, base + 15, str(j + 1), INK, 12, "middle")
    sheet.text(_LEFT + columns * _CELL_WIDTH / 2, base + 33, f"{language.say('impact')} →", size=12, anchor="middle")
    sheet.text(
        13, _TOP + rows * _CELL_HEIGHT / 2, f"{language.say('probability')} →", size=12, anchor="middle", turned=True
    )


def _risks(sheet: Sheet, placed: Sequence[tuple[int, RiskLine]], rows: int, columns: int) -> None:
    """First the arrows, then the numbers over them."""
    cells: dict[tuple[int, int], list[tuple[int, RiskLine]]] = defaultdict(list)
    for number, risk in placed:
        cells[_cell(risk) or (1, 1)].append((number, risk))
    spots = []
    for (i, j), inside in cells.items():
        shown = [one for one in inside if one[0] <= MOST_NUMBERED][:_IN_A_CELL]
        left, top = _corner(i, j, rows)
        for position, (number, risk) in enumerate(shown):
            spots.append((number, risk, left + 15 + 26 * (position % 3), top + 11.5 + 19.5 * (position // 3)))
        if len(inside) > len(shown):
            sheet.text(left + _CELL_WIDTH - 6, top + _CELL_HEIGHT - 5, f"+{len(inside) - len(shown)}", INK, 10, "end")
    for _, risk, x, y in spots:
        then = _former(risk)
        if then is not None and then != _cell(risk) and _within(then, rows, columns):
            left, top = _corner(*then, rows)
            from_x, from_y = left + _CELL_WIDTH / 2, top + _CELL_HEIGHT / 2
            length = max(((x - from_x) ** 2 + (y - from_y) ** 2) ** 0.5, 1)
            sheet.circle(from_x, from_y, 3, INK)
            sheet.arrow(from_x, from_y, x - 10 * (x - from_x) / length, y - 10 * (y - from_y) / length)
    for number, risk, x, y in spots:
        sheet.circle(x, y, 9, "#ffffff", INK, 2.4 if risk["former"] is None else 1)
        sheet.text(x, y + 4, str(number), INK, 10.5, "middle", strong=True)


def _legend(sheet: Sheet, language: Language, moved: bool) -> None:
    x, y = _LEFT, sheet.height - 26
    for level in Level:
        sheet.box(x, y - 9, 11, 11, COLOURS[level], 2, SOFT)
        label = language.code(str(level))
        sheet.text(x + 16, y, label, size=12)
        x += 16 + text_width(label, 12) + 14
    x, y = _LEFT, y + 20
    sheet.circle(x + 6, y - 4, 5, "#ffffff", INK, 2.2)
    label = language.say("new_ring")
    sheet.text(x + 16, y, label, size=12)
    x += 16 + text_width(label, 12) + 14
    if moved:
        sheet.arrow(x, y - 4, x + 22, y - 4)
        sheet.text(x + 27, y, language.say("moved_arrow"), size=12)


def _corner(i: int, j: int, rows: int) -> tuple[float, float]:
    return _LEFT + (j - 1) * _CELL_WIDTH, _TOP + (rows - i) * _CELL_HEIGHT


def _cell(risk: RiskLine) -> tuple[int, int] | None:
    if risk["probability_level"] is None or risk["impact_level"] is None:
        return None
    return risk["probability_level"], risk["impact_level"]


def _former(risk: RiskLine) -> tuple[int, int] | None:
    then = risk["former"]
    if then is None or then["probability_level"] is None or then["impact_level"] is None:
        return None
    return then["probability_level"], then["impact_level"]


def _has_moved(risk: RiskLine) -> bool:
    return _former(risk) is not None and _former(risk) != _cell(risk)


def _within(cell: tuple[int, int] | None, rows: int, columns: int) -> bool:
    return cell is not None and 1 <= cell[0] <= rows and 1 <= cell[1] <= columns
