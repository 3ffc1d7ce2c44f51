"""Who works for the ventures of the demo, in which roles, and when they meet: plain data.

Days count from today. Members go by their short names, others by theirs; milestones by their short names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.teams.meeting_tables import MeetingKind
from domain.teams.tables import TeamFunction


@dataclass(frozen=True)
class SkillStory:
    """Something that people can do, and who can, how well."""

    name: str
    function: TeamFunction
    about: str
    levels: Mapping[str, int]


@dataclass(frozen=True)
class GuestStory:
    """Somebody who works for the ventures and is no member."""

    short: str
    name: str
    title: str
    leaves: int | None = None
    away: tuple[int, int] | None = None


@dataclass(frozen=True)
class RoleStory:
    """A role; by person the share of time beside teams, None where it is done within those."""

    title: str
    function: TeamFunction
    people: Mapping[str, int | None] = field(default_factory=dict)
    headcount: int = 1
    core: bool = False
    skill: str | None = None
    level: int | None = None
    milestone: str | None = None
    team: str | None = None
    about: str | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class MeetingStory:
    """A meeting of a kind every so many days, from a day on up to another, and how often it was not held."""

    title: str
    kind: MeetingKind
    first: int
    last: int
    every: int
    people: tuple[str, ...]
    notes: str
    missed: tuple[int, ...] = ()
    "Which of them, from 0, were not held."


@dataclass(frozen=True)
class StaffStory:
    """All of a tenant, roles and meetings by the key of their venture."""

    titles: Mapping[str, str]
    "What members do, by their short names: each becomes a person."
    guests: tuple[GuestStory, ...]
    skills: tuple[SkillStory, ...]
    roles: Mapping[str, tuple[RoleStory, ...]]
    meetings: Mapping[str, tuple[MeetingStory, ...]]
    away: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    "First and last day of absences of members."
