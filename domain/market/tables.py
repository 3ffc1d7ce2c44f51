"""How large a market is, what is done to win it, and what customers pay. Each amount has its currency beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.columns import choice, day, flag, money, number, reference, text
from domain.kernel.tables import Entity, check, index, refers, unique_where


class PromotionKind(StrEnum):
    """The ways of promotion (product.md D7)."""

    BRAND = "brand"
    CHANNEL = "channel"
    TARGETED = "targeted"
    PARTNER = "partner"
    USER_FEEDBACK = "user_feedback"
    EVENT = "event"


class MarketSize(Entity, table=True):
    """How large a venture's market is in a year: all of it (TAM), what can be served (SAM), what can be won (SOM)."""

    __tablename__ = "market_size"
    prefix = "market_size"
    word = "market_size"
    searched = ("source", "note")

    venture_id: UUID = reference()
    year: int = number()
    tam: Decimal = money()
    sam: Decimal = money()
    som: Decimal = money()
    currency: str = text()
    source: str = text()
    source_url: str | None = text(None)
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        unique_where("uq_market_size_year", "archived_at IS NULL", "venture_id", "year"),
        index("year"),
        check("sizes", "tam >= sam AND sam >= som AND som >= 0"),
    )


class Promotion(Entity, table=True):
    """Something that is done to win users, what it costs and what comes of it; empty where that is not known."""

    __tablename__ = "promotion"
    prefix = "promotion"
    word = "promotion"
    searched = ("title", "description", "channel")

    venture_id: UUID = reference()
    kind: PromotionKind = choice(PromotionKind, name="kind")
    title: str = text()
    description: str | None = text(None)
    channel: str | None = text(None)
    start_on: date | None = day(None)
    end_on: date | None = day(None)
    budget: Decimal | None = money(None)
    cost: Decimal | None = money(None)
    revenue: Decimal | None = money(None)
    currency: str = text()
    leads: int | None = number(None)
    conversions: int | None = number(None)
    "How many of the leads became customers."
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "start_on"),
        sa.Index("ix_promotion_start_on", "tenant_id", sa.text("start_on DESC NULLS LAST"), sa.text("id DESC")),
        check("dates", "start_on IS NULL OR end_on IS NULL OR start_on <= end_on"),
        check("amounts", "budget >= 0 AND cost >= 0 AND revenue >= 0"),
        check("results", "leads >= 0 AND conversions >= 0 AND conversions <= leads"),
    )


class CustomerRevenue(Entity, table=True):
    """What one customer has paid, or owes, for a month. `month` is its first day."""

    __tablename__ = "customer_revenue"
    prefix = "customer_revenue"
    word = "customer_revenue"
    searched = ("customer",)

    venture_id: UUID = reference()
    customer: str = text()
    month: date = day()
    amount: Decimal = money()
    currency: str = text()
    recurring: bool | None = flag(None)
    "Whether it comes again each month; empty: nobody has said so, and it is not taken for it."
    __table_args__ = (
        refers("venture_id", "venture"),
        unique_where("uq_customer_revenue_month", "archived_at IS NULL", "venture_id", "month", "customer", "currency"),
        index("venture_id", "month"),
        index("month"),
        check("amount", "amount > 0"),
    )
