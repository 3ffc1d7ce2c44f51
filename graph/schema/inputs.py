"""The inputs of lists: comparators by type, filters and orders by entity."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from graph.kinds import Kind
from graph.language import Entity, Field, ToMany, ToOne
from graph.ordering import order_fields
from graph.registry import BY_WORD
from graph.schema.making import Part, empty, fill_input, made_enum, maybe, value_type

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
_PYTHON: Final = {
    "in": "in_",
    "notIn": "not_in",
    "isNull": "is_null",
    "startsWith": "starts_with",
    "endsWith": "ends_with",
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


@cache
def comparator(kind: Kind) -> Any:
    """The comparators of a kind of values."""
    wanted = value_type(kind)
    parts = []
    for operator in kind.operators:
        value = bool if operator == "isNull" else list[wanted] if operator in ("in", "notIn") else wanted  # type: ignore[valid-type]  # made at run time
        parts.append(Part(_PYTHON.get(operator, operator), operator, maybe(value), _WORDS[operator]))
    return fill_input(
        empty(f"{_named(kind)}Comparator"), f"Conditions on a value of the type {kind.name}; all must hold.", parts
    )


def _named(kind: Kind) -> str:
    return kind.comparators or kind.name


_COMPARATORS: Final[dict[str, Any]] = {}


def comparator_of(kind: Kind) -> Any:
    """The comparators of a kind, one input for all kinds of one GraphQL type."""
    name = _named(kind)
    if name not in _COMPARATORS:
        _COMPARATORS[name] = comparator(kind)
    return _COMPARATORS[name]


def make_filters() -> dict[str, Any]:
    """The filter of every type, by word."""
    filters = {word: empty(f"{entity.name}Filter") for word, entity in BY_WORD.items()}
    lists = {word: empty(f"{entity.name}ListFilter") for word, entity in BY_WORD.items()}
    for word, entity in BY_WORD.items():
        fill_input(
            filters[word],
            f"Conditions on {entity.plural.replace('_', ' ')}; all must hold. An empty filter filters nothing.",
            _filter_parts(entity, filters, lists),
        )
        fill_input(
            lists[word],
            f"Conditions on all {entity.plural.replace('_', ' ')} of something.",
            [
                Part("some", "some", maybe(filters[word]), "At least one is like this."),
                Part("none", "none", maybe(filters[word]), "None is like this."),
                Part("every", "every", maybe(filters[word]), "All are like this; true where there are none."),
            ],
        )
    return filters


def _filter_parts(entity: Entity, filters: dict[str, Any], lists: dict[str, Any]) -> list[Part]:
    own: Any = filters[entity.word]
    parts = [
        Part("and_", "and", maybe(list[own]), "All of these hold."),
        Part("or_", "or", maybe(list[own]), "At least one of these holds."),
        Part("not_", "not", maybe(own), "This does not hold."),
    ]
    for member in entity.members:
        match member:
            case Field() if member.filters:
                parts.append(
                    Part(f"f_{member.name}", member.graphql_name, maybe(comparator_of(member.kind)), member.description)
                )
            case ToOne() if member.filtered:
                parts.append(
                    Part(f"r_{member.name}", member.graphql_name, maybe(filters[member.to]), member.description)
                )
            case ToMany():
                parts.append(Part(f"r_{member.name}", member.graphql_name, maybe(lists[member.to]), member.description))
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
    return fill_input(
        empty(f"{entity.name}Order"),
        f"One key of the order of {entity.plural.replace('_', ' ')}.",
        [
            Part("field", "field", fields, "By what."),
            Part("direction", "direction", maybe(OrderDirection), "Which way; ASC where left out."),
            Part("nulls", "nulls", maybe(OrderNulls), "Where rows without a value stand; LAST where left out."),
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
