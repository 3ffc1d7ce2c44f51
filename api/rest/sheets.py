"""Lists as sheets: all rows that a filter lets through, written page by page while they are read, as CSV or a workbook.

Everything that is written can be imported again and says the same.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import AsyncIterator, Sequence
from enum import StrEnum
from typing import Any, Final
from xml.sax.saxutils import escape

import orjson

from domain.kernel.spreadsheets import harmless

CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NUMBERS: Final = frozenset({"Int", "Float", "Decimal"})
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ALREADY: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_EXACT: Final = 15
"""Digits of a number that spreadsheets keep: longer ones are written as texts."""


class SheetForm(StrEnum):
    """In which form a list is answered."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


Rows = Sequence[Sequence[Any]]


def csv_rows(rows: Rows) -> bytes:
    """Rows of cells by RFC 4180; what must be harmless is."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


async def as_csv(names: Sequence[str], kinds: Sequence[str], pages: AsyncIterator[Rows]) -> AsyncIterator[bytes]:
    """A table by RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need; its first line the names."""
    yield b"\xef\xbb\xbf" + csv_rows([names])
    async for page in pages:
        yield csv_rows([[_cell(value, kind) for value, kind in zip(row, kinds, strict=True)] for row in page])


def _cell(value: Any, kind: str) -> str:
    text = _text(value)
    return text if kind in _NUMBERS else harmless(text)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | dict():
            return orjson.dumps(value).decode()
    return str(value)


async def as_xlsx(names: Sequence[str], kinds: Sequence[str], pages: AsyncIterator[Rows]) -> AsyncIterator[bytes]:
    """A workbook of one sheet whose texts are texts, whatever they begin with.

    It is written straight into the answer: what libraries write is kept on the disk until its end.
    """
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as book:
        for path, content in _FRAME.items():
            book.writestr(path, content)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(_BEGINS)
            sheet.write(_xml([names], ["String"] * len(names)))
            yield sink.taken()
            async for page in pages:
                sheet.write(_xml(page, kinds))
                yield sink.taken()
            sheet.write(_ENDS)
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Where a zip is written to that nobody can go back in."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self._held += content
        return len(content)

    def taken(self) -> bytes:
        """What was written since it was asked last."""
        content, self._held = bytes(self._held), bytearray()
        return content


def _xml(rows: Rows, kinds: Sequence[str]) -> bytes:
    return "".join(
        f"<row>{''.join(_xml_cell(value, kind) for value, kind in zip(row, kinds, strict=True))}</row>" for row in rows
    ).encode()


def _xml_cell(value: Any, kind: str) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    text = _text(value)
    if kind in _NUMBERS and sum(letter.isdigit() for letter in text) <= _EXACT:
        return f"<c><v>{text}</v></c>"
    told = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _ALREADY.sub("_x005F_", text))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(told)}</t></is></c>'


_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FRAME: Final = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_BEGINS: Final = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'.encode()
_ENDS: Final = b"</sheetData></worksheet>"
