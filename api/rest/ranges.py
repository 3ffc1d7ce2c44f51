"""Byte ranges (RFC 9110 §14): where a download that was interrupted goes on."""

from __future__ import annotations

import re

from starlette.requests import Request

from api.problems import Refusal

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def range_of(request: Request, size: int, etag: str) -> tuple[int, int] | None:
    """The first and last byte that are asked for; None for all.

    Several ranges, other units and ranges of another version (`If-Range`) are answered with all, as the standard
    allows. Raises `Refusal` (416) for a range behind the end.
    """
    headers = request.headers
    found = _RANGE.fullmatch(headers.get("range", "").strip().replace(" ", ""))
    if found is None or found.group(1, 2) == ("", "") or headers.get("if-range", etag) != etag:
        return None
    first, last = found.groups()
    if not first:
        begin, end = max(0, size - int(last)), size - 1
        empty = int(last) == 0
    else:
        begin, end = int(first), min(int(last or size), size - 1)
        empty = bool(last) and int(last) < begin
        if empty:  # no range at all
            return None
    if empty or begin >= size:
        headers_ = {"Content-Range": f"bytes */{size}"}
        error = {"header": "Range", "code": "RANGE_NOT_SATISFIABLE", "detail": f"there are {size} bytes"}
        raise Refusal(416, "RANGE_NOT_SATISFIABLE", "the range lies behind the end", [error], headers_)
    return begin, end
