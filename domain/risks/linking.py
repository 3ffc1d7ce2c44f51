"""What a risk is linked to: milestones with the slip it would bring, resources, and the risks that would follow."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archive, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, IdOf, Input
from domain.kernel.work import Work
from domain.milestones.dependencies import cycle_closed_by
from domain.milestones.tables import Milestone
from domain.milestones.three_point import InvalidEstimate, ThreePoint
from domain.resources.tables import Resource
from domain.risks.assessing import Days, ThreePointDelay
from domain.risks.link_tables import RiskCause, RiskResource
from domain.risks.tables import Risk, RiskMilestone
from domain.tenancy.permissions import Action

MOST_LINKS = 200
"""Risks that may follow from one."""

RiskId = Annotated[UUID, IdOf("risk")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
ResourceId = Annotated[UUID, IdOf("resource")]
RiskMilestoneId = Annotated[UUID, IdOf("risk_milestone")]
RiskCauseId = Annotated[UUID, IdOf("risk_cause")]


class AddRiskMilestone(Input):
    """A milestone that a risk threatens, and by how much it would slip: in three points, or by so many days."""

    risk_id: RiskId = Field(description="The risk.")
    milestone_id: MilestoneId = Field(description="The milestone; of the risk's venture.")
    slip: ThreePointDelay | None = Field(None, description="Slip in three points, in working days.")
    slip_days: Days | None = Field(None, description="Slip in working days, where it is certain.", examples=["10"])


class UpdateRiskMilestone(Change):
    """Another slip of a milestone that a risk threatens; null for both says that it is not known."""

    id: RiskMilestoneId = Field(description="The link.")
    slip: ThreePointDelay | None = Field(None, description="Slip in three points, in working days.")
    slip_days: Days | None = Field(None, description="Slip in working days, where it is certain.", examples=["10"])


class AddRiskResource(Input):
    """A resource that a risk would hit."""

    risk_id: RiskId = Field(description="The risk.")
    resource_id: ResourceId = Field(description="The resource; of the risk's venture.")


class AddRiskCause(Input):
    """One risk that may bring about another."""

    risk_id: RiskId = Field(description="The risk that may bring it about.")
    follows_id: RiskId = Field(description="The risk that may follow; of the same venture.")


class RestoreRiskCause(Change):
    """Which link between risks to restore."""

    id: RiskCauseId = Field(description="The link.")


class ArchiveRiskCause(Change):
    """Which link between risks to archive."""

    id: RiskCauseId = Field(description="The link.")


@command(Action.RISK_WRITE, returns={"risk_milestone": "risk_milestone", "risk": "risk"}, creates=True)
async def add_risk_milestone(work: Work, given: AddRiskMilestone) -> Done:
    """Say that a risk threatens a milestone, and by how much it would slip."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    milestone = await work.get(Milestone, given.milestone_id, "milestone_id", archived=False)
    _check_venture(risk, milestone.venture_id, "milestone_id", "milestone")
    link = work.new(
        RiskMilestone, venture_id=risk.venture_id, risk_id=risk.id, milestone_id=milestone.id, **_slip(given)
    )
    return Done({"risk_milestone": link.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"risk_milestone": "risk_milestone"})
async def update_risk_milestone(work: Work, given: UpdateRiskMilestone) -> Done:
    """Change by how much a milestone would slip."""
    link = await load_for_change(work, RiskMilestone, given.id, given.expected_version)
    if {"slip", "slip_days"} & given.model_fields_set:
        apply(link, _slip(given))
    return Done({"risk_milestone": link.id})


