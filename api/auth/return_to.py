"""Where a browser may be sent after sign-in: a path of this site, and nothing that a browser reads as another site."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

_PLAIN = re.compile(r"/[!-~]*", re.ASCII)
_LONGEST = 2000
DEVICE_PAGE: Final = "/auth/device"
"""Where a person lets a program in; the one page of sign-in to which a browser comes back."""


def safe_path(text: str | None, otherwise: str) -> str:
    r"""The path, where it is one of this site; else `otherwise`.

    Browsers take `//host`, `/\host` and their percent-encoded or tab-ridden forms for another site.
    """
    if text is None or len(text) > _LONGEST or not _PLAIN.fullmatch(text):
        return otherwise
    path = unquote(text.partition("?")[0].partition("#")[0])
    if "\\" in text or "\\" in path or "//" in path or "/./" in path or "/../" in path or not path.isprintable():
        return otherwise
    return otherwise if path.startswith("/auth/") and path != DEVICE_PAGE else text
