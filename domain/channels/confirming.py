"""Whether the reader of an address wants to be told: asked by mail, answered by a link that works once."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from domain.channels.links import MailLink
from domain.channels.tables import Channel, NotificationPreference
from domain.identity.people import verified_email_of
from domain.kernel.errors import InvalidState, QuotaExceeded
from domain.kernel.work import Work
from domain.tenancy.tables import Member

ASKED_AGAIN_AFTER = timedelta(minutes=10)
MOST_A_DAY = 20
"""Mails a day by which a tenant may ask strangers, so that nobody is pestered through us."""

LETTER = "letter"
"""The kind of work that is the sending of such a mail."""

UNSUBSCRIBED = "the reader has unsubscribed"
ASKING = "channel_confirmations"


async def own_address(work: Work) -> str | None:
    """The caller's own address, as a provider has verified it; None for keys and for who never signed in."""
    if work.principal.member_id is None:
        return None
    member = await work.get(Member, work.principal.member_id)
    return None if member.user_id is None else await verified_email_of(work.runtime, member.user_id)


async def is_own_address(work: Work, address: str | None) -> bool:
    """Whether an address is the caller's own. A key speaks for a member, but nobody reads mail by it."""
    if work.principal.session_id is None or address is None:
        return False
    return await own_address(work) == address


async def consent_of(work: Work, address: str, asked_at: datetime | None = None) -> dict[str, Any]:
    """What a channel is to keep of its reader's consent: given, where the caller is the reader, else to be asked for.

    `asked_at` is when the channel asked last. Raises `InvalidState`, `QuotaExceeded`. What is to be asked is marked by
    the caller, once the channel is written.
    """
    if await is_own_address(work, address):
        return {"confirmed_at": work.now, "confirmation": None}
    if asked_at is not None and work.now - asked_at < ASKED_AGAIN_AFTER:
        raise InvalidState.at("id", message="the channel has asked a few minutes ago; wait for that mail")
    await work.guard(ASKING)
    today = sa.select(sa.func.count()).where(
        col(Channel.tenant_id) == work.tenant_id, col(Channel.asked_at) > work.now - timedelta(days=1)
    )
    if (await work.session.execute(today)).scalar_one() >= MOST_A_DAY:
        raise QuotaExceeded(f"a tenant may ask {MOST_A_DAY} addresses a day; try again tomorrow")
    return {"confirmed_at": None, "confirmation": secrets.token_urlsafe(24), "asked_at": work.now}


async def confirm(work: Work, link: MailLink) -> bool:
    """Note that the reader has agreed. False where the link was used or replaced. Raises `NotFound`."""
    channel = await work.get(Channel, link.id, lock=True, archived=False)
    if channel.confirmation is None or not secrets.compare_digest(channel.confirmation, link.proof):
        return False
    channel.confirmation, channel.confirmed_at = None, work.now
    return True


async def unsubscribe(work: Work, link: MailLink) -> None:
    """Send the reader of an address nothing more; twice is once. Raises `NotFound`.

    The link's proof is the address: it does nothing to a channel that has another by now.
    """
    if link.kind == Channel.word:
        channel = await work.get(Channel, link.id, lock=True)
        if channel.address == link.proof and channel.enabled:
            channel.enabled, channel.disabled_reason = False, UNSUBSCRIBED
        return
    preference = await work.get(NotificationPreference, link.id, lock=True)
    if preference.address == link.proof and preference.email:
        preference.email, preference.disabled_reason = False, UNSUBSCRIBED
