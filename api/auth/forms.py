"""The two ways in which a page of ours posts: as a form, or as JSON."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from api.json_body import check_media_type, parse_json
from api.problems import Refusal

FORM = "application/x-www-form-urlencoded"


def is_form(request: Request) -> bool:
    """Whether the body is a form's. Forms of other sites are stopped by the check of the origin."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == FORM


async def read_members(request: Request) -> dict[str, Any]:
    """The members of the body. Raises `Refusal`."""
    raw = await request.body()
    if is_form(request):
        try:
            return dict(parse_qsl(raw.decode(), max_num_fields=20))
        except ValueError:
            raise Refusal(400, "MALFORMED", "the form cannot be read") from None
    check_media_type(request, ("application/json",))
    value = parse_json(raw)
    if not isinstance(value, dict):
        raise Refusal(422, "INVALID", "the body must be an object")
    return value
