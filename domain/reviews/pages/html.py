"""A page as HTML for screen and print: one file without scripts and without anything from elsewhere."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from pathlib import Path
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from domain.reviews.pages.page import Page, Picture, Tone

_HERE: Final = Path(__file__).parent
_WIDTHS: Final = "".join(f".w{share} {{ width: {share}% }}\n" for share in range(1, 101))
_STYLE: Final = (_HERE / "page.css").read_text("utf-8") + _WIDTHS
_TEMPLATE: Final = Environment(autoescape=True).from_string((_HERE / "page.html").read_text("utf-8"))
_MARKS: Final = frozenset({Tone.GOOD, Tone.FAIR, Tone.BAD, Tone.UNKNOWN})

POLICY: Final = f"default-src 'none'; style-src 'sha256-{b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
"""The content security policy of the page: its own style, and nothing else."""


def as_html(page: Page) -> bytes:
    """The page; every text is escaped, and only pictures of ours are markup."""
    told = _TEMPLATE.render(page=page, style=Markup(_STYLE), policy=POLICY, svg=_svg, marks=_MARKS)
    return told.encode()


def _svg(picture: Picture) -> Markup:
    return Markup(picture.svg)
