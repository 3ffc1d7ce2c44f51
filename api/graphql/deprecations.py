"""What of a request is deprecated: in its document, found once, and in the inputs that its variables bring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from graphql import (
    DocumentNode,
    GraphQLInputObjectType,
    GraphQLSchema,
    NoDeprecatedCustomRule,
    OperationDefinitionNode,
    get_named_type,
    is_input_object_type,
    type_from_ast,
    validate,
)

MOST: Final = 20
"""Warnings of one answer."""

Warned = Mapping[str, Any]
"""A warning in the form of an error."""


def in_document(schema: GraphQLSchema, document: DocumentNode) -> list[Warned]:
    """The deprecated fields, arguments, input fields and values that a valid document names."""
    found = validate(schema, document, (NoDeprecatedCustomRule,), max_errors=MOST)
    return [_warning(dict(error.formatted)) for error in found if error.locations]


def has_deprecated_inputs(schema: GraphQLSchema) -> bool:
    """Whether variables need to be looked at."""
    return any(
        field.deprecation_reason is not None
        for found in schema.type_map.values()
        if is_input_object_type(found)
        for field in found.fields.values()
    )


def in_variables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Mapping[str, Any]) -> list[Warned]:
    """The deprecated input fields that variables bring."""
    found: dict[str, Warned] = {}
    for definition in operation.variable_definitions or ():
        name = definition.variable.name.value
        kind = get_named_type(type_from_ast(schema, definition.type))
        if name in given and is_input_object_type(kind):
            for told in _in_value(kind, given[name]):
                found.setdefault(told, _warning({"message": told}))
    return list(found.values())[:MOST]


def _in_value(kind: GraphQLInputObjectType, value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _in_value(kind, item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            field = kind.fields[name]
            if field.deprecation_reason is not None:
                yield f"The input field {kind.name}.{name} is deprecated. {field.deprecation_reason}"
            below = get_named_type(field.type)
            if is_input_object_type(below):
                yield from _in_value(below, inner)


def _warning(told: dict[str, Any]) -> Warned:
    return {**told, "extensions": {"code": "DEPRECATED"}}
