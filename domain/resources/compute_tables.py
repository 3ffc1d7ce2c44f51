"""Pools of computing time: what is reserved, what was used of it, and what milestones will need."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, instant, money, number, quantity, reference, text
from domain.kernel.tables import Entity, Fact, check, index, refers, unique_where


class Accelerator(StrEnum):
    """What computes."""

    GPU = "gpu"
    TPU = "tpu"
    CPU = "cpu"


class ComputePool(Entity, table=True):
    """Hours of accelerators that a venture has at one vendor: a technology resource."""

    __tablename__ = "compute_pool"
    prefix = "compute_pool"
    word = "compute_pool"
    searched = ("vendor", "model")

    venture_id: UUID = reference()
    resource_id: UUID = reference()
    accelerator: Accelerator = choice(Accelerator, name="accelerator")
    vendor: str = text()
    model: str | None = text(None)
    hours_reserved: Decimal | None = quantity(None)
    cost_per_hour: Decimal | None = money(None)
    planned_cost_per_run: Decimal | None = money(None)
    starts_on: date | None = day(None)
    contract_ends_on: date | None = day(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("resource_id", "resource"),
        unique_where("uq_compute_pool_resource_id", "archived_at IS NULL", "resource_id"),
        index("venture_id"),
        index("vendor"),
        index("resource_id"),
        check("hours_reserved", "hours_reserved IS NULL OR hours_reserved >= 0"),
        check("cost_per_hour", "cost_per_hour IS NULL OR cost_per_hour >= 0"),
        check("planned_cost_per_run", "planned_cost_per_run > 0"),
        check("dates", "starts_on IS NULL OR contract_ends_on IS NULL OR starts_on <= contract_ends_on"),
    )


class ComputeUse(Fact, table=True):
    """Hours of a pool that were used on a day; below zero where they correct what was recorded before."""

    __tablename__ = "compute_use"
    prefix = "compute_use"
    references = {"recorded_by": "member"}

    compute_pool_id: UUID = reference()
    milestone_id: UUID | None = reference(None)
    used_on: date = day()
    hours: Decimal = quantity()
    runs: int | None = number(None)
    "How many trainings or evaluations ran in them."
    cost: Decimal | None = money(None)
    recorded_at: datetime = instant()
    recorded_by: UUID | None = reference(None)
    __table_args__ = (
        refers("compute_pool_id", "compute_pool"),
        refers("milestone_id", "milestone"),
        index("compute_pool_id", "used_on"),
        index("milestone_id"),
        index("used_on"),
    )


class ComputeForecast(Entity, table=True):
    """How many hours of a pool a milestone will need in all."""

    __tablename__ = "compute_forecast"
    prefix = "compute_forecast"
    word = "compute_forecast"
    searched = ("note",)

    venture_id: UUID = reference()
    compute_pool_id: UUID = reference()
    milestone_id: UUID = reference()
    hours: Decimal = quantity()
    note: str | None = text(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("compute_pool_id", "compute_pool"),
        refers("milestone_id", "milestone"),
        unique_where("uq_compute_forecast_milestone_id", "archived_at IS NULL", "compute_pool_id", "milestone_id"),
        index("venture_id"),
        index("compute_pool_id"),
        index("milestone_id"),
        check("hours", "hours >= 0"),
    )
