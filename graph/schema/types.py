"""The output types: one for each declared entity, with its edges and connection; all made in two passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from graphql import (
    GraphQLBoolean,
    GraphQLField,
    GraphQLID,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLString,
)

from graph.language import Can, Entity, Field, Member, One, Rows, Shape, ToAny, ToMany, ToOne, camel
from graph.objects import can_type_name
from graph.paging import DEFAULT_SIZE, LARGEST_SIZE
from graph.registry import BY_WORD
from graph.schema.aggregates import aggregate_part
from graph.schema.inputs import make_filters, make_order
from graph.schema.making import Argument, Output, Part, fill, listed, maybe, value_type
from graph.schema.scalars import DateTime

Node: Final = GraphQLInterfaceType(
    "Node",
    {"id": GraphQLField(GraphQLNonNull(GraphQLID), description="Its id, the same in GraphQL, REST and webhooks.")},
    description="Anything with an id; `node` reads it by that alone.",
)
PAGE_INFO: Final = fill(
    Output("PageInfo"),
    "Where a page stands in its list.",
    [
        Part("hasNextPage", GraphQLBoolean, "Whether there is more after the page."),
        Part("hasPreviousPage", GraphQLBoolean, "Whether there is more before the page."),
        Part("startCursor", maybe(GraphQLString), "The cursor of the first row; null where the page is empty."),
        Part("endCursor", maybe(GraphQLString), "The cursor of the last row; null where the page is empty."),
    ],
)


@dataclass(frozen=True)
class Types:
    """All that the schema of an installation is made of."""

    objects: dict[str, Any]
    edges: dict[str, Any]
    connections: dict[str, Any]
    filters: dict[str, Any]

    def list_arguments(self, word: str) -> list[Argument]:
        """The arguments of a connection."""
        return [
            *page_arguments(),
            Argument(
                "filter",
                maybe(self.filters[word]),
                "Only rows like this. Archived rows are left out unless it speaks of `archivedAt`.",
            ),
            Argument("orderBy", maybe(listed(make_order(word))), "The order; the id is always the last key."),
        ]


def as_of_argument() -> list[Argument]:
    """The argument of what can be read as of a past instant."""
    return [Argument("asOf", maybe(DateTime), AS_OF)]


def _instants(member: Rows) -> list[Argument]:
    """The instants that a computed list takes."""
    if member.between:
        spoken = "this instant, or an ISO 8601 duration ago (`-P2W`); not later than"
        return [
            Argument("since", DateTime, f"From {spoken} `until`."),
            Argument("until", maybe(DateTime), f"To {spoken} now, which it is where it is left out."),
        ]
    return as_of_argument() if member.past else []


AS_OF = (
    "Read it as it was at this instant, or an ISO 8601 duration ago (`-P2W`); not later than now. It holds for all that"
    " is reached from there: ventures, milestones and risks are as they were, with the scores of the assessments made"
    " by then; assessments, findings and steps of alerts are those recorded by then; everything else is as it is now."
    " What did not yet exist is null or left out."
)


def page_arguments() -> list[Argument]:
    """The arguments of paging."""
    limits = f"1 to {LARGEST_SIZE}; {DEFAULT_SIZE} where neither first nor last is given"
    return [
        Argument("first", maybe(GraphQLInt), f"How many rows from the beginning, {limits}."),
        Argument("after", maybe(GraphQLString), "Only rows after this cursor."),
        Argument("last", maybe(GraphQLInt), f"How many rows from the end, {limits}."),
        Argument("before", maybe(GraphQLString), "Only rows before this cursor."),
    ]


def edge_parts(row: Any) -> list[Part]:
    """The fields of an edge."""
    return [
        Part("cursor", GraphQLString, "Where the row stands in the list."),
        Part("node", row, "The row."),
    ]


def connection_parts(row: Any, edge: Any) -> list[Part]:
    """The fields of a connection."""
    return [
        Part("edges", listed(edge), "The rows with their cursors."),
        Part("nodes", listed(row), "The rows."),
        Part("pageInfo", PAGE_INFO, "Where the page stands."),
        Part("totalCount", GraphQLInt, "How many rows the whole list has; counted only when asked for."),
    ]


@cache
def make_types() -> Types:
    """Every output type and filter."""
    types = Types(
        {word: Output(entity.name, Node) for word, entity in BY_WORD.items()},
        {word: Output(f"{entity.name}Edge") for word, entity in BY_WORD.items()},
        {word: Output(f"{entity.name}Connection") for word, entity in BY_WORD.items()},
        make_filters(),
    )
    for word, entity in BY_WORD.items():
        fill(types.objects[word], entity.description, list(_parts(entity, types)))
        fill(
            types.edges[word], f"A row of a list of {entity.plural.replace('_', ' ')}.", edge_parts(types.objects[word])
        )
        fill(
            types.connections[word],
            f"A page of a list of {entity.plural.replace('_', ' ')}.",
            [*connection_parts(types.objects[word], types.edges[word]), aggregate_part(word, types.objects)],
        )
    return types


def _parts(entity: Entity, types: Types) -> Sequence[Part]:
    parts = []
    for member in entity.members:
        if isinstance(member, Field) and not member.shown:
            continue
        wanted, arguments = _type_of(entity, member, types)
        parts.append(Part(member.graphql_name, wanted, member.description, arguments, member.deprecated))
    return parts


def _type_of(entity: Entity, member: Member, types: Types) -> tuple[Any, Sequence[Argument]]:
    match member:
        case Field():
            found = value_type(member.kind)
            return (maybe(found) if member.nullable else found), ()
        case ToOne():
            found = types.objects[member.to]
            return (maybe(found) if member.nullable else found), ()
        case ToMany():
            return types.connections[member.to], types.list_arguments(member.to)
        case ToAny():
            return maybe(Node), ()
        case Rows():
            return listed(_shape(member.shape)), _instants(member)
        case One():
            return maybe(_shape(member.shape)), ()
        case Can():
            return _can(entity, member), ()
    raise TypeError(f"{member.name} has no GraphQL type")


_SHAPES: Final[dict[str, tuple[Shape, Any]]] = {}


def _shape(shape: Shape) -> Any:
    """The type of a shape, one for all fields that have it. Raises `TypeError` for two shapes of one name."""
    if shape.name not in _SHAPES:
        _SHAPES[shape.name] = shape, _shape_type(shape)
    known, made = _SHAPES[shape.name]
    if known != shape:
        raise TypeError(f"two shapes are called {shape.name}")
    return made


def _shape_type(shape: Shape) -> Any:
    parts = []
    for member in shape.fields:
        match member:
            case Field():
                wanted = maybe(value_type(member.kind)) if member.nullable else value_type(member.kind)
            case Rows():
                wanted = listed(_shape(member.shape))
            case One():
                wanted = maybe(_shape(member.shape))
            case _:
                raise TypeError(f"{member.name} cannot stand in a shape")
        parts.append(Part(member.graphql_name, wanted, member.description))
    return fill(Output(shape.name), shape.description, parts)


def _can(entity: Entity, member: Can) -> Any:
    parts = [Part(camel(verb), GraphQLBoolean, text) for verb, text in member.words.items()]
    return fill(Output(can_type_name(entity)), f"What you may do with a {entity.name}.", parts)
