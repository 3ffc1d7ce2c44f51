"""Cursors of administration's lists: the id of the last row, sealed for one list of one tenant with one filter."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from urllib.parse import urlencode
from uuid import UUID

from starlette.responses import Response

from api.problems import Refusal
from api.rest.operation import Call

_SEAL = 12


def cursor_after(call: Call, last: UUID) -> str:
    """The cursor behind a row."""
    return base64.urlsafe_b64encode(last.bytes + _seal(call, last)).decode().rstrip("=")


def read_cursor(call: Call, text: str) -> UUID:
    """The id that a cursor stands for. Raises `Refusal` (422) for one of another list, tenant or filter."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) == 16 + _SEAL:
        last = UUID(bytes=raw[:16])
        if hmac.compare_digest(raw[16:], _seal(call, last)):
            return last
    error = {"parameter": "cursor", "code": "INVALID", "detail": "is no cursor of this list with these filters"}
    raise Refusal(422, "INVALID", "a query parameter is wrong", [error])


def _seal(call: Call, last: UUID) -> bytes:
    tenant = getattr(call.caller, "tenant_id", None)
    message = f"{tenant}\n{call.request.scope['path']}\n{_filters(call)}\n{last}"
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
