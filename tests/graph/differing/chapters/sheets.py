"""Sheets that are brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.graph.differing.chapters.chapter import Chapter, Type

if TYPE_CHECKING:
    from tests.graph.differing.rows import Made, Maker

_MAPPING: Final[list[dict[str, Any]]] = [{"column": "Due on", "field": "due_on"}, {"column": "Notes", "field": None}]
_PROBLEM: Final[dict[str, Any]] = {"line": 3, "column": "Due on", "field": "due_on", "code": "INVALID", "message": "no"}
_WHOLE: Final[dict[str, Any]] = {"line": None, "column": None, "field": None, "code": "FORBIDDEN", "message": "never"}


def _rows(maker: Maker, made: Made) -> None:
    for _ in maker.some(2, 6):
        maker.row(
            made,
            "sheet_import",
            venture_id=maker.dice.choice([None, *made.ids("venture")]),
            requested_by=maker.dice.choice([None, *made.ids("membership")]),
            columns={},
            acting={},
            mapping=maker.dice.choice([[], _MAPPING]),
            problems=maker.dice.choice([[], [_WHOLE], [_PROBLEM, _WHOLE]]),
        )


CHAPTER: Final = Chapter(
    types={
        "SheetImport": Type(
            "sheet_import", "sheet_import", ("-created_at",), needs="import:write", venture="venture_id"
        )
    },
    listed={
        "SheetImport.mapping": lambda plain, row: list(row["mapping"]),
        "SheetImport.problems": lambda plain, row: list(row["problems"]),
    },
    shapes={
        "SheetColumnFound": frozenset({"column", "field"}),
        "SheetProblem": frozenset({"line", "column", "field", "code", "message"}),
    },
    by_hand=frozenset({"sheet_import"}),
    rows=_rows,
)
