"""Earned schedule: when what is earned by now was planned to be. It tells of time in time, and of late ends late.

Source: W. Lipke, Earned Schedule (2003). Schedule performance in money goes to 1 at the end of every late project, that
in time does not.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from domain.calendars.working_days import WorkingCalendar
from domain.money.earned_value import Budgeted, Reason, earned, planned_value

MOST_MONTHS: Final = 1_200


@dataclass(frozen=True, slots=True)
class Point:
    """What was planned to be earned by a time, in months from the first day of the baseline."""

    months: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Schedule:
    """Earned schedule at one moment, in months. `undefined` says of each None why it is."""

    es_months: Decimal | None = None
    at_months: Decimal | None = None
    sv_t: Decimal | None = None
    spi_t: Decimal | None = None
    ieac_t_months: Decimal | None = None
    undefined: Mapping[str, Reason] = field(default_factory=dict)


def months_between(first: date, day: date) -> Decimal:
    """The months from the beginning of the first day to the end of a day; part of one by its share of days."""
    end = day + timedelta(days=1)
    whole = (end.year - first.year) * 12 + end.month - first.month
    if month_start(first, whole) > end:
        whole -= 1
    begin, after = month_start(first, whole), month_start(first, whole + 1)
    return whole + Decimal((end - begin).days) / (after - begin).days


def month_start(first: date, months: int) -> date:
    """The day on which the month begins that is so many months after the first; at its end where it is too short."""
    years, month = divmod(first.month - 1 + months, 12)
    year = first.year + years
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def earned_schedule(plan: Sequence[Point], ev: Decimal, at: Decimal) -> Schedule:
    """Where `ev` stands on the plan, after `at` months.

    The plan rises from (0, 0), which is not among its points, to the budget at the planned duration. On a plain (a
    planned pause) the latest time counts; all that is earned counts as the first time at which all was planned.
    """
    points = [Point(Decimal(0), Decimal(0)), *plan]
    bac = points[-1].value
    duration = next(point.months for point in points if point.value >= bac)
    es = duration if ev >= bac else _place(points, ev)
    found, why = {"es_months": es, "at_months": at, "sv_t": es - at}, dict[str, Reason]()
    if at == 0:
        why |= dict.fromkeys(("spi_t", "ieac_t_months"), Reason.NOT_BEGUN)
    else:
        found["spi_t"] = es / at
        if es == 0:
            why["ieac_t_months"] = Reason.NOTHING_EARNED
        else:
            found["ieac_t_months"] = duration * at / es
    return Schedule(**found, undefined=why)


def _place(points: Sequence[Point], ev: Decimal) -> Decimal:
    """The time up to which the plan is at or under `ev`: linear between the last point at or under it and the next."""
    before, after = next(pair for pair in reversed(list(pairwise(points))) if pair[0].value <= ev)
    return before.months + (ev - before.value) / (after.value - before.value) * (after.months - before.months)


def schedule_of(
    milestones: Sequence[Budgeted], calendar: WorkingCalendar, day: date, finished_on: date | None = None
) -> Schedule:
    """Earned schedule of some milestones at the end of a day.

    The plan is known at the ends of its months, at its own end, and at the day itself: who is exactly on plan has
    earned as much time as has passed, within a month too. Months count from the first planned day. When all is earned,
    time stands still at `finished_on`, the day on which the last was reached.
    """
    bac = sum((one.budget for one in milestones), Decimal(0))
    if not milestones or bac == 0:
        return _nothing(Reason.NO_BUDGET)
    finishes = [one.finish_on for one in milestones if one.finish_on is not None]
    if len(finishes) < len(milestones):
        return _nothing(Reason.NO_BASELINE)
    first = min(one.start_on or one.finish_on for one in milestones if one.finish_on is not None)
    last = max(finishes)
    ev = earned(milestones)
    until = min(day, finished_on) if finished_on is not None and ev >= bac else day
    if until < first:
        return _nothing(Reason.NOT_BEGUN)
    return earned_schedule(_plan(milestones, calendar, first, last, until), ev, months_between(first, until))


def _plan(
    milestones: Sequence[Budgeted], calendar: WorkingCalendar, first: date, last: date, today: date
) -> list[Point]:
    ends = {last}
    for month in range(1, MOST_MONTHS):
        end = month_start(first, month) - timedelta(days=1)
        if end >= last:
            break
        ends.add(end)
    if today < last:
        ends.add(today)
    return [Point(months_between(first, end), planned_value(milestones, calendar, end)) for end in sorted(ends)]


def _nothing(reason: Reason) -> Schedule:
    names = [name for name in Schedule.__dataclass_fields__ if name != "undefined"]
    return Schedule(undefined=dict.fromkeys(names, reason))
