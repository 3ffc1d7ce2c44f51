"""The query type and the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import orjson
from graphql import (
    GraphQLID,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLString,
    introspection_types,
    print_type,
    specified_scalar_types,
)
from graphql.execution import Executor

from domain.kernel.principal import Role
from domain.tenancy.permissions import Action
from graph.roots import MOST_NODES, PLURAL, SINGULAR
from graph.schema.inputs import search_type
from graph.schema.making import Argument, Output, Part, enum_type, fill, listed, maybe
from graph.schema.types import Node, Types, as_of_argument, connection_parts, edge_parts, make_types, page_arguments
from graph.searching import SEARCHED


def query_parts(types: Types, of_viewer: Sequence[Part] = ()) -> Iterator[Part]:
    """The root fields. `of_viewer` are further parts of the viewer."""
    viewer = fill(
        Output("Viewer"),
        "Who is calling, and what they may do.",
        [
            Part(
                "member",
                maybe(types.objects["member"]),
                "The member in whose name the call is made; null for a key without one.",
            ),
            Part("tenant", types.objects["tenant"], "The tenant."),
            Part("role", enum_type(Role), "The caller's role."),
            Part("permissions", listed(enum_type(Action)), "All that the caller may do."),
            *of_viewer,
        ],
    )
    yield Part("viewer", viewer, "Who is calling.")
    yield Part("tenant", types.objects["tenant"], "The tenant of the call.")
    yield Part(
        "node",
        maybe(Node),
        "Anything by its id; null where there is nothing, or nothing that you may see.",
        [Argument("id", GraphQLID, "The id.")],
    )
    yield Part(
        "nodes",
        listed(maybe(Node)),
        "Several things by their ids, in the order of the ids.",
        [Argument("ids", listed(GraphQLID), f"The ids, at most {MOST_NODES}.")],
    )
    edge = fill(Output("SearchEdge"), "One thing that a search found.", edge_parts(maybe(Node)))
    found = fill(
        Output("SearchConnection"), "What a search found, the best first.", connection_parts(maybe(Node), edge)
    )
    yield Part(
        "search",
        found,
        "What contains the query in its names, descriptions and notes, the best first: names before other texts, exact"
        " and beginning before within, short before long, new before old. Capitals and the width of letters do not"
        " matter, two Chinese characters are enough. Archived rows are left out.",
        [
            Argument("query", GraphQLString, "What to look for, at least one character."),
            Argument("types", maybe(listed(search_type(list(SEARCHED)))), "Only these types."),
            *page_arguments(),
        ],
    )
    for name, entity in SINGULAR.items():
        yield Part(
            name,
            maybe(types.objects[entity.word]),
            f"A {entity.singular.replace('_', ' ')} by its id, archived or not; null where there is none for you.",
            [Argument("id", GraphQLID, "The id."), *(as_of_argument() if entity.historic else ())],
        )
    for name, entity in PLURAL.items():
        yield Part(
            name,
            types.connections[entity.word],
            f"All {entity.plural.replace('_', ' ')} that you may see.",
            [*types.list_arguments(entity.word), *(as_of_argument() if entity.historic else ())],
        )


_BUILT_IN: Final = {*introspection_types, *(scalar.name for scalar in specified_scalar_types.values())}


def _answered(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
    """A root field's answer, read beforehand for all root fields in one statement."""
    return info.context.answers[info.path.key]


class Passing(Executor[None]):
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
) -> GraphQLSchema:
    """The schema of an installation: the query type, and mutations and subscriptions where there are any.

    `questions` are further root fields, which are not read by the statement of all others, `of_viewer` such parts of
    the viewer.
    """
    types = make_types()
    query = fill(Output("Query", resolve=resolve), "What can be read.", [*query_parts(types, of_viewer), *questions])
    return GraphQLSchema(query, mutation, subscription, types=[*types.objects.values(), *more])


def schema_text(schema: GraphQLSchema) -> str:
    """The schema in its definition language, types in the order of their names."""
    own = (made for name, made in sorted(schema.type_map.items()) if made.name not in _BUILT_IN)
    return "\n\n".join(print_type(made) for made in own)
