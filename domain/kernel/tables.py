"""The base classes of all tables, by kind, and how keys between them are declared.

A table says what it is and the rest follows: the flush listener writes audit, history, search and events from these
declarations, the migration tests hold the database against them, and ids leave with `prefix`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from domain.kernel.columns import Instant, instant
from domain.kernel.ids import uuid7
from domain.kernel.metrics import Metric

POLICY = "tenant_id = current_setting('app.tenant_id')::uuid"
"""The one text of every row level security policy."""


class Kind(StrEnum):
    """What the unit of work does for a table's rows."""

    ENTITY = "entity"
    FACT = "fact"
    COMPUTED = "computed"
    WORK = "work"
    GLOBAL = "global"


def _columns(constraint: Any, table: sa.Table) -> str:
    names = [column if isinstance(column, str) else column.name for column in constraint.columns]
    return "_".join(name for name in names if name != "tenant_id") or "tenant"


SQLModel.metadata.naming_convention = {
    "own_columns": _columns,
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(own_columns)s",
    "uq": "uq_%(table_name)s_%(own_columns)s",
    "ix": "ix_%(table_name)s_%(own_columns)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
metadata = SQLModel.metadata


class Table(SQLModel):
    """Base of all tables. The constructor fills every column and refuses unknown and missing names."""

    table_kind: ClassVar[Kind]
    prefix: ClassVar[str] = ""
    "Begins the external ids of its rows; empty where rows are not named outside."

    def __init__(self, **values: Any) -> None:
        fields = type(self).model_fields
        if unknown := values.keys() - fields.keys():
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        if missing := {name for name, field in fields.items() if field.is_required()} - values.keys():
            raise TypeError(f"{type(self).__name__} needs {', '.join(sorted(missing))}")
        super().__init__(**values)


class GlobalTable(Table):
    """A table of the installation, without `tenant_id`; the list of them is fixed in the design."""

    table_kind = Kind.GLOBAL


class TenantTable(Table):
    """A table whose every row belongs to one tenant. Its primary key begins with `tenant_id`."""

    tenant_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    personal: ClassVar[frozenset[str]] = frozenset()
    "Fields with personal data: in the audit log they are hashed, their values stand apart and can be erased."
    private: ClassVar[frozenset[str]] = frozenset()
    "Fields that never leave the installation: hashes and encrypted secrets."
    references: ClassVar[dict[str, str]] = {}
    "Prefix of what a uuid column refers to, where no foreign key tells it."
    counted: ClassVar[Metric | None] = None
    "Of which limit of the tenant's plan each row in use is a part."


class Identified(TenantTable):
    """A tenant table whose rows have an id."""

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)


class Entity(Identified):
    """What users make: versioned, softly archived, audited, announced by `<word>.created|updated|archived|restored`."""

    table_kind = Kind.ENTITY
    word: ClassVar[str]
    "The entity's name in its events."
    historic: ClassVar[bool] = False
    scope_by: ClassVar[tuple[str, ...]] = ()
    "References, the first that is set of which leads to its venture or category, where it has none of its own."
    searched: ClassVar[tuple[str, ...]] = ()
    "Text fields found by `search`."

    created_at: datetime = instant(None, nullable=False)
    updated_at: datetime = instant(None, nullable=False)
    archived_at: datetime | None = instant(None)
    version: int = Field(default=1, sa_type=sa.Integer)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        """Stale writes are refused by SQLAlchemy's version counter."""
        column = cls.__dict__.get("version")
        return {"version_id_col": column} if isinstance(column, sa.Column) else {}

    @property
    def scope(self) -> Scope:
        """What it says itself of its venture and category; see `domain.kernel.scoping` for the rest."""
        return Scope(venture_id=getattr(self, "venture_id", None), category=getattr(self, "category", None))


class Fact(Identified):
    """What was said or measured at a moment: appended, never changed; one audit entry and one event a command."""

    table_kind = Kind.FACT
    counted_at: ClassVar[str] = "recorded_at"
    "The column that says on which day a row counts, where it is counted."


class Computed(TenantTable):
    """What workers work out and store: no version, no generic audit, no generic events."""

    table_kind = Kind.COMPUTED


class WorkTable(TenantTable):
    """Machinery: outbox, deliveries, due times, keys."""

    table_kind = Kind.WORK


class Scope:
    """What an event is filtered by: the venture, the category and the severity it concerns."""

    __slots__ = ("category", "severity", "venture_id")

    def __init__(
        self, venture_id: UUID | None = None, category: str | None = None, severity: str | None = None
    ) -> None:
        self.venture_id = venture_id
        self.category = category
        self.severity = severity


def refers(column: str, table: str) -> sa.ForeignKeyConstraint:
    """The composite foreign key of `column` to another tenant table: a row can never point into another tenant."""
    return sa.ForeignKeyConstraint(["tenant_id", column], [f"{table}.tenant_id", f"{table}.id"])


def unique(*columns: str) -> sa.UniqueConstraint:
    """A uniqueness within the tenant."""
    return sa.UniqueConstraint("tenant_id", *columns)


def unique_where(name: str, where: str, *columns: str) -> sa.Index:
    """A uniqueness within the tenant among the rows of a condition."""
    return sa.Index(name, "tenant_id", *columns, unique=True, postgresql_where=sa.text(where))


def index(*columns: str) -> sa.Index:
    """An index within the tenant."""
    return sa.Index(None, "tenant_id", *columns)


def check(name: str, condition: str) -> sa.CheckConstraint:
    """A named CHECK."""
    return sa.CheckConstraint(condition, name=name)


def tables() -> Iterator[type[Table]]:
    """Every mapped table class."""
    for mapper in SQLModel._sa_registry.mappers:
        yield mapper.class_


def table_class(name: str) -> type[Table]:
    """The class of a table's name. Raises KeyError."""
    for cls in tables():
        if cls.__tablename__ == name:
            return cls
    raise KeyError(name)


def entities() -> Iterator[type[Entity]]:
    """Every entity."""
    for cls in tables():
        if issubclass(cls, Entity):
            yield cls


def make_history_twin(entity: type[Entity], *usual: str) -> sa.Table:
    """The table of row versions of a historic entity: its columns, and from when to when each version held.

    `usual` are columns by which lists of its past are usually ordered: a page is read from their index.
    """
    source: sa.Table = entity.__table__  # type: ignore[attr-defined]  # set by the mapper
    columns = [
        sa.Column(
            column.name,
            column.type,
            primary_key=column.name in ("tenant_id", "id", "version"),
            nullable=column.nullable,
        )
        for column in source.columns
    ]
    return sa.Table(
        f"{source.name}_history",
        metadata,
        *columns,
        sa.Column("valid_from", Instant, nullable=False),
        sa.Column("valid_to", Instant),
        sa.Index(None, "tenant_id", "id", "valid_from"),
        *([sa.Index(None, "tenant_id", "venture_id", "valid_from")] if "venture_id" in source.c else []),
        *([sa.Index(None, "tenant_id", *usual, "id")] if usual else []),
    )
