"""What a report tells of a venture's other chapters: who is wanting, computing time, what is to come, what is owed.

The facts, and the part of the report's statement that reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.teams.staffing_sql import begins, not_over, there_on

DUE_SOON: Final = timedelta(days=60)
"""Obligations without evidence that are due within this time are named."""
ASKED_LATELY: Final = timedelta(days=90)
"""How far back people are counted who were asked."""
MOST: Final = 100
"""Lines of a list at most."""


@dataclass(frozen=True, slots=True)
class ComputeFacts:
    """Hours of a pool: what is left, None where none are reserved, and what the milestone needs of it."""

    id: UUID
    name: str
    hours_left: Decimal | None
    hours_needed: Decimal | None


@dataclass(frozen=True, slots=True)
class AcquisitionFacts:
    """Something that the venture is about to get."""

    id: UUID
    title: str
    kind: str
    status: str
    expected_on: date | None
    next_step: str | None


@dataclass(frozen=True, slots=True)
class ObligationFacts:
    """An obligation without evidence."""

    id: UUID
    title: str
    due_on: date


@dataclass(frozen=True, slots=True)
class ResearchFacts:
    """Studies of users: the day of the last one, and how many people those of the last 90 days asked."""

    last_on: date | None = None
    asked: int = 0


@dataclass(frozen=True, slots=True)
class ChapterFacts:
    """All of it. `vacant` are titles of roles that are not filled and that the milestone, or the venture now, needs."""

    vacant: tuple[str, ...] = ()
    compute: tuple[ComputeFacts, ...] = ()
    acquisitions: tuple[AcquisitionFacts, ...] = ()
    obligations: tuple[ObligationFacts, ...] = ()
    research: ResearchFacts = field(default_factory=ResearchFacts)


_TODAY: Final = "(CAST(:at AS timestamptz) AT TIME ZONE t.time_zone)::date"

_HELD: Final = f"""(SELECT count(*) FROM role_holder h JOIN person p ON p.tenant_id = :tenant AND p.id = h.person_id
            WHERE h.tenant_id = :tenant AND h.role_requirement_id = r.id AND {there_on(_TODAY)})"""

_HOURS_USED: Final = """(SELECT coalesce(sum(u.hours), 0) FROM compute_use u
            WHERE u.tenant_id = :tenant AND u.compute_pool_id = p.id{0})"""

CHAPTERS: Final = f"""json_build_object(
        'vacant', (SELECT coalesce(json_agg(f.title ORDER BY f.title, f.id), '[]') FROM (
            SELECT r.id, r.title FROM role_requirement r
            LEFT JOIN milestone m ON m.tenant_id = :tenant AND m.id = r.milestone_id
            WHERE r.tenant_id = :tenant AND r.venture_id = :venture AND {not_over("r", _TODAY)}
                AND (r.milestone_id = :milestone OR coalesce({begins("r")} <= {_TODAY}, true))
                AND {_HELD} < r.headcount
            ORDER BY r.title, r.id LIMIT {MOST}) f),
        'compute', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name,
                'hours_left', f.hours_left::text, 'hours_needed', f.hours_needed::text) ORDER BY f.name, f.id), '[]')
            FROM (SELECT p.id, s.name, p.hours_reserved - {_HOURS_USED.format("")} AS hours_left,
                    (SELECT GREATEST(n.hours - {_HOURS_USED.format(" AND u.milestone_id = :milestone")}, 0)
                        FROM compute_forecast n WHERE n.tenant_id = :tenant AND n.compute_pool_id = p.id
                            AND n.milestone_id = :milestone AND n.archived_at IS NULL) AS hours_needed
                FROM compute_pool p JOIN resource s ON s.tenant_id = :tenant AND s.id = p.resource_id
                WHERE p.tenant_id = :tenant AND p.venture_id = :venture AND p.archived_at IS NULL
                    AND s.archived_at IS NULL
                ORDER BY s.name, p.id LIMIT {MOST}) f),
        'acquisitions', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'title', f.title, 'kind', f.kind,
                'status', f.status, 'expected_on', f.expected_on, 'next_step', f.next_step)
                ORDER BY f.expected_on NULLS LAST, f.id), '[]')
            FROM (SELECT * FROM acquisition a WHERE a.tenant_id = :tenant AND a.venture_id = :venture
                    AND a.archived_at IS NULL AND a.status NOT IN ('received', 'lost')
                ORDER BY a.expected_on NULLS LAST, a.id LIMIT {MOST}) f),
        'research', (SELECT json_build_object('last_on', max(x.held_on),
                'asked', coalesce(sum(x.participants) FILTER (WHERE x.held_on > {_TODAY} - {ASKED_LATELY.days}), 0))
            FROM research x WHERE x.tenant_id = :tenant AND x.venture_id = :venture AND x.archived_at IS NULL
                AND x.held_on <= {_TODAY} AND x.kind <> 'data_analysis'),
        'obligations', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'title', f.title, 'due_on', f.due_on)
                ORDER BY f.due_on, f.id), '[]')
            FROM (SELECT * FROM obligation o WHERE o.tenant_id = :tenant AND o.venture_id = :venture
                    AND o.archived_at IS NULL AND o.due_on <= {_TODAY} + {DUE_SOON.days}
                    AND NOT EXISTS (SELECT 1 FROM obligation_evidence e WHERE e.tenant_id = :tenant
                        AND e.obligation_id = o.id AND e.archived_at IS NULL)
                ORDER BY o.due_on, o.id LIMIT {MOST}) f))"""
"""The facts as JSON, of a venture of the tenant `t`: takes `tenant`, `venture`, `milestone` and the instant `at`."""


def reported_compute(facts: ChapterFacts) -> Any:
    """Pools of computing time, as a report tells of them."""
    return [
        {
            "id": external_id("compute_pool", one.id),
            "name": one.name,
            "hours_left": outward(one.hours_left),
            "hours_needed": outward(one.hours_needed),
        }
        for one in facts.compute
    ]


def reported_acquisitions(facts: ChapterFacts) -> Any:
    """What the venture is about to get."""
    return [
        {
            "id": external_id("acquisition", one.id),
            "title": one.title,
            "kind": one.kind,
            "status": one.status,
            "expected_on": outward(one.expected_on),
            "next_step": one.next_step,
        }
        for one in facts.acquisitions
    ]


def reported_obligations(facts: ChapterFacts, today: date) -> Any:
    """Obligations without evidence, the first due first."""
    return [
        {
            "id": external_id("obligation", one.id),
            "title": one.title,
            "due_on": outward(one.due_on),
            "overdue": one.due_on < today,
        }
        for one in facts.obligations
    ]


def reported_research(facts: ChapterFacts) -> Any:
    """When users were last asked, and how many of late."""
    return {"last_on": outward(facts.research.last_on), "asked": facts.research.asked}
