"""What can be asked of two plans: how versions of a roadmap differ, and what has moved since a baseline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.kernel.errors import Invalid
from domain.kernel.inputs import IdOf, Input
from domain.kernel.questions import Asking, question
from domain.kernel.work import Work, unit_of_work
from domain.milestones.tables import Milestone, MilestoneStatus
from domain.roadmaps.baselines import MOST_MILESTONES, BaselineId
from domain.roadmaps.commands import content_of, planned
from domain.roadmaps.comparing import Change, Difference, RoadmapPart, compare
from domain.roadmaps.tables import Baseline, BaselineMilestone, Roadmap, RoadmapVersion
from domain.tenancy.permissions import Action

MOST_SHOWN: Final = 1_000

MilestoneId = Annotated[UUID, IdOf("milestone")]
VersionId = Annotated[UUID, IdOf("roadmap_version")]
SHOWN: Final = f"at most {MOST_SHOWN}"


class CompareRoadmapVersions(Input):
    """Two versions of a roadmap."""

    roadmap_version_id: VersionId = Field(description="The version that is compared.")
    with_id: VersionId | None = Field(
        None, description="The version that it is compared with; left out: the roadmap and the plan as they are now."
    )


class RoadmapDifference(BaseModel):
    """One thing that differs between two versions of a roadmap."""

    part: RoadmapPart = Field(description="What of the roadmap it is.")
    key: str = Field(description="The id of the phase or milestone, the title of the function; else empty.")
    title: str = Field(description="What it is called, in the later of the two where it is there.")
    change: Change = Field(description="How it differs.")
    field: str | None = Field(description="The field that differs; null where all of it was added or removed.")
    before: Any = Field(description="What stands in the version that is compared.")
    after: Any = Field(description="What stands in what it is compared with.")


class RoadmapComparison(BaseModel):
    """What differs between two versions of a roadmap."""

    before_number: int = Field(description="The number of the version that is compared.")
    after_number: int | None = Field(description="The number of the other; null: the present.")
    total: int = Field(description="How many differences there are.")
    differences: list[RoadmapDifference] = Field(description=f"The differences, {SHOWN}.")


class CompareBaselines(Input):
    """A baseline and what it is compared with."""

    baseline_id: BaselineId = Field(description="The baseline that is compared.")
    with_id: BaselineId | None = Field(
        None, description="The baseline that it is compared with; left out: the plan as it is now."
    )


class MilestoneDifference(BaseModel):
    """A milestone whose dates or budget differ between two plans."""

    milestone_id: MilestoneId = Field(description="The milestone.")
    title: str = Field(description="What it is called now.")
    change: Change = Field(description="Whether it was added, removed or changed.")
    start_before: date | None = Field(description="Its first day in the baseline that is compared.")
    start_after: date | None = Field(description="Its first day in what it is compared with.")
    due_before: date | None = Field(description="Its due day in the baseline that is compared.")
    due_after: date | None = Field(description="Its due day in what it is compared with.")
    due_moved_days: int | None = Field(description="By how many days its due day lies later; earlier is below 0.")
    budget_before: Decimal | None = Field(description="Its budget in the baseline that is compared.")
    budget_after: Decimal | None = Field(description="Its budget in what it is compared with.")


class BaselineComparison(BaseModel):
    """What differs between two baselines, or between a baseline and the plan."""

    before_number: int = Field(description="The number of the baseline that is compared.")
    after_number: int | None = Field(description="The number of the other; null: the present plan.")
    total: int = Field(description="How many milestones differ.")
    milestones: list[MilestoneDifference] = Field(description=f"The milestones that differ, {SHOWN}.")


@question(Action.DOMAIN_READ, price=2_000)
async def roadmap_comparison(asking: Asking, asked: CompareRoadmapVersions) -> RoadmapComparison:
    """What differs between two versions of a roadmap, or between a version and the present, field by field."""
    async with unit_of_work(asking.runtime, asking.principal) as work:
        before, number, content = await _versions(work, asked)
    found = compare(before.content, content)
    return RoadmapComparison(
        before_number=before.number,
        after_number=number,
        total=len(found),
        differences=[_told(difference) for difference in found[:MOST_SHOWN]],
    )


async def _versions(
    work: Work, asked: CompareRoadmapVersions
) -> tuple[RoadmapVersion, int | None, Mapping[str, Any]]:  # Any: JSON
    """The version that is compared, and number and content of the other. Raises `NotFound` and `Invalid`."""
    one = await work.get(RoadmapVersion, asked.roadmap_version_id, "roadmap_version_id")
    if asked.with_id is None:
        roadmap = await work.get(Roadmap, one.roadmap_id, "roadmap_version_id")
        return one, None, dict(content_of(roadmap, *await planned(work, one.venture_id)))
    other = await work.get(RoadmapVersion, asked.with_id, "with_id")
    if other.roadmap_id != one.roadmap_id:
        raise Invalid.at("with_id", message="is a version of another roadmap")
    return one, other.number, other.content


def _told(difference: Difference) -> RoadmapDifference:
    return RoadmapDifference(
        part=difference.part,
        key=difference.key,
        title=difference.title,
        change=difference.change,
        field=difference.field,
        before=difference.before,
        after=difference.after,
    )


Planned = tuple[date | None, date | None, Decimal | None]
"""First day, due day and budget of a milestone."""


@question(Action.DOMAIN_READ, price=2_000)
async def baseline_comparison(asking: Asking, asked: CompareBaselines) -> BaselineComparison:
    """What differs between two baselines of a venture, or between a baseline and the plan as it is now."""
    async with unit_of_work(asking.runtime, asking.principal) as work:
        one = await work.get(Baseline, asked.baseline_id, "baseline_id")
        before = await _held(work, one.id)
        number, after = await _other(work, one, asked.with_id)
        differing = [id for id in sorted(before.keys() | after.keys()) if before.get(id) != after.get(id)]
        titles = await _titles(work, differing[:MOST_SHOWN])
    return BaselineComparison(
        before_number=one.number,
        after_number=number,
        total=len(differing),
        milestones=[_moved(id, titles[id], before, after) for id in differing[:MOST_SHOWN]],
    )


async def _other(work: Work, one: Baseline, with_id: UUID | None) -> tuple[int | None, dict[UUID, Planned]]:
    """Number and dates of the other baseline, or the plan. Raises `NotFound` and `Invalid`."""
    if with_id is None:
        return None, await _plan(work, one.venture_id)
    other = await work.get(Baseline, with_id, "with_id")
    if other.venture_id != one.venture_id:
        raise Invalid.at("with_id", message="is a baseline of another venture")
    return other.number, await _held(work, other.id)


def _moved(id: UUID, title: str, before: Mapping[UUID, Planned], after: Mapping[UUID, Planned]) -> MilestoneDifference:
    nothing: Planned = (None, None, None)
    was, now = before.get(id, nothing), after.get(id, nothing)
    change = Change.ADDED if id not in before else Change.CHANGED if id in after else Change.REMOVED
    return MilestoneDifference(
        milestone_id=id,
        title=title,
        change=change,
        start_before=was[0],
        start_after=now[0],
        due_before=was[1],
        due_after=now[1],
        due_moved_days=None if was[1] is None or now[1] is None else (now[1] - was[1]).days,
        budget_before=was[2],
        budget_after=now[2],
    )


async def _held(work: Work, baseline_id: UUID) -> dict[UUID, Planned]:
    held = BaselineMilestone
    statement = sa.select(col(held.milestone_id), col(held.start_on), col(held.due_on), col(held.budget)).where(
        col(held.tenant_id) == work.tenant_id, col(held.baseline_id) == baseline_id
    )
    return {row[0]: (row[1], row[2], row[3]) for row in await work.session.execute(statement)}


async def _plan(work: Work, venture_id: UUID) -> dict[UUID, Planned]:
    """The milestones that a baseline would hold now."""
    statement = sa.select(
        col(Milestone.id), col(Milestone.start_on), col(Milestone.due_on), col(Milestone.budget)
    ).where(
        col(Milestone.tenant_id) == work.tenant_id,
        col(Milestone.venture_id) == venture_id,
        col(Milestone.archived_at).is_(None),
        col(Milestone.status) != MilestoneStatus.CANCELLED,
    )
    rows = await work.session.execute(statement.limit(MOST_MILESTONES))
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


async def _titles(work: Work, ids: list[UUID]) -> dict[UUID, str]:
    statement = sa.select(col(Milestone.id), col(Milestone.title)).where(
        col(Milestone.tenant_id) == work.tenant_id,
        col(Milestone.id) == sa.any_(sa.literal(ids, sa.ARRAY(sa.Uuid))),
    )
    return {row[0]: row[1] for row in await work.session.execute(statement)}
