"""The scalars of the schema: each with its JSON form and the document that defines it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from graphql import GraphQLError, GraphQLScalarType

from graph.durations import Relative
from graph.errors import BadInput
from graph.kinds import read_day, read_instant

_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)
DEEPEST_JSON: Final = 50


def _text(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise GraphQLError(f"{what} is a string")
    return value


def _read_date(value: Any) -> Any:
    try:
        return read_day(_text(value, "a Date"))
    except BadInput as error:
        raise GraphQLError(f"a Date {error}") from None


def _read_datetime(value: Any) -> Any:
    try:
        return read_instant(_text(value, "a DateTime"))
    except BadInput as error:
        raise GraphQLError(f"a DateTime {error}") from None


def _read_decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise GraphQLError("a Decimal is a string such as 1250.50")
    text = value if isinstance(value, str) else format(Decimal(str(value)), "f") if value == value else "nan"
    if not _NUMBER.fullmatch(text):
        raise GraphQLError("a Decimal is a number such as 1250.50, with at most 30 digits on each side of the point")
    return Decimal(text)


def _read_duration(value: Any) -> str:
    text = _text(value, "a Duration")
    if Relative.parse(text) is None:
        raise GraphQLError("a Duration is written as P2W or -PT12H")
    return text


def _read_json(value: Any) -> Any:
    _check_depth(value, DEEPEST_JSON)
    return value


def _check_depth(value: Any, left: int) -> None:
    if left < 0:
        raise GraphQLError(f"a JSON value is nested at most {DEEPEST_JSON} deep")
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        raise GraphQLError("a JSON number is finite")
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _check_depth(item, left - 1)


def _read_url(value: Any) -> str:
    return _text(value, "a URL")


def _read_email(value: Any) -> str:
    return _text(value, "an EmailAddress")


DateTime: Final = GraphQLScalarType(
    "DateTime",
    description=(
        "An instant in RFC 3339, in UTC: `2026-12-31T12:00:00.000000Z`."
        " In filters also an ISO 8601 duration from now: `-PT12H`."
    ),
    specified_by_url="https://scalars.graphql.org/andimarek/date-time.html",
    coerce_input_value=_read_datetime,
)
Date: Final = GraphQLScalarType(
    "Date",
    description="A calendar date: `2026-12-31`. In filters also an ISO 8601 duration from today: `-P2W`.",
    specified_by_url="https://scalars.graphql.org/andimarek/local-date.html",
    coerce_input_value=_read_date,
)
DecimalNumber: Final = GraphQLScalarType(
    "Decimal",
    description='A decimal number as a string, so that no digit is lost: `"1250.50"`. Numbers are taken as well.',
    specified_by_url="https://www.rfc-editor.org/rfc/rfc8259#section-6",
    coerce_input_value=_read_decimal,
)
Duration: Final = GraphQLScalarType(
    "Duration",
    description="An ISO 8601 duration: `P2W`, `-PT12H`.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
    coerce_input_value=_read_duration,
)
JSONValue: Final = GraphQLScalarType(
    "JSON",
    description="Any JSON value.",
    specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
    coerce_input_value=_read_json,
)
URL: Final = GraphQLScalarType(
    "URL",
    description="An http or https address.",
    specified_by_url="https://url.spec.whatwg.org/",
    coerce_input_value=_read_url,
)
EmailAddress: Final = GraphQLScalarType(
    "EmailAddress",
    description="An e-mail address.",
    specified_by_url="https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address",
    coerce_input_value=_read_email,
)
