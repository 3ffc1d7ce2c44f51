"""What can be asked of data sources and of their uses."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.catalogue.licences import SpdxExpression
from domain.kernel.commands import Done, command
from domain.kernel.days import check_in_order
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Day, IdOf, Input, Link, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.milestones.tables import Milestone
from domain.resources.data_tables import ConsentBasis, DataChannel, DataPurpose, DataSource, DataUse
from domain.resources.detailing import resource_for
from domain.resources.tables import ResourceKind
from domain.teams.tables import Team
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture

DataSourceId = Annotated[UUID, IdOf("data_source")]
ResourceId = Annotated[UUID, IdOf("resource")]
TeamId = Annotated[UUID, IdOf("team")]
MilestoneId = Annotated[UUID, IdOf("milestone")]

_CHANNEL = "How the data are obtained."
_ORIGIN = "Who publishes, sells or shares them."
_URL = "Where they are described."
_SPDX = "Their licence as an SPDX expression; LicenseRef-Name for one that SPDX does not list."
_TEXT = "The words of the licence or contract that matter."
_COMMERCIAL = "Whether the licence allows commercial use; null: nobody has looked."
_TRAINING = "Whether the licence allows the training of models; null: nobody has looked."
_REDISTRIBUTION = "Whether the licence allows to pass the data on; null: nobody has looked."
_PERSONAL = "Whether they tell of persons; null: nobody has looked."
_BASIS = "Why personal data may be processed."
_UNTIL = "The last day that this basis covers."
_ASSESSED = "When the impact of processing personal data was assessed."


class CreateDataSource(Input):
    """Whence the data of a resource come, and on what terms."""

    resource_id: ResourceId = Field(description="The resource, of the kind data; its amount is their size.")
    channel: DataChannel = Field(description=_CHANNEL)
    origin: Title | None = Field(None, description=_ORIGIN, examples=["Nordhagen hospitals"])
    url: Link | None = Field(None, description=_URL)
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX, examples=["CC-BY-4.0"])
    licence_text: LongText | None = Field(None, description=_TEXT)
    allows_commercial: bool | None = Field(None, description=_COMMERCIAL)
    allows_training: bool | None = Field(None, description=_TRAINING)
    allows_redistribution: bool | None = Field(None, description=_REDISTRIBUTION)
    personal_data: bool | None = Field(None, description=_PERSONAL)
    consent_basis: ConsentBasis | None = Field(None, description=_BASIS)
    consent_until: Day | None = Field(None, description=_UNTIL)
    assessed_on: Day | None = Field(None, description=_ASSESSED)


class UpdateDataSource(Change):
    """Changes to a data source: what is left out stays, null clears."""

    id: DataSourceId = Field(description="The data source.")
    channel: DataChannel = may_be_left_out(_CHANNEL)
    origin: Title | None = Field(None, description=_ORIGIN)
    url: Link | None = Field(None, description=_URL)
    licence_spdx: SpdxExpression | None = Field(None, description=_SPDX)
    licence_text: LongText | None = Field(None, description=_TEXT)
    allows_commercial: bool | None = Field(None, description=_COMMERCIAL)
    allows_training: bool | None = Field(None, description=_TRAINING)
    allows_redistribution: bool | None = Field(None, description=_REDISTRIBUTION)
    personal_data: bool | None = Field(None, description=_PERSONAL)
    consent_basis: ConsentBasis | None = Field(None, description=_BASIS)
    consent_until: Day | None = Field(None, description=_UNTIL)
    assessed_on: Day | None = Field(None, description=_ASSESSED)


class CreateDataUse(Input):
    """Who uses data, and what for."""

    data_source_id: DataSourceId = Field(description="The data source.")
    purpose: DataPurpose = Field(description="What the data are used for.")
    team_id: TeamId | None = Field(None, description="The team that uses them, of the same venture or of none.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone of the same venture that needs them.")
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day; left out, it goes on.")
    note: LongText | None = Field(None, description="More about it.")


class UpdateDataUse(Change):
    """Changes to a use of data: what is left out stays, null clears."""

    id: Annotated[UUID, IdOf("data_use")] = Field(description="The use of data.")
    purpose: DataPurpose = may_be_left_out("What the data are used for.")
    team_id: TeamId | None = Field(None, description="The team that uses them, of the same venture or of none.")
    milestone_id: MilestoneId | None = Field(None, description="The milestone of the same venture that needs them.")
    start_on: Day | None = Field(None, description="First day.")
    end_on: Day | None = Field(None, description="Last day; null: it goes on.")
    note: LongText | None = Field(None, description="More about it.")


@command(Action.RESOURCE_WRITE, returns={"data_source": "data_source"}, creates=True)
async def create_data_source(work: Work, given: CreateDataSource) -> Done:
    """Say whence the data of a resource come, and on what terms they may be used."""
    resource = await resource_for(work, DataSource, given.resource_id, ResourceKind.DATA)
    row = work.new(DataSource, venture_id=resource.venture_id, **given.sent())
    _check_basis(row)
    return Done({"data_source": row.id})


@command(Action.RESOURCE_WRITE, returns={"data_source": "data_source"})
async def update_data_source(work: Work, given: UpdateDataSource) -> Done:
    """Change whence data come, or on what terms."""
    row = await load_for_change(work, DataSource, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    _check_basis(row)
    return Done({"data_source": row.id})


@command(Action.RESOURCE_WRITE, returns={"data_use": "data_use"}, creates=True)
async def create_data_use(work: Work, given: CreateDataUse) -> Done:
    """Say who uses data, and what for."""
    source = await work.get(DataSource, given.data_source_id, "data_source_id", archived=False)
    await _check_user(work, source.venture_id, given.team_id, given.milestone_id)
    check_in_order(given.start_on, given.end_on, "end_on", "start_on")
    row = work.new(DataUse, venture_id=source.venture_id, **given.sent())
    return Done({"data_use": row.id})


@command(Action.RESOURCE_WRITE, returns={"data_use": "data_use"})
async def update_data_use(work: Work, given: UpdateDataUse) -> Done:
    """Change who uses data, or what for."""
    row = await load_for_change(work, DataUse, given.id, given.expected_version)
    await _check_user(work, row.venture_id, given.team_id, given.milestone_id)
    apply(row, given.sent("id", "expected_version"))
    check_in_order(row.start_on, row.end_on, "end_on", "start_on")
    return Done({"data_use": row.id})


def _check_basis(row: DataSource) -> None:
    """A basis and its last day are said of personal data only."""
    for field in ("consent_basis", "consent_until"):
        if getattr(row, field) is not None and not row.personal_data:
            raise Invalid.at(field, message="is said of personal data only: set personal_data to true, or clear it")


async def _check_user(work: Work, venture_id: UUID, team_id: UUID | None, milestone_id: UUID | None) -> None:
    if team_id is not None:
        team = await work.get(Team, team_id, "team_id", archived=False)
        if team.venture_id not in (None, venture_id):
            raise Invalid.at("team_id", message="the team must be of the venture whose data it uses, or of none")
    if milestone_id is not None:
        message = "the milestone must belong to the venture whose data it needs"
        await get_of_venture(work, Milestone, milestone_id, venture_id, "milestone_id", message=message)


archiving_commands(DataSource, Action.RESOURCE_WRITE, __name__)
archiving_commands(DataUse, Action.RESOURCE_WRITE, __name__)
