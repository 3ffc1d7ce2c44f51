"""What a venture spends, receives and has, and what is worked out from it. Amounts are in the tenant's currency."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, day, document, flag, instant, measure, money, reference, text
from domain.kernel.tables import Computed, Entity, Scope, check, index, refers, unique_where
from domain.money.runway import RunwayState


class ReceiptCategory(StrEnum):
    """Where money comes from; financing is no part of what a venture earns."""

    REVENUE = "revenue"
    GRANT = "grant"
    FINANCING = "financing"
    OTHER = "other"


class Cost(Entity, table=True):
    """Money that a venture has spent, on a milestone or in general."""

    __tablename__ = "cost"
    prefix = "cost"
    word = "cost"
    searched = ("note",)

    venture_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    category: str = text("other")
    amount: Decimal = money()
    spent_on: date = day()
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        index("venture_id", "spent_on"),
        index("milestone_id"),
        index("spent_on"),
        check("amount", "amount > 0"),
    )

    @property
    def scope(self) -> Scope:
        """Its category is none of risks."""
        return Scope(venture_id=self.venture_id)


class Receipt(Entity, table=True):
    """Money that a venture has received."""

    __tablename__ = "receipt"
    prefix = "receipt"
    word = "receipt"
    searched = ("note",)

    venture_id: UUID = reference()
    category: ReceiptCategory = choice(ReceiptCategory, ReceiptCategory.REVENUE, name="category")
    amount: Decimal = money()
    received_on: date = day()
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "received_on"),
        index("received_on"),
        check("amount", "amount > 0"),
    )

    @property
    def scope(self) -> Scope:
        """Its category is none of risks."""
        return Scope(venture_id=self.venture_id)


class CashBalance(Entity, table=True):
    """The cash that a venture had at the end of a day; below zero where it was overdrawn.

    On an account in the account's currency; of no account it is all of the free cash, in the tenant's. Where a venture
    has balances of accounts, only those count.
    """

    __tablename__ = "cash_balance"
    prefix = "cash_balance"
    word = "cash_balance"

    venture_id: UUID = reference()
    account_id: UUID | None = reference(None)
    balance_on: date = day()
    amount: Decimal = money()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("account_id", "cash_account"),
        unique_where(
            "uq_cash_balance_balance_on", "archived_at IS NULL AND account_id IS NULL", "venture_id", "balance_on"
        ),
        unique_where(
            "uq_cash_balance_account_id", "archived_at IS NULL AND account_id IS NOT NULL", "account_id", "balance_on"
        ),
        index("venture_id", "balance_on"),
        index("balance_on"),
    )


class EarnedValue(Computed, table=True):
    """Earned value and earned schedule of a venture, or of a milestone with a budget; worked out by a worker.

    Months count from the first day of the baseline. What is not defined is empty, and `undefined` says why.
    """

    __tablename__ = "earned_value"

    subject_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    "The milestone, or the venture itself."
    venture_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    as_of_on: date = day()
    "All is as at the end of this day."
    bac: Decimal | None = money(None)
    pv: Decimal | None = money(None)
    ev: Decimal | None = money(None)
    ac: Decimal | None = money(None)
    cv: Decimal | None = money(None)
    sv: Decimal | None = money(None)
    cpi: Decimal | None = measure(None)
    spi: Decimal | None = measure(None)
    eac: Decimal | None = money(None)
    eac_rest_at_plan: Decimal | None = money(None)
    eac_pressed: Decimal | None = money(None)
    etc: Decimal | None = money(None)
    vac: Decimal | None = money(None)
    tcpi: Decimal | None = measure(None)
    es_months: Decimal | None = measure(None)
    at_months: Decimal | None = measure(None)
    sv_t: Decimal | None = measure(None)
    spi_t: Decimal | None = measure(None)
    ieac_t_months: Decimal | None = measure(None)
    undefined: list[dict[str, str]] = document()
    "For each empty figure its `name` and the `reason`, a code."
    inputs_hash: str = text()
    computed_at: datetime = instant()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        index("venture_id"),
    )


class Runway(Computed, table=True):
    """How long a venture's cash lasts; worked out by a worker."""

    __tablename__ = "runway"

    venture_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    as_of_on: date = day()
    cash: Decimal | None = money(None)
    cash_on: date | None = day(None)
    net_burn: Decimal | None = money(None)
    "Mean of the last three whole months, cost less receipts without financing."
    months: Decimal | None = measure(None)
    state: RunwayState = choice(RunwayState, name="state")
    cash_out_committed_on: date | None = day(None)
    cash_out_expected_on: date | None = day(None)
    cash_out_all_on: date | None = day(None)
    default_alive: bool | None = flag(None)
    burns: list[dict[str, str]] = document()
    "By whole month, the latest last, at most seven: `month` and `net_burn`."
    missing: list[dict[str, str]] = document()
    "What could not be known: `name` and `reason`, codes."
    debt_service: Decimal | None = money(None)
    "What lenders get in the twelve months after the day."
    debt_service_cover: Decimal | None = measure(None)
    largest_source: str | None = text(None)
    "From whom most of what is to come within a year comes."
    largest_share: Decimal | None = measure(None)
    outlook: list[dict[str, str]] | None = document(None)
    "By month end, at most 24: `month_end`, the balances `committed`, `expected`, `everything`, how likely it `ended`."
    net_new_arr: Decimal | None = money(None)
    "By how much annual recurring revenue has grown in the last three whole months."
    burn_multiple: Decimal | None = measure(None)
    "What was burnt in them for each unit of that."
    cash_out_p10_on: date | None = day(None)
    "The cash has ended by this day with a probability of 10 %."
    inputs_hash: str = text()
    computed_at: datetime = instant()
    __table_args__ = (refers("venture_id", "venture"),)
