"""Reading query and body of a request for an operation, and turning what is wrong with them into a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from starlette.requests import Request

from api.json_body import JSON, MERGE_PATCH, read_json, refuse_coercions
from api.problems import Refusal, pointer
from domain.kernel.inputs import Input

M = TypeVar("M", bound=BaseModel)
I = TypeVar("I", bound=Input)  # noqa: E741  # an input

_CODES = {"extra_forbidden": "UNKNOWN_FIELD", "missing": "REQUIRED"}


def _digits(value: Any) -> Any:
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

    model_config = ConfigDict(extra="forbid", frozen=True)


class Paging(Query):
    """Query parameters of every list."""

    limit: Annotated[int, BeforeValidator(_digits), Field(ge=1, le=200, description="How many at most.")] = 50
    cursor: Annotated[
        str | None, Field(max_length=2000, description="`next_cursor` of the page before; bound to list and filters.")
    ] = None


def read_query(request: Request, model: type[M] | None) -> M | None:
    """The query parameters. Raises `Refusal` (422) for unknown, repeated or wrong ones."""
    pairs = request.query_params.multi_items()
    given = dict(pairs)
    errors = []
    if len(given) != len(pairs):
        twice = sorted(name for name in given if sum(name == each for each, _ in pairs) > 1)
        errors = [{"parameter": name, "code": "INVALID", "detail": "is given twice"} for name in twice]
    elif model is None:
        errors = [_parameter_error(name, "UNKNOWN_FIELD", "there is no such parameter") for name in given]
    elif any("\x00" in value for value in given.values()):
        errors = [_parameter_error(name, "INVALID", "contains NUL") for name, value in given.items() if "\x00" in value]
    else:
        try:
            return model.model_validate(given)
        except ValidationError as error:
            errors = [_parameter_error(str(item["loc"][0]), *_told(item)) for item in _items(error)]
    if errors:
        raise Refusal(422, "INVALID", "a query parameter is wrong", errors)
    return None


def _parameter_error(name: str, code: str, detail: str) -> dict[str, str]:
    return {"parameter": name[:100], "code": code, "detail": detail}


async def read_body(request: Request, *, required: bool) -> tuple[dict[str, Any], bytes]:
    """The members of the body, which must be an object; empty where an operation needs none and none was sent."""
    if not required and not await request.body():
        return {}, b""
    value, raw = await read_json(request, MERGE_PATCH if request.method == "PATCH" else JSON)
    if not isinstance(value, dict):
        raise Refusal(422, "INVALID", "the body must be an object", [_pointed((), "INVALID", "must be an object")])
    if not required and value:
        errors = [_pointed((name,), "UNKNOWN_FIELD", "there is no such member") for name in value]
        raise Refusal(422, "INVALID", "the input breaks a rule", errors)
    return value, raw


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


def _told(item: Any) -> tuple[str, str]:
    return _CODES.get(item["type"], "INVALID"), item["msg"].removeprefix("Value error, ")


def _pointed(path: Iterable[str | int], code: str, detail: str) -> dict[str, str]:
    return {"pointer": pointer(tuple(path)), "code": code, "detail": detail}
