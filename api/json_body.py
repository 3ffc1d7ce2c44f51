"""Reading JSON strictly: what two readers could understand differently is refused before anything looks at it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

import orjson
from pydantic import BaseModel
from starlette.requests import Request

from api.problems import Refusal, pointer

JSON: Final = ("application/json",)
MERGE_PATCH: Final = ("application/merge-patch+json", "application/json")
DEEPEST: Final = 32
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


async def read_json(request: Request, media_types: Iterable[str] = JSON) -> tuple[Any, bytes]:
    """The body as Python values (numbers with a point as Decimal) and as bytes.

    Raises `Refusal`: 415 for another type or an encoded body, 400 for what is no JSON in UTF-8, names a member twice
    or nests too deeply, 422 for texts that cannot be stored.
    """
    check_media_type(request, media_types)
    raw = await request.body()
    return parse_json(raw), raw


def check_media_type(request: Request, media_types: Iterable[str]) -> None:
    """Raises `Refusal` (415) unless the body is said to be of one of the types, in UTF-8 and not compressed."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise _unsupported(request, "send the body without Content-Encoding", media_types)
    declared = request.headers.getlist("content-type")
    media_type, _, parameters = (declared[0] if len(declared) == 1 else "").partition(";")
    charset = parameters.strip().lower().replace('"', "")
    if media_type.strip().lower() not in media_types or charset not in ("", "charset=utf-8"):
        raise _unsupported(request, f"send the body as {' or '.join(media_types)}", media_types)


def parse_json(raw: bytes) -> Any:
    """The values of a JSON text. Raises `Refusal`."""
    try:
        # orjson is the strict reader (UTF-8, surrogates, NaN, depth); the second one tells members sent twice apart
        # and keeps decimals exact.
        orjson.loads(raw)
        value = _STRICT.decode(raw.decode())
    except (orjson.JSONDecodeError, ValueError, RecursionError) as error:
        text = str(error) if isinstance(error, orjson.JSONDecodeError | _Twice) else "it cannot be read"
        raise Refusal(400, "MALFORMED", f"the body is no JSON that we take: {text}") from None
    # Only an escape can bring what cannot be stored, and only brackets nest: most bodies need no second look.
    if b"\\u" in raw or raw.count(b"{") + raw.count(b"[") > DEEPEST:
        _check_values(value)
    return value


class _Twice(ValueError):
    """An object names a member twice."""


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice("an object names a member twice")
    return found


_STRICT: Final = json.JSONDecoder(object_pairs_hook=_members, parse_float=Decimal)


def _check_values(value: Any) -> None:
    waiting: list[tuple[Any, tuple[str | int, ...]]] = [(value, ())]
    while waiting:
        item, path = waiting.pop()
        if len(path) > DEEPEST:
            raise Refusal(400, "MALFORMED", f"the body nests more than {DEEPEST} levels deep")
        if isinstance(item, str) and _UNSTORABLE.search(item):
            raise _unstorable(path)
        if isinstance(item, dict):
            if any(_UNSTORABLE.search(name) for name in item):
                raise _unstorable(path)
            waiting.extend((member, (*path, name)) for name, member in item.items())
        elif isinstance(item, list):
            waiting.extend((member, (*path, number)) for number, member in enumerate(item))


def _unstorable(path: tuple[str | int, ...]) -> Refusal:
    detail = "contains a NUL character, which cannot be stored"
    return Refusal(422, "INVALID", "the input breaks a rule", [_error(path, "INVALID", detail)])


def _unsupported(request: Request, detail: str, media_types: Iterable[str]) -> Refusal:
    types = ", ".join(media_types)
    headers = {"Accept": types} | ({"Accept-Patch": types} if request.method == "PATCH" else {})
    return Refusal(415, "UNSUPPORTED_MEDIA_TYPE", detail, headers=headers)


def _error(path: tuple[str | int, ...], code: str, detail: str) -> dict[str, str]:
    return {"pointer": pointer(path), "code": code, "detail": detail}


def refuse_coercions(sent: Any, taken: Any) -> None:
    """Raises `Refusal` (422) where a truth value or a whole number was read from what only looks like one."""
    if found := list(_coerced(sent, taken, ())):
        raise Refusal(422, "INVALID", "the input breaks a rule", found)


def _coerced(sent: Any, taken: Any, path: tuple[str | int, ...]) -> Iterable[dict[str, str]]:
    if isinstance(taken, BaseModel) and isinstance(sent, dict):
        for name in taken.model_fields_set & sent.keys():
            yield from _coerced(sent[name], getattr(taken, name), (*path, name))
    elif isinstance(taken, list | tuple) and isinstance(sent, list):
        for number, (each, read) in enumerate(zip(sent, taken, strict=False)):
            yield from _coerced(each, read, (*path, number))
    elif isinstance(taken, bool) and not isinstance(sent, bool):
        yield _error(path, "INVALID", "must be true or false")
    elif isinstance(taken, int) and not isinstance(taken, bool) and type(sent) is not int:
        yield _error(path, "INVALID", "must be a whole number")
