"""The variables of an operation, as its types take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graphql import (
    OperationDefinitionNode,
    Undefined,
    coerce_input_value,
    get_nullable_type,
    get_variable_values,
    is_leaf_type,
)

from api.graphql.refusals import Refused, over_limit
from graph.selecting import Document

MOST_VALUES: Final = 10_000
"""How many values, lists and objects the variables may hold: each is looked at before anything is run."""


def with_variables(document: Document, operation: OperationDefinitionNode, given: Mapping[str, Any]) -> Document:
    """The document with what a request gives. Raises `Refused` for what its types do not take."""
    _check_number(given)
    plain = _plain(document, given)
    if plain is not None:
        return document.given(plain)
    try:
        coerced = get_variable_values(
            document.schema, operation.variable_definitions or (), dict(given), max_errors=20, hide_suggestions=True
        )
    except RecursionError:
        raise over_limit("the variables nest too deeply") from None
    if isinstance(coerced, list):
        raise Refused("BAD_USER_INPUT", coerced[0].message, errors=[error.formatted for error in coerced])
    return document.given(coerced.coerced)


def _plain(document: Document, given: Mapping[str, Any]) -> dict[str, Any] | None:
    """The usual case without graphql-core's preparations: all are given, and are scalars that their types take."""
    found = {}
    for name, wanted in document.types.items():
        value = given.get(name)
        if value is None or not is_leaf_type(get_nullable_type(wanted)):
            return None
        found[name] = coerce_input_value(value, wanted)
        if found[name] is Undefined:
            return None
    return found


def _check_number(given: Mapping[str, Any]) -> None:
    """Raises `Refused` (COST_LIMIT) for variables with more values than are looked at."""
    waiting: list[Any] = [given]
    count = 0
    while waiting:
        value = waiting.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        count += len(inner)
        if count > MOST_VALUES:
            raise over_limit(f"variables hold at most {MOST_VALUES} values")
        waiting.extend(inner)
