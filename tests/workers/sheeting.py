"""Sheets in tests: announced, sent and brought in as anybody would."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import openpyxl

from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import perform, unit_of_work
from domain.sheets.commands import take_sheet_part
from domain.sheets.tables import SheetImport
from tests.domain.commanding import Caller
from workers.sheets import import_sheets

PART = 500_000


def as_csv(*rows: Sequence[Any]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_workbook(*rows: Sequence[Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def announce(caller: Caller, content: bytes, entity: str, **given: Any) -> str:
    """A sheet that is sent, and not started."""
    id = await caller.make("create_sheet_import", **({"entity": entity, "format": "csv"} | given))
    for offset in range(0, len(content), PART):
        await perform(
            caller.runtime,
            caller.principal,
            lambda work: take_sheet_part(work, id, offset, content[offset : offset + PART]),  # noqa: B023
        )
    return external_id("sheet_import", id)


async def bring(caller: Caller, content: bytes, entity: str, *, dry_run: bool = False, **given: Any) -> SheetImport:
    """What became of a sheet."""
    return await start(caller, await announce(caller, content, entity, **given), dry_run=dry_run)


async def start(caller: Caller, id: str, *, dry_run: bool = False) -> SheetImport:
    await caller.ask("start_sheet_import", sheet_import_id=id, dry_run=dry_run)
    while await import_sheets(caller.runtime, caller.principal.tenant_id):
        pass
    return await seen(caller.runtime, caller.principal.tenant_id, id)


async def seen(runtime: Runtime, tenant_id: UUID, id: str) -> SheetImport:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        return await work.get(SheetImport, UUID(id[-32:]))


def told(found: SheetImport) -> list[tuple[int | None, str | None, str, str]]:
    """The problems: line, column, code and message."""
    return [(each["line"], each["column"], each["code"], each["message"]) for each in found.problems]
