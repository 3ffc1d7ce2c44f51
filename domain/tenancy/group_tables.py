"""Groups of members, as the tenant's directory of people keeps them."""

from __future__ import annotations

from uuid import UUID

from domain.kernel.columns import choice, number, reference, text
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, index, refers, unique_where


class Group(Entity, table=True):
    """A group of members that a directory keeps. With a role it says what its members may do."""

    __tablename__ = "member_group"
    prefix = "group"
    word = "group"

    title: str = text()
    external_id: str | None = text(None)
    "By what the directory knows it."
    role: Role | None = choice(Role, None, name="role")
    "What its members may do; empty: it says nothing of that."
    roster_version: int = number(1)
    "Counts the changes of who is in it."
    __table_args__ = (
        unique_where("uq_member_group_external_id", "external_id IS NOT NULL AND archived_at IS NULL", "external_id"),
        index("title"),
    )


class GroupMember(Entity, table=True):
    """One member's being in a group."""

    __tablename__ = "member_group_member"
    prefix = "group_member"
    word = "group_member"

    group_id: UUID = reference()
    member_id: UUID = reference()
    __table_args__ = (
        refers("group_id", "member_group"),
        refers("member_id", "membership"),
        unique_where("uq_member_group_member_ends", "archived_at IS NULL", "group_id", "member_id"),
        index("member_id"),
        index("group_id"),
    )
