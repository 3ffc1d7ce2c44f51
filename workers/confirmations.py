"""The letter that asks the reader of an address whether a tenant may tell them of its events."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from domain.channels.confirming import LETTER
from domain.channels.links import CONFIRM_WITHIN, MailLink, Purpose
from domain.channels.tables import Channel
from domain.kernel.errors import NotFound
from domain.kernel.ids import external_id
from domain.kernel.work import Work
from workers.claims import Queue
from workers.letters import Asked, Occasion


async def _asked(work: Work, id: UUID) -> Asked | None:
    try:
        channel = await work.get(Channel, id, archived=False)
    except NotFound:
        return None
    if channel.confirmation is None or channel.address is None or channel.asked_at is None:
        return None
    until = channel.asked_at + CONFIRM_WITHIN
    link = MailLink(Purpose.CONFIRM, work.tenant_id, Channel.word, channel.id, channel.confirmation, until)
    mail = f"{external_id('channel', channel.id)}.{int(channel.asked_at.timestamp())}"
    return Asked(mail, channel.address, channel.asked_at, "confirm", link, channel.language)


async def _refused(work: Work, id: UUID, error: str) -> None:
    channel = await work.get(Channel, id, lock=True)
    channel.confirmation = None
    channel.disabled_reason = error


CONFIRMATIONS: Final = Occasion(Queue.of_work(LETTER, attempts=20), _asked, _refused)
