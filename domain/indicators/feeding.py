"""Criteria that are fed by an indicator: each new latest reading is a finding about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.indicators.keeping import last_samples
from domain.indicators.tables import Indicator
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, IdOf
from domain.kernel.work import Work
from domain.milestones.criteria import append_finding, met, way_to_follow
from domain.milestones.progress import keep_progress
from domain.milestones.tables import Criterion
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture

CriterionId = Annotated[UUID, IdOf("criterion")]
IndicatorId = Annotated[UUID, IdOf("indicator")]


class FeedCriterion(Change):
    """Which indicator feeds a criterion."""

    criterion_id: CriterionId = Field(description="A criterion with target and direction.")
    indicator_id: IndicatorId | None = Field(description="The indicator of the same venture; null: recorded by hand.")


@command(Action.MILESTONE_WRITE, returns={"criterion": "criterion"})
async def feed_criterion(work: Work, given: FeedCriterion) -> Done:
    """Have a criterion follow an indicator: its latest reading is the finding, now and from now on."""
    criterion = await load_for_change(work, Criterion, given.criterion_id, given.expected_version, "criterion_id")
    if given.indicator_id is None:
        apply(criterion, {"indicator_id": None})
        return Done({"criterion": criterion.id})
    await follow(work, criterion, given.indicator_id)
    await keep_progress(work, criterion.milestone_id)
    return Done({"criterion": criterion.id})


@way_to_follow
async def follow(work: Work, criterion: Criterion, indicator_id: UUID) -> None:
    """Have a criterion follow an indicator of its venture, beginning with the latest reading. Twice is once."""
    message = "the indicator must belong to the criterion's venture"
    indicator = await get_of_venture(
        work, Indicator, indicator_id, criterion.venture_id, "indicator_id", message=message
    )
    if criterion.target is None:
        raise Invalid.at("indicator_id", message="a criterion needs a target and a direction before it can be fed")
    if criterion.indicator_id == indicator.id:
        return
    apply(criterion, {"indicator_id": indicator.id})
    for sample in await last_samples(work, indicator, 1):
        _find(work, criterion, sample.at, sample.value)


async def feed(work: Work, indicator: Indicator, latest_at: datetime | None, fresh: Mapping[datetime, Decimal]) -> None:
    """Tell the criteria that follow an indicator of its latest reading, where that is a new one."""
    if latest_at is None or latest_at not in fresh:
        return
    fed = await work.session.execute(
        sa.select(Criterion).where(
            col(Criterion.tenant_id) == work.tenant_id,
            col(Criterion.indicator_id) == indicator.id,
            col(Criterion.archived_at).is_(None),
        )
    )
    criteria = list(fed.scalars())
    for criterion in criteria:
        _find(work, criterion, latest_at, fresh[latest_at])
    await keep_progress(work, *(criterion.milestone_id for criterion in criteria))


def _find(work: Work, criterion: Criterion, at: datetime, value: Decimal) -> None:
    outcome = met(criterion.target, criterion.direction, value)
    if outcome is not None:
        append_finding(work, criterion, outcome, value=value, note=None)
