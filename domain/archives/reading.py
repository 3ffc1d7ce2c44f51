"""Lines of an archive as rows again: whatever is not what the schema of their table says is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from domain.archives.contents import Content, content_of
from domain.kernel.columns import Choice, Instant
from domain.kernel.ids import parse_id

LONGEST_LINE: Final = 16_000_000
"""Bytes of one line."""

_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")

Read = Callable[[Any], Any]


class BadLine(ValueError):
    """A line that is no row of its table: the rule that it breaks."""


def read_line(content: Content, line: bytes) -> dict[str, Any]:
    """The row of a line. Raises `BadLine`."""
    if len(line) > LONGEST_LINE:
        raise BadLine(f"a line has at most {LONGEST_LINE} bytes")
    try:
        told = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise BadLine(f"is no JSON: {error}") from None
    if not isinstance(told, dict):
        raise BadLine("must be an object")
    readers = _readers(content.name)
    if unknown := sorted(told.keys() - readers.keys()):
        raise BadLine(f"the table {content.name} has no column {unknown[0][:60]}")
    if missing := sorted(readers.keys() - told.keys()):
        raise BadLine(f"the column {missing[0]} is missing")
    row: dict[str, Any] = {}
    for name, (read, nullable) in readers.items():
        value = told[name]
        if value is None:
            if not nullable:
                raise BadLine(f"{name} must not be null")
            row[name] = None
            continue
        try:
            row[name] = read(value)
        except (ValueError, TypeError, ArithmeticError) as error:
            raise BadLine(f"{name}: {error}") from None
    return row


@cache
def _readers(name: str) -> dict[str, tuple[Read, bool]]:
    content = content_of(name)
    return {
        str(column.name): (_reader(column.type, content.prefixes.get(column.name, "")), bool(column.nullable))
        for column in content.columns
    }


def _reader(kind: Any, prefix: str) -> Read:
    match kind:
        case Choice():
            return lambda value: kind.enumeration(_text(value))
        case sa.Uuid():
            return (lambda value: parse_id(prefix, _text(value))) if prefix else _uuid
        case Instant():
            return _instant
        case sa.Date():
            return _date
        case sa.Integer():
            most = 2**63 if isinstance(kind, sa.BigInteger) else 2**31
            return lambda value: _whole(value, most)
        case sa.Numeric():
            return lambda value: _decimal(value, kind.precision or 0, kind.scale or 0)
        case sa.Boolean():
            return _truth
        case JSONB():
            return _document
        case ARRAY():
            each = _reader(kind.item_type, prefix)
            return lambda value: [each(item) for item in _list(value)]
        case sa.Text():
            return _text
    raise TypeError(f"archives cannot hold {kind!r}")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a text")
    if _UNSTORABLE.search(value):
        raise ValueError("contains a NUL character, which cannot be stored")
    return value


def _uuid(value: Any) -> UUID:
    if not _UUID.fullmatch(_text(value)):
        raise ValueError("must be a UUID in small letters")
    return UUID(value)


def _instant(value: Any) -> datetime:
    if not _INSTANT.fullmatch(_text(value)):
        raise ValueError("must be an instant such as 2026-12-01T09:30:00.000000Z")
    return datetime.strptime(value, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def _date(value: Any) -> date:
    if not _DATE.fullmatch(_text(value)):
        raise ValueError("must be a day such as 2026-12-31")
    return date.fromisoformat(value)


def _whole(value: Any, most: int) -> int:
    if type(value) is not int or not -most <= value < most:
        raise ValueError(f"must be a whole number from {-most} to {most - 1}")
    return value


def _decimal(value: Any, digits: int, decimals: int) -> Decimal:
    if not re.fullmatch(rf"-?\d{{1,{digits - decimals}}}\.\d{{{decimals}}}", _text(value), re.ASCII):
        raise ValueError(f"must be a number with {decimals} decimals and {digits} digits at most, as a text")
    return Decimal(value)


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("must be a list")
    return value


def _document(value: Any) -> Any:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            _text(item)
        elif isinstance(item, dict):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, list):
            waiting += item
    return value
