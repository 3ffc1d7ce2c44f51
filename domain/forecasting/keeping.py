"""Storing forecasts: what was worked out takes the place of what was there, and days keep their last word."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.forecasting.outcome import Outcome
from domain.forecasting.tables import Forecast, ForecastDay, VentureForecast
from domain.kernel.storing import store_many
from domain.kernel.work import Work

FORECAST: Final[sa.Table] = Forecast.__table__  # type: ignore[attr-defined]  # set by the mapper
OF_VENTURE: Final[sa.Table] = VentureForecast.__table__  # type: ignore[attr-defined]  # set by the mapper
OF_DAY: Final[sa.Table] = ForecastDay.__table__  # type: ignore[attr-defined]  # set by the mapper

_REACHED: Final = sa.text("""
    DELETE FROM forecast f WHERE f.tenant_id = :tenant AND f.venture_id = ANY(CAST(:ventures AS uuid[]))
        AND NOT EXISTS (SELECT 1 FROM milestone m JOIN venture v ON v.tenant_id = :tenant AND v.id = m.venture_id
            WHERE m.tenant_id = :tenant AND m.id = f.milestone_id AND m.archived_at IS NULL AND v.archived_at IS NULL
                AND m.status NOT IN ('done', 'cancelled'))""")


async def store_forecasts(work: Work, ventures: list[UUID], outcome: Outcome) -> None:
    """Keep the outcome of a run; milestones that are no longer open lose their forecast."""
    await drop_reached(work, ventures)
    stamp: dict[str, Any] = {"computed_at": work.now}
    await store_many(work, FORECAST, ["milestone_id"], outcome.milestones, **stamp)
    await store_many(work, OF_VENTURE, ["venture_id"], outcome.ventures, **stamp)
    await store_many(work, OF_DAY, ["milestone_id", "day"], outcome.days)


async def drop_reached(work: Work, ventures: list[UUID]) -> None:
    """Drop the forecasts of what is reached, cancelled or archived, in some ventures."""
    await work.session.execute(_REACHED, {"tenant": work.tenant_id, "ventures": ventures})
