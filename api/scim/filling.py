"""The members of groups, put into answers as they are sent: thousands of them are texts, and no objects.

The library decides what of a group is shown. It is given one member to decide about, and what it shows of that one is
shown of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from scim2_models import Resource, TooManyException
from sqlmodel import col

from api.scim.resources import Group, MemberOfGroup
from domain.kernel.ids import parse_id
from domain.kernel.work import Work
from domain.tenancy.group_roles import one_of
from domain.tenancy.group_tables import GroupMember
from domain.tenancy.provisioning_groups import known_to_directory
from domain.tenancy.tables import Member

MOST: Final = 20_000
"""Members in one answer."""


def with_one(resource: Resource[Any]) -> None:
    """Give a group that has none one member, so that the library tells what it would show of it."""
    if isinstance(resource, Group) and resource.members is None:
        resource.members = [MemberOfGroup(value="-", ref="-", display="-", type="User")]


async def fill(work: Work, shown: Sequence[dict[str, Any]], base_url: str) -> None:
    """Put the members of groups where the library has shown one. Raises `TooManyException`."""
    waiting = {parse_id("group", each["id"]): each for each in shown if each.get("members")}
    if not waiting:
        return
    places = (
        sa.select(col(GroupMember.group_id), col(Member.id), col(Member.name))
        .join(Member, (col(Member.tenant_id) == work.tenant_id) & (col(Member.id) == col(GroupMember.member_id)))
        .where(
            col(GroupMember.tenant_id) == work.tenant_id,
            col(GroupMember.group_id) == one_of(waiting),
            col(GroupMember.archived_at).is_(None),
            known_to_directory(),
        )
        .order_by(col(GroupMember.id))
        .limit(MOST + 1)
    )
    rows = (await work.session.execute(places)).all()
    if len(rows) > MOST:
        message = f"the groups of this page have more than {MOST} members: ask with excludedAttributes=members"
        raise TooManyException(detail=message)
    names = {id: each.pop("members")[0].keys() for id, each in waiting.items()}
    for group_id, id, name in rows:
        text = f"member_{id.hex}"
        whole = {"value": text, "$ref": f"{base_url}/Users/{text}", "display": name, "type": "User"}
        member = {part: whole[part] for part in names[group_id]}
        waiting[group_id].setdefault("members", []).append(member)
