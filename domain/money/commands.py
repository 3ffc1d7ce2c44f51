"""What can be asked of costs, receipts and cash balances."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, LongText, Money, SignedMoney, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.money.account_tables import CashAccount
from domain.money.tables import CashBalance, Cost, Receipt, ReceiptCategory
from domain.tenancy.permissions import Action
from domain.tenancy.zone import check_past
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

LARGEST: Final = Decimal(1_000_000_000_000)

VentureId = Annotated[UUID, IdOf("venture")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
AccountId = Annotated[UUID, IdOf("cash_account")]
Amount = Annotated[Money, Field(gt=0, le=LARGEST)]
Balance = Annotated[SignedMoney, Field(ge=-LARGEST, le=LARGEST)]

_COST_CATEGORY = "Code of what it was spent for, such as salaries, compute or loan_repayment."
_NOTE = "What it was for."


class CreateCost(Input):
    """Money that was spent."""

    venture_id: VentureId = Field(description="The venture that spent it.")
    milestone_id: MilestoneId | None = Field(
        None, description="The milestone that it was spent on; left out, the venture in general."
    )
    category: Code = Field("other", description=_COST_CATEGORY, examples=["compute"])
    amount: Amount = Field(description="How much, in the tenant's currency.", examples=["1250.50"])
    spent_on: Day = Field(description="The day of it; not in the future.")
    note: LongText | None = Field(None, description=_NOTE)


class UpdateCost(Change):
    """Changes to a cost: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("cost")] = Field(description="The cost.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone that it was spent on.")
    category: Code = may_be_left_out(_COST_CATEGORY)
    amount: Amount = may_be_left_out("How much, in the tenant's currency.")
    spent_on: Day = may_be_left_out("The day of it; not in the future.")
    note: LongText | None = Field(None, description=_NOTE)


class CreateReceipt(Input):
    """Money that was received."""

    venture_id: VentureId = Field(description="The venture that received it.")
    category: ReceiptCategory = Field(ReceiptCategory.REVENUE, description="Where it comes from.")
    amount: Amount = Field(description="How much, in the tenant's currency.", examples=["20000.00"])
    received_on: Day = Field(description="The day of it; not in the future.")
    note: LongText | None = Field(None, description=_NOTE)


class UpdateReceipt(Change):
    """Changes to a receipt: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("receipt")] = Field(description="The receipt.")
    category: ReceiptCategory = may_be_left_out("Where it comes from.")
    amount: Amount = may_be_left_out("How much, in the tenant's currency.")
    received_on: Day = may_be_left_out("The day of it; not in the future.")
    note: LongText | None = Field(None, description=_NOTE)


class CreateCashBalance(Input):
    """The cash that was there."""

    venture_id: VentureId = Field(description="The venture.")
    account_id: AccountId | None = Field(
        None, description="The account on which it lies; left out, it is all of the venture's free cash."
    )
    balance_on: Day = Field(description="The day at whose end it was there; not in the future.")
    amount: Balance = Field(
        description="The cash, below zero where it is overdrawn: on an account in the account's currency, else in the "
        "tenant's and without what is restricted.",
        examples=["1200000.00"],
    )


class UpdateCashBalance(Change):
    """Changes to a cash balance: what is left out stays."""

    id: Annotated[UUID, IdOf("cash_balance")] = Field(description="The cash balance.")
    balance_on: Day = may_be_left_out("The day at whose end it was there; not in the future.")
    amount: Balance = may_be_left_out("The cash, in the currency of its account, else in the tenant's.")


@command(Action.MONEY_WRITE, returns={"cost": "cost"}, creates=True)
async def create_cost(work: Work, given: CreateCost) -> Done:
    """Record money that a venture has spent."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await _check_milestone(work, given.milestone_id, given.venture_id)
    await check_past(work, "spent_on", given.spent_on)
    row = work.new(Cost, **given.sent())
    return Done({"cost": row.id})


@command(Action.MONEY_WRITE, returns={"cost": "cost"})
async def update_cost(work: Work, given: UpdateCost) -> Done:
    """Correct a recorded cost."""
    row = await load_for_change(work, Cost, given.id, given.expected_version)
    await _check_milestone(work, given.milestone_id, row.venture_id)
    await check_past(work, "spent_on", given.spent_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"cost": row.id})


@command(Action.MONEY_WRITE, returns={"receipt": "receipt"}, creates=True)
async def create_receipt(work: Work, given: CreateReceipt) -> Done:
    """Record money that a venture has received."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_past(work, "received_on", given.received_on)
    row = work.new(Receipt, **given.sent())
    return Done({"receipt": row.id})


@command(Action.MONEY_WRITE, returns={"receipt": "receipt"})
async def update_receipt(work: Work, given: UpdateReceipt) -> Done:
    """Correct a recorded receipt."""
    row = await load_for_change(work, Receipt, given.id, given.expected_version)
    await check_past(work, "received_on", given.received_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"receipt": row.id})


@command(Action.MONEY_WRITE, returns={"cash_balance": "cash_balance"}, creates=True)
async def create_cash_balance(work: Work, given: CreateCashBalance) -> Done:
    """Record the cash that a venture had at the end of a day: one balance a day, or one a day and account."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    if given.account_id is not None:
        message = "the account must belong to the venture"
        await get_of_venture(work, CashAccount, given.account_id, given.venture_id, "account_id", message=message)
    await check_past(work, "balance_on", given.balance_on)
    row = work.new(CashBalance, **given.sent())
    return Done({"cash_balance": row.id})


@command(Action.MONEY_WRITE, returns={"cash_balance": "cash_balance"})
async def update_cash_balance(work: Work, given: UpdateCashBalance) -> Done:
    """Correct a recorded cash balance."""
    row = await load_for_change(work, CashBalance, given.id, given.expected_version)
    await check_past(work, "balance_on", given.balance_on)
    apply(row, given.sent("id", "expected_version"))
    return Done({"cash_balance": row.id})


async def _check_milestone(work: Work, milestone_id: UUID | None, venture_id: UUID) -> None:
    if milestone_id is not None:
        message = "the milestone must belong to the venture that spent the money"
        await get_of_venture(work, Milestone, milestone_id, venture_id, "milestone_id", message=message)


archiving_commands(Cost, Action.MONEY_WRITE, __name__)
archiving_commands(Receipt, Action.MONEY_WRITE, __name__)
archiving_commands(CashBalance, Action.MONEY_WRITE, __name__)
