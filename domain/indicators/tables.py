"""Indicators, their readings, and what follows from them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, day, instant, measure, number, quantity, reference, text
from domain.kernel.metrics import Metric
from domain.kernel.tables import Computed, Entity, Fact, check, index, refers, unique
from domain.series.levels import IndicatorDirection, IndicatorState
from domain.series.trends import TrendDirection


class Indicator(Entity, table=True):
    """A measured series that tells of a risk or of a venture, with thresholds."""

    __tablename__ = "indicator"
    prefix = "indicator"
    word = "indicator"
    scope_by = ("risk_id",)
    searched = ("name", "description")
    private = frozenset({"source_token"})

    venture_id: UUID = reference()
    risk_id: UUID | None = reference(None)
    data_source_id: UUID | None = reference(None)
    "The data whose drift its readings tell: their population stability index."
    name: str = text()
    description: str | None = text(None)
    unit: str | None = text(None)
    direction: IndicatorDirection = choice(IndicatorDirection, name="direction")
    warning: Decimal | None = quantity(None)
    critical: Decimal | None = quantity(None)
    warning_clear: Decimal | None = quantity(None)
    critical_clear: Decimal | None = quantity(None)
    "Where a state ends again: a value strictly on the good side of it; empty: the threshold itself."
    interval_days: int = number(7)
    owner_id: UUID | None = reference(None)
    source_url: str | None = text(None)
    "Whence readings are pulled once an interval; empty: they are only pushed."
    source_pointer: str | None = text(None)
    "Where the value stands in the JSON that the source answers with (RFC 6901); empty: the whole answer."
    source_token: str | None = text(None)
    "Sent to the source as bearer token; encrypted."
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("risk_id", "risk"),
        refers("data_source_id", "data_source"),
        refers("owner_id", "membership"),
        index("venture_id"),
        index("name"),
        index("risk_id"),
        index("data_source_id"),
        index("owner_id"),
        check("interval_days", "interval_days BETWEEN 1 AND 366"),
    )


class Reading(Fact, table=True):
    """One dated value of an indicator; never changed."""

    __tablename__ = "reading"
    prefix = "reading"
    counted = Metric.READINGS_PER_DAY
    references = {"recorded_by": "member"}

    indicator_id: UUID = reference()
    at: datetime = instant()
    value: Decimal = quantity()
    recorded_at: datetime = instant()
    recorded_by: UUID | None = reference(None)
    __table_args__ = (
        refers("indicator_id", "indicator"),
        unique("indicator_id", "at"),
        index("at"),
        index("recorded_at"),
    )


class IndicatorStatus(Computed, table=True):
    """What follows from an indicator's readings and thresholds; written by the command that changes either."""

    __tablename__ = "indicator_status"

    indicator_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    state: IndicatorState = choice(IndicatorState, IndicatorState.UNKNOWN, name="state")
    state_since: datetime | None = instant(None)
    "The time of the reading with which the present state began."
    latest_at: datetime | None = instant(None)
    latest_value: Decimal | None = quantity(None)
    __table_args__ = (refers("indicator_id", "indicator"),)


class IndicatorTrend(Computed, table=True):
    """The trend of an indicator's last readings; worked out by a worker."""

    __tablename__ = "indicator_trend"

    indicator_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    readings: int = number()
    "How many readings it was worked out from; with fewer than 8 there is no trend."
    slope_per_day: Decimal | None = measure(None)
    slope_low: Decimal | None = measure(None)
    slope_high: Decimal | None = measure(None)
    "The ends of the slope's 95 % interval."
    p_value: Decimal | None = measure(None)
    direction: TrendDirection = choice(TrendDirection, TrendDirection.NONE, name="direction")
    crosses_critical_on: date | None = day(None)
    crosses_critical_earliest: date | None = day(None)
    crosses_critical_latest: date | None = day(None)
    computed_at: datetime = instant()
    __table_args__ = (refers("indicator_id", "indicator"),)


class IndicatorPull(Computed, table=True):
    """How the last pull from an indicator's source went; written by a worker."""

    __tablename__ = "indicator_pull"

    indicator_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    pulled_at: datetime = instant()
    error: str | None = text(None)
    "Why there was no reading; empty: there was one."
    __table_args__ = (refers("indicator_id", "indicator"),)
