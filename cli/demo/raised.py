"""Stories of money: who gave it, what is owed, and what is about to come. Days are counted from today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.funding.tables import Instrument, InvestorKind, RoundKind, RoundStatus
from domain.money.amortisation import LoanMethod
from domain.money.pipeline import AcquisitionChannel, AcquisitionStatus
from domain.resources.tables import ResourceKind


@dataclass(frozen=True)
class InvestorStory:
    """Who gives money."""

    name: str
    kind: InvestorKind
    website: str
    note: str


@dataclass(frozen=True)
class GiftStory:
    """What an investor gave in a round; `received`: on which day it came, `expected`: on which it is to come."""

    investor: str
    amount: int
    committed: int
    received: int | None = None
    expected: int | None = None
    instrument: Instrument = Instrument.EQUITY
    note: str | None = None


@dataclass(frozen=True)
class RoundStory:
    """A round that was begun on a day; told once all of it that has happened was over."""

    kind: RoundKind
    name: str
    begun: int
    target: int
    planned: int
    status: RoundStatus = RoundStatus.CLOSED
    closed: int | None = None
    valuation: int | None = None
    milestone: str | None = None
    gifts: tuple[GiftStory, ...] = ()
    note: str | None = None

    @property
    def told(self) -> int:
        """The day on which all of it that has happened was over."""
        gifts = [day for gift in self.gifts for day in (gift.committed, gift.received) if day is not None]
        return max(self.begun, *gifts, self.begun if self.closed is None else self.closed)


@dataclass(frozen=True)
class LoanStory:
    """A loan."""

    name: str
    lender: str
    principal: int
    rate: str
    months: int
    drawn: int
    first: int
    method: LoanMethod = LoanMethod.ANNUITY
    interest_only: int = 0
    note: str | None = None


@dataclass(frozen=True)
class AccountStory:
    """An account with what lay on it at the end of the last month."""

    name: str
    currency: str
    amount: int
    restricted: bool = False
    note: str | None = None


@dataclass(frozen=True)
class AcquisitionStory:
    """What is acquired: begun on a day, with the steps that followed by day."""

    kind: ResourceKind
    channel: AcquisitionChannel
    title: str
    begun: int
    steps: Mapping[int, tuple[AcquisitionStatus, str]]
    owner: str
    amount: int | None = None
    unit: str | None = None
    cost: int | None = None
    expected: int | None = None
    probability: str | None = None
    next: tuple[str, int] | None = None
    milestone: str | None = None
    condition: int | None = None
    resource: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class FundedStory:
    """The funding of one venture."""

    rounds: tuple[RoundStory, ...] = ()
    loans: tuple[LoanStory, ...] = ()
    accounts: tuple[AccountStory, ...] = ()
    acquisitions: tuple[AcquisitionStory, ...] = ()


@dataclass(frozen=True)
class FundingStory:
    """The funding of a tenant, its ventures by their keys; `rates` by pair of currencies."""

    investors: tuple[InvestorStory, ...]
    rates: Mapping[tuple[str, str], str]
    ventures: Mapping[str, FundedStory]
