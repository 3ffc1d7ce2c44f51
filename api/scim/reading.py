"""Reading a request: as strictly as all bodies are read, and as kindly as directories need it."""

from __future__ import annotations

import re
from typing import Any, Final

import orjson
from scim2_models import InvalidFilterException, InvalidPathException, InvalidValueException
from scim2_server.service import is_json_media_type
from starlette.requests import Request

from api.json_body import parse_json
from api.problems import Refusal
from api.rest.reading_input import read_pairs
from api.scim.filters import LONGEST

_BODIES: Final = frozenset({"POST", "PUT", "PATCH"})
_LONGEST_PATH: Final = 1_000
_MOST_OPERATIONS: Final = 1_000
_EMAILS: Final = re.compile(r"(?:urn:[^\s\[]*:user:)?emails(?![A-Za-z0-9$_-])", re.IGNORECASE)


def checked_query(request: Request) -> dict[str, str]:
    """The query parameters, each once. Raises the exceptions of SCIM."""
    query = read_pairs(request)
    for name in ("count", "startIndex"):
        if name in query and not re.fullmatch(r"-?\d{1,9}", query[name], re.ASCII):
            raise InvalidValueException(detail=f"{name} must be a whole number")
    check_filter(query.get("filter"))
    return query


def check_filter(text: Any) -> None:
    """Raises `InvalidFilterException` for a filter that is too long to be looked at."""
    if isinstance(text, str) and len(text) > LONGEST:
        raise InvalidFilterException(detail=f"the filter is longer than {LONGEST} characters")


async def body_of(request: Request) -> tuple[bytes, Any]:
    """The body as the library reads it, and its value; empty for methods that have none.

    Raises `Refusal`: 415 for another type or an encoded body, 400 for what is no JSON that we take.
    """
    if request.method not in _BODIES:
        return b"", None
    raw = await request.body()
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise _unsupported("send the body without Content-Encoding")
    declared = request.headers.get("content-type")
    if declared and not is_json_media_type(declared):
        raise _unsupported("send the body as application/scim+json or application/json")
    value = parse_json(raw)
    if isinstance(value, dict):
        check_filter(next((item for name, item in value.items() if name.lower() == "filter"), None))
        operations = next((item for name, item in value.items() if name.lower() == "operations"), None)
        if isinstance(operations, list) and request.method == "PATCH":
            return _tolerated(raw), value
        if isinstance(operations, list):
            _check_bulk(operations)
    return raw, value


def operations_in(value: Any) -> int:
    """How many operations a bulk request has; 0 where it is none."""
    if not isinstance(value, dict):
        return 0
    found = next((item for name, item in value.items() if name.lower() == "operations"), None)
    return len(found) if isinstance(found, list) else 0


def _unsupported(detail: str) -> Refusal:
    return Refusal(415, "UNSUPPORTED_MEDIA_TYPE", detail, headers={"Accept": "application/scim+json, application/json"})


def _check_bulk(operations: list[Any]) -> None:
    for each in operations:
        data = each.get("data") if isinstance(each, dict) else None
        if isinstance(data, dict):
            inner = next((item for name, item in data.items() if name.lower() == "operations"), None)
            if isinstance(inner, list):
                _check_operations(inner)


def _check_operations(operations: list[Any]) -> None:
    if len(operations) > _MOST_OPERATIONS:
        raise InvalidValueException(detail=f"a PATCH has at most {_MOST_OPERATIONS} operations")
    for each in operations:
        path = each.get("path") if isinstance(each, dict) else None
        if isinstance(path, str) and len(path) > _LONGEST_PATH:
            raise InvalidPathException(detail=f"a path is longer than {_LONGEST_PATH} characters")


def _tolerated(raw: bytes) -> bytes:
    """A PATCH in which what is said of `emails` is passed over.

    The one address is the userName. Directories send both; to refuse theirs would stop the whole change each time.
    """
    value = orjson.loads(raw)
    name = next(name for name in value if name.lower() == "operations")
    _check_operations(value[name])
    for each in value[name]:
        if not isinstance(each, dict):
            continue
        if isinstance(path := each.get("path"), str) and _EMAILS.match(path):
            each["path"] = "notKept"  # an attribute that is unknown, and so ignored
        elif path is None and isinstance(said := each.get("value"), dict):
            each["value"] = {name: item for name, item in said.items() if not _EMAILS.match(name)}
    return orjson.dumps(value)
