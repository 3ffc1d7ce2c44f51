"""People and their skills, the roles of ventures and who fills them, and meetings."""

from __future__ import annotations

from typing import Final

from domain.teams.meeting_tables import Meeting, MeetingAttendee
from domain.teams.people_tables import Person, PersonSkill, Skill
from domain.teams.role_tables import RoleHolder, RoleRequirement
from domain.teams.staffing_sql import needed
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, through, to_many, to_one, worked_out
from graph.entities.staffing import holders_on

_EDITED: Final = {"edit": Action.TEAM_WRITE, "archive": Action.TEAM_WRITE}
_HOLDERS: Final = holders_on("{today}", "{row}")
_SKILLED: Final = holders_on(
    "{today}",
    "{row}",
    "count(*) FILTER (WHERE EXISTS (SELECT 1 FROM person_skill s WHERE s.tenant_id = {tenant} AND s.person_id = p.id"
    " AND s.skill_id = {row}.skill_id AND s.level >= coalesce({row}.least_level, 1) AND s.archived_at IS NULL))::int",
)
_NEEDED: Final = (
    f"(SELECT {needed('{row}', '{today}')} FROM (SELECT 1) one"
    " LEFT JOIN milestone m ON m.tenant_id = {tenant} AND m.id = {row}.milestone_id)"
)

PERSON = entity(
    Person,
    [
        columns(
            Person,
            {
                "name": "The person's name.",
                "title": "What the person does.",
                "leaves_on": "The last day, once notice is given.",
                "away_from": "First day of an absence.",
                "away_until": "Last day of the absence; empty while it is not known.",
            },
        ),
        column_field(Person, "email", "The person's e-mail address.", kind=kinds.EMAIL),
        to_one(Person, "member_id", "member", "The member that the person is; empty: none, and without access."),
        to_many("skills", "person_skill", "person_id", "What the person can do, and how well."),
        to_many("roles", "role_holder", "person_id", "The person's places in roles of ventures."),
        can(**_EDITED),
    ],
    plural="people",
    needs=Action.MEMBER_READ,
    order=("name",),
)

SKILL = entity(
    Skill,
    [
        columns(
            Skill,
            {
                "name": "Its name.",
                "function": "To which of the four functions it belongs.",
                "description": "What it is.",
            },
        ),
        to_many("people", "person_skill", "skill_id", "Who has it, and how well."),
        to_many("role_requirements", "role_requirement", "skill_id", "The roles that ask for it.", "title"),
        can(**_EDITED),
    ],
    order=("name",),
)

PERSON_SKILL = entity(
    PersonSkill,
    [
        columns(PersonSkill, {"level": "How well: from 1, a beginner, to 5, somebody who teaches it."}),
        to_one(PersonSkill, "person_id", "person", "The person."),
        to_one(PersonSkill, "skill_id", "skill", "The skill."),
        can(**_EDITED),
    ],
    needs=Action.MEMBER_READ,
)

ROLE_REQUIREMENT = entity(
    RoleRequirement,
    [
        columns(
            RoleRequirement,
            {
                "title": "What the role is.",
                "description": "What whoever fills it does.",
                "function": "Which of the four functions it has.",
                "least_level": "How well whoever fills it has the skill, from 1 to 5; empty: at all.",
                "headcount": "How many people it needs.",
                "is_core": "Whether the venture cannot go on without it.",
                "needed_from": "First day; empty: its milestone's start, or from now on where that is not known.",
                "needed_until": "Last day; empty: as long as the milestone is unfinished.",
            },
        ),
        to_one(RoleRequirement, "venture_id", "venture", "The venture that needs it."),
        to_one(RoleRequirement, "milestone_id", "milestone", "For which milestone; empty: the venture as a whole."),
        to_one(RoleRequirement, "team_id", "team", "The team that it is in."),
        to_one(RoleRequirement, "skill_id", "skill", "The skill that it asks for."),
        worked_out("is_needed", "Whether it is needed today.", kinds.BOOL, _NEEDED),
        worked_out("holder_count", "How many people fill it today.", kinds.INT, _HOLDERS),
        worked_out("skilled_count", "How many of them have the skill that it asks for.", kinds.INT, _SKILLED),
        worked_out("vacant", "How many people are missing.", kinds.INT, f"greatest({{row}}.headcount - {_HOLDERS}, 0)"),
        worked_out(
            "surplus",
            "How many people fill it beyond what was asked for.",
            kinds.INT,
            f"greatest({_HOLDERS} - {{row}}.headcount, 0)",
        ),
        to_many("holders", "role_holder", "role_requirement_id", "Who fills it, with those to come and those gone."),
        can(**_EDITED),
    ],
    order=("title",),
)

ROLE_HOLDER = entity(
    RoleHolder,
    [
        columns(
            RoleHolder,
            {
                "share": "Percent of the person's time, beside places in teams; empty: it is done within those.",
                "from_on": "First day; empty: from the beginning.",
                "until_on": "Last day; empty: no end is known.",
            },
        ),
        to_one(RoleHolder, "venture_id", "venture", "The venture."),
        to_one(RoleHolder, "role_requirement_id", "role_requirement", "The role."),
        to_one(RoleHolder, "person_id", "person", "Who fills it."),
        can(**_EDITED),
    ],
)

MEETING = entity(
    Meeting,
    [
        columns(
            Meeting,
            {
                "title": "What it is about.",
                "kind": "What it is for.",
                "planned_on": "The day for which it is planned.",
                "held_on": "The day on which it was held; empty: it was not.",
                "notes": "What was said and decided.",
            },
        ),
        to_one(Meeting, "venture_id", "venture", "The venture."),
        through(
            *("attendees", "person", "meeting_attendee", "meeting_id", "person_id"),
            "The people who are to come, or came.",
            "name",
        ),
        can(**_EDITED),
    ],
    order=("-planned_on",),
)

MEETING_ATTENDEE = entity(
    MeetingAttendee,
    [
        columns(MeetingAttendee, {}),
        to_one(MeetingAttendee, "venture_id", "venture", "The venture."),
        to_one(MeetingAttendee, "meeting_id", "meeting", "The meeting."),
        to_one(MeetingAttendee, "person_id", "person", "Who is to come, or came."),
        can(archive=Action.TEAM_WRITE),
    ],
)

ENTITIES = (PERSON, SKILL, PERSON_SKILL, ROLE_REQUIREMENT, ROLE_HOLDER, MEETING, MEETING_ATTENDEE)
