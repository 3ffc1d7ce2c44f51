"""What a report says of money, earned value and resources. Amounts are in the currency of the report."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from domain.kernel.events import one_of, said
from domain.money.pipeline import AcquisitionStatus
from domain.money.runway import RunwayState
from domain.resources.tables import ResourceKind
from domain.reviews.shape.kinds import AN_ID, Day, Decimal, Id, Instant


class Undefined(TypedDict):
    """A figure that cannot be worked out, and why."""

    name: Annotated[str, said("The name of the figure.", "cpi")]
    reason: Annotated[str, said("Code of the reason.", "no_actual_cost")]


class EarnedValue(TypedDict):
    """Earned value and earned schedule of the milestone. What is undefined is null, and named in `undefined`."""

    as_of_on: Annotated[Day, said("The day to which everything is counted.", "2026-11-30")]
    bac: Annotated[Decimal | None, said("Budget at completion.", "80000.00")]
    pv: Annotated[Decimal | None, said("Planned value: the budget of the work that was to be done by now.", "70400.00")]
    ev: Annotated[Decimal | None, said("Earned value: the budget of the work that is done.", "56800.00")]
    ac: Annotated[Decimal | None, said("Actual cost.", "61200.00")]
    cv: Annotated[Decimal | None, said("Cost variance, EV − AC.", "-4400.00")]
    sv: Annotated[Decimal | None, said("Schedule variance in money, EV − PV.", "-13600.00")]
    cpi: Annotated[Decimal | None, said("Cost performance index, EV ÷ AC.", "0.9281")]
    spi: Annotated[Decimal | None, said("Schedule performance index, EV ÷ PV.", "0.8068")]
    eac: Annotated[
        Decimal | None, said("Estimate at completion where today's efficiency lasts, BAC ÷ CPI.", "86197.18")
    ]
    eac_rest_at_plan: Annotated[
        Decimal | None, said("Estimate at completion where the rest goes by plan, AC + BAC − EV.", "84400.00")
    ]
    eac_pressed: Annotated[
        Decimal | None,
        said("Estimate at completion where the date presses, AC + (BAC − EV) ÷ (CPI × SPI).", "92182.54"),
    ]
    etc: Annotated[Decimal | None, said("Estimate to complete, EAC − AC.", "24997.18")]
    vac: Annotated[Decimal | None, said("Variance at completion, BAC − EAC.", "-6197.18")]
    tcpi: Annotated[
        Decimal | None,
        said("The efficiency that the rest needs to keep the budget, (BAC − EV) ÷ (BAC − AC).", "1.2340"),
    ]
    es_months: Annotated[
        Decimal | None, said("Earned schedule: the month in which the plan had earned what is earned now.", "1.61")
    ]
    at_months: Annotated[Decimal | None, said("Actual time since the start, in months.", "1.84")]
    sv_t: Annotated[Decimal | None, said("Schedule variance in months, ES − AT.", "-0.23")]
    spi_t: Annotated[Decimal | None, said("Schedule performance index in time, ES ÷ AT.", "0.8750")]
    ieac_t_months: Annotated[
        Decimal | None,
        said("How many months it takes in all where this pace lasts, planned duration ÷ SPI(t).", "2.29"),
    ]
    undefined: Annotated[list[Undefined], said("Which of these cannot be worked out, and why.")]
    inputs_hash: Annotated[str, said("SHA-256 of all that went in.", "5c" * 32)]
    computed_at: Annotated[Instant, said("When it was worked out.", "2026-12-01T02:00:00.000000Z")]


class Runway(TypedDict):
    """How long the venture's cash lasts."""

    cash: Annotated[Decimal | None, said("Cash at hand.", "412000.00")]
    cash_on: Annotated[Day | None, said("The day of that balance.", "2026-11-30")]
    net_burn: Annotated[
        Decimal | None,
        said("Cash that a month takes: costs less receipts, mean of the last three whole months.", "54000.00"),
    ]
    months: Annotated[
        Decimal | None, said("Cash ÷ net burn; null where no cash is burnt or too little is known.", "7.6")
    ]
    state: Annotated[str, one_of(RunwayState, "Whether cash is burnt.")]
    cash_out_committed_on: Annotated[
        Day | None, said("The day on which cash is gone, with received and committed money only.", "2027-07-18")
    ]
    cash_out_expected_on: Annotated[
        Day | None, said("The same with every sum weighed by its probability.", "2027-09-03")
    ]
    cash_out_all_on: Annotated[Day | None, said("The same with every sum that is sought.", "2028-01-14")]
    default_alive: Annotated[
        bool | None, said("Whether receipts outgrow costs before cash is gone, at the present growth.", False)
    ]
    missing: Annotated[list[str], said("Names of what was not known, or is not as sure as it looks.", ["net_burn"])]
    inputs_hash: Annotated[str, said("SHA-256 of all that went in.", "77" * 32)]
    computed_at: Annotated[Instant, said("When it was worked out.", "2026-12-01T02:00:00.000000Z")]


