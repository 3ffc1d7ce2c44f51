"""The monitor: looks at the ventures that are due, keeps their alerts and health, and stores when to look again."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from domain.health.keeping import keep_health
from domain.kernel.faults import crash_point
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from workers.claims import Claim, Queue
from workers.consequences import mark_reviews
from workers.evaluation import evaluate_venture
from workers.running import run_due

QUEUE = Queue.of_work("monitor", lease=timedelta(seconds=100))
AT_A_TURN = 10
SOONEST = timedelta(seconds=1)


async def monitor(runtime: Runtime, tenant_id: UUID) -> int:
    """Look at some of a tenant's due ventures. Answers at how many."""
    return await run_due(runtime, tenant_id, QUEUE, look_at, AT_A_TURN)


async def look_at(work: Work, claim: Claim) -> datetime | None:
    """Look at a claimed venture. Answers when to look again."""
    done = await evaluate_venture(work, claim.key)
    await work.flush()
    crash_point("monitor.before_commit")
    healthy = await keep_health(work, claim.key)
    done.at(None if healthy is None else healthy.next)
    if done.changed or (healthy is not None and healthy.changed):
        await mark_reviews(work, [claim.key])
    following = min(done.looks, default=None)
    # What is due in the past is due now; a pause keeps two clocks that disagree from turning in circles.
    return None if following is None else max(following, work.now + SOONEST)
