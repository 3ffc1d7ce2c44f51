"""What can be asked of the size of a market."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, IdOf, Input, Link, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.market.inputs import CURRENCY, Amount, VentureId, Year
from domain.market.tables import MarketSize
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.zone import currency_or_own
from domain.ventures.tables import Venture

_TAM = "All that could be sold in a year: the total addressable market."
_SAM = "What of it the product can serve; at most the former."
_SOM = "What of that can be won; at most the former."
_SOURCE = "Who says so, and from what it was worked out."


class CreateMarketSize(Input):
    """How large a market is in a year."""

    venture_id: VentureId = Field(description="The venture.")
    year: Year = Field(description="The year; a venture has one size for each.")
    tam: Amount = Field(description=_TAM, examples=["1200000000.00"])
    sam: Amount = Field(description=_SAM, examples=["300000000.00"])
    som: Amount = Field(description=_SOM, examples=["15000000.00"])
    currency: Currency | None = Field(None, description=CURRENCY)
    source: Title = Field(description=_SOURCE, examples=["Hospital Imaging Outlook 2026, table 3"])
    source_url: Link | None = Field(None, description="Where that can be read.")
    note: LongText | None = Field(None, description="What was assumed.")


class UpdateMarketSize(Change):
    """Changes to a market's size: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("market_size")] = Field(description="The size.")
    year: Year = may_be_left_out("The year.")
    tam: Amount = may_be_left_out(_TAM)
    sam: Amount = may_be_left_out(_SAM)
    som: Amount = may_be_left_out(_SOM)
    currency: Currency = may_be_left_out("Currency of the amounts, by ISO 4217; the amounts stay as they are.")
    source: Title = may_be_left_out(_SOURCE)
    source_url: Link | None = Field(None, description="Where that can be read.")
    note: LongText | None = Field(None, description="What was assumed.")


@command(Action.MARKET_WRITE, returns={"market_size": "market_size"}, creates=True)
async def create_market_size(work: Work, given: CreateMarketSize) -> Done:
    """Write down how large a market is in a year."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    _check_order(given.tam, given.sam, given.som)
    currency = await currency_or_own(work, given.currency)
    row = work.new(MarketSize, **given.sent("currency"), currency=currency)
    return Done({"market_size": row.id})


@command(Action.MARKET_WRITE, returns={"market_size": "market_size"})
async def update_market_size(work: Work, given: UpdateMarketSize) -> Done:
    """Correct how large a market is in a year."""
    row = await load_for_change(work, MarketSize, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    _check_order(row.tam, row.sam, row.som)
    return Done({"market_size": row.id})


def _check_order(tam: Decimal, sam: Decimal, som: Decimal) -> None:
    if sam > tam:
        raise Invalid.at("sam", message=f"what can be served ({sam}) cannot be more than the whole market ({tam})")
    if som > sam:
        raise Invalid.at("som", message=f"what can be won ({som}) cannot be more than what can be served ({sam})")


archiving_commands(MarketSize, Action.MARKET_WRITE, __name__)
