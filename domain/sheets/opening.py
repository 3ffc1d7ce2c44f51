"""Opening a sheet: its lines one after the other, from CSV or a workbook, whoever has written it and whatever for."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import chain, count
from typing import Any, Final, NamedTuple
from xml.etree.ElementTree import ParseError

from domain.kernel.spreadsheets import as_meant
from domain.sheets.cells import LONGEST, Cell
from domain.sheets.problems import BadSheet
from domain.sheets.tables import SheetEncoding, SheetFormat

MOST_LINES: Final = 200_000
MOST_COLUMNS: Final = 200
LONGEST_LINE: Final = 4_000_000
"""Bytes of one line of a CSV file."""

MOST_UNPACKED: Final = 600_000_000
"""Bytes of all that a workbook unpacks to, which is read piece by piece."""

MOST_SHARED: Final = 60_000_000
"""Bytes of what of a workbook is held in memory at once: the texts that its cells share, its styles and names."""

MOST_FILES: Final = 1_000
MOST_EMPTY: Final = 10_000
"""Rows of a workbook without anything, one after the other."""

_CODECS: Final = {SheetEncoding.UTF8: "utf-8", SheetEncoding.GB18030: "gb18030"}
_MARKS: Final = (",", ";", "\t")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.I)


class Line(NamedTuple):
    """A line of a sheet: its number from 1, and its cells."""

    number: int
    cells: Sequence[Cell]


def open_sheet(file: io.RawIOBase, format: SheetFormat, encoding: SheetEncoding) -> Iterator[Line]:
    """The lines of a sheet that are not empty, the first of them the headings. Raises `BadSheet`."""
    lines = _workbook(file) if format is SheetFormat.XLSX else _csv(file, encoding)
    counted = 0
    for line in lines:
        if all(cell is None or cell == "" for cell in line.cells):
            continue
        if len(line.cells) > MOST_COLUMNS:
            raise BadSheet(f"a sheet has at most {MOST_COLUMNS} columns", line.number)
        if counted > MOST_LINES:
            raise BadSheet(f"a sheet has at most {MOST_LINES:,} lines: divide it", line.number)
        counted += 1
        yield line


def _csv(file: io.RawIOBase, encoding: SheetEncoding) -> Iterator[Line]:
    """RFC 4180: line ends may stand within quotes; what is between cells is seen from the first line."""
    texts = _texts(file, encoding)
    first = next(texts, "")
    if first.lstrip()[:1] == "<":
        raise BadSheet("is a web page and no sheet: it may be the page for signing in", 1)
    reader = csv.reader(chain((first,), texts), delimiter=_mark(first), strict=True)
    begins = 1
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise BadSheet(f"is no CSV: {error}", begins) from None
        if row is None:
            return
        if any(len(cell) > LONGEST for cell in row):
            raise BadSheet(f"a cell has at most {LONGEST:,} characters", begins)
        yield Line(begins, [as_meant(cell) for cell in row])
        begins = reader.line_num + 1


def _mark(first: str) -> str:
    """What stands between cells: of comma, semicolon and tab the one that the first line has most of."""
    return max(_MARKS, key=re.sub('"[^"]*"', "", first).count)


def _texts(file: io.RawIOBase, encoding: SheetEncoding) -> Iterator[str]:
    """The lines of a text as their letters, none of them longer than it may be. Raises `BadSheet`."""
    buffered = io.BufferedReader(file)
    if encoding is SheetEncoding.UTF16:
        text = io.TextIOWrapper(buffered, "utf-16", newline="")
        read: Callable[[], str] = lambda: text.readline(LONGEST_LINE)  # noqa: E731  # one of two ways
    else:
        marked = iter(("utf-8-sig",)) if encoding is SheetEncoding.UTF8 else iter(())
        read = lambda: buffered.readline(LONGEST_LINE).decode(next(marked, _CODECS[encoding]))  # noqa: E731
    for number in count(1):
        try:
            line = read()
        except UnicodeError:
            message = f"is not encoded in {encoding}: save it as CSV in UTF-8, or say how it is encoded"
            raise BadSheet(message, number) from None
        if not line:
            return
        if len(line) >= LONGEST_LINE // 4 and not line.endswith("\n"):
            raise BadSheet(f"a line has at most {LONGEST_LINE // 4:,} characters", number)
        yield line


def _workbook(file: io.RawIOBase) -> Iterator[Line]:
    """The lines of a workbook's first sheet. Cells with formulas have the value that was last worked out for them."""
    from openpyxl import load_workbook  # 4 MB, for those alone who have a workbook

    buffered = io.BufferedReader(file)
    _check_zip(buffered)
    try:
        book = load_workbook(buffered, read_only=True, data_only=True, keep_links=False)
        sheets = book.worksheets
        if not sheets:
            raise BadSheet("the workbook has no sheet")
        empty = 0
        for number, row in enumerate(sheets[0].iter_rows(values_only=True, max_col=MOST_COLUMNS + 1), 1):
            cells = _trimmed([_value(cell, number) for cell in row])
            empty = 0 if cells else empty + 1
            if empty > MOST_EMPTY:
                raise BadSheet(f"has more than {MOST_EMPTY:,} rows without anything: delete them", number)
            yield Line(number, cells)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, ParseError) as error:
        raise BadSheet(f"is no workbook that can be read: {type(error).__name__}: {error}"[:300]) from None
    except zipfile.BadZipFile as error:
        raise BadSheet(f"is no workbook that can be read: {error}") from None


def _trimmed(cells: list[Cell]) -> list[Cell]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _check_zip(file: io.BufferedReader[Any]) -> None:
    """Raises `BadSheet` for what unpacks to more than it may, before anything of it is unpacked.

    What is in the directory holds: nothing is read of a file beyond the size that stands there.
    """
    try:
        infos = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise BadSheet(f"is no workbook: {error}") from None
    if len(infos) > MOST_FILES:
        raise BadSheet(f"a workbook has at most {MOST_FILES} files")
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise BadSheet(f"unpacks to more than {MOST_UNPACKED:,} bytes: save it as CSV")
    if sum(info.file_size for info in infos if not _SHEET.fullmatch(info.filename)) > MOST_SHARED:
        raise BadSheet(f"has more than {MOST_SHARED:,} bytes beside its sheets, unpacked: save it as CSV")
    if any(info.flag_bits & 0x1 for info in infos):
        raise BadSheet("is encrypted: save it without a password")


def _value(cell: Any, number: int) -> Cell:
    match cell:
        case None | bool() | int() | Decimal() | datetime() | date() | time():
            return cell
        case float():
            return cell
        case timedelta():
            return str(cell)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(cell)) if "_x" in str(cell) else str(cell)
    if len(text) > LONGEST:
        raise BadSheet(f"a cell has at most {LONGEST:,} characters", number)
    return text
