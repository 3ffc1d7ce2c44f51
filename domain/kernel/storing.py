"""Storing computed rows: what is worked out anew takes the place of what was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import insert

from domain.kernel.work import Work


async def store_computed(
    work: Work, table: sa.Table, key: Mapping[str, Any], *rows: Mapping[str, Any], each: Sequence[str] = ()
) -> None:  # Any: values of columns of different types
    """Insert rows of a computed table, or overwrite all that they name where they are there already.

    `key` is the part of the primary key, besides the tenant, that all rows share; `each` names what of the key stands
    in the rows themselves.
    """
    statement = insert(table).values([{"tenant_id": work.tenant_id, **key, **row} for row in rows])
    changed = {name: statement.excluded[name] for name in rows[0] if name not in each}
    index = ["tenant_id", *key, *each]
    await work.session.execute(statement.on_conflict_do_update(index_elements=index, set_=changed))


async def store_many(work: Work, table: sa.Table, key: Sequence[str], rows: bytes, **same: Any) -> None:
    """Insert or overwrite any number of rows of a computed table in one statement; `same` holds for all of them.

    `rows` is a JSON array of objects by column, `key` the primary key besides the tenant.
    """  # Any: values of columns of different types
    given = [column for column in table.columns if column.name not in ("tenant_id", *same)]
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # it has no types
    types = {column.name: column.type.compile(dialect) for column in table.columns}
    columns = ", ".join(["tenant_id", *(column.name for column in given), *same])
    values = ", ".join(
        [
            ":tenant",
            *(f"x.{column.name}" for column in given),
            *(f"CAST(:{name} AS {types[name]})" for name in same),
        ]
    )
    shape = ", ".join(f"{column.name} {types[column.name]}" for column in given)
    changed = ", ".join(f"{name} = excluded.{name}" for name in types if name not in ("tenant_id", *key))
    statement = (
        f"INSERT INTO {table.name} ({columns}) "
        f"SELECT {values} FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS x({shape}) "
        f"ON CONFLICT (tenant_id, {', '.join(key)}) DO UPDATE SET {changed}"
    )
    await work.session.execute(sa.text(statement), {"tenant": work.tenant_id, "rows": rows.decode(), **same})
