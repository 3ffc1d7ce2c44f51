"""Applying a playbook to a venture: all that it holds in one unit of work; and what that would make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col

from domain.indicators.templating import check_in_use, write_risks
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.inputs import Code, Day, IdOf, Input
from domain.kernel.questions import Asking, question
from domain.kernel.room import check_room
from domain.kernel.work import Work, unit_of_work
from domain.lessons.cases.case import Contents, Role
from domain.lessons.cases.catalogue import CASES
from domain.lessons.playbooks import PlaybookId, contents_of
from domain.lessons.tables import Playbook
from domain.milestones.tables import Milestone
from domain.risks.categorizing import categories
from domain.risks.tables import Risk
from domain.risks.templates.template import Template
from domain.roadmaps.applying import dates_of, lay_out
from domain.roadmaps.templates.template import in_locale
from domain.teams.role_tables import RoleRequirement
from domain.teams.roles import MOST_ROLES
from domain.teams.tables import TeamFunction
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action, require
from domain.tenancy.zone import tenant_of
from domain.ventures.tables import Venture

VentureId = Annotated[UUID, IdOf("venture")]

_MADE: Final = {
    "milestone_ids": "The ids of the new milestones by their codes in the playbook; null when the request is repeated."
}


class PlaybookPart(StrEnum):
    """What of a playbook is applied."""

    RISKS = "risks"
    MILESTONES = "milestones"
    ROLES = "roles"


_TAKES: Final = {PlaybookPart.MILESTONES: Action.MILESTONE_WRITE, PlaybookPart.ROLES: Action.TEAM_WRITE}
"""What a part takes beside the permission to write risks."""

Parts = Annotated[list[PlaybookPart], Field(min_length=1, max_length=3)]


class WhichPlaybook(Input):
    """A playbook and the venture that it is for: one that the product brings along, or one of the tenant's own."""

    venture_id: VentureId = Field(description="The venture.")
    code: Code | None = Field(
        None, description="Code of a playbook that the product brings along.", examples=["customer_service_company"]
    )
    playbook_id: PlaybookId | None = Field(None, description="A playbook of the tenant's own.")
    start_on: Day = Field(description="When work begins; a day off is rounded up to the next working day.")


class PlaybookPreviewed(WhichPlaybook):
    """Which playbook is to be looked at, and for which venture."""


class ApplyPlaybook(WhichPlaybook):
    """Which playbook is to be applied, and what of it."""

    parts: Parts | None = Field(None, description="What of it is applied; left out, all that it holds.")
    owner_id: Annotated[UUID, IdOf("member")] | None = Field(
        None, description="The member who watches the risks and answers for the responses."
    )


class PreviewedRisk(BaseModel):
    """A risk that a playbook would enter."""

    title: str = Field(description="The risk in one line.")
    category: str = Field(description="Code of its category.")
    sub_type: str | None = Field(description="Code of its sub-type.")
    responses: list[str] = Field(description="How it would be answered.")
    is_there: bool = Field(description="Whether the register has such a risk, so that it would be passed over.")


class PreviewedMilestone(BaseModel):
    """A milestone that a playbook would plan."""

    code: str = Field(description="Its code within the playbook.")
    title: str = Field(description="What is to be reached.")
    start_on: date = Field(description="Its first day.")
    due_on: date = Field(description="Its due day.")
    key: bool = Field(description="Whether it gets a review.")


class PreviewedRole(BaseModel):
    """A role that a playbook asks for."""

    title: str = Field(description="What the role is.")
    function: TeamFunction = Field(description="Which of the four functions it has.")
    headcount: int = Field(description="How many people it needs.")
    is_core: bool = Field(description="Whether the venture cannot go on without it.")
    milestone: str | None = Field(description="Code of the milestone for which it is needed.")


class PlaybookPreview(BaseModel):
    """What applying a playbook would make. Nothing is saved."""

    title: str = Field(description="The playbook in one line.")
    risks: list[PreviewedRisk] = Field(description="The risks that it would enter, at most 50.")
    milestones: list[PreviewedMilestone] = Field(description="The milestones that it would plan, at most 50.")
    roles: list[PreviewedRole] = Field(description="The roles that it asks for, at most 50.")


