"""Accepting an invitation: the person who has proved the invited address becomes a member, and the invitation ends."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.identity.people import expect_users
from domain.kernel.errors import Conflict, NotFound
from domain.kernel.work import Work
from domain.tenancy.addresses import check_address_is_free
from domain.tenancy.admitting import check_email_domain
from domain.tenancy.leaving import take_back
from domain.tenancy.tables import Invitation, Member, Tenant, TenantStatus


@dataclass(frozen=True)
class Acceptance:
    """Who accepts which invitation: a user, the address that a provider has verified, and what the link says."""

    invitation_id: UUID
    mail: int
    user_id: UUID
    email: str | None


async def inviting_tenant(work: Work, invitation: Invitation, mail: int) -> Tenant:
    """The tenant of an invitation whose link works. Raises `NotFound`, without telling why.

    A link works that is of the last mail, for as long as the invitation has neither ended nor expired, and its tenant
    is in use.
    """
    tenant = await work.session.get(Tenant, work.tenant_id)
    works = invitation.archived_at is None and invitation.mails == mail and invitation.expires_at > work.now
    if tenant is None or tenant.status is not TenantStatus.ACTIVE or not works:
        raise NotFound("there is no such invitation")
    return tenant


async def accepting_member(work: Work, given: Acceptance) -> UUID | None:
    """Who would accept: the member that the person is, was, or that waits for them; None for somebody new.

    Raises `NotFound` for a link that does not work, and for whoever has not proved the invited address: the two are
    not told apart. Whoever has accepted may follow the link once more.
    """
    invitation = await work.get(Invitation, given.invitation_id)
    member = await _accepted_by(work, invitation, given.user_id)
    if member is None:
        await _check(work, invitation, given)
        member = await _known(work, invitation, given.user_id)
    return None if member is None else member.id


async def accept(work: Work, given: Acceptance) -> None:
    """Make the person a member and end the invitation. The principal is the member who accepts: `accepting_member`.

    Who is a member already stays what they are; who was one comes back, with what is offered now. Raises `NotFound`;
    `Conflict` where it is another member who accepts by now.
    """
    invitation = await work.get(Invitation, given.invitation_id, lock=True)
    if await _accepted_by(work, invitation, given.user_id) is not None:
        return
    await _check(work, invitation, given)
    member = await _known(work, invitation, given.user_id)
    offered = {"role": invitation.role, "venture_ids": invitation.venture_ids}
    if member is None or member.archived_at is not None:
        await _check_free(work, invitation)
    if member is None:
        assert work.principal.member_id is not None
        named = {"name": invitation.name, "email": invitation.email}
        member = work.new(Member, id=work.principal.member_id, **named, **offered)
    elif member.id != work.principal.member_id:
        raise Conflict("somebody else accepts by now")
    elif member.archived_at is not None:
        await take_back(work, member)
        member.name, member.email = invitation.name, invitation.email
        member.role, member.venture_ids = invitation.role, invitation.venture_ids
    member.user_id = given.user_id
    await work.flush()
    await expect_users(work, [given.user_id])
    invitation.accepted_at = invitation.archived_at = work.now
    invitation.member_id = member.id


async def _check(work: Work, invitation: Invitation, given: Acceptance) -> None:
    await inviting_tenant(work, invitation, given.mail)
    if given.email is None or given.email != invitation.email:
        raise NotFound("there is no such invitation")
    await check_email_domain(work, invitation.email)


async def _accepted_by(work: Work, invitation: Invitation, user_id: UUID) -> Member | None:
    """The member who came of the invitation, where that is this user."""
    if invitation.accepted_at is None or invitation.member_id is None:
        return None
    member = await work.get(Member, invitation.member_id)
    return member if member.user_id == user_id and member.archived_at is None else None


async def _known(work: Work, invitation: Invitation, user_id: UUID) -> Member | None:
    """The place that the person has, that waits for whoever has the address, or that was theirs, in this order."""
    waits = sa.and_(col(Member.user_id).is_(None), col(Member.email) == invitation.email)
    statement = (
        sa.select(Member)
        .where(col(Member.tenant_id) == work.tenant_id, sa.or_(col(Member.user_id) == user_id, waits))
        .order_by(
            col(Member.archived_at).is_not(None),
            col(Member.user_id).is_(None),
            col(Member.archived_at).desc(),
            col(Member.id),
        )
        .limit(1)
        .with_for_update(key_share=True)
    )
    member: Member | None = (await work.session.execute(statement)).scalar_one_or_none()
    return member


async def _check_free(work: Work, invitation: Invitation) -> None:
    """Raises `NotFound` where somebody else has the address by now, which is nothing to tell a stranger."""
    try:
        await check_address_is_free(work, invitation.email)
    except Conflict:
        raise NotFound("there is no such invitation") from None
