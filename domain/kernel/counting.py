"""Counting what a tenant has, against the limits of its plan: right under whatever comes at the same time.

Where there is a limit, a unit of work counts all that it has added and freed by one UPDATE of the metric's row, last
before its commit; so the row is held for no longer than a commit takes. Where there is none, nobody counts, and writers
do not wait for one another: each shares the row (FOR KEY SHARE) until its commit, as a foreign key would have it.
Whoever sets a limit takes the row for itself: then all who have not counted are done, what is there is counted once,
and all who come after count by themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from typing_extensions import TypedDict

from domain.kernel.errors import Busy
from domain.kernel.events import one_of, said
from domain.kernel.metrics import DAILY, SPENT, Metric, crosses, exceeded, soft_limit
from domain.kernel.tables import Fact, tables

if TYPE_CHECKING:
    from domain.kernel.work import Work

REACHED: Final = "tenant.quota.reached"
_ROUNDS: Final = 5


class QuotaReached(TypedDict):
    """A limit of which four fifths are used."""

    metric: Annotated[str, one_of(Metric, "What is limited.")]
    limit: Annotated[int, said("How many the tenant may have.", 10)]
    used: Annotated[int, said("How many it has.", 8)]
    share: Annotated[float, said("What part of the limit that is.", 0.8)]


@dataclass(frozen=True)
class Day:
    """A day in the tenant's time zone, and when it begins and ends."""

    date: date
    begins: datetime
    ends: datetime

    @property
    def bounds(self) -> dict[str, datetime]:
        """Its bounds as parameters."""
        return {"begins": self.begins, "ends": self.ends}


@dataclass(frozen=True)
class Drift:
    """A counter that was wrong: what it said, and what there is."""

    metric: Metric
    counted: int
    found: int


async def count_up(work: Work) -> None:
    """Count what the unit of work has added and freed. Raises `QuotaExceeded`; to be called last before the commit."""
    waiting = {metric: more for metric, more in sorted(work.uncounted.items()) if more}
    for _ in range(_ROUNDS):
        if not waiting:
            return
        done = await _count(work, waiting)
        waiting = {metric: more for metric, more in waiting.items() if metric not in done}
        if waiting:
            await _make_or_refuse(work, waiting)
    raise Busy("the tenant's limits are being changed at this moment; try again")


_BEFORE: Final = "CASE WHEN quota.day_counted IS NOT DISTINCT FROM given.day THEN quota.used ELSE 0 END"
_COUNT: Final = (
    "WITH shared AS (SELECT metric FROM quota WHERE tenant_id = $1 "
    "AND metric = ANY($2) AND used IS NULL ORDER BY metric FOR KEY SHARE), "
    f"counted AS (UPDATE quota SET used = greatest(0, {_BEFORE} + given.more), day_counted = given.day "
    "FROM unnest($2::text[], $3::bigint[], $4::date[]) AS given (metric, more, day) "
    "WHERE quota.tenant_id = $1 AND quota.metric = given.metric AND quota.used IS NOT NULL "
    f"AND (given.more < 0 OR {_BEFORE} + given.more <= quota.most) "
    "RETURNING quota.metric, quota.used, quota.most) "
    "SELECT metric, used, most FROM counted UNION ALL SELECT metric, NULL, NULL FROM shared"
)
"""One statement for both kinds, since it is one more for whatever a tenant makes. No row is in both: each is judged by
its newest version, behind its lock; one whose kind changes at this moment is in neither, and is tried again."""


async def _count(work: Work, waiting: Mapping[Metric, int]) -> Collection[Metric]:
    """Those with a limit that leaves room for them, or that are fewer now; and those without one.

    Of the latter none can be limited now before this unit of work is over.
    """
    today = (await day_of(work)).date if DAILY & waiting.keys() else None
    days = [today if metric in DAILY else None for metric in waiting]
    rows = await work.fetch(_COUNT, work.tenant_id, list(waiting), list(waiting.values()), days)
    done = {Metric(metric): (most, used) for metric, used, most in rows}
    reached = [
        (metric, most, used)
        for metric, (most, used) in done.items()
        if used is not None and crosses(used - waiting[metric], used, most)
    ]
    for each in reached:
        _tell_reached(work, *each)
    if reached:
        await work.flush()
    return done.keys()


