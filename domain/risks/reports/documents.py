"""A risk report as a document to be read: Markdown, and HTML for mail, screen and print."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from domain.risks.reports.pictures import curve_svg, matrix_svg
from domain.risks.reports.report import Report
from domain.risks.reports.tables import Cell, table_of
from domain.risks.reports.texts import words

_TEMPLATE: Final = Environment(autoescape=True).from_string(Path(__file__).with_name("page.html").read_text("utf-8"))


def heading_of(report: Report) -> str:
    """The title of the document."""
    text = words(report.locale)
    return f"{report.venture}: {text['title']} ({text[str(report.audience)]})"


def _compared(report: Report) -> str:
    return words(report.locale)["as_of"].format(on=report.on.isoformat(), since=report.since.isoformat())


def _counted(report: Report) -> str:
    text = words(report.locale)
    return ", ".join(f"{text[str(level)]}: {count}" for level, count in report.counts().items())


def _exposed(report: Report) -> list[str]:
    if report.exposure is None:
        return []
    text, loss = words(report.locale), report.exposure
    amounts = {name: _money(getattr(loss, name)) for name in ("expected", "p50", "p80", "p95")}
    lines = [text["exposure_text"].format(**amounts, currency=report.currency)]
    if loss.without_loss:
        lines.append(text["without_loss"].format(count=loss.without_loss))
    return lines


def _moved(report: Report) -> list[str]:
    text = words(report.locale)
    lines = [f"{text[str(risk.movement)]}: {risk.title}" for risk in report.risks if risk.movement is not None]
    return lines + [f"{text['closed']}: {title}" for title in report.closed]


def _money(value: Decimal) -> str:
    return f"{value:,.0f}"


def as_html(report: Report) -> bytes:
    """One page without anything from elsewhere; every text is escaped."""
    loss = report.exposure
    page = _TEMPLATE.render(
        report=report,
        text=words(report.locale),
        heading=heading_of(report),
        compared=_compared(report),
        counted=_counted(report),
        exposed=_exposed(report),
        curve="" if loss is None else Markup(curve_svg(loss.curve, loss.p80, report.locale, report.currency)),
        matrix=Markup(matrix_svg(report.levels, report.matrix, report.locale)) if report.matrix else "",
        moved=_moved(report),
        rows=table_of(report),
    )
    return page.encode()


def as_markdown(report: Report) -> bytes:
    """Markdown with one table (GitHub's form); what would be markup in a text is escaped."""
    text = words(report.locale)
    lines = [
        f"# {_plain(heading_of(report))}",
        "",
        _compared(report),
        "",
        f"## {text['summary']}",
        "",
        _counted(report),
    ]
    if exposed := _exposed(report):
        lines += ["", f"## {text['exposure']}", "", *exposed]
    lines += ["", f"## {text['moved']}", ""]
    lines += [f"- {_plain(line)}" for line in _moved(report)] or [text["nothing_moved"]]
    lines += ["", f"## {text['risks']}", ""]
    if report.risks:
        header, *rows = table_of(report)
        lines += [_row(header), _row(["---"] * len(header), escaped=False), *(_row(row) for row in rows)]
    else:
        lines.append(text["none"])
    return ("\n".join(lines) + "\n").encode()


def _row(cells: list[Cell] | list[str], escaped: bool = True) -> str:
    told = ("" if cell is None else _plain(str(cell)) if escaped else str(cell) for cell in cells)
    return f"| {' | '.join(told)} |"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", " ".join(text.split()))
