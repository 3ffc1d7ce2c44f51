"""What can be asked of ventures."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.calendars.tables import Calendar
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Forbidden
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.work import Work
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.tables import ProgressDay, Venture, VentureStage

VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
CalendarId = Annotated[UUID, IdOf("calendar")]
ShortKey = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,9}$")]
"""2 to 10 capital letters and digits, such as MEDX."""


class CreateVenture(Input):
    """A new venture."""

    name: Title = Field(description="Name of the venture.", examples=["Aurora Diagnostics"])
    key: ShortKey | None = Field(
        None,
        description="Short code, unique in the tenant: 2 to 10 capital letters and digits. Left out, one is made.",
    )
    description: LongText | None = Field(None, description="What the venture is about.")
    field: Title | None = Field(None, description="Application field, such as medicine or finance.")
    stage: VentureStage = Field(VentureStage.IDEA, description="How far it has come.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    calendar_id: CalendarId | None = Field(
        None, description="Its working days; left out, those of the tenant's default calendar, else Monday to Friday."
    )


class UpdateVenture(Change):
    """Changes to a venture: what is left out stays, null clears."""

    id: VentureId = Field(description="The venture.")
    name: Title = may_be_left_out("Name of the venture.")
    key: ShortKey = may_be_left_out("Short code, unique in the tenant.")
    description: LongText | None = Field(None, description="What the venture is about.")
    field: Title | None = Field(None, description="Application field.")
    stage: VentureStage = may_be_left_out("How far it has come.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    calendar_id: CalendarId | None = Field(
        None, description="Its working days; null: those of the tenant's default calendar."
    )
    progress_day: ProgressDay | None = Field(
        None, description="On which day of each week its progress report is made; null: on Mondays."
    )


@command(Action.VENTURE_WRITE, returns={"venture": "venture"}, creates=True)
async def create_venture(work: Work, given: CreateVenture) -> Done:
    """Create a venture."""
    if work.principal.venture_ids is not None:
        raise Forbidden("who is restricted to some ventures cannot create another")
    await check_owner(work, given.owner_id)
    await _check_calendar(work, given.calendar_id)
    row = work.new(
        Venture,
        name=given.name,
        key=given.key or "",
        description=given.description,
        field=given.field,
        stage=given.stage,
        owner_id=given.owner_id,
        calendar_id=given.calendar_id,
    )
    row.key = given.key or f"V{row.id.hex[-7:].upper()}"
    return Done({"venture": row.id})


@command(Action.VENTURE_WRITE, returns={"venture": "venture"})
async def update_venture(work: Work, given: UpdateVenture) -> Done:
    """Change a venture."""
    row = await load_for_change(work, Venture, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    await _check_calendar(work, given.calendar_id)
    apply(row, given.sent("id", "expected_version"))
    return Done({"venture": row.id})


async def _check_calendar(work: Work, calendar_id: UUID | None) -> None:
    if calendar_id is not None:
        await work.get(Calendar, calendar_id, "calendar_id", archived=False)


archiving_commands(Venture, Action.VENTURE_WRITE, __name__)
