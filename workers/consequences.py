"""What relayed events make due: ventures for the monitor, gathered reviews, plans of reviews.

Marked here and not by the writers, so that writers of one venture do not meet on its row of due work.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.work import Work
from domain.reviews.gathering import INPUTS as REVIEW_INPUTS
from domain.reviews.gathering import PLAN_INPUTS
from domain.risks.monitoring.inputs import INPUTS as MONITOR_INPUTS
from domain.risks.monitoring.inputs import reaches_all_ventures


async def mark_consequences(work: Work, events: Sequence[Any]) -> None:
    """Mark what the events make due (rows of the table `event`)."""
    ventures = {event.venture_id for event in events if event.venture_id and event.type in MONITOR_INPUTS}
    if any(event.venture_id is None and reaches_all_ventures(event.type) for event in events):
        ventures |= await _all_ventures(work)
    await work.mark("monitor", list(ventures))
    await work.mark("review_plan", [event.subject_id for event in events if event.type in PLAN_INPUTS])
    reviewed = {event.venture_id for event in events if event.venture_id and event.type in REVIEW_INPUTS}
    if reviewed:
        await mark_reviews(work, list(reviewed))


async def mark_reviews(work: Work, venture_ids: Sequence[UUID]) -> None:
    """Have the gathered, not started reviews of ventures gathered again; until then they are stale."""
    stale = sa.text(
        "UPDATE review SET stale = true WHERE tenant_id = :tenant AND state = 'ready' "
        "AND venture_id = ANY(CAST(:ventures AS uuid[])) RETURNING id"
    )
    gathering = sa.text(
        "SELECT id FROM review WHERE tenant_id = :tenant AND state = 'gathering' "
        "AND venture_id = ANY(CAST(:ventures AS uuid[]))"
    )
    values = {"tenant": work.tenant_id, "ventures": list(venture_ids)}
    ids = [row.id for statement in (stale, gathering) for row in await work.session.execute(statement, values)]
    await work.mark("review", ids)


async def _all_ventures(work: Work) -> set[UUID]:
    found = await work.session.execute(
        sa.text("SELECT id FROM venture WHERE tenant_id = :tenant AND archived_at IS NULL"), {"tenant": work.tenant_id}
    )
    return {row.id for row in found}
