"""All that follows from a venture's money: its runway, its earned value, and that of each milestone with a budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from domain.money.amortisation import cover
from domain.money.earned_schedule import Schedule, schedule_of
from domain.money.earned_value import Budgeted, Figures, figures_of
from domain.money.efficiency import efficiency_of
from domain.money.inputs import MoneyInputs
from domain.money.runway import Found, runway_of


@dataclass(frozen=True)
class EarnedFound:
    """Earned value of one subject, in money and in time."""

    figures: Figures
    schedule: Schedule


@dataclass(frozen=True)
class MoneyFound:
    """What was worked out for a venture."""

    venture: EarnedFound
    milestones: Mapping[UUID, EarnedFound]
    runway: Found


def work_out(inputs: MoneyInputs) -> MoneyFound:
    """All that follows on the day of the inputs."""
    milestones = {one.id: _earned(inputs, [one], inputs.costs[one.id]) for one in inputs.milestones}
    return MoneyFound(earned_of_venture(inputs), milestones, runway_on(inputs))


def earned_of_venture(inputs: MoneyInputs) -> EarnedFound:
    """Earned value of all milestones together, over all that was spent."""
    return _earned(inputs, inputs.milestones, inputs.cost)


def runway_on(inputs: MoneyInputs) -> Found:
    """The runway on the day of the inputs, with all that is planned to come and to be paid back."""
    cash, plan = inputs.cash, inputs.plan
    found = runway_of(inputs.months, cash.amount, cash.on, plan.planned, has_loans=plan.has_loans)
    covered = None if found.operating is None or plan.service is None else cover(found.operating, plan.service)
    p10_on: date | None = None
    by_month: tuple[Decimal, ...] = ()
    if cash.amount is not None and cash.on is not None and found.walked is not None:
        from domain.money.chances import chances_of  # numpy is heavy, hence here

        chances = chances_of(cash.amount, cash.on, found.walked, plan.planned, inputs.seed)
        p10_on, by_month = chances.p10_on, chances.by_month
    outlook = [replace(end, ended=ended) for end, ended in zip(found.outlook, by_month, strict=True)]
    efficiency = efficiency_of(inputs.months, inputs.recurring, inputs.rates)
    missing = (*cash.missing, *found.missing, *plan.missing, *efficiency.missing)
    return replace(
        found,
        debt_service=plan.service,
        debt_service_cover=covered,
        largest_source=plan.largest_source,
        largest_share=plan.largest_share,
        net_new_arr=efficiency.net_new_arr,
        burn_multiple=efficiency.burn_multiple,
        p10_on=p10_on,
        outlook=tuple(outlook),
        missing=missing,
    )


def _earned(inputs: MoneyInputs, milestones: Sequence[Budgeted], cost: Decimal) -> EarnedFound:
    finished = _finished(inputs, milestones)
    return EarnedFound(
        figures_of(milestones, inputs.calendar, cost, inputs.today),
        schedule_of(milestones, inputs.calendar, inputs.today, finished),
    )


def _finished(inputs: MoneyInputs, milestones: Sequence[Budgeted]) -> date | None:
    """The day on which the last of them was reached; None where one was not."""
    days = [inputs.completed.get(one.id) for one in milestones]
    reached = [day for day in days if day is not None]
    return max(reached, default=None) if len(reached) == len(days) else None
