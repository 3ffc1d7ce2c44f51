"""Earned value: what was planned, done and spent by a day, and what that says of the end.

Source: ISO 21508 and the PMI's standard; the estimates at completion are the three usual ones. What is not defined is
None with a reason, never infinity; every figure is worked out from amounts, none from a rounded index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.calendars.working_days import WorkingCalendar

LARGEST: Final = Decimal(10) ** 15
"""An amount beyond it is not told: nobody has such money, and no column holds it."""


class Reason(StrEnum):
    """Why a figure is not defined."""

    NO_BUDGET = "no_budget"
    NO_BASELINE = "no_baseline"
    NO_COST = "no_cost"
    NOTHING_PLANNED_YET = "nothing_planned_yet"
    NOTHING_EARNED = "nothing_earned"
    BUDGET_SPENT = "budget_spent"
    NOT_BEGUN = "not_begun"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A milestone with a budget, as it was agreed and as it stands; percent complete from 0 to 100."""

    id: UUID
    budget: Decimal
    percent_complete: int = 0
    start_on: date | None = None
    finish_on: date | None = None
    "The baseline's days, both inclusive."

    @property
    def has_baseline(self) -> bool:
        """Whether it is known when its value was to be earned."""
        return self.finish_on is not None


@dataclass(frozen=True, slots=True)
class Figures:
    """Earned value at one moment, in money and ratios. `undefined` says of each None why it is."""

    bac: Decimal | None = None
    pv: Decimal | None = None
    ev: Decimal | None = None
    ac: Decimal | None = None
    cv: Decimal | None = None
    sv: Decimal | None = None
    cpi: Decimal | None = None
    spi: Decimal | None = None
    eac: Decimal | None = None
    eac_rest_at_plan: Decimal | None = None
    eac_pressed: Decimal | None = None
    etc: Decimal | None = None
    vac: Decimal | None = None
    tcpi: Decimal | None = None
    undefined: Mapping[str, Reason] = field(default_factory=dict)


def planned_share(calendar: WorkingCalendar, start: date | None, finish: date, day: date) -> Decimal:
    """The share of the work that was planned to be done by the end of a day, from 0 to 1.

    Linear in working days from the start to the finish, both worked. Without a start, or where no day between the two
    is worked, all of it is planned for the finish.
    """
    if day >= finish:
        return Decimal(1)
    if start is None or day < start:
        return Decimal(0)
    before = date.fromordinal(start.toordinal() - 1)
    whole = calendar.count(before, finish)
    return Decimal(calendar.count(before, day)) / whole if whole else Decimal(0)


def planned_value(milestones: Sequence[Budgeted], calendar: WorkingCalendar, day: date) -> Decimal:
    """What was planned to be earned by the end of a day, of the milestones that have a baseline."""
    return sum(
        (
            one.budget * planned_share(calendar, one.start_on, one.finish_on, day)
            for one in milestones
            if one.finish_on is not None
        ),
        Decimal(0),
    )


def earned(milestones: Sequence[Budgeted]) -> Decimal:
    """Budget times percent complete."""
    return sum((one.budget * one.percent_complete / 100 for one in milestones), Decimal(0))


def figures_of(milestones: Sequence[Budgeted], calendar: WorkingCalendar, cost: Decimal, day: date) -> Figures:
    """Earned value of some milestones at the end of a day, with what was spent by then.

    Where a milestone has no baseline, nothing that needs the plan is told.
    """
    if not milestones:
        return _nothing(cost, Reason.NO_BUDGET)
    bac = sum((one.budget for one in milestones), Decimal(0))
    pv = planned_value(milestones, calendar, day) if all(one.has_baseline for one in milestones) else None
    return figures(bac, pv, earned(milestones), cost)


def figures(bac: Decimal, pv: Decimal | None, ev: Decimal, ac: Decimal) -> Figures:
    """All that follows from the four amounts; `pv` is None where it is not known."""
    found: dict[str, Decimal] = {"bac": bac, "ev": ev, "ac": ac, "cv": ev - ac, "eac_rest_at_plan": ac + bac - ev}
    why: dict[str, Reason] = {}
    if pv is None:
        why |= dict.fromkeys(("pv", "sv", "spi"), Reason.NO_BASELINE)
    else:
        found |= {"pv": pv, "sv": ev - pv}
        _divide(found, why, "spi", ev, pv, Reason.NOTHING_PLANNED_YET)
    _divide(found, why, "cpi", ev, ac, Reason.NO_COST)
    _divide(found, why, "tcpi", bac - ev, bac - ac, Reason.BUDGET_SPENT)
    reason = Reason.NO_COST if ac == 0 else Reason.NOTHING_EARNED if ev == 0 else None
    if reason is not None:
        why |= dict.fromkeys(("eac", "etc", "vac"), reason)
    else:
        eac = bac * ac / ev
        found |= {"eac": eac, "etc": eac - ac, "vac": bac - eac}
    pressed = reason or why.get("spi")
    if pressed is not None or pv is None:
        why["eac_pressed"] = pressed or Reason.NO_BASELINE
    else:
        found["eac_pressed"] = ac + (bac - ev) * ac * pv / (ev * ev)
    too_large = {name for name, value in found.items() if abs(value) >= LARGEST}
    why |= dict.fromkeys(too_large, Reason.TOO_LARGE)
    return Figures(**{name: value for name, value in found.items() if name not in too_large}, undefined=why)


def _divide(
    found: dict[str, Decimal], why: dict[str, Reason], name: str, over: Decimal, under: Decimal, reason: Reason
) -> None:
    if under == 0:
        why[name] = reason
    else:
        found[name] = over / under


_AMOUNTS: Final = tuple(name for name in Figures.__dataclass_fields__ if name != "undefined")


def _nothing(cost: Decimal, reason: Reason) -> Figures:
    """Nothing but the cost is known."""
    why = {name: reason for name in _AMOUNTS if name != "ac"}
    return Figures(ac=cost, undefined=why) if cost < LARGEST else Figures(undefined=why | {"ac": Reason.TOO_LARGE})
