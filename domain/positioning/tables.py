"""What is stored of positions: statements with their past, how they were judged, and the competitors beside them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, flag, instant, number, probability, reference, text
from domain.kernel.tables import Entity, Fact, check, index, make_history_twin, refers, unique_where


class PositioningKind(StrEnum):
    """What is positioned (product.md D2)."""

    PRODUCT = "product"
    MARKET = "market"


class CheckKind(StrEnum):
    """What a statement is checked for (product.md D2)."""

    CLARITY = "clarity"
    DIFFERENTIATION = "differentiation"
    FEASIBILITY = "feasibility"


class Positioning(Entity, table=True):
    """A statement of where a venture's product stands, or where the venture stands in its market."""

    __tablename__ = "positioning"
    prefix = "positioning"
    word = "positioning"
    historic = True
    searched = (
        *("title", "unique_selling_point", "target_users", "marketing"),
        *("function", "performance", "industry", "user_group", "competitive_strategy"),
    )

    venture_id: UUID = reference()
    kind: PositioningKind = choice(PositioningKind, name="kind")
    title: str = text()
    unique_selling_point: str | None = text(None)
    target_users: str | None = text(None)
    price: str | None = text(None)
    channel: str | None = text(None)
    marketing: str | None = text(None)
    function: str | None = text(None)
    performance: str | None = text(None)
    industry: str | None = text(None)
    user_group: str | None = text(None)
    competitive_strategy: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "title"),
        index("title"),
    )


positioning_history = make_history_twin(Positioning, "title")


class PositioningCheck(Fact, table=True):
    """How a statement was judged in one respect, by whom and when; the latest of each kind counts."""

    __tablename__ = "positioning_check"
    prefix = "positioning_check"

    venture_id: UUID = reference()
    positioning_id: UUID = reference()
    kind: CheckKind = choice(CheckKind, name="kind")
    passed: bool = flag()
    note: str | None = text(None)
    positioning_version: int = number()
    "The version of the statement that was judged."
    judged_at: datetime = instant()
    judged_by: UUID | None = reference(None)
    references = {"judged_by": "member"}
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("positioning_id", "positioning"),
        index("venture_id"),
        index("positioning_id", "kind", "judged_at", "id"),
        index("judged_at", "id"),
    )


class Competitor(Entity, table=True):
    """Somebody who offers a venture's users something else."""

    __tablename__ = "competitor"
    prefix = "competitor"
    word = "competitor"
    searched = ("name", "description", "strengths", "weaknesses")

    venture_id: UUID = reference()
    name: str = text()
    description: str | None = text(None)
    url: str | None = text(None)
    strengths: str | None = text(None)
    weaknesses: str | None = text(None)
    price: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        index("venture_id", "name"),
        index("name"),
    )


class CompetitorShare(Entity, table=True):
    """The share of the market that a competitor had on a day."""

    __tablename__ = "competitor_share"
    prefix = "competitor_share"
    word = "competitor_share"
    searched = ("source",)

    venture_id: UUID = reference()
    competitor_id: UUID = reference()
    share_on: date = day()
    share: Decimal = probability()
    "Of the whole market, 0 to 1."
    source: str | None = text(None)
    source_url: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("competitor_id", "competitor"),
        unique_where("uq_competitor_share_share_on", "archived_at IS NULL", "competitor_id", "share_on"),
        index("venture_id"),
        index("competitor_id", "share_on"),
        index("share_on"),
        check("share", "share BETWEEN 0 AND 1"),
    )


class CompetitorEvent(Entity, table=True):
    """A move of a competitor, and how the venture answered it."""

    __tablename__ = "competitor_event"
    prefix = "competitor_event"
    word = "competitor_event"
    searched = ("title", "description", "answer")

    venture_id: UUID = reference()
    competitor_id: UUID = reference()
    title: str = text()
    description: str | None = text(None)
    happened_on: date = day()
    same_function: bool = flag(False)
    "Whether it concerns the function by which the venture stands out."
    source_url: str | None = text(None)
    answered_on: date | None = day(None)
    answer: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("competitor_id", "competitor"),
        index("venture_id", "happened_on"),
        index("competitor_id", "happened_on"),
        index("happened_on"),
    )
