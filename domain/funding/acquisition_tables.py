"""What a venture is about to get, and the dated steps on the way to it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from domain.kernel.columns import choice, day, instant, money, probability, quantity, reference, text
from domain.kernel.tables import Entity, Fact, check, index, refers
from domain.money.pipeline import AcquisitionChannel, AcquisitionStatus
from domain.resources.tables import ResourceKind


class Acquisition(Entity, table=True):
    """A resource that a venture is about to get: by which channel, how far it has come, and what it will bring.

    Of funding the amount is money in `currency`; of anything else it is counted in `unit`, and `cost` is what is paid
    for it. `condition_on` is the day by which its milestone must be reached, or it does not come.
    """

    __tablename__ = "acquisition"
    prefix = "acquisition"
    word = "acquisition"
    searched = ("title", "note")

    venture_id: UUID = reference()
    kind: ResourceKind = choice(ResourceKind, name="kind")
    channel: AcquisitionChannel = choice(AcquisitionChannel, name="channel")
    title: str = text()
    note: str | None = text(None)
    status: AcquisitionStatus = choice(AcquisitionStatus, AcquisitionStatus.IDENTIFIED, name="status")
    status_on: date = day()
    "The day on which it came to its status."
    probability: Decimal | None = probability(None)
    expected_amount: Decimal | None = quantity(None)
    unit: str | None = text(None)
    cost: Decimal | None = money(None)
    currency: str | None = text(None)
    expected_on: date | None = day(None)
    latest_on: date | None = day(None)
    "When it comes at the latest; empty: on the expected day, or not at all."
    next_step: str | None = text(None)
    next_step_on: date | None = day(None)
    lost_reason: str | None = text(None)
    milestone_id: UUID | None = reference(None)
    condition_on: date | None = day(None)
    resource_id: UUID | None = reference(None)
    owner_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("milestone_id", "milestone"),
        refers("resource_id", "resource"),
        refers("owner_id", "membership"),
        index("venture_id", "status"),
        index("expected_on"),
        index("milestone_id"),
        index("resource_id"),
        index("owner_id"),
        check("probability", "probability BETWEEN 0 AND 1"),
        check("expected_amount", "expected_amount >= 0"),
        check("cost", "cost >= 0"),
        check("lost_reason", "status <> 'lost' OR lost_reason IS NOT NULL"),
    )


class AcquisitionStep(Fact, table=True):
    """One step of an acquisition: to which status it came, and on which day."""

    __tablename__ = "acquisition_step"
    prefix = "acquisition_step"

    venture_id: UUID = reference()
    acquisition_id: UUID = reference()
    former_status: AcquisitionStatus | None = choice(AcquisitionStatus, None, name="former_status")
    status: AcquisitionStatus = choice(AcquisitionStatus, name="status")
    moved_on: date = day()
    note: str | None = text(None)
    recorded_at: datetime = instant()
    recorded_by: UUID | None = reference(None)
    references = {"recorded_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("acquisition_id", "acquisition"),
        index("acquisition_id", "recorded_at", "id"),
        index("recorded_at", "id"),
        index("venture_id"),
    )
