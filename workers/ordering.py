"""Strict order: of the events about one subject, the next is sent when the former has arrived or was given up.

Whoever takes due deliveries looks at the first few and puts those off that must wait: until the one before them is
due, or its lease ends. Whoever ends one makes the next of its subject due. So a claim looks at a bounded number of
rows however long the line is, and a wake-up that was missed costs a lease's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.work import Work
from workers.claims import Queue
from workers.endpoints import Endpoint
from workers.sending import Parcel

LOOKED_AT = 50
"""Due deliveries looked at in one turn."""

_DUE = sa.text(
    "SELECT d.id, former.id AS former_id, former.due AS former_due FROM "
    "(SELECT id, subject_id, sequence FROM delivery "
    "WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND due <= :now "
    f"ORDER BY due, id LIMIT {LOOKED_AT} FOR NO KEY UPDATE SKIP LOCKED) AS d "
    "LEFT JOIN LATERAL (SELECT f.id, f.due FROM delivery f WHERE f.tenant_id = :tenant AND f.endpoint_id = :endpoint "
    "AND f.subject_id = d.subject_id AND f.sequence < d.sequence AND f.state = 'pending' "
    "ORDER BY f.sequence LIMIT 1) AS former ON true"
)

_PUT_OFF = sa.text(
    "UPDATE delivery SET due = given.due "
    "FROM unnest(CAST(:ids AS uuid[]), CAST(:dues AS timestamptz[])) AS given (id, due) "
    "WHERE delivery.tenant_id = :tenant AND delivery.id = given.id"
)

_NEXT = sa.text(
    "UPDATE delivery SET due = :now FROM "
    "(SELECT n.id FROM unnest(CAST(:endpoints AS uuid[]), CAST(:subjects AS uuid[]), CAST(:sequences AS bigint[])) "
    "AS given (endpoint_id, subject_id, sequence) CROSS JOIN LATERAL "
    "(SELECT d.id FROM delivery d WHERE d.tenant_id = :tenant AND d.endpoint_id = given.endpoint_id "
    "AND d.subject_id = given.subject_id AND d.sequence > given.sequence AND d.state = 'pending' "
    "ORDER BY d.sequence LIMIT 1) AS n) AS following "
    "WHERE delivery.tenant_id = :tenant AND delivery.id = following.id "
    "AND delivery.lease IS NULL AND delivery.due > :now"
)


async def whose_turn_it_is(work: Work, queue: Queue, endpoint: Endpoint) -> list[UUID]:
    """The due deliveries of an endpoint in strict order that need not wait; the others are put off."""
    values = {"tenant": work.tenant_id, "endpoint": endpoint.id, "now": work.now}
    ready: list[UUID] = []
    waiting: dict[UUID, object] = {}
    for row in await work.session.execute(_DUE, values):
        if row.former_id is None:
            ready.append(row.id)
        else:
            waiting[row.id] = _until(row.former_due, work, queue)
    if waiting:
        put_off = {"tenant": work.tenant_id, "ids": list(waiting), "dues": list(waiting.values())}
        await work.session.execute(_PUT_OFF, put_off)
    return ready


def _until(former_due: datetime | None, work: Work, queue: Queue) -> datetime:
    """Until when one waits: the former one's own time, or a lease where that is due or has no body yet."""
    return former_due if former_due is not None and former_due > work.now else work.now + queue.lease


async def let_the_next_go(work: Work, ended: Sequence[Parcel]) -> None:
    """Make due what comes after deliveries in strict order that have ended."""
    last = {(one.endpoint.id, one.subject_id): one.sequence for one in ended if one.subject_id is not None}
    if not last:
        return
    values = {
        "tenant": work.tenant_id,
        "now": work.now,
        "endpoints": [endpoint for endpoint, _ in last],
        "subjects": [subject for _, subject in last],
        "sequences": list(last.values()),
    }
    await work.session.execute(_NEXT, values)
