"""Arguments while compiling: the value they have now, and how to read it in any later request of the same shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLInputType,
    ListValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    value_from_ast,
)

from graph.durations import Relative

Variables = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """One argument, or a part of one. `value` shapes the SQL; `read` gives the parameter."""

    value: Any
    read: Callable[[Variables], Any]
    parts: Mapping[str, Given] | None = field(default=None)
    items: tuple[Given, ...] | None = field(default=None)

    @classmethod
    def constant(cls, value: Any) -> Given:
        """A value that every request has."""
        return cls(value, lambda variables: value)

    def entries(self) -> Iterator[tuple[str, Given]]:
        """The entries of an object; those that are null too."""
        if self.parts is not None:
            yield from self.parts.items()
            return
        for name, value in (self.value or {}).items():
            yield name, Given(value, _part(self.read, name))

    def each(self) -> Iterator[Given]:
        """The items of a list of objects."""
        if self.items is not None:
            yield from self.items
            return
        for position, value in enumerate(self.value or ()):
            yield Given(value, _part(self.read, position))


def _part(read: Callable[[Variables], Any], key: str | int) -> Callable[[Variables], Any]:
    return lambda variables: read(variables)[key]


def given_by(node: ValueNode, wanted: GraphQLInputType, variables: Variables) -> Given | None:
    """What an argument's literal or variable gives; None where it is an unset variable."""
    if isinstance(node, VariableNode):
        name = node.name.value
        if name not in variables or variables[name] is Undefined:
            return None
        return Given(variables[name], lambda values: values.get(name))
    wanted = cast(GraphQLInputType, get_nullable_type(wanted))
    if is_list_type(wanted):
        nodes = node.values if isinstance(node, ListValueNode) else (node,)
        items = tuple(found for item in nodes if (found := given_by(item, wanted.of_type, variables)) is not None)
        return Given([item.value for item in items], lambda values: [item.read(values) for item in items], items=items)
    if is_input_object_type(wanted) and isinstance(node, ObjectValueNode):
        parts = {
            entry.name.value: found
            for entry in node.fields
            if (found := given_by(entry.value, wanted.fields[entry.name.value].type, variables)) is not None
        }
        return Given(
            {name: part.value for name, part in parts.items()},
            lambda values: {name: part.read(values) for name, part in parts.items()},
            parts=parts,
        )
    return Given.constant(value_from_ast(node, wanted))


def arguments_of(node: FieldNode, declared: Mapping[str, GraphQLArgument], variables: Variables) -> dict[str, Given]:
    """The arguments of a field, without those that are absent."""
    found = {}
    for argument in node.arguments or ():
        given = given_by(argument.value, declared[argument.name.value].type, variables)
        if given is not None:
            found[argument.name.value] = given
    return found


def both(one: Given | None, other: Given | None) -> Given:
    """Two arguments as one, each null where it is absent."""
    return Given(None, lambda variables: [each.read(variables) if each else None for each in (one, other)])


SHAPING = frozenset({"OrderDirection", "OrderNulls", "Boolean"})
_SHAPING_ENDS = ("OrderField", "GroupField")
"""Types whose values shape the SQL."""


def _shapes(name: str) -> bool:
    return name in SHAPING or name.endswith(_SHAPING_ENDS)


def shape_of(value: Any, wanted: GraphQLInputType) -> Any:
    """What of a variable's value shapes the SQL: which keys are there and which are null, booleans, orders."""
    if value is Undefined or value is None:
        return value if value is None else "absent"
    wanted = cast(GraphQLInputType, get_nullable_type(wanted))
    if is_list_type(wanted):
        inner = get_named_type(wanted)
        if not is_input_object_type(inner) and not _shapes(inner.name):
            return "list"
        return tuple(shape_of(item, wanted.of_type) for item in value)
    if is_input_object_type(wanted):
        return tuple((name, shape_of(value[name], wanted.fields[name].type)) for name in sorted(value))
    if isinstance(value, Relative):
        return "relative"
    name = get_named_type(wanted).name
    if _shapes(name):
        return str(value)
    return "value"
