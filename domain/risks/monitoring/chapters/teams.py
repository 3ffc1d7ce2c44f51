"""What rules may know of the roles that a venture needs, and of those who fill them. No person is named in an alert."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed
from domain.teams.staffing import Presence


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A role; neither it nor its milestone is archived. `milestone_id`: null where the venture as a whole needs it."""

    id: UUID
    title: str
    function: str = "core_technology"
    headcount: int = 1
    is_core: bool = False
    milestone_id: UUID | None = None
    needed_from: date | None = None
    needed_until: date | None = None


@dataclass(frozen=True, slots=True)
class HolderFacts:
    """A person's place in a role; neither is archived. `title` is the role's: no person is named in an alert.

    `who` is the member that the person is, else the person. `total_share` is the percent of the person's time that all
    places in teams and roles take together, in all ventures.
    """

    id: UUID
    title: str
    role_id: UUID
    who: UUID
    from_on: date | None = None
    until_on: date | None = None
    leaves_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None
    total_share: int = 0
    shares_since: datetime | None = None
    "When the last of these places was given or changed."

    def covers(self, day: date) -> bool:
        """Whether the person fills the role on a day."""
        days = (self.from_on, self.until_on, self.leaves_on, self.away_from, self.away_until)
        return Presence(self.who, *days).covers(day)

    def is_over(self, day: date) -> bool:
        """Whether the place, or the person's time, had come to its end before a day."""
        return any(last is not None and last < day for last in (self.until_on, self.leaves_on))


@dataclass(frozen=True)
class OfTeams:
    """The part of `Facts` that tells of roles."""

    roles: tuple[RoleFacts, ...] = ()
    holders: tuple[HolderFacts, ...] = ()


def shares(member: str, person: str) -> str:
    """The sub-select of what somebody's places in teams and roles take together: `share`, and `since` when.

    Places in all ventures count; those of archived teams, roles and people do not. `member` is the member's id, and
    `person` the condition that says which person `o` is meant.
    """
    return f"""(SELECT COALESCE(sum(x.share), 0) AS share, max(x.updated_at) AS since FROM (
            SELECT q.share, q.updated_at FROM team_member q JOIN team g ON g.tenant_id = :tenant AND g.id = q.team_id
            WHERE q.tenant_id = :tenant AND q.member_id = {member} AND {{alive:q}} AND {{alive:g}}
            UNION ALL SELECT q.share, q.updated_at FROM person o
            JOIN role_holder q ON q.tenant_id = :tenant AND q.person_id = o.id AND {{alive:q}}
            JOIN role_requirement g ON g.tenant_id = :tenant AND g.id = q.role_requirement_id
            WHERE o.tenant_id = :tenant AND {person} AND {{alive:o}} AND {{alive:g}} AND q.share IS NOT NULL
                AND COALESCE(q.from_on <= {{today}}, true) AND COALESCE(q.until_on >= {{today}}, true)) x)"""


LISTS: Final = (
    Listed(
        "roles",
        RoleFacts,
        """SELECT json_build_array(r.id, r.title, r.function, r.headcount, r.is_core, r.milestone_id, r.needed_from,
            r.needed_until)
        FROM role_requirement r LEFT JOIN {milestone} m ON m.tenant_id = :tenant AND m.id = r.milestone_id
        WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND {alive:r}
            AND (r.milestone_id IS NULL OR m.archived_at IS NULL) ORDER BY r.id""",
        subject="role_requirement",
        titles=f"SELECT id, title FROM role_requirement WHERE tenant_id = :tenant AND id {IDS}",
    ),
    Listed(
        "holders",
        HolderFacts,
        """SELECT json_build_array(h.id, r.title, r.id, COALESCE(p.member_id, p.id), h.from_on, h.until_on, p.leaves_on,
            p.away_from, p.away_until, everywhere.share, everywhere.since)
        FROM role_holder h JOIN role_requirement r ON r.tenant_id = :tenant AND r.id = h.role_requirement_id
        JOIN person p ON p.tenant_id = :tenant AND p.id = h.person_id
        CROSS JOIN LATERAL """
        + shares("p.member_id", "o.id = p.id")
        + """ everywhere
        WHERE h.tenant_id = :tenant AND h.venture_id = :venture AND {alive:h} AND {alive:r} AND {alive:p}
        ORDER BY h.id""",
        subject="role_holder",
        titles="SELECT h.id, r.title FROM role_holder h JOIN role_requirement r ON r.tenant_id = :tenant"
        f" AND r.id = h.role_requirement_id WHERE h.tenant_id = :tenant AND h.id {IDS}",
    ),
)
