"""The language in which a type says what can be read of it and where that stands.

SQL stands in templates. In a template `{row}` is the row at hand, `{there}` the row at the other end of a relation,
`{tenant}` the tenant's parameter, `{today}` and `{now}` the present day and instant of the tenant, `{zone}` its time
zone, `{then}` the instant of a read of the past, `{ventures}` the ventures that a restricted caller may see,
`{unrestricted}` whether the caller may see all of them, `{knows_members}` whether the caller may read members, `{me}`
the caller's member, and the name of a companion table (see `Beside`) its row.
Every table in a template has its own `tenant_id = {tenant}`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from domain.kernel.tables import Entity as EntityTable
from domain.kernel.tables import Table
from domain.tenancy.permissions import Action
from graph.kinds import Kind


def camel(name: str) -> str:
    """`due_on` as GraphQL spells it: `dueOn`."""
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


@dataclass(frozen=True, kw_only=True)
class Member:
    """Anything that a type offers under a name."""

    name: str
    description: str
    spelt: str | None = None
    "The name in GraphQL, where it is not the same in camel case."
    deprecated: str | None = None
    "Why it is not to be used any more: ``Use `other`. Removed after 2027-06-30.``"

    @cached_property
    def graphql_name(self) -> str:
        """The name in GraphQL."""
        return self.spelt or camel(self.name)


@dataclass(frozen=True)
class Elsewhere:
    """How rows are found by a value in another table: from there, and not by asking each row for it.

    `column` is what is compared, `condition` that of the row, in which `{compared}` stands for the comparison.
    """

    column: str
    condition: str


@dataclass(frozen=True, kw_only=True)
class Field(Member):
    """One value: a column, or an SQL expression."""

    kind: Kind
    sql: str
    nullable: bool
    filtered: bool = True
    "Whether filters may name it."
    sorted: bool = True
    "Whether orders may name it."
    shown: bool = True
    "Whether GraphQL shows it: references are shown as the relation instead."
    plain: bool = True
    "Whether it is in REST's fixed selection."
    needs: Action | None = None
    "What the caller must be allowed, beyond seeing the type."
    past: str = ""
    "Its SQL in a row as it was at the instant `{then}`, where that is another."
    code: bool = False
    "Whether it is a text with few values, by which rows can be grouped."
    written: str = ""
    "The SQL of its JSON, where that is made of more than the value."
    elsewhere: Elsewhere | None = None
    "Where filters look for its value, where that stands in another table."

    @property
    def orders(self) -> bool:
        """Whether lists can be ordered by it."""
        return self.sorted and self.kind.order is not None

    @property
    def filters(self) -> bool:
        """Whether lists can be filtered by it."""
        return self.filtered and bool(self.kind.operators)


@dataclass(frozen=True, kw_only=True)
class Relation(Member):
    """The way from a row to rows of another type: `on` is the condition."""

    to: str
    on: str


@dataclass(frozen=True, kw_only=True)
class ToOne(Relation):
    """At most one row. With `latest` (an ORDER BY over `{there}`) the first of several."""

    nullable: bool = True
    latest: str | None = None
    filtered: bool = True


@dataclass(frozen=True, kw_only=True)
class ToMany(Relation):
    """A connection. `order` is the order where the client names none: names of fields, `-` for descending."""

    order: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ToAny(Member):
    """At most one row of a type that the row itself names: `{row}.<type>` holds its word, `{row}.<id>` its id."""

    type_column: str
    id_column: str
    to: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A type without identity: a row of a computed list. Its fields are values, or other shapes, one or some."""

    name: str
    description: str
    fields: Sequence[Member]


@dataclass(frozen=True, kw_only=True)
class Rows(Member):
    """A short computed list: `sql` is a SELECT whose columns the shape's fields read, `order` its ORDER BY."""

    shape: Shape
    sql: str
    order: str
    past: str = ""
    "The SELECT as of the instant `{then}`; with it the list takes `asOf`."
    between: bool = False
    "Whether it takes two instants, which `sql` names `{since}` and `{until}`; the latter is now where it is left out."
    documents: Mapping[str, str] = dataclasses.field(default_factory=dict)
    "What the product brings along, as JSON: its names in `sql` stand for `jsonb` values."
    price: int = 0
    "What one such list costs beside its fields, where PostgreSQL has more work with it than with rows."


@dataclass(frozen=True, kw_only=True)
class One(Member):
    """An object without identity that a row has or has not: `sql` is a SELECT of at most one row.

    The shape's fields read its columns.
    """

    shape: Shape
    sql: str
    whole: bool = False
    "Whether it concerns all ventures, so that callers who are restricted to some see none."
    documents: Mapping[str, str] = dataclasses.field(default_factory=dict)
    "What the product brings along, as JSON: see `Rows`."


@dataclass(frozen=True, kw_only=True)
class Can(Member):
    """What the caller may do with a row, worked out from the role while compiling."""

    actions: Mapping[str, Action]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Beside:
    """A table with at most one row for each row of the type; `{name}` in templates.

    `past` is a SELECT of the same columns as of the instant `{then}`.
    """

    table: type[Table]
    on: str
    past: str = ""
    always: bool = False
    "Whether there is one row for each without exception: lists in its order are then read from its index."

    @property
    def name(self) -> str:
        """The table's name."""
        return str(self.table.__tablename__)


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One type, bound to its table.

    `scope` is the condition for a caller who is restricted to some ventures; empty: seen by all. `order` is the usual
    order of its lists.
    """

    word: str
    name: str
    singular: str
    plural: str
    description: str
    table: type[Table]
    needs: Action
    scope: str
    members: Sequence[Member]
    beside: Sequence[Beside] = ()
    order: tuple[str, ...] = ()
    listed: bool = True
    "Whether the root has a connection of it."
    whole: bool = False
    "Whether it concerns all ventures, so that callers who are restricted to some may not read it."
    own: str = "{row}.tenant_id = {tenant}"
    "The tenant predicate."
    dated: str = ""
    "The column that says since when a fact is known; as of an instant, only facts up to it are read."

    @cached_property
    def by_name(self) -> Mapping[str, Member]:
        """Members by snake case name; a reference column goes before the relation that has its name."""
        fields = {member.name: member for member in self.members if isinstance(member, Field)}
        return {member.name: member for member in self.members} | fields

    @cached_property
    def by_graphql_name(self) -> Mapping[str, Member]:
        """Members by camel case name."""
        return {member.graphql_name: member for member in self.members}

    @cached_property
    def companions(self) -> Mapping[str, Beside]:
        """Companion tables by name."""
        return {beside.name: beside for beside in self.beside}

    @property
    def prefix(self) -> str:
        """The prefix of its ids."""
        return self.table.prefix

    @property
    def table_name(self) -> str:
        """The table's name."""
        return str(self.table.__tablename__)

    @cached_property
    def columns(self) -> sa.Table:
        """The table itself."""
        found: sa.Table = self.table.__table__  # type: ignore[attr-defined]  # set by the mapper
        return found

    @property
    def historic(self) -> bool:
        """Whether its past versions are kept, so that it can be read as of an instant."""
        return issubclass(self.table, EntityTable) and self.table.historic

    @property
    def archives(self) -> bool:
        """Whether rows can be archived, and lists leave those out."""
        return "archived_at" in self.columns.c

    def field(self, name: str) -> Field:
        """A field by snake case name. Raises KeyError."""
        found = self.by_name[name]
        if not isinstance(found, Field):
            raise KeyError(name)
        return found