async def _make_or_refuse(work: Work, waiting: Mapping[Metric, int]) -> None:
    """Make rows that are missing; where there is no room, raise `QuotaExceeded`. All others are tried again."""
    rows = await work.session.execute(
        sa.text(
            "SELECT metric, most, used, day_counted FROM quota "
            "WHERE tenant_id = :tenant AND metric = ANY(CAST(:metrics AS text[])) ORDER BY metric"
        ),
        {"tenant": work.tenant_id, "metrics": list(waiting)},
    )
    found = {Metric(row.metric): row for row in rows}
    if found.keys() != waiting.keys():
        await make_quotas(work)
    for metric, row in found.items():
        used = await _used(work, metric, row)
        if used is not None and used + waiting[metric] > row.most:
            raise exceeded(metric, row.most, used, waiting[metric])


async def make_quotas(work: Work) -> None:
    """The rows of a tenant that has none yet, with the limits of its plan."""
    made = await work.session.execute(
        sa.text(
            "INSERT INTO quota (tenant_id, metric, most, overridden) "
            "SELECT t.id, m.metric, CAST(p.limits ->> m.metric AS bigint), false "
            "FROM tenant t JOIN plan p ON p.code = coalesce(t.plan_code, 'unlimited') "
            "CROSS JOIN unnest(CAST(:metrics AS text[])) AS m (metric) WHERE t.id = :tenant FOR SHARE OF p "
            "ON CONFLICT DO NOTHING RETURNING metric, most"
        ),
        {"tenant": work.tenant_id, "metrics": list(Metric)},
    )
    for row in made.all():
        if row.most is not None and row.metric not in SPENT:
            await _begin(work, Metric(row.metric))


async def set_limits(work: Work, limits: Mapping[Metric, int | None], *, overridden: bool) -> None:
    """Put limits in force, now and exactly: who adds at the same time counts before, or is counted.

    One below what is used is taken: then nothing can be added. Only `overridden` limits replace overridden ones.
    """
    await make_quotas(work)
    rows = await work.session.execute(
        sa.text(
            "SELECT metric, most, used, day_counted, overridden FROM quota "
            "WHERE tenant_id = :tenant ORDER BY metric FOR UPDATE"
        ),
        {"tenant": work.tenant_id},
    )
    for row in rows.all():
        metric = Metric(row.metric)
        if metric in limits:
            await _put(work, metric, row, limits[metric], overridden)


async def _put(work: Work, metric: Metric, row: Any, most: int | None, overridden: bool) -> None:
    await work.session.execute(
        sa.text(
            "UPDATE quota SET most = :most, overridden = :overridden, used = CASE WHEN CAST(:most AS bigint) IS NULL "
            "THEN NULL ELSE used END WHERE tenant_id = :tenant AND metric = :metric"
        ),
        {"tenant": work.tenant_id, "metric": metric, "most": most, "overridden": overridden},
    )
    if most is None or metric in SPENT:
        return
    before = await _used(work, metric, row)
    used = await _begin(work, metric) if before is None else before
    warned = before is not None and row.most is not None and before >= soft_limit(row.most) > 0
    if not warned and used >= soft_limit(most) > 0:
        _tell_reached(work, metric, most, used)


async def tell_spent(work: Work, metric: Metric, used: int) -> None:
    """Tell that so much was spent at one time of what no counter holds, at most once in each of the tenant's days."""
    told = await work.session.execute(
        sa.text(
            "UPDATE quota SET day_counted = :today WHERE tenant_id = :tenant AND metric = :metric AND most > 0 "
            "AND day_counted IS DISTINCT FROM CAST(:today AS date) AND CAST(:used AS bigint) * 5 >= most * 4 "
            "RETURNING most"
        ),
        {"tenant": work.tenant_id, "metric": metric, "today": (await day_of(work)).date, "used": used},
    )
    if (row := told.first()) is not None:
        _tell_reached(work, metric, row.most, used)


