"""What the rows of a list can be grouped by, and what can be told of a group: sums, averages, ends.

All of it follows from the declared fields: enumerations, flags, whole numbers, references and codes are groups by
themselves; dates and instants by day, week, month and fiscal year; fields of to-one relations where they have few
values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph import kinds
from graph.kinds import Kind
from graph.language import Entity, Field, ToOne, camel
from graph.ordering import UNNAMED
from graph.registry import BY_WORD

FISCAL_YEAR: Final = "fiscal_year"
PERIODS: Final = ("day", "week", "month", FISCAL_YEAR)
FUNCTIONS: Final = ("sum", "avg", "min", "max")


@dataclass(frozen=True)
class GroupKey:
    """One thing to group by: a field, perhaps behind a to-one relation, perhaps cut to a period."""

    name: str
    field: Field
    relation: ToOne | None = None
    period: str = ""

    @property
    def graphql_name(self) -> str:
        """Its name among the keys of a group."""
        return camel(self.name) if self.relation or self.period else self.field.graphql_name

    @property
    def kind(self) -> Kind:
        """The kind of its values."""
        return kinds.DATE if self.period else self.field.kind

    @property
    def description(self) -> str:
        """What it is."""
        told = self.field.description
        if self.relation is not None:
            told = f"{self.relation.description.rstrip('.')}: {told}"
        if not self.period:
            return told
        period = self.period.replace("_", " ")
        return f"{told.rstrip('.')}: {'the day' if period == 'day' else f'the first day of the {period}'}."


@cache
def group_keys(word: str) -> Mapping[str, GroupKey]:
    """All that a type's rows can be grouped by."""
    found: dict[str, GroupKey] = {}
    for key in _keys(BY_WORD[word]):
        found.setdefault(key.name, key)
    return found


def _keys(entity: Entity) -> Iterator[GroupKey]:
    for member in entity.members:
        if isinstance(member, Field) and _offered(member):
            if member.kind.day is not None:
                yield from (GroupKey(f"{member.name}_{period}", member, period=period) for period in PERIODS)
            elif member.kind.groups or member.code:
                yield GroupKey(member.name, member)
    for relation in entity.members:
        if isinstance(relation, ToOne) and relation.filtered and relation.latest is None:
            for field in BY_WORD[relation.to].members:
                if isinstance(field, Field) and field.shown and (field.code or field.kind.enumeration is not None):
                    yield GroupKey(f"{relation.name}_{field.name}", field, relation)


def _offered(field: Field) -> bool:
    return field.filtered and (field.name not in UNNAMED or field.name == "created_at")


@cache
def key_relations(word: str) -> Mapping[str, tuple[str, ToOne]]:
    """To-one relations that groups can show, by GraphQL name, with the key by which rows must be grouped."""
    found = {}
    for member in BY_WORD[word].members:
        if isinstance(member, ToOne) and member.latest is None:
            column = member.on.removeprefix("{there}.id = {row}.")
            if column in group_keys(word):
                found[member.graphql_name] = (column, member)
    return found


@cache
def measured(word: str, function: str) -> Mapping[str, Field]:
    """The fields of which a function can be told, by GraphQL name."""
    return {
        member.graphql_name: member
        for member in BY_WORD[word].members
        if isinstance(member, Field) and member.shown and _offered(member) and _fits(member.kind, function)
    }


def _fits(kind: Kind, function: str) -> bool:
    return kind.totals if function in ("sum", "avg") else kind.ends


def measured_kind(kind: Kind, function: str) -> Kind:
    """The kind of a function's value over a field of a kind."""
    return kinds.FLOAT if function in ("sum", "avg") and kind.name == "Int" else kind
