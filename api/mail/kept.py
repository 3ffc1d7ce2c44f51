"""`/dev/mail`: the mails that a development installation keeps instead of sending them. Not there in any other."""

from __future__ import annotations

import asyncio
import email
import re
from email import policy
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.middleware.context import NamedRoute
from api.pages import link, page, paragraph
from api.problems import Refusal
from domain.kernel.settings import Settings

_NAME: Final = re.compile(r"[0-9]{20}-[0-9]{1,10}")
_SANDBOX: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
SHOWN: Final = 100


def kept_mail_routes(settings: Settings) -> list[NamedRoute]:
    """The routes below `/dev/mail`; none where mail is sent, or where others than this machine's people could look."""
    folder = settings.mail_folder
    if folder is None or not settings.shows_mail:
        return []

    async def listed(request: Request) -> Response:
        return page("Mails", await asyncio.to_thread(_list, folder, settings.base_path))

    async def one(request: Request) -> Response:
        name = request.path_params["name"]
        mail = await asyncio.to_thread(_read, folder, name)
        headers = "".join(
            f"<tr><th>{escape(key)}</th><td>{escape(str(value))}</td></tr>" for key, value in mail.items()
        )
        body = (
            f"<table>{headers}</table>"
            f"<pre style='white-space:pre-wrap'>{escape(_part(mail, 'plain'))}</pre>"
            + link(f"{settings.base_path}/dev/mail/{name}/html", "As HTML")
            + link(f"{settings.base_path}/dev/mail", "All mails")
        )
        return page(str(mail["Subject"]), body)

    async def as_html(request: Request) -> Response:
        mail = await asyncio.to_thread(_read, folder, request.path_params["name"])
        return HTMLResponse(_part(mail, "html"), headers={"Content-Security-Policy": _SANDBOX})

    return [
        NamedRoute("/dev/mail", listed),
        NamedRoute("/dev/mail/{name}", one),
        NamedRoute("/dev/mail/{name}/html", as_html),
    ]


def _list(folder: Path, base: str) -> str:
    found = sorted(folder.glob("*.eml"), reverse=True)[:SHOWN]
    rows = ((path.stem, _read(folder, path.stem)) for path in found)
    lines = [link(f"{base}/dev/mail/{name}", f"{mail['Subject']} → {mail['To']}") for name, mail in rows]
    return "".join(lines) or paragraph("No mail has been sent yet.")


def _read(folder: Path, name: str) -> EmailMessage:
    """The mail of a name. Raises `Refusal`."""
    path = folder / f"{name}.eml"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise Refusal(404, "NOT_FOUND", "there is no such mail")
    mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    return "" if part is None else str(part.get_content())
