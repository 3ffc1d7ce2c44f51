"""Who gives money, in which rounds, and by which instruments; and what was borrowed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, money, number, quantity, reference, text
from domain.kernel.tables import Entity, check, index, refers
from domain.money.amortisation import LoanMethod


class InvestorKind(StrEnum):
    """What kind of giver of money somebody is."""

    ANGEL = "angel"
    VENTURE_CAPITAL = "venture_capital"
    CORPORATE = "corporate"
    GOVERNMENT = "government"
    BANK = "bank"
    OTHER = "other"


class RoundKind(StrEnum):
    """Which round of funding it is."""

    ANGEL = "angel"
    PRE_SEED = "pre_seed"
    SEED = "seed"
    SERIES_A = "series_a"
    SERIES_B = "series_b"
    SERIES_C = "series_c"
    LATER = "later"
    BRIDGE = "bridge"
    GRANT = "grant"
    DEBT = "debt"


class RoundStatus(StrEnum):
    """Where a round stands."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Instrument(StrEnum):
    """By which contract money is given."""

    EQUITY = "equity"
    SAFE = "safe"
    CONVERTIBLE_NOTE = "convertible_note"
    GRANT = "grant"
    LOAN = "loan"
    OTHER = "other"


class Investor(Entity, table=True):
    """Who gives money: a person, a fund, a bank or the state. One for all ventures."""

    __tablename__ = "investor"
    prefix = "investor"
    word = "investor"
    searched = ("name", "note")

    name: str = text()
    kind: InvestorKind = choice(InvestorKind, name="kind")
    website: str | None = text(None)
    note: str | None = text(None)
    __table_args__ = (index("name"),)


class FundingRound(Entity, table=True):
    """A round in which a venture raises money; all of it in one currency.

    It follows upon its milestone, where it has one: who gives the money wants to see that reached.
    """

    __tablename__ = "funding_round"
    prefix = "funding_round"
    word = "funding_round"
    searched = ("name", "note")

    venture_id: UUID = reference()
    kind: RoundKind = choice(RoundKind, name="kind")
    name: str = text()
    status: RoundStatus = choice(RoundStatus, RoundStatus.PLANNED, name="status")
    target_amount: Decimal | None = money(None)
    currency: str = text()
    valuation: Decimal | None = money(None)
    "What the venture is held to be worth before the money."
    planned_on: date | None = day(None)
    closed_on: date | None = day(None)
    milestone_id: UUID | None = reference(None)
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        index("venture_id", "planned_on"),
        index("planned_on"),
        index("milestone_id"),
        check("target_amount", "target_amount > 0"),
        check("valuation", "valuation > 0"),
        check("closed_on", "status <> 'closed' OR closed_on IS NOT NULL"),
    )


class Investment(Entity, table=True):
    """What one investor gives in a round, in the round's currency: promised on a day, and there on another."""

    __tablename__ = "investment"
    prefix = "investment"
    word = "investment"
    searched = ("note",)

    venture_id: UUID = reference()
    round_id: UUID = reference()
    investor_id: UUID = reference()
    acquisition_id: UUID | None = reference(None)
    "The acquisition that has become this: it is not counted a second time."
    instrument: Instrument = choice(Instrument, Instrument.EQUITY, name="instrument")
    amount: Decimal = money()
    committed_on: date = day()
    expected_on: date | None = day(None)
    received_on: date | None = day(None)
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("round_id", "funding_round"),
        refers("investor_id", "investor"),
        refers("acquisition_id", "acquisition"),
        index("venture_id", "committed_on"),
        index("committed_on"),
        index("round_id"),
        index("investor_id"),
        index("acquisition_id"),
        check("amount", "amount > 0"),
    )


class Loan(Entity, table=True):
    """What a venture has borrowed, and how it is paid back, month by month."""

    __tablename__ = "loan"
    prefix = "loan"
    word = "loan"
    searched = ("name", "note")

    venture_id: UUID = reference()
    investor_id: UUID | None = reference(None)
    "Who lends it."
    acquisition_id: UUID | None = reference(None)
    "The acquisition that has become this: it is not counted a second time."
    name: str = text()
    principal: Decimal = money()
    currency: str = text()
    annual_rate: Decimal = quantity()
    "Interest of a year as a share: 0.06 is 6 %."
    term_months: int = number()
    interest_only_months: int = number(0)
    method: LoanMethod = choice(LoanMethod, LoanMethod.ANNUITY, name="method")
    drawn_on: date = day()
    first_payment_on: date = day()
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("investor_id", "investor"),
        refers("acquisition_id", "acquisition"),
        index("venture_id", "drawn_on"),
        index("drawn_on"),
        index("investor_id"),
        index("acquisition_id"),
        check("principal", "principal > 0"),
        check("annual_rate", "annual_rate BETWEEN 0 AND 1"),
        check("term_months", "term_months BETWEEN 1 AND 480"),
        check("interest_only_months", "interest_only_months >= 0 AND interest_only_months < term_months"),
        check("first_payment_on", "first_payment_on >= drawn_on"),
    )