class Budget(TypedDict):
    """How much of the milestone's budget is used."""

    budget: Annotated[Decimal, said("The budget.", "80000.00")]
    spent: Annotated[Decimal, said("Costs booked on the milestone so far.", "61200.00")]
    share: Annotated[Decimal | None, said("Spent ÷ budget; null where the budget is nothing.", "0.7650")]


class Allocated(TypedDict):
    """A resource that goes to the milestone."""

    id: Annotated[Id, said("The resource.", f"resource{AN_ID}")]
    name: Annotated[str, said("Its name.", "Training cluster")]
    kind: Annotated[str, one_of(ResourceKind, "What kind of resource it is.")]
    allocated: Annotated[Decimal, said("How much of it goes to the milestone.", "1200.000000")]
    unit: Annotated[str | None, said("In which unit.", "GPU hours")]
    expires_on: Annotated[Day | None, said("Until when it is there.", "2027-03-31")]


class Licence(TypedDict):
    """A resource that ends soon."""

    id: Annotated[Id, said("The resource.", f"resource{AN_ID}")]
    name: Annotated[str, said("Its name.", "Radiology images, licensed")]
    expires_on: Annotated[Day, said("Its last day.", "2026-12-31")]


class ComputeLine(TypedDict):
    """Hours of computing time that the venture has at one vendor."""

    id: Annotated[Id, said("The pool.", f"compute_pool{AN_ID}")]
    name: Annotated[str, said("Name of its resource.", "Training cluster")]
    hours_left: Annotated[Decimal | None, said("Hours that are left; null where none are reserved.", "840.000000")]
    hours_needed: Annotated[
        Decimal | None, said("Hours that the milestone will still need of it; null where nobody said.", "1200.000000")
    ]


class AcquisitionLine(TypedDict):
    """Something that the venture is about to get."""

    id: Annotated[Id, said("The acquisition.", f"acquisition{AN_ID}")]
    title: Annotated[str, said("What it is.", "Seed round")]
    kind: Annotated[str, one_of(ResourceKind, "What kind of resource it is.")]
    status: Annotated[str, one_of(AcquisitionStatus, "Where it stands.")]
    expected_on: Annotated[Day | None, said("When it is expected.", "2027-02-15")]
    next_step: Annotated[str | None, said("What is to be done next.", "Send the data room")]


class Resources(TypedDict):
    """What goes to the milestone, and what is wanting."""

    budget: Annotated[Budget | None, said("The budget and its use; null without one.")]
    allocated: Annotated[list[Allocated], said("Resources that go to the milestone.")]
    roles_vacant: Annotated[list[str], said("Roles that nobody fills.", ["Data engineer"])]
    licences_ending: Annotated[list[Licence], said("Resources that end soon, and data whose consent does.")]
    compute: Annotated[list[ComputeLine], said("Computing time: what is left, and what the milestone needs.")]
    acquisitions: Annotated[list[AcquisitionLine], said("What is about to come, the first expected first.")]
