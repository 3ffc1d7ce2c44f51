"""Telling who gave money and what is about to come: rounds, loans, accounts and the pipeline, day after day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.aurora.funding import FUNDING as AURORA
from cli.demo.qiming.funding import FUNDING as QIMING
from cli.demo.raised import (
    AccountStory,
    AcquisitionStory,
    FundingStory,
    InvestorStory,
    LoanStory,
    RoundStory,
)
from cli.demo.stage import Stage
from cli.demo.story import TenantStory, VentureStory
from domain.funding.acquiring import CreateAcquisition, MoveAcquisition, create_acquisition, move_acquisition
from domain.funding.borrowing import CreateLoan, create_loan
from domain.funding.raising import (
    CreateFundingRound,
    CreateInvestment,
    CreateInvestor,
    create_funding_round,
    create_investment,
    create_investor,
)
from domain.funding.tables import Investor
from domain.milestones.tables import Milestone
from domain.money.accounts import CreateCashAccount, CreateExchangeRate, create_cash_account, create_exchange_rate
from domain.money.commands import CreateCashBalance, create_cash_balance
from domain.money.pipeline import AcquisitionStatus
from domain.resources.tables import Resource

Act = Callable[[], Awaitable[None]]
T = TypeVar("T", Milestone, Resource)

FUNDING: Final = {"aurora": AURORA, "qiming": QIMING}
"""The funding of each tenant, by its slug."""


async def tell_funding(stage: Stage, tenant: TenantStory, story: FundingStory, ventures: Mapping[str, UUID]) -> None:
    """Write all of it, in the order of days, in the name of those who answer for each venture.

    `ventures` are those of which it is told, by their keys in the story.
    """
    telling = FundingTelling(stage, tenant, story, ventures)
    await telling.begin()
    for day, owner, act in sorted(telling.acts(), key=lambda found: found[0]):
        stage.move_to(day, 600)
        stage.let_act(owner)
        await act()
        await stage.work.flush()


class FundingTelling:
    """The funding of one tenant, as acts by day."""

    def __init__(self, stage: Stage, tenant: TenantStory, story: FundingStory, ventures: Mapping[str, UUID]) -> None:
        self._stage = stage
        self._tenant = tenant
        self._story = story
        self._ventures = ventures
        self._investors: dict[str, UUID] = {}
        self._milestones: dict[tuple[UUID, str], UUID] = {}
        self._resources: dict[tuple[UUID, str], UUID] = {}

    async def begin(self) -> None:
        """Find what is named: investors who were told of before, and what of the ventures' is."""
        investors = sa.select(Investor).where(col(Investor.tenant_id) == self._stage.work.tenant_id)
        found = (await self._stage.work.session.execute(investors)).scalars()
        self._investors = {investor.name: investor.id for investor in found}
        for milestone in await self._of_ventures(Milestone):
            self._milestones[milestone.venture_id, milestone.title] = milestone.id
        for resource in await self._of_ventures(Resource):
            self._resources[resource.venture_id, resource.name] = resource.id

    async def _of_ventures(self, table: type[T]) -> Iterable[T]:
        of: Any = table  # Any: a table of ventures' rows, whose columns are descriptors
        where = of.tenant_id == self._stage.work.tenant_id, of.venture_id.in_(self._ventures.values())
        return (await self._stage.work.session.execute(sa.select(table).where(*where))).scalars()

    def acts(self) -> Iterator[tuple[int, str, Act]]:
        """What is done on which day, and by whom."""
        boss = self._tenant.people[0].short
        if not self._investors:
            for investor in self._story.investors:
                yield self._tenant.founded, boss, partial(self._invest, investor)
            for pair, rate in self._story.rates.items():
                yield -3, boss, partial(self._exchange, pair, rate)
        for venture in self._tenant.ventures:
            told = self._story.ventures[venture.key]
            for round in told.rounds:
                yield round.told, venture.owner, partial(self._raise, venture, round)
            for loan in told.loans:
                yield min(loan.drawn, 0), venture.owner, partial(self._borrow, venture, loan)
            for account in told.accounts:
                yield -2, venture.owner, partial(self._keep, venture, account)
            for acquisition in told.acquisitions:
                yield from self._acquire(venture, acquisition)

    def _day(self, day: int | None) -> date | None:
        return None if day is None else self._stage.date_of(day)

    def _milestone(self, venture: VentureStory, short: str | None) -> UUID | None:
        titles = {milestone.short: milestone.title for milestone in venture.milestones}
        return None if short is None else self._milestones[self._ventures[venture.key], titles[short]]

    async def _invest(self, story: InvestorStory) -> None:
        given = CreateInvestor(name=story.name, kind=story.kind, website=story.website, note=story.note)
        self._investors[story.name] = (await create_investor(self._stage.work, given)).ids["investor"]

    async def _exchange(self, pair: tuple[str, str], rate: str) -> None:
        of, to = pair
        on = self._stage.date_of(-3)
        given = CreateExchangeRate(from_currency=of, to_currency=to, rate=Decimal(rate), rate_on=on)
        await create_exchange_rate(self._stage.work, given)

    async def _raise(self, venture: VentureStory, story: RoundStory) -> None:
        given = CreateFundingRound(
            venture_id=self._ventures[venture.key],
            kind=story.kind,
            name=story.name,
            status=story.status,
            target_amount=Decimal(story.target),
            currency=None,
            valuation=None if story.valuation is None else Decimal(story.valuation),
            planned_on=self._day(story.planned),
            closed_on=self._day(story.closed),
            milestone_id=self._milestone(venture, story.milestone),
            note=story.note,
        )
        made = await create_funding_round(self._stage.work, given)
        for gift in story.gifts:
            await create_investment(
                self._stage.work,
                CreateInvestment(
                    round_id=made.ids["funding_round"],
                    investor_id=self._investors[gift.investor],
                    instrument=gift.instrument,
                    amount=Decimal(gift.amount),
                    committed_on=self._stage.date_of(gift.committed),
                    expected_on=self._day(gift.expected),
                    received_on=self._day(gift.received),
                    acquisition_id=None,
                    note=gift.note,
                ),
            )

    async def _borrow(self, venture: VentureStory, story: LoanStory) -> None:
        given = CreateLoan(
            venture_id=self._ventures[venture.key],
            investor_id=self._investors[story.lender],
            acquisition_id=None,
            name=story.name,
            principal=Decimal(story.principal),
            currency=None,
            annual_rate=Decimal(story.rate),
            term_months=story.months,
            interest_only_months=story.interest_only,
            method=story.method,
            drawn_on=self._stage.date_of(story.drawn),
            first_payment_on=self._stage.date_of(story.first),
            note=story.note,
        )
        await create_loan(self._stage.work, given)

    async def _keep(self, venture: VentureStory, story: AccountStory) -> None:
        work, venture_id = self._stage.work, self._ventures[venture.key]
        account = CreateCashAccount(
            venture_id=venture_id,
            name=story.name,
            currency=story.currency,
            restricted=story.restricted,
            note=story.note,
        )
        made = await create_cash_account(work, account)
        balance = CreateCashBalance(
            venture_id=venture_id,
            account_id=made.ids["cash_account"],
            balance_on=self._stage.today.replace(day=1) - timedelta(days=1),
            amount=Decimal(story.amount),
        )
        await create_cash_balance(work, balance)

    def _acquire(self, venture: VentureStory, story: AcquisitionStory) -> Iterator[tuple[int, str, Act]]:
        made: list[UUID] = []

        async def begin() -> None:
            resource = None
            if story.resource is not None:
                resource = self._resources[self._ventures[venture.key], story.resource]
            given = CreateAcquisition(
                venture_id=self._ventures[venture.key],
                kind=story.kind,
                channel=story.channel,
                title=story.title,
                note=story.note,
                status_on=None,
                probability=None if story.probability is None else Decimal(story.probability),
                expected_amount=None if story.amount is None else Decimal(story.amount),
                unit=story.unit,
                cost=None if story.cost is None else Decimal(story.cost),
                currency=None,
                expected_on=self._day(story.expected),
                next_step=None if story.next is None else story.next[0],
                next_step_on=None if story.next is None else self._day(story.next[1]),
                milestone_id=self._milestone(venture, story.milestone),
                condition_on=self._day(story.condition),
                resource_id=resource,
                owner_id=self._stage.member(story.owner),
            )
            made.append((await create_acquisition(self._stage.work, given)).ids["acquisition"])

        async def move(status: AcquisitionStatus, note: str) -> None:
            lost = status is AcquisitionStatus.LOST
            given = MoveAcquisition(
                acquisition_id=made[0],
                status=status,
                moved_on=None,
                lost_reason=note if lost else None,
                note=None if lost else note,
            )
            await move_acquisition(self._stage.work, given)

        yield story.begun, venture.owner, begin
        for day, (status, note) in story.steps.items():
            yield day, venture.owner, partial(move, status, note)
