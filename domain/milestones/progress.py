"""How much of a milestone is done: said by hand, or worked out from its tasks or criteria; by one of them at a time.

Whatever changes a task or a finding keeps the milestone's percentage in the same transaction, behind the milestone's
lock: so of two that change at once, the later one counts both.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.editing import apply, when_archived, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.milestones.tables import Criterion, Milestone, MilestoneStatus, ProgressMode
from domain.milestones.task_tables import Task

_BY_TASKS: Final = sa.text("""
    SELECT coalesce(sum(weight) FILTER (WHERE status = 'done'), 0) AS done, coalesce(sum(weight), 0) AS whole
    FROM task WHERE tenant_id = :tenant AND milestone_id = :milestone AND status <> 'cancelled'
        AND archived_at IS NULL""")

_BY_CRITERIA: Final = sa.text("""
    SELECT count(*) FILTER (WHERE last.result = 'pass') AS done, count(*) AS whole
    FROM criterion c LEFT JOIN LATERAL (
        SELECT k.result FROM criterion_result k WHERE k.tenant_id = :tenant AND k.criterion_id = c.id
        ORDER BY k.recorded_at DESC, k.id DESC LIMIT 1) last ON true
    WHERE c.tenant_id = :tenant AND c.milestone_id = :milestone AND c.archived_at IS NULL""")

_SHARES: Final = {ProgressMode.BY_TASKS: _BY_TASKS, ProgressMode.BY_CRITERIA: _BY_CRITERIA}


def percent_of(done: Decimal | int, whole: Decimal | int) -> int:
    """The whole percent that is done, rounded down, so that 100 means all of it; 0 where there is nothing to do."""
    return int(100 * done / whole) if whole else 0


def mode_of(milestone: Milestone) -> ProgressMode:
    """From what a milestone's percentage follows."""
    return milestone.progress_mode or ProgressMode.BY_HAND


def check_said_by_hand(mode: ProgressMode, percent: int | None) -> None:
    """Raises `Invalid` for a percentage that somebody says of a milestone where it is worked out."""
    if percent is not None and mode is not ProgressMode.BY_HAND:
        source = "tasks" if mode is ProgressMode.BY_TASKS else "criteria"
        message = f"follows from its {source} (progress_mode {mode}); set progress_mode to by_hand to say it yourself"
        raise Invalid.at("percent_complete", message=message)


async def keep_progress(work: Work, *milestone_ids: UUID | None) -> None:
    """Work out the percentage of milestones, where it is to be worked out, after their tasks or findings changed."""
    wanted: Collection[UUID] = {id for id in milestone_ids if id is not None}
    await work.flush()
    for id in sorted(wanted):
        await work_out(work, await work.get(Milestone, id, "milestone_id", lock=True))


async def work_out(work: Work, milestone: Milestone) -> None:
    """Work out the percentage of a locked milestone, unless it is said by hand. One that is done is so wholly."""
    mode = mode_of(milestone)
    if mode is ProgressMode.BY_HAND:
        return
    percent = 100
    if milestone.status is not MilestoneStatus.DONE:
        values = {"tenant": work.tenant_id, "milestone": milestone.id}
        row = (await work.session.execute(_SHARES[mode], values)).one()
        percent = percent_of(row.done, row.whole)
    apply(milestone, {"percent_complete": percent})


@when_archived
async def _without_it(work: Work, row: Entity) -> None:
    if isinstance(row, Task | Criterion):
        await keep_progress(work, row.milestone_id)


when_restored(_without_it)
