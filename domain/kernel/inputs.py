"""Inputs of commands: Pydantic classes that both APIs take as they are, and the types their fields are made of.

Field names are snake case; GraphQL shows them in camel case. A field without default must be given; one whose default
is `None` may be left out; whether it was sent as null is told by `model_fields_set`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import Url, core_schema

from domain.kernel.ids import HEX_EXAMPLE, MalformedId, external_id, parse_id


class Input(BaseModel):
    """Base of all inputs: unknown members are refused."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_default=False, str_strip_whitespace=True, defer_build=True
    )

    def sent(self, *but: str) -> dict[str, Any]:
        """The fields that the caller sent, without those named: what a partial update changes."""
        return {name: getattr(self, name) for name in self.model_fields_set if name not in but}


class Change(Input):
    """Base of inputs that change something: `expected_version` refuses a stale write."""

    expected_version: Annotated[
        int | None,
        Field(ge=1, le=2**31 - 1, description="Refuse the change unless this is the object's present version."),
    ] = None


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_INVISIBLE = re.compile("[\\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\u115f\u1160\u3164\u2800\ufeff]*")


def _storable(value: str) -> str:
    """The text in composed form (NFC), so that equal letters are equal bytes."""
    if _UNSTORABLE.search(value):
        raise ValueError("contains a NUL character or half a surrogate pair, which cannot be stored")
    return unicodedata.normalize("NFC", value)


def _visible(value: str) -> str:
    if _INVISIBLE.fullmatch(value):
        raise ValueError("must not be blank")
    return value


_ADDRESS = re.compile(r"https?://[^/?#@]+([/?#].*)?", re.IGNORECASE | re.DOTALL)
_MISLEADING = re.compile('[\\s\x00-\x20\x7f\\\\<>"`\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
LONGEST_LINK: Final = 2_000


def _link(value: str) -> str:
    """The address as browsers spell it, where a screen may let people click: no script, no user, nothing misleading."""
    try:
        spelt = str(Url(value)) if _ADDRESS.fullmatch(value) and not _MISLEADING.search(value) else ""
    except ValueError:
        spelt = ""
    if not 0 < len(spelt) <= LONGEST_LINK:
        raise ValueError("must be an address such as https://example.com/report")
    return spelt


@dataclass(frozen=True)
class IdOf:
    """The type of a field that holds the external id of a type read as UUID: `Annotated[UUID, IdOf("risk")]`."""

    prefix: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Take a UUID (from the domain itself) or the one spelling of an external id."""
        return core_schema.no_info_plain_validator_function(
            self._read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: external_id(self.prefix, value), when_used="json-unless-none"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A string of the id's form."""
        example = f"{self.prefix}_{HEX_EXAMPLE}"
        return {"type": "string", "pattern": f"^{self.prefix}_[0-9a-f]{{32}}$", "examples": [example]}

    def _read(self, value: Any) -> UUID:
        if isinstance(value, UUID):
            return value
        if not isinstance(value, str):
            raise ValueError(f"must be an id: {self.prefix}_ and 32 hexadecimal digits")
        try:
            return parse_id(self.prefix, value)
        except MalformedId as error:
            raise ValueError(str(error)) from None


def may_be_left_out(description: str, **rules: Any) -> Any:
    """A field of a partial update that may be left out, but not be null."""
    return Field(default=None, description=description, json_schema_extra=_without_default, **rules)


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


def _bounded_date(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise ValueError("must be a date such as 2026-12-31")
    if isinstance(value, int | float | bool):
        raise ValueError("must be a date such as 2026-12-31")
    return value


FIRST_DAY: Final = date(1990, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
"""The days that plans may name: working calendars are laid out for these years."""


def _in_range(value: date) -> date:
    if not FIRST_DAY <= value <= LAST_DAY:
        raise ValueError(f"must lie between {FIRST_DAY} and {LAST_DAY}")
    return value


_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)


def _instant(value: Any) -> Any:
    # Pydantic would take a text of digits for seconds since 1970.
    if isinstance(value, int | float | bool) or (isinstance(value, str) and not _INSTANT.fullmatch(value)):
        raise ValueError("must be an instant such as 2026-12-31T12:00:00Z")
    return value


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("must say its offset, such as 2026-12-31T12:00:00Z")
    there = value.astimezone(UTC)
    if not 1900 <= there.year <= 2999:
        raise ValueError("must lie between 1900-01-01 and 2999-12-31")
    return there


def _finite(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError("must be a number")
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", value, re.ASCII):
        raise ValueError("must be a decimal number such as 1250.50")
    return str(value) if isinstance(value, float) else value


def _whole(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("must be a whole number")
    return value


LONGEST_TITLE: Final = 200

Title = Annotated[
    str, AfterValidator(_storable), AfterValidator(_visible), Field(min_length=1, max_length=LONGEST_TITLE)
]
"""A name or title: 1 to 200 characters, not blank."""

LongText = Annotated[str, AfterValidator(_storable), Field(max_length=20_000)]
"""A description: up to 20,000 characters."""

Link = Annotated[
    str,
    AfterValidator(_storable),
    AfterValidator(_link),
    Field(max_length=LONGEST_LINK, examples=["https://example.com/report"], json_schema_extra={"format": "uri"}),
]
"""An http or https address to read at, as browsers spell it, up to 2,000 characters; nothing of ours ever calls it."""

QueryText = Annotated[
    str,
    StringConstraints(strip_whitespace=False, min_length=1, max_length=20_000),  # errors tell lines as they were sent
    AfterValidator(_storable),
]
"""A GraphQL document: up to 20,000 characters, kept as it is written."""

Code = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[a-z][a-z0-9_.-]*$"), AfterValidator(_storable)]
"""A code such as data_quality."""

Day = Annotated[date, BeforeValidator(_bounded_date), AfterValidator(_in_range)]
"""A date between 1990 and 2200."""

Moment = Annotated[datetime, BeforeValidator(_instant), AfterValidator(_in_utc)]
"""An instant with its offset."""

Whole = Annotated[int, BeforeValidator(_whole), Field(ge=-(2**31), le=2**31 - 1)]
"""A whole number of 32 bits."""

Money = Annotated[Decimal, BeforeValidator(_finite), Field(max_digits=18, decimal_places=2, ge=0)]
"""An amount of money, not negative, with at most two decimals."""

SignedMoney = Annotated[Decimal, BeforeValidator(_finite), Field(max_digits=18, decimal_places=2)]
"""An amount of money that may be below zero, with at most two decimals."""

Quantity = Annotated[Decimal, BeforeValidator(_finite), Field(max_digits=24, decimal_places=6)]
"""A measured number with at most six decimals."""

Probability = Annotated[Decimal, BeforeValidator(_finite), Field(ge=0, le=1, decimal_places=6)]
"""A probability from 0 to 1."""

Key = Annotated[str, AfterValidator(_storable), Field(min_length=1, max_length=255)]
"""An idempotency key or a client's own mark."""

Said = Annotated[LongText, AfterValidator(_visible), Field(min_length=1)]
"""What somebody said: up to 20,000 characters, not blank."""


def as_title(said: str) -> str:
    """What somebody said as a title: in one line, from its first visible letter on, cut where it is too long."""
    line = " ".join(_INVISIBLE.sub("", said, count=1).split())
    return line if len(line) <= LONGEST_TITLE else f"{line[: LONGEST_TITLE - 1]}…"
