"""A sheet is read as it was written, whatever wrote it; and what is sent to do harm is refused."""

from __future__ import annotations

import asyncio
import codecs
import io
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.rest.sheets import Rows, as_csv, as_xlsx
from domain.kernel.spreadsheets import as_meant, harmless
from domain.sheets import opening
from domain.sheets.cells import BadCell, read_cell
from domain.sheets.fields import Form, SheetField
from domain.sheets.opening import open_sheet
from domain.sheets.problems import BadSheet
from domain.sheets.tables import SheetEncoding, SheetFormat

RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=30)
CELLS = st.one_of(TEXTS, st.sampled_from(RISKY).flatmap(lambda mark: TEXTS.map(lambda text: mark + text)))


def read(content: bytes, format: str = "csv", encoding: str = "utf8") -> list[list[Any]]:
    found = open_sheet(io.BytesIO(content), SheetFormat(format), SheetEncoding(encoding))  # type: ignore[arg-type]
    return [list(line.cells) for line in found]


def written(form: Any, names: Sequence[str], kinds: Sequence[str], *pages: Rows) -> bytes:
    async def paged() -> AsyncIterator[Rows]:
        for page in pages:
            yield page

    async def all_of_it() -> bytes:
        return b"".join([piece async for piece in form(names, kinds, paged())])

    return asyncio.run(all_of_it())


@given(CELLS)
def test_a_harmless_cell_begins_with_nothing_that_runs_and_means_what_it_meant(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(RISKY)
    assert as_meant(cell) == text


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, st.integers(-(2**31), 2**31)), min_size=1, max_size=5))
def test_what_is_written_reads_the_same(rows: list[tuple[str, str, int]]) -> None:
    names, kinds = ["title", "note", "number"], ["String", "String", "Int"]
    text = read(written(as_csv, names, kinds, rows, rows))
    assert text == [names, *([a, b, str(n)] for a, b, n in rows * 2)]
    book = read(written(as_xlsx, names, kinds, rows, rows), "xlsx")
    assert book == [names, *([a, b, n] for a, b, n in rows * 2)]


def test_a_workbook_of_ours_has_texts_that_are_no_formulas() -> None:
    content = written(as_xlsx, ["a", "b"], ["String", "Decimal"], [["=1+1", "-2.50"], ["<b>&\x01_x0041_", None]])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = list(sheet.iter_rows(min_row=2))
    assert (cells[0][0].value, cells[0][0].data_type) == ("=1+1", "s")
    assert (cells[0][1].value, cells[0][1].data_type) == (-2.5, "n")
    assert read(content, "xlsx")[2] == ["<b>&\x01_x0041_"]


@pytest.mark.parametrize(
    ("content", "encoding", "expected"),
    [
        (codecs.BOM_UTF8 + "名称,备注\r\n一,二\r\n".encode(), "utf8", [["名称", "备注"], ["一", "二"]]),
        ("名称,备注\n一,二".encode("gbk"), "gb18030", [["名称", "备注"], ["一", "二"]]),
        ("a,b\n1,2".encode("utf-16"), "utf16", [["a", "b"], ["1", "2"]]),
        (b'a;b\n"1,5;x";2\n', "utf8", [["a", "b"], ["1,5;x", "2"]]),
        (b'a\tb\n"x ""y""\nz"\t2\n', "utf8", [["a", "b"], ['x "y"\nz', "2"]]),
        (b"a,b\n\n,\n1,2\n", "utf8", [["a", "b"], ["1", "2"]]),
    ],
)
def test_encodings_marks_and_line_ends_are_taken_as_people_have_them(
    content: bytes, encoding: str, expected: list[list[str]]
) -> None:
    assert read(content, encoding=encoding) == expected


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("a,b\nä,1".encode("latin-1"), 2, "not encoded in utf8"),
        (b'a,b\n"1,2', 2, "no CSV"),
        (b'a,b\n"1"x,2', 2, "no CSV"),
        (b"<!DOCTYPE html><title>Sign in</title>", 1, "web page"),
        (b"a,b\n" + b"x" * 200_000 + b",1", 2, "no CSV: field larger"),
        (b"a\n" + b"x," * 2_000_000, 2, "a line has at most"),
        (b"a" + b"," * 300, 1, "at most 200 columns"),
    ],
)
def test_what_is_no_csv_is_told_with_its_line(content: bytes, line: int, told: str) -> None:
    with pytest.raises(BadSheet, match=told) as caught:
        read(content)
    assert caught.value.problem.line == line


