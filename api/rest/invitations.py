"""Invitations to a tenant."""

from __future__ import annotations

from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownInvitation
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action
from domain.tenancy.tables import Invitation

INVITATIONS = Resource(
    path="invitations",
    noun="invitation",
    nouns="invitations",
    tag="Invitations",
    prefix="invitation",
    reader=Rows(Invitation, ShownInvitation, reaching=True),
    schema=ShownInvitation,
    query=EntityList,
    read_action=Action.MEMBER_WRITE,
)


def operations() -> list[Operation]:
    """All that can be asked of invitations."""
    return [
        INVITATIONS.lists("List the invitations, the oldest first: those that wait, and with `archived=true` all."),
        INVITATIONS.reads(),
        INVITATIONS.creates(COMMANDS["invite_member"]),
        INVITATIONS.verb(COMMANDS["resend_invitation"], "resend"),
        INVITATIONS.archives(COMMANDS["revoke_invitation"]),
    ]
