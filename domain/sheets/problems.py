"""What is wrong with a sheet, told by line and column; the first thousand, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

MOST: Final = 1_000
"""Problems that are told. Whoever has more of them ends the run: the rest would be more of the same."""

_LONGEST: Final = 500


@dataclass(frozen=True)
class SheetProblem:
    """One thing that is wrong: the line from 1, as editors count them; the heading of the column; the field."""

    line: int | None
    column: str | None
    field: str | None
    code: str
    message: str

    def told(self) -> dict[str, Any]:
        """As it is stored and shown."""
        return {
            "line": self.line,
            "column": None if self.column is None else self.column[:200],
            "field": self.field,
            "code": self.code,
            "message": self.message[:_LONGEST],
        }


class BadSheet(Exception):
    """A sheet that cannot be read at all, or not any further."""

    def __init__(self, message: str, line: int | None = None, *, column: str | None = None, code: str = "INVALID"):
        super().__init__(message)
        self.problem = SheetProblem(line, column, None, code, message)


class TooManyProblems(Exception):
    """No more are looked for."""


@dataclass
class Problems:
    """The problems of a run."""

    found: list[SheetProblem] = field(default_factory=list)
    count: int = 0

    def add(self, problems: Sequence[SheetProblem]) -> None:
        """Note problems. Raises `TooManyProblems` where no more are told."""
        self.count += len(problems)
        self.found += problems[: MOST - len(self.found)]
        if self.count >= MOST:
            raise TooManyProblems
