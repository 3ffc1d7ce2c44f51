"""Sheets that are brought in: how far they are, and what is wrong with them."""

from __future__ import annotations

from domain.sheets.tables import SheetImport
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import column_field, columns, entity, to_one, value
from graph.language import Rows, Shape

PROBLEM = Shape(
    name="SheetProblem",
    description="One thing that is wrong with a sheet.",
    fields=[
        value("line", "The line in the sheet, from 1; empty: the sheet itself.", kinds.INT, nullable=True),
        value("column", "The heading of the column; empty: the whole line.", nullable=True),
        value("field", "The field that the column fills.", nullable=True),
        value("code", "The rule that is broken, a code."),
        value("message", "What is wrong, for people."),
    ],
)

COLUMN = Shape(
    name="SheetColumnFound",
    description="A column of a sheet.",
    fields=[
        value("column", "Its heading."),
        value("field", "The field that it fills; empty: it is left alone.", nullable=True),
    ],
)

SHEET_IMPORT = entity(
    SheetImport,
    [
        columns(
            SheetImport,
            {
                "entity": "Of which type its lines are.",
                "encoding": "How its letters are encoded.",
                "source": "What it is from.",
                "state": "How far it is.",
                "dry_run": "Whether the last run was, or is, to leave nothing.",
                "size": "Bytes that were sent: the next part begins there.",
                "lines_done": "Lines that the run has come to.",
                "lines_total": "Lines that it has; empty before the end of a run.",
                "made": "Rows that the last run has made, or would have.",
                "changed": "Rows that it has changed, or would have.",
                "unchanged": "Rows that were as the sheet says already.",
                "problem_count": "How many things are wrong; at a thousand a run ends.",
                "created_at": "When it was announced.",
                "started_at": "When the last run began.",
                "finished_at": "When the last run ended.",
            },
        ),
        column_field(SheetImport, "format", "What it is written in.", filtered=False),
        to_one(SheetImport, "venture_id", "venture", "The venture to which every line belongs; empty: lines say it."),
        to_one(SheetImport, "requested_by", "member", "Who announced it; empty: a program."),
        Rows(
            name="mapping",
            description="Its columns, once a run has read its headings.",
            shape=COLUMN,
            sql="SELECT p.value ->> 'column' AS column, p.value ->> 'field' AS field, p.place"
            " FROM jsonb_array_elements({row}.mapping) WITH ORDINALITY p (value, place)",
            order="{row}.place",
        ),
        Rows(
            name="problems",
            description="What the last run has found wrong, by line; a thousand at most.",
            shape=PROBLEM,
            sql="SELECT (p.value ->> 'line')::int AS line, p.value ->> 'column' AS column,"
            " p.value ->> 'field' AS field, p.value ->> 'code' AS code, p.value ->> 'message' AS message, p.place"
            " FROM jsonb_array_elements({row}.problems) WITH ORDINALITY p (value, place)",
            order="{row}.place",
        ),
    ],
    description="A sheet (CSV or a workbook) whose lines become rows of one type, or change them.",
    word="sheet_import",
    needs=Action.IMPORT_WRITE,
    scope="{row}.venture_id = ANY({ventures})",
    order=("-created_at",),
)

ENTITIES = (SHEET_IMPORT,)
