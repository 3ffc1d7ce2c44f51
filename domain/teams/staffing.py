"""How well a venture's roles are filled: coverage, roles filled too often, and what rests on one person alone.

All of it is of one day: roles that are needed then, and the people who are there to fill them then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.teams.tables import TeamFunction

_PLACES: Final = Decimal("0.000001")


class SinglePointKind(StrEnum):
    """What one person alone holds."""

    ROLE = "role"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class Presence:
    """When somebody is there to fill a role: the days of the place in it, and of the person; empty is no limit."""

    person_id: UUID
    from_on: date | None = None
    until_on: date | None = None
    leaves_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the person fills the role on a day: neither gone, nor away, nor yet to come."""
        if self.from_on is not None and day < self.from_on:
            return False
        if any(last is not None and day > last for last in (self.until_on, self.leaves_on)):
            return False
        away = self.away_from is not None and day >= self.away_from
        return not (away and (self.away_until is None or day <= self.away_until))


@dataclass(frozen=True, slots=True)
class Role:
    """A role that is needed, and who fills it."""

    id: UUID
    function: TeamFunction
    headcount: int = 1
    is_core: bool = False
    skill_id: UUID | None = None
    least_level: int | None = None
    holders: frozenset[UUID] = field(default=frozenset())

    @property
    def filled(self) -> int:
        """Of the head-count, how much is filled: never more than was asked for."""
        return min(len(self.holders), self.headcount)

    @property
    def vacant(self) -> int:
        """How many people are missing."""
        return self.headcount - self.filled

    @property
    def surplus(self) -> int:
        """How many people fill it beyond the head-count."""
        return len(self.holders) - self.filled


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the required head-count is filled.

    Every place weighs the same, so a role weighs its head-count, and somebody too many in one role makes up for nobody
    missing in another.
    """

    required: int = 0
    filled: int = 0
    surplus: int = 0
    duplicated_roles: int = 0
    "Roles that are filled more often than asked."

    @property
    def vacant(self) -> int:
        """Places that nobody fills."""
        return self.required - self.filled

    @property
    def share(self) -> Decimal | None:
        """Filled / required, to six decimals; None where nothing is required."""
        return share_of(self.filled, self.required)


def share_of(part: int, whole: int) -> Decimal | None:
    """Part / whole to six decimals; None of nothing."""
    return None if whole == 0 else (Decimal(part) / Decimal(whole)).quantize(_PLACES)


def coverage_of(roles: Iterable[Role]) -> Coverage:
    """The coverage of some roles."""
    at_hand = tuple(roles)
    return Coverage(
        sum(role.headcount for role in at_hand),
        sum(role.filled for role in at_hand),
        sum(role.surplus for role in at_hand),
        sum(role.surplus > 0 for role in at_hand),
    )


def coverage_by_function(roles: Collection[Role]) -> Mapping[TeamFunction, Coverage]:
    """The coverage of each function of which anything is required.

    Weighted by their shares of the required head-count they add up to the coverage of all.
    """
    asked = {role.function for role in roles}
    return {
        function: coverage_of(role for role in roles if role.function is function)
        for function in TeamFunction
        if function in asked
    }


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A core role, or a skill that core roles ask for, which one person alone has."""

    kind: SinglePointKind
    subject_id: UUID
    person_id: UUID


def single_points(roles: Sequence[Role], skills: Mapping[UUID, Mapping[UUID, int]]) -> list[SinglePoint]:
    """What rests on one person alone. `skills` are the levels of the venture's people, by person and skill.

    A skill that several core roles ask for is looked at by the highest level that any of them asks for.
    """
    core = [role for role in roles if role.is_core]
    found = [
        SinglePoint(SinglePointKind.ROLE, role.id, next(iter(role.holders))) for role in core if len(role.holders) == 1
    ]
    asked: dict[UUID, int] = {}
    for role in core:
        if role.skill_id is not None:
            asked[role.skill_id] = max(asked.get(role.skill_id, 1), role.least_level or 1)
    for skill_id, level in asked.items():
        able = [person_id for person_id, levels in skills.items() if levels.get(skill_id, 0) >= level]
        if len(able) == 1:
            found.append(SinglePoint(SinglePointKind.SKILL, skill_id, able[0]))
    return found
