"""The output types: one for each declared entity, with its edges and connection; all made in two passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import strawberry
from strawberry.types.arguments import StrawberryArgument

from graph.language import Can, Entity, Field, Member, One, Rows, Shape, ToAny, ToMany, ToOne, camel
from graph.objects import can_type_name
from graph.paging import DEFAULT_SIZE, LARGEST_SIZE
from graph.registry import BY_WORD
from graph.schema.aggregates import aggregate_part
from graph.schema.inputs import make_filters, make_order
from graph.schema.making import Part, argument, empty, fill, maybe, value_type
from graph.schema.scalars import DateTime


@strawberry.interface(description="Anything with an id; `node` reads it by that alone.")
class Node:
    """Anything with an id."""

    id: strawberry.ID = strawberry.field(description="Its id, the same in GraphQL, REST and webhooks.")


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Where a page stands in its list."""

    has_next_page: bool = strawberry.field(description="Whether there is more after the page.")
    has_previous_page: bool = strawberry.field(description="Whether there is more before the page.")
    start_cursor: str | None = strawberry.field(
        description="The cursor of the first row; null where the page is empty."
    )
    end_cursor: str | None = strawberry.field(description="The cursor of the last row; null where the page is empty.")


@dataclass(frozen=True)
class Types:
    """All that the schema of an installation is made of."""

    objects: dict[str, Any]
    edges: dict[str, Any]
    connections: dict[str, Any]
    filters: dict[str, Any]

    def list_arguments(self, word: str) -> list[StrawberryArgument]:
        """The arguments of a connection."""
        return [
            *page_arguments(),
            argument(
                "filter",
                maybe(self.filters[word]),
                "Only rows like this. Archived rows are left out unless it speaks of `archivedAt`.",
            ),
            argument("orderBy", maybe(list[make_order(word)]), "The order; the id is always the last key."),  # type: ignore[misc]  # made at run time
        ]


def as_of_argument() -> list[StrawberryArgument]:
    """The argument of what can be read as of a past instant."""
    return [argument("asOf", maybe(DateTime), AS_OF)]


def _instants(member: Rows) -> list[StrawberryArgument]:
    """The instants that a computed list takes."""
    if member.between:
        spoken = "this instant, or an ISO 8601 duration ago (`-P2W`); not later than"
        return [
            argument("since", DateTime, f"From {spoken} `until`."),
            argument("until", maybe(DateTime), f"To {spoken} now, which it is where it is left out."),
        ]
    return as_of_argument() if member.past else []


AS_OF = (
    "Read it as it was at this instant, or an ISO 8601 duration ago (`-P2W`); not later than now. It holds for all that"
    " is reached from there: ventures, milestones and risks are as they were, with the scores of the assessments made"
    " by then; assessments, findings and steps of alerts are those recorded by then; everything else is as it is now."
    " What did not yet exist is null or left out."
)


def page_arguments() -> list[StrawberryArgument]:
    """The arguments of paging."""
    limits = f"1 to {LARGEST_SIZE}; {DEFAULT_SIZE} where neither first nor last is given"
    return [
        argument("first", maybe(int), f"How many rows from the beginning, {limits}."),
        argument("after", maybe(str), "Only rows after this cursor."),
        argument("last", maybe(int), f"How many rows from the end, {limits}."),
        argument("before", maybe(str), "Only rows before this cursor."),
    ]


def edge_parts(row: Any) -> list[Part]:
    """The fields of an edge."""
    return [
        Part("cursor", "cursor", str, "Where the row stands in the list."),
        Part("node", "node", row, "The row."),
    ]


def connection_parts(row: Any, edge: Any) -> list[Part]:
    """The fields of a connection."""
    return [
        Part("edges", "edges", list[edge], "The rows with their cursors."),
        Part("nodes", "nodes", list[row], "The rows."),
        Part("page_info", "pageInfo", PageInfo, "Where the page stands."),
        Part("total_count", "totalCount", int, "How many rows the whole list has; counted only when asked for."),
    ]


@cache
def make_types() -> Types:
    """Every output type and filter."""
    types = Types(
        {word: empty(entity.name, Node) for word, entity in BY_WORD.items()},
        {word: empty(f"{entity.name}Edge") for word, entity in BY_WORD.items()},
        {word: empty(f"{entity.name}Connection") for word, entity in BY_WORD.items()},
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
        name = f"m_{member.graphql_name}" if member.graphql_name != "id" else "id"
        parts.append(Part(name, member.graphql_name, wanted, member.description, arguments, member.deprecated))
    return parts


def _type_of(entity: Entity, member: Member, types: Types) -> tuple[Any, Sequence[StrawberryArgument]]:
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
            return list[_shape(member.shape)], _instants(member)  # type: ignore[misc]  # made at run time
        case One():
            return maybe(_shape(member.shape)), ()
        case Can():
            return _can(entity, member), ()
    raise TypeError(f"{member.name} has no GraphQL type")


def _shape(shape: Shape) -> Any:
    parts = []
    for member in shape.fields:
        match member:
            case Field():
                wanted = maybe(value_type(member.kind)) if member.nullable else value_type(member.kind)
            case Rows():
                wanted = list[_shape(member.shape)]  # type: ignore[misc]  # made at run time
            case One():
                wanted = maybe(_shape(member.shape))
            case _:
                raise TypeError(f"{member.name} cannot stand in a shape")
        parts.append(Part(member.name, member.graphql_name, wanted, member.description))
    return fill(empty(shape.name), shape.description, parts)


def _can(entity: Entity, member: Can) -> Any:
    parts = [Part(verb, camel(verb), bool, text) for verb, text in member.words.items()]
    return fill(empty(can_type_name(entity)), f"What you may do with a {entity.name}.", parts)