@command(Action.RISK_WRITE, returns={"venture": "venture"}, reports=_MADE)
async def apply_playbook(work: Work, given: ApplyPlaybook) -> Done:
    """Give a venture the risks with responses, the milestones and the required roles of a playbook, all or nothing.

    Risks that stand in the register under the same title are passed over; milestones and roles are there twice where a
    playbook is applied twice. Beside `risk:write` it takes what each part takes: `milestone:write` for milestones,
    `team:write` for roles. A role is asked for the venture as a whole where its milestone is not made along with it.
    """
    await check_owner(work, given.owner_id)
    contents, venture, parts = await _chosen(work, given, given.parts)
    await work.guard(f"risk_templates:{venture.id.hex}")
    locale = (await tenant_of(work)).locale
    if PlaybookPart.RISKS in parts:
        there = await _titles(work, venture.id)
        new = [risk for risk in contents.risks if in_locale(risk.title, locale) not in there]
        await write_risks(work, venture.id, given.owner_id, new)
    made: dict[str, Milestone] = {}
    if PlaybookPart.MILESTONES in parts:
        made = await lay_out(work, venture.id, contents.plan, given.start_on)
    if PlaybookPart.ROLES in parts:
        await _ask_for(work, venture.id, contents.roles, made, locale)
    ids = {code: external_id("milestone", row.id) for code, row in made.items()}
    return Done({"venture": venture.id}, reports={"milestone_ids": ids})


@question(Action.DOMAIN_READ, price=500)
async def playbook_preview(asking: Asking, given: PlaybookPreviewed) -> PlaybookPreview | None:
    """What applying a playbook to a venture would make."""
    async with unit_of_work(asking.runtime, asking.principal) as work:
        try:
            contents, venture, _ = await _chosen(work, given, None, permitted=True)
        except NotFound:
            return None
        there = await _titles(work, venture.id)
        locale = (await tenant_of(work)).locale
        dates = await dates_of(work, venture.id, contents.plan, given.start_on)
        return PlaybookPreview(
            title=in_locale(contents.plan.title, locale),
            risks=[_previewed(risk, locale, there) for risk in contents.risks],
            milestones=[
                PreviewedMilestone(
                    code=step.code,
                    title=in_locale(step.title, locale),
                    start_on=dates[step.code][0],
                    due_on=dates[step.code][1],
                    key=step.key,
                )
                for step in contents.plan.steps
            ],
            roles=[
                PreviewedRole(
                    title=in_locale(role.title, locale),
                    function=role.function,
                    headcount=role.headcount,
                    is_core=role.is_core,
                    milestone=role.milestone,
                )
                for role in contents.roles
            ],
        )


def _previewed(risk: Template, locale: str, there: set[str]) -> PreviewedRisk:
    title = in_locale(risk.title, locale)
    return PreviewedRisk(
        title=title,
        category=risk.category,
        sub_type=risk.sub_type,
        responses=[in_locale(one.title, locale) for one in risk.responses],
        is_there=title in there,
    )


async def _chosen(
    work: Work, given: WhichPlaybook, parts: list[PlaybookPart] | None, *, permitted: bool = False
) -> tuple[Contents, Venture, set[PlaybookPart]]:
    """What the playbook holds, the venture, and the parts that are asked for. Raises the refusals of applying it."""
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    if (given.code is None) == (given.playbook_id is None):
        raise Invalid.at("code", message="give either the code of a playbook or the id of one of your own")
    if given.playbook_id is not None:
        own = await work.get(Playbook, given.playbook_id, "playbook_id", archived=False)
        contents, path = contents_of(own), "playbook_id"
    else:
        case = CASES.get(given.code or "")
        if case is None:
            raise Invalid.at("code", message=f"there is no playbook {given.code}; there are {', '.join(CASES)}")
        contents, path = case.contents, "code"
    in_use = await categories(work)
    for risk in contents.risks:
        check_in_use(in_use, risk, path)
    held = {
        PlaybookPart.RISKS: contents.risks,
        PlaybookPart.MILESTONES: contents.plan.steps,
        PlaybookPart.ROLES: contents.roles,
    }
    wanted = {part for part in parts or held if held[part]}
    for part, action in _TAKES.items():
        if part in wanted and not permitted:
            require(work.principal, action)
    return contents, venture, wanted


async def _ask_for(
    work: Work, venture_id: UUID, roles: Sequence[Role], made: Mapping[str, Milestone], locale: str
) -> None:
    """Ask for the roles, each for its milestone where that was made along with it."""
    await check_room(work, RoleRequirement, "venture_id", venture_id, MOST_ROLES, "venture_id", more=len(roles))
    for role in roles:
        milestone = made.get(role.milestone or "")
        work.new(
            RoleRequirement,
            venture_id=venture_id,
            milestone_id=None if milestone is None else milestone.id,
            title=in_locale(role.title, locale),
            function=role.function,
            headcount=role.headcount,
            is_core=role.is_core,
        )


async def _titles(work: Work, venture_id: UUID) -> set[str]:
    """The titles of the risks that stand in the register."""
    statement = sa.select(col(Risk.title)).where(
        col(Risk.tenant_id) == work.tenant_id, col(Risk.venture_id) == venture_id, col(Risk.archived_at).is_(None)
    )
    return set((await work.session.execute(statement)).scalars())
