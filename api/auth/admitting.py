"""Who comes from a tenant's own provider: that tenant's member, and nobody elsewhere.

The person is known by issuer, subject and tenant. Somebody new is linked by a verified address of a domain that is
shown to be the tenant's: to the member who has it, or to a new one where the provider says with which role. Nothing
that such a provider says is written outside the tenant: the user's own address is never taken from it.
"""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from api.auth import words
from api.auth.people import Place
from api.auth.providers import Person, Registration
from api.speaking import Phrase
from domain.identity.people import expect_users
from domain.identity.tables import Identity, Session, User
from domain.kernel.errors import Invalid, InvalidState, QuotaExceeded
from domain.kernel.ids import uuid7
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.single_sign_on.domains import verified_domains
from domain.single_sign_on.groups import role_of, settled_role
from domain.single_sign_on.tables import IdentityProvider, ProviderUse
from domain.tenancy.addresses import ADDRESSES
from domain.tenancy.admitting import check_email_domain
from domain.tenancy.owners import keep_an_owner
from domain.tenancy.tables import Member, Tenant, TenantStatus

_USES: sa.Table = ProviderUse.__table__  # type: ignore[attr-defined]  # set by the mapper


class NotAdmitted(Exception):
    """The person is who they say, and has no place here. `told` is for the person."""

    def __init__(self, told: Phrase) -> None:
        super().__init__(told.en)
        self.told = told


async def admit(runtime: Runtime, person: Person, registration: Registration) -> tuple[UUID, Place]:
    """The user and the place of a person who has signed in through a tenant's own provider. Raises `NotAdmitted`."""
    tenant_id, provider_id = registration.tenant_id, registration.id
    assert tenant_id is not None
    assert provider_id is not None
    known = await _known(runtime, person, tenant_id)

    async def act(work: Work) -> tuple[UUID, Place]:
        tenant = await work.session.get(Tenant, tenant_id)
        provider = await work.get(IdentityProvider, provider_id, archived=False)
        if tenant is None or tenant.status is not TenantStatus.ACTIVE or not provider.enabled:
            raise NotAdmitted(words.NO_PLACE)
        member = await _member(work, person, known, provider)
        user_id = known or member.user_id or uuid7()
        if member.user_id is None:
            member.user_id = user_id
            await expect_users(work, [user_id])
        if member.role.rank < provider.most_role.rank:
            raise NotAdmitted(words.TOO_HIGH)
        await work.flush()
        use = {"last_sign_in_at": work.now, "last_member_id": member.id}
        noted = upsert(_USES).values(tenant_id=tenant_id, id=provider_id, **use)
        await work.session.execute(noted.on_conflict_do_update(index_elements=["tenant_id", "id"], set_=use))
        return user_id, Place(tenant_id, tenant.name, member.id)

    try:
        user_id, place = await perform(runtime, Principal.worker(tenant_id), act)
    except QuotaExceeded:
        raise NotAdmitted(words.FULL) from None
    if known is None:
        await _introduce(runtime, person, user_id, tenant_id)
    return user_id, place


async def user_of_own(runtime: Runtime, person: Person, tenant_id: UUID) -> UUID | None:
    """The user that the person is or will be, whose address the provider may speak for; None where it may not."""

    async def act(work: Work) -> frozenset[str]:
        return await verified_domains(work)

    domains = await perform(runtime, Principal.worker(tenant_id), act)
    if person.email is None or person.email.rpartition("@")[2] not in domains:
        return None
    return await _known(runtime, person, tenant_id) or uuid7()


async def _known(runtime: Runtime, person: Person, tenant_id: UUID) -> UUID | None:
    statement = sa.select(col(Identity.user_id)).where(
        col(Identity.issuer) == person.issuer,
        col(Identity.subject) == person.subject,
        col(Identity.issuer_tenant_id) == tenant_id,
    )
    async with runtime.database.engine("auth").connect() as connection:
        return (await connection.execute(statement)).scalar_one_or_none()


async def _introduce(runtime: Runtime, person: Person, user_id: UUID, tenant_id: UUID) -> None:
    """Note the identity, and the user where it is new. What the user had here before by other ways in has ended."""
    now = runtime.clock.now()
    user = User(id=user_id, email=None, name=person.name, created_at=now)
    identity = Identity(
        user_id=user_id, issuer=person.issuer, subject=person.subject, issuer_tenant_id=tenant_id, created_at=now
    )
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(upsert(User).values(user.model_dump()).on_conflict_do_nothing())
        await connection.execute(upsert(Identity).values(identity.model_dump()).on_conflict_do_nothing())
        mine = (col(Session.user_id) == user_id) & (col(Session.tenant_id) == tenant_id)
        await connection.execute(sa.delete(Session).where(mine))


async def _member(work: Work, person: Person, known: UUID | None, provider: IdentityProvider) -> Member:
    """The member whom the person is, with the role that the groups say. Raises `NotAdmitted`."""
    wanted = _wanted_role(person, provider)
    by_identity = [] if known is None else await _members(work, col(Member.user_id) == known)
    member = _present(by_identity)
    by_address: list[Member] = []
    if member is None:
        if person.email is None or person.email.rpartition("@")[2] not in await verified_domains(work):
            raise NotAdmitted(words.NO_PLACE if known else words.NO_ADDRESS)
        await work.guard(ADDRESSES)
        by_address = await _members(work, col(Member.email) == person.email)
        member = _present([each for each in by_address if known is None or each.user_id in (None, known)])
    if member is not None:
        await _settle_role(work, member, wanted, person, provider)
        return member
    # Who was archived stays out until somebody brings them back: the provider does not know why they left.
    if by_identity or by_address:
        raise NotAdmitted(words.NO_PLACE)
    if wanted is None:
        raise NotAdmitted(words.NO_GROUP if provider.group_claim else words.NO_PLACE)
    assert person.email is not None  # else it was refused above
    try:
        await check_email_domain(work, person.email)
    except Invalid:
        raise NotAdmitted(words.NO_PLACE) from None
    return work.new(Member, name=person.name, email=person.email, role=wanted)


async def _members(work: Work, condition: sa.ColumnElement[bool]) -> list[Member]:
    mine = sa.select(Member).where(col(Member.tenant_id) == work.tenant_id, condition).with_for_update(key_share=True)
    return list((await work.session.execute(mine.order_by(col(Member.id)))).scalars())


def _present(members: list[Member]) -> Member | None:
    return next((each for each in members if each.archived_at is None), None)


def _wanted_role(person: Person, provider: IdentityProvider) -> Role | None:
    groups = person.groups or frozenset()
    return role_of(groups, provider.group_roles or [], provider.default_role, provider.most_role)


async def _settle_role(
    work: Work, member: Member, wanted: Role | None, person: Person, provider: IdentityProvider
) -> None:
    """Give a member the role of the groups. Raises `NotAdmitted` where none of them has one."""
    if provider.group_claim is None or person.groups is None:
        return
    role = settled_role(member.role, wanted, provider.group_roles or [])
    if role is None:
        raise NotAdmitted(words.NO_GROUP)
    if role is member.role:
        return
    if member.role is Role.OWNER:
        try:
            await keep_an_owner(work, member)
        except InvalidState:
            return  # a tenant keeps an owner, whatever the groups say
    member.role = role
