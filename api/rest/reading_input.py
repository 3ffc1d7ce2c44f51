"""Reading query and body of a request for an operation, and turning what is wrong with them into a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from starlette.requests import Request

from api.json_body import JSON, MERGE_PATCH, check_media_type, read_json, refuse_coercions
from api.problems import Refusal, pointer
from domain.kernel.inputs import Input

M = TypeVar("M", bound=BaseModel)
I = TypeVar("I", bound=Input)  # noqa: E741  # an input

_CODES = {"extra_forbidden": "UNKNOWN_FIELD", "missing": "REQUIRED"}
_WORDS = {"extra_forbidden": "there is no such member", "missing": "is required"}
_NO_PARAMETER = "there is no such parameter"


def whole_number(value: Any) -> Any:
    """A query parameter that is a number: its digits, and no other spelling."""
    if isinstance(value, str) and not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise ValueError("must be a whole number")
    return value


def _truth(value: Any) -> Any:
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("must be true or false")
    return value == "true" if isinstance(value, str) else value


QueryBool = Annotated[bool, BeforeValidator(_truth)]
"""`true` or `false`, and no other spelling."""


class Query(BaseModel):
    """Base of query parameters: unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Paging(Query):
    """Query parameters of every list."""

    limit: Annotated[int, BeforeValidator(whole_number), Field(ge=1, le=200, description="How many at most.")] = 50
    cursor: Annotated[
        str | None, Field(max_length=2000, description="`next_cursor` of the page before; bound to list and filters.")
    ] = None


def read_query(request: Request, model: type[M] | None) -> M | None:
    """The query parameters. Raises `Refusal` (422) for unknown, repeated or wrong ones."""
    given = read_pairs(request)
    if model is not None:
        return parse_query(model, given)
    if given:
        errors = [parameter_error(name, "UNKNOWN_FIELD", _NO_PARAMETER) for name in given]
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors)
    return None


def read_pairs(request: Request) -> dict[str, str]:
    """The query parameters as texts. Raises `Refusal` (422) for repeated ones and for NUL."""
    pairs = request.query_params.multi_items()
    given: dict[str, str] = {}
    errors = []
    for name, value in pairs:
        if name in given:
            errors.append(parameter_error(name, "INVALID", "is given twice"))
        if "\x00" in value:
            errors.append(parameter_error(name, "INVALID", "contains a NUL character"))
        given[name] = value
    if errors:
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors)
    return given


def parse_query(model: type[M], given: Mapping[str, str]) -> M:
    """Query parameters as a model. Raises `Refusal` (422)."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        errors = [
            parameter_error(str(item["loc"][0]), *_told(item, _WORDS | {"extra_forbidden": _NO_PARAMETER}))
            for item in _items(error)
        ]
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors) from None


def parameter_error(name: str, code: str, detail: str) -> dict[str, str]:
    """What is wrong with one query parameter."""
    return {"parameter": name[:100], "code": code, "detail": detail}


async def read_body(request: Request, *, taken: bool, required: bool) -> tuple[dict[str, Any], bytes]:
    """The members of the body, which must be an object; empty where an operation needs none and none was sent.

    `taken` says whether the operation takes members at all.
    """
    if not required and not await request.body():
        return {}, b""
    value, raw = await read_json(request, MERGE_PATCH if request.method == "PATCH" else JSON)
    if not isinstance(value, dict):
        raise Refusal(422, "INVALID", "the body must be an object", [_pointed((), "INVALID", "must be an object")])
    if not taken and value:
        errors = [_pointed((name,), "UNKNOWN_FIELD", "there is no such member") for name in value]
        raise Refusal(422, "INVALID", "the input breaks a rule", errors)
    return value, raw


async def read_bytes(request: Request, media_type: str) -> bytes:
    """The body as it is. Raises `Refusal` (415) for another type."""
    check_media_type(request, (media_type,))
    return await request.body()


def read_input(model: type[I], body: Mapping[str, Any], from_path: Mapping[str, Any]) -> I:
    """The input of a command: the body's members, and those that path and headers tell. Raises `Refusal` (422)."""
    hidden = [name for name in body if name in from_path]
    errors = [
        _pointed((name,), "UNKNOWN_FIELD", "stands in the path or in a header, not in the body") for name in hidden
    ]
    try:
        given = model.model_validate({**body, **from_path})
    except ValidationError as error:
        raise Refusal(422, "INVALID", "the input breaks a rule", [*errors, *_body_errors(error)]) from None
    if errors:
        raise Refusal(422, "INVALID", "the input breaks a rule", errors)
    refuse_coercions(dict(body), given)
    return given


def _body_errors(error: ValidationError) -> Iterable[dict[str, str]]:
    for item in _items(error):
        yield _pointed(item["loc"], *_told(item))


def _items(error: ValidationError) -> Iterable[Any]:
    return error.errors(include_url=False, include_input=False, include_context=False)


def _told(item: Any, words: Mapping[str, str] = _WORDS) -> tuple[str, str]:
    kind = item["type"]
    return _CODES.get(kind, "INVALID"), words.get(kind) or item["msg"].removeprefix("Value error, ")


def _pointed(path: Iterable[str | int], code: str, detail: str) -> dict[str, str]:
    return {"pointer": pointer(tuple(path)), "code": code, "detail": detail}
