"""Who goes, who comes back, and who is given the tenant."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.identity.sessions import end_of_member
from domain.kernel.commands import Done, command
from domain.kernel.editing import archive, load_for_change, restore
from domain.kernel.errors import Conflict, Forbidden, InvalidState
from domain.kernel.inputs import Change, IdOf
from domain.kernel.principal import ActorKind, Role
from domain.kernel.work import Work
from domain.tenancy.addresses import check_address_is_free
from domain.tenancy.group_roles import settle_roles
from domain.tenancy.owners import OWNERS, keep_an_owner
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_reach, check_role
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import ApiKey, Member

MemberId = Annotated[UUID, IdOf("member")]


class TransferOwnership(Change):
    """To whom an owner gives the tenant."""

    id: MemberId = Field(description="The member who becomes owner: somebody who has signed in, and sees all ventures.")


class LeaveTenant(Change):
    """That the caller leaves; `expected_version` is that of the caller's own membership."""


class RestoreMember(Change):
    """Which member to take back."""

    id: MemberId = Field(description="The member.")


@command(Action.TENANT_OWN, returns={"member": "member"})
async def transfer_ownership(work: Work, given: TransferOwnership) -> Done:
    """Give the tenant to another member, who becomes its owner as you become an administrator: both at once.

    It needs a person who has signed in within ten minutes.
    """
    await work.guard(OWNERS)
    heir = await load_for_change(work, Member, given.id, given.expected_version)
    giver = await _self(work)
    require_recent(work)
    if heir.id == giver:
        raise InvalidState.at("id", message="you are the owner yourself; name somebody else")
    if heir.user_id is None:
        raise InvalidState.at("id", message="this member has never signed in: nobody could act as the owner")
    former = await load_for_change(work, Member, giver)
    if former.role is not Role.OWNER:
        raise Forbidden("only an owner can give the tenant away")
    heir.role, heir.venture_ids = Role.OWNER, None
    former.role = Role.ADMIN
    return Done({"member": heir.id})


@command(Action.DOMAIN_READ, returns={"member": "member"})
async def leave_tenant(work: Work, given: LeaveTenant) -> Done:
    """Leave the tenant: your membership ends, and with it your sessions and keys. The last owner stays."""
    member = await load_for_change(work, Member, await _self(work), given.expected_version)
    if member.role is Role.OWNER:
        require_recent(work)
    await end_membership(work, member)
    return Done({"member": member.id})


@command(Action.MEMBER_WRITE, returns={"member": "member"})
async def restore_member(work: Work, given: RestoreMember) -> Done:
    """Take a member out of the archive, with the role they had. Keys that they made before are revoked for good."""
    member = await load_for_change(work, Member, given.id, given.expected_version, archived=True)
    check_role(work, member.role, "the member's role")
    check_reach(work, member.venture_ids, "the member")
    if member.archived_at is not None:
        if member.role is Role.OWNER:
            require_recent(work)
        await check_alone(work, member)
        await take_back(work, member)
        await settle_roles(work, [member.id])
    return Done({"member": member.id})


async def end_membership(work: Work, member: Member) -> None:
    """Archive a member and end their sessions. The last owner stays."""
    if member.role is Role.OWNER:
        await keep_an_owner(work, member)
    await archive(work, member)
    await end_of_member(work.runtime, work.tenant_id, member.id)


async def check_alone(work: Work, member: Member) -> None:
    """Raises `Conflict` where the person, or somebody with the address, is a member by now."""
    if member.email is not None:
        await check_address_is_free(work, member.email)
    if member.user_id is None:
        return
    again = sa.select(sa.func.count()).where(
        col(Member.tenant_id) == work.tenant_id,
        col(Member.user_id) == member.user_id,
        col(Member.archived_at).is_(None),
    )
    if (await work.session.execute(again)).scalar_one():
        raise Conflict.at("id", message="this person is a member already, by another membership")


async def take_back(work: Work, member: Member) -> None:
    """Take a member out of the archive. Nobody who comes back brings a key back to life that was thought dead."""
    await restore(work, member)
    await end_keys(work, member.id)


async def end_keys(work: Work, member_id: UUID) -> None:
    """Revoke the keys that act in a member's name; those of a program outlive whoever made them."""
    keys = sa.select(ApiKey).where(
        col(ApiKey.tenant_id) == work.tenant_id,
        col(ApiKey.created_by) == member_id,
        col(ApiKey.service_account_id).is_(None),
        col(ApiKey.archived_at).is_(None),
    )
    for key in (await work.session.execute(keys.with_for_update(key_share=True))).scalars():
        key.archived_at = work.now


async def _self(work: Work) -> UUID:
    """The member who asks, in person. Raises `Forbidden` for programs."""
    if work.principal.kind is not ActorKind.MEMBER or work.principal.member_id is None:
        raise Forbidden("only a member can do this, signed in: a key acts for others, and not as a person")
    return work.principal.member_id
