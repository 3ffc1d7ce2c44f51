"""Columns as declarations: what a table's field says about itself, and the PostgreSQL type that follows from it."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

_REQUIRED: Final = object()


class Choice(sa.TypeDecorator[StrEnum]):
    """A `text` column whose values are those of a `StrEnum`; reads come back as its members."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, enumeration: type[StrEnum]) -> None:
        super().__init__()
        self.enumeration = enumeration

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str | None:
        """The stored text. Raises ValueError for a value that the enumeration does not have."""
        return None if value is None else str(self.enumeration(value))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> StrEnum | None:
        """The member of the enumeration."""
        return None if value is None else self.enumeration(value)


class Instant(sa.TypeDecorator[datetime]):
    """`timestamptz`, always aware and in UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> datetime | None:
        """The instant in UTC."""
        return None if value is None else value.astimezone(UTC)


def _field(sa_type: Any, default: Any, **options: Any) -> Any:
    arguments: dict[str, Any] = {"sa_type": sa_type, **options}
    if default is not _REQUIRED:
        arguments["default"] = default
    return Field(**arguments)


def text(default: Any = _REQUIRED) -> Any:
    """A `text` column."""
    return _field(sa.Text, default)


def number(default: Any = _REQUIRED) -> Any:
    """An `integer` column."""
    return _field(sa.Integer, default)


def big_number(default: Any = _REQUIRED) -> Any:
    """A `bigint` column."""
    return _field(sa.BigInteger, default)


def flag(default: Any = _REQUIRED) -> Any:
    """A `boolean` column."""
    return _field(sa.Boolean, default)


def reference(default: Any = _REQUIRED) -> Any:
    """A `uuid` column that holds the id of a row elsewhere; the foreign key is declared with the table."""
    return _field(sa.Uuid, default)


def instant(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `timestamptz` column."""
    return _field(Instant, default, **options)


def instants(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `timestamptz[]` column."""
    return _field(ARRAY(Instant), default, **options)


def day(default: Any = _REQUIRED) -> Any:
    """A `date` column."""
    return _field(sa.Date, default)


def days(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `date[]` column."""
    return _field(ARRAY(sa.Date), default, **options)


def money(default: Any = _REQUIRED) -> Any:
    """An amount: `numeric(18,2)`; its currency stands beside it or is the tenant's."""
    return _field(sa.Numeric(18, 2), default)


def quantity(default: Any = _REQUIRED) -> Any:
    """A measured amount: `numeric(24,6)`."""
    return _field(sa.Numeric(24, 6), default)


def measure(default: Any = _REQUIRED) -> Any:
    """A number worked out by a program, with twelve decimals: `numeric(36,12)`."""
    return _field(sa.Numeric(36, 12), default)


def probability(default: Any = _REQUIRED) -> Any:
    """A probability from 0 to 1: `numeric(7,6)`."""
    return _field(sa.Numeric(7, 6), default)


def document(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `jsonb` column; a change assigns a new value, since changes in place are not seen."""
    return _field(JSONB(none_as_null=True), default, **options)


def binary(default: Any = _REQUIRED) -> Any:
    """A `bytea` column."""
    return _field(sa.LargeBinary, default)


def texts(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `text[]` column."""
    return _field(ARRAY(sa.Text), default, **options)


def identifiers(default: Any = _REQUIRED, **options: Any) -> Any:
    """A `uuid[]` column."""
    return _field(ARRAY(sa.Uuid), default, **options)


def choice(enumeration: type[StrEnum], default: Any = _REQUIRED, *, name: str) -> Any:
    """A `text` column with a CHECK over the enumeration's values; `name` is the column's own."""
    values = ", ".join(f"'{member}'" for member in enumeration)
    check = sa.CheckConstraint(f"{name} IN ({values})", name=name)
    return _field(Choice(enumeration), default, sa_column_args=[check])


def as_decimal(value: Any) -> Decimal | None:
    """The value as Decimal, or None."""
    return None if value is None else Decimal(value)
