"""Meetings of a venture and who came."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.kernel.columns import choice, day, reference, text
from domain.kernel.tables import Entity, index, refers, unique_where


class MeetingKind(StrEnum):
    """What a meeting is for."""

    PROGRESS = "progress"
    REVIEW = "review"
    RETROSPECTIVE = "retrospective"


class Meeting(Entity, table=True):
    """A meeting of a venture: planned for a day, and held or not."""

    __tablename__ = "meeting"
    prefix = "meeting"
    word = "meeting"
    searched = ("title", "notes")

    venture_id: UUID = reference()
    title: str = text()
    kind: MeetingKind = choice(MeetingKind, name="kind")
    planned_on: date = day()
    held_on: date | None = day(None)
    notes: str | None = text(None)
    __table_args__ = (refers("venture_id", "venture"), index("venture_id", "planned_on"), index("planned_on"))


class MeetingAttendee(Entity, table=True):
    """A person who is to come to a meeting, or came."""

    __tablename__ = "meeting_attendee"
    prefix = "meeting_attendee"
    word = "meeting_attendee"

    venture_id: UUID = reference()
    meeting_id: UUID = reference()
    person_id: UUID = reference()
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("meeting_id", "meeting"),
        refers("person_id", "person"),
        unique_where("uq_meeting_attendee_ends", "archived_at IS NULL", "meeting_id", "person_id"),
        index("venture_id"),
        index("meeting_id"),
        index("person_id"),
    )
