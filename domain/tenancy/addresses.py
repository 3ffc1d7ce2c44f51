"""That no two members of a tenant share an e-mail address."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Conflict
from domain.kernel.work import Work
from domain.tenancy.tables import Member

ADDRESSES = "member_addresses"
"""Guard behind which is held that no two members share an e-mail address."""


async def check_address_is_free(work: Work, email: str) -> None:
    """Raises `Conflict` at `email` for the address of a member in use; until the end nobody else takes it."""
    await work.guard(ADDRESSES)
    taken = sa.select(sa.func.count()).where(
        col(Member.tenant_id) == work.tenant_id, col(Member.email) == email, col(Member.archived_at).is_(None)
    )
    if (await work.session.execute(taken)).scalar_one():
        raise Conflict.at("email", message="another member has this e-mail address")
