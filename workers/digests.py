"""A member's digest: what waits becomes one letter and one delivery, in one transaction that also empties the list.

So a worker that dies before it has told nothing and lost nothing, and one that dies after it leaves a delivery that is
sent like any, with one Message-ID.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.channels.bodies import told
from domain.channels.letters import digest_of
from domain.channels.preferring import DIGEST
from domain.channels.words import word
from domain.kernel.faults import crash_point
from domain.kernel.ids import uuid7
from domain.kernel.machinery import Event, EventBody
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.webhooks.matching import Told
from domain.webhooks.tables import Delivery
from workers.audience import Listener, listening_member, place_of
from workers.claims import Claim, Queue
from workers.mailing import DIGEST_TYPE
from workers.posting import to_be_sent
from workers.running import run_due
from workers.standing import TOLD

DIGESTS = Queue.of_work(DIGEST, standing=TOLD)
AT_A_TURN = 10
MOST_ITEMS = 1_000
"""Events of one digest; what is beyond comes with the next, at once."""

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: sa.Table = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper

_WAITING = sa.text(
    "SELECT event_id, at FROM digest_item WHERE tenant_id = :tenant AND preference_id = :preference "
    "ORDER BY event_id LIMIT :limit FOR NO KEY UPDATE"
)
_TAKEN = sa.text(
    "DELETE FROM digest_item "
    "WHERE tenant_id = :tenant AND preference_id = :preference AND event_id = ANY(CAST(:ids AS uuid[]))"
)


async def send_digests(runtime: Runtime, tenant_id: UUID) -> int:
    """Bundle the due digests of a tenant. Answers how many were looked at."""
    return await run_due(runtime, tenant_id, DIGESTS, _bundle, AT_A_TURN)


async def _bundle(work: Work, claim: Claim) -> datetime | None:
    given = {"tenant": work.tenant_id, "preference": claim.key}
    waiting = (await work.session.execute(_WAITING, given | {"limit": MOST_ITEMS})).all()
    if not waiting:
        return None
    listener = await listening_member(work, claim.key)
    if listener is not None and listener.schedule is not None:
        due = listener.schedule.next_digest(min(item.at for item in waiting))
        if due > work.now:
            return due
    ids = [item.event_id for item in waiting]
    await work.session.execute(_TAKEN, given | {"ids": ids})
    if listener is not None:
        await _tell(work, claim.key, listener, await _events(work, ids))
    crash_point("digest.before_commit")
    if len(waiting) == MOST_ITEMS:
        return work.now
    return None


async def _events(work: Work, ids: Sequence[UUID]) -> list[Any]:
    statement = sa.select(EVENT).where(
        EVENT.c.tenant_id == work.tenant_id, EVENT.c.id == sa.any_(sa.literal(list(ids), sa.ARRAY(sa.Uuid)))
    )
    return list((await work.session.execute(statement.order_by(EVENT.c.id))).all())


async def _tell(work: Work, preference_id: UUID, listener: Listener, events: Sequence[Any]) -> None:
    """One delivery of what the member may still see, and still wants."""
    kept = [event for event in events if listener.wish.takes(Told.of(event))]
    if not kept:
        return
    place, language = await place_of(work, kept), listener.looks[1]
    footer = f"{word('footer', language, tenant=place.tenant)} · {word('unsubscribe_text', language)}"
    letter = digest_of([told(event, place, language) for event in kept], "", footer, language)
    id = uuid7()
    body = {"tenant_id": work.tenant_id, "event_id": id, "form": listener.form, "body": letter.stored()}
    await work.session.execute(sa.insert(BODY), [body])
    await work.session.execute(sa.insert(DELIVERY), [to_be_sent(work, preference_id, id, DIGEST_TYPE, listener.form)])
