"""Opening the next phase of a venture, once all that belongs to the present one is reached."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.working_days import local_day
from domain.kernel.editing import apply
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, MilestoneStatus, Phase
from domain.tenancy.zone import tenant_of

_ENDED = (MilestoneStatus.DONE, MilestoneStatus.CANCELLED)


async def open_next_phase(work: Work, milestone: Milestone) -> None:
    """Let the next phase begin today, if the milestone was the last of its phase and that would begin later."""
    if milestone.phase_id is None:
        return
    await work.flush()
    left = sa.select(sa.func.count()).where(
        col(Milestone.tenant_id) == work.tenant_id,
        col(Milestone.phase_id) == milestone.phase_id,
        col(Milestone.archived_at).is_(None),
        col(Milestone.status).not_in(_ENDED),
    )
    if (await work.session.execute(left)).scalar_one():
        return
    present = await work.get(Phase, milestone.phase_id)
    following = (
        sa.select(Phase)
        .where(
            col(Phase.tenant_id) == work.tenant_id,
            col(Phase.venture_id) == milestone.venture_id,
            col(Phase.archived_at).is_(None),
            sa.tuple_(col(Phase.position), col(Phase.id)) > (present.position, present.id),
        )
        .order_by(col(Phase.position), col(Phase.id))
        .limit(1)
        .with_for_update(key_share=True)
    )
    phase = (await work.session.execute(following)).scalar_one_or_none()
    today = local_day(work.now, ZoneInfo((await tenant_of(work)).time_zone))
    if phase is not None and (phase.start_on is None or phase.start_on > today):
        apply(phase, {"start_on": today})
