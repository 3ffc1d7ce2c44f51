"""What rules may know of a venture's resources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.risks.monitoring.chapters.chapter import IDS, Listed


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """A resource that is not archived. `used`: it is allocated to an unfinished milestone, and that use is not over."""

    id: UUID
    title: str
    kind: str
    expires_on: date | None = None
    used: bool = False


@dataclass(frozen=True)
class OfResources:
    """The part of `Facts` that tells of resources."""

    resources: tuple[ResourceFacts, ...] = ()


LISTS: Final = (
    Listed(
        "resources",
        ResourceFacts,
        """SELECT json_build_array(s.id, s.name, s.kind, s.expires_on, EXISTS (
            SELECT 1 FROM allocation l JOIN milestone m ON m.tenant_id = :tenant AND m.id = l.milestone_id
            WHERE l.tenant_id = :tenant AND l.resource_id = s.id AND {alive:l} AND m.archived_at IS NULL
                AND m.status NOT IN ('done', 'cancelled') AND (l.end_on IS NULL OR l.end_on >= {today})))
        FROM resource s WHERE s.tenant_id = :tenant AND s.venture_id = :venture AND {alive:s} ORDER BY s.id""",
        subject="resource",
        titles=f"SELECT id, name FROM resource WHERE tenant_id = :tenant AND id {IDS}",
    ),
)
