"""Writing many rows by one statement: they are sent as JSON, and PostgreSQL takes them apart.

COPY would do with less, and is refused under row level security.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import insert as upsert

T = TypeVar("T")

MOST: Final = 1_000
"""Rows of one statement."""
_FEW: Final = 10
"""Rows up to which a statement for each, sent together, costs less."""


def slices(rows: Iterable[T]) -> Iterator[list[T]]:
    """The rows, as many at a time as one statement takes."""
    left = iter(rows)
    while part := list(islice(left, MOST)):
        yield part


def insert_rows(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str] = ()
) -> None:  # Any: values of columns of different types
    """Insert rows that all name the same columns. With a `key`, those that are there already are overwritten."""
    if not rows:
        return
    if len(rows) <= _FEW:
        connection.execute(_one_by_one(table, tuple(rows[0]), tuple(key)), rows)
        return
    statement = _together(table, tuple(rows[0]), tuple(key))
    for part in slices(rows):
        connection.execute(statement, {"rows": orjson.dumps(part, default=_as_json).decode()})


def numbered(ids: Sequence[UUID], versions: Sequence[int]) -> Any:  # Any: SQLAlchemy knows no type of such a table
    """Ids and the version of each, as a table with the columns `id` and `version`."""
    arrays = sa.literal(list(ids), sa.ARRAY(sa.Uuid)), sa.literal(list(versions), sa.ARRAY(sa.Integer))
    named = sa.column("id", sa.Uuid), sa.column("version", sa.Integer)
    return sa.func.unnest(*arrays).table_valued(*named, name="numbered").render_derived()


def shape_of(table: sa.Table, names: Iterable[str]) -> str:
    """Columns with their types, as a table that is made of JSON declares them."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # it has no types
    return ", ".join(f"{name} {table.columns[name].type.compile(dialect)}" for name in names)


@cache
def _one_by_one(table: sa.Table, names: tuple[str, ...], key: tuple[str, ...]) -> sa.Insert:
    if not key:
        return sa.insert(table)
    statement = upsert(table)
    changed = {name: statement.excluded[name] for name in names if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


@cache
def _together(table: sa.Table, names: tuple[str, ...], key: tuple[str, ...]) -> sa.TextClause:
    columns = ", ".join(names)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names if name not in key)
    conflict = f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}" if key else ""
    source = f"jsonb_to_recordset(CAST(:rows AS jsonb)) AS given ({shape_of(table, names)})"
    return sa.text(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {source}{conflict}")


def _as_json(value: Any) -> str:
    match value:
        case UUID():  # the driver's own
            return str(value)
        case Decimal():
            return format(value, "f")
    raise TypeError(f"{type(value).__name__} is no value of a column that is written together")
