"""Letters that the product writes by itself: marked as work by whoever wants one, and sent until they are taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from domain.channels.letters import letter_of
from domain.channels.links import MailLink
from domain.channels.message import Language, Link, Message
from domain.channels.mime import Envelope, composed
from domain.channels.words import word
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.tenancy.tables import Tenant
from domain.webhooks.retries import Verdict
from workers.claims import Claim, Queue, claim
from workers.mailing import Mailer
from workers.outbound import Answer
from workers.running import run_one

AT_A_TURN = 5


class NotSent(Exception):
    """The mail server did not take the letter now."""


@dataclass(frozen=True)
class Asked:
    """A letter that is wanted: to which address, in which words, with which link; `id` is the same at every attempt."""

    id: str
    address: str
    at: datetime
    words: str
    "Its words are `<words>_subject`, `<words>_text` and `<words>`, which names the link."
    link: MailLink
    language: str | None
    "Empty: the tenant's."


@dataclass(frozen=True)
class Occasion:
    """A kind of letter: what is to be written for a subject, if anything, and what a refusal for good leaves behind."""

    queue: Queue
    asked: Callable[[Work, UUID], Awaitable[Asked | None]]
    refused: Callable[[Work, UUID, str], Awaitable[None]]


async def send_letters(runtime: Runtime, tenant_id: UUID, mailer: Mailer, occasion: Occasion) -> int:
    """Send the due letters of a tenant on one occasion. Answers how many."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        claims = await claim(work, occasion.queue, AT_A_TURN)
        tenant = await work.session.get_one(Tenant, tenant_id) if claims else None
        letters = [await occasion.asked(work, one.key) for one in claims]
        mails = [None if each is None or tenant is None else written(each, tenant, runtime, mailer) for each in letters]
    for one, mail in zip(claims, mails, strict=True):
        answer = Answer(None) if mail is None else await mailer.send(*mail)
        note = partial(_note, occasion=occasion, answer=answer, wanted=mail is not None)
        await run_one(runtime, tenant_id, occasion.queue, note, one)
    return len(claims)


def written(asked: Asked, tenant: Tenant, runtime: Runtime, mailer: Mailer) -> tuple[bytes, str]:
    """The mail, and to whom it goes."""
    language = Language.of(asked.language or tenant.locale)
    subject = word(f"{asked.words}_subject", language, tenant=tenant.name)
    message = Message(
        "",
        subject,
        subject,
        text=word(f"{asked.words}_text", language, tenant=tenant.name),
        advice="",
        link=Link(word(asked.words, language), asked.link.url(runtime.keys, runtime.settings.base_url)),
        footer=word("confirm_until", language, until=f"{asked.link.until.astimezone(UTC):%Y-%m-%d %H:%M} UTC"),
    )
    envelope = Envelope(mailer.sender, asked.address, asked.id, asked.at)
    return composed(letter_of(message, language), envelope), asked.address


async def _note(work: Work, one: Claim, *, occasion: Occasion, answer: Answer, wanted: bool) -> datetime | None:
    """Done, unless the server did not take it: then it is tried again, later and later."""
    if not wanted or (answer.outcome is not None and answer.outcome.verdict is Verdict.DELIVERED):
        return None
    if answer.outcome is not None and answer.outcome.verdict is Verdict.REFUSED:
        await occasion.refused(work, one.key, answer.error or "the mail server refused it")
        return None
    raise NotSent(answer.error)
