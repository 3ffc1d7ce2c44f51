"""The query type and the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson
import strawberry
from graphql import GraphQLResolveInfo, GraphQLSchema
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from domain.kernel.principal import Role
from domain.tenancy.permissions import Action
from graph.roots import MOST_NODES, PLURAL, SINGULAR
from graph.schema.inputs import search_type
from graph.schema.making import Part, argument, empty, enum_type, fill, maybe
from graph.schema.scalars import schema_config
from graph.schema.types import Node, Types, as_of_argument, connection_parts, edge_parts, make_types, page_arguments
from graph.searching import SEARCHED


def query_parts(types: Types, of_viewer: Sequence[Part] = ()) -> Iterator[Part]:
    """The root fields. `of_viewer` are further parts of the viewer."""
    viewer = fill(
        empty("Viewer"),
        "Who is calling, and what they may do.",
        [
            Part(
                "member",
                "member",
                maybe(types.objects["member"]),
                "The member in whose name the call is made; null for a key without one.",
            ),
            Part("tenant", "tenant", types.objects["tenant"], "The tenant."),
            Part("role", "role", enum_type(Role), "The caller's role."),
            Part("permissions", "permissions", list[enum_type(Action)], "All that the caller may do."),  # type: ignore[misc]  # made at run time
            *of_viewer,
        ],
    )
    yield Part("viewer", "viewer", viewer, "Who is calling.")
    yield Part("tenant", "tenant", types.objects["tenant"], "The tenant of the call.")
    yield Part(
        "node",
        "node",
        maybe(Node),
        "Anything by its id; null where there is nothing, or nothing that you may see.",
        [argument("id", strawberry.ID, "The id.")],
    )
    yield Part(
        "nodes",
        "nodes",
        list[maybe(Node)],  # type: ignore[misc]  # made at run time
        "Several things by their ids, in the order of the ids.",
        [argument("ids", list[strawberry.ID], f"The ids, at most {MOST_NODES}.")],
    )
    edge = fill(empty("SearchEdge"), "One thing that a search found.", edge_parts(maybe(Node)))
    found = fill(empty("SearchConnection"), "What a search found, the best first.", connection_parts(maybe(Node), edge))
    yield Part(
        "search",
        "search",
        found,
        "What contains the query in its names, descriptions and notes, the best first: names before other texts, exact"
        " and beginning before within, short before long, new before old. Capitals and the width of letters do not"
        " matter, two Chinese characters are enough. Archived rows are left out.",
        [
            argument("query", str, "What to look for, at least one character."),
            argument("types", maybe(list[search_type(list(SEARCHED))]), "Only these types."),  # type: ignore[misc]  # made at run time
            *page_arguments(),
        ],
    )
    for name, entity in SINGULAR.items():
        yield Part(
            f"one_{name}",
            name,
            maybe(types.objects[entity.word]),
            f"A {entity.singular.replace('_', ' ')} by its id, archived or not; null where there is none for you.",
            [argument("id", strawberry.ID, "The id."), *(as_of_argument() if entity.historic else ())],
        )
    for name, entity in PLURAL.items():
        yield Part(
            f"all_{name}",
            name,
            types.connections[entity.word],
            f"All {entity.plural.replace('_', ' ')} that you may see.",
            [*types.list_arguments(entity.word), *(as_of_argument() if entity.historic else ())],
        )


def _answered(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """A root field's answer, read beforehand for all root fields in one statement."""
    return info.context.answers[info.path.key]


class Passing(StrawberryGraphQLCoreExecutionContext):
    """Passes on what PostgreSQL has written as JSON, without looking into it."""

    def complete_value(
        self,
        return_type: Any,
        field_details_list: Any,
        info: Any,
        path: Any,
        result: Any,
        position_context: Any,
    ) -> Any:
        """The fragment itself; everything else as usual."""
        if type(result) is orjson.Fragment:
            return result
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


def make_schema(
    mutation: Any = None,
    more: Sequence[Any] = (),
    resolve: Callable[..., Any] = _answered,
    subscription: Any = None,
    questions: Sequence[Part] = (),
    of_viewer: Sequence[Part] = (),
) -> strawberry.Schema:
    """The schema of an installation: the query type, and mutations and subscriptions where there are any.

    `questions` are further root fields, which are not read by the statement of all others, `of_viewer` such parts of
    the viewer.
    """
    types = make_types()
    query = fill(empty("Query"), "What can be read.", [*query_parts(types, of_viewer), *questions])
    schema = strawberry.Schema(
        query,
        mutation=mutation,
        subscription=subscription,
        types=[*types.objects.values(), *more],
        config=schema_config(),
        execution_context_class=Passing,
    )
    core = core_schema(schema)
    assert core.query_type is not None
    for field in core.query_type.fields.values():
        field.resolve = resolve
    return schema


def core_schema(schema: strawberry.Schema) -> GraphQLSchema:
    """The graphql-core schema within."""
    core: GraphQLSchema = schema._schema
    return core
