"""What sections are made of: cells, tones of codes, tables that end somewhere, and the titles behind ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from domain.health.texts import TEXTS
from domain.reviews.pages.language import Language, line
from domain.reviews.pages.page import Cell, Paragraph, Table, Tone
from domain.reviews.shape.content import ReportContent
from domain.reviews.shape.kinds import Person
from domain.reviews.shape.plan import HealthReason

MOST_ROWS: Final = 60
"""So many rows a table has on paper; the JSON form has them all."""

TONES: Final[Mapping[str, Tone]] = {
    "go": Tone.GOOD,
    "conditional_go": Tone.FAIR,
    "recycle": Tone.BAD,
    "hold": Tone.FAIR,
    "stop": Tone.BAD,
    "insufficient_evidence": Tone.UNKNOWN,
    "on_track": Tone.GOOD,
    "at_risk": Tone.FAIR,
    "off_track": Tone.BAD,
    "unknown": Tone.UNKNOWN,
    "not_applicable": Tone.QUIET,
    "pass": Tone.GOOD,
    "fail": Tone.BAD,
    "not_measured": Tone.UNKNOWN,
    "critical": Tone.BAD,
    "high": Tone.FAIR,
    "warning": Tone.FAIR,
    "met": Tone.GOOD,
    "failed": Tone.BAD,
    "waived": Tone.QUIET,
}


def coded(language: Language, code: str | None) -> Cell:
    """A code by its name, in its tone."""
    return Cell(language.code(code), TONES.get(code or "", Tone.PLAIN))


def said(text: str | None) -> Cell:
    """A text from outside."""
    return Cell(line(text))


def person(who: Person | None) -> Cell:
    """A person by name; a dash where there is none."""
    return Cell(line(who["name"], 60) if who else "–", Tone.PLAIN if who else Tone.QUIET)


def table(
    language: Language,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    numbers: Sequence[int] = (),
) -> Table:
    """A table under heads that are words of ours, cut where it gets too long."""
    left_out = len(rows) - MOST_ROWS
    more = language.say("more_rows", count=left_out) if left_out > 0 else ""
    titles = [language.say(word) if word else "" for word in head]
    return Table(titles, list(rows[:MOST_ROWS]), list(widths), frozenset(numbers), more)


def unknown(language: Language, word: str) -> Paragraph:
    """Says in a sentence that something is not known."""
    return Paragraph(language.sentence(word), Tone.UNKNOWN)


def names_of(report: ReportContent) -> dict[str, str]:
    """What a report's criteria, risks, indicators, conditions and milestone are called, by their ids."""
    found = {one["id"]: one["title"] for one in report["criteria"]}
    found |= {one["id"]: one["title"] for one in report["risks"]["items"]}
    found |= {one["id"]: one["title"] for one in report["open_conditions"]}
    found |= {one["id"]: one["name"] for one in report["indicators"]}
    if report["milestone"] is not None:
        found[report["milestone"]["id"]] = report["milestone"]["title"]
    return found


def health_reason(language: Language, reason: HealthReason) -> str:
    """Why a venture's health is what it is, in a sentence."""
    texts = TEXTS.get(reason["rule"])
    if texts is None:
        return language.code(reason["rule"])
    told = texts[language.locale]
    return told.replace("%value", line(reason["value"], 40)).replace("%limit", line(reason["limit"], 40))


def slip(language: Language, days: int | None) -> str:
    """Working days later or earlier than promised."""
    if days is None:
        return ""
    if days == 0:
        return language.say("slip_none")
    return language.say("slip_late" if days > 0 else "slip_early", count=language.number(abs(days)))
