"""Telling who works for the ventures: people, skills, roles and meetings, after all else."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.staff_story import MeetingStory, RoleStory, StaffStory
from cli.demo.stage import Stage
from cli.demo.story import TenantStory, VentureStory
from domain.milestones.tables import Milestone
from domain.teams.meeting_tables import Meeting, MeetingAttendee
from domain.teams.meetings import CreateMeeting
from domain.teams.people import AddPersonSkill, CreatePerson, CreateSkill
from domain.teams.people_tables import Person, PersonSkill, Skill
from domain.teams.role_tables import RoleHolder, RoleRequirement
from domain.teams.roles import AddRoleHolder, CreateRoleRequirement
from domain.teams.tables import Team
from domain.ventures.tables import Venture

_LAST_MEETING = 28
"""Days ahead for which meetings are planned."""


class StaffTelling:
    """The people of a tenant and what they do."""

    def __init__(self, stage: Stage, story: TenantStory, staff: StaffStory) -> None:
        self._stage = stage
        self._story = story
        self._staff = staff
        self._people: dict[str, UUID] = {}
        self._skills: dict[str, UUID] = {}

    async def people(self) -> None:
        """Everybody with what they can do; told once."""
        work, staff = self._stage.work, self._staff
        names = {person.short: person.name for person in self._story.people}
        for short, title in staff.titles.items():
            days = self._days(staff.away.get(short))
            given = CreatePerson(name=names[short], title=title, member_id=self._stage.people[short].id, **days)
            self._people[short] = work.new(Person, **given.sent()).id
        for guest in staff.guests:
            leaves = None if guest.leaves is None else self._stage.date_of(guest.leaves)
            email = f"{guest.short}@freelance.example"
            given = CreatePerson(
                name=guest.name, email=email, title=guest.title, leaves_on=leaves, **self._days(guest.away)
            )
            self._people[guest.short] = work.new(Person, **given.sent()).id
        for skill in staff.skills:
            made = CreateSkill(name=skill.name, function=skill.function, description=skill.about)
            self._skills[skill.name] = work.new(Skill, **made.sent()).id
        await work.flush()
        for skill in staff.skills:
            for short, level in skill.levels.items():
                had = AddPersonSkill(person_id=self._people[short], skill_id=self._skills[skill.name], level=level)
                work.new(PersonSkill, **had.sent())
        await work.flush()

    async def remember(self) -> None:
        """Look up who is there already, where ventures are told again."""
        work = self._stage.work
        by_name = {person.name: person.short for person in self._story.people}
        by_name |= {guest.name: guest.short for guest in self._staff.guests}
        people = sa.select(col(Person.name), col(Person.id)).where(col(Person.tenant_id) == work.tenant_id)
        self._people = {by_name[name]: id for name, id in await work.session.execute(people) if name in by_name}
        skills = sa.select(col(Skill.name), col(Skill.id)).where(col(Skill.tenant_id) == work.tenant_id)
        self._skills = {row.name: row.id for row in await work.session.execute(skills)}

    async def ventures(self, stories: tuple[VentureStory, ...], suffix: str = "") -> None:
        """The roles and meetings of ventures; `suffix` ends their keys where they are told again."""
        for story in stories:
            key = story.key.removesuffix(suffix)
            roles, meetings = self._staff.roles[key], self._staff.meetings[key]
            venture_id, milestones, teams = await self._of(story)
            for role in roles:
                await self._role(venture_id, milestones, teams, role)
            for meeting in meetings:
                await self._meetings(venture_id, meeting)
            await self._stage.work.flush()

    async def _of(self, story: VentureStory) -> tuple[UUID, dict[str, Milestone], dict[str, UUID]]:
        work = self._stage.work
        found = sa.select(col(Venture.id)).where(
            col(Venture.tenant_id) == work.tenant_id, col(Venture.key) == story.key
        )
        venture_id = (await work.session.execute(found)).scalar_one()
        titles = {milestone.title: milestone.short for milestone in story.milestones}
        of_venture = sa.select(Milestone).where(
            col(Milestone.tenant_id) == work.tenant_id, col(Milestone.venture_id) == venture_id
        )
        rows = (await work.session.execute(of_venture)).scalars()
        milestones = {titles[row.title]: row for row in rows if row.title in titles}
        teams = sa.select(col(Team.name), col(Team.id)).where(
            col(Team.tenant_id) == work.tenant_id, col(Team.venture_id) == venture_id
        )
        return venture_id, milestones, {row.name: row.id for row in await work.session.execute(teams)}

    async def _role(
        self, venture_id: UUID, milestones: dict[str, Milestone], teams: dict[str, UUID], story: RoleStory
    ) -> None:
        work, stage = self._stage.work, self._stage
        given = CreateRoleRequirement(
            venture_id=venture_id,
            title=story.title,
            description=story.about,
            function=story.function,
            milestone_id=None if story.milestone is None else milestones[story.milestone].id,
            team_id=None if story.team is None else teams[story.team],
            skill_id=None if story.skill is None else self._skills[story.skill],
            least_level=story.level,
            headcount=story.headcount,
            is_core=story.core,
            needed_from=None if story.since is None else stage.date_of(story.since),
            needed_until=None if story.until is None else stage.date_of(story.until),
        )
        role = work.new(RoleRequirement, **given.sent())
        await work.flush()
        for short, share in story.people.items():
            place = AddRoleHolder(
                role_requirement_id=role.id,
                person_id=self._people[short],
                share=share,
                from_on=given.needed_from,
                until_on=given.needed_until,
            )
            work.new(RoleHolder, venture_id=venture_id, **place.sent("member_id"))

    async def _meetings(self, venture_id: UUID, story: MeetingStory) -> None:
        work, stage = self._stage.work, self._stage
        for number, day in enumerate(range(story.first, min(story.last, _LAST_MEETING) + 1, story.every)):
            planned_on = stage.working_date(day)
            held = planned_on < stage.today and number not in story.missed
            given = CreateMeeting(
                venture_id=venture_id,
                title=story.title,
                kind=story.kind,
                planned_on=planned_on,
                held_on=planned_on if held else None,
                notes=story.notes if held else None,
            )
            meeting = work.new(Meeting, **given.sent("attendee_ids"))
            await work.flush()
            for short in story.people:
                work.new(MeetingAttendee, venture_id=venture_id, meeting_id=meeting.id, person_id=self._people[short])

    def _days(self, away: tuple[int, int] | None) -> dict[str, object]:
        if away is None:
            return {}
        return {"away_from": self._stage.date_of(away[0]), "away_until": self._stage.date_of(away[1])}