@command(Action.RISK_WRITE, returns={"risk_resource": "risk_resource", "risk": "risk"}, creates=True)
async def add_risk_resource(work: Work, given: AddRiskResource) -> Done:
    """Say that a risk would hit a resource."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    resource = await work.get(Resource, given.resource_id, "resource_id", archived=False)
    _check_venture(risk, resource.venture_id, "resource_id", "resource")
    link = work.new(RiskResource, venture_id=risk.venture_id, risk_id=risk.id, resource_id=resource.id)
    return Done({"risk_resource": link.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"risk_cause": "risk_cause", "risk": "risk"}, creates=True)
async def add_risk_cause(work: Work, given: AddRiskCause) -> Done:
    """Say that one risk may bring about another. A cycle is refused, and spelt out."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    follows = await work.get(Risk, given.follows_id, "follows_id", archived=False)
    _check_venture(risk, follows.venture_id, "follows_id", "risk that follows")
    await _check_acyclic(work, risk.venture_id, (risk.id, follows.id), "follows_id")
    link = work.new(RiskCause, venture_id=risk.venture_id, risk_id=risk.id, follows_id=follows.id)
    return Done({"risk_cause": link.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"risk_cause": "risk_cause"})
async def archive_risk_cause(work: Work, given: ArchiveRiskCause) -> Done:
    """Archive a link between risks. Twice is once."""
    link = await load_for_change(work, RiskCause, given.id, given.expected_version, archived=True)
    await archive(work, link)
    return Done({"risk_cause": link.id})


@command(Action.RISK_WRITE, returns={"risk_cause": "risk_cause"})
async def restore_risk_cause(work: Work, given: RestoreRiskCause) -> Done:
    """Take a link between risks out of the archive, unless it would close a cycle by now."""
    link = await load_for_change(work, RiskCause, given.id, given.expected_version, archived=True)
    if link.archived_at is not None:
        await _check_acyclic(work, link.venture_id, (link.risk_id, link.follows_id), "id")
        link.archived_at = None
    return Done({"risk_cause": link.id})


def _check_venture(risk: Risk, venture_id: UUID | None, path: str, what: str) -> None:
    if venture_id != risk.venture_id:
        raise Invalid.at(path, message=f"the {what} must belong to the venture of the risk")


def _slip(given: AddRiskMilestone | UpdateRiskMilestone) -> dict[str, Decimal | None]:
    if given.slip is not None and given.slip_days is not None:
        raise Invalid.at("slip_days", message="give the slip in three points or in days, not both")
    if given.slip is None:
        return dict.fromkeys(("slip_low", "slip_likely", "slip_high"), given.slip_days)
    low, likely, high = given.slip.low, given.slip.likely, given.slip.high
    try:
        ThreePoint(low, likely, high)
    except InvalidEstimate as error:
        raise Invalid.at("slip", message=str(error)) from None
    return {"slip_low": low, "slip_likely": likely, "slip_high": high}


async def _check_acyclic(work: Work, venture_id: UUID, new: tuple[UUID, UUID], path: str) -> None:
    """Raises `Invalid` where the new link would close a cycle, or where too many follow from one risk."""
    await work.guard(f"risk_causes:{venture_id.hex}")
    rows = await work.session.execute(
        sa.select(col(RiskCause.risk_id), col(RiskCause.follows_id)).where(
            col(RiskCause.tenant_id) == work.tenant_id,
            col(RiskCause.venture_id) == venture_id,
            col(RiskCause.archived_at).is_(None),
        )
    )
    edges = [(row.risk_id, row.follows_id) for row in rows]
    cycle = [new[0], new[1]] if new[0] == new[1] else cycle_closed_by(new, edges)
    if cycle is not None:
        titles = await _titles(work, cycle)
        raise Invalid.at(path, message=f"this closes a cycle: {' → '.join(titles[id] for id in cycle)}")
    if sum(start == new[0] for start, _ in edges) >= MOST_LINKS:
        raise Invalid.at(path, message=f"at most {MOST_LINKS} risks may follow from one")


async def _titles(work: Work, ids: Sequence[UUID]) -> dict[UUID, Any]:
    rows = await work.session.execute(
        sa.select(col(Risk.id), col(Risk.title)).where(col(Risk.tenant_id) == work.tenant_id, col(Risk.id).in_(ids))
    )
    return {row.id: row.title for row in rows}


archiving_commands(RiskMilestone, Action.RISK_WRITE, __name__)
archiving_commands(RiskResource, Action.RISK_WRITE, __name__)
