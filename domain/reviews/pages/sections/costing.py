"""Earned value, runway and the budget."""

from __future__ import annotations

from typing import Final

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Block, Cell, Paragraph, Section, Tone
from domain.reviews.pages.sections.parts import table, unknown
from domain.reviews.shape.content import ReportContent
from domain.reviews.shape.money import EarnedValue, Runway

_AMOUNTS: Final = ("bac", "pv", "ev", "ac", "cv", "sv", "eac", "eac_rest_at_plan", "eac_pressed", "etc", "vac")
_RATIOS: Final = ("cpi", "spi", "spi_t", "tcpi", "es_months", "at_months", "sv_t", "ieac_t_months")


def money(report: ReportContent, language: Language) -> Section:
    """The money of the milestone, and of the venture."""
    blocks: list[Block] = []
    budget = report["resources"]["budget"]
    if budget is not None:
        told = language.say(
            "budget_note", spent=language.money(budget["spent"]), budget=language.money(budget["budget"])
        )
        used = language.share(budget["share"])
        blocks.append(Paragraph(f"{told} ({used})" if used else told))
    value = report["earned_value"]
    if value is None:
        blocks.append(unknown(language, "no_earned_value"))
    else:
        blocks += [
            Paragraph(language.say("as_of_day", day=language.day(value["as_of_on"])), Tone.QUIET),
            _earned(value, language),
        ]
    if report["runway"] is None:
        blocks.append(unknown(language, "no_runway"))
    else:
        blocks.append(_runway(report["runway"], language))
        if gaps := report["runway"]["missing"]:
            named = [language.code(name) for name in dict.fromkeys(gaps)][:20]
            blocks.append(Paragraph(language.say("missing", names=language.joined(named)), Tone.UNKNOWN))
    return Section(language.say("money"), blocks)


def _earned(value: EarnedValue, language: Language) -> Block:
    """Amounts on the left, ratios on the right; what is undefined says why."""
    why = {one["name"]: one["reason"] for one in value["undefined"]}
    figures: dict[str, str | None] = {name: value[name] for name in (*_AMOUNTS, *_RATIOS)}

    def cells(name: str | None) -> list[Cell]:
        if name is None:
            return [Cell(""), Cell("")]
        figure = figures[name]
        if figure is None:
            reason = language.code(why.get(name)) or language.say("not_known")
            return [Cell(language.say(name)), Cell(reason, Tone.UNKNOWN)]
        return [Cell(language.say(name)), Cell(language.money(figure) if name in _AMOUNTS else language.number(figure))]

    right = [*_RATIOS, *[None] * (len(_AMOUNTS) - len(_RATIOS))]
    rows = [[*cells(amount), *cells(ratio)] for amount, ratio in zip(_AMOUNTS, right, strict=True)]
    return table(language, ("earned_value", "", "", ""), rows, (30, 19, 32, 19), (1, 3))


def _runway(runway: Runway, language: Language) -> Block:
    alive = runway["default_alive"]
    rows = [
        ("cash", f"{language.money(runway['cash'])} ({language.day(runway['cash_on'])})" if runway["cash"] else ""),
        ("net_burn", language.money(runway["net_burn"])),
        ("runway", language.say("months", count=language.number(runway["months"], 1)) if runway["months"] else ""),
        ("state", language.code(runway["state"])),
        ("default_alive", "" if alive is None else language.say("yes" if alive else "no")),
        ("cash_out_committed_on", language.day(runway["cash_out_committed_on"])),
        ("cash_out_expected_on", language.day(runway["cash_out_expected_on"])),
        ("cash_out_all_on", language.day(runway["cash_out_all_on"])),
    ]
    told = [
        [Cell(language.say(name)), Cell(text) if text else Cell(language.say("not_known"), Tone.UNKNOWN)]
        for name, text in rows
    ]
    return table(language, ("runway", ""), told, (60, 40), (1,))
