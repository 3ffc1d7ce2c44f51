"""What can be asked of promotion: what is done to win users, what it costs and what comes of it."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.market.inputs import CURRENCY, Amount, Count, VentureId
from domain.market.tables import Promotion, PromotionKind
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.zone import currency_or_own
from domain.ventures.tables import Venture

_KIND = "In which way users are to be won."
_CHANNEL = "Where it takes place: a fair, a newsletter, a partner."
_LEADS = "How many showed interest; not known where left out."
_CONVERSIONS = "How many of those became customers; at most the leads."


class CreatePromotion(Input):
    """Something that is done to win users."""

    venture_id: VentureId = Field(description="The venture.")
    kind: PromotionKind = Field(description=_KIND)
    title: Title = Field(description="What is done.", examples=["Stand at the radiology congress"])
    description: LongText | None = Field(None, description="More about it.")
    channel: Title | None = Field(None, description=_CHANNEL)
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day.")
    budget: Amount | None = Field(None, description="What it may cost.")
    cost: Amount | None = Field(None, description="What it has cost.")
    revenue: Amount | None = Field(None, description="What it has brought in.")
    currency: Currency | None = Field(None, description=CURRENCY)
    leads: Count | None = Field(None, description=_LEADS)
    conversions: Count | None = Field(None, description=_CONVERSIONS)


class UpdatePromotion(Change):
    """Changes to a promotion: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("promotion")] = Field(description="The promotion.")
    kind: PromotionKind = may_be_left_out(_KIND)
    title: Title = may_be_left_out("What is done.")
    description: LongText | None = Field(None, description="More about it.")
    channel: Title | None = Field(None, description=_CHANNEL)
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day.")
    budget: Amount | None = Field(None, description="What it may cost.")
    cost: Amount | None = Field(None, description="What it has cost.")
    revenue: Amount | None = Field(None, description="What it has brought in.")
    currency: Currency = may_be_left_out("Currency of the amounts, by ISO 4217; the amounts stay as they are.")
    leads: Count | None = Field(None, description=_LEADS)
    conversions: Count | None = Field(None, description=_CONVERSIONS)


@command(Action.MARKET_WRITE, returns={"promotion": "promotion"}, creates=True)
async def create_promotion(work: Work, given: CreatePromotion) -> Done:
    """Write down what is done to win users."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    check_in_order(given.start_on, given.end_on, "end_on", "start_on")
    _check_results(given.leads, given.conversions)
    currency = await currency_or_own(work, given.currency)
    row = work.new(Promotion, **given.sent("currency"), currency=currency)
    return Done({"promotion": row.id})


@command(Action.MARKET_WRITE, returns={"promotion": "promotion"})
async def update_promotion(work: Work, given: UpdatePromotion) -> Done:
    """Change a promotion, or write down what came of it."""
    row = await load_for_change(work, Promotion, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.start_on, row.end_on, "end_on", "start_on")
    _check_results(row.leads, row.conversions)
    return Done({"promotion": row.id})


def _check_results(leads: int | None, conversions: int | None) -> None:
    if leads is not None and conversions is not None and conversions > leads:
        raise Invalid.at("conversions", message=f"of {leads} leads at most {leads} can become customers")


archiving_commands(Promotion, Action.MARKET_WRITE, __name__)
