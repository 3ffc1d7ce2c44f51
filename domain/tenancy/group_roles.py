"""Roles that follow from groups: who is in groups with a role has the most powerful of them.

Whoever is in none keeps the role that was given by hand; who leaves the last one becomes a viewer. It is worked out in
the transaction that changes who is in which group, or what a group's role is, behind one guard: of two changes at once
the second sees what the first has done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from domain.kernel.changing_many import change_many
from domain.kernel.errors import InvalidState
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.group_tables import Group, GroupMember
from domain.tenancy.owners import check_unbound, keep_an_owner
from domain.tenancy.reach import check_role
from domain.tenancy.tables import Member

GROUPS = "groups"
"""Guard behind which is worked out what roles follow from groups."""

USUAL_ROLE = Role.VIEWER
"""What somebody may do whom a directory names, and no group with a role."""


def one_of(ids: Collection[UUID]) -> Any:  # Any: `column == one_of(…)` is a condition
    """Any of many ids, as one parameter."""
    return sa.any_(sa.literal(list(ids), ARRAY(sa.Uuid)))


async def settle_roles(work: Work, member_ids: Collection[UUID], left: Collection[UUID] = ()) -> None:
    """Give members the role that follows from their groups; `left` are those who have left a group with a role.

    Raises `Forbidden` where that would give or take a role above the caller's own, `InvalidState` for the last owner.
    """
    if not member_ids:
        return
    await work.flush()
    roles = await _roles_from_groups(work, member_ids)
    wanted = dict.fromkeys(left, USUAL_ROLE) | roles
    statement = (
        sa.select(Member)
        .where(col(Member.tenant_id) == work.tenant_id, col(Member.id) == one_of(wanted))
        .where(col(Member.archived_at).is_(None))
        .order_by(col(Member.id))
        .with_for_update(key_share=True)
    )
    members = [each for each in (await work.session.execute(statement)).scalars() if each.role is not wanted[each.id]]
    for member in members:
        check_role(work, member.role, "the member's role")
        check_role(work, wanted[member.id], "the role of the group")
        check_unbound(wanted[member.id], member.venture_ids)
    leaving = [member for member in members if member.role is Role.OWNER]
    for role in Role:  # owners first: who becomes one may take the place of those who cease to be
        await change_many(work, [member for member in members if wanted[member.id] is role], role=role)
        if role is Role.OWNER:
            await keep_an_owner(work, *leaving)


async def _roles_from_groups(work: Work, member_ids: Collection[UUID]) -> dict[UUID, Role]:
    statement = _mapped(work).where(col(GroupMember.member_id) == one_of(member_ids))
    found: dict[UUID, Role] = {}
    for member_id, role in await work.session.execute(statement):
        if role is not None:
            found[member_id] = strongest([role, found.get(member_id, role)])
    return found


def strongest(roles: Iterable[Role]) -> Role:
    """The most powerful of roles."""
    return min(roles, key=lambda role: role.rank)


def _mapped(work: Work) -> sa.Select[UUID, Role | None]:
    """Each member's being in a group with a role, and that role."""
    return (
        sa.select(col(GroupMember.member_id), col(Group.role))
        .select_from(GroupMember)
        .join(Group, (col(Group.tenant_id) == work.tenant_id) & (col(Group.id) == col(GroupMember.group_id)))
        .where(
            col(GroupMember.tenant_id) == work.tenant_id,
            col(GroupMember.archived_at).is_(None),
            col(Group.archived_at).is_(None),
            col(Group.role).is_not(None),
        )
    )


async def check_role_is_free(work: Work, member: Member, *path: str | int) -> None:
    """Raises `InvalidState` where a member's role follows from groups and cannot be given by hand."""
    found = await work.session.execute(_mapped(work).where(col(GroupMember.member_id) == member.id).limit(1))
    if found.first() is not None:
        message = "the role follows from the groups that the member is in; change those, or the group's role"
        raise InvalidState.at(*(path or ("role",)), message=message)
