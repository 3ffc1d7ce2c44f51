"""Sheets that are brought in, and by what their source knows the rows that came of them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import big_number, choice, document, flag, instant, number, reference, text
from domain.kernel.tables import Identified, Kind, WorkTable, index, refers


class SheetState(StrEnum):
    """How far the import of a sheet is."""

    UPLOADING = "uploading"
    QUEUED = "queued"
    RUNNING = "running"
    CHECKED = "checked"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class SheetFormat(StrEnum):
    """What a sheet is written in."""

    CSV = "csv"
    XLSX = "xlsx"


class SheetEncoding(StrEnum):
    """How the letters of a CSV file are encoded."""

    UTF8 = "utf8"
    UTF16 = "utf16"
    GB18030 = "gb18030"


UNDER_WAY = (SheetState.QUEUED, SheetState.RUNNING)
OPEN = (SheetState.UPLOADING, SheetState.CHECKED)
"""States in which it waits for whoever sent it."""


class SheetImport(Identified, table=True):
    """A sheet whose lines become rows of one type, or change them. Its bytes stand in `archive_part` until it is over.

    Nobody but whoever holds its lease writes to a row that is running, but for its cancellation.
    """

    __tablename__ = "sheet_import"
    table_kind = Kind.WORK
    prefix = "sheet_import"
    references = {"requested_by": "member"}

    entity: str = text()
    "The word of the type."
    venture_id: UUID | None = reference(None)
    "The venture to which every line belongs; empty: each line says it."
    format: SheetFormat = choice(SheetFormat, name="format")
    encoding: SheetEncoding = choice(SheetEncoding, SheetEncoding.UTF8, name="encoding")
    columns: dict[str, Any] = document()
    "For headings whose meaning is not found by their name: the field, or null for a column that is left alone."
    source: str = text("sheet")
    "What the sheet is from: lines of one source are told apart by their `external_id`."
    state: SheetState = choice(SheetState, SheetState.UPLOADING, name="state")
    dry_run: bool = flag(False)
    requested_by: UUID | None = reference(None)
    "Empty where a program asked."
    acting: dict[str, Any] = document()
    "As whom its lines are brought in, and with which rights at most."
    size: int = big_number(0)
    "Bytes that were sent."
    lines_total: int | None = number(None)
    "Counted at the end of each run."
    lines_done: int = number(0)
    made: int = number(0)
    changed: int = number(0)
    unchanged: int = number(0)
    mapping: list[dict[str, Any]] = document()
    "For each column of the sheet its heading and the field that it fills."
    problem_count: int = number(0)
    problems: list[dict[str, Any]] = document()
    "What is wrong: line, column, field, code and message."
    created_at: datetime = instant()
    started_at: datetime | None = instant(None)
    finished_at: datetime | None = instant(None)
    __table_args__ = (
        refers("venture_id", "venture"),
        refers("requested_by", "membership"),
        index("state"),
        index("venture_id"),
        index("created_at"),
    )


class ImportedRow(WorkTable, table=True):
    """By what a source knows a row, so that a second import changes it and makes no other."""

    __tablename__ = "imported_row"

    entity: str = Field(sa_type=sa.Text, primary_key=True)
    source: str = Field(sa_type=sa.Text, primary_key=True)
    external_id: str = Field(sa_type=sa.Text, primary_key=True)
    row_id: UUID = reference()
    sheet_import_id: UUID = reference()
    "The import that brought it last."
