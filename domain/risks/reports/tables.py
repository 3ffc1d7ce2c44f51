"""A risk report as a table: which columns it has, what stands in them, and how spreadsheets are kept from harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from domain.kernel.spreadsheets import harmless, printable
from domain.risks.reports.pictures import COLOURS
from domain.risks.reports.report import SIGHTS, Report, Sight, Told
from domain.risks.reports.texts import words

Cell = str | int | Decimal | None

_COLUMNS: Final[tuple[tuple[str, Callable[[Told], Cell], Callable[[Sight], bool]], ...]] = (
    ("risk", lambda risk: risk.title, lambda sight: True),
    ("category", lambda risk: risk.category, lambda sight: True),
    ("status", lambda risk: risk.status, lambda sight: True),
    ("level", lambda risk: None if risk.level is None else str(risk.level), lambda sight: True),
    ("score", lambda risk: risk.score, lambda sight: sight.money),
    ("expected_loss", lambda risk: risk.expected_loss, lambda sight: sight.money),
    ("p80_share", lambda risk: risk.p80_share, lambda sight: sight.money),
    ("owner", lambda risk: risk.owner, lambda sight: sight.people),
    ("cause", lambda risk: risk.cause, lambda sight: sight.reasons),
    ("effect", lambda risk: risk.effect, lambda sight: sight.reasons),
    (
        "expected_on",
        lambda risk: None if risk.expected_on is None else risk.expected_on.isoformat(),
        lambda sight: True,
    ),
    ("responses", lambda risk: "; ".join(risk.responses) or None, lambda sight: True),
    ("movement", lambda risk: None if risk.movement is None else str(risk.movement), lambda sight: True),
)
_TRANSLATED: Final = frozenset({"status", "level", "movement"})


def columns_of(report: Report) -> list[tuple[str, Callable[[Told], Cell]]]:
    """The columns that the report's audience sees: key and value."""
    sight = SIGHTS[report.audience]
    return [(name, value) for name, value, seen in _COLUMNS if seen(sight)]


def table_of(report: Report) -> list[list[Cell]]:
    """The header and a row for each risk, in the report's language."""
    text = words(report.locale)
    columns = columns_of(report)
    rows: list[list[Cell]] = [[text[name] for name, _ in columns]]
    for risk in report.risks:
        row: list[Cell] = []
        for name, value_of in columns:
            value = value_of(risk)
            row.append(text.get(str(value), str(value)) if name in _TRANSLATED and value is not None else value)
        rows.append(row)
    return rows


def told(value: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula, without what workbooks cannot hold."""
    return harmless(printable(value)) if isinstance(value, str) else value


def as_csv(report: Report) -> bytes:
    """The table as CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8.

    Texts are quoted: where a semicolon divides cells, what stands behind one in a text would begin a cell of its own.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerows([told(cell) for cell in row] for row in table_of(report))
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(report: Report) -> bytes:
    """The table as a workbook with a header that stays, and levels in their colours."""
    from openpyxl import Workbook  # 4 MB, for those alone who want a workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = words(report.locale)["risks"]
    rows = table_of(report)
    for row in rows:
        sheet.append([told(cell) for cell in row])
    names = [name for name, _ in columns_of(report)]
    for number, name in enumerate(names, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = (
            40 if name in ("risk", "responses", "cause", "effect") else 16
        )
        sheet.cell(1, number).font = Font(bold=True)
    place = names.index("level") + 1
    for number, risk in enumerate(report.risks, start=2):
        for cell in sheet[number]:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        if risk.level is not None:
            colour = COLOURS[risk.level].removeprefix("#")
            sheet.cell(number, place).fill = PatternFill("solid", start_color=colour, end_color=colour)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
