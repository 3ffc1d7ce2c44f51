"""Reviews: planned for key milestones, and gathered when their time has come or their inputs have changed.

`milestone.review.ready` is told when a report is there for the first time (or again after it had failed), and when a
report that is gathered again recommends something else; not for every new number in it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.reading import calendars_of
from domain.calendars.working_days import WorkingCalendar
from domain.kernel.faults import crash_point
from domain.kernel.outward import stored_row
from domain.kernel.runtime import Runtime
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.reviews.commands import note_missing
from domain.reviews.events import ReviewReady
from domain.reviews.gathering import planned_day
from domain.reviews.reading import begins_at, read_report_facts
from domain.reviews.report import Report, build_report
from domain.reviews.states import UNFINISHED, ReviewState, after_failed_gathering
from domain.reviews.storing import store_report
from domain.reviews.tables import Review
from workers.claims import Claim, Queue
from workers.running import run_due

GATHERING = Queue.of_work("review", attempts=3)
PLANNING = Queue.of_work("review_plan", lease=timedelta(seconds=30))
AT_A_TURN = 5

_GATHERED = frozenset({ReviewState.PLANNED, ReviewState.GATHERING, ReviewState.READY})
_PLANNED_FOR = frozenset({MilestoneStatus.PLANNED, MilestoneStatus.IN_PROGRESS})


async def gather(runtime: Runtime, tenant_id: UUID) -> int:
    """Gather some of a tenant's due reviews. Answers how many."""
    return await run_due(runtime, tenant_id, GATHERING, _gather, AT_A_TURN, _failed)


async def plan(runtime: Runtime, tenant_id: UUID) -> int:
    """Plan the reviews of some of a tenant's changed milestones. Answers how many."""
    return await run_due(runtime, tenant_id, PLANNING, _plan, AT_A_TURN * 4)


async def _locked(work: Work, review_id: UUID) -> Review | None:
    statement = (
        sa.select(Review)
        .where(col(Review.tenant_id) == work.tenant_id, col(Review.id) == review_id)
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _gather(work: Work, claim: Claim) -> datetime | None:
    review = await _locked(work, claim.key)
    if review is None or review.state not in _GATHERED:
        return None  # a person has begun, decided or cancelled it: its report no longer changes
    if review.state is ReviewState.PLANNED and review.planned_on is not None:
        calendar = await _calendar_of(work, review.venture_id)
        begins = await begins_at(work, review, review.planned_on, calendar)
        if work.now < begins:
            return begins
    await gather_now(work, review)
    return None


async def gather_now(work: Work, review: Review) -> None:
    """Gather a review's report as of now, and keep it; tell of the first, and of one that recommends something else."""
    facts, calendar = await read_report_facts(work, review)
    report = build_report(facts, calendar, work.now)
    crash_point("review.after_report")
    told = review.state is not ReviewState.READY or review.recommendation != report.recommendation
    await store_report(work, review, report)
    review.state, review.stale = ReviewState.READY, False
    review.attempts, review.error = 0, None
    await work.flush()
    await note_missing(work, review)
    if told:
        _tell(work, review, report)


def _tell(work: Work, review: Review, report: Report) -> None:
    milestone = report.content["milestone"]
    assert milestone is not None, "a progress report has an event of its own"
    more: ReviewReady = {
        "milestone": {"id": milestone["id"], "title": milestone["title"]},
        "reasons": cast(Any, report.content["reasons"]),
        "missing": report.content["missing"],
    }
    data = stored_row(review) | dict(more)
    work.emit("milestone.review.ready", ("review", review.id), data, scope=Scope(venture_id=review.venture_id))


async def _failed(work: Work, claim: Claim, error: str) -> None:
    """A gathering has failed: after the third in a row the review has failed, until somebody requests it again."""
    review = await _locked(work, claim.key)
    if review is None or review.state not in _GATHERED:
        return
    review.attempts += 1
    review.error = error[:500]
    if review.state is ReviewState.PLANNED:
        review.state = ReviewState.GATHERING
    review.state = after_failed_gathering(review.state, review.attempts)


async def _plan(work: Work, claim: Claim) -> datetime | None:
    # The same guard as that of the command that requests a review: a milestone has one unfinished review.
    await work.guard(f"review:{claim.key.hex}")
    statement = sa.select(Milestone).where(col(Milestone.tenant_id) == work.tenant_id, col(Milestone.id) == claim.key)
    milestone = (await work.session.execute(statement)).scalar_one_or_none()
    if milestone is None:
        return None
    latest = await _latest(work, milestone.id)
    unfinished = latest if latest is not None and latest.state in UNFINISHED else None
    calendar = await _calendar_of(work, milestone.venture_id)
    planned_on = _planned_on(milestone, calendar)
    if planned_on is None:
        if unfinished is not None and unfinished.state is ReviewState.PLANNED:
            unfinished.state = ReviewState.CANCELLED
        return None
    if unfinished is None:
        if latest is not None and latest.planned_on == planned_on:
            return None  # this one was held or cancelled
        unfinished = work.new(
            Review,
            venture_id=milestone.venture_id,
            milestone_id=milestone.id,
            planned_on=planned_on,
            created_at=work.now,
        )
    if unfinished.planned_on != planned_on or unfinished is not latest:
        unfinished.planned_on = planned_on
        await work.mark("monitor", [milestone.venture_id])  # which watches for the day to pass
    await work.flush()
    if unfinished.state is ReviewState.PLANNED:
        begins = await begins_at(work, unfinished, planned_on, calendar)
        await work.mark("review", [unfinished.id], max(begins, work.now))
    return None


async def _calendar_of(work: Work, venture_id: UUID) -> WorkingCalendar:
    return (await calendars_of(work, [venture_id]))[venture_id]


def _planned_on(milestone: Milestone, calendar: WorkingCalendar) -> date | None:
    """The day of the review; None where there is to be none."""
    wanted = milestone.key and milestone.archived_at is None and milestone.status in _PLANNED_FOR
    return planned_day(milestone.review_on, milestone.due_on, calendar) if wanted else None


async def _latest(work: Work, milestone_id: UUID) -> Review | None:
    statement = (
        sa.select(Review)
        .where(col(Review.tenant_id) == work.tenant_id, col(Review.milestone_id) == milestone_id)
        .order_by(col(Review.created_at).desc(), col(Review.id).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()
