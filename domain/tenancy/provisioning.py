"""Members as the tenant's directory of people has them: made, changed, made inactive, deleted and taken back.

No command of the APIs: these are asked for by SCIM alone, inside its own unit of work.
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.identity.emails import EmailAddress
from domain.identity.people import expect_users, users_at
from domain.kernel.errors import Conflict
from domain.kernel.inputs import Input, Key, Title
from domain.kernel.work import Work
from domain.tenancy.addresses import ADDRESSES, check_address_is_free
from domain.tenancy.admitting import check_email_domain
from domain.tenancy.group_roles import GROUPS, USUAL_ROLE, settle_roles
from domain.tenancy.group_tables import Group, GroupMember
from domain.tenancy.leaving import check_alone, end_membership, take_back
from domain.tenancy.members import apply_to_member
from domain.tenancy.reach import check_role
from domain.tenancy.tables import Member

_NAMES: Final = ("display_name", "formatted_name", "given_name", "family_name")


class DirectoryPerson(Input):
    """What a directory says of a person."""

    email: EmailAddress = Field(description="The address by which the person signs in.")
    external_id: Key | None = Field(None, description="By what the directory knows the person.")
    display_name: Title | None = Field(None, description="What the directory shows as the name.")
    formatted_name: Title | None = Field(None, description="The full name.")
    given_name: Title | None = Field(None, description="The given name.")
    family_name: Title | None = Field(None, description="The family name.")
    active: bool = Field(True, description="Whether the person may act.")

    def name(self) -> str | None:
        """What to call the person; None where the directory tells no name."""
        parts = " ".join(part for part in (self.given_name, self.family_name) if part)
        return self.display_name or self.formatted_name or parts[:200] or None


async def provision_member(work: Work, person: DirectoryPerson) -> Member:
    """A new member; who was archived with the same e-mail address is taken back, with the role that they had.

    Raises `Conflict` at `email` for the address of somebody who is a member.
    """
    await work.guard(ADDRESSES)
    former = await _latest_at(work, person.email)
    if former is not None and former.archived_at is None:
        raise Conflict.at("email", message="another member has this e-mail address")
    await check_email_domain(work, person.email)
    await expect_users(work, await users_at(work.runtime, person.email, person.name() or person.email))
    if former is not None:
        check_role(work, former.role, "the member's role")
        await _become(work, former, person)
        return former
    given = {name: getattr(person, name) for name in ("email", "external_id", *_NAMES)}
    member = work.new(Member, name=person.name() or person.email, role=USUAL_ROLE, **given)
    await work.flush()
    if not person.active:
        member.archived_at = work.now
    return member


async def change_member(work: Work, member: Member, person: DirectoryPerson) -> None:
    """Have a member be as the directory says. The row is held already.

    Raises `Conflict` at `email` for another member's address, `InvalidState` where the last owner would go.
    """
    check_role(work, member.role, "the member's role")
    if person.email != member.email:
        await check_email_domain(work, person.email)
        await check_address_is_free(work, person.email)
        await expect_users(work, await users_at(work.runtime, person.email, person.name() or member.name))
    await _become(work, member, person)


async def delete_member(work: Work, member: Member) -> None:
    """Archive a member for the directory, which sees them no longer, and take them out of its groups."""
    await work.guard(GROUPS)
    check_role(work, member.role, "the member's role")
    await _leave_groups(work, member.id)
    await _archive(work, member)
    member.left_directory_at = member.archived_at


async def _become(work: Work, member: Member, person: DirectoryPerson) -> None:
    """Names, address and id as they are told, and whether the person may act: told outside as one change."""
    changes = {name: getattr(person, name) for name in ("email", "external_id", *_NAMES)}
    if any(getattr(member, name) != changes[name] for name in _NAMES) and (name := person.name()) is not None:
        changes["name"] = name
    back = person.active and member.archived_at is not None
    if back and person.email == member.email:
        await check_alone(work, member)
    await apply_to_member(work, member, changes)
    if back:
        member.left_directory_at = None
        await take_back(work, member)
        await settle_roles(work, [member.id])
    elif not person.active:
        if member.left_directory_at is not None:
            member.left_directory_at = None
        await _archive(work, member)


async def _archive(work: Work, member: Member) -> None:
    if member.archived_at is None:
        await end_membership(work, member)


async def _latest_at(work: Work, email: str) -> Member | None:
    """Who has an address, or had it last."""
    statement = (
        sa.select(Member)
        .where(col(Member.tenant_id) == work.tenant_id, col(Member.email) == email)
        .order_by(col(Member.archived_at).desc().nulls_first(), col(Member.id).desc())
        .limit(1)
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _leave_groups(work: Work, member_id: UUID) -> None:
    statement = (
        sa.select(GroupMember, col(Group.role))
        .join(Group, (col(Group.tenant_id) == work.tenant_id) & (col(Group.id) == col(GroupMember.group_id)))
        .where(
            col(GroupMember.tenant_id) == work.tenant_id,
            col(GroupMember.member_id) == member_id,
            col(GroupMember.archived_at).is_(None),
        )
    )
    rows = (await work.session.execute(statement)).all()
    for place, _ in rows:
        place.archived_at = work.now
    if any(role is not None for _, role in rows):
        await settle_roles(work, [member_id], left=[member_id])
