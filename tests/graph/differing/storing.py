"""Putting random rows into the database: what a plain table's own rules refuse is left out."""

from __future__ import annotations

from collections import Counter
from typing import Final
from uuid import UUID

import asyncpg

from domain.everything import metadata
from tests.graph.differing.by_hand import PLAIN
from tests.graph.differing.rows import Made
from tests.security.conftest import insert

_LUCK: Final = 20
"""So many random rows of a table may be refused before one is taken."""

_tried: Counter[str] = Counter()
_kept: Counter[str] = Counter()
"Random rows of this process, by table."

_SEARCH: Final = "search_text"
"""What is found of all others, and so comes last: nothing is found of a row that is not there."""


async def store(database: asyncpg.Connection, made: Made) -> None:
    """Insert a tenant's rows, those pointed at first; without those that a plain table's own rules refuse.

    Nor those that point at one of these; where a row of another table may point nowhere, it does. Raises
    `AssertionError` where a plain table has taken none of many.
    """
    gone: set[object] = set()
    for table in sorted(metadata.sorted_tables, key=lambda one: one.name == _SEARCH):
        refused: asyncpg.IntegrityConstraintViolationError | None = None
        for row in made.rows.get(table.name, []):
            if table.name in PLAIN | {_SEARCH} and not gone.isdisjoint(
                value for value in row.values() if isinstance(value, UUID)
            ):
                gone.add(row.get("id", table.name))
                continue
            nowhere = [name for name, value in row.items() if isinstance(value, UUID) and value in gone]
            row |= dict.fromkeys(name for name in nowhere if table.c[name].nullable)
            _tried[table.name] += 1
            try:
                async with database.transaction():
                    await insert(database, table.name, row)
                _kept[table.name] += 1
            except asyncpg.IntegrityConstraintViolationError as error:
                if table.name not in PLAIN:
                    raise
                refused = error
                gone.add(row.get("id", table.name))
        if refused is not None and not _kept[table.name] and _tried[table.name] > _LUCK:
            raise AssertionError(f"no random row of {table.name} is taken: make them in `Maker`") from refused
