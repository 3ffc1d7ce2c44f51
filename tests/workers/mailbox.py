"""A real mail server on loopback that keeps what it gets, and answers as a test tells it."""

from __future__ import annotations

import asyncio
import email
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session
from pydantic import SecretStr

from domain.kernel.runtime import Runtime


@dataclass
class Mailbox:
    """The server: what arrived, and what it answers at `RCPT` and after the data."""

    port: int = 0
    mails: list[tuple[str, bytes]] = field(default_factory=list)
    at_recipient: list[str] = field(default_factory=list)
    at_data: list[str] = field(default_factory=list)
    held: asyncio.Event | None = None
    "While it is not set, nothing is answered."
    recipient: str = "250 OK"

    async def handle_RCPT(  # the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.held is not None:
            await self.held.wait()
        answer = self.at_recipient.pop(0) if self.at_recipient else self.recipient
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.at_data.pop(0) if self.at_data else "250 kept"
        content = envelope.original_content
        assert isinstance(content, bytes)
        self.seen.append(content)
        if answer.startswith("2"):
            self.mails.append((envelope.rcpt_tos[0], content))
        return answer

    seen: list[bytes] = field(default_factory=list)
    "Every mail that was given, taken or not."

    def read(self) -> list[EmailMessage]:
        """What arrived, parsed."""
        parsed = [email.message_from_bytes(raw, policy=policy.default) for _, raw in self.mails]
        assert all(isinstance(mail, EmailMessage) and not mail.defects for mail in parsed)
        return parsed  # type: ignore[return-value]

    def use(self, runtime: Runtime) -> None:
        """Have the runtime send its mail here."""
        update: dict[str, Any] = {"smtp_url": SecretStr(f"smtp://127.0.0.1:{self.port}"), "mail_from": SENDER}
        runtime.settings = runtime.settings.model_copy(update=update)


SENDER = "Milepost <alerts@milepost.example.com>"


@asynccontextmanager
async def mail_server() -> AsyncIterator[Mailbox]:
    """A server for the time of a test."""
    mailbox = Mailbox()
    serving = []

    def protocol() -> SMTP:
        made = SMTP(mailbox, hostname="mail.test", enable_SMTPUTF8=False)
        serving.append(made)
        return made

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    mailbox.port = server.sockets[0].getsockname()[1]
    yield mailbox
    server.close()
    for each in serving:
        if each.transport is not None:
            each.transport.abort()
    await server.wait_closed()


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    """The text of a mail."""
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())
