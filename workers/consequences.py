"""What relayed events make due: ventures for the monitor, gathered reviews, plans of reviews.

Marked here and not by the writers, so that writers of one venture do not meet on its row of due work.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.forecasting.inputs import DEPENDENCIES
from domain.forecasting.inputs import INPUTS as FORECAST_INPUTS
from domain.forecasting.inputs import OF_THE_TENANT as OF_ALL_FORECASTS
from domain.kernel.work import Work
from domain.money.inputs import MARKED_BY as MONEY_INPUTS
from domain.reviews.gathering import INPUTS as REVIEW_INPUTS
from domain.reviews.gathering import PLAN_INPUTS, PROGRESS_INPUTS
from domain.risks.exposure import INPUTS as EXPOSURE_INPUTS
from domain.risks.monitoring.inputs import INPUTS as MONITOR_INPUTS
from domain.risks.monitoring.inputs import MILESTONES, PEOPLE, reaches_all_ventures

FORECAST_DELAY = timedelta(seconds=1)
"""How long a forecast waits for further changes."""


async def mark_consequences(work: Work, events: Sequence[Any]) -> None:
    """Mark what the events make due (rows of the table `event`).

    Reviews are taken before any row of due work, as all do that take both, so that none waits for another in a circle.
    """
    peopled = await _ventures_of_people(work, [event.subject_id for event in events if event.type in PEOPLE])
    otherwise_worked = await _ventures_with_another_calendar(work, events)
    reviewed = {event.venture_id for event in events if event.venture_id and event.type in REVIEW_INPUTS}
    reviewed |= otherwise_worked | peopled
    if any(event.type == "member.updated" and "name" in (event.previous or {}) for event in events):
        reviewed |= await _all_ventures(work)
    reviews = await _stale(work, list(reviewed)) if reviewed else []
    ventures = {event.venture_id for event in events if event.venture_id and event.type in MONITOR_INPUTS}
    if any(event.venture_id is None and reaches_all_ventures(event.type) for event in events):
        ventures |= await _all_ventures(work)
    ventures |= peopled
    ventures |= await _ventures_after(work, [event.subject_id for event in events if event.type in MILESTONES])
    await work.mark("monitor", list(ventures))
    exposed = {event.venture_id for event in events if event.venture_id and event.type in EXPOSURE_INPUTS}
    await work.mark("exposure", list(exposed))
    funded = {event.venture_id for event in events if event.venture_id and event.type in MONEY_INPUTS}
    if any(event.venture_id is None and event.type in MONEY_INPUTS for event in events):
        funded |= await _all_ventures(work)
    await work.mark("money", list(funded | otherwise_worked))
    planned = {event.subject_id for event in events if event.type in PLAN_INPUTS}
    await _mark_forecasts(work, events)
    await work.mark("review_plan", list(planned | await _to_be_reviewed(work, otherwise_worked)))
    await work.mark("progress", [event.subject_id for event in events if event.type in PROGRESS_INPUTS])
    await work.mark("review", reviews)


async def _mark_forecasts(work: Work, events: Sequence[Any]) -> None:
    """Have forecasts worked out a little later, so that many changes in a row make one run."""
    ventures = {event.venture_id for event in events if event.venture_id and event.type in FORECAST_INPUTS}
    if any(event.type in OF_ALL_FORECASTS for event in events):
        ventures |= await _all_ventures(work)
    ventures |= await _ventures_before(work, [event.subject_id for event in events if event.type in DEPENDENCIES])
    await work.mark("forecast", list(ventures), work.now + FORECAST_DELAY)


async def mark_reviews(work: Work, venture_ids: Sequence[UUID]) -> None:
    """Have the gathered, not started reviews of ventures gathered again; until then they are stale.

    Before anything else is marked, see `mark_consequences`.
    """
    await work.mark("review", await _stale(work, venture_ids))


async def mark_ventures(work: Work, venture_ids: Sequence[UUID]) -> None:
    """Something of ventures was worked out anew: their reviews are gathered again, and the monitor looks at them."""
    await mark_reviews(work, venture_ids)
    await work.mark("monitor", venture_ids)


async def _stale(work: Work, venture_ids: Sequence[UUID]) -> list[UUID]:
    """The gathered, not started reviews of ventures, which are stale from now on, and those that are being gathered."""
    held = sa.text(
        "SELECT id, state FROM review WHERE tenant_id = :tenant AND state IN ('ready', 'gathering') "
        "AND venture_id = ANY(CAST(:ventures AS uuid[])) ORDER BY id FOR NO KEY UPDATE"
    )
    values = {"tenant": work.tenant_id, "ventures": list(venture_ids)}
    reviews = (await work.session.execute(held, values)).all()
    if ready := [review.id for review in reviews if review.state == "ready"]:
        stale = sa.text("UPDATE review SET stale = true WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))")
        await work.session.execute(stale, {"tenant": work.tenant_id, "ids": ready})
    return [review.id for review in reviews]


async def _ventures_with_another_calendar(work: Work, events: Sequence[Any]) -> set[UUID]:
    """The ventures whose working days may be others from now on."""
    if any(event.subject_type == "calendar" for event in events):
        return await _all_ventures(work)
    return {
        event.subject_id
        for event in events
        if event.type == "venture.updated" and "calendar_id" in (event.previous or {})
    }


async def _to_be_reviewed(work: Work, venture_ids: Collection[UUID]) -> set[UUID]:
    """The milestones of ventures for which reviews are planned."""
    if not venture_ids:
        return set()
    found = await work.session.execute(
        sa.text("""
            SELECT id FROM milestone
            WHERE tenant_id = :tenant AND venture_id = ANY(CAST(:ventures AS uuid[])) AND key
                AND archived_at IS NULL AND status IN ('planned', 'in_progress')"""),
        {"tenant": work.tenant_id, "ventures": list(venture_ids)},
    )
    return {row.id for row in found}


async def _all_ventures(work: Work) -> set[UUID]:
    found = await work.session.execute(
        sa.text("SELECT id FROM venture WHERE tenant_id = :tenant AND archived_at IS NULL"), {"tenant": work.tenant_id}
    )
    return {row.id for row in found}


async def _ventures_of_people(work: Work, ids: Sequence[UUID]) -> set[UUID]:
    """The ventures in which people have places in teams or roles, archived ones as well.

    The people are those of these ids, or whose places these are, or whose teams or roles.
    """
    if not ids:
        return set()
    found = await work.session.execute(
        sa.text("""
            WITH known AS (
                SELECT p.id, p.member_id FROM person p WHERE p.tenant_id = :tenant AND (p.id = ANY(CAST(:ids AS uuid[]))
                    OR p.id = ANY(ARRAY(SELECT h.person_id FROM role_holder h WHERE h.tenant_id = :tenant
                        AND (h.id = ANY(CAST(:ids AS uuid[])) OR h.role_requirement_id = ANY(CAST(:ids AS uuid[]))))))
            ), members AS (
                SELECT q.member_id FROM team_member q WHERE q.tenant_id = :tenant AND (q.id = ANY(CAST(:ids AS uuid[]))
                    OR (q.team_id = ANY(CAST(:ids AS uuid[])) AND q.archived_at IS NULL))
                UNION SELECT member_id FROM known WHERE member_id IS NOT NULL
            )
            SELECT e.venture_id AS id FROM team_member q JOIN team e ON e.tenant_id = :tenant AND e.id = q.team_id
            WHERE q.tenant_id = :tenant AND q.member_id = ANY(ARRAY(SELECT member_id FROM members))
                AND e.venture_id IS NOT NULL
            UNION SELECT h.venture_id FROM role_holder h WHERE h.tenant_id = :tenant AND h.person_id = ANY(
                ARRAY(SELECT id FROM known UNION SELECT p.id FROM person p WHERE p.tenant_id = :tenant
                    AND p.member_id = ANY(ARRAY(SELECT member_id FROM members))))"""),
        {"tenant": work.tenant_id, "ids": list(ids)},
    )
    return {row.id for row in found}


async def _ventures_after(work: Work, milestone_ids: Sequence[UUID]) -> set[UUID]:
    """The ventures with milestones that depend on these."""
    if not milestone_ids:
        return set()
    found = await work.session.execute(
        sa.text("""
            SELECT DISTINCT venture_id AS id FROM milestone_dependency
            WHERE tenant_id = :tenant AND predecessor_id = ANY(CAST(:milestones AS uuid[])) AND archived_at IS NULL"""),
        {"tenant": work.tenant_id, "milestones": list(milestone_ids)},
    )
    return {row.id for row in found}


async def _ventures_before(work: Work, dependency_ids: Sequence[UUID]) -> set[UUID]:
    """The ventures of the milestones on which others depend by these dependencies, archived ones as well."""
    if not dependency_ids:
        return set()
    found = await work.session.execute(
        sa.text("""
            SELECT DISTINCT m.venture_id AS id FROM milestone_dependency d
            JOIN milestone m ON m.tenant_id = :tenant AND m.id = d.predecessor_id
            WHERE d.tenant_id = :tenant AND d.id = ANY(CAST(:dependencies AS uuid[]))"""),
        {"tenant": work.tenant_id, "dependencies": list(dependency_ids)},
    )
    return {row.id for row in found}
