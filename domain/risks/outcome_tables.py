"""What became of risks, and how much loss is borne: issues, outcomes beside their forecasts, appetite."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, day, flag, instant, money, probability, quantity, reference, text
from domain.kernel.tables import Computed, Entity, check, index, refers, unique_where


class IssueState(StrEnum):
    """Whether an issue is still dealt with."""

    OPEN = "open"
    RESOLVED = "resolved"


class Issue(Entity, table=True):
    """A risk that has occurred: what it was estimated at then, and what it came to. Money in the tenant's currency."""

    __tablename__ = "issue"
    prefix = "issue"
    word = "issue"
    scope_by = ("risk_id",)
    searched = ("title", "description")

    venture_id: UUID = reference()
    risk_id: UUID = reference()
    title: str = text()
    description: str | None = text(None)
    state: IssueState = choice(IssueState, IssueState.OPEN, name="state")
    occurred_on: date = day()
    owner_id: UUID | None = reference(None)
    estimated_probability: Decimal | None = probability(None)
    estimated_cost: Decimal | None = money(None)
    estimated_delay: Decimal | None = quantity(None)
    "Means of the latest current assessment when it occurred; delay in working days."
    actual_cost: Decimal | None = money(None)
    actual_delay: Decimal | None = quantity(None)
    resolved_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("owner_id", "membership"),
        unique_where("uq_issue_open", "archived_at IS NULL AND state = 'open'", "risk_id"),
        index("risk_id"),
        index("venture_id", "state"),
        index("owner_id"),
        index("occurred_on", "id"),
        check("actual_cost", "actual_cost >= 0"),
        check("actual_delay", "actual_delay >= 0"),
    )


class RiskOutcome(Computed, table=True):
    """Whether a risk that is over has occurred, beside the last probability given to it: what calibration counts.

    Written by the commands that end a risk; `ended_at` is empty again while a risk is open again.
    """

    __tablename__ = "risk_outcome"

    risk_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    probability: Decimal | None = probability(None)
    "Empty for a risk that was never assessed: it counts nowhere."
    from_level: bool = flag(False)
    "Whether the probability is the middle of a level's band, no number having been given."
    occurred: bool = flag()
    ended_at: datetime | None = instant(None)
    __table_args__ = (
        refers("risk_id", "risk"),
        check("probability", "probability BETWEEN 0 AND 1"),
    )


class RiskAppetite(Entity, table=True):
    """How much expected loss is borne: by a venture or the whole tenant, in one category or in all."""

    __tablename__ = "risk_appetite"
    prefix = "risk_appetite"
    word = "risk_appetite"

    venture_id: UUID | None = reference(None)
    category: str | None = text(None)
    amount: Decimal = money()
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "category"),
        index("category"),
        check("amount", "amount >= 0"),
    )
