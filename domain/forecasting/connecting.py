"""Which ventures hang together: those whose milestones depend on one another's are forecast in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from domain.forecasting.facts import MOST_MILESTONES
from domain.kernel.work import Work

_VENTURES = sa.text("""
    SELECT v.id, (SELECT count(*) FROM milestone m WHERE m.tenant_id = :tenant AND m.venture_id = v.id
        AND m.archived_at IS NULL AND m.status <> 'cancelled') AS milestones
    FROM venture v WHERE v.tenant_id = :tenant AND v.id = ANY(CAST(:ventures AS uuid[])) AND v.archived_at IS NULL""")

_LINKS = sa.text("""
    SELECT DISTINCT p.venture_id AS one, d.venture_id AS other
    FROM milestone_dependency d JOIN milestone p ON p.tenant_id = :tenant AND p.id = d.predecessor_id
    JOIN milestone s ON s.tenant_id = :tenant AND s.id = d.successor_id
    JOIN venture v ON v.tenant_id = :tenant AND v.id = p.venture_id
    JOIN venture w ON w.tenant_id = :tenant AND w.id = d.venture_id
    WHERE d.tenant_id = :tenant AND d.archived_at IS NULL AND p.venture_id <> d.venture_id
        AND p.archived_at IS NULL AND p.status <> 'cancelled' AND v.archived_at IS NULL
        AND s.archived_at IS NULL AND s.status <> 'cancelled' AND w.archived_at IS NULL""")


_AFTER = sa.text("""
    SELECT DISTINCT d.venture_id AS id FROM milestone m
    JOIN milestone_dependency d ON d.tenant_id = :tenant AND d.predecessor_id = m.id AND d.archived_at IS NULL
    WHERE m.tenant_id = :tenant AND m.venture_id = ANY(CAST(:ventures AS uuid[]))
        AND d.venture_id <> ALL(CAST(:ventures AS uuid[]))""")


@dataclass(frozen=True, slots=True)
class Connected:
    """Ventures that are drawn together, in the order of their ids; `of` so many that hang together."""

    ventures: tuple[UUID, ...]
    of: int

    @property
    def owner(self) -> UUID:
        """The one under whose id they are worked out."""
        return self.ventures[0]

    @property
    def is_whole(self) -> bool:
        """Whether all that hang together are drawn together."""
        return len(self.ventures) == self.of


async def read_connected(work: Work, venture_ids: Iterable[UUID]) -> dict[UUID, Connected]:
    """The set of each venture, in two statements; one that is archived or not there is left out.

    Where ventures that hang together have more milestones than can be drawn at once, each is a set by itself.
    """
    wanted = set(venture_ids)
    links = [(row.one, row.other) for row in await work.session.execute(_LINKS, {"tenant": work.tenant_id})]
    sets = connected_sets(links)
    members = {id for venture_id in wanted for id in sets.get(venture_id, (venture_id,))}
    values = {"tenant": work.tenant_id, "ventures": sorted(members)}
    sizes: Mapping[UUID, int] = {row.id: row.milestones for row in await work.session.execute(_VENTURES, values)}
    found = {}
    for venture_id in wanted & sizes.keys():
        together = sets.get(venture_id, (venture_id,))
        too_many = sum(sizes.get(id, 0) for id in together) > MOST_MILESTONES
        found[venture_id] = Connected((venture_id,) if too_many else tuple(together), len(together))
    return found


async def ventures_after(work: Work, venture_ids: Iterable[UUID]) -> list[UUID]:
    """Other ventures whose milestones depend on those of these."""
    values = {"tenant": work.tenant_id, "ventures": list(venture_ids)}
    return [row.id for row in await work.session.execute(_AFTER, values)]


def connected_sets(links: Iterable[tuple[UUID, UUID]]) -> dict[UUID, Sequence[UUID]]:
    """By id of each venture that has a link, all that hang together with it, sorted."""
    sets: dict[UUID, set[UUID]] = {}
    for one, other in links:
        first, second = sets.setdefault(one, {one}), sets.setdefault(other, {other})
        if first is not second:
            small, large = sorted((first, second), key=len)
            large |= small
            sets.update(dict.fromkeys(small, large))
    told = {id(each): sorted(each) for each in sets.values()}
    return {venture_id: told[id(each)] for venture_id, each in sets.items()}