def workbook(sheet: str, **more: str) -> bytes:
    """A workbook whose parts are given."""
    whole = written(as_xlsx, ["a"], ["String"], [["b"]])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = sheet.encode() if name.endswith("sheet1.xml") else source.read(name)
            target.writestr(name, content)
        for name, text in more.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
LAUGHS = f'<!DOCTYPE l [<!ENTITY a "ha">{ENTITIES}]>'
FAR = '<row r="1"><c><v>1</v></c></row><row r="99999999"><c><v>1</v></c></row>'


def told(text: str) -> str:
    return SHEET.format(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>')


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"PK\x03\x04 no zip at all", "no workbook"),
        (workbook(told("x" * 2_000_000)), "unpacks to more than 1,000,000"),
        (workbook(SHEET.format(""), xl__sharedStrings_xml="y" * 200_000), "100,000 bytes beside its sheets"),
        (workbook(LAUGHS + told("&j;")), "no workbook that can be read"),
        (workbook(SHEET.format(FAR)), "without anything"),
        (workbook("<worksheet"), "no workbook that can be read"),
        (workbook(told("x" * 100_001)), "100,000 characters"),
    ],
    ids=["no zip", "bomb", "shared bomb", "entities", "rows", "broken", "cell"],
)
def test_a_workbook_that_is_made_to_do_harm_is_refused(
    content: bytes, rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_UNPACKED", 1_000_000)
    monkeypatch.setattr(opening, "MOST_SHARED", 100_000)
    with pytest.raises(BadSheet, match=rule):
        read(content, "xlsx")


@pytest.mark.parametrize(
    ("form", "cell", "value"),
    [
        (Form.WHOLE, "12", 12), (Form.WHOLE, 12.0, 12), (Form.NUMBER, "-1.50", "-1.50"), (Form.NUMBER, 0.1, "0.1"),
        (Form.TRUTH, "TRUE", True), (Form.TRUTH, False, False), (Form.DAY, datetime(2026, 1, 2), "2026-01-02"),
        (Form.DAY, date(2026, 1, 2), "2026-01-02"), (Form.TEXT, 42.0, "42"),
        (Form.CHOICE, "In Progress", "in_progress"),
        (Form.MOMENT, "2026-01-02T00:00:00Z", "2026-01-02T00:00:00Z"), (Form.DOCUMENT, '[{"a": 1}]', [{"a": 1}]),
    ],
)  # fmt: skip
def test_a_cell_is_read_in_one_way(form: Form, cell: Any, value: Any) -> None:
    assert read_cell(SheetField(("x",), form, False, "", choices=("todo", "in_progress")), cell) == value


@pytest.mark.parametrize(
    ("form", "cell"),
    [
        (Form.WHOLE, "1.5"), (Form.WHOLE, True), (Form.WHOLE, "1,000"), (Form.NUMBER, "1,5"), (Form.NUMBER, "1e5"),
        (Form.NUMBER, True), (Form.TRUTH, "yes"), (Form.TRUTH, 1), (Form.DAY, datetime(2026, 1, 2, 3)),
        (Form.DAY, 45000),
        (Form.CHOICE, "half"), (Form.DOCUMENT, "{"),
    ],
)  # fmt: skip
def test_a_cell_that_may_mean_two_things_is_refused(form: Form, cell: Any) -> None:
    with pytest.raises(BadCell, match="must be"):
        read_cell(SheetField(("x",), form, False, "", choices=("todo",)), cell)


def test_several_values_stand_in_one_cell() -> None:
    field = SheetField(("tags",), Form.TEXT, False, "", many=True)
    assert read_cell(field, "a; b\nc；d") == ["a", "b", "c", "d"]
    assert read_cell(field, '["a;b", "c"]') == ["a;b", "c"]
