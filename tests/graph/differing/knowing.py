"""What of the schema the plain reference knows. Documents ask of nothing else, and what is left over is listed.

A stored column, and a reference to a known type, are known by themselves as soon as their type is. Lists, what may be
done, and what is worked out must be taught (`declared.py`, `worked.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, cast

import sqlalchemy as sa
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from domain.everything import metadata
from tests.graph.differing.declared import BESIDE, CAN, MANY, TYPES
from tests.graph.differing.related import LISTED, RELATED, SHAPES
from tests.graph.differing.sieve import PERIODS, order_field, snake, spelt
from tests.graph.differing.worked import WORKED_OUT

ROOTS: Final = frozenset({"viewer", "tenant", "node", "nodes", "search"})
"""The root fields that lead to no one type's list or row."""
ARGUMENTS: Final = frozenset(
    {"id", "ids", "query", "types", "first", "last", "after", "before", "filter", "orderBy", "groupBy", "asOf"}
)
_DERIVED: Final = ("Connection", "Edge", "Aggregate", "GroupKeys", "Sum", "Avg", "Min", "Max", "ViewerCan")
_FOLLOWING: Final = ("GroupKeys", "Sum", "Avg", "Min", "Max")
"""What is known as far as the fields are from which it follows."""
_WHOLE: Final = frozenset({"nodes", "edges", "pageInfo", "totalCount", "aggregate", "cursor", "node"})
_TOLD: Final = frozenset({"keys", "count", "groupCount", "sum", "avg", "min", "max"})


@cache
def columns(name: str) -> dict[str, sa.Column[object]]:
    """The columns of a type, those of the row beside it too."""
    table = TYPES[name].table
    tables = [*BESIDE.get(table, ()), table]
    return {column.name: column for name in tables for column in metadata.tables[name].c}


def derived(name: str) -> tuple[str, str]:
    """`RiskConnection` as the type it is made for and what it is: `Risk`, `Connection`; else the type itself."""
    for ending in _DERIVED:
        base = name.removesuffix(ending)
        if base != name and name not in TYPES and (base in TYPES or (base, ending[:4]) in _SEARCH):
            return base, ending
    return name, ""


_SEARCH: Final = {("Search", "Conn"), ("Search", "Edge")}


