"""What a request says of who is in a group, as one change: its steps, put together, are a change again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Roster:
    """A change of who is in a group: everybody out if `emptied`, then some out, then some in. No one is in both."""

    emptied: bool = False
    removed: frozenset[UUID] = frozenset()
    added: frozenset[UUID] = frozenset()

    @classmethod
    def of(cls, member_ids: Iterable[UUID]) -> Roster:
        """These and nobody else."""
        return cls(emptied=True, added=frozenset(member_ids))

    def adding(self, member_ids: Iterable[UUID]) -> Roster:
        """The change that lets some in after it."""
        more = frozenset(member_ids)
        return Roster(self.emptied, self.removed - more, self.added | more)

    def removing(self, member_ids: Iterable[UUID]) -> Roster:
        """The change that takes some out after it."""
        less = frozenset(member_ids)
        return Roster(self.emptied, self.removed | less, self.added - less)

    def applied_to(self, present: Iterable[UUID]) -> frozenset[UUID]:
        """Who is in the group after it."""
        return ((frozenset() if self.emptied else frozenset(present)) - self.removed) | self.added
