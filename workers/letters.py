"""The mail that asks the reader of an address whether a tenant may tell them of its events."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from domain.channels.confirming import LETTER
from domain.channels.letters import letter_of
from domain.channels.links import CONFIRM_WITHIN, MailLink, Purpose
from domain.channels.message import Language, Link, Message
from domain.channels.mime import Envelope, composed
from domain.channels.tables import Channel
from domain.channels.words import word
from domain.kernel.errors import NotFound
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.tenancy.zone import tenant_of
from domain.webhooks.retries import Verdict
from workers.claims import Claim, Queue, claim
from workers.mailing import Mailer
from workers.outbound import Answer
from workers.running import run_one

LETTERS = Queue.of_work(LETTER, attempts=20)
AT_A_TURN = 5


class NotSent(Exception):
    """The mail server did not take the letter now."""


async def send_letters(runtime: Runtime, tenant_id: UUID, mailer: Mailer) -> int:
    """Send the due letters of a tenant. Answers how many."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        claims = await claim(work, LETTERS, AT_A_TURN)
        mails = [await _written(work, one, mailer.sender) for one in claims]
    for one, mail in zip(claims, mails, strict=True):
        answer = Answer(None) if mail is None else await mailer.send(*mail)
        await run_one(runtime, tenant_id, LETTERS, partial(_note, answer=answer, wanted=mail is not None), one)
    return len(claims)


async def _written(work: Work, one: Claim, sender: str) -> tuple[bytes, str] | None:
    """The mail and to whom; None where nothing is to be asked any more."""
    try:
        channel = await work.get(Channel, one.key, archived=False)
    except NotFound:
        return None
    if channel.confirmation is None or channel.address is None or channel.asked_at is None:
        return None
    tenant = await tenant_of(work)
    language = Language.of(channel.language or tenant.locale)
    until = channel.asked_at + CONFIRM_WITHIN
    link = MailLink(Purpose.CONFIRM, work.tenant_id, Channel.word, channel.id, channel.confirmation, until)
    subject = word("confirm_subject", language, tenant=tenant.name)
    message = Message(
        "",
        subject,
        subject,
        text=word("confirm_text", language, tenant=tenant.name),
        advice="",
        link=Link(word("confirm", language), link.url(work.runtime.keys, work.runtime.settings.base_url)),
        footer=word("confirm_until", language, until=f"{until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"),
    )
    id = f"{external_id('channel', channel.id)}.{int(channel.asked_at.timestamp())}"
    envelope = Envelope(sender, channel.address, id, channel.asked_at)
    return composed(letter_of(message, language), envelope), channel.address


async def _note(work: Work, one: Claim, *, answer: Answer, wanted: bool) -> datetime | None:
    """Done, unless the server did not take it: then it is tried again, later and later."""
    if not wanted or (answer.outcome is not None and answer.outcome.verdict is Verdict.DELIVERED):
        return None
    if answer.outcome is not None and answer.outcome.verdict is Verdict.REFUSED:
        channel = await work.get(Channel, one.key, lock=True)
        channel.confirmation = None
        channel.disabled_reason = answer.error
        return None
    raise NotSent(answer.error)
