"""Storing computed rows: what is worked out anew takes the place of what was there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
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
