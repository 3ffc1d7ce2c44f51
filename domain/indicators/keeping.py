"""What is kept beside an indicator: its state, brought up to its readings and thresholds."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from domain.indicators.tables import Indicator, IndicatorStatus, Reading
from domain.kernel.errors import Invalid
from domain.kernel.work import Work
from domain.series.levels import Sample, Thresholds, WrongThresholds, standing

LAST: Final = 1_000
"""How many readings decide on the state: hysteresis forgets what lies before the last clear crossing."""


def check_thresholds(indicator: Indicator) -> Thresholds:
    """The thresholds of an indicator. Raises `Invalid` where they contradict one another."""
    try:
        return Thresholds(
            indicator.direction,
            indicator.warning,
            indicator.critical,
            indicator.warning_clear,
            indicator.critical_clear,
        )
    except WrongThresholds as error:
        raise Invalid.at(error.field, message=str(error)) from None


async def last_samples(work: Work, indicator: Indicator, limit: int) -> list[Sample]:
    """The last readings, the oldest first."""
    found = await work.session.execute(
        sa.select(col(Reading.at), col(Reading.value))
        .where(col(Reading.tenant_id) == work.tenant_id, col(Reading.indicator_id) == indicator.id)
        .order_by(col(Reading.at).desc())
        .limit(limit)
    )
    return [Sample(row.at, row.value) for row in reversed(found.all())]


async def keep_standing(work: Work, indicator: Indicator) -> IndicatorStatus:
    """Bring the state kept beside the indicator up to its last readings; the indicator's row must be locked."""
    samples = await last_samples(work, indicator, LAST)
    found = standing(check_thresholds(indicator), samples)
    statement = sa.select(IndicatorStatus).where(
        col(IndicatorStatus.tenant_id) == work.tenant_id, col(IndicatorStatus.indicator_id) == indicator.id
    )
    status = (await work.session.execute(statement)).scalar_one()
    status.state, status.state_since = found
    if samples:
        status.latest_at, status.latest_value = samples[-1]
    return status
