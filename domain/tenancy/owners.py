"""That a tenant never is without an owner, and what an owner is."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.tables import Member

OWNERS = "owners"
"""Guard behind which is held that a tenant keeps an owner."""


def check_unbound(role: Role, venture_ids: Sequence[UUID] | None) -> None:
    """Raises `Invalid` for an owner of some ventures only: nobody could administer the rest."""
    if role is Role.OWNER and venture_ids is not None:
        raise Invalid.at("venture_ids", message="an owner sees all ventures; leave it out, or give a lesser role")


async def keep_an_owner(work: Work, *leaving: Member) -> None:
    """Raises `InvalidState` unless another member in use is an owner than those who cease to be one, or go.

    Where one who leaves has signed in, somebody who has signed in must remain: a tenant whose only owner is a name
    that has yet to come is in nobody's hands.
    """
    if not leaving:
        return
    await work.guard(OWNERS)
    others = sa.select(sa.func.count()).where(
        col(Member.tenant_id) == work.tenant_id,
        col(Member.role) == Role.OWNER,
        col(Member.archived_at).is_(None),
        col(Member.id) != sa.all_(sa.literal([member.id for member in leaving], sa.ARRAY(sa.Uuid))),
    )
    if any(member.user_id is not None for member in leaving):
        others = others.where(col(Member.user_id).is_not(None))
    if (await work.session.execute(others)).scalar_one() == 0:
        raise InvalidState.at("id", message="a tenant keeps at least one owner: make somebody else owner first")
