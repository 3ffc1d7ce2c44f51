"""Taking what is due: one claim for all kinds of rows that say what is to be done, and when.

A claim gives rows a fresh lease, counts the attempt before the run and moves their due time to the lease's end, so that
a worker that dies is followed by another. What a run has led to is stored only where the lease is still its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import uuid7
from domain.kernel.work import Work
from domain.tenancy.tables import TenantStatus
from workers.standing import IN_USE

LONGEST_ERROR = 500
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)


class LeaseLost(Exception):
    """Another worker has the row by now: whatever this run has done must be rolled back."""


@dataclass(frozen=True)
class Queue:
    """One kind of due rows: a table, what names a row in it, and how patient we are with a run.

    `kind` is of the table `work` only, whose rows also count what came in during a run (`wanted`). `parked` is what a
    row looks like that was given up. Tenants that do not stand as `standing` says are left alone.
    """

    name: str
    table: str
    key: str
    kind: str | None = None
    lease: timedelta = timedelta(seconds=60)
    attempts: int = 5
    standing: frozenset[TenantStatus] = IN_USE
    parked: str = "attempts = 0, parked_at = :now, error = :error"

    @classmethod
    def of_work(
        cls,
        kind: str,
        lease: timedelta = timedelta(seconds=60),
        attempts: int = 5,
        standing: frozenset[TenantStatus] = IN_USE,
    ) -> Queue:
        """The rows of one kind in the table `work`."""
        return cls(kind, "work", "subject_id", kind, lease, attempts, standing)

    @property
    def deadline(self) -> float:
        """Seconds after which a run is ended: well before its lease does."""
        return self.lease.total_seconds() * 0.75

    def stands(self) -> str:
        """The condition that the tenant stands so that its rows may be taken."""
        states = ", ".join(f"'{status}'" for status in sorted(self.standing))
        return f"EXISTS (SELECT 1 FROM tenant WHERE tenant.id = :tenant AND tenant.status IN ({states}))"

    def where(self) -> str:
        """The condition that every statement begins with."""
        return "tenant_id = :tenant" + (" AND kind = :kind" if self.kind else "")


@dataclass(frozen=True)
class Claim:
    """A row that is ours until its lease ends."""

    key: UUID
    lease: UUID
    attempts: int
    wanted: int | None = None


async def claim(
    work: Work, queue: Queue, limit: int, *, among: Sequence[UUID] | None = None, **only: UUID
) -> list[Claim]:
    """Take up to `limit` rows that are due, the longest due first; `only` narrows them by columns, `among` by keys.

    Rows whose attempts never came back too often are parked instead, and are not among the answer.
    """
    narrowed = "".join(f" AND {column} = :{column}" for column in only)
    if among is not None:
        narrowed += f" AND {queue.key} = ANY(CAST(:among AS uuid[]))"
    wanted = ", wanted" if queue.kind else ""
    # ARRAY: a bare sub-select is run again for each row under a nested loop, and then takes more than the limit.
    statement = f"""
        UPDATE {queue.table} SET lease = :lease, attempts = attempts + 1, due = :until
        WHERE {queue.where()} AND {queue.key} = ANY(ARRAY(
            SELECT {queue.key} FROM {queue.table}
            WHERE {queue.where()} AND due <= :now{narrowed} AND {queue.stands()}
            ORDER BY due, {queue.key} LIMIT :limit
            FOR NO KEY UPDATE SKIP LOCKED))
        RETURNING {queue.key} AS key, attempts{wanted}"""
    lease = uuid7()
    rows = await work.session.execute(
        sa.text(statement),
        _bound(work, queue)
        | only
        | ({} if among is None else {"among": list(among)})
        | {"lease": lease, "until": work.now + queue.lease, "now": work.now, "limit": limit},
    )
    taken = [Claim(row.key, lease, row.attempts, getattr(row, "wanted", None)) for row in rows]
    for hopeless in (one for one in taken if one.attempts > queue.attempts):
        await park(work, queue, hopeless, f"{queue.attempts} runs did not come back")
    return [one for one in taken if one.attempts <= queue.attempts]


async def claim_for_each(work: Work, queue: Queue, column: str, rooms: Mapping[UUID, int]) -> list[tuple[UUID, Claim]]:
    """Take due rows for each of several values of a column, for each as many as there is room, in one statement."""
    statement = f"""
        UPDATE {queue.table} SET lease = :lease, attempts = attempts + 1, due = :until
        WHERE {queue.where()} AND {queue.key} = ANY(ARRAY(
            SELECT taken.{queue.key}
            FROM unnest(CAST(:values AS uuid[]), CAST(:rooms AS bigint[])) AS wanted (value, room)
            CROSS JOIN LATERAL (
                SELECT {queue.key} FROM {queue.table}
                WHERE {queue.where()} AND {column} = wanted.value AND due <= :now AND {queue.stands()}
                ORDER BY due, {queue.key} LIMIT wanted.room
                FOR NO KEY UPDATE SKIP LOCKED) AS taken))
        RETURNING {queue.key} AS key, {column} AS value, attempts"""
    lease = uuid7()
    rows = await work.session.execute(
        sa.text(statement),
        _bound(work, queue)
        | {"lease": lease, "until": work.now + queue.lease, "now": work.now}
        | {"values": list(rooms), "rooms": list(rooms.values())},
    )
    taken = [(row.value, Claim(row.key, lease, row.attempts)) for row in sorted(rows, key=lambda row: row.key)]
    for hopeless in (one for _, one in taken if one.attempts > queue.attempts):
        await park(work, queue, hopeless, f"{queue.attempts} runs did not come back")
    return [(value, one) for value, one in taken if one.attempts <= queue.attempts]


async def renew(work: Work, queue: Queue, claim: Claim) -> None:
    """Keep the row for another lease, from now on. Raises `LeaseLost`."""
    statement = f"""UPDATE {queue.table} SET due = :until
        WHERE {queue.where()} AND {queue.key} = :key AND lease = :lease RETURNING {queue.key}"""
    values = _bound(work, queue) | _ours(claim) | {"until": work.now + queue.lease}
    if (await work.session.execute(sa.text(statement), values)).first() is None:
        raise LeaseLost(f"{queue.name} {claim.key}")


async def finish(work: Work, queue: Queue, claim: Claim, due: datetime | None) -> None:
    """Give the row back, done; due again at `due`, or at once where something came in during the run.

    To be called last in the transaction that stores the effect. Raises `LeaseLost`.
    """
    await _give_back(
        work,
        queue,
        claim,
        "attempts = 0, error = NULL, due = CASE WHEN wanted = :wanted THEN CAST(:due AS timestamptz) ELSE :now END",
        {"wanted": claim.wanted, "due": due, "now": work.now},
    )


async def remove(work: Work, queue: Queue, claims: Sequence[Claim]) -> None:
    """Take rows of the table `work` away that are done for good, claimed together.

    One for which something came in during the run is due again at once, one that another worker has is left to it.
    """
    if not claims:
        return
    keys, wanted = [one.key for one in claims], [one.wanted for one in claims]
    values = _bound(work, queue) | {"lease": claims[0].lease, "keys": keys, "wanted": wanted, "now": work.now}
    ours = f"{queue.where()} AND lease = :lease AND {queue.key} = ANY(CAST(:keys AS uuid[]))"
    unchanged = f"({queue.key}, wanted) IN (SELECT * FROM unnest(CAST(:keys AS uuid[]), CAST(:wanted AS bigint[])))"
    await work.session.execute(sa.text(f"DELETE FROM {queue.table} WHERE {ours} AND {unchanged}"), values)
    again = f"UPDATE {queue.table} SET lease = NULL, attempts = 0, due = :now WHERE {ours}"
    await work.session.execute(sa.text(again), values)


async def fail(work: Work, queue: Queue, claim: Claim, error: str) -> bool:
    """Give the row back after a run that failed: again after a pause that doubles, parked after the last attempt.

    Answers whether it was parked. Raises `LeaseLost`.
    """
    if claim.attempts >= queue.attempts:
        await park(work, queue, claim, error)
        return True
    pause = min(FIRST_PAUSE * 2 ** (claim.attempts - 1), LONGEST_PAUSE)
    await _give_back(
        work, queue, claim, "error = :error, due = :due", {"error": error[:LONGEST_ERROR], "due": work.now + pause}
    )
    return False


async def release(work: Work, queue: Queue, claim: Claim) -> None:
    """Give the row back undone and at once, as a worker does that is asked to end. The attempt does not count."""
    await _give_back(work, queue, claim, "attempts = attempts - 1, due = :now", {"now": work.now})


async def park(work: Work, queue: Queue, claim: Claim, error: str) -> None:
    """Put the row aside, visibly: it is not due any more, until it is marked again. Raises `LeaseLost`."""
    await _give_back(
        work,
        queue,
        claim,
        f"due = NULL, {queue.parked}",
        {"now": work.now, "error": f"given up after {claim.attempts} attempts: {error}"[:LONGEST_ERROR]},
    )


async def _give_back(work: Work, queue: Queue, claim: Claim, changes: str, values: dict[str, Any]) -> None:
    statement = f"""UPDATE {queue.table} SET lease = NULL, {changes}
        WHERE {queue.where()} AND {queue.key} = :key AND lease = :lease RETURNING {queue.key}"""
    found = await work.session.execute(sa.text(statement), _bound(work, queue) | _ours(claim) | values)
    if found.first() is None:
        raise LeaseLost(f"{queue.name} {claim.key}")


def _ours(claim: Claim) -> dict[str, Any]:
    return {"key": claim.key, "lease": claim.lease}


def _bound(work: Work, queue: Queue) -> dict[str, Any]:
    return {"tenant": work.tenant_id} | ({"kind": queue.kind} if queue.kind else {})
