"""The users that stand behind an e-mail address: an index by which an invited person is found at sign-in.

It grants nothing. `user_tenant` only says in which tenants to look; the membership there decides.
"""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.identity.tables import User, UserTenant
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work

_MOST = 20


async def users_at(runtime: Runtime, email: str, name: str) -> list[UUID]:
    """Every user of an e-mail address; where there is none, one is made who has not signed in yet.

    A user made in vain (the caller's own transaction fails) is harmless: the next invitation finds it again.
    """
    async with runtime.database.engine("auth").begin() as connection:
        same_address = sa.func.lower(col(User.email)) == email
        statement = sa.select(col(User.id)).where(same_address).order_by(col(User.id)).limit(_MOST)
        found = list((await connection.execute(statement)).scalars())
        if not found:
            user = User(email=email, name=name, created_at=runtime.clock.now())
            await connection.execute(sa.insert(User).values(user.model_dump()))
            found = [user.id]
    return found


async def expect_users(work: Work, user_ids: list[UUID]) -> None:
    """Note that these users may have a membership in the tenant of the unit of work."""
    rows = [{"user_id": user_id, "tenant_id": work.tenant_id} for user_id in sorted(set(user_ids))]
    if rows:
        await work.session.execute(upsert(UserTenant).values(rows).on_conflict_do_nothing())


async def verified_email_of(runtime: Runtime, user_id: UUID) -> str | None:
    """The user's e-mail address, if a provider has verified it."""
    statement = sa.select(col(User.email)).where(col(User.id) == user_id, col(User.email_verified).is_(True))
    async with runtime.database.engine("auth").connect() as connection:
        return (await connection.execute(statement)).scalar_one_or_none()
