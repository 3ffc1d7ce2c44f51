"""Telling money: at the end of each whole month what was spent and received in it, and what cash was left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Final
from uuid import UUID

from cli.demo.stage import CHANGE, Stage, Step
from cli.demo.story import MilestoneStory, MoneyStory, VentureStory
from domain.milestones.tables import Milestone
from domain.money.commands import CreateCashBalance, CreateCost, CreateReceipt
from domain.money.earned_schedule import month_start
from domain.money.tables import CashBalance, Cost, Receipt, ReceiptCategory

SHARES: Final = {"salaries": Decimal("0.7"), "compute": Decimal("0.3")}
"""What each month's cost was spent for."""
THOUSAND: Final = 1_000


class MoneyTelling:
    """The money of one venture, as steps."""

    def __init__(
        self, stage: Stage, venture_id: Callable[[], UUID], milestones: dict[str, Milestone], story: VentureStory
    ) -> None:
        self._stage = stage
        self._venture_id = venture_id
        self._milestones = milestones
        self._story = story

    def steps(self, money: MoneyStory) -> Iterator[Step]:
        """One step a month that is over, but those before the venture's beginning."""
        this_month = self._stage.today.replace(day=1)
        cash = money.cash
        for ago, (spent, received) in enumerate(zip(reversed(money.spent), reversed(money.received), strict=True), 1):
            first = month_start(this_month, -ago)
            last = month_start(first, 1) - timedelta(days=1)
            day = (last - self._stage.today).days
            if day <= self._story.begun:
                return
            yield Step(day, CHANGE, partial(self._record, first, last, spent, received, cash))
            cash += spent - received

    def _record(self, first: date, last: date, spent: int, received: int, cash: int) -> None:
        work, venture_id = self._stage.work, self._venture_id()
        worked_on = self._worked_on((first - self._stage.today).days, (last - self._stage.today).days)
        for category, share in SHARES.items():
            cost = CreateCost(
                venture_id=venture_id,
                milestone_id=worked_on,
                category=category,
                amount=spent * THOUSAND * share,
                spent_on=last,
            )
            work.new(Cost, **cost.sent())
        if received:
            receipt = CreateReceipt(
                venture_id=venture_id,
                category=ReceiptCategory.REVENUE,
                amount=Decimal(received * THOUSAND),
                received_on=last,
            )
            work.new(Receipt, **receipt.sent())
        balance = CreateCashBalance(venture_id=venture_id, balance_on=last, amount=Decimal(cash * THOUSAND))
        work.new(CashBalance, **balance.sent())

    def _worked_on(self, first: int, last: int) -> UUID | None:
        """The milestone that was in work in a month: of several the one that was begun first."""

        def done(milestone: MilestoneStory) -> int | None:
            return next((day for day, percent in milestone.progress.items() if percent == 100), None)

        working = [
            milestone
            for milestone in self._story.milestones
            if milestone.progress and min(milestone.progress) <= last and (done(milestone) or 0) >= first
        ]
        found = min(working, key=lambda milestone: min(milestone.progress), default=None)
        return None if found is None else self._milestones[found.short].id
