"""The burn-up: planned against actual percent complete, day by day, and where the forecast ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Picture
from domain.reviews.pages.pictures.drawing import BLUE, GRID, INK, ORANGE, SOFT, Sheet, date_ticks, text_width
from domain.reviews.shape.plan import ReportedMilestone

_WIDTH: Final = 380.0
_HEIGHT: Final = 252.0
_LEFT: Final = 46.0
_RIGHT: Final = 370.0
_TOP: Final = 44.0
_BASE: Final = 206.0
MOST_DAYS: Final = 1_500


def burn_up(milestone: ReportedMilestone, language: Language) -> Picture | None:
    """The picture; None where fewer than two days are known."""
    days = [one for one in milestone["burn_up"][-MOST_DAYS:] if one["percent_complete"] is not None]
    if len({one["on"] for one in days}) < 2:
        return None
    forecast, due_on = milestone["forecast"], milestone["plan"]["due_on"]
    actual = [(date.fromisoformat(one["on"]), float(one["percent_complete"] or 0)) for one in days]
    planned = [
        (date.fromisoformat(one["on"]), float(one["planned_percent"]))
        for one in milestone["burn_up"][-MOST_DAYS:]
        if one["planned_percent"] is not None
    ]
    ends = {} if forecast is None else {"P50": forecast["p50_on"], "P80": forecast["p80_on"]}
    told = language.say("burn_up_told", day=language.day(days[-1]["on"]), done=language.percent(str(actual[-1][1])))
    if planned:
        told += language.say("burn_up_planned_told", planned=language.percent(str(planned[-1][1])))
    title = language.say("burn_up")
    sheet = Sheet(_WIDTH, _HEIGHT, title, told)
    known = [day for day, _ in [*actual, *planned]] + [date.fromisoformat(day) for day in ends.values()]
    if due_on:
        known.append(date.fromisoformat(due_on))
    first, last = min(known), max(known) + timedelta(days=2)
    span = max((last - first).days, 1)

    def place(day: date, percent: float) -> tuple[float, float]:
        return _LEFT + (_RIGHT - _LEFT) * (day - first).days / span, _BASE - (_BASE - _TOP) * min(percent, 100) / 100

    for percent in (0, 25, 50, 75, 100):
        _, y = place(first, percent)
        sheet.line(_LEFT, y, _RIGHT, y, GRID if percent else INK)
        sheet.text(_LEFT - 6, y + 4, language.percent(percent), anchor="end", size=11)
    for tick in date_ticks(first, last):
        x, _ = place(tick, 0)
        sheet.line(x, _BASE, x, _BASE + 4, INK)
        sheet.text(x, _BASE + 17, language.short_day(tick.isoformat()), anchor="middle", size=11)
    if due_on:
        x, _ = place(date.fromisoformat(due_on), 0)
        sheet.line(x, _TOP - 6, x, _BASE, INK, 1.8)
        sheet.text(x - 5, _BASE - 8, language.say("due_date"), INK, 12, "end", strong=True)
    sheet.path([place(*point) for point in planned], SOFT, 2, "6 4")
    sheet.path([place(*point) for point in actual], BLUE, 2.6)
    sheet.circle(*place(*actual[-1]), 4, BLUE)
    for row, (name, day) in enumerate(ends.items()):
        x, y = place(date.fromisoformat(day), 100)
        sheet.line(*place(*actual[-1]), x, y, ORANGE, 1.2, "2 3")
        sheet.shape([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], "#ffffff" if row else ORANGE, ORANGE)
        sheet.text(x, y - 11, name, ORANGE, 12, "middle", strong=True)
    _legend(sheet, language, bool(planned))
    return Picture(sheet.svg(), title, told, 50)


def _legend(sheet: Sheet, language: Language, planned: bool) -> None:
    x, y = _LEFT, _HEIGHT - 8
    for colour, word, dashes in ((BLUE, "actual", ""), (SOFT, "planned_line", "6 4")):
        if word == "actual" or planned:
            sheet.line(x, y - 4, x + 22, y - 4, colour, 2.4, dashes)
            label = language.say(word)
            sheet.text(x + 27, y, label, size=11)
            x += 27 + text_width(label, 11) + 18
