"""A document in the form that its reader prefers: JSON, Markdown, HTML or PDF, in one of the languages."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import quote

import orjson
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

import domain.reviews.pages
from api.accepting import preferred
from api.problems import Refusal
from api.rest.operation import Call
from api.rest.preconditions import is_unchanged
from api.rest.reading_input import Query
from api.typesetting import Typesetter
from domain.reviews.pages.html import POLICY, as_html
from domain.reviews.pages.markdown import as_markdown
from domain.reviews.pages.page import Page
from domain.reviews.pages.pdf import page_data


class Form(StrEnum):
    """The forms of a document."""

    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"


class Tongue(StrEnum):
    """The languages of a document."""

    EN = "en"
    ZH_CN = "zh-CN"


MEDIA_TYPES: Final[Mapping[Form, str]] = {
    Form.JSON: "application/json",
    Form.MARKDOWN: "text/markdown",
    Form.HTML: "text/html",
    Form.PDF: "application/pdf",
}
DOCUMENTS: Final = tuple(media_type for form, media_type in MEDIA_TYPES.items() if form is not Form.JSON)
"""Those that are no JSON."""
_HEADERS: Final[Mapping[Form, Mapping[str, str]]] = {
    Form.HTML: {
        "Content-Security-Policy": f"{POLICY}; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    },
}


class DocumentQuery(Query):
    """Query parameters of a document."""

    format: Annotated[
        Form | None, Field(description="The form; left out, the `Accept` header says which, and else it is JSON.")
    ] = None
    locale: Annotated[Tongue | None, Field(description="The language; left out, the tenant's.")] = None


def form_of(call: Call) -> Form:
    """The form that is asked for. Raises `Refusal` (406) where there is none of those that `Accept` takes."""
    assert isinstance(call.query, DocumentQuery)
    if call.query.format is not None:
        return call.query.format
    wanted = preferred(call.request, tuple(MEDIA_TYPES.values()))
    if wanted is None:
        detail = f"must take one of {', '.join(MEDIA_TYPES.values())}"
        error = {"header": "Accept", "code": "NOT_ACCEPTABLE", "detail": detail}
        raise Refusal(406, "NOT_ACCEPTABLE", "the document has none of the media types that are accepted", [error])
    return next(form for form, media_type in MEDIA_TYPES.items() if media_type == wanted)


def locale_of(call: Call, usual: str) -> str:
    """The language that is asked for, else the usual one."""
    assert isinstance(call.query, DocumentQuery)
    return str(call.query.locale or usual)


async def show_document(
    call: Call, document: Mapping[str, Any], locale: str, name: str, made_at: str, compose: Callable[[], Page]
) -> Response:
    """Answer with a document, or with 304 where the caller has these very bytes already.

    `name` is what its file is called, `made_at` the instant of which it tells; `compose` makes the page, where the form
    has one.
    """
    form = form_of(call)
    body = orjson.dumps(document)
    headers = {
        "ETag": f'"{_tag(body, form, locale)}"',
        "Vary": "Accept",
        "Content-Disposition": _disposition(name, form),
        **_HEADERS.get(form, {}),
    }
    if form is not Form.JSON:
        headers["Content-Language"] = locale
    if is_unchanged(call.request, headers["ETag"]):
        return Response(status_code=304, headers={name: headers[name] for name in ("ETag", "Vary")})
    if form is Form.PDF:
        typesetter: Typesetter = call.request.app.state.typesetter
        body = await typesetter.pdf(await run_in_threadpool(lambda: page_data(compose(), made_at)))
    elif form is not Form.JSON:
        write = as_html if form is Form.HTML else as_markdown
        body = await run_in_threadpool(lambda: write(compose()))
    media_type = MEDIA_TYPES[form]
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Response(body, headers={**headers, "Content-Type": media_type + charset})


def _tag(body: bytes, form: Form, locale: str) -> str:
    told = b"\0".join((_edition(), form.encode(), locale.encode() if form is not Form.JSON else b"", body))
    return hashlib.sha256(told).hexdigest()[:32]


@cache
def _edition() -> bytes:
    """Of the pages' own code and words: what a later release writes otherwise is another document."""
    folder = Path(next(iter(domain.reviews.pages.__path__)))
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".css", ".html", ".typ"):
            found.update(path.read_bytes())
    return found.digest()


def _disposition(name: str, form: Form) -> str:
    """A file name of plain letters for every program, and the name as it is for those that can read it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "document"
    whole = re.sub(r'[\\/:*?"<>|\s]+|[^\w.,()\[\] -]', " ", name)
    whole = " ".join(whole.split())[:120].strip(". ") or plain
    return f"inline; filename=\"{plain}.{form}\"; filename*=UTF-8''{quote(f'{whole}.{form}', safe='')}"
