"""The forecast histogram: how the simulated ends lie, with P50, P80 and the due date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Picture
from domain.reviews.pages.pictures.drawing import BLUE, GRID, INK, ORANGE, PALE, Sheet, date_ticks, text_width
from domain.reviews.shape.plan import Bin, ReportedForecast

_WIDTH: Final = 380.0
_HEIGHT: Final = 252.0
_LEFT: Final = 40.0
_RIGHT: Final = 370.0
_TOP: Final = 66.0
_BASE: Final = 206.0
MOST_BINS: Final = 60


def histogram(forecast: ReportedForecast, due_on: str | None, language: Language) -> Picture | None:
    """The picture; None where the forecast has no histogram."""
    bins = [bar for bar in forecast["histogram"][:MOST_BINS] if float(bar["share"]) > 0]
    if not bins:
        return None
    marks = {"P50": forecast["p50_on"], "P80": forecast["p80_on"]}
    if due_on:
        marks[language.say("due_date")] = due_on
    told = language.say("histogram_told", p50=language.day(forecast["p50_on"]), p80=language.day(forecast["p80_on"]))
    if due_on and forecast["probability_of_due_date"] is not None:
        told += language.say(
            "histogram_due_told", day=language.day(due_on), share=language.share(forecast["probability_of_due_date"])
        )
    return Picture(_drawn(bins, marks, due_on, language, told), language.say("histogram"), told, 50)


def _drawn(bins: Sequence[Bin], marks: dict[str, str], due_on: str | None, language: Language, told: str) -> str:
    days = [date.fromisoformat(day) for day in marks.values()]
    first = min([date.fromisoformat(bins[0]["from_on"]), *days]) - timedelta(days=1)
    last = max([date.fromisoformat(bins[-1]["to_on"]), *days]) + timedelta(days=2)
    span = max((last - first).days, 1)
    most = max(float(bar["share"]) for bar in bins)
    due = date.fromisoformat(due_on) if due_on else None

    def x(day: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - first).days / span

    sheet = Sheet(_WIDTH, _HEIGHT, language.say("histogram"), told)
    for part in (0.5, 1.0):
        y = _BASE - (_BASE - _TOP) * part
        sheet.line(_LEFT, y, _RIGHT, y, GRID)
        sheet.text(_LEFT - 6, y + 4, language.share(str(round(most * part, 4))), anchor="end", size=11)
    for bar in bins:
        begin, end = date.fromisoformat(bar["from_on"]), date.fromisoformat(bar["to_on"])
        height = (_BASE - _TOP) * float(bar["share"]) / most
        late = due is not None and begin > due
        left, right = x(begin), x(end + timedelta(days=1))
        sheet.box(left + 0.4, _BASE - height, max(right - left - 0.8, 0.8), height, ORANGE if late else PALE)
    sheet.line(_LEFT, _BASE, _RIGHT, _BASE, INK)
    for tick in date_ticks(first, last):
        sheet.line(x(tick), _BASE, x(tick), _BASE + 4, INK)
        sheet.text(x(tick), _BASE + 17, language.short_day(tick.isoformat()), anchor="middle", size=11)
    _mark(sheet, {name: x(date.fromisoformat(day)) for name, day in marks.items()}, marks, language)
    if due is not None:
        _legend(sheet, language)
    return sheet.svg()


def _mark(sheet: Sheet, places: dict[str, float], marks: dict[str, str], language: Language) -> None:
    """Upright lines with their names above, one below the other where they would touch."""
    for row, (name, x) in enumerate(sorted(places.items(), key=lambda item: item[1])):
        own = name not in ("P50", "P80")
        colour = INK if own else BLUE
        y = 14.0 + 16 * row
        sheet.line(x, y + 4, x, _BASE, colour, 1.8, "" if own else "5 3")
        label = f"{name} {language.short_day(marks[name])}"
        width = text_width(label, 12)
        ends = x + width + 6 > _WIDTH
        sheet.text(x - 4 if ends else x + 4, y + 4, label, colour, 12, "end" if ends else "start", strong=True)


def _legend(sheet: Sheet, language: Language) -> None:
    y = _HEIGHT - 8
    x = _LEFT
    for colour, word in ((PALE, "in_time"), (ORANGE, "late")):
        sheet.box(x, y - 9, 10, 10, colour)
        label = language.say(word)
        sheet.text(x + 14, y, label, size=11)
        x += 14 + text_width(label, 11) + 18
