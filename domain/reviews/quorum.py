"""Whether enough of those who vote in a review have voted, and how: pure.

Who abstains is present, and neither for nor against. A vote stays where its voter has been removed since, marked as
such, and still counts. What is decided is the chair's: votes tell him, and the quorum lets him.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.reviews.states import Vote

APPROVING = frozenset({Vote.GO, Vote.CONDITIONAL_GO})
"""Votes for going on."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes of a review: who voted, who of them said something, and who for going on."""

    present: int
    expressed: int
    approving: int
    quorum: int | None
    removed: frozenset[UUID]
    "Voters whose vote stays although they are no voters any more."

    @property
    def lacking(self) -> int:
        """How many votes the quorum lacks."""
        return max(0, (self.quorum or 0) - self.present)

    @property
    def is_met(self) -> bool:
        """Whether it can be decided."""
        return self.lacking == 0


def tally(votes: Mapping[UUID, Vote], voters: Collection[UUID], quorum: int | None) -> Tally:
    """Count the latest vote of each member; `voters` are those who may vote now."""
    expressed = [vote for vote in votes.values() if vote is not Vote.ABSTAIN]
    return Tally(
        present=len(votes),
        expressed=len(expressed),
        approving=sum(vote in APPROVING for vote in expressed),
        quorum=quorum,
        removed=frozenset(votes) - frozenset(voters),
    )


def approves_alone(owner_id: UUID | None, decider_id: UUID | None, votes: Mapping[UUID, Vote]) -> bool:
    """Whether the milestone's owner would be the only one who approves: by deciding, by voting, or by both."""
    if owner_id is None or decider_id != owner_id:
        return False
    return not any(member != owner_id and vote in APPROVING for member, vote in votes.items())
