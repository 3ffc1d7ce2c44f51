"""The form of SCIM's errors (RFC 7644 §3.12), without the library: middleware answers in it as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import orjson
from starlette.responses import Response

MEDIA_TYPE: Final = "application/scim+json"
PREFIX: Final = "/scim/"
"""Paths below which every answer is in SCIM's form."""

_SCHEMA: Final = "urn:ietf:params:scim:api:messages:2.0:Error"
_LONGEST: Final = 1_000
_ADVERT: Final = re.compile(r"\s*For further information visit \S+")


def error_response(status: int, detail: str, scim_type: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """The answer that tells an error."""
    told: dict[str, Any] = {"schemas": [_SCHEMA], "status": str(status)}
    if scim_type:
        told["scimType"] = scim_type
    told["detail"] = _ADVERT.sub("", detail)[:_LONGEST]
    return Response(orjson.dumps(told), status, dict(headers or {}), MEDIA_TYPE)


def internal_error(request_id: str) -> Response:
    """The answer to a failure: nothing but the request id, under which the log has the rest."""
    detail = f"the request failed; the operator finds the cause under the request id {request_id}"
    return error_response(500, detail)


def outage() -> Response:
    """The answer while the database cannot be reached."""
    detail = "the database cannot be reached at this moment; try again"
    return error_response(503, detail, headers={"Retry-After": "1"})
