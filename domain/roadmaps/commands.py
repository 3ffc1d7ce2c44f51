"""What can be asked of roadmaps: draw one up, and plan it anew. Every version is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.ids import external_id
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.milestones.tables import Milestone, Phase
from domain.roadmaps.baselines import MOST_MILESTONES, Reason, VentureId
from domain.roadmaps.content import SCHEMA, Content, Function, PlannedMilestone, PlannedPhase
from domain.roadmaps.tables import Roadmap, RoadmapVersion
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MOST_VERSIONS: Final = 1_000

RoadmapId = Annotated[UUID, IdOf("roadmap")]


class RoadmapFunction(Input):
    """Something that the product is to be able to do."""

    title: Title = Field(description="What it does.", examples=["Intent recognition"])
    note: LongText | None = Field(None, description="More about it.")


Functions = Annotated[list[RoadmapFunction], Field(max_length=100)]


class CreateRoadmap(Input):
    """The first plan of where a venture is going."""

    venture_id: VentureId = Field(description="The venture.")
    vision: LongText | None = Field(
        None, description="What the world looks like when it is there.", examples=["No customer waits for an answer."]
    )
    market_demand: LongText | None = Field(None, description="Who needs it, and how that is known.")
    core_functions: Functions = Field(default=[], description="What the product cannot be without.")
    extension_functions: Functions = Field(default=[], description="What comes on top.")
    reason: LongText | None = Field(None, description="Why it is planned so.")


class UpdateRoadmap(Change):
    """A roadmap that is planned anew: what is left out stays, null clears."""

    id: RoadmapId = Field(description="The roadmap.")
    vision: LongText | None = Field(None, description="What the world looks like when it is there.")
    market_demand: LongText | None = Field(None, description="Who needs it, and how that is known.")
    core_functions: Functions = may_be_left_out("What the product cannot be without.")
    extension_functions: Functions = may_be_left_out("What comes on top.")
    reason: Reason = Field(description="Why it is planned anew.", examples=["Speech came up in every interview."])


@command(Action.MILESTONE_WRITE, returns={"roadmap": "roadmap"}, creates=True)
async def create_roadmap(work: Work, given: CreateRoadmap) -> Done:
    """Draw up a venture's roadmap. With the phases and milestones of now it is version 1."""
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await work.guard(_guard(venture.id))
    if await _has_roadmap(work, venture.id):
        raise Conflict.at("venture_id", message="the venture has a roadmap; plan that one anew")
    plan = await planned(work, venture.id)
    row = work.new(
        Roadmap,
        venture_id=venture.id,
        vision=given.vision,
        market_demand=given.market_demand,
        core_functions=_functions(given.core_functions, "core_functions"),
        extension_functions=_functions(given.extension_functions, "extension_functions"),
    )
    await work.flush()
    keep_version(work, row, content_of(row, *plan), given.reason)
    return Done({"roadmap": row.id})


@command(Action.MILESTONE_WRITE, returns={"roadmap": "roadmap"})
async def update_roadmap(work: Work, given: UpdateRoadmap) -> Done:
    """Plan a roadmap anew: a new version, with the phases and milestones of now. Older versions stay.

    What has not changed since the version before, neither in the roadmap nor in phases and milestones, is refused.
    """
    row = await load_for_change(work, Roadmap, given.id, given.expected_version)
    plan, newest = await planned(work, row.venture_id), await _newest(work, row)
    changes = given.sent("id", "expected_version", "reason", "core_functions", "extension_functions")
    for name in ("core_functions", "extension_functions"):
        if name in given.model_fields_set:
            changes[name] = _functions(getattr(given, name), name)
    apply(row, changes)
    content = content_of(row, *plan)
    if content == newest:
        raise InvalidState.at("id", message=f"nothing has changed since version {row.version_number}")
    if row.version_number >= MOST_VERSIONS:
        raise InvalidState.at("id", message=f"a roadmap has at most {MOST_VERSIONS} versions")
    row.version_number += 1
    keep_version(work, row, content, given.reason)
    return Done({"roadmap": row.id})


