"""What can be asked of what customers pay."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, Title, may_be_left_out
from domain.kernel.work import Work
from domain.market.inputs import CURRENCY, Amount, VentureId
from domain.market.tables import CustomerRevenue
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.zone import currency_or_own
from domain.ventures.tables import Venture


def _first_of_month(value: date) -> date:
    return value.replace(day=1)


MonthOf = Annotated[Day, AfterValidator(_first_of_month)]
Paid = Annotated[Amount, Field(gt=0)]

_CUSTOMER = "The customer, always in the same words."
_RECURRING = (
    "Whether it comes again each month, such as a subscription; null: nobody has said so, and it is not taken for it."
)
_MONTH = "Any day of the month; its first one is kept."


class CreateCustomerRevenue(Input):
    """What a customer pays for a month."""

    venture_id: VentureId = Field(description="The venture.")
    customer: Title = Field(description=_CUSTOMER, examples=["Charité"])
    month: MonthOf = Field(description=_MONTH)
    amount: Paid = Field(description="How much.", examples=["4800.00"])
    currency: Currency | None = Field(None, description=CURRENCY)
    recurring: bool | None = Field(None, description=_RECURRING)


class UpdateCustomerRevenue(Change):
    """Changes to what a customer pays: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("customer_revenue")] = Field(description="The revenue.")
    customer: Title = may_be_left_out(_CUSTOMER)
    month: MonthOf = may_be_left_out(_MONTH)
    amount: Paid = may_be_left_out("How much.")
    currency: Currency = may_be_left_out("Currency of the amount, by ISO 4217; the amount stays as it is.")
    recurring: bool | None = Field(None, description=_RECURRING)


@command(Action.MARKET_WRITE, returns={"customer_revenue": "customer_revenue"}, creates=True)
async def create_customer_revenue(work: Work, given: CreateCustomerRevenue) -> Done:
    """Write down what a customer pays for a month: once for each currency."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    currency = await currency_or_own(work, given.currency)
    row = work.new(CustomerRevenue, **given.sent("currency"), currency=currency)
    return Done({"customer_revenue": row.id})


@command(Action.MARKET_WRITE, returns={"customer_revenue": "customer_revenue"})
async def update_customer_revenue(work: Work, given: UpdateCustomerRevenue) -> Done:
    """Correct what a customer pays for a month."""
    row = await load_for_change(work, CustomerRevenue, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"customer_revenue": row.id})


archiving_commands(CustomerRevenue, Action.MARKET_WRITE, __name__)
