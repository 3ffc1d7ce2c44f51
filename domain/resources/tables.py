"""Resources of a venture and where they go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, quantity, reference, text
from domain.kernel.tables import Entity, check, index, refers


class ResourceKind(StrEnum):
    """The four kinds of resources (product.md D5)."""

    FUNDING = "funding"
    DATA = "data"
    TECHNOLOGY = "technology"
    TALENT = "talent"


class Resource(Entity, table=True):
    """Something a venture uses: an amount in a unit or currency, until it expires."""

    __tablename__ = "resource"
    prefix = "resource"
    word = "resource"
    searched = ("name", "description")

    venture_id: UUID = reference()
    kind: ResourceKind = choice(ResourceKind, name="kind")
    name: str = text()
    description: str | None = text(None)
    amount: Decimal | None = quantity(None)
    unit: str | None = text(None)
    "A unit such as GPU hours or people, or an ISO 4217 currency for funding."
    channel: str | None = text(None)
    "How it is obtained: venture capital, open source, recruiting, …"
    expires_on: date | None = day(None)
    owner_id: UUID | None = reference(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("owner_id", "membership"),
        index("venture_id", "name"),
        index("name"),
        index("owner_id"),
        check("amount", "amount IS NULL OR amount >= 0"),
    )


class Allocation(Entity, table=True):
    """How much of a resource goes to a milestone, in which period."""

    __tablename__ = "allocation"
    prefix = "allocation"
    word = "allocation"
    searched = ("note",)

    venture_id: UUID = reference()
    resource_id: UUID = reference()
    milestone_id: UUID = reference()
    amount: Decimal = quantity()
    start_on: date | None = day(None)
    end_on: date | None = day(None)
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("resource_id", "resource"),
        refers("milestone_id", "milestone"),
        index("resource_id"),
        index("milestone_id"),
        check("amount", "amount > 0"),
        check("dates", "start_on IS NULL OR end_on IS NULL OR start_on <= end_on"),
    )
