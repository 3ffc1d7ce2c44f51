"""What can be asked of loans."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.funding.raising import AcquisitionId, Amount, InvestorId, VentureId, check_acquisition
from domain.funding.tables import Investor, Loan
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.money.amortisation import LONGEST, LoanMethod
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.zone import currency_or_own
from domain.ventures.tables import Venture

MOST: Final = 50
"""Loans of a venture."""

YearlyRate = Annotated[Quantity, Field(ge=0, le=Decimal(1))]
Months = Annotated[Whole, Field(ge=1, le=LONGEST)]
FreeMonths = Annotated[Whole, Field(ge=0, lt=LONGEST)]

_RATE = "Interest of a year as a share of what is owed: 0.06 is 6 %."
_TERM = "In how many monthly payments it is paid back."
_FREE = "The first so many of these payments are interest alone."
_METHOD = "How it is paid back: in equal payments, in equal parts of the principal, or all at the end."
_DRAWN = "The day on which the money comes or came."
_FIRST = "The day of the first payment; not before the money comes."
_ONE_BALANCE = "The acquisition of funding that has become it: the runway counts it once."


class CreateLoan(Input):
    """What a venture has borrowed, or will by a contract that is signed."""

    venture_id: VentureId = Field(description="The venture that borrows.")
    investor_id: InvestorId | None = Field(None, description="Who lends it.")
    acquisition_id: AcquisitionId | None = Field(None, description=_ONE_BALANCE)
    name: Title = Field(description="What it is called.", examples=["Working capital of the city bank"])
    principal: Amount = Field(description="How much is borrowed.", examples=["300000.00"])
    currency: Currency | None = Field(None, description="Currency of it, by ISO 4217; empty: the tenant's.")
    annual_rate: YearlyRate = Field(description=_RATE, examples=["0.06"])
    term_months: Months = Field(description=_TERM, examples=[36])
    interest_only_months: FreeMonths = Field(0, description=_FREE)
    method: LoanMethod = Field(LoanMethod.ANNUITY, description=_METHOD)
    drawn_on: Day = Field(description=_DRAWN)
    first_payment_on: Day = Field(description=_FIRST)
    note: LongText | None = Field(None, description="What else is known of it.")


class UpdateLoan(Change):
    """Changes to a loan: what is left out stays, null clears. Its currency never changes."""

    id: Annotated[UUID, IdOf("loan")] = Field(description="The loan.")
    investor_id: InvestorId | None = Field(None, description="Who lends it.")
    acquisition_id: AcquisitionId | None = Field(None, description=_ONE_BALANCE)
    name: Title = may_be_left_out("What it is called.")
    principal: Amount = may_be_left_out("How much is borrowed.")
    annual_rate: YearlyRate = may_be_left_out(_RATE)
    term_months: Months = may_be_left_out(_TERM)
    interest_only_months: FreeMonths = may_be_left_out(_FREE)
    method: LoanMethod = may_be_left_out(_METHOD)
    drawn_on: Day = may_be_left_out(_DRAWN)
    first_payment_on: Day = may_be_left_out(_FIRST)
    note: LongText | None = Field(None, description="What else is known of it.")


@command(Action.MONEY_WRITE, returns={"loan": "loan"}, creates=True)
async def create_loan(work: Work, given: CreateLoan) -> Done:
    """Record a loan; its schedule follows from its terms."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, Loan, "venture_id", given.venture_id, MOST, "venture_id")
    await _check_ends(work, given.investor_id, given.acquisition_id, given.venture_id)
    currency = await currency_or_own(work, given.currency)
    row = Loan(tenant_id=work.tenant_id, **given.sent("currency"), currency=currency)
    _fit(row)
    work.session.add(row)
    return Done({"loan": row.id})


@command(Action.MONEY_WRITE, returns={"loan": "loan"})
async def update_loan(work: Work, given: UpdateLoan) -> Done:
    """Change the terms of a loan, or what is known of it."""
    row = await load_for_change(work, Loan, given.id, given.expected_version)
    await _check_ends(work, given.investor_id, given.acquisition_id, row.venture_id)
    apply(row, given.sent("id", "expected_version"))
    _fit(row)
    return Done({"loan": row.id})


async def _check_ends(work: Work, investor_id: UUID | None, acquisition_id: UUID | None, venture_id: UUID) -> None:
    if investor_id is not None:
        await work.get(Investor, investor_id, "investor_id", archived=False)
    await check_acquisition(work, acquisition_id, venture_id)


def _fit(row: Loan) -> None:
    if row.interest_only_months >= row.term_months:
        raise Invalid.at("interest_only_months", message="must be fewer than term_months: something must be paid back")
    if row.first_payment_on < row.drawn_on:
        raise Invalid.at("first_payment_on", message="must not be before drawn_on: nothing is owed before")


archiving_commands(Loan, Action.MONEY_WRITE, __name__)
