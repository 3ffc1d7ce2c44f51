"""What an archive holds, worked out from the declarations of the tables: a new entity is exported by itself.

Tables are read from the leaves to the roots, and each from its newest row to its oldest. A row refers only to what was
there before it, and nothing that is referred to is ever deleted: so whatever a row of an archive refers to is read
after it, and is in the archive, however much is written meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.outward import hidden_columns, reference_prefixes
from domain.kernel.tables import GlobalTable, Table, metadata, table_class

TENANT: Final = "tenant"
"""The file with the tenant itself."""

LEFT_OUT: Final[Mapping[str, str]] = {
    "archive_file": "an archive holds no archives",
    "archive_part": "an archive holds no archives",
    "export": "an archive holds no archives",
    "attempt": "calls to other systems, kept for 30 days",
    "delivery": "calls to other systems, kept for 30 days",
    "delivery_replay": "calls to other systems, kept for 30 days",
    "digest_item": "messages that are being made",
    "endpoint_health": "what was seen of receivers that a copy has not",
    "event_body": "made anew from the event",
    "sheet_import": "sheets that are brought in, kept until they are",
    "tenant_import": "an archive holds no archives",
    "person_erasure": "what became of a request of somebody who is not there any more",
    "guard": "rows that are only locked",
    "idempotency_key": "kept for a day",
    "search_text": "made anew from the entities",
    "tenant_counter": "worked out from the events and audit entries",
}
"""Tenant tables of which nothing is exported, with the reason."""

_UNTOLD: Final[Mapping[str, frozenset[str]]] = {
    "event": frozenset({"due"}),
    "work": frozenset({"lease", "attempts", "wanted"}),
}
"""Columns that say only what a worker is doing at the moment."""

_PASSING: Final = frozenset(
    {*("export", "import", "erasure", "person_erasure"), *("letter", "invitation", "selection", "replay", "sheet")}
)
"""Kinds of work about what is left out."""


@dataclass(frozen=True)
class Content:
    """One table of an archive: which columns, in which order they are keyed, and what their ids begin with."""

    name: str
    table: sa.Table
    columns: tuple[sa.Column[Any], ...]
    keys: tuple[sa.Column[Any], ...]
    prefixes: Mapping[str, str]
    about: str

    def of_tenant(self, tenant_id: UUID) -> sa.ColumnElement[bool]:
        """The rows of a tenant."""
        column = self.table.c.id if self.name == TENANT else self.table.c.tenant_id
        condition: sa.ColumnElement[bool] = column == tenant_id
        return condition & self.table.c.kind.not_in(sorted(_PASSING)) if self.name == "work" else condition

    def of_person(self, ids: Sequence[UUID]) -> sa.ColumnElement[bool] | None:
        """The rows that are somebody, are about them, or were made by them; None where there can be none.

        `ids` are those of the member and of the person that somebody is.
        """
        if self.name in _PEOPLE:
            return self.table.c.id.in_(ids)
        names = [name for name, prefix in self.prefixes.items() if prefix in _PEOPLE.values() and name in self.table.c]
        told = [self.table.c[name].in_(ids) for name in names if isinstance(self.table.c[name].type, sa.Uuid)]
        told += [self.table.c[name].in_(ids) for name in _ABOUT.get(self.name, ())]
        if self.name == "event":
            told.append(self.table.c.actor["id"].astext.in_([external_id("member", id) for id in ids]))
        return sa.or_(*told) if told else None


_PEOPLE: Final = {"membership": "member", "person": "person"}
"""The tables whose rows are people, and the prefix of their ids."""

_ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "audit_entry": ("actor_id", "subject_id"),
    "audit_personal": ("subject_id",),
    "event": ("subject_id",),
}
"""Columns that hold the id of anything, and so of a member."""


@cache
def contents() -> tuple[Content, ...]:
    """Every table of an archive, in the order in which they are read."""
    found = [_content(table) for table in reversed(metadata.sorted_tables) if _is_told(table)]
    late = [content for content in found if content.name in ("event", "work")]  # read first, so brought in last
    tenant = _content(metadata.tables[TENANT])
    return (*late, *(content for content in found if content not in late), tenant)


@cache
def content_of(name: str) -> Content:
    """The content of a table's name. Raises KeyError."""
    return {content.name: content for content in contents()}[name]


def _is_told(table: sa.Table) -> bool:
    return "tenant_id" in table.c and table.name not in LEFT_OUT and not issubclass(_class_of(table), GlobalTable)


def _content(table: sa.Table) -> Content:
    declared = _class_of(table)
    prefixes = dict(reference_prefixes(declared))
    hidden = hidden_columns(declared) | _UNTOLD.get(table.name, frozenset())
    hidden |= {name for name, prefix in prefixes.items() if prefix == "user"}  # users are the installation's
    columns = tuple(column for column in table.columns if column.name not in hidden)
    keys = tuple(column for column in table.primary_key.columns if column.name != "tenant_id")
    about = next(iter((declared.__doc__ or "").strip().splitlines()), "")
    return Content(table.name, table, columns, keys, prefixes, about)


def _class_of(table: sa.Table) -> type[Table]:
    """The class of a table; of a twin, the entity whose versions it holds."""
    return table_class(table.name.removesuffix("_history"))
