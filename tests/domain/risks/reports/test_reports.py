"""Risk reports: who sees what, what has moved, and documents that harm nobody."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from domain.risks.reports.documents import as_html, as_markdown
from domain.risks.reports.pictures import curve_svg, matrix_svg
from domain.risks.reports.report import Audience, Loss, Movement, Report, Told, for_audience
from domain.risks.reports.tables import as_csv, as_xlsx, harmless
from domain.risks.reports.texts import TEXTS
from domain.risks.scale import DEFAULT_MATRIX, Level

EVIL = '=HYPERLINK("http://evil.example")<script>alert(1)</script>|**x**'
LICENCE = Told(
    "risk_1", EVIL, "legal", "open", Level.CRITICAL, 25, Decimal(90_000), Decimal(40_000), "Ada", "Old contract", "Stop"
)
QUALITY = Told("risk_2", "Data quality", "technical", "open", Level.MEDIUM, 8, responses=("Check data",))
SMALL = Told("risk_3", "Coffee runs out", "market", "open", Level.LOW, 2)
CURVE = ((Decimal(0), Decimal("0.7")), (Decimal(40_000), Decimal("0.2")), (Decimal(140_000), Decimal(0)))


def _report(audience: Audience, locale: str = "en") -> Report:
    whole = Report(
        tenant="Aurora",
        venture="Helio",
        locale=locale,
        currency="EUR",
        audience=audience,
        on=date(2026, 12, 1),
        since=date(2026, 11, 1),
        risks=(replace(LICENCE, movement=Movement.WORSE), QUALITY, SMALL),
        matrix={(5, 5): 1, (2, 4): 1, (1, 2): 1},
        levels=DEFAULT_MATRIX,
        exposure=Loss(Decimal(27_000), Decimal(0), Decimal(40_000), Decimal(140_000), CURVE, 2),
    )
    gone = replace(QUALITY, id="risk_4", title="Old model")
    return for_audience(whole, [gone, replace(LICENCE, title="Old claim")])


def _documents(report: Report) -> str:
    book = load_workbook(io.BytesIO(as_xlsx(report)))
    cells = [str(cell.value) for row in book.active.iter_rows() for cell in row]  # type: ignore[union-attr]
    return "\n".join([as_html(report).decode(), as_markdown(report).decode(), as_csv(report).decode(), *cells])


def test_the_team_sees_all() -> None:
    told = _documents(_report(Audience.TEAM))
    for word in ("Ada", "Old contract", "90000", "40,000", "Coffee", "Check data", "Old claim"):
        assert word in told, word


def test_investors_see_money_and_neither_people_nor_reasons_nor_trifles() -> None:
    told = _documents(_report(Audience.INVESTORS))
    assert "90000" in told and "140,000" in told
    for word in ("Ada", "Old contract", "Stop", "Coffee"):
        assert word not in told, word


def test_partners_see_neither_money_nor_risks_of_law() -> None:
    told = _documents(_report(Audience.PARTNERS))
    assert "Data quality" in told and "Old model" in told
    for word in ("90000", "140,000", "evil", "Old claim", "Ada", "Coffee", "EUR"):
        assert word not in told, word


@pytest.mark.parametrize("locale", TEXTS)
def test_both_languages_have_all_words(locale: str) -> None:
    assert TEXTS[locale].keys() == TEXTS["en"].keys()
    told = as_html(_report(Audience.TEAM, locale)).decode()
    assert "{" not in told.partition("</style>")[2]
    assert TEXTS[locale]["critical"] in told


def test_texts_are_text_in_every_form() -> None:
    report = _report(Audience.TEAM)
    page = as_html(report).decode()
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert "\\*\\*x\\*\\*" in as_markdown(report).decode() and "\\|" in as_markdown(report).decode()
    rows = list(csv.reader(io.StringIO(as_csv(report).decode("utf-8-sig"))))
    assert rows[1][0] == f"'{EVIL}"
    sheet = load_workbook(io.BytesIO(as_xlsx(report))).active
    assert sheet is not None and sheet.cell(2, 1).value == f"'{EVIL}" and sheet.cell(2, 1).data_type == "s"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠SUM(A1)"])
def test_cells_that_begin_like_formulas_are_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless("a" + text) == "a" + text


def test_a_text_stays_one_cell_where_semicolons_divide() -> None:
    report = _report(Audience.TEAM)
    text = as_csv(replace(report, risks=(replace(QUALITY, title="x;=1+1"),))).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(text.splitlines()[1]), delimiter=";"))[0].startswith("x;=1+1")


@pytest.mark.parametrize("locale", TEXTS)
def test_pictures_are_well_formed_and_count_every_risk(locale: str) -> None:
    matrix = matrix_svg(DEFAULT_MATRIX, {(5, 5): 3, (1, 1): 12}, locale)
    texts = [element.text for element in ElementTree.fromstring(matrix).iter() if element.tag.endswith("text")]
    assert {"3", "12"} <= set(texts)
    for curve in (CURVE, (), ((Decimal(5), Decimal(0)),)):
        ElementTree.fromstring(curve_svg(curve, Decimal(40_000), locale, "EUR <&>"))


def test_an_empty_register_has_a_report() -> None:
    report = replace(_report(Audience.TEAM), risks=(), closed=(), matrix={}, levels=(), exposure=None)
    assert TEXTS["en"]["none"] in as_html(report).decode()
    assert TEXTS["en"]["nothing_moved"] in as_markdown(report).decode()
    assert as_csv(report) and as_xlsx(report)
