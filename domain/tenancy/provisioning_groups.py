"""Groups as the tenant's directory of people has them. No command of the APIs: these are asked for by SCIM alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.changing_many import change_many
from domain.kernel.editing import apply, archive
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Input, Key, Title
from domain.kernel.work import Work
from domain.tenancy.group_roles import GROUPS, one_of, settle_roles
from domain.tenancy.group_tables import Group, GroupMember
from domain.tenancy.groups import members_of
from domain.tenancy.roster import Roster
from domain.tenancy.tables import Member

MOST_GROUPS: Final = 5_000
"""Groups that a tenant may have."""

MOST_MEMBERS: Final = 10_000
"""Members that a group may have."""

MOST_GROUPS_OF_MEMBER: Final = 500
"""Groups that a member may be in."""


class DirectoryGroup(Input):
    """What a directory says of a group, besides who is in it."""

    title: Title = Field(description="Its name.")
    external_id: Key | None = Field(None, description="By what the directory knows it.")


async def provision_group(work: Work, said: DirectoryGroup, roster: Roster) -> Group:
    """A new group with those who are in it; it gives no role until an administrator says which."""
    await work.guard(GROUPS)
    used = sa.select(sa.func.count()).where(col(Group.tenant_id) == work.tenant_id, col(Group.archived_at).is_(None))
    if (await work.session.execute(used)).scalar_one() >= MOST_GROUPS:
        raise Invalid.at("title", message=f"a tenant has at most {MOST_GROUPS} groups")
    group = work.new(Group, title=said.title, external_id=said.external_id)
    await work.flush()
    await change_roster(work, group, roster)
    return group


async def change_group(work: Work, group: Group, said: DirectoryGroup, roster: Roster) -> None:
    """Have a group be as the directory says. The row is held already."""
    await work.guard(GROUPS)
    apply(group, {"title": said.title, "external_id": said.external_id})
    await change_roster(work, group, roster)


async def delete_group(work: Work, group: Group) -> None:
    """Archive a group for good: nobody is in it any more, and it gives no role."""
    await work.guard(GROUPS)
    await change_roster(work, group, Roster(emptied=True))
    await archive(work, group)


async def change_roster(work: Work, group: Group, roster: Roster) -> None:
    """Change who is in a group, and what roles follow from that. Raises `Invalid` at `members`."""
    present = await members_of(work, group.id)
    wanted = roster.applied_to(present)
    joining, leaving = wanted - present, present - wanted
    if len(wanted) > MOST_MEMBERS:
        raise Invalid.at("members", message=f"a group has at most {MOST_MEMBERS} members")
    if not joining and not leaving:
        return
    await _check_members(work, joining)
    group.roster_version += 1
    for member_id in sorted(joining):
        work.new(GroupMember, group_id=group.id, member_id=member_id)
    await change_many(work, await _places(work, group.id, leaving), archived_at=work.now)
    await _check_groups_of(work, joining)
    if group.role is not None:
        await settle_roles(work, joining | leaving, left=leaving)


async def _check_members(work: Work, member_ids: Collection[UUID]) -> None:
    if not member_ids:
        return
    statement = sa.select(col(Member.id)).where(
        col(Member.tenant_id) == work.tenant_id, col(Member.id) == one_of(member_ids), known_to_directory()
    )
    there = set((await work.session.execute(statement)).scalars())
    if missing := sorted(set(member_ids) - there):
        raise Invalid.at("members", message=f"there is no such user: member_{missing[0].hex}")


def known_to_directory() -> sa.ColumnElement[bool]:
    """The members that a directory sees: with an e-mail address, and not deleted by it; also those made inactive."""
    return sa.and_(
        col(Member.email).is_not(None),
        sa.or_(
            col(Member.archived_at).is_(None),
            col(Member.left_directory_at).is_distinct_from(col(Member.archived_at)),
        ),
    )


async def _places(work: Work, group_id: UUID, member_ids: Collection[UUID]) -> list[GroupMember]:
    if not member_ids:
        return []
    statement = sa.select(GroupMember).where(
        col(GroupMember.tenant_id) == work.tenant_id,
        col(GroupMember.group_id) == group_id,
        col(GroupMember.member_id) == one_of(member_ids),
        col(GroupMember.archived_at).is_(None),
    )
    return list((await work.session.execute(statement)).scalars())


async def _check_groups_of(work: Work, member_ids: Collection[UUID]) -> None:
    if not member_ids:
        return
    statement = (
        sa.select(col(GroupMember.member_id))
        .where(
            col(GroupMember.tenant_id) == work.tenant_id,
            col(GroupMember.member_id) == one_of(member_ids),
            col(GroupMember.archived_at).is_(None),
        )
        .group_by(col(GroupMember.member_id))
        .having(sa.func.count() > MOST_GROUPS_OF_MEMBER)
        .limit(1)
    )
    if (found := (await work.session.execute(statement)).scalar_one_or_none()) is not None:
        message = f"member_{found.hex} would be in more than {MOST_GROUPS_OF_MEMBER} groups"
        raise Invalid.at("members", message=message)
