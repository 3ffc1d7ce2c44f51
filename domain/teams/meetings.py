"""What can be asked of meetings."""

from __future__ import annotations

from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, Day, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.work import Work
from domain.teams.meeting_tables import Meeting, MeetingAttendee, MeetingKind
from domain.teams.people import PersonId
from domain.teams.people_tables import Person
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

MOST_MEETINGS: Final = 10_000
"""Meetings of a venture."""
MOST_ATTENDEES: Final = 200
"""People at a meeting."""

VentureId = Annotated[UUID, IdOf("venture")]
MeetingId = Annotated[UUID, IdOf("meeting")]


class CreateMeeting(Input):
    """A meeting of a venture."""

    venture_id: VentureId = Field(description="The venture.")
    title: Title = Field(description="What it is about.", examples=["Weekly progress"])
    kind: MeetingKind = Field(description="What it is for.")
    planned_on: Day = Field(description="The day for which it is planned.")
    held_on: Day | None = Field(None, description="The day on which it was held; left out: not yet.")
    notes: LongText | None = Field(None, description="What was said and decided.")
    attendee_ids: list[PersonId] = Field(
        default=[], max_length=MOST_ATTENDEES, description="The people who are to come, or came."
    )


class UpdateMeeting(Change):
    """Changes to a meeting: what is left out stays, null clears."""

    id: MeetingId = Field(description="The meeting.")
    title: Title = may_be_left_out("What it is about.")
    kind: MeetingKind = may_be_left_out("What it is for.")
    planned_on: Day = may_be_left_out("The day for which it is planned.")
    held_on: Day | None = Field(None, description="The day on which it was held; null: it was not.")
    notes: LongText | None = Field(None, description="What was said and decided.")


class AddMeetingAttendee(Input):
    """Somebody who is to come to a meeting, or came."""

    meeting_id: MeetingId = Field(description="The meeting.")
    person_id: PersonId = Field(description="The person.")


@command(Action.TEAM_WRITE, returns={"meeting": "meeting"}, creates=True)
async def create_meeting(work: Work, given: CreateMeeting) -> Done:
    """Plan a meeting of a venture, or record one that was held."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    for position, person_id in enumerate(given.attendee_ids):
        await work.get(Person, person_id, "attendee_ids", position, archived=False)
    await check_room(work, Meeting, "venture_id", given.venture_id, MOST_MEETINGS, "venture_id")
    row = work.new(Meeting, **given.sent("attendee_ids"))
    await work.flush()
    for person_id in dict.fromkeys(given.attendee_ids):
        work.new(MeetingAttendee, venture_id=row.venture_id, meeting_id=row.id, person_id=person_id)
    return Done({"meeting": row.id})


@command(Action.TEAM_WRITE, returns={"meeting": "meeting"})
async def update_meeting(work: Work, given: UpdateMeeting) -> Done:
    """Change a meeting, or say on which day it was held."""
    row = await load_for_change(work, Meeting, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"meeting": row.id})


@command(Action.TEAM_WRITE, returns={"meeting_attendee": "meeting_attendee", "meeting": "meeting"}, creates=True)
async def add_meeting_attendee(work: Work, given: AddMeetingAttendee) -> Done:
    """Say that a person is to come to a meeting, or came."""
    meeting = await work.get(Meeting, given.meeting_id, "meeting_id", archived=False)
    await work.get(Person, given.person_id, "person_id", archived=False)
    await check_room(work, MeetingAttendee, "meeting_id", meeting.id, MOST_ATTENDEES, "meeting_id")
    row = work.new(MeetingAttendee, venture_id=meeting.venture_id, meeting_id=meeting.id, person_id=given.person_id)
    return Done({"meeting_attendee": row.id, "meeting": meeting.id})


archiving_commands(Meeting, Action.TEAM_WRITE, __name__)
archiving_commands(MeetingAttendee, Action.TEAM_WRITE, __name__)
