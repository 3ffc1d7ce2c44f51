"""A letter as the bytes that a mail server is given: the same at every attempt, for everything in them is derived.

`Message-ID` follows from event and recipient, so that a mail that is sent twice can be told. `In-Reply-To` and
`References` name the thread (an alert, a review), whose first word need not have been sent to everybody.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from domain.channels.letters import Letter
from domain.kernel.plain import in_one_line

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_POLICY = policy.SMTP.clone(max_line_length=78)


@dataclass(frozen=True, slots=True)
class Envelope:
    """To whom a letter goes, and in whose name.

    `sender` is an address, or a name and an address (`Milepost <alerts@example.com>`). `id` tells this mail from all
    others, `at` is the event's time. `unsubscribe` is the address of the one-click way out (RFC 8058); empty for none.
    """

    sender: str
    to: str
    id: str
    at: datetime
    unsubscribe: str = ""


def composed(letter: Letter, envelope: Envelope) -> bytes:
    """The mail, CRLF line ends. Raises `ValueError` for an address that is none."""
    name, sender = parseaddr(envelope.sender)
    host = sender.rpartition("@")[2]
    if not host or not (host + envelope.unsubscribe).isascii() or re.search(r"[\s<>]", host + envelope.unsubscribe):
        raise ValueError("the sender or the address to unsubscribe at cannot stand in a mail")
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = Address(in_one_line(name), addr_spec=sender)
    mail["To"] = Address(addr_spec=envelope.to)
    # The library decodes an encoded word (RFC 2047) that somebody wrote, line ends and half surrogate pairs in it too:
    # it could end the header and begin another, so no word may begin like one.
    mail["Subject"] = in_one_line(letter.subject).replace("=?", "= ?")
    mail["Date"] = format_datetime(envelope.at.astimezone(UTC))
    # In quoted-printable "=_" never occurs, so the boundary is in neither part.
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    mail.set_boundary("=_" + hashlib.sha256(envelope.id.encode()).hexdigest()[:32])
    return _machine_headers(letter, envelope, host) + mail.as_bytes()


def _machine_headers(letter: Letter, envelope: Envelope, host: str) -> bytes:
    """What is not for people, written out: the library would fold long values into encoded words that nobody reads."""
    thread = f"<{_token(letter.thread)}@{host}>"
    headers = {
        "Message-ID": f"<{_token(envelope.id)}@{host}>",
        "In-Reply-To": thread if letter.thread else "",
        "References": thread if letter.thread else "",
        "Auto-Submitted": "auto-generated",
        "Content-Language": _token(letter.language),
        "List-Unsubscribe": f"<{envelope.unsubscribe}>" if envelope.unsubscribe else "",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" if envelope.unsubscribe else "",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value).encode("ascii")


def _token(text: str) -> str:
    return _UNSAFE.sub("-", text)
