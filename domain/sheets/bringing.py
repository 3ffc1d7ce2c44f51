"""Bringing lines in: each is a command of whoever asked, all of them in one unit of work, written slice by slice.

Where a slice fails it is halved until the lines are found that are to blame; nothing of those stays, and the others are
tried to the end, so that all that is wrong is told at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from domain.kernel.errors import Busy, DomainError, Forbidden
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.sqlerrors import refusal_of
from domain.kernel.work import Work
from domain.sheets.entities import Importable
from domain.sheets.fields import SheetField
from domain.sheets.headings import OWN_ID
from domain.sheets.lines import BadLine, Draft, Reading
from domain.sheets.naming import Names
from domain.sheets.opening import Line
from domain.sheets.problems import Problems, SheetProblem
from domain.sheets.tables import ImportedRow
from domain.tenancy.permissions import require


@dataclass
class Tally:
    """What became of lines."""

    made: int = 0
    changed: int = 0
    unchanged: int = 0

    def add(self, other: Tally) -> None:
        """Count those of a slice."""
        self.made += other.made
        self.changed += other.changed
        self.unchanged += other.unchanged


class Bringing:
    """One run over a sheet, within a unit of work of whoever asked for it."""

    def __init__(self, work: Work, reading: Reading, sheet_import_id: UUID, source: str, problems: Problems) -> None:
        self._work = work
        self._reading = reading
        self._entity: Importable = reading.entity
        self._id = sheet_import_id
        self._source = source
        self._names = Names(work)
        self._problems = problems
        self.tally = Tally()
        work.in_bulk()

    def check_permissions(self) -> None:
        """Raises `Forbidden` where whoever asked may not do by hand what the sheet does."""
        filled = {column.field for column in self._reading.columns}
        require(self._work.principal, self._entity.create.action)
        if self._entity.update is not None and filled & {OWN_ID, "external_id"}:
            require(self._work.principal, self._entity.update.action)

    async def bring(self, lines: Sequence[Line]) -> None:
        """Bring a slice of lines in. Raises `TooManyProblems`, and what is no fault of a line."""
        found: list[SheetProblem] = []
        drafts: list[Draft] = []
        for line in lines:
            draft, wrong = self._reading.draft(line)
            wrong += await self._reading.resolve(draft, self._names)
            wrong += self._reading.problems_of(draft, wrong)
            found += wrong
            if not wrong:
                drafts.append(draft)
        if drafts:
            await self._try(drafts, found)
        self._work.forget()
        self._problems.add(sorted(found, key=self._place))

    def _place(self, problem: SheetProblem) -> tuple[int, int]:
        """Where a problem stands in the sheet."""
        places = (column.place for column in self._reading.columns if column.heading == problem.column)
        return problem.line or 0, next(places, len(self._reading.columns))

    async def _try(self, drafts: Sequence[Draft], found: list[SheetProblem]) -> None:
        try:
            async with self._work.trying():
                tally = await self._all(drafts)
        except (BadLine, DomainError, DBAPIError) as error:
            if isinstance(error, DBAPIError):
                error = refusal_of(error)
            if isinstance(error, Busy | Forbidden):
                raise error from None
            if len(drafts) > 1:
                middle = len(drafts) // 2
                await self._try(drafts[:middle], found)
                await self._try(drafts[middle:], found)
                return
            line = drafts[0].number
            found += error.problems if isinstance(error, BadLine) else self._reading.refused(line, error)
        else:
            self.tally.add(tally)

    async def _all(self, drafts: Sequence[Draft]) -> Tally:
        tally = Tally()
        known = await self._known([draft.external_id for draft in drafts if draft.external_id is not None])
        brought: dict[str, UUID] = {}
        for draft in drafts:
            if draft.external_id is not None:
                before = known.get(draft.external_id)
                if draft.external_id in brought or (before is not None and before[1] == self._id):
                    raise BadLine([self._told(draft, "external_id", "stands on a line before as well")])
            id = self._own_id(draft)
            if id is None and draft.external_id is not None and draft.external_id in known:
                id = known[draft.external_id][0]
            id = await self._make(draft, tally) if id is None else await self._change(draft, id, tally)
            if draft.external_id is not None:
                brought[draft.external_id] = id
        await self._work.flush()
        await self._note(brought)
        return tally

    async def _make(self, draft: Draft, tally: Tally) -> UUID:
        create = self._entity.create
        given = {name: value for name, value in draft.values.items() if value is not None}
        if unknown := given.keys() - self._entity.fields.keys():
            raise BadLine([self._told(draft, name, "cannot be set when a row is made") for name in sorted(unknown)])
        done = await create.run(self._work, self._reading.input(create.input, draft, given))
        tally.made += 1
        return next(iter(done.ids.values()))

    async def _change(self, draft: Draft, id: UUID, tally: Tally) -> UUID:
        """Change what is there already: only what a cell says anew is sent, so that equal lines do nothing."""
        row = await self._work.get(self._entity.table, id, OWN_ID)
        update = self._entity.update
        fixed = {name: value for name, value in draft.values.items() if name not in self._entity.changeable}
        self._check_fixed(draft, row, fixed)
        given = {name: value for name, value in draft.values.items() if name in self._entity.changeable}
        if update is None or not given:
            tally.unchanged += 1
            return id
        named = {self._entity.id_field: id}
        asked = self._reading.input(update.input, draft, self._clearing(given), **named)
        new = {
            name: value
            for name, value in self._clearing(given).items()
            if not _is_equal(self._reading.field(name), asked, row)
        }
        if new:
            await update.run(self._work, self._reading.input(update.input, draft, new, **named))
            tally.changed += 1
        else:
            tally.unchanged += 1
        return id

    def _clearing(self, given: dict[str, Any]) -> dict[str, Any]:
        """Empty cells clear a field that may be empty, and say nothing of one that may not."""
        assert self._entity.update is not None
        return {
            name: value
            for name, value in given.items()
            if value is not None or _may_be_null(self._entity.update.input, self._entity.changeable[name])
        }

    def _check_fixed(self, draft: Draft, row: Any, fixed: dict[str, Any]) -> None:
        """What can only be said when a row is made must be what it is."""
        known = {name: value for name, value in fixed.items() if value is not None and hasattr(row, name)}
        for name, value in known.items():
            present = getattr(row, name)
            same = Decimal(value) == present if isinstance(present, Decimal) else str(value) == str(present)
            if not same and value != present:
                raise BadLine([self._told(draft, name, f"cannot be changed: it is {present}")])

    def _own_id(self, draft: Draft) -> UUID | None:
        if draft.id is None:
            return None
        try:
            return parse_id(self._entity.table.prefix, draft.id)
        except MalformedId as error:
            raise BadLine([self._told(draft, OWN_ID, str(error))]) from None

    def _told(self, draft: Draft, field: str, message: str) -> SheetProblem:
        heading = next((column.heading for column in self._reading.columns if column.field == field), None)
        return SheetProblem(draft.number, heading, field, "INVALID", message)

    async def _known(self, external_ids: list[str]) -> dict[str, tuple[UUID, UUID]]:
        """The rows that the source knows by these ids, and by which import each was brought last."""
        if not external_ids:
            return {}
        statement = sa.select(
            col(ImportedRow.external_id), col(ImportedRow.row_id), col(ImportedRow.sheet_import_id)
        ).where(
            col(ImportedRow.tenant_id) == self._work.tenant_id,
            col(ImportedRow.entity) == self._entity.word,
            col(ImportedRow.source) == self._source,
            col(ImportedRow.external_id).in_(external_ids),
        )
        return {row[0]: (row[1], row[2]) for row in (await self._work.session.execute(statement)).all()}

    async def _note(self, brought: dict[str, UUID]) -> None:
        if not brought:
            return
        statement = upsert(ImportedRow.__table__)  # type: ignore[attr-defined]  # set by the mapper
        await self._work.session.execute(
            statement.on_conflict_do_update(
                index_elements=["tenant_id", "entity", "source", "external_id"],
                set_={"row_id": statement.excluded.row_id, "sheet_import_id": statement.excluded.sheet_import_id},
            ),
            [
                {
                    "tenant_id": self._work.tenant_id,
                    "entity": self._entity.word,
                    "source": self._source,
                    "external_id": external_id,
                    "row_id": id,
                    "sheet_import_id": self._id,
                }
                for external_id, id in brought.items()
            ],
        )


def _is_equal(field: SheetField | None, asked: Any, row: Any) -> bool:
    """Whether the row has the value already that an input asks for."""
    assert field is not None
    value = asked
    for part in field.path:
        value = getattr(value, part, None)
    if not hasattr(row, field.name):
        return False
    present = getattr(row, field.name)
    return bool(value == present) or (value in (None, "") and present in (None, ""))


def _may_be_null(model: Any, field: SheetField) -> bool:
    return len(field.path) == 1 and type(None) in getattr(model.model_fields[field.path[0]].annotation, "__args__", ())
