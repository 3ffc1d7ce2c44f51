"""What can be asked of where technology and talent come from."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.catalogue.commands import check_code
from domain.catalogue.licences import SpdxExpression
from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.resources.detailing import resource_for
from domain.resources.origin_tables import TalentChannel, TalentSource, Technology, TechnologySource
from domain.resources.tables import ResourceKind
from domain.tenancy.permissions import Action

ResourceId = Annotated[UUID, IdOf("resource")]

_SOURCE = "How it is obtained."
_PROVIDER = "Who made it, shares it or sells it."
_VERSION = "The version in use, as its provider calls it."
_SPDX = "Its licence as an SPDX expression; LicenseRef-Name for one that SPDX does not list."
_TEXT = "The words of the licence or contract that matter."
_CODE = "Code of an entry of the catalogue, the product's or your own, that tells of it."
_CHANNEL = "How the people are won."
_PARTNER = "The university, agency or school."
_PROGRAMME = "The programme, course or campaign."
_SKILL = "What they bring or learn."


class CreateTechnology(Input):
    """Whence a technology comes."""

    resource_id: ResourceId = Field(description="The resource, of the kind technology.")
    source: TechnologySource = Field(description=_SOURCE)
    provider: Title | None = Field(None, description=_PROVIDER)
    version_label: Title | None = Field(None, description=_VERSION, examples=["2.9"])
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX, examples=["Apache-2.0"])
    licence_text: LongText | None = Field(None, description=_TEXT)
    catalogue_code: Code | None = Field(None, description=_CODE, examples=["pytorch"])


class UpdateTechnology(Change):
    """Changes to whence a technology comes: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("technology")] = Field(description="The technology.")
    source: TechnologySource = may_be_left_out(_SOURCE)
    provider: Title | None = Field(None, description=_PROVIDER)
    version_label: Title | None = Field(None, description=_VERSION)
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX)
    licence_text: LongText | None = Field(None, description=_TEXT)
    catalogue_code: Code | None = Field(None, description=_CODE)


class CreateTalentSource(Input):
    """How people are won."""

    resource_id: ResourceId = Field(description="The resource, of the kind talent; its amount is how many they are.")
    channel: TalentChannel = Field(description=_CHANNEL)
    partner: Title | None = Field(None, description=_PARTNER, examples=["Technical University of Nordhagen"])
    programme: Title | None = Field(None, description=_PROGRAMME)
    skill: Title | None = Field(None, description=_SKILL, examples=["Distributed training"])
    starts_on: Day | None = Field(None, description="First day.")
    ends_on: Day | None = Field(None, description="Last day.")


class UpdateTalentSource(Change):
    """Changes to how people are won: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("talent_source")] = Field(description="The source of talent.")
    channel: TalentChannel = may_be_left_out(_CHANNEL)
    partner: Title | None = Field(None, description=_PARTNER)
    programme: Title | None = Field(None, description=_PROGRAMME)
    skill: Title | None = Field(None, description=_SKILL)
    starts_on: Day | None = Field(None, description="First day.")
    ends_on: Day | None = Field(None, description="Last day.")


@command(Action.RESOURCE_WRITE, returns={"technology": "technology"}, creates=True)
async def create_technology(work: Work, given: CreateTechnology) -> Done:
    """Say whence the technology of a resource comes, and which entry of the catalogue tells of it."""
    resource = await resource_for(work, Technology, given.resource_id, ResourceKind.TECHNOLOGY)
    await check_code(work, given.catalogue_code)
    row = work.new(Technology, venture_id=resource.venture_id, **given.sent())
    return Done({"technology": row.id})


@command(Action.RESOURCE_WRITE, returns={"technology": "technology"})
async def update_technology(work: Work, given: UpdateTechnology) -> Done:
    """Change whence a technology comes."""
    row = await load_for_change(work, Technology, given.id, given.expected_version)
    await check_code(work, given.catalogue_code)
    apply(row, given.sent("id", "expected_version"))
    return Done({"technology": row.id})


@command(Action.RESOURCE_WRITE, returns={"talent_source": "talent_source"}, creates=True)
async def create_talent_source(work: Work, given: CreateTalentSource) -> Done:
    """Say how the people of a talent resource are won."""
    resource = await resource_for(work, TalentSource, given.resource_id, ResourceKind.TALENT)
    check_in_order(given.starts_on, given.ends_on, "ends_on", "starts_on")
    row = work.new(TalentSource, venture_id=resource.venture_id, **given.sent())
    return Done({"talent_source": row.id})


@command(Action.RESOURCE_WRITE, returns={"talent_source": "talent_source"})
async def update_talent_source(work: Work, given: UpdateTalentSource) -> Done:
    """Change how people are won."""
    row = await load_for_change(work, TalentSource, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.starts_on, row.ends_on, "ends_on", "starts_on")
    return Done({"talent_source": row.id})


archiving_commands(Technology, Action.RESOURCE_WRITE, __name__)
archiving_commands(TalentSource, Action.RESOURCE_WRITE, __name__)
