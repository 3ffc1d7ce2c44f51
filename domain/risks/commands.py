"""What can be asked of risks."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, Key, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.risks.categorizing import check_category
from domain.risks.outcomes import change_status
from domain.risks.tables import Risk, RiskKind, RiskMilestone, RiskScore, RiskStatus
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

RiskId = Annotated[UUID, IdOf("risk")]
VentureId = Annotated[UUID, IdOf("venture")]
MilestoneId = Annotated[UUID, IdOf("milestone")]
MemberId = Annotated[UUID, IdOf("member")]
Tag = Annotated[Key, Field(max_length=50, pattern=r"^[^\s|]+(?: [^\s|]+)*$")]
Tags = Annotated[list[Tag], Field(max_length=30)]


class CreateRisk(Input):
    """A new risk in a venture's register."""

    venture_id: VentureId = Field(description="The venture that it would hurt.")
    title: Title = Field(description="The risk in one line.", examples=["Hospital data licence is not renewed"])
    kind: RiskKind = Field(RiskKind.THREAT, description="Whether it would hurt or help; this stays.")
    category: Code = Field(
        description="Code of the category: technical, funding, market, legal or one of the tenant's own.",
        examples=["legal"],
    )
    sub_type: Code | None = Field(
        None, description="Code of the sub-type within the category.", examples=["data_privacy"]
    )
    cause: LongText | None = Field(None, description="Why it may happen.")
    event: LongText | None = Field(None, description="What would happen.")
    effect: LongText | None = Field(None, description="What would follow.")
    owner_id: MemberId | None = Field(None, description="The member who watches it.")
    expected_on: Day | None = Field(None, description="When it would happen.")
    tags: Tags | None = Field(None, description="Words to find it by.", examples=[["gpu", "supplier"]])
    milestone_ids: list[MilestoneId] = Field(
        default=[], max_length=100, description="Milestones of the venture that it threatens."
    )


class UpdateRisk(Change):
    """Changes to a risk: what is left out stays, null clears. Accepted it becomes by an approval only."""

    id: RiskId = Field(description="The risk.")
    title: Title = may_be_left_out("The risk in one line.")
    category: Code = may_be_left_out("Code of the category.")
    sub_type: Code | None = Field(None, description="Code of the sub-type within the category.")
    cause: LongText | None = Field(None, description="Why it may happen.")
    event: LongText | None = Field(None, description="What would happen.")
    effect: LongText | None = Field(None, description="What would follow.")
    status: RiskStatus = may_be_left_out("Where it stands: open, occurred or closed.")
    owner_id: MemberId | None = Field(None, description="The member who watches it.")
    expected_on: Day | None = Field(None, description="When it would happen.")
    tags: Tags | None = Field(None, description="Words to find it by; all of them are replaced.")
    milestone_ids: list[MilestoneId] = may_be_left_out("Milestones of the venture that it threatens.", max_length=100)


@command(Action.RISK_WRITE, returns={"risk": "risk"}, creates=True)
async def create_risk(work: Work, given: CreateRisk) -> Done:
    """Add a risk to a venture's register."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    await check_category(work, given.category, given.sub_type)
    risk = work.new(Risk, **given.sent("milestone_ids", "tags"), tags=_once(given.tags), opened_at=work.now)
    await work.flush()
    work.session.add(RiskScore(tenant_id=work.tenant_id, risk_id=risk.id))
    await _link_milestones(work, risk, given.milestone_ids)
    return Done({"risk": risk.id})


@command(Action.RISK_WRITE, returns={"risk": "risk"})
async def update_risk(work: Work, given: UpdateRisk) -> Done:
    """Change a risk."""
    risk = await load_for_change(work, Risk, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    changes = given.sent("id", "expected_version", "milestone_ids")
    if "tags" in changes:
        changes["tags"] = _once(given.tags)
    if changes.get("status") is RiskStatus.ACCEPTED and risk.status is not RiskStatus.ACCEPTED:
        raise Invalid.at("status", message="a risk becomes accepted only by an approved acceptance")
    status = changes.pop("status", None)
    apply(risk, changes)
    if status is not None:
        await change_status(work, risk, status)
    if {"category", "sub_type"} & changes.keys():
        await check_category(work, risk.category, risk.sub_type)
    if "milestone_ids" in given.model_fields_set:
        await _link_milestones(work, risk, given.milestone_ids)
    return Done({"risk": risk.id})


def _once(tags: list[str] | None) -> list[str] | None:
    """Each tag once, in the order given; none at all is no list."""
    return list(dict.fromkeys(tags)) if tags else None


async def _link_milestones(work: Work, risk: Risk, wanted: list[UUID]) -> None:
    """Make the risk's links to milestones those of `wanted`."""
    for position, milestone_id in enumerate(wanted):
        message = "the milestone must belong to the venture of the risk"
        await get_of_venture(work, Milestone, milestone_id, risk.venture_id, "milestone_ids", position, message=message)
    statement = sa.select(RiskMilestone).where(
        col(RiskMilestone.tenant_id) == work.tenant_id,
        col(RiskMilestone.risk_id) == risk.id,
        col(RiskMilestone.archived_at).is_(None),
    )
    linked = {link.milestone_id: link for link in (await work.session.execute(statement)).scalars()}
    for milestone_id, link in linked.items():
        if milestone_id not in wanted:
            link.archived_at = work.now
    for milestone_id in dict.fromkeys(wanted):
        if milestone_id not in linked:
            work.new(RiskMilestone, venture_id=risk.venture_id, risk_id=risk.id, milestone_id=milestone_id)


archiving_commands(Risk, Action.RISK_WRITE, __name__)
