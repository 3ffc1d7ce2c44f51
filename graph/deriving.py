"""What follows from a table by itself: the kind of each column, relations from foreign keys, the scope of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from domain.kernel.columns import Choice, Instant
from domain.kernel.outward import reference_prefixes
from domain.kernel.tables import Entity as EntityTable
from domain.kernel.tables import Table
from domain.tenancy.permissions import Action
from graph import kinds
from graph.enums import name_of
from graph.kinds import Kind
from graph.language import Beside, Can, Entity, Field, Member, ToMany, ToOne, camel

USUAL: Final[Mapping[str, str]] = {
    "id": "Its id, the same in GraphQL, REST and webhooks.",
    "created_at": "When it was made.",
    "updated_at": "When it was changed last.",
    "archived_at": "When it was archived; empty while it is in use.",
    "version": "Counts its changes; give it as `expectedVersion` to refuse a stale write.",
    "venture_id": "The venture it belongs to.",
}


def kind_of(column: sa.Column[Any], prefix: str | None) -> Kind:
    """The kind of a column's values."""
    match column.type:
        case Choice() as choice:
            return kinds.enumeration(choice.enumeration, name_of(choice.enumeration))
        case sa.Uuid():
            return kinds.identifier(prefix or "")
        case Instant():
            return kinds.INSTANT
        case sa.Date():
            return kinds.DATE
        case sa.BigInteger():
            return kinds.BIG
        case sa.Integer():
            return kinds.INT
        case sa.Numeric():
            return kinds.DECIMAL
        case sa.Boolean():
            return kinds.BOOL
        case JSONB():
            return kinds.JSON
        case ARRAY() as array:
            match array.item_type:
                case sa.Uuid():
                    return kinds.identifiers(prefix or "")
                case sa.Date():
                    return kinds.DATES
            return kinds.TEXTS
        case sa.Text():
            return kinds.TEXT
    raise TypeError(f"the column {column} has a type that cannot be read: {column.type!r}")


def value(name: str, description: str, kind: Kind = kinds.TEXT, nullable: bool = False) -> Field:
    """A field of a row without a table of its own: the column of its name."""
    return Field(name=name, description=description, kind=kind, sql=f"{{row}}.{name}", nullable=nullable)


def column_field(table: type[Table], name: str, description: str, source: str = "row", **options: Any) -> Field:
    """The field of one column. A reference is not shown by itself: clients follow the relation."""
    column = table.__table__.c[name]  # type: ignore[attr-defined]  # set by the mapper
    kind = options.pop("kind", None) or kind_of(column, reference_prefixes(table).get(name))
    reference = kind.name == "ID" and name != "id"
    return Field(
        name=name,
        description=description,
        kind=kind,
        sql=f"{{{source}}}.{name}",
        nullable=source != "row" or bool(column.nullable),
        **({"shown": False, "sorted": False} if reference else {}) | options,
    )


def columns(table: type[Table], described: Mapping[str, str], *, codes: Sequence[str] = ()) -> list[Member]:
    """The fields of a table's own columns: those described, and for entities what every entity has.

    `codes` are texts with few values, by which rows can be grouped.
    """
    usual = ("id", "created_at", "updated_at", "archived_at", "version") if issubclass(table, EntityTable) else ("id",)
    private: frozenset[str] = getattr(table, "private", frozenset())
    names = {**{name: USUAL[name] for name in usual if name == "id"}, **described}
    names |= {name: USUAL[name] for name in usual if name != "id"}
    if private & names.keys():
        raise TypeError(f"{table.__name__}: private columns are never read: {sorted(private & names.keys())}")
    return [column_field(table, name, text, code=name in codes) for name, text in names.items()]


def beside(companion: Beside, described: Mapping[str, str], **names: str) -> list[Member]:
    """The fields of a companion table's columns; each may be empty, since the companion row may be missing."""
    return [
        column_field(companion.table, name, text, source=companion.name, plain=True) for name, text in described.items()
    ]


def worked_out(name: str, description: str, kind: Kind, sql: str, *, nullable: bool = False, past: str = "") -> Field:
    """A value that is not stored: an SQL expression over the row."""
    return Field(
        name=name,
        description=description,
        kind=kind,
        sql=sql,
        nullable=nullable,
        past=past,
        sorted=kind is not kinds.BOOL,
    )


def to_one(table: type[Table], column: str, to: str, description: str, **options: Any) -> list[Member]:
    """The relation of a reference column (`owner_id` → `owner`), and the column itself for filters and REST."""
    found = table.__table__.c[column]  # type: ignore[attr-defined]  # set by the mapper
    name = options.pop("name", column.removesuffix("_id"))
    nullable = options.pop("nullable", bool(found.nullable))
    spelt = camel(column if column.endswith("_id") else f"{column}_id")
    return [
        column_field(table, column, description, spelt=spelt),
        ToOne(
            name=name,
            description=description,
            to=to,
            on=f"{{there}}.id = {{row}}.{column}",
            nullable=nullable,
            **options,
        ),
    ]


def to_many(name: str, to: str, by: str, description: str, *order: str) -> ToMany:
    """The connection of the rows whose reference column `by` names this row."""
    return ToMany(name=name, description=description, to=to, on=f"{{there}}.{by} = {{row}}.id", order=order)


def through(name: str, to: str, link: str, here: str, there: str, description: str, *order: str) -> ToMany:
    """The connection over a table of links, from its column `here` to its column `there`."""
    on = (
        f"{{there}}.id IN (SELECT x.{there} FROM {link} x WHERE x.tenant_id = {{tenant}} AND x.{here} = {{row}}.id"
        f" AND x.archived_at IS NULL)"
    )
    return ToMany(name=name, description=description, to=to, on=on, order=order)


def can(**actions: Action) -> Can:
    """`viewerCan`: by verb, what the caller's role and scopes allow."""
    return Can(
        name="viewer_can",
        description="What you may do with it, by your role.",
        actions=actions,
        words={verb: f"Whether you may {verb.replace('_', ' ')} it." for verb in actions},
    )


def scope_of(table: type[Table]) -> str:
    """The venture predicate of a table with a `venture_id`; empty where it has none."""
    column = table.__table__.c.get("venture_id")  # type: ignore[attr-defined]  # set by the mapper
    if column is None:
        return ""
    seen = "{row}.venture_id = ANY({ventures})"
    return f"({{row}}.venture_id IS NULL OR {seen})" if column.nullable else seen


def scope_through(column: str, table: str) -> str:
    """The venture predicate of rows that belong to a row of another table, which has the venture."""
    return (
        f"EXISTS (SELECT 1 FROM {table} x WHERE x.tenant_id = {{tenant}} AND x.id = {{row}}.{column}"
        f" AND x.venture_id = ANY({{ventures}}))"
    )


def entity(
    table: type[Table],
    members: Sequence[Sequence[Member] | Member],
    *,
    description: str | None = None,
    name: str | None = None,
    word: str | None = None,
    singular: str | None = None,
    plural: str | None = None,
    needs: Action = Action.DOMAIN_READ,
    scope: str | None = None,
    **options: Any,
) -> Entity:
    """A type; what is not said follows from its table."""
    flat = [found for member in members for found in ([member] if isinstance(member, Member) else member)]
    word = word or getattr(table, "word", None) or str(table.__tablename__)
    return Entity(
        word=word,
        name=name or table.__name__,
        singular=singular or word,
        plural=plural or f"{singular or word}s",
        description=description or " ".join((table.__doc__ or "").split("\n\n")[0].split()),
        table=table,
        needs=needs,
        scope=scope_of(table) if scope is None else scope,
        members=flat,
        **options,
    )
