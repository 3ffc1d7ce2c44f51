"""The few pages that the API shows to people, as small as can be; every value is escaped."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse

from domain.channels.message import Language

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1c2430}"
    "a{color:#1f5fbf}button{font:inherit;padding:.5rem 1rem;margin:.25rem 0;cursor:pointer}"
    "@media(prefers-color-scheme:dark){body{background:#14181f;color:#e6e9ee}a{color:#8ab4f8}}"
)


def page(
    title: str,
    body: str,
    status: int = 200,
    headers: dict[str, str] | None = None,
    language: Language = Language.EN,
) -> HTMLResponse:
    """A page. `body` is HTML whose values the caller has escaped; `language` is that of its words."""
    text = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)} · Milepost</title><style>{_STYLE}</style><h1>{escape(title)}</h1>{body}</html>"
    )
    return HTMLResponse(text, status, headers)


def paragraph(text: str) -> str:
    """A paragraph of plain text."""
    return f"<p>{escape(text)}</p>"


def link(address: str, text: str) -> str:
    """A link in a paragraph of its own."""
    return f'<p><a href="{escape(address)}">{escape(text)}</a></p>'


def button(action: str, text: str, **fields: str) -> str:
    """A form of one button that posts hidden fields."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields.items()
    )
    return f'<form method="post" action="{escape(action)}">{hidden}<button>{escape(text)}</button></form>'


def field(action: str, name: str, label: str, text: str) -> str:
    """A form of one field that asks the same site for a page."""
    inner = f'<label>{escape(label)} <input name="{escape(name)}" autocomplete="off" autofocus required></label>'
    return f'<form action="{escape(action)}">{inner} <button>{escape(text)}</button></form>'
