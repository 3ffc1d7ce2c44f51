"""The inputs of lists: comparators by type, filters and orders by entity."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from graphql import GraphQLBoolean

from graph.kinds import Kind
from graph.language import Entity, Field, ToMany, ToOne
from graph.ordering import order_fields
from graph.registry import BY_WORD
from graph.schema.making import Input, Part, fill, listed, made_enum, maybe, value_type

_WORDS: Final = {
    "eq": "Equal to it.",
    "neq": "Not equal to it; empty values too.",
    "in": "One of these, at most 1,000.",
    "notIn": "None of these, at most 1,000; empty values too.",
    "lt": "Less than it.",
    "lte": "Less than or equal to it.",
    "gt": "Greater than it.",
    "gte": "Greater than or equal to it.",
    "isNull": "Whether it is empty.",
    "contains": "Contains it; capitals do not matter, `%` and `_` stand for themselves.",
    "startsWith": "Begins with it; capitals do not matter.",
    "endsWith": "Ends with it; capitals do not matter.",
}
OrderDirection = made_enum(
    "OrderDirection",
    "Which way a list runs.",
    {"ASC": ("ASC", "Smallest, earliest or mildest first."), "DESC": ("DESC", "Greatest, latest or worst first.")},
)
OrderNulls = made_enum(
    "OrderNulls",
    "Where rows without a value stand.",
    {"FIRST": ("FIRST", "Before all others."), "LAST": ("LAST", "After all others.")},
)


def _comparator(kind: Kind) -> Any:
    """The comparators of a kind of values."""
    wanted = value_type(kind)
    parts = []
    for operator in kind.operators:
        value = GraphQLBoolean if operator == "isNull" else listed(wanted) if operator in ("in", "notIn") else wanted
        parts.append(Part(operator, maybe(value), _WORDS[operator]))
    return fill(
        Input(f"{_named(kind)}Comparator"), f"Conditions on a value of the type {kind.name}; all must hold.", parts
    )


def _named(kind: Kind) -> str:
    return kind.comparators or kind.name


_COMPARATORS: Final[dict[str, Any]] = {}


def comparator_of(kind: Kind) -> Any:
    """The comparators of a kind, one input for all kinds of one GraphQL type."""
    name = _named(kind)
    if name not in _COMPARATORS:
        _COMPARATORS[name] = _comparator(kind)
    return _COMPARATORS[name]


def make_filters() -> dict[str, Any]:
    """The filter of every type, by word."""
    filters = {word: Input(f"{entity.name}Filter") for word, entity in BY_WORD.items()}
    lists = {word: Input(f"{entity.name}ListFilter") for word, entity in BY_WORD.items()}
    for word, entity in BY_WORD.items():
        fill(
            filters[word],
            f"Conditions on {entity.plural.replace('_', ' ')}; all must hold. An empty filter filters nothing.",
            _filter_parts(entity, filters, lists),
        )
        fill(
            lists[word],
            f"Conditions on all {entity.plural.replace('_', ' ')} of something.",
            [
                Part("some", maybe(filters[word]), "At least one is like this."),
                Part("none", maybe(filters[word]), "None is like this."),
                Part("every", maybe(filters[word]), "All are like this; true where there are none."),
            ],
        )
    return filters


def _filter_parts(entity: Entity, filters: dict[str, Any], lists: dict[str, Any]) -> list[Part]:
    own: Any = filters[entity.word]
    parts = [
        Part("and", maybe(listed(own)), "All of these hold."),
        Part("or", maybe(listed(own)), "At least one of these holds."),
        Part("not", maybe(own), "This does not hold."),
    ]
    for member in entity.members:
        match member:
            case Field() if member.filters:
                parts.append(Part(member.graphql_name, maybe(comparator_of(member.kind)), member.description))
            case ToOne() if member.filtered:
                parts.append(Part(member.graphql_name, maybe(filters[member.to]), member.description))
            case ToMany():
                parts.append(Part(member.graphql_name, maybe(lists[member.to]), member.description))
    return parts


@cache
def make_order(word: str) -> Any:
    """The order of a type's lists."""
    entity = BY_WORD[word]
    fields = made_enum(
        f"{entity.name}OrderField",
        f"By what {entity.plural.replace('_', ' ')} can be ordered.",
        {name.upper(): (name, _told(relation, field)) for name, relation, field in order_fields(entity)},
    )
    return fill(
        Input(f"{entity.name}Order"),
        f"One key of the order of {entity.plural.replace('_', ' ')}.",
        [
            Part("field", fields, "By what."),
            Part("direction", maybe(OrderDirection), "Which way; ASC where left out."),
            Part("nulls", maybe(OrderNulls), "Where rows without a value stand; LAST where left out."),
        ],
    )


def _told(relation: ToOne | None, field: Field) -> str:
    return field.description if relation is None else f"{relation.description.rstrip('.')}: {field.description}"


def search_type(words: list[str]) -> Any:
    """The types that a search can be narrowed to."""
    return made_enum(
        "SearchType",
        "What a search can be narrowed to.",
        {word.upper(): (word, f"Type {BY_WORD[word].name}.") for word in words},
    )