class Known:
    """What is known of a schema."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._types = schema.type_map

    def type(self, name: str) -> bool:
        """Whether objects of a type are known."""
        base, ending = derived(name)
        return base in TYPES or bool(ending) or name in SHAPES or name in ("Node", "Query")

    def field(self, parent: str, name: str) -> bool:
        """Whether a field can be asked for."""
        declared = self._object(parent).fields[name]
        if any(is_required_argument(given) and word not in ARGUMENTS for word, given in declared.args.items()):
            return False
        target = get_named_type(declared.type)
        if not is_leaf_type(target) and not self.type(target.name):
            return False
        base, ending = derived(parent)
        match ending:
            case "Connection" | "Edge":
                return name in _WHOLE
            case "Aggregate":
                return name in _TOLD
            case "GroupKeys":
                return self._shown(base, parent, name)
            case "ViewerCan":
                return name in CAN.get(base, ())
            case "Sum" | "Avg" | "Min" | "Max":
                return self.field(base, name)
        if parent in SHAPES:
            return name in SHAPES[parent]
        if parent == "Query":
            return name in ROOTS or derived(target.name)[0] in TYPES
        if is_leaf_type(target):
            column = columns(parent).get(snake(name))
            stored = column is not None and (name == "id" or not isinstance(column.type, sa.Uuid))
            return stored or f"{parent}.{name}" in WORKED_OUT
        return self._leads(parent, name, target.name)

    def _leads(self, parent: str, name: str, target: str) -> bool:
        coordinate = f"{parent}.{name}"
        match derived(target):
            case _, "Connection":
                return coordinate in MANY
            case _, "ViewerCan":
                return parent in CAN
        return coordinate in RELATED or coordinate in LISTED or self._refers(parent, name)

    def _refers(self, parent: str, name: str) -> bool:
        return f"{snake(name)}_id" in columns(parent) or snake(name) in columns(parent)

    def filter(self, target: str, name: str) -> bool:
        """Whether a field of a type's filter can be named."""
        if name in ("and", "or", "not"):
            return True
        fields = self._object(target).fields
        if name in fields:
            return self.field(target, name)
        return self._column(target, name)

    def _column(self, target: str, name: str) -> bool:
        """Whether a field that is not shown is a reference, to a type that is known."""
        relation = self._object(target).fields.get(name.removesuffix("Id"))
        if relation is not None and not self.type(get_named_type(relation.type).name):
            return False
        stored = {snake(name), snake(name).removesuffix("_id")} & columns(target).keys()
        return bool(stored) or f"{target}.{name}" in WORKED_OUT

    def order(self, target: str, word: str) -> bool:
        """Whether a list can be ordered by this."""
        try:
            field, there = order_field(self._types, target, word)
        except KeyError:
            return False
        if there is None:
            return self.field(target, field)
        return there[1] in TYPES and self.field(target, there[0]) and self.field(there[1], field)

    def group(self, target: str, word: str) -> bool:
        """Whether rows can be grouped by this."""
        base, _, period = word.rpartition("_")
        if period in PERIODS and spelt(base) in self._object(target).fields:
            return self.field(target, spelt(base))
        return self.order(target, word) or self._column(target, spelt(word))

    def _shown(self, target: str, parent: str, name: str) -> bool:
        """Whether a key of groups can be asked for."""
        if not is_leaf_type(get_named_type(self._object(parent).fields[name].type)):
            return self._refers(target, name)
        words = [word for word in self._words(f"{target}GroupField") if name in (spelt(word), f"{spelt(word)}Id")]
        return any(self.group(target, word) for word in words)

    def _words(self, name: str) -> list[str]:
        declared = self._schema.get_type(name)
        return list(declared.values) if isinstance(declared, GraphQLEnumType) else []

    def _object(self, name: str) -> GraphQLObjectType:
        return cast(GraphQLObjectType, self._types[name])

    def unknown(self) -> set[str]:
        """All that reads can name and is not known: `Type`, and of known ones `Type.field`, `Type.field(argument)`."""
        found: set[str] = set()
        seen: set[str] = set()
        left = ["Query", *(each.name for each in self._types.values() if self._node(each))]
        while left:
            name = left.pop()
            if name in seen:
                continue
            seen.add(name)
            if not self.type(name):
                found.add(self._made_for(name))
                continue
            found |= set(self._unknown_in(name))
            for spelling, field in self._object(name).fields.items():
                target = get_named_type(field.type)
                if isinstance(target, GraphQLObjectType) and (not self.type(target.name) or self.field(name, spelling)):
                    left.append(target.name)
        return found

    def _node(self, declared: object) -> bool:
        return isinstance(declared, GraphQLObjectType) and any(each.name == "Node" for each in declared.interfaces)

    def _made_for(self, name: str) -> str:
        """The unknown type that an unknown type is made for."""
        bases = [name.removesuffix(ending) for ending in _DERIVED]
        return next((base for base in bases if base != name and base in self._types), name)

    def _unknown_in(self, name: str) -> Iterator[str]:
        for spelling, field in self._object(name).fields.items():
            target = get_named_type(field.type)
            if is_leaf_type(target) or self.type(target.name):  # what is not asked for is asked with no arguments
                yield from (f"{name}.{spelling}({word})" for word in field.args if word not in ARGUMENTS)
            implied = derived(name)[1] in _FOLLOWING or not (is_leaf_type(target) or self.type(target.name))
            if not implied and not self.field(name, spelling):
                yield f"{name}.{spelling}"
        declared = self._schema.get_type(f"{name}Filter")
        if name in TYPES and isinstance(declared, GraphQLInputObjectType):
            own = self._object(name).fields
            left = (each for each in declared.fields if each not in own and each.removesuffix("Id") not in own)
            yield from (f"{name}Filter.{each}" for each in left if not self.filter(name, each))
