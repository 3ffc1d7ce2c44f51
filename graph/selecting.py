"""The selection of an operation, merged: fragments opened, directives obeyed, fields of one response key joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInputType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
    is_object_type,
    type_from_ast,
)

from graph.given import Given, arguments_of


class Selection(Protocol):
    """What is asked of an object, type by type."""

    def fields(self, type_name: str) -> Sequence[Selected]:
        """The fields asked of an object of a concrete type, in the order of the answer."""
        ...


@dataclass(frozen=True)
class Selected:
    """One field of the answer: its key, the field's name, its arguments, and what is asked below it."""

    key: str
    name: str
    arguments: Mapping[str, Given]
    below: Selection


@dataclass(frozen=True)
class Fixed:
    """A selection that the product itself makes: the same for every type."""

    asked: Sequence[Selected] = ()

    @classmethod
    def of(cls, *names: str) -> Fixed:
        """A selection of plain fields."""
        return cls([Selected(name, name, {}, cls()) for name in names])

    def fields(self, type_name: str) -> Sequence[Selected]:
        """The fields."""
        return self.asked


@dataclass(frozen=True)
class Document:
    """What a selection needs to know of the document around it."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    types: Mapping[str, GraphQLInputType]
    "The types of the operation's variables."
    variables: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) -> Document:
        """The surroundings of a valid document's operation, as yet without variables."""
        fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
        types = {
            definition.variable.name.value: cast(GraphQLInputType, type_from_ast(schema, definition.type))
            for definition in operation.variable_definitions or ()
        }
        return cls(schema, fragments, types)

    def given(self, variables: Mapping[str, Any]) -> Document:
        """The same with variables, as coerced."""
        return Document(self.schema, self.fragments, self.types, variables)

    def includes(self, node: SelectionNode) -> bool:
        """Whether `@skip` and `@include` leave a selection in."""
        for directive in node.directives or ():
            name = directive.name.value
            if name not in ("skip", "include"):
                continue
            condition = (directive.arguments or ())[0].value
            value = (
                self.variables.get(condition.name.value)
                if isinstance(condition, VariableNode)
                else getattr(condition, "value", None)
            )
            if bool(value) is (name == "skip"):
                return False
        return True

    def applies(self, condition: str, type_name: str) -> bool:
        """Whether a fragment on `condition` is for objects of the concrete type."""
        if condition == type_name:
            return True
        abstract, concrete = self.schema.get_type(condition), self.schema.get_type(type_name)
        if not is_abstract_type(abstract) or not is_object_type(concrete):
            return False
        return self.schema.is_sub_type(abstract, concrete)


@dataclass(frozen=True)
class Asked:
    """A selection of a document: the selection sets of all nodes that answer under one key."""

    document: Document
    sets: Sequence[SelectionSetNode]
    _kept: dict[str, Sequence[Selected]] = field(default_factory=dict)

    def fields(self, type_name: str) -> Sequence[Selected]:
        """The merged fields asked of a concrete type."""
        if type_name not in self._kept:
            grouped: dict[str, list[FieldNode]] = {}
            visited: set[str] = set()
            for chosen in self.sets:
                self._collect(type_name, chosen, grouped, visited)
            self._kept[type_name] = [self._selected(type_name, key, nodes) for key, nodes in grouped.items()]
        return self._kept[type_name]

    def _collect(
        self, type_name: str, chosen: SelectionSetNode, grouped: dict[str, list[FieldNode]], visited: set[str]
    ) -> None:
        for node in chosen.selections:
            if not self.document.includes(node):
                continue
            match node:
                case FieldNode():
                    key = node.alias.value if node.alias else node.name.value
                    grouped.setdefault(key, []).append(node)
                case InlineFragmentNode():
                    condition = node.type_condition.name.value if node.type_condition else type_name
                    if self.document.applies(condition, type_name):
                        self._collect(type_name, node.selection_set, grouped, visited)
                case FragmentSpreadNode():
                    name = node.name.value
                    if name in visited:
                        continue
                    visited.add(name)
                    fragment = self.document.fragments[name]
                    if self.document.applies(fragment.type_condition.name.value, type_name):
                        self._collect(type_name, fragment.selection_set, grouped, visited)

    def _selected(self, type_name: str, key: str, nodes: Sequence[FieldNode]) -> Selected:
        name = nodes[0].name.value
        arguments: Mapping[str, Given] = {}
        if nodes[0].arguments and not name.startswith("__"):
            declared = self.document.schema.get_type(type_name)
            arguments = arguments_of(nodes[0], declared.fields[name].args, self.document.variables)  # type: ignore[union-attr]  # an object type
        below = [node.selection_set for node in nodes if node.selection_set is not None]
        return Selected(key, name, arguments, Asked(self.document, below))
