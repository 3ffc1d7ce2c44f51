"""Sheets that are brought in: what of them is no command, which is their bytes and their report."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

import orjson
from pydantic import BeforeValidator, Field
from starlette.responses import Response

from api.rest.answering import JSON
from api.rest.domain import resource_of
from api.rest.operation import Call, Operation
from api.rest.reading_input import Query, whole_number
from api.rest.sheets import CSV, csv_rows
from api.rest.shown import Shown
from domain.archives.storing import MOST_BYTES
from domain.kernel.inputs import IdOf
from domain.kernel.spreadsheets import harmless
from domain.kernel.work import Work, perform
from domain.sheets.commands import LARGEST, held_sheet, take_sheet_part
from domain.sheets.tables import SheetImport, SheetState
from domain.tenancy.permissions import Action
from graph.registry import BY_WORD

BYTES: Final = "application/octet-stream"
_RESOURCE: Final = resource_of(BY_WORD["sheet_import"])


class PartQuery(Query):
    """Query parameters of a part."""

    offset: Annotated[
        int, BeforeValidator(whole_number), Field(ge=0, description="Bytes of the sheet that stand before the part.")
    ] = 0


class ReportFormat(StrEnum):
    """In which form a report is shown."""

    JSON = "json"
    CSV = "csv"


class ReportQuery(Query):
    """Query parameters of a report."""

    format: Annotated[ReportFormat, Field(description="JSON, or a table for spreadsheets.")] = ReportFormat.JSON


class ShownSheetProblem(Shown):
    """One thing that is wrong with a sheet."""

    line: Annotated[int | None, Field(description="The line, from 1; null: the sheet itself.", examples=[17])]
    column: Annotated[str | None, Field(description="The heading of the column.", examples=["Due on"])]
    field: Annotated[str | None, Field(description="The field that it fills.", examples=["due_on"])]
    code: Annotated[str, Field(description="The rule that is broken, a code.", examples=["INVALID"])]
    message: Annotated[str, Field(description="What is wrong.", examples=["must be a date such as 2026-12-31"])]


class ShownSheetColumn(Shown):
    """A column of a sheet."""

    column: Annotated[str, Field(description="Its heading.", examples=["Due on"])]
    field: Annotated[str | None, Field(description="The field that it fills; null: left alone.", examples=["due_on"])]


class ShownSheetReport(Shown):
    """What the last run over a sheet has led to, or would have."""

    id: Annotated[UUID, IdOf("sheet_import"), Field(description="The import.")]
    state: Annotated[SheetState, Field(description="How far it is.")]
    dry_run: Annotated[bool, Field(description="Whether nothing was to stay.")]
    lines_done: Annotated[int, Field(description="Lines that the run has come to.", examples=[4200])]
    made: Annotated[int, Field(description="Rows that it has made.", examples=[4000])]
    changed: Annotated[int, Field(description="Rows that it has changed.", examples=[150])]
    unchanged: Annotated[int, Field(description="Rows that were as the sheet says already.", examples=[50])]
    problem_count: Annotated[int, Field(description="How many things are wrong; at 1,000 a run ends.", examples=[1])]
    mapping: Annotated[list[ShownSheetColumn], Field(description="Its columns, by their place.")]
    problems: Annotated[list[ShownSheetProblem], Field(description="What is wrong, by line.")]


async def _take(call: Call) -> Response:
    query = call.query
    assert isinstance(query, PartQuery)

    async def act(work: Work) -> None:
        await take_sheet_part(work, call.id, query.offset, call.raw)

    await perform(call.runtime, call.principal, act, request_id=call.request_id)
    return Response(orjson.dumps(await _RESOURCE.reader.one(call, call.id)), 200, {}, JSON)


async def _report(call: Call) -> Response:
    query = call.query
    assert isinstance(query, ReportQuery)

    async def act(work: Work) -> SheetImport:
        return await held_sheet(work, call.id, "id", lock=False)

    found = ShownSheetReport.model_validate(await perform(call.runtime, call.principal, act))
    if query.format is ReportFormat.JSON:
        return Response(orjson.dumps(found.model_dump(mode="json")), 200, {}, JSON)
    name = f'attachment; filename="report-{call.id.hex}.csv"'
    return Response(csv_rows(_table(found)), 200, {"Content-Disposition": name}, CSV)


def _table(found: ShownSheetReport) -> Sequence[Sequence[Any]]:
    names = list(ShownSheetProblem.model_fields)
    rows = [[getattr(problem, name) for name in names] for problem in found.problems]
    return [names, *([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)]


def operations() -> list[Operation]:
    """What can be asked of sheets beside their commands."""
    usual: dict[str, Any] = {"tag": _RESOURCE.tag, "action": Action.IMPORT_WRITE, "prefix": "sheet_import"}
    return [
        Operation(
            id="send_sheet_part",
            method="PUT",
            path=f"{_RESOURCE.collection}/{{id}}/content",
            summary="Send a part of a sheet",
            description=f"Send the next bytes of the sheet, {MOST_BYTES} at most and {LARGEST} in all. A part that was "
            "sent before may be sent again; where a connection broke, `size` says where to go on.",
            run=_take,
            query=PartQuery,
            schema=_RESOURCE.schema,
            bytes_of=BYTES,
            **usual,
        ),
        Operation(
            id="get_sheet_report",
            method="GET",
            path=f"{_RESOURCE.collection}/{{id}}/report",
            summary="Read the report of a sheet",
            description="What the last run has led to, or a dry run would have: its columns, how many rows, and "
            "everything that is wrong, by line. As CSV the problems alone, for a spreadsheet beside the sheet.",
            run=_report,
            query=ReportQuery,
            schema=ShownSheetReport,
            documents=(CSV,),
            **usual,
        ),
    ]
