"""Members of a tenant."""

from __future__ import annotations

from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownMember
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action
from domain.tenancy.tables import Member

MEMBERS = Resource(
    path="members",
    noun="member",
    nouns="members",
    tag="Members",
    prefix="member",
    reader=Rows(Member, ShownMember),
    schema=ShownMember,
    query=EntityList,
    read_action=Action.MEMBER_READ,
)


def operations() -> list[Operation]:
    """All that can be asked of members."""
    return [
        MEMBERS.lists("List the members, the oldest first."),
        MEMBERS.reads(),
        MEMBERS.creates(COMMANDS["add_member"]),
        MEMBERS.changes(COMMANDS["update_member"]),
        MEMBERS.archives(COMMANDS["archive_member"]),
        MEMBERS.verb(COMMANDS["end_member_sessions"], "end-sessions"),
        MEMBERS.verb(COMMANDS["restore_member"], "restore"),
        MEMBERS.verb(COMMANDS["transfer_ownership"], "transfer-ownership"),
        MEMBERS.acts(COMMANDS["leave_tenant"], "leave"),
    ]
