"""From a person at a provider to a user of ours, and from a user to the tenants where the person has a place."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from api.auth.providers import Person
from domain.identity.people import expect_users
from domain.identity.tables import Identity, User, UserTenant
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.tables import Member, Tenant, TenantStatus

_MOST_TENANTS = 200
_ATTEMPTS = 3


@dataclass(frozen=True)
class Place:
    """A membership of the user in a tenant that is in use."""

    tenant_id: UUID
    tenant_name: str
    member_id: UUID
    by_own_provider_only: bool = False
    "Whether the tenant lets this member in by its own provider only."


async def user_of(runtime: Runtime, person: Person) -> UUID:
    """The user behind an identity.

    Someone new takes over the user that was made for an invitation to their verified e-mail address, as long as nobody
    has signed in as that user. A user who has an identity is never linked to another one by e-mail.
    """
    for _ in range(_ATTEMPTS):
        async with runtime.database.engine("auth").begin() as connection:
            known = await _known(connection, person)
            if known is not None:
                await _note_email(connection, known, person)
                return known
            user_id = await _expected_user(connection, person) or await _new_user(connection, runtime, person)
            identity = upsert(Identity).values(
                id=uuid7(),
                user_id=user_id,
                issuer=person.issuer,
                subject=person.subject,
                issuer_tenant_id=None,
                created_at=runtime.clock.now(),
            )
            if (await connection.execute(identity.on_conflict_do_nothing())).rowcount == 1:
                return user_id
            await connection.rollback()  # the same person, at the same moment, in another window
    raise AssertionError("unreachable: an identity that exists is found")


async def _known(connection: AsyncConnection, person: Person) -> UUID | None:
    statement = sa.select(col(Identity.user_id)).where(
        col(Identity.issuer) == person.issuer,
        col(Identity.subject) == person.subject,
        col(Identity.issuer_tenant_id).is_(None),
    )
    return (await connection.execute(statement)).scalar_one_or_none()


async def _note_email(connection: AsyncConnection, user_id: UUID, person: Person) -> None:
    if person.email is not None:
        changed = sa.or_(col(User.email).is_distinct_from(person.email), col(User.email_verified).is_(False))
        await connection.execute(
            sa.update(User).where(col(User.id) == user_id, changed).values(email=person.email, email_verified=True)
        )


async def _expected_user(connection: AsyncConnection, person: Person) -> UUID | None:
    if person.email is None:
        return None
    has_identity = sa.exists().where(col(Identity.user_id) == col(User.id))
    statement = (
        sa.select(col(User.id))
        # The flag is looked at again under the lock: only the first of two at once takes the user over.
        .where(sa.func.lower(col(User.email)) == person.email, col(User.email_verified).is_(False), ~has_identity)
        .order_by(col(User.id))
        .limit(1)
        .with_for_update()
    )
    user_id = (await connection.execute(statement)).scalar_one_or_none()
    if user_id is not None:
        await connection.execute(
            sa.update(User).where(col(User.id) == user_id).values(name=person.name, email_verified=True)
        )
    return user_id


async def _new_user(connection: AsyncConnection, runtime: Runtime, person: Person) -> UUID:
    user = User(
        email=person.email, email_verified=person.email is not None, name=person.name, created_at=runtime.clock.now()
    )
    await connection.execute(sa.insert(User).values(user.model_dump()))
    return user.id


async def places_of(runtime: Runtime, user_id: UUID, email: str | None) -> list[Place]:
    """Where the user is a member, by the tenants' names. Invitations to the verified address become theirs."""
    same = col(UserTenant.user_id) == user_id
    if email is not None:
        at_address = sa.select(col(User.id)).where(sa.func.lower(col(User.email)) == email)
        same = same | col(UserTenant.user_id).in_(at_address)
    statement = sa.select(col(UserTenant.tenant_id)).where(same).distinct().limit(_MOST_TENANTS)
    async with runtime.database.engine("auth").connect() as connection:
        tenant_ids = (await connection.execute(statement)).scalars().all()
    found = [await place_in(runtime, tenant_id, user_id, email) for tenant_id in tenant_ids]
    return sorted((place for place in found if place is not None), key=lambda place: place.tenant_name)


async def place_in(runtime: Runtime, tenant_id: UUID, user_id: UUID, email: str | None) -> Place | None:
    """The user's membership in a tenant; None when there is none, or the tenant is not in use."""

    async def look(work: Work) -> tuple[Tenant | None, Member | None]:
        tenant = await work.session.get(Tenant, tenant_id)
        return tenant, await _membership(work, user_id, email)

    tenant, member = await perform(runtime, Principal.worker(tenant_id), look)
    if tenant is None or member is None or tenant.status is not TenantStatus.ACTIVE:
        return None
    if tenant.sso_required and member.role is not Role.OWNER:
        return Place(tenant_id, tenant.name, member.id, by_own_provider_only=True)
    if member.user_id is None:
        await _link(runtime, member, user_id)
    return Place(tenant_id, tenant.name, member.id)


async def note_bypass(runtime: Runtime, tenant_id: UUID, member_id: UUID) -> None:
    """Note in the audit log that an owner enters by a provider of the installation although the tenant has its own."""

    async def act(work: Work) -> None:
        tenant = await work.session.get(Tenant, tenant_id)
        if tenant is not None and tenant.sso_required:
            work.record("tenant.sso_bypassed", ("tenant", tenant_id))

    await perform(runtime, Principal(tenant_id, ActorKind.MEMBER, Role.OWNER, member_id, member_id), act)


async def _membership(work: Work, user_id: UUID, email: str | None) -> Member | None:
    mine = sa.select(Member).where(col(Member.tenant_id) == work.tenant_id, col(Member.archived_at).is_(None))
    member = (await work.session.execute(mine.where(col(Member.user_id) == user_id))).scalar_one_or_none()
    if member is None and email is not None:
        invited = mine.where(col(Member.user_id).is_(None), col(Member.email) == email)
        member = (await work.session.execute(invited.order_by(col(Member.id)).limit(1))).scalar_one_or_none()
    return member


async def _link(runtime: Runtime, invited: Member, user_id: UUID) -> None:
    principal = Principal(invited.tenant_id, ActorKind.MEMBER, invited.role, invited.id, invited.id)

    async def act(work: Work) -> None:
        member = await work.get(Member, invited.id, lock=True)
        if member.user_id is None:
            member.user_id = user_id
            await expect_users(work, [user_id])

    await perform(runtime, principal, act)
