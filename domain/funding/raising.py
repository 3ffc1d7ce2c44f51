"""What can be asked of investors, funding rounds and investments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.funding.acquisition_tables import Acquisition
from domain.funding.tables import FundingRound, Instrument, Investment, Investor, InvestorKind, RoundKind, RoundStatus
from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Day, IdOf, Input, Link, LongText, Money, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.money.pipeline import AcquisitionStatus
from domain.resources.tables import ResourceKind
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.zone import check_past, currency_or_own
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

LARGEST: Final = Decimal(1_000_000_000_000)
MOST: Final = 200
"""Rounds of a venture, and investments of a round."""

VentureId = Annotated[UUID, IdOf("venture")]
InvestorId = Annotated[UUID, IdOf("investor")]
RoundId = Annotated[UUID, IdOf("funding_round")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
AcquisitionId = Annotated[UUID, IdOf("acquisition")]
Amount = Annotated[Money, Field(gt=0, le=LARGEST)]

_ONE_BALANCE = "The acquisition of funding that has become it: the runway counts it once."


class CreateInvestor(Input):
    """Who gives money."""

    name: Title = Field(description="What they are called.", examples=["North Fund"])
    kind: InvestorKind = Field(description="What kind of giver they are.")
    website: Link | None = Field(None, description="Where one reads of them.")
    note: LongText | None = Field(None, description="What else is known of them.")


class UpdateInvestor(Change):
    """Changes to an investor: what is left out stays, null clears."""

    id: InvestorId = Field(description="The investor.")
    name: Title = may_be_left_out("What they are called.")
    kind: InvestorKind = may_be_left_out("What kind of giver they are.")
    website: Link | None = Field(None, description="Where one reads of them.")
    note: LongText | None = Field(None, description="What else is known of them.")


class CreateFundingRound(Input):
    """A round in which a venture raises money."""

    venture_id: VentureId = Field(description="The venture that raises money.")
    kind: RoundKind = Field(description="Which round it is.")
    name: Title = Field(description="What it is called.", examples=["Seed round 2026"])
    status: RoundStatus = Field(RoundStatus.PLANNED, description="Where it stands.")
    target_amount: Amount | None = Field(None, description="How much is to be raised, in the round's currency.")
    currency: Currency | None = Field(None, description="Currency of all its money, by ISO 4217; empty: the tenant's.")
    valuation: Amount | None = Field(None, description="What the venture is held to be worth before the money.")
    planned_on: Day | None = Field(None, description="The day on which its money is to be there.")
    closed_on: Day | None = Field(None, description="The day on which it was closed; needed where it is closed.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone upon which it follows.")
    note: LongText | None = Field(None, description="What else is known of it.")


class UpdateFundingRound(Change):
    """Changes to a funding round: what is left out stays, null clears."""

    id: RoundId = Field(description="The funding round.")
    kind: RoundKind = may_be_left_out("Which round it is.")
    name: Title = may_be_left_out("What it is called.")
    status: RoundStatus = may_be_left_out("Where it stands.")
    target_amount: Amount | None = Field(None, description="How much is to be raised, in the round's currency.")
    currency: Currency = may_be_left_out("Currency of all its money; it stays where something was given.")
    valuation: Amount | None = Field(None, description="What the venture is held to be worth before the money.")
    planned_on: Day | None = Field(None, description="The day on which its money is to be there.")
    closed_on: Day | None = Field(None, description="The day on which it was closed; needed where it is closed.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone upon which it follows.")
    note: LongText | None = Field(None, description="What else is known of it.")


class CreateInvestment(Input):
    """What one investor gives in a round."""

    round_id: RoundId = Field(description="The round.")
    investor_id: InvestorId = Field(description="Who gives it.")
    instrument: Instrument = Field(Instrument.EQUITY, description="By which contract it is given.")
    amount: Amount = Field(description="How much, in the round's currency.", examples=["250000.00"])
    committed_on: Day = Field(description="The day on which it was promised; not in the future.")
    expected_on: Day | None = Field(None, description="The day on which it is to come; empty: that of the round.")
    received_on: Day | None = Field(None, description="The day on which it came; not in the future.")
    acquisition_id: AcquisitionId | None = Field(None, description=_ONE_BALANCE)
    note: LongText | None = Field(None, description="What else is known of it.")


class UpdateInvestment(Change):
    """Changes to an investment: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("investment")] = Field(description="The investment.")
    instrument: Instrument = may_be_left_out("By which contract it is given.")
    amount: Amount = may_be_left_out("How much, in the round's currency.")
    committed_on: Day = may_be_left_out("The day on which it was promised; not in the future.")
    expected_on: Day | None = Field(None, description="The day on which it is to come; empty: that of the round.")
    received_on: Day | None = Field(None, description="The day on which it came; not in the future.")
    acquisition_id: AcquisitionId | None = Field(None, description=_ONE_BALANCE)
    note: LongText | None = Field(None, description="What else is known of it.")


@command(Action.MONEY_WRITE, returns={"investor": "investor"}, creates=True)
async def create_investor(work: Work, given: CreateInvestor) -> Done:
    """Add somebody who gives money; for all ventures."""
    check_unrestricted(work)
    row = work.new(Investor, **given.sent())
    return Done({"investor": row.id})


