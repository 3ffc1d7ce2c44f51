"""Kinds of values: how a column's value is written as JSON, compared, ordered, and taken as a parameter."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from domain.kernel.addresses import plain_address
from domain.kernel.ids import MalformedId, parse_id, split_id
from graph.durations import Relative
from graph.errors import BadInput
from graph.request import Request

LARGEST_LIST: Final = 1_000
LONGEST_TEXT: Final = 4_000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
EQUALITY: Final = ("eq", "neq", "in", "notIn", "isNull")
ORDERING: Final = ("lt", "lte", "gt", "gte")
PATTERNS: Final = ("contains", "startsWith", "endsWith")


@dataclass(frozen=True)
class Kind:
    """One kind of value. `json` and `order` are templates over the SQL expression `{}`.

    `lower` replaces `json` where values are spelt as REST and webhooks do. `cast` is the SQL type of its parameters.
    """

    name: str
    cast: str
    operators: tuple[str, ...]
    bind: Callable[[Any, Request], Any]
    json: str = "{}"
    lower: str | None = None
    order: str | None = "{}"
    order_cast: str | None = None
    enumeration: type[StrEnum] | None = None
    totals: bool = False
    "Whether sums and averages make sense."
    groups: bool = False
    "Whether rows can be grouped by its values."
    day: str | None = None
    "The SQL of the day on which a value lies, for periods; `{zone}` is the tenant's time zone."
    ends: bool = False
    "Whether a smallest and a greatest value make sense."
    comparators: str = ""
    "The name of its comparators, where they are not those of all values of its type."

    def written(self, expression: str, *, lower: bool) -> str:
        """The SQL that writes the value as JSON."""
        return (self.lower if lower and self.lower is not None else self.json).format(expression)

    def listed(self, values: Any, request: Request) -> list[Any]:
        """The parameter of `in` and `notIn`."""
        return [self.bind(value, request) for value in as_list(values)]


def as_list(values: Any) -> Sequence[Any]:
    """The values of a list in a filter; one value by itself is a list of one. Raises `BadInput` for too many."""
    if not isinstance(values, Sequence) or isinstance(values, str):
        return [values]
    if len(values) > LARGEST_LIST:
        raise BadInput(f"a list in a filter has at most {LARGEST_LIST} values, not {len(values)}")
    return values


def clean_text(value: Any) -> str:
    """A text that PostgreSQL can take. Raises `BadInput`."""
    text = str(value)
    if _UNSTORABLE.search(text):
        raise BadInput("a text contains a NUL character or half a surrogate pair")
    if len(text) > LONGEST_TEXT:
        raise BadInput(f"a text in a filter has at most {LONGEST_TEXT} characters")
    return text


def literal_pattern(value: Any) -> str:
    """A text whose characters all stand for themselves in ILIKE."""
    return re.sub(r"([\\%_])", r"\\\1", clean_text(value))


def read_day(text: str) -> date | Relative:
    """A date, or a duration from now. Raises `BadInput`."""
    if (relative := Relative.parse(text)) is not None:
        return relative
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput("must be a date such as 2026-12-31, or a duration from today such as -P2W")


def read_instant(text: str) -> datetime | Relative:
    """An instant with its offset, in UTC, or a duration from now. Raises `BadInput`."""
    if (relative := Relative.parse(text)) is not None:
        return relative
    try:
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise BadInput("must be an instant such as 2026-12-31T12:00:00Z, or a duration from now such as -PT12H")


def _text(value: Any, request: Request) -> str:
    return clean_text(value)


def _network_address(value: Any, request: Request) -> str:
    if (address := plain_address(clean_text(value))) is None:
        raise BadInput("must be an IPv4 or IPv6 address such as 203.0.113.7")
    return str(address)


def _same(value: Any, request: Request) -> Any:
    return value


def _whole(value: Any, request: Request) -> int:
    text = str(value)
    if not re.fullmatch(r"-?\d{1,18}", text, re.ASCII) or abs(int(text)) >= 2**31:
        raise BadInput("must be a whole number of 32 bits")
    return int(text)


def _flag(value: Any, request: Request) -> bool:
    if value not in (True, False, "true", "false"):
        raise BadInput("must be true or false")
    return value in (True, "true")


def _decimal(value: Any, request: Request) -> Decimal:
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value))
    except ArithmeticError:
        raise BadInput("must be a decimal number such as 1250.50") from None
    if not number.is_finite() or abs(number.adjusted()) > 60:
        raise BadInput("a number is out of range")
    return number


def _moment(value: Any, request: Request) -> datetime:
    if isinstance(value, str):
        value = read_instant(value)
    if isinstance(value, Relative):
        try:
            return value.after(request.now)
        except (OverflowError, ValueError):
            raise BadInput(f"{value} leads out of the calendar") from None
    if not isinstance(value, datetime):
        raise BadInput("must be an instant such as 2026-12-31T12:00:00Z")
    return value


def _day(value: Any, request: Request) -> date:
    if isinstance(value, str):
        value = read_day(value)
    if isinstance(value, Relative):
        try:
            return value.after(request.now).date()
        except (OverflowError, ValueError):
            raise BadInput(f"{value} leads out of the calendar") from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise BadInput("must be a date such as 2026-12-31")
    return value


TEXT: Final = Kind("String", "text", (*EQUALITY, *PATTERNS), _text)
EMAIL: Final = Kind("EmailAddress", "text", (*EQUALITY, *PATTERNS), _text)
ADDRESS: Final = Kind("URL", "text", (*EQUALITY, *PATTERNS), _text)
NETWORK_ADDRESS: Final = Kind("String", "text", ("eq", "in"), _network_address, comparators="NetworkAddress")
"""IPv4 and IPv6 addresses, each in its usual spelling."""
DURATION: Final = Kind("Duration", "text", (), _text, order=None)
INT: Final = Kind("Int", "int", (*EQUALITY, *ORDERING), _whole, totals=True, groups=True, ends=True)
BIG: Final = Kind("Int", "bigint", (*EQUALITY, *ORDERING), _whole, totals=True, groups=True, ends=True)
FLOAT: Final = Kind("Float", "float8", (), _same, order=None)
"""Sums and averages of whole numbers."""
DECIMAL: Final = Kind("Decimal", "numeric", (*EQUALITY, *ORDERING), _decimal, json="({})::text", totals=True, ends=True)
AMOUNT: Final = replace(DECIMAL, totals=False, ends=False)
"""Amounts whose currency stands beside them: rows of several currencies are never added up, nor compared."""
BOOL: Final = Kind("Boolean", "boolean", ("eq", "neq", "isNull"), _flag, groups=True)
DATE: Final = Kind("Date", "date", (*EQUALITY, *ORDERING), _day, day="{}", ends=True)
INSTANT: Final = Kind(
    "DateTime",
    "timestamptz",
    (*EQUALITY, *ORDERING),
    _moment,
    json="""to_char(({}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
    day="({} AT TIME ZONE {zone})",
    ends=True,
)
JSON: Final = Kind("JSON", "jsonb", (), _same, order=None)
DATES: Final = Kind("[Date!]", "date[]", (), _same, json="to_json({})", order=None)
TEXTS: Final = Kind("[String!]", "text[]", (), _same, json="to_json({})", order=None)


def identifier(prefix: str) -> Kind:
    """Ids of a type: `prefix` and the hex."""

    def bind(value: Any, request: Request) -> UUID:
        if isinstance(value, UUID):
            return value
        try:
            return parse_id(prefix, str(value))
        except MalformedId as error:
            raise BadInput(f"the id {error}") from None

    return Kind("ID", "uuid", EQUALITY, bind, json=f"'{prefix}_' || encode(uuid_send({{}}), 'hex')", groups=True)


def identifiers(prefix: str) -> Kind:
    """Lists of ids of a type."""
    each = f"(SELECT json_agg('{prefix}_' || encode(uuid_send(u), 'hex')) FROM unnest({{0}}) u)"
    listed = f"CASE cardinality({{0}}) WHEN 0 THEN '[]'::json ELSE {each} END"
    return Kind("[ID!]", "uuid[]", (), _same, json=listed, order=None)


def enumeration(values: type[StrEnum], name: str) -> Kind:
    """Values of an enumeration: in capitals in GraphQL, ordered as they are declared."""

    def bind(value: Any, request: Request) -> str:
        try:
            return str(values(str(value)))
        except ValueError:
            raise BadInput(f"there is no {name} {str(value)[:40]!r}; there are {', '.join(values)}") from None

    listed = ", ".join(f"'{value}'" for value in values)
    return Kind(
        name,
        "text",
        EQUALITY,
        bind,
        json="upper({})",
        lower="{}",
        order=f"array_position(ARRAY[{listed}], {{}})",
        order_cast="int",
        enumeration=values,
        groups=True,
        ends=True,
    )


def _any_id(value: Any, request: Request) -> UUID:
    if isinstance(value, UUID):
        return value
    try:
        return split_id(str(value))[1]
    except MalformedId as error:
        raise BadInput(f"the id {error}") from None


ANY_ID: Final = Kind("ID", "uuid", EQUALITY, _any_id, order=None)
"""Ids of several types, whose type stands beside them: never written by itself."""
