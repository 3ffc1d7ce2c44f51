"""Dates, forecast and what drives it; and the milestones of a progress report."""

from __future__ import annotations

from typing import Final

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Block, Cell, Paragraph, Section, Tone
from domain.reviews.pages.sections.parts import said, slip, table, unknown
from domain.reviews.shape.plan import MilestoneLine, ReportedForecast, ReportedMilestone

_OVER: Final = ("done", "cancelled")


def schedule(milestone: ReportedMilestone, language: Language) -> Section:
    """Baseline, plan and forecast side by side, the last forecast beside this one, and the drivers."""
    forecast = milestone["forecast"]
    rows = [
        _row(
            language, language.say("baseline"), milestone["baseline"]["start_on"], milestone["baseline"]["due_on"], ""
        ),
        _row(
            language,
            language.say("plan"),
            milestone["plan"]["start_on"],
            milestone["plan"]["due_on"],
            slip(language, milestone["slip_working_days"]),
        ),
    ]
    blocks: list[Block] = []
    if forecast is not None:
        rows += _percentiles(forecast, language)
    blocks.append(table(language, ("what", "start_on", "due_on", "against_baseline"), rows, (34, 20, 20, 26)))
    if forecast is None:
        blocks.append(unknown(language, "no_forecast"))
        return Section(language.say("dates"), blocks)
    if forecast["criticality"] is not None:
        share = language.share(forecast["criticality"])
        blocks.append(Paragraph(language.say("criticality_told", share=share)))
    if forecast["previous"] is not None:
        blocks.append(_former(forecast, language))
    if forecast["drivers"]:
        blocks.append(_drivers(forecast, language))
    return Section(language.say("dates"), blocks)


def _row(language: Language, name: str, start: str | None, due: str | None, late: str) -> list[Cell]:
    return [Cell(name), *(Cell(language.day(day) or "–") for day in (start, due)), Cell(late)]


def _percentiles(forecast: ReportedForecast, language: Language) -> list[list[Cell]]:
    late = {"p50_on": forecast["slip_p50_working_days"], "p80_on": forecast["slip_p80_working_days"]}
    days = {
        "p10_on": forecast["p10_on"],
        "p50_on": forecast["p50_on"],
        "p80_on": forecast["p80_on"],
        "p90_on": forecast["p90_on"],
    }
    return [
        [
            Cell(language.say("percentile", share=language.percent(name[1:3]))),
            Cell(""),
            Cell(language.day(day)),
            Cell(slip(language, late.get(name))),
        ]
        for name, day in days.items()
    ]


def _former(forecast: ReportedForecast, language: Language) -> Block:
    then = forecast["previous"]
    assert then is not None
    rows = [
        [
            Cell(f"{language.say('former_forecast')} ({language.day(then['as_of'])})"),
            Cell(language.day(then["p50_on"])),
            Cell(language.day(then["p80_on"])),
            Cell(language.share(then["probability_of_due_date"]) or "–"),
        ],
        [
            Cell(language.say("forecast_now")),
            Cell(language.day(forecast["p50_on"])),
            Cell(language.day(forecast["p80_on"])),
            Cell(language.share(forecast["probability_of_due_date"]) or "–"),
        ],
    ]
    return table(language, ("", "p50", "p80", "chance_of_due"), rows, (40, 18, 18, 24))


def _drivers(forecast: ReportedForecast, language: Language) -> Block:
    rows = [
        [
            said(driver["title"]),
            Cell(language.say(driver["kind"]), Tone.QUIET),
            Cell(_days(language, driver["mean_days"])),
            Cell(_days(language, driver["p80_days"])),
            Cell(language.number(driver["rho"]) or "–"),
        ]
        for driver in forecast["drivers"][:10]
    ]
    return table(language, ("drivers", "", "mean_days", "p80_days", "rho"), rows, (38, 12, 18, 18, 14), (2, 3, 4))


def _days(language: Language, days: str | None) -> str:
    return "–" if days is None else language.say("days", count=language.number(days, 1))


def milestones(lines: list[MilestoneLine], language: Language) -> Section:
    """The venture's milestones in a progress report."""
    rows = [
        [
            said(one["title"]),
            Cell(language.code(one["status"])),
            Cell(language.percent(one["percent_complete"])),
            Cell(language.day(one["due_on"]) or "–"),
            Cell(language.day(one["p80_on"]) or ("–" if one["status"] in _OVER else language.say("not_known"))),
            Cell(language.joined([language.code(name) for name in one["changed"]]) or "–"),
        ]
        for one in lines
    ]
    head = ("milestone", "state", "complete", "due_on", "p80", "changed")
    return Section(language.say("milestones"), [table(language, head, rows, (30, 14, 12, 15, 15, 14), (2,))])
