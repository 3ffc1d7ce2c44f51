"""What all events of reviews say beside the columns of what they are about."""

from __future__ import annotations

import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.work import Work
from domain.reviews.events import ReviewedMilestone
from domain.reviews.tables import Review

_TITLE = sa.text("SELECT title FROM milestone WHERE tenant_id = :tenant AND id = :milestone")


async def reviewed_milestone(work: Work, review: Review) -> ReviewedMilestone:
    """The milestone of a review, as its events name it."""
    assert review.milestone_id is not None, "progress reports have no such events"
    values = {"tenant": work.tenant_id, "milestone": review.milestone_id}
    title = (await work.session.execute(_TITLE, values)).scalar_one()
    return {"id": external_id("milestone", review.milestone_id), "title": title}
