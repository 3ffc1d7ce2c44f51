"""Cursors of administration's lists: the place of the last row, sealed for one list of one tenant with one filter.

The place is the row's id; in lists by time its instant and its id.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import struct
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from starlette.responses import Response

from api.problems import Refusal
from api.rest.operation import Call

_SEAL = 12
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def cursor_after(call: Call, last: UUID) -> str:
    """The cursor behind a row."""
    return _sealed(call, last.bytes)


def read_cursor(call: Call, text: str) -> UUID:
    """The id that a cursor stands for. Raises `Refusal` (422) for one of another list, tenant or filter."""
    return UUID(bytes=_opened(call, text, 16))


def dated_cursor_after(call: Call, at: datetime, last: UUID) -> str:
    """The cursor behind a row of a list by time."""
    return _sealed(call, struct.pack(">q", (at - _EPOCH) // _MICROSECOND) + last.bytes)


def read_dated_cursor(call: Call, text: str) -> tuple[datetime, UUID]:
    """The instant and the id that a cursor stands for. Raises `Refusal` (422) like `read_cursor`."""
    raw = _opened(call, text, 24)
    return _EPOCH + struct.unpack(">q", raw[:8])[0] * _MICROSECOND, UUID(bytes=raw[8:])


def _sealed(call: Call, place: bytes) -> str:
    return base64.urlsafe_b64encode(place + _seal(call, place)).decode().rstrip("=")


def _opened(call: Call, text: str, length: int) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    place = raw[:length]
    if len(raw) == length + _SEAL and hmac.compare_digest(raw[length:], _seal(call, place)):
        return place
    error = {"parameter": "cursor", "code": "INVALID", "detail": "is no cursor of this list with these filters"}
    raise Refusal(422, "INVALID", "a query parameter is wrong", [error])


def _seal(call: Call, place: bytes) -> bytes:
    tenant = getattr(call.caller, "tenant_id", None)
    message = f"{tenant}\n{call.request.scope['path']}\n{_filters(call)}\n{place.hex()}"
    return hmac.new(call.runtime.keys.derived("rest cursors"), message.encode(), hashlib.sha256).digest()[:_SEAL]


def _filters(call: Call) -> str:
    return urlencode(sorted((k, v) for k, v in call.request.query_params.items() if k not in ("cursor", "limit")))


def link_next(call: Call, response: Response, next_cursor: str | None) -> Response:
    """Tell the next page in `Link` (RFC 8288), by the public address."""
    if next_cursor is not None:
        query = dict(call.request.query_params) | {"cursor": next_cursor}
        address = f"{call.runtime.settings.base_url}{call.request.scope['path']}?{urlencode(query)}"
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response
