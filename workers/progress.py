"""Progress reports: each venture's, every week, by the machine of reviews. They are read, and nobody decides on them.

The report is built and stored in the transaction that makes its row: it is there whole, or not at all. It is `ready`
until the next one takes its place, and `superseded` from then on.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.faults import crash_point
from domain.kernel.ids import external_id
from domain.kernel.outward import stored_row
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.reviews.events import ProgressReady
from domain.reviews.progress_days import begins, report_days
from domain.reviews.reading import read_report_facts
from domain.reviews.report import build_report
from domain.reviews.states import ReviewState
from domain.reviews.storing import store_report
from domain.reviews.tables import Review
from domain.tenancy.zone import tenant_of
from domain.ventures.tables import Venture, VentureStage
from workers.claims import Claim, Queue
from workers.running import run_due

PROGRESS: Final = Queue.of_work("progress")
AT_A_TURN: Final = 5


async def report_progress(runtime: Runtime, tenant_id: UUID) -> int:
    """Make some of a tenant's due progress reports. Answers how many were looked at."""
    return await run_due(runtime, tenant_id, PROGRESS, _report, AT_A_TURN)


async def _report(work: Work, claim: Claim) -> datetime | None:
    found = await work.session.execute(
        sa.select(Venture).where(col(Venture.tenant_id) == work.tenant_id, col(Venture.id) == claim.key)
    )
    venture = found.scalar_one_or_none()
    if venture is None or venture.archived_at is not None or venture.stage is VentureStage.CLOSED:
        return None
    zone = ZoneInfo((await tenant_of(work)).time_zone)
    days = report_days(venture.progress_day, work.now, zone)
    if days is None:
        return None
    latest, following = days
    former = await _former(work, venture.id)
    due = venture.created_at < begins(latest, zone) and (
        former is None or former.planned_on is None or former.planned_on < latest
    )
    if due:
        await _make(work, venture, former, latest)
    return following


async def _former(work: Work, venture_id: UUID) -> Review | None:
    statement = (
        sa.select(Review)
        .where(
            col(Review.tenant_id) == work.tenant_id,
            col(Review.venture_id) == venture_id,
            col(Review.milestone_id).is_(None),
            col(Review.state) == ReviewState.READY,
        )
        .order_by(col(Review.created_at).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _make(work: Work, venture: Venture, former: Review | None, day: date) -> None:
    review = work.new(Review, venture_id=venture.id, state=ReviewState.GATHERING, planned_on=day, created_at=work.now)
    await work.flush()
    facts, calendar = await read_report_facts(work, review)
    report = build_report(facts, calendar, work.now)
    crash_point("progress.after_report")
    await store_report(work, review, report)
    review.state = ReviewState.READY
    if former is not None:
        former.state = ReviewState.SUPERSEDED
    await work.flush()
    more: ProgressReady = {
        "venture": {"id": external_id("venture", venture.id), "name": venture.name},
        "missing": report.content["missing"],
    }
    data = stored_row(review) | dict(more)
    work.emit("venture.progress_report.ready", ("review", review.id), data, scope=Scope(venture_id=venture.id))
