"""What can be asked of members; importing this module declares all commands of the context."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

import domain.tenancy.api_keys
import domain.tenancy.groups
import domain.tenancy.invitations
import domain.tenancy.leaving
import domain.tenancy.service_accounts
import domain.tenancy.sessions
import domain.tenancy.tenants  # noqa: F401  # each declares its commands
from domain.identity.emails import EmailAddress
from domain.identity.people import expect_users, users_at
from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.inputs import Change, IdOf, Input, Title, may_be_left_out
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.addresses import check_address_is_free
from domain.tenancy.admitting import check_email_domain
from domain.tenancy.group_roles import check_role_is_free
from domain.tenancy.leaving import end_membership
from domain.tenancy.members import apply_to_member
from domain.tenancy.owners import check_unbound, keep_an_owner
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_reach, check_role, check_ventures
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import Member

MemberId = Annotated[UUID, IdOf("member")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(max_length=500)]


class AddMember(Input):
    """A new member. With an e-mail address the person signs in by it; without one the member is only named."""

    name: Title = Field(description="Name of the person.", examples=["Ann Lee"])
    email: EmailAddress | None = Field(
        None, description="The address by which the person signs in, verified by a provider."
    )
    role: Role = Field(Role.CONTRIBUTOR, description="What the member may do.")
    venture_ids: VentureIds | None = Field(
        None, description="The only ventures that the member may see; left out: all."
    )


class UpdateMember(Change):
    """Changes to a member: what is left out stays, null clears."""

    id: MemberId = Field(description="The member.")
    name: Title = may_be_left_out("Name of the person.")
    email: EmailAddress | None = Field(None, description="The address by which the person signs in.")
    role: Role = may_be_left_out("What the member may do.")
    venture_ids: VentureIds | None = Field(None, description="The only ventures that the member may see; null: all.")


class ArchiveMember(Change):
    """Which member to archive."""

    id: MemberId = Field(description="The member.")


@command(Action.MEMBER_WRITE, returns={"member": "member"}, creates=True)
async def add_member(work: Work, given: AddMember) -> Done:
    """Add a member. Nobody can give a role above their own.

    The person is found at sign-in: by this e-mail address, once a provider says that it is verified.
    """
    check_role(work, given.role)
    if given.role is Role.OWNER:
        require_recent(work)
    venture_ids = await check_ventures(work, given.venture_ids)
    check_unbound(given.role, venture_ids)
    if given.email is not None:
        await _take_address(work, given.email, given.name)
    member = work.new(Member, name=given.name, email=given.email, role=given.role, venture_ids=venture_ids)
    return Done({"member": member.id})


@command(Action.MEMBER_WRITE, returns={"member": "member"})
async def update_member(work: Work, given: UpdateMember) -> Done:
    """Change a member. The last owner stays one, and only owners change owners."""
    member = await load_for_change(work, Member, given.id, given.expected_version)
    check_role(work, member.role, "the member's role")
    check_reach(work, member.venture_ids, "the member")
    changes = given.sent("id", "expected_version")
    if "role" in changes:
        check_role(work, given.role)
        if given.role is not member.role and Role.OWNER in (given.role, member.role):
            require_recent(work)
        if given.role is not member.role:
            await check_role_is_free(work, member)
        if member.role is Role.OWNER and given.role is not Role.OWNER:
            await keep_an_owner(work, member)
    if "venture_ids" in changes:
        changes["venture_ids"] = await check_ventures(work, given.venture_ids)
    if changes.keys() & {"role", "venture_ids"}:
        check_unbound(changes.get("role", member.role), changes.get("venture_ids", member.venture_ids))
    if given.email is not None and given.email != member.email:
        await _take_address(work, given.email, given.name if "name" in changes else member.name)
    await apply_to_member(work, member, changes)
    return Done({"member": member.id})


@command(Action.MEMBER_WRITE, returns={"member": "member"})
async def archive_member(work: Work, given: ArchiveMember) -> Done:
    """Archive a member: neither the person nor keys that they made can act any more. The last owner stays."""
    member = await load_for_change(work, Member, given.id, given.expected_version, archived=True)
    check_role(work, member.role, "the member's role")
    check_reach(work, member.venture_ids, "the member")
    if member.archived_at is None:
        if member.role is Role.OWNER:
            require_recent(work)
        await end_membership(work, member)
    return Done({"member": member.id})


async def _take_address(work: Work, email: str, name: str) -> None:
    await check_email_domain(work, email)
    await check_address_is_free(work, email)
    await expect_users(work, await users_at(work.runtime, email, name))
