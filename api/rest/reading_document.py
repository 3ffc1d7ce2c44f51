"""Asks the graph a document of our own in the caller's name: one statement, and only what the caller may see."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import orjson
from graphql import OperationDefinitionNode, parse

from api.graphql.running import full_schema
from api.rest.operation import Call
from graph.reading import read_operation
from graph.selecting import Document


@cache
def _document(text: str) -> tuple[Document, OperationDefinitionNode]:
    document = parse(text)
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    return Document.of(full_schema(), document, operation), operation


async def ask_graph(call: Call, text: str, variables: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a document of ours; it lives as long as the process, so that there must be few of them."""
    document, operation = _document(text)
    asked = document.given(dict(variables))
    found = await read_operation(call.runtime, call.principal, asked, operation, ("document", text))
    read: dict[str, Any] = orjson.loads(orjson.dumps(found))
    return read
