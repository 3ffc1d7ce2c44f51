"""Sending mail: to the operator's server, or into a folder in development; and what the server's answers mean."""

from __future__ import annotations

import asyncio
import os
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import aiosmtplib

from domain.channels.letters import Letter
from domain.channels.links import UNSUBSCRIBE_WITHIN, MailLink, Purpose
from domain.channels.mime import Envelope, composed
from domain.channels.tables import Channel, NotificationPreference
from domain.kernel.ids import external_id, milliseconds_of
from domain.kernel.outbound.strangers import trusted_certificates
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.webhooks.retries import Outcome, Verdict
from workers.outbound import KEPT_OF_ANSWER, TOTAL_SECONDS, Answer
from workers.sending import Parcel

DIGEST_TYPE: Final = "notification.digest"
"""Stands for the type of an event at the delivery of a digest."""

MOST_KEPT: Final = 200
"""Mails that are kept in a folder, the latest."""

_PORTS: Final = {"smtp": 25, "starttls": 587, "smtps": 465}


class Mailer:
    """Gives mails to the server of the settings."""

    def __init__(self, settings: Settings) -> None:
        self._url = urlsplit(settings.smtp_url.get_secret_value())
        self._folder = settings.mail_folder
        self.sender = settings.mail_from
        self._certificates: ssl.SSLContext | None = None

    async def send(self, mail: bytes, to: str) -> Answer:
        """Send one mail. Always answers, within `TOTAL_SECONDS`; the status is the server's reply code."""
        began = time.monotonic()
        if self._folder is not None:
            answer = await asyncio.to_thread(keep_mail, self._folder, mail)
        elif not self._url.hostname:
            answer = Answer(None, "no mail server is set (MILEPOST_SMTP_URL)")
        else:
            answer = await self._submit(mail, to)
        return replace(answer, latency_ms=round((time.monotonic() - began) * 1000))

    async def _submit(self, mail: bytes, to: str) -> Answer:
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                return await self._exchange(mail, to)
        except aiosmtplib.SMTPRecipientsRefused as error:
            [refused, *_] = error.recipients
            return _refused(refused.code, refused.message)
        except aiosmtplib.SMTPDataError as error:
            return _refused(error.code, error.message)
        except aiosmtplib.SMTPResponseException as error:
            # Greeting, sign-in or sender refused: the operator's affair, and no word about the recipient.
            return Answer(None, f"the mail server does not take our mail ({error.code})", excerpt=_said(error.message))
        except (TimeoutError, aiosmtplib.SMTPException, OSError) as error:
            return Answer(None, f"no answer of the mail server ({type(error).__name__})")

    async def _exchange(self, mail: bytes, to: str) -> Answer:
        sender = parseaddr(self.sender)[1]
        url = self._url
        client = aiosmtplib.SMTP(
            hostname=url.hostname,
            port=url.port or _PORTS[url.scheme],
            username=unquote(url.username) if url.username else None,
            password=unquote(url.password) if url.password else None,
            local_hostname=sender.rpartition("@")[2],
            use_tls=url.scheme == "smtps",
            start_tls=url.scheme == "starttls",
            tls_context=self._tls() if url.scheme != "smtp" else None,
            timeout=TOTAL_SECONDS,
        )
        async with client:
            _, said = await client.sendmail(sender, [to], mail)
        return Answer(250, excerpt=_said(said), outcome=Outcome(Verdict.DELIVERED))

    def _tls(self) -> ssl.SSLContext:
        if self._certificates is None:
            self._certificates = trusted_certificates()
        return self._certificates


def _refused(code: int, said: str) -> Answer:
    """4xx: not now; 5xx: never (RFC 5321 §4.2.1)."""
    verdict = Verdict.REFUSED if code >= 500 else Verdict.FAILED
    return Answer(code, f"the mail server answered {code}", excerpt=_said(said), outcome=Outcome(verdict))


def _said(text: str) -> str:
    return text[:KEPT_OF_ANSWER].replace("\x00", "\ufffd")


class MailSender:
    """Makes a mail of a stored letter, the same bytes at every attempt, and sends it."""

    def __init__(self, runtime: Runtime, mailer: Mailer) -> None:
        self._runtime = runtime
        self._mailer = mailer

    async def send(self, parcel: Parcel, body: bytes, at: datetime) -> Answer:
        """Send one."""
        target = parcel.endpoint
        told_at = datetime.fromtimestamp(milliseconds_of(parcel.event_id) // 1000, UTC)
        envelope = Envelope(
            self._mailer.sender,
            target.address,
            f"{external_id('event', parcel.event_id)}.{target.id.hex}",
            told_at,
            self._way_out(parcel, told_at),
        )
        return await self._mailer.send(composed(Letter.read(body), envelope), target.address)

    def _way_out(self, parcel: Parcel, told_at: datetime) -> str:
        """The link that stops these mails: in digests and mails of channels, not in what one is told oneself."""
        target = parcel.endpoint
        if target.kind != "email" and parcel.event_type != DIGEST_TYPE:
            return ""
        kind = NotificationPreference.word if target.kind == "member" else Channel.word
        until = told_at + UNSUBSCRIBE_WITHIN
        link = MailLink(Purpose.UNSUBSCRIBE, parcel.tenant_id, kind, target.id, target.address, until)
        return link.url(self._runtime.keys, self._runtime.settings.base_url)


def keep_mail(folder: Path, mail: bytes) -> Answer:
    """Keep a mail as a file, whole or not at all; the oldest make room."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{time.time_ns():020d}-{os.getpid()}"
    unfinished = folder / f".{name}"
    unfinished.write_bytes(mail)
    unfinished.rename(folder / f"{name}.eml")
    for old in sorted(_kept(folder), reverse=True)[MOST_KEPT:]:
        old.unlink(missing_ok=True)
    return Answer(250, excerpt="kept in the folder", outcome=Outcome(Verdict.DELIVERED))


def _kept(folder: Path) -> Iterator[Path]:
    return folder.glob("*.eml")
