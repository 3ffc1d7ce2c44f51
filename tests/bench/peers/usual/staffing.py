"""The usual way: how the roles of a venture are filled, worked out of the rows that dataloaders have brought."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tests.bench.peers.usual.tables import Milestone, Person, RoleHolder, RoleRequirement

HEAD = Decimal("1.000000")


@dataclass(frozen=True)
class Coverage:
    """Of the roles that are needed today."""

    required: int
    filled: int

    @property
    def share(self) -> Decimal | None:
        """Filled / required, to six places."""
        return round(Decimal(self.filled) / self.required, 6).quantize(HEAD) if self.required else None


def needed(role: RoleRequirement, milestone: Milestone | None, today: date) -> bool:
    """Whether a role is needed today."""
    begins = role.needed_from or (milestone.start_on if milestone else None)
    over = milestone is not None and (milestone.archived_at is not None or milestone.status in ("done", "cancelled"))
    return not over and (begins is None or begins <= today) and (role.needed_until or today) >= today


def there(holder: RoleHolder, person: Person | None, today: date) -> bool:
    """Whether somebody fills a role today."""
    if person is None or person.archived_at is not None or (person.leaves_on or today) < today:
        return False
    away = person.away_from is not None and person.away_from <= today <= (person.away_until or today)
    return not away and (holder.from_on or today) <= today <= (holder.until_on or today)


def coverage(roles: Iterable[tuple[RoleRequirement, int]]) -> Coverage:
    """Of roles that are needed, each with how many fill it."""
    found: list[Any] = [(role.headcount, min(role.headcount, held)) for role, held in roles]
    return Coverage(sum(asked for asked, _ in found), sum(filled for _, filled in found))
