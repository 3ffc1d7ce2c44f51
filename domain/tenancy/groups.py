"""What administrators can ask of groups: which role they give. Who is in them is the directory's to say."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.inputs import Change, IdOf
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.group_roles import GROUPS, settle_roles
from domain.tenancy.group_tables import Group, GroupMember
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_role, check_unrestricted
from domain.tenancy.stepping_up import require_recent

GroupId = Annotated[UUID, IdOf("group")]


class MapGroup(Change):
    """The role that a group gives."""

    group_id: GroupId = Field(description="The group.")
    role: Role = Field(description="What its members may do; never above your own role.")


class UnmapGroup(Change):
    """Which group shall give no role any more."""

    group_id: GroupId = Field(description="The group.")


@command(Action.MEMBER_WRITE, returns={"group": "group"})
async def map_group(work: Work, given: MapGroup) -> Done:
    """Have a group give a role: who is in it, and in others with a role, has the most powerful of them from now on."""
    check_role(work, given.role)
    return await _give(work, given, given.role)


@command(Action.MEMBER_WRITE, returns={"group": "group"})
async def unmap_group(work: Work, given: UnmapGroup) -> Done:
    """Have a group give no role any more: who is in no other with a role becomes a viewer."""
    return await _give(work, given, None)


async def _give(work: Work, given: MapGroup | UnmapGroup, role: Role | None) -> Done:
    check_unrestricted(work)
    await work.guard(GROUPS)
    group = await load_for_change(work, Group, given.group_id, given.expected_version, "group_id")
    if group.role is not None:
        check_role(work, group.role, "the group's role")
    if group.role is not role and Role.OWNER in (group.role, role):
        require_recent(work)
    if group.role is not role:
        group.role = role
        member_ids = await members_of(work, group.id)
        await settle_roles(work, member_ids, left=member_ids)
    return Done({"group": group.id})


async def members_of(work: Work, group_id: UUID) -> set[UUID]:
    """Who is in a group."""
    statement = sa.select(col(GroupMember.member_id)).where(
        col(GroupMember.tenant_id) == work.tenant_id,
        col(GroupMember.group_id) == group_id,
        col(GroupMember.archived_at).is_(None),
    )
    return set((await work.session.execute(statement)).scalars())