@command(Action.MONEY_WRITE, returns={"investor": "investor"})
async def update_investor(work: Work, given: UpdateInvestor) -> Done:
    """Change an investor."""
    check_unrestricted(work)
    row = await load_for_change(work, Investor, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"investor": row.id})


@command(Action.MONEY_WRITE, returns={"funding_round": "funding_round"}, creates=True)
async def create_funding_round(work: Work, given: CreateFundingRound) -> Done:
    """Plan a round in which a venture raises money, or tell of one that was."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_room(work, FundingRound, "venture_id", given.venture_id, MOST, "venture_id")
    await _check_milestone(work, given.milestone_id, given.venture_id)
    await check_past(work, "closed_on", given.closed_on)
    _check_closed(given.status, given.closed_on)
    currency = await currency_or_own(work, given.currency)
    row = work.new(FundingRound, **given.sent("currency"), currency=currency)
    return Done({"funding_round": row.id})


@command(Action.MONEY_WRITE, returns={"funding_round": "funding_round"})
async def update_funding_round(work: Work, given: UpdateFundingRound) -> Done:
    """Change a funding round, open or close it."""
    row = await load_for_change(work, FundingRound, given.id, given.expected_version)
    await _check_milestone(work, given.milestone_id, row.venture_id)
    await check_past(work, "closed_on", given.closed_on)
    changes = given.sent("id", "expected_version")
    _check_closed(changes.get("status", row.status), changes.get("closed_on", row.closed_on))
    if changes.get("currency", row.currency) != row.currency and await _was_given(work, row.id):
        raise InvalidState.at("currency", message="stays: money was given in this round, and currencies never mix")
    apply(row, changes)
    return Done({"funding_round": row.id})


@command(Action.MONEY_WRITE, returns={"investment": "investment"}, creates=True)
async def create_investment(work: Work, given: CreateInvestment) -> Done:
    """Record what an investor gives in a round. What is borrowed comes and goes by its loan, and is only shown here."""
    found = await work.get(FundingRound, given.round_id, "round_id", archived=False)
    if found.status is RoundStatus.CANCELLED:
        raise InvalidState.at("round_id", message="the round was cancelled; open it first")
    await work.get(Investor, given.investor_id, "investor_id", archived=False)
    await check_acquisition(work, given.acquisition_id, found.venture_id)
    await _check_days(work, given.committed_on, given.received_on)
    await check_room(work, Investment, "round_id", found.id, MOST, "round_id")
    row = work.new(Investment, venture_id=found.venture_id, **given.sent())
    return Done({"investment": row.id})


@command(Action.MONEY_WRITE, returns={"investment": "investment"})
async def update_investment(work: Work, given: UpdateInvestment) -> Done:
    """Change an investment, or say when its money came."""
    row = await load_for_change(work, Investment, given.id, given.expected_version)
    await check_acquisition(work, given.acquisition_id, row.venture_id)
    changes = given.sent("id", "expected_version")
    committed_on, received_on = (changes.get(name, getattr(row, name)) for name in ("committed_on", "received_on"))
    await _check_days(work, committed_on, received_on)
    apply(row, changes)
    return Done({"investment": row.id})


async def check_acquisition(work: Work, acquisition_id: UUID | None, venture_id: UUID) -> None:
    """Raises `NotFound` or `Invalid` unless it is an acquisition of funding by the venture that is not lost."""
    if acquisition_id is None:
        return
    message = "the acquisition must belong to the same venture"
    found = await get_of_venture(work, Acquisition, acquisition_id, venture_id, "acquisition_id", message=message)
    if found.kind is not ResourceKind.FUNDING or found.status is AcquisitionStatus.LOST:
        raise Invalid.at("acquisition_id", message="must be one of funding, and not lost")


async def _check_milestone(work: Work, milestone_id: UUID | None, venture_id: UUID) -> None:
    if milestone_id is not None:
        message = "the milestone must belong to the venture that raises the money"
        await get_of_venture(work, Milestone, milestone_id, venture_id, "milestone_id", message=message)


def _check_closed(status: RoundStatus, closed_on: date | None) -> None:
    if (status is RoundStatus.CLOSED) is not (closed_on is not None):
        raise Invalid.at("closed_on", message="say on which day it was closed, where it is closed, and only there")


async def _check_days(work: Work, committed_on: date, received_on: date | None) -> None:
    await check_past(work, "committed_on", committed_on)
    await check_past(work, "received_on", received_on)
    check_in_order(committed_on, received_on, "received_on", "committed_on")


async def _was_given(work: Work, round_id: UUID) -> bool:
    given = sa.select(sa.literal(1)).where(
        col(Investment.tenant_id) == work.tenant_id, col(Investment.round_id) == round_id
    )
    return (await work.session.execute(given.limit(1))).first() is not None


archiving_commands(Investor, Action.MONEY_WRITE, __name__, check=check_unrestricted)
archiving_commands(FundingRound, Action.MONEY_WRITE, __name__)
archiving_commands(Investment, Action.MONEY_WRITE, __name__)
