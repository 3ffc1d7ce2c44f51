"""An export of the audit log as lines, written while it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

import orjson

from api.rest.answering import Seen
from api.rest.sheets import csv_rows
from api.rest.shown import ShownAuditEntry
from domain.kernel.spreadsheets import harmless

_COLUMNS: Final = tuple(ShownAuditEntry.model_fields)


async def ndjson_lines(batches: AsyncIterator[Sequence[Seen]]) -> AsyncIterator[bytes]:
    """One JSON object a line."""
    async for batch in batches:
        yield b"".join(orjson.dumps(entry, option=orjson.OPT_APPEND_NEWLINE) for entry in batch)


async def csv_lines(batches: AsyncIterator[Sequence[Seen]]) -> AsyncIterator[bytes]:
    """A table by RFC 4180, its first line the columns' names; `before` and `after` are JSON in their cells."""
    yield csv_rows([_COLUMNS])
    async for batch in batches:
        yield csv_rows([[_cell(entry[name]) for name in _COLUMNS] for entry in batch])


def _cell(value: Any) -> str:
    """A value as a cell that no spreadsheet runs."""
    if value is None:
        return ""
    return orjson.dumps(value).decode() if isinstance(value, dict) else harmless(str(value))
