"""What workers keep of forecasts: of each unfinished milestone, of its venture, and of each day."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import big_number, document, flag, instant, number, probability, reference, text
from domain.kernel.columns import day as date_of
from domain.kernel.tables import Computed, check, index, refers


class ForecastGap(StrEnum):
    """What a forecast had to do without, and what stands in its place."""

    ESTIMATE = "estimate"
    DATES = "dates"
    DUE_DATE = "due_date"
    ON_HOLD = "on_hold"
    RISK_ASSESSMENT = "risk_assessment"
    RISK_PROBABILITY = "risk_probability"
    RISK_DELAY = "risk_delay"
    FOREIGN_FORECAST = "foreign_forecast"
    FOREIGN_UNKNOWN = "foreign_unknown"
    CYCLE = "cycle"
    CALENDAR = "calendar"


class DriverKind(StrEnum):
    """What moves the end of a plan."""

    RISK = "risk"
    MILESTONE = "milestone"


class Forecast(Computed, table=True):
    """When an unfinished milestone will be reached: drawn many times over, from what its venture knows.

    Days are dates on which a share of the draws has been reached, never earlier than that share. Empty days: it has
    neither estimate nor dates (`missing` says so).
    """

    __tablename__ = "forecast"

    milestone_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    venture_id: UUID = reference()
    inputs_hash: str = text()
    "Of all that the run read; the same inputs are never worked out twice."
    seed: int = big_number()
    draws: int = number()
    duration_ms: int = number()
    "How long the whole run took."
    status_on: date = date_of()
    "The day from which on it was drawn."
    p10_on: date | None = date_of(None)
    p50_on: date | None = date_of(None)
    p80_on: date | None = date_of(None)
    p90_on: date | None = date_of(None)
    due_on_seen: date | None = date_of(None)
    "The due day that it was compared with."
    probability_of_due_date: Decimal | None = probability(None)
    criticality: Decimal | None = probability(None)
    "Share of draws in which it lay on the longest path to its venture's end."
    is_critical: bool = flag(False)
    "Whether it has the least float where every duration is as expected."
    total_float_days: int | None = number(None)
    free_float_days: int | None = number(None)
    early_start_on: date | None = date_of(None)
    early_finish_on: date | None = date_of(None)
    late_start_on: date | None = date_of(None)
    late_finish_on: date | None = date_of(None)
    histogram: list[dict[str, Any]] = document()
    "At most 60 bins: `from_on`, `to_on`, and the `share` of draws between, both days included."
    drivers: list[dict[str, Any]] = document()
    "What moves it, the strongest first: `kind`, `id`, `mean_days`, `p80_days` (risks) and `rho` (milestones)."
    missing: list[dict[str, Any]] = document()
    "What it had to do without: `gap`, and the `risk_id` or `milestone_id` that it concerns."
    libraries: dict[str, str] = document()
    "The versions that drew."
    computed_at: datetime = instant()
    __table_args__ = (refers("milestone_id", "milestone"), refers("venture_id", "venture"), index("venture_id"))


class VentureForecast(Computed, table=True):
    """When the last milestone of a venture will be reached, and what decides that."""

    __tablename__ = "venture_forecast"

    venture_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    inputs_hash: str = text()
    seed: int = big_number()
    draws: int = number()
    duration_ms: int = number()
    status_on: date = date_of()
    p10_on: date | None = date_of(None)
    p50_on: date | None = date_of(None)
    p80_on: date | None = date_of(None)
    p90_on: date | None = date_of(None)
    critical_path: list[str] = document()
    "Ids of the milestones with the least float, in the order of their early starts."
    drivers: list[dict[str, Any]] = document()
    throughput: dict[str, Any] = document()
    "When the open tasks will be done at the pace of past weeks; see `domain.forecasting.pace`."
    missing: list[dict[str, Any]] = document()
    libraries: dict[str, str] = document()
    milestones: int = number()
    "How many milestones the run drew, of all ventures together."
    connected_ventures: int = number()
    "How many ventures hang together by dependencies, this one included."
    computed_at: datetime = instant()
    __table_args__ = (refers("venture_id", "venture"),)


class ForecastDay(Computed, table=True):
    """What was forecast for a milestone on a day: the last run of the day."""

    __tablename__ = "forecast_day"

    milestone_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    day: date = Field(sa_type=sa.Date, primary_key=True)
    p50_on: date | None = date_of(None)
    p80_on: date | None = date_of(None)
    probability_of_due_date: Decimal | None = probability(None)
    percent_complete: int = number()
    total_float_days: int | None = number(None)
    planned_percent: int | None = number(None)
    "How much of the baseline (else of the plan) lies before the end of the day, in working days."
    __table_args__ = (
        refers("milestone_id", "milestone"),
        check("percent_complete", "percent_complete BETWEEN 0 AND 100"),
    )