def content_of(roadmap: Roadmap, phases: list[PlannedPhase], milestones: list[PlannedMilestone]) -> Content:
    """The roadmap as it is now, with these phases and milestones."""
    return Content(
        schema=SCHEMA,
        vision=roadmap.vision,
        market_demand=roadmap.market_demand,
        core_functions=[Function(title=one["title"], note=one["note"]) for one in roadmap.core_functions],
        extension_functions=[Function(title=one["title"], note=one["note"]) for one in roadmap.extension_functions],
        phases=phases,
        milestones=milestones,
    )


async def planned(work: Work, venture_id: UUID) -> tuple[list[PlannedPhase], list[PlannedMilestone]]:
    """The venture's phases and milestones as they are planned now. Raises `Invalid` where there are too many."""
    phases = await _rows(work, Phase, _OF_PHASES, venture_id)
    milestones = await _rows(work, Milestone, _OF_MILESTONES, venture_id)
    return [planned_phase(row) for row in phases], [planned_milestone(row) for row in milestones]


_OF_PHASES: Final = ("title", "description", "kind", "position", "start_on", "due_on")
_OF_MILESTONES: Final = ("title", "status", "key", "phase_id", "start_on", "due_on")


async def _rows(
    work: Work, table: type[Phase] | type[Milestone], names: tuple[str, ...], venture_id: UUID
) -> Sequence[sa.Row[Any]]:
    statement = sa.select(*(col(getattr(table, name)) for name in ("id", *names))).where(
        col(table.tenant_id) == work.tenant_id,
        col(table.venture_id) == venture_id,
        col(table.archived_at).is_(None),
    )
    rows = (await work.session.execute(statement.order_by(col(table.id)).limit(MOST_MILESTONES + 1))).all()
    if len(rows) > MOST_MILESTONES:
        raise Invalid(f"a roadmap holds at most {MOST_MILESTONES} {table.word}s; archive those that are over")
    return rows


def planned_phase(row: Any) -> PlannedPhase:  # Any: a phase, or a row of these columns of it
    """A phase as a version of a roadmap holds it."""
    return PlannedPhase(
        id=external_id("phase", row.id),
        title=row.title,
        description=row.description,
        kind=str(row.kind),
        position=row.position,
        start_on=outward(row.start_on),
        due_on=outward(row.due_on),
    )


def planned_milestone(row: Any) -> PlannedMilestone:  # Any: a milestone, or a row of these columns of it
    """A milestone as a version of a roadmap holds it."""
    return PlannedMilestone(
        id=external_id("milestone", row.id),
        title=row.title,
        status=str(row.status),
        key=row.key,
        phase_id=None if row.phase_id is None else external_id("phase", row.phase_id),
        start_on=outward(row.start_on),
        due_on=outward(row.due_on),
    )


def keep_version(work: Work, roadmap: Roadmap, content: Content, reason: str | None) -> None:
    """Append the version whose number the roadmap has now."""
    work.new(
        RoadmapVersion,
        venture_id=roadmap.venture_id,
        roadmap_id=roadmap.id,
        number=roadmap.version_number,
        reason=reason,
        content=dict(content),
        made_at=work.now,
        made_by=work.principal.member_id,
    )


async def _newest(work: Work, roadmap: Roadmap) -> object:
    statement = sa.select(col(RoadmapVersion.content)).where(
        col(RoadmapVersion.tenant_id) == work.tenant_id,
        col(RoadmapVersion.roadmap_id) == roadmap.id,
        col(RoadmapVersion.number) == roadmap.version_number,
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _has_roadmap(work: Work, venture_id: UUID) -> bool:
    statement = sa.select(col(Roadmap.id)).where(
        col(Roadmap.tenant_id) == work.tenant_id,
        col(Roadmap.venture_id) == venture_id,
        col(Roadmap.archived_at).is_(None),
    )
    return (await work.session.execute(statement)).first() is not None


def _functions(given: list[RoadmapFunction], name: str) -> list[dict[str, str | None]]:
    """Functions as they are stored. Raises `Invalid` where two have one title: by that they are compared."""
    seen: set[str] = set()
    for place, one in enumerate(given):
        if one.title in seen:
            raise Invalid.at(name, place, "title", message="stands in the list already")
        seen.add(one.title)
    return [{"title": one.title, "note": one.note} for one in given]


def _guard(venture_id: UUID) -> str:
    return f"roadmap:{venture_id.hex}"


archiving_commands(Roadmap, Action.MILESTONE_WRITE, __name__)
