"""Lines as inputs of commands: cells by field, pure but for the names of references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from domain.kernel.errors import DomainError, Problem
from domain.kernel.inputs import Input
from domain.sheets.cells import BadCell, as_text, is_empty, read_cell
from domain.sheets.entities import Importable
from domain.sheets.fields import Form, SheetField
from domain.sheets.headings import EXTERNAL_ID, OWN_ID, Column
from domain.sheets.naming import Names, NotNamed
from domain.sheets.opening import Line
from domain.sheets.problems import SheetProblem

_CODES = {"extra_forbidden": "UNKNOWN_FIELD", "missing": "REQUIRED"}
_WORDS = {"extra_forbidden": "cannot be set here", "missing": "is required"}


class BadLine(Exception):
    """What is wrong with a line."""

    def __init__(self, problems: Sequence[SheetProblem]) -> None:
        super().__init__(problems[0].message)
        self.problems = tuple(problems)


@dataclass
class Draft:
    """A line of which every cell is read: `values` by field, None where a cell is empty."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    id: str | None = None
    external_id: str | None = None


@dataclass(frozen=True)
class Reading:
    """How the lines of one sheet are read."""

    entity: Importable
    columns: Sequence[Column]
    venture_id: UUID | None

    def draft(self, line: Line) -> tuple[Draft, list[SheetProblem]]:
        """The cells of a line as values, and all that is wrong with them."""
        found = Draft(line.number)
        problems: list[SheetProblem] = []
        for column in self.columns:
            if column.field is None:
                continue
            cell = line.cells[column.place] if column.place < len(line.cells) else None
            declared = self.field(column.field)
            if column.field in (OWN_ID, EXTERNAL_ID) and declared is None:
                text = None if is_empty(cell) else as_text(cell)
                if text is not None and len(text) > 255:
                    problems.append(self._problem(line.number, column.field, "INVALID", "has at most 255 characters"))
                elif column.field == OWN_ID:
                    found.id = text
                else:
                    found.external_id = text
                continue
            assert declared is not None
            try:
                found.values[column.field] = None if is_empty(cell) else read_cell(declared, cell)
            except BadCell as error:
                problems.append(self._problem(line.number, column.field, "INVALID", str(error)))
        if any(not is_empty(cell) for cell in line.cells[self._width :]):
            problems.append(SheetProblem(line.number, None, None, "INVALID", "has more cells than there are headings"))
        return found, problems

    def problems_of(self, draft: Draft, known: Sequence[SheetProblem]) -> list[SheetProblem]:
        """What is wrong with a line that makes a row, beside what is known already: rules of the command's input."""
        if draft.id is not None or draft.external_id is not None:
            return []
        given = {
            name: value for name, value in draft.values.items() if value is not None and name in self.entity.fields
        }
        blamed = {problem.field for problem in known}
        try:
            self.input(self.entity.create.input, draft, {k: v for k, v in given.items() if k not in blamed})
        except BadLine as error:
            return [problem for problem in error.problems if problem.field not in blamed]
        return []

    async def resolve(self, draft: Draft, names: Names) -> list[SheetProblem]:
        """Find what references mean, and tell what is wrong with them."""
        problems: list[SheetProblem] = []
        venture_id = await self._venture(draft, names, problems)
        for name, value in draft.values.items():
            declared = self.field(name)
            if value is None or declared is None or declared.form is not Form.REFERENCE:
                continue
            wanted = value if isinstance(value, list) else [value]
            try:
                ids = [await self._meant(names, declared, one, venture_id) for one in wanted]
            except NotNamed as error:
                problems.append(self._problem(draft.number, name, error.code, str(error)))
                continue
            draft.values[name] = ids if declared.many else ids[0]
        return problems

    async def _venture(self, draft: Draft, names: Names, problems: list[SheetProblem]) -> UUID | None:
        """The venture of a line: its own, which must be the import's where that has one."""
        declared = self.entity.fields.get("venture_id")
        if declared is None:
            return self.venture_id
        told = draft.values.get("venture_id")
        if told is None:
            if self.venture_id is not None:
                draft.values["venture_id"] = self.venture_id
            return self.venture_id
        try:
            found = await self._meant(names, declared, told, None)
        except NotNamed as error:
            problems.append(self._problem(draft.number, "venture_id", error.code, str(error)))
            draft.values["venture_id"] = None
            return self.venture_id
        draft.values["venture_id"] = found
        if self.venture_id is not None and found != self.venture_id:
            message = "the import is into another venture: leave the column out, or import without a venture"
            problems.append(self._problem(draft.number, "venture_id", "INVALID", message))
        return found

    async def _meant(self, names: Names, declared: SheetField, value: Any, venture_id: UUID | None) -> UUID:
        if isinstance(value, UUID):
            return value
        return await names.id_of(declared.prefix, as_text(value), venture_id)

    def field(self, name: str) -> SheetField | None:
        """What a column fills."""
        return self.entity.fields.get(name) or self.entity.changeable.get(name)

    @property
    def _width(self) -> int:
        return 1 + max((column.place for column in self.columns), default=-1)

    def input(self, model: type[Input], draft: Draft, values: Mapping[str, Any], **more: Any) -> Any:
        """The input of a command. Raises `BadLine`."""
        given: dict[str, Any] = dict(more)
        for name, value in values.items():
            declared = self.field(name)
            assert declared is not None
            *above, last = declared.path
            there = given
            for part in above:
                there = there.setdefault(part, {})
            there[last] = value
        try:
            return model.model_validate(given)
        except ValidationError as error:
            items = error.errors(include_url=False, include_input=False, include_context=False)
            raise BadLine([self._of_validation(draft.number, item) for item in items]) from None

    def _of_validation(self, line: int, item: Any) -> SheetProblem:
        kind = item["type"]
        message = _WORDS.get(kind) or item["msg"].removeprefix("Value error, ")
        return self._problem(line, self._named(item["loc"]), _CODES.get(kind, "INVALID"), message)

    def refused(self, line: int, error: DomainError) -> list[SheetProblem]:
        """What a command refuses, as problems of the line."""
        problems = error.problems or (Problem((), error.code, error.message),)
        return [self._problem(line, self._named(each.path), each.code, each.message) for each in problems]

    def _named(self, path: Sequence[str | int]) -> str | None:
        """The field of a path into an input."""
        parts = [str(part) for part in path if isinstance(part, str)]
        for length in range(len(parts), 0, -1):
            if self.field("_".join(parts[:length])) is not None:
                return "_".join(parts[:length])
        return ".".join(parts) or None

    def _problem(self, line: int, field: str | None, code: str, message: str) -> SheetProblem:
        heading = next((column.heading for column in self.columns if column.field == field), None)
        return SheetProblem(line, heading if field is not None else None, field, code, message)
