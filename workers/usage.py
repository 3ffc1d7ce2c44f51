"""What tenants used, by day: worked out from the outbox and the deliveries, in slices that remember how far they are.

A peak is exact: what there is now, less what has happened since, is what there was after the slice; from there each
event tells what there was before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import structlog

from domain.kernel.counting import counting_sql, day_of, recount
from domain.kernel.ids import uuid7_at
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.tables import entities
from domain.kernel.work import Work, perform, unit_of_work
from domain.tenancy.plan_tables import PEAKS, UsageMetric
from domain.tenancy.usage import add_to_days, forget_old_days, raise_days
from workers.counters import lock_counter, set_counter

SLICE: Final = 5_000
SLICES: Final = 20
"""Of one tenant in one turn: what is more waits for the next."""

SETTLED: Final = timedelta(minutes=10)
"""How old deliveries are before they are counted: all that were made before are committed by then."""

RECOUNTED_EVERY: Final = timedelta(days=1)

_READINGS: Final = "indicator.readings_recorded"
_TOTALS: Final = {_READINGS: UsageMetric.READINGS, "risk.alert.fired": UsageMetric.ALERTS}

log = structlog.get_logger(__name__)


@cache
def _steps() -> Mapping[str, tuple[UsageMetric, int]]:
    """By type of event, of what there is more or less after it."""
    verbs = {"created": 1, "restored": 1, "archived": -1}
    return {
        f"{entity.word}.{verb}": (UsageMetric(entity.counted), step)
        for entity in entities()
        if entity.counted is not None
        for verb, step in verbs.items()
    }


async def keep_usage(runtime: Runtime, tenant_id: UUID, wall: datetime | None = None) -> None:
    """Bring a tenant's usage up to date. `wall` is the wall clock, as ids of deliveries are."""
    for _ in range(SLICES):
        async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
            more = await _slice(work, SLICE)
        if not more:
            break
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        await _count_deliveries(work, (wall or datetime.now(UTC)) - SETTLED)
        await forget_old_days(work, (await day_of(work)).date)


async def _slice(work: Work, limit: int) -> bool:
    """Take in some events. Answers whether there may be more."""
    done = await lock_counter(work, "usage")
    if done is None:
        return False
    found = await work.session.execute(
        sa.text("SELECT value FROM tenant_counter WHERE tenant_id = :tenant AND name = 'event'"),
        {"tenant": work.tenant_id},
    )
    last = int(found.scalar_one_or_none() or 0)
    types = [*_steps(), *_TOTALS]
    events = await work.session.execute(
        sa.text(
            "SELECT sequence, type, occurred_at, data ->> 'count' AS readings FROM event WHERE tenant_id = :tenant "
            "AND sequence > :done AND sequence <= :last AND type = ANY(CAST(:types AS text[])) "
            "ORDER BY sequence LIMIT :limit"
        ),
        {"tenant": work.tenant_id, "done": done, "last": last, "types": types, "limit": limit},
    )
    rows = events.all()
    more = len(rows) == limit
    if more:
        last = rows[-1].sequence
    today = await day_of(work)
    zone = today.begins.tzinfo
    assert isinstance(zone, ZoneInfo)
    await add_to_days(work, _sums(rows, zone))
    there, after = await _there(work, last)
    await raise_days(work, {(today.date, metric): count for metric, count in there.items()})
    await raise_days(work, _peaks(rows, after, zone))
    await set_counter(work, "usage", last)
    return more


def _sums(rows: Sequence[Any], zone: ZoneInfo) -> Counter[tuple[date, UsageMetric]]:
    sums: Counter[tuple[date, UsageMetric]] = Counter()
    for row in rows:
        if (metric := _TOTALS.get(row.type)) is not None:
            day = row.occurred_at.astimezone(zone).date()
            sums[day, metric] += int(row.readings or 0) if row.type == _READINGS else 1
    return sums


def _peaks(
    rows: Sequence[Any], after: Mapping[UsageMetric, int], zone: ZoneInfo
) -> dict[tuple[date, UsageMetric], int]:
    """The most of each day, from what there is after the last of the events."""
    there = dict(after)
    peaks: Counter[tuple[date, UsageMetric]] = Counter()
    for row in reversed(rows):
        if row.type not in _steps():
            continue
        metric, step = _steps()[row.type]
        day = row.occurred_at.astimezone(zone).date()
        before = max(0, there[metric] - step)
        peaks[day, metric] = max(peaks[day, metric], there[metric], before)
        there[metric] = before
    return dict(peaks)


async def _there(work: Work, last: int) -> tuple[Mapping[UsageMetric, int], Mapping[UsageMetric, int]]:
    """What there is, and what there was after the event of a number: less what came later, all in one snapshot."""
    counts = counting_sql(":tenant", ":now", ":now")
    columns = ", ".join(f"{sql} AS {metric}" for metric, sql in counts.items() if str(metric) in PEAKS)
    found = await work.session.execute(
        sa.text(
            f"SELECT {columns}, (SELECT jsonb_object_agg(later.type, later.events) FROM ("
            "SELECT type, count(*) AS events FROM event WHERE event.tenant_id = :tenant "
            "AND (event.sequence > :last OR event.due IS NOT NULL) AND event.type = ANY(CAST(:types AS text[])) "
            "GROUP BY type) AS later) AS later"
        ),
        {"tenant": work.tenant_id, "last": last, "types": list(_steps())},
    )
    row = found.one()
    there = {metric: int(getattr(row, metric)) for metric in PEAKS}
    after = dict(there)
    for type_, events in (row.later or {}).items():
        metric, step = _steps()[type_]
        after[metric] = max(0, after[metric] - step * events)
    return there, after


async def _count_deliveries(work: Work, until: datetime) -> None:
    """Count the deliveries to webhook endpoints that were made since the last time."""
    done = await lock_counter(work, "usage_delivery")
    ends = int(until.timestamp() * 1000)
    if done is None or ends <= done:
        return
    zone = (await day_of(work)).begins.tzinfo
    rows = await work.session.execute(
        sa.text(
            "SELECT (d.created_at AT TIME ZONE CAST(:zone AS text))::date AS day, count(*) AS deliveries "
            "FROM delivery d JOIN webhook_endpoint e ON e.tenant_id = :tenant AND e.id = d.endpoint_id "
            "WHERE d.tenant_id = :tenant AND d.id >= :begins AND d.id < :ends GROUP BY 1"
        ),
        {"tenant": work.tenant_id, "zone": str(zone), "begins": uuid7_at(done, 0), "ends": uuid7_at(ends, 0)},
    )
    await add_to_days(work, {(row.day, UsageMetric.WEBHOOK_DELIVERIES): row.deliveries for row in rows})
    await set_counter(work, "usage_delivery", ends)


async def recount_daily(runtime: Runtime, tenant_id: UUID) -> None:
    """Recount what limits are held by, once a day; what was wrong is mended, and told to the logs."""

    async def act(work: Work) -> None:
        due = await work.session.execute(
            sa.text(
                "SELECT 1 FROM quota WHERE tenant_id = :tenant AND used IS NOT NULL AND recounted_at < :before LIMIT 1"
            ),
            {"tenant": tenant_id, "before": work.now - RECOUNTED_EVERY},
        )
        for drift in await recount(work) if due.first() is not None else ():
            told = {"metric": str(drift.metric), "counted": drift.counted, "found": drift.found}
            log.warning("quota counter mended", tenant_id=str(tenant_id), **told)

    await perform(runtime, Principal.worker(tenant_id), act)
