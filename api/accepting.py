"""Content negotiation (RFC 9110 §12.5.1): which of the media types that are offered a client prefers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from starlette.requests import Request

_QUALITY: Final = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


def accept_header(request: Request) -> str:
    """The `Accept` headers as one; empty where there is none."""
    return ",".join(request.headers.getlist("accept")).strip()


@lru_cache(100)
def accepted(header: str) -> Mapping[str, float]:
    """The qualities of the media types and ranges in an `Accept` header."""
    found: dict[str, float] = {}
    for entry in header.lower().split(","):
        name, *parameters = entry.split(";")
        if name.strip():
            qualities = [float(match[1]) for part in parameters if (match := _QUALITY.fullmatch(part))]
            found[name.strip()] = qualities[0] if qualities else 1.0
    return found


def preferred(request: Request, offered: Sequence[str]) -> str | None:
    """What the client prefers of what is offered, the first of equals; None where it takes none of them."""
    header = accept_header(request)
    if not header:
        return offered[0]
    ranges = accepted(header)

    def quality(media_type: str) -> float:
        for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
            if name in ranges:
                return ranges[name]
        return 0.0

    best = max(offered, key=quality)
    return best if quality(best) > 0 else None
