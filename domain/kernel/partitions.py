"""Time partitions of events, audit entries, deliveries and attempts: made ahead, dropped whole.

They are cut by `id`, whose first 48 bits are the wall clock's milliseconds, so a row's partition follows from its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, Final, NamedTuple
from uuid import UUID

import sqlalchemy as sa

PARTITIONED: Final[Mapping[str, str]] = {
    "event": "month",
    "event_body": "month",
    "audit_entry": "month",
    "delivery": "week",
    "attempt": "week",
}
"""Tables in time partitions, by the length of one; owned by the keeper, who makes and drops them."""

KEPT: Final[Mapping[str, timedelta]] = {
    "delivery": timedelta(days=30),
    "attempt": timedelta(days=30),
    "event_body": timedelta(days=37),
}
"""How long the rows of a table are kept at least: then their partition is dropped.

Events stay, and audit entries unless a setting says otherwise: see `AUDIT_TRIMMED`.
Bodies are kept a week longer than deliveries, whose partition is as long: what can still be sent again has its body.
"""

AUDIT_TRIMMED = timedelta(days=7)
"""How much longer than its entries are kept a partition of the audit log stays: the chains begin behind it by then."""

AHEAD = 3
LOCK_TIMEOUT = "2s"
DROP_TIMEOUT = "200ms"


class Partition(NamedTuple):
    """One partition: its name and the half-open range of ids in it."""

    name: str
    lower: UUID
    upper: UUID


def _bound(moment: datetime) -> UUID:
    return UUID(int=int(moment.timestamp() * 1000) << 80)


def _starts(length: str, now: datetime) -> Iterator[datetime]:
    if length == "week":
        start = (now - timedelta(days=now.weekday())).replace(hour=0, minute=0, second=0, microsecond=0)
        for number in range(-1, AHEAD + 2):
            yield start + timedelta(weeks=number)
        return
    for number in range(-1, AHEAD + 2):
        months = now.year * 12 + now.month - 1 + number
        yield datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


def wanted(table: str, now: datetime) -> list[Partition]:
    """The partitions that must exist at `now`: the last, the present and three ahead."""
    starts = list(_starts(PARTITIONED[table], now))
    return [Partition(f"{table}_p{start:%Y%m%d}", _bound(start), _bound(end)) for start, end in pairwise(starts)]


async def ensure_partitions(connection: Any, now: datetime) -> int:
    """Make the missing ones; `connection` is the keeper's (an SQLAlchemy connection). Answers how many were made.

    A new partition locks its table for a moment. Where others hold it longer than `LOCK_TIMEOUT` this fails rather
    than have every writer queue behind it: there are three periods ahead, and the next time does as well.
    """
    await connection.execute(sa.text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
    rows = await connection.execute(
        sa.text("SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid")
    )
    existing = {row[0] for row in rows}
    made = 0
    for table in PARTITIONED:
        for partition in wanted(table, now):
            if partition.name not in existing:
                await connection.execute(
                    sa.text(
                        f"CREATE TABLE IF NOT EXISTS {partition.name} PARTITION OF {table} "
                        f"FOR VALUES FROM ('{partition.lower}') TO ('{partition.upper}')"
                    )
                )
                made += 1
    return made


async def ensure_partition_at(connection: Any, table: str, moment: datetime) -> None:
    """Make the partition of a moment, as the keeper, where it is missing."""
    partition = wanted(table, moment)[1]
    if partition.name in await partitions_of(connection, table):
        return
    await connection.execute(sa.text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
    await connection.execute(
        sa.text(
            f"CREATE TABLE IF NOT EXISTS {partition.name} PARTITION OF {table} "
            f"FOR VALUES FROM ('{partition.lower}') TO ('{partition.upper}')"
        )
    )


def outlived(table: str, name: str, now: datetime, periods: Mapping[str, timedelta] = KEPT) -> bool:
    """Whether a partition of a table, by its name, holds nothing any more that is to be kept."""
    kept = periods.get(table)
    start = re.fullmatch(rf"{table}_p(\d{{8}})", name, re.ASCII)
    if kept is None or start is None:
        return False
    begins = datetime.strptime(start[1], "%Y%m%d").replace(tzinfo=UTC)
    return now - _end(PARTITIONED[table], begins) >= kept


def _end(length: str, begins: datetime) -> datetime:
    """The end of a period: a Monday, or the first of a month."""
    return begins + timedelta(weeks=1) if length == "week" else (begins + timedelta(days=32)).replace(day=1)


async def partitions_of(connection: Any, table: str) -> list[str]:
    """The names of a table's partitions, in the order of time."""
    rows = await connection.execute(
        sa.text(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
            "WHERE i.inhparent = CAST(:table AS regclass) ORDER BY c.relname"
        ),
        {"table": table},
    )
    return [row[0] for row in rows]


async def drop_partition(connection: Any, name: str) -> None:
    """Drop one, as the keeper, in a transaction of its own.

    That locks its table for a moment. Where others hold it longer than `DROP_TIMEOUT` this fails, rather than have
    writers queue behind it, and is done the next time.
    """
    await connection.execute(sa.text(f"SET LOCAL lock_timeout = '{DROP_TIMEOUT}'"))
    await connection.execute(sa.text(f"DROP TABLE IF EXISTS {name}"))
