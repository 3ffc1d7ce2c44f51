"""The schema as clients have it: printed, and read again. That takes seconds, so it is done once a process."""

from __future__ import annotations

from functools import cache

from graphql import GraphQLSchema, build_schema

from api.graphql.running import full_schema
from graph.schema.roots import schema_text


@cache
def sdl() -> str:
    """The schema as it is printed."""
    return schema_text(full_schema())


@cache
def printed_schema() -> GraphQLSchema:
    """What is read of that; nobody changes it."""
    return build_schema(sdl())
