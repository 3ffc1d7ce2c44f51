"""The stage on which stories are told: one unit of work whose clock goes through the months and whose actor changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.reading import days_of
from domain.calendars.tables import Calendar
from domain.calendars.working_days import local_day
from domain.kernel.consequences import Writing
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.work import Work
from domain.risks.defaults import present_scale

_MORNING = time(8, 30)


class Step(NamedTuple):
    """Something that happens on a day. Steps of a lower level are written before those of a higher one."""

    day: int
    level: int
    act: Callable[[], object]


WHOLE, PART, PART_OF_PART, CHANGE, MEETING = 0, 1, 2, 3, 4
"""Levels: a venture; what refers to it; what refers to that; what changes or is found afterwards; what is decided."""


@dataclass(frozen=True)
class Actor:
    """A member who acts."""

    id: UUID
    role: Role


class Stage:
    """A tenant's unit of work, its people by short name, and what day it is."""

    def __init__(
        self,
        work: Work,
        zone: ZoneInfo,
        today: date,
        people: Mapping[str, Actor],
        pace: timedelta = timedelta(minutes=3),
    ) -> None:
        self.work = work
        self.zone = zone
        self.today = today
        self.people = people
        self._pace = pace

    async def read_scale(self) -> None:
        """Look at the tenant's risk scale, by which everything told from now on is scored."""
        self.scale_number, self.scale = await present_scale(self.work)

    async def read_calendar(self) -> None:
        """Look at the tenant's calendar, which its ventures follow."""
        mine = col(Calendar.tenant_id) == self.work.tenant_id, col(Calendar.is_default)
        row = (await self.work.session.execute(sa.select(Calendar).where(*mine))).scalar_one()
        self.calendar_id = row.id
        self._calendar = days_of(row.country, row.subdivision, row.week, row.off_days, row.working_days)

    def date_of(self, day: int) -> date:
        """The date so many days from today."""
        return self.today + timedelta(days=day)

    def working_date(self, day: int) -> date:
        """The same, or the next working day."""
        return self._calendar.add(self.date_of(day), 0)

    @property
    def now_on(self) -> date:
        """The date that the clock shows."""
        return local_day(self.work.now, self.zone)

    def member(self, short: str | None) -> UUID | None:
        """The member's id of a person; None is nobody."""
        return None if short is None else self.people[short].id

    def move_to(self, day: int, minutes: int = 0) -> None:
        """Set the clock to a day's morning and so many minutes."""
        self._writing.now = self.morning_of(day) + timedelta(minutes=minutes)

    def morning_of(self, day: int) -> datetime:
        """The instant at which a day's work begins."""
        return datetime.combine(self.date_of(day), _MORNING, tzinfo=self.zone).astimezone(UTC)

    def tick(self) -> None:
        """Let some minutes pass."""
        self._writing.now += self._pace

    def let_act(self, short: str) -> None:
        """Let a person act from now on."""
        actor = self.people[short]
        self._writing.principal = Principal(self.work.tenant_id, ActorKind.MEMBER, actor.role, actor.id, actor.id)

    @property
    def _writing(self) -> Writing:
        writing = self.work.session.info["work"]
        assert isinstance(writing, Writing)
        return writing
