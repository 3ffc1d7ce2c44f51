"""Who takes part in a review, and what each has voted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.errors import Forbidden
from domain.kernel.work import Work
from domain.reviews.states import ParticipantRole, Vote
from domain.reviews.tables import Review

_PEOPLE = sa.text("""
    SELECT p.member_id, p.role FROM review_participant p
    JOIN membership m ON m.tenant_id = :tenant AND m.id = p.member_id AND m.archived_at IS NULL
    WHERE p.tenant_id = :tenant AND p.review_id = :review AND p.archived_at IS NULL ORDER BY p.id""")

_VOTES = sa.text("""
    SELECT DISTINCT ON (member_id) member_id, vote FROM review_vote
    WHERE tenant_id = :tenant AND review_id = :review AND round = :round
    ORDER BY member_id, voted_at DESC, id DESC""")


@dataclass(frozen=True, slots=True)
class People:
    """The participants of a review, by member; those who have left the tenant are left out."""

    roles: Mapping[UUID, ParticipantRole]

    @property
    def chair(self) -> UUID | None:
        """Who alone decides; None where nobody is chair."""
        return next((member for member, role in self.roles.items() if role is ParticipantRole.CHAIR), None)

    @property
    def voters(self) -> frozenset[UUID]:
        """Who votes."""
        return frozenset(member for member, role in self.roles.items() if role is not ParticipantRole.OBSERVER)


async def people_of(work: Work, review: Review) -> People:
    """Who takes part in a review."""
    await work.flush()
    found = await work.session.execute(_PEOPLE, {"tenant": work.tenant_id, "review": review.id})
    return People({row.member_id: ParticipantRole(row.role) for row in found})


async def votes_of(work: Work, review: Review) -> dict[UUID, Vote]:
    """The latest vote of each member in the present round."""
    await work.flush()
    values = {"tenant": work.tenant_id, "review": review.id, "round": review.round or 0}
    return {row.member_id: Vote(row.vote) for row in await work.session.execute(_VOTES, values)}


async def check_chair(work: Work, review: Review, act: str) -> People:
    """Raises `Forbidden` where the review has a chair, and it is not the caller. Answers who takes part."""
    people = await people_of(work, review)
    if people.chair is not None and people.chair != work.principal.member_id:
        raise Forbidden(f"only the chair of the review may {act}")
    return people
