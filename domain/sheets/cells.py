"""Cells as values: strictly, in one spelling each. What a spreadsheet has turned into a number or a date is taken."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

import orjson

from domain.sheets.fields import Form, SheetField

Cell = str | int | float | Decimal | bool | date | datetime | time | None
"""A cell as its file has it: a text in CSV, also a number, a truth or a date in a workbook."""

LONGEST: Final = 100_000
"""Characters of one cell."""

_WHOLE: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?", re.ASCII)


class BadCell(ValueError):
    """What is wrong with a cell, and what would be right."""


def is_empty(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def read_cell(field: SheetField, cell: Cell) -> Any:
    """What a cell says that is not empty, as the command takes it; names of references are left as they are.

    Raises `BadCell`.
    """
    if field.many:
        return [_read(field, item) for item in _several(cell)]
    return _read(field, cell)


def _read(field: SheetField, cell: Cell) -> Any:
    match field.form:
        case Form.TEXT | Form.REFERENCE:
            return as_text(cell)
        case Form.WHOLE:
            return _whole(cell)
        case Form.NUMBER:
            return _number(cell)
        case Form.TRUTH:
            return _truth(cell)
        case Form.DAY:
            return _day(cell)
        case Form.MOMENT:
            return cell.isoformat() if isinstance(cell, datetime) else as_text(cell)
        case Form.CHOICE:
            return _choice(field, cell)
        case Form.DOCUMENT:
            return _document(cell)


def as_text(cell: Cell) -> str:
    """A cell as a text: a number without an idle fraction."""
    match cell:
        case str():
            return cell.strip()
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case date() | time():
            return cell.isoformat()
    return str(cell)


def _several(cell: Cell) -> list[Cell]:
    text = as_text(cell)
    if text.startswith("["):
        found = _json(text)
        if not isinstance(found, list):
            raise BadCell("must be a list")
        return found
    return [part.strip() for part in re.split(r"[;；\n]", text) if part.strip()]


def _whole(cell: Cell) -> int:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str) and _WHOLE.fullmatch(cell.strip()):
        return int(cell)
    raise BadCell("must be a whole number such as 3")


def _number(cell: Cell) -> str:
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        return format(Decimal(str(cell)), "f")
    if isinstance(cell, str) and _NUMBER.fullmatch(cell.strip()):
        return cell.strip().removeprefix("+")
    raise BadCell("must be a number such as 1250.50, with a point and without marks of thousands")


def _truth(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    text = as_text(cell).lower()
    if text in ("true", "false"):
        return text == "true"
    raise BadCell("must be true or false")


def _day(cell: Cell) -> str:
    if isinstance(cell, datetime):
        if cell.time() != time():
            raise BadCell("must be a date such as 2026-12-31, without a time")
        return cell.date().isoformat()
    if isinstance(cell, date | str):
        return as_text(cell)
    raise BadCell("must be a date such as 2026-12-31")


def _choice(field: SheetField, cell: Cell) -> str:
    text = as_text(cell)
    wanted = _bare(text)
    for choice in field.choices:
        if wanted == _bare(choice):
            return choice
    raise BadCell(f"must be one of {', '.join(field.choices)}")


def _bare(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).casefold()


def _document(cell: Cell) -> Any:
    return _json(as_text(cell))


def _json(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadCell(f"must be JSON: {error}") from None
