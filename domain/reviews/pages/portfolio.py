"""The portfolio, composed as a page: every venture in one line, the worst first."""

from __future__ import annotations

from decimal import Decimal

from domain.health.health import HealthState
from domain.reviews.pages.language import Language, line
from domain.reviews.pages.page import Block, Cell, Figure, Figures, Page, Paragraph, Section, Tone
from domain.reviews.pages.sections.parts import TONES, coded, health_reason, table
from domain.reviews.shape.portfolio import (
    NextMilestone,
    PortfolioDocument,
    PortfolioLine,
    ShortRunway,
    StateShare,
    TopRisk,
)

_SHORT_RUNWAY = 3
_SOME_RUNWAY = 6


def compose_portfolio(document: PortfolioDocument, locale: str) -> Page:
    """The page of a portfolio, in a language."""
    language = Language(locale, document["currency"])
    kind = language.say("portfolio")
    return Page(
        locale=language.locale,
        kind=kind,
        title=line(document["tenant"]),
        subtitle="",
        facts=[
            (language.say("as_of"), language.instant(document["as_of"])),
            (language.say("ventures"), language.number(len(document["ventures"]) + document["left_out"])),
        ],
        verdict=None,
        lead=[Figures([_state(one, language) for one in document["states"] if _is_told(one)])],
        sections=_sections(document, language),
        footer=f"{line(document['tenant'], 60)} · {kind}",
        labels={"page_of": language.say("page_of")},
    )


def _is_told(one: StateShare) -> bool:
    """What is being wound up has its figure only where there is any."""
    return one["ventures"] > 0 or one["state"] != HealthState.NOT_APPLICABLE


def _state(one: StateShare, language: Language) -> Figure:
    share = language.share(one["budget_share"])
    note = language.say("budget_share", share=share) if share else ""
    tone = TONES[one["state"]] if one["ventures"] else Tone.QUIET
    return Figure(language.code(one["state"]), language.number(one["ventures"]), note, tone)


def _sections(document: PortfolioDocument, language: Language) -> list[Section]:
    if not document["ventures"]:
        return [Section(language.say("ventures"), [Paragraph(language.say("no_ventures"))])]
    rows = [_venture(one, language) for one in document["ventures"]]
    head = ("venture", "health", "next_milestone", "due_on", "p80", "top_risk", "runway")
    blocks: list[Block] = [table(language, head, rows, (16, 11, 20, 12, 13, 16, 12))]
    if document["left_out"]:
        blocks.append(Paragraph(language.say("left_out", count=language.number(document["left_out"])), Tone.QUIET))
    sections = [Section(language.say("ventures"), blocks)]
    why = [_why(one, language) for one in document["ventures"] if one["health"] and one["health"]["reasons"]]
    if why:
        about = ("venture", "dimension", "state", "reason")
        reasons = table(language, about, [row for rows in why for row in rows], (22, 14, 14, 50))
        sections.append(Section(language.say("health_reasons"), [reasons]))
    sections.append(Section(language.say("basis"), [Paragraph(language.say("figures_told"), Tone.QUIET)]))
    return sections


def _why(venture: PortfolioLine, language: Language) -> list[list[Cell]]:
    health = venture["health"]
    assert health is not None
    return [
        [
            Cell(line(venture["name"], 80)),
            Cell(language.code(one["dimension"])),
            coded(language, one["state"]),
            Cell(health_reason(language, one)),
        ]
        for one in health["reasons"][:10]
    ]


def _venture(one: PortfolioLine, language: Language) -> list[Cell]:
    milestone = one["next_milestone"]
    return [
        Cell(f"{line(one['name'], 80)} ({language.code(one['stage'])})"),
        coded(language, one["health"]["state"] if one["health"] else "unknown"),
        Cell(line(milestone["title"], 100) if milestone else "–"),
        Cell(language.day(milestone["due_on"]) if milestone and milestone["due_on"] else "–"),
        _p80(milestone, language),
        _risk(one["top_risk"], language),
        _runway(one["runway"], language),
    ]


def _p80(milestone: NextMilestone | None, language: Language) -> Cell:
    if milestone is None:
        return Cell("–")
    if milestone["p80_on"] is None:
        return Cell(language.say("not_known"), Tone.UNKNOWN)
    late = milestone["due_on"] is not None and milestone["p80_on"] > milestone["due_on"]
    return Cell(language.day(milestone["p80_on"]), Tone.FAIR if late else Tone.PLAIN)


def _risk(risk: TopRisk | None, language: Language) -> Cell:
    if risk is None:
        return Cell("–")
    return Cell(f"{line(risk['title'], 80)} ({language.code(risk['level'] or 'not_assessed')})")


def _runway(runway: ShortRunway | None, language: Language) -> Cell:
    if runway is None or runway["state"] == "unknown":
        return Cell(language.say("not_known"), Tone.UNKNOWN)
    if runway["months"] is None:
        return Cell(language.code(runway["state"]))
    months = Decimal(runway["months"])
    tone = Tone.BAD if months < _SHORT_RUNWAY else Tone.FAIR if months < _SOME_RUNWAY else Tone.PLAIN
    return Cell(language.say("months", count=language.number(runway["months"], 1)), tone)