async def recount(work: Work) -> list[Drift]:
    """Compare each counter with what there is, and mend it where it is wrong. Answers what was wrong."""
    today = await day_of(work)
    found = used_sql("metric", ":tenant", ":begins", ":ends")
    rows = await work.session.execute(
        sa.text(
            f"SELECT metric, used, day_counted, {found} AS found FROM quota "
            "WHERE tenant_id = :tenant AND used IS NOT NULL ORDER BY metric"
        ),
        {"tenant": work.tenant_id, **today.bounds},
    )
    wrong = [
        Metric(row.metric)
        for row in rows
        if row.used != row.found and (row.metric not in DAILY or row.day_counted == today.date)
    ]
    drifts = []
    for metric in wrong:  # seen in one snapshot, in which every counter and its rows fit; now nobody may count
        held = await work.session.execute(
            sa.text("SELECT used FROM quota WHERE tenant_id = :tenant AND metric = :metric FOR UPDATE"),
            {"tenant": work.tenant_id, "metric": metric},
        )
        counted = held.scalar_one()
        if counted is not None and (there := await _begin(work, metric)) != counted:
            drifts.append(Drift(metric, counted, there))
    await work.session.execute(
        sa.text("UPDATE quota SET recounted_at = :now WHERE tenant_id = :tenant AND used IS NOT NULL"),
        {"tenant": work.tenant_id, "now": work.now},
    )
    return drifts


async def _begin(work: Work, metric: Metric) -> int:
    """Count what there is into a row that is ours; what this unit of work will count itself is left to it."""
    await work.flush()
    today = await day_of(work) if metric in DAILY else None
    bounds = {} if today is None else today.bounds
    found = await work.session.execute(sa.text(f"SELECT {_counted_by()[metric]}"), {"tenant": work.tenant_id, **bounds})
    used = max(0, int(found.scalar_one()) - work.uncounted.get(metric, 0))
    await work.session.execute(
        sa.text(
            "UPDATE quota SET used = :used, day_counted = :day, recounted_at = :now "
            "WHERE tenant_id = :tenant AND metric = :metric"
        ),
        {
            "tenant": work.tenant_id,
            "metric": metric,
            "used": used,
            "day": None if today is None else today.date,
            "now": work.now,
        },
    )
    return used


@cache
def _counted_by() -> Mapping[Metric, str]:
    """By metric, the select that counts its rows of the tenant."""
    return counting_sql(":tenant", ":begins", ":ends")


def counting_sql(tenant: str, begins: str, ends: str) -> Mapping[Metric, str]:
    """By metric, the select that counts its rows of a tenant, in a day that begins and ends so."""
    counted = {}
    for table in tables():
        metric = getattr(table, "counted", None)
        if metric is None:
            continue
        where = "x.archived_at IS NULL"
        if issubclass(table, Fact):
            where = f"x.{table.counted_at} >= {begins} AND x.{table.counted_at} < {ends}"
        counted[metric] = f"(SELECT count(*) FROM {table.__tablename__} x WHERE x.tenant_id = {tenant} AND {where})"
    return counted


def used_sql(metric: str, tenant: str, begins: str, ends: str) -> str:
    """What there is of a metric, as an expression of SQL."""
    cases = " ".join(f"WHEN '{each}' THEN {sql}" for each, sql in counting_sql(tenant, begins, ends).items())
    return f"CASE {metric} {cases} END"


async def what_is_used(work: Work) -> Mapping[Metric, int | None]:
    """What the tenant uses of each metric, whether it is limited or not; None for what is not counted at all."""
    today = await day_of(work)
    columns = ", ".join(f"{sql} AS {metric}" for metric, sql in _counted_by().items())
    found = await work.session.execute(sa.text(f"SELECT {columns}"), {"tenant": work.tenant_id, **today.bounds})
    row = found.one()
    return {metric: getattr(row, metric, None) for metric in Metric}


async def _used(work: Work, metric: Metric, row: Any) -> int | None:
    """What a row says is used today; None where nobody counts."""
    if row.used is None or metric not in DAILY or row.day_counted == (await day_of(work)).date:
        return None if row.used is None else int(row.used)
    return 0


async def day_of(work: Work) -> Day:
    """The tenant's present day."""
    found = await work.session.execute(
        sa.text("SELECT time_zone FROM tenant WHERE id = :tenant"), {"tenant": work.tenant_id}
    )
    zone = ZoneInfo(found.scalar_one())
    today = work.now.astimezone(zone).date()
    return Day(today, datetime.combine(today, time(), zone), datetime.combine(today + timedelta(days=1), time(), zone))


def _tell_reached(work: Work, metric: Metric, most: int, used: int) -> None:
    data: QuotaReached = {"metric": str(metric), "limit": most, "used": used, "share": round(used / most, 4)}
    work.emit(REACHED, ("tenant", work.tenant_id), data)
