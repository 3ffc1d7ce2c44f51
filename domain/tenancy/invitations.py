"""What can be asked of invitations. The mail is work that is marked here, so that a crash loses none.

Nothing here asks whether the address is known to the installation: only who has signed in accepts, so inviting tells
nothing of who exists.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final, Literal
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.identity.emails import EmailAddress
from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.errors import Conflict, QuotaExceeded
from domain.kernel.inputs import Change, IdOf, Input, Title
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.addresses import check_address_is_free
from domain.tenancy.admitting import check_email_domain
from domain.tenancy.owners import check_unbound
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_reach, check_role, check_ventures
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Invitation, Member

InvitationId = Annotated[UUID, IdOf("invitation")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(max_length=500)]
Written = Literal["en", "zh-CN"]

INVITED: Final = "invitation"
"""The kind of work that is the sending of such a mail."""

VALID: Final = timedelta(days=7)
"""How long a link works."""

MOST_MAILS: Final = 5
"""Mails that one invitation is worth."""

MOST_A_DAY: Final = 500
"""Mails of invitations that a tenant sends a day, so that nobody is pestered through us."""

SENDING: Final = "invitations"
"""Guard behind which they are counted."""


class InviteMember(Input):
    """An invitation by mail."""

    email: EmailAddress = Field(description="Who is invited: the address that the person has proved at sign-in.")
    name: Title = Field(description="Name of the person.", examples=["Ann Lee"])
    role: Role = Field(Role.CONTRIBUTOR, description="What the person may do; never above your own role.")
    venture_ids: VentureIds | None = Field(
        None, description="The only ventures that the person may see; left out: all."
    )
    language: Written | None = Field(None, description="In which language it is written; left out: the tenant's.")


class NameInvitation(Change):
    """Which invitation is meant."""

    id: InvitationId = Field(description="The invitation.")


@command(Action.MEMBER_WRITE, returns={"invitation": "invitation"}, creates=True)
async def invite_member(work: Work, given: InviteMember) -> Done:
    """Invite a person by mail. Its link works once, for seven days, and only for who has proved the address at sign-in.

    Nobody can give a role above their own.
    """
    check_role(work, given.role)
    if given.role is Role.OWNER:
        require_recent(work)
    venture_ids = await check_ventures(work, given.venture_ids)
    check_unbound(given.role, venture_ids)
    await check_email_domain(work, given.email)
    await check_address_is_free(work, given.email)
    await _end_expired(work, given.email)
    await _count_mail(work)
    return Done({"invitation": await offer(work, given, venture_ids)})


@command(Action.MEMBER_WRITE, returns={"invitation": "invitation"})
async def resend_invitation(work: Work, given: NameInvitation) -> Done:
    """Send an invitation once more, for another seven days: with a new link, and the former one does nothing now."""
    invitation = await load_for_change(work, Invitation, given.id, given.expected_version)
    _check_reach(work, invitation)
    if invitation.role is Role.OWNER:
        require_recent(work)
    if invitation.mails >= MOST_MAILS:
        raise QuotaExceeded(f"an invitation is mailed {MOST_MAILS} times at most; ask the person what became of them")
    await _count_mail(work)
    invitation.mails += 1
    invitation.expires_at = work.now + VALID
    invitation.mail_error = None
    await work.mark(INVITED, [invitation.id])
    return Done({"invitation": invitation.id})


@command(Action.MEMBER_WRITE, returns={"invitation": "invitation"})
async def revoke_invitation(work: Work, given: NameInvitation) -> Done:
    """Take an invitation back: its link does nothing any more. Twice is once."""
    invitation = await load_for_change(work, Invitation, given.id, given.expected_version, archived=True)
    _check_reach(work, invitation)
    if invitation.archived_at is None:
        invitation.archived_at = work.now
    return Done({"invitation": invitation.id})


async def offer(
    work: Work, given: InviteMember, venture_ids: list[UUID] | None = None, member: Member | None = None
) -> UUID:
    """A new invitation, and its mail. `member` is the place that waits for the person, where there is one already."""
    invitation = work.new(
        Invitation,
        email=given.email,
        name=given.name,
        role=given.role,
        venture_ids=venture_ids,
        language=given.language,
        invited_by=work.principal.member_id,
        expires_at=work.now + VALID,
        member_id=None if member is None else member.id,
    )
    await work.mark(INVITED, [invitation.id])
    return invitation.id


def _check_reach(work: Work, invitation: Invitation) -> None:
    check_role(work, invitation.role, "the invitation's role")
    check_reach(work, invitation.venture_ids, "the invitation")


async def _end_expired(work: Work, email: str) -> None:
    """Raises `Conflict` where the address has an invitation that still works; one that has expired makes room."""
    statement = sa.select(Invitation).where(
        col(Invitation.tenant_id) == work.tenant_id,
        col(Invitation.email) == email,
        col(Invitation.archived_at).is_(None),
    )
    former = (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()
    if former is None:
        return
    if former.expires_at > work.now:
        raise Conflict.at("email", message="this address is invited already; send that invitation again, or revoke it")
    former.archived_at = work.now
    await work.flush()


async def _count_mail(work: Work) -> None:
    await work.guard(SENDING)
    lately = sa.select(sa.func.coalesce(sa.func.sum(col(Invitation.mails)), 0)).where(
        col(Invitation.tenant_id) == work.tenant_id,
        col(Invitation.expires_at) > work.now + VALID - timedelta(days=1),
    )
    if (await work.session.execute(lately)).scalar_one() >= MOST_A_DAY:
        raise QuotaExceeded(f"a tenant sends {MOST_A_DAY} invitations a day at most; try again tomorrow")
