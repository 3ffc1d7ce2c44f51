"""Which column of a sheet fills which field: by name, in any of the spellings that people use, or as somebody says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.channels.words import NOUNS
from domain.sheets.cells import Cell, as_text, is_empty
from domain.sheets.entities import Importable
from domain.sheets.fields import Form
from domain.sheets.problems import SheetProblem
from domain.sheets.words import IN_CHINESE

OWN_ID: Final = "id"
"""The field that says which row a line changes."""

EXTERNAL_ID: Final = "external_id"
"""The field that says by what the source knows the row."""

_BESIDE: Final = (OWN_ID, EXTERNAL_ID)


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its place, its heading and the field that it fills; None for one that is left alone."""

    place: int
    heading: str
    field: str | None

    def told(self) -> dict[str, Any]:
        """As it is stored and shown."""
        return {"column": self.heading[:200], "field": self.field}


def match_headings(
    entity: Importable, cells: Sequence[Cell], said: Mapping[str, str | None], line: int, shown: Collection[str] = ()
) -> tuple[list[Column], list[SheetProblem]]:
    """The columns of a sheet by its headings, and what is wrong with them.

    A heading is said, or spells a field's name (`due_on`, `dueOn`, `Due on`), in English or Chinese. What an export
    shows (`shown`) and nobody can set is left alone; what nobody knows must be said to be left alone.
    """
    spellings = _spellings(entity)
    read_only = {_bare(name) for name in (*entity.stored, *shown)}
    known = entity.fields.keys() | entity.changeable.keys() | {*_BESIDE}
    columns: list[Column] = []
    problems: list[SheetProblem] = []
    taken: dict[str, str] = {}
    headings = [as_text(cell) if not is_empty(cell) else "" for cell in cells]
    for place, heading in enumerate(headings):
        if not heading:
            continue
        name = said[heading] if heading in said else spellings.get(_bare(heading))
        if heading not in said and name is None and _bare(heading) not in read_only:
            problems.append(SheetProblem(line, heading, None, "UNKNOWN_FIELD", _unknown(entity, heading)))
        elif name is not None and name not in known:
            message = f"{entity.word} has no field {name[:60]}: there are {', '.join(sorted(known))}"
            problems.append(SheetProblem(line, heading, name, "UNKNOWN_FIELD", message))
        elif name is not None and name in taken:
            message = f"the column {taken[name]} fills {name} as well"
            problems.append(SheetProblem(line, heading, name, "INVALID", message))
        else:
            columns.append(Column(place, heading, name))
            if name is not None:
                taken[name] = heading
    problems += [
        SheetProblem(line, heading, None, "INVALID", "the sheet has no column of this heading")
        for heading in said
        if heading not in headings
    ]
    return columns, problems


def missing_fields(entity: Importable, columns: Sequence[Column], given: frozenset[str]) -> list[str]:
    """The fields that every new row needs and no column fills, nor the import for all lines."""
    filled = {column.field for column in columns} | given
    return [name for name, field in entity.fields.items() if field.required and name not in filled]


def _spellings(entity: Importable) -> Mapping[str, str]:
    """For each spelling the field; a spelling of two fields is none."""
    found: dict[str, set[str]] = {}
    for name, field in {**entity.changeable, **entity.fields}.items():
        spelt = {name, *IN_CHINESE.get(name, ())}
        if field.form is Form.REFERENCE:
            bare = name.removesuffix("_ids" if field.many else "_id")
            spelt |= {bare, f"{bare}_name", *((f"{bare}s",) if field.many else ())}
            if bare == field.prefix and bare in NOUNS:
                spelt.add(NOUNS[bare])
        for each in spelt:
            found.setdefault(_bare(each), set()).add(name)
    exact = {_bare(name): name for name in {*entity.fields, *entity.changeable}}
    for name in _BESIDE:
        if name not in entity.fields:
            exact |= {_bare(each): name for each in (name, *IN_CHINESE[name]) if _bare(each) not in exact}
    return {spelling: next(iter(names)) for spelling, names in found.items() if len(names) == 1} | exact


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _unknown(entity: Importable, heading: str) -> str:
    names = ", ".join(entity.fields)
    return f"{entity.word} has no field of this name; there are {names}. Say which it fills, or that it is left alone"
