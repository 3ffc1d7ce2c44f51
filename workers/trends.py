"""Trends of indicators: worked out when readings or thresholds have changed, and stored for rules and readers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.indicators.keeping import last_samples
from domain.indicators.tables import Indicator, IndicatorTrend
from domain.kernel.runtime import Runtime
from domain.kernel.storing import store_computed
from domain.kernel.work import Work
from domain.series.trends import LAST, Trend, trend_of
from domain.tenancy.zone import tenant_of
from workers.claims import Claim, Queue
from workers.consequences import mark_ventures
from workers.running import run_due

TRENDS = Queue.of_work("trend")
AT_A_TURN = 20

TREND: sa.Table = IndicatorTrend.__table__  # type: ignore[attr-defined]  # set by the mapper


async def work_out_trends(runtime: Runtime, tenant_id: UUID) -> int:
    """Work out some of a tenant's due trends. Answers how many."""
    return await run_due(runtime, tenant_id, TRENDS, _work_out, AT_A_TURN)


async def _work_out(work: Work, claim: Claim) -> datetime | None:
    found = await work.session.execute(
        sa.select(Indicator).where(col(Indicator.tenant_id) == work.tenant_id, col(Indicator.id) == claim.key)
    )
    indicator = found.scalar_one_or_none()
    if indicator is None:
        return None
    trend = trend_of(await last_samples(work, indicator, LAST), indicator.critical, indicator.direction)
    values = _stored(trend, ZoneInfo((await tenant_of(work)).time_zone)) | {"computed_at": work.now}
    await store_computed(work, TREND, {"indicator_id": indicator.id}, values)
    await mark_ventures(work, [indicator.venture_id])
    return None


def _stored(trend: Trend, zone: ZoneInfo) -> dict[str, Any]:  # Any: columns of different types
    crossing = trend.crossing
    moments = (None, None, None) if crossing is None else (crossing.at, crossing.earliest, crossing.latest)
    on, earliest, latest = (None if moment is None else moment.astimezone(zone).date() for moment in moments)
    return {
        "readings": trend.readings,
        "slope_per_day": _measure(trend.slope),
        "slope_low": _measure(trend.low),
        "slope_high": _measure(trend.high),
        "p_value": _measure(trend.p_value),
        "direction": trend.direction,
        "crosses_critical_on": on,
        "crosses_critical_earliest": earliest,
        "crosses_critical_latest": latest,
    }


def _measure(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.12f}")
