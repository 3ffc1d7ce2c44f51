"""The letter by which somebody is invited to a tenant."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from domain.channels.links import MailLink, Purpose
from domain.kernel.errors import NotFound
from domain.kernel.ids import external_id
from domain.kernel.work import Work
from domain.tenancy.invitations import INVITED, VALID
from domain.tenancy.tables import Invitation
from workers.claims import Queue
from workers.letters import Asked, Occasion


async def _asked(work: Work, id: UUID) -> Asked | None:
    try:
        invitation = await work.get(Invitation, id, archived=False)
    except NotFound:
        return None
    if invitation.expires_at <= work.now:
        return None
    proof, until = str(invitation.mails), invitation.expires_at
    link = MailLink(Purpose.INVITATION, work.tenant_id, Invitation.word, invitation.id, proof, until)
    mail = f"{external_id('invitation', invitation.id)}.{invitation.mails}"
    return Asked(mail, invitation.email, until - VALID, "invite", link, invitation.language)


async def _refused(work: Work, id: UUID, error: str) -> None:
    invitation = await work.get(Invitation, id, lock=True)
    invitation.mail_error = error


INVITATIONS: Final = Occasion(Queue.of_work(INVITED, attempts=20), _asked, _refused)
