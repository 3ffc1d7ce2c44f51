"""What a tenant uses, by its days: sums grow, peaks rise. Written by workers, and by the API off any request's path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.work import Work
from domain.tenancy.plan_tables import UsageDay, UsageMetric

KEPT_DAYS: Final = 400

Amounts = Mapping[tuple[date, UsageMetric], int]
"""How much, by day and metric."""


async def add_to_days(work: Work, amounts: Amounts) -> None:
    """Add amounts to the sums of days."""
    await _store(work, amounts, "amount = usage_day.amount + excluded.amount")


async def raise_days(work: Work, amounts: Amounts) -> None:
    """Raise the peaks of days to amounts that are higher."""
    await _store(work, amounts, "amount = excluded.amount WHERE excluded.amount > usage_day.amount")


async def _store(work: Work, amounts: Amounts, change: str) -> None:
    if not amounts:
        return
    keys = sorted(amounts)
    await work.session.execute(
        sa.text(
            "INSERT INTO usage_day (tenant_id, day, metric, amount) SELECT :tenant, given.day, given.metric, "
            "given.amount FROM unnest(CAST(:days AS date[]), CAST(:metrics AS text[]), CAST(:amounts AS bigint[])) "
            f"AS given (day, metric, amount) ON CONFLICT (tenant_id, day, metric) DO UPDATE SET {change}"
        ),
        {
            "tenant": work.tenant_id,
            "days": [day for day, _ in keys],
            "metrics": [str(metric) for _, metric in keys],
            "amounts": [amounts[key] for key in keys],
        },
    )


async def forget_old_days(work: Work, today: date) -> None:
    """Forget what was used longer ago than is kept."""
    await work.session.execute(
        sa.text("DELETE FROM usage_day WHERE tenant_id = :tenant AND day < :before"),
        {"tenant": work.tenant_id, "before": today - timedelta(days=KEPT_DAYS)},
    )


async def read_days(work: Work, since: date, until: date) -> Sequence[Any]:
    """What was used on days, the oldest first: rows of the table."""
    statement = (
        sa.select(col(UsageDay.day), col(UsageDay.metric), col(UsageDay.amount))
        .where(
            col(UsageDay.tenant_id) == work.tenant_id,
            col(UsageDay.day) >= since,
            col(UsageDay.day) <= until,
        )
        .order_by(col(UsageDay.day), col(UsageDay.metric))
    )
    return (await work.session.execute(statement)).all()
