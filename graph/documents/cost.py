"""The cost of an operation, worked out before it runs: rows × fields, each fragment once, capped arithmetic.

A field costs 1, a list its page's size times the fields of a row, a count 10, an aggregate 10 and its groups times
their fields, and a few lists that PostgreSQL works for cost more. It is never less than what is returned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    InlineFragmentNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
    value_from_ast,
)

from graph.aggregates import DEFAULT_GROUPS, group_limit
from graph.language import Rows
from graph.paging import DEFAULT_SIZE, both_given, page_size
from graph.registry import BY_WORD
from graph.selecting import Document

LARGEST: Final = 200_000
_CAP: Final = 10**12
_COUNT: Final = 10
_LIST: Final = 25
"""What a short list without paging is taken for."""
_LISTS: Final = frozenset({"nodes", "edges"})
_PRICES: Final = {
    (entity.name, member.graphql_name): member.price
    for entity in BY_WORD.values()
    for member in entity.members
    if isinstance(member, Rows)
}
"""What lists cost beside their fields, by type and field."""
_INTROSPECTION: Final = {"__schema": 20_000, "__type": 1_000}
"""Introspection has a price of its own: the schema is as large as it is."""


@dataclass(frozen=True)
class Cost:
    """What a selection costs once, and what it costs for each row of the page around it."""

    once: int = 0
    row: int = 0

    def plus(self, other: Cost) -> Cost:
        """Both together."""
        return Cost(min(self.once + other.once, _CAP), min(self.row + other.row, _CAP))


@dataclass
class _Costing:
    document: Document
    used: set[str]
    "The variables that the cost depends on."
    prices: Mapping[str, int] = field(default_factory=dict)
    "What root fields cost that no statement reads."
    known: dict[str, Cost] = field(default_factory=dict)

    def selection(self, parent: GraphQLCompositeType, chosen: SelectionSetNode) -> Cost:
        total = Cost()
        for node in chosen.selections:
            match node:
                case FieldNode():
                    total = total.plus(self._field(parent, node))
                case InlineFragmentNode():
                    condition = node.type_condition
                    on = self.document.schema.get_type(condition.name.value) if condition else parent
                    if is_composite_type(on):
                        total = total.plus(self.selection(on, node.selection_set))
                case FragmentSpreadNode():
                    total = total.plus(self._fragment(node.name.value))
        return total

    def _fragment(self, name: str) -> Cost:
        if name not in self.known:
            fragment = self.document.fragments[name]
            on = self.document.schema.get_type(fragment.type_condition.name.value)
            self.known[name] = self.selection(on, fragment.selection_set) if is_composite_type(on) else Cost()
        return self.known[name]

    def _field(self, parent: GraphQLCompositeType, node: FieldNode) -> Cost:
        name = node.name.value
        if name in _INTROSPECTION:
            return Cost(_INTROSPECTION[name])
        declared = self.document.schema.get_field(parent, name)
        if declared is None or node.selection_set is None:
            return Cost(_COUNT if name == "totalCount" else 1)
        below = self.selection(cast(GraphQLCompositeType, get_named_type(declared.type)), node.selection_set)
        if parent is self.document.schema.query_type and name in self.prices:
            below = below.plus(Cost(self.prices[name]))
        arguments = self._arguments(node, declared)
        if parent.name.endswith("Connection") and name in _LISTS:
            return Cost(1, min(1 + below.once, _CAP))
        times = 1
        if name == "aggregate":
            times = _groups(arguments)
            return Cost(min(_COUNT + times * (below.once + below.row), _CAP))
        if "first" in declared.args:
            return Cost(min(1 + below.once + _page(arguments) * below.row, _CAP))
        if is_list_type(get_nullable_type(declared.type)):
            ids = arguments.get("ids")
            times = len(ids) if isinstance(ids, list) else _LIST
        price = 1 + _PRICES.get((parent.name, name), 0)
        return Cost(min(price + times * (below.once + below.row), _CAP))

    def _arguments(self, node: FieldNode, declared: GraphQLField) -> Mapping[str, Any]:
        found = {}
        for argument in node.arguments or ():
            name = argument.name.value
            if name in ("first", "last", "ids", "groupBy"):
                self.used |= _variables_in(argument.value)
                value = value_from_ast(argument.value, declared.args[name].type, dict(self.document.variables))
                found[name] = None if value is Undefined else value
        return found


def _variables_in(value: ValueNode) -> set[str]:
    if isinstance(value, VariableNode):
        return {value.name.value}
    return set().union(*map(_variables_in, value.values)) if isinstance(value, ListValueNode) else set()


def _page(arguments: Mapping[str, Any]) -> int:
    """The page's size. Raises `BadInput` outside the limits."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise both_given()
    if first is None and last is None:
        return DEFAULT_SIZE
    return page_size(first, "first") if first is not None else page_size(last, "last")


def _groups(arguments: Mapping[str, Any]) -> int:
    """How many groups are given at most. Raises `BadInput` outside the limits."""
    first = arguments.get("first")
    wished = DEFAULT_GROUPS if first is None else group_limit(first)
    return wished if arguments.get("groupBy") else 1


def cost_of(
    document: Document,
    operation: OperationDefinitionNode,
    used: set[str] | None = None,
    prices: Mapping[str, int] | None = None,
) -> int:
    """The cost of an operation of a valid document. Raises `BadInput` for a page size outside the limits.

    `used` gathers the variables that it depends on; `prices` are those of root fields that no statement reads.
    """
    schema = document.schema
    root = schema.get_root_type(operation.operation)
    assert root is not None
    costing = _Costing(document, set() if used is None else used, prices or {})
    return costing.selection(root, operation.selection_set).once
