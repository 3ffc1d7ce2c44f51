"""Money that is to come and to go: from what is recorded of it, each in its currency, to what the walk takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.money.amortisation import YEAR, Terms, debt_service, schedule_of
from domain.money.currencies import Rates
from domain.money.earned_schedule import month_start
from domain.money.earned_value import LARGEST
from domain.money.runway import Missing, Planned


@dataclass(frozen=True, slots=True)
class Expected:
    """Money that is to come (above zero) or to be paid (below) on a day, and from whom.

    `there`: it has moved already, on that day.
    """

    on: date | None
    amount: Decimal | None
    currency: str
    probability: Decimal = Decimal(1)
    committed: bool = True
    there: bool = False
    source: str = ""
    latest_on: date | None = None
    "When it comes at the latest, if it comes."


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A loan: its terms, its currency, and the day on which its money comes or came."""

    terms: Terms
    currency: str
    drawn_on: date
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned, in one currency.

    `service` is what must be paid of loans in the twelve months from today, None where that is not known. Of all that
    is expected in these months, weighed, the largest part comes from `largest_source`: `largest_share` of it.
    """

    planned: tuple[Planned, ...] = ()
    missing: tuple[Missing, ...] = ()
    service: Decimal | None = Decimal(0)
    has_loans: bool = False
    largest_source: str | None = None
    largest_share: Decimal | None = None


def plan_of(
    expected: Sequence[Expected], loans: Sequence[Borrowed], rates: Rates, cash_on: date | None, today: date
) -> Plan:
    """All that is planned after the day of the cash balance; what moved before it is in the balance.

    What should have come by now and has not is taken as coming today, and told of.
    """
    planned: list[Planned] = []
    missing: list[Missing] = []
    sources: dict[str, Decimal] = {}
    for one in expected:
        if one.there:
            planned += _dated([one], rates, missing, "planned_inflows")
            continue
        on = one.on
        if on is not None and on < today:
            missing.append(Missing("planned_inflows", "overdue"))
            on = today
        dated = _dated([replace(one, on=on)], rates, missing, "planned_inflows")
        _weigh(sources, one.source, dated, today)
        planned += dated
    service: Decimal | None = Decimal(0)
    for loan in loans:
        payments = schedule_of(loan.terms)
        drawn = Expected(loan.drawn_on, loan.terms.principal, loan.currency)
        dated = _dated([drawn], rates, missing, "planned_inflows")
        _weigh(sources, loan.name, dated, today)
        planned += dated
        paid = [Expected(one.due_on, -one.amount, loan.currency) for one in payments if one.amount]
        planned += _dated(paid, rates, missing, "loan_repayments")
        due = rates.worth(debt_service(payments, today), loan.currency)
        service = None if service is None or due is None else service + due
    total = sum(sources.values(), Decimal(0))
    largest = max(sources, key=lambda name: (sources[name], name), default=None)
    return Plan(
        tuple(one for one in planned if cash_on is None or one.on > cash_on),
        tuple(dict.fromkeys(missing)),
        None if service is None or service >= LARGEST else service,
        bool(loans),
        largest,
        None if largest is None else sources[largest] / total,
    )


def _weigh(sources: dict[str, Decimal], source: str, planned: Iterable[Planned], today: date) -> None:
    """Add what is to come from a source within a year, by how likely it is."""
    for one in planned:
        if one.amount > 0 and today <= one.on <= month_start(today, YEAR):
            weight = Decimal(1) if one.committed else one.probability
            if weight > 0:
                sources[source] = sources.get(source, Decimal(0)) + one.amount * weight


def _later(one: Expected) -> date | None:
    """The latest day, where it lies after the expected one."""
    return one.latest_on if one.latest_on is not None and one.on is not None and one.latest_on > one.on else None


def _dated(expected: Iterable[Expected], rates: Rates, missing: list[Missing], name: str) -> list[Planned]:
    """Those of which day, amount and worth are known; of the others it is told what is not."""
    found = []
    for one in expected:
        if one.on is None or one.amount is None:
            missing.append(Missing(name, "no_date" if one.on is None else "no_amount"))
        elif (worth := rates.worth(one.amount, one.currency)) is None:
            missing.append(Missing(name, "no_rate"))
        else:
            found.append(Planned(one.on, worth, one.probability, one.committed, _later(one)))
    return found
