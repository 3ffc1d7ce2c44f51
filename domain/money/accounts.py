"""What can be asked of cash accounts and exchange rates."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Quantity, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.money.account_tables import CashAccount, ExchangeRate
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.zone import check_past, currency_or_own
from domain.ventures.tables import Venture

MOST: Final = 50
"""Accounts of a venture."""

VentureId = Annotated[UUID, IdOf("venture")]
Rate = Annotated[Quantity, Field(gt=0, le=Decimal(1_000_000_000))]


class CreateCashAccount(Input):
    """An account of a venture."""

    venture_id: VentureId = Field(description="The venture whose account it is.")
    name: Title = Field(description="What it is called.", examples=["Operating account"])
    currency: Currency | None = Field(None, description="Currency of its balances, by ISO 4217; empty: the tenant's.")
    restricted: bool = Field(
        False, description="Whether its money cannot be spent freely, such as a deposit; it is no part of the cash."
    )
    note: LongText | None = Field(None, description="What else is known of it.")


class UpdateCashAccount(Change):
    """Changes to a cash account: what is left out stays, null clears. Its currency never changes."""

    id: Annotated[UUID, IdOf("cash_account")] = Field(description="The cash account.")
    name: Title = may_be_left_out("What it is called.")
    restricted: bool = may_be_left_out("Whether its money cannot be spent freely.")
    note: LongText | None = Field(None, description="What else is known of it.")


class CreateExchangeRate(Input):
    """What one currency was worth in another on a day."""

    from_currency: Currency = Field(description="The currency of which one unit was exchanged.", examples=["EUR"])
    to_currency: Currency = Field(description="The currency that was paid for it.", examples=["USD"])
    rate: Rate = Field(description="How much of it was paid, with at most six decimals.", examples=["1.0842"])
    rate_on: Day = Field(description="The day of it; not in the future.")


class UpdateExchangeRate(Change):
    """Changes to an exchange rate: what is left out stays."""

    id: Annotated[UUID, IdOf("exchange_rate")] = Field(description="The exchange rate.")
    rate: Rate = may_be_left_out("How much was paid for one unit.")
    rate_on: Day = may_be_left_out("The day of it; not in the future.")


@command(Action.MONEY_WRITE, returns={"cash_account": "cash_account"}, creates=True)
async def create_cash_account(work: Work, given: CreateCashAccount) -> Done:
    """Add an account to a venture: its balances are recorded by day, and together are the venture's cash."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, CashAccount, "venture_id", given.venture_id, MOST, "venture_id")
    currency = await currency_or_own(work, given.currency)
    row = work.new(CashAccount, **given.sent("currency"), currency=currency)
    return Done({"cash_account": row.id})


@command(Action.MONEY_WRITE, returns={"cash_account": "cash_account"})
async def update_cash_account(work: Work, given: UpdateCashAccount) -> Done:
    """Change a cash account."""
    row = await load_for_change(work, CashAccount, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"cash_account": row.id})


@command(Action.MONEY_WRITE, returns={"exchange_rate": "exchange_rate"}, creates=True)
async def create_exchange_rate(work: Work, given: CreateExchangeRate) -> Done:
    """Record an exchange rate for all ventures: one a day and pair of currencies."""
    check_unrestricted(work)
    if given.from_currency == given.to_currency:
        raise Invalid.at("to_currency", message="must be another currency than from_currency")
    await check_past(work, "rate_on", given.rate_on)
    row = work.new(ExchangeRate, **given.sent())
    return Done({"exchange_rate": row.id})


@command(Action.MONEY_WRITE, returns={"exchange_rate": "exchange_rate"})
async def update_exchange_rate(work: Work, given: UpdateExchangeRate) -> Done:
    """Correct a recorded exchange rate."""
    check_unrestricted(work)
    row = await load_for_change(work, ExchangeRate, given.id, given.expected_version)
    await check_past(work, "rate_on", given.rate_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"exchange_rate": row.id})


archiving_commands(CashAccount, Action.MONEY_WRITE, __name__)
archiving_commands(ExchangeRate, Action.MONEY_WRITE, __name__, check=check_unrestricted)
