"""Where a document's lists stand: a fragment may put one list below several root fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    OperationDefinitionNode,
    SelectionSetNode,
    parse,
)


def in_several_places(text: str) -> frozenset[str]:
    """The names in answers that stand below more than one root field.

    A cursor of the one place is refused in the other, where the root fields are of different instants.
    """
    document = parse(text)
    roots = {
        name: frozenset(_below(document, field.selection_set))
        for operation in document.definitions
        if isinstance(operation, OperationDefinitionNode)
        for name, field in _fields(document, operation.selection_set)
    }
    counted = Counter(name for names in roots.values() for name in names)
    return frozenset(name for name, times in counted.items() if times > 1)


def _below(document: DocumentNode, selections: SelectionSetNode | None) -> Iterator[str]:
    if selections is not None:
        for name, field in _fields(document, selections):
            yield name
            yield from _below(document, field.selection_set)


def _fields(document: DocumentNode, selections: SelectionSetNode) -> Iterator[tuple[str, FieldNode]]:
    """The fields of a selection by their names in the answer, those of fragments among them."""
    fragments = {each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)}
    for selection in selections.selections:
        if isinstance(selection, FieldNode):
            yield (selection.alias or selection.name).value, selection
        elif isinstance(selection, FragmentSpreadNode):
            yield from _fields(document, fragments[selection.name.value].selection_set)
        else:
            yield from _fields(document, selection.selection_set)  # type: ignore[attr-defined]  # an inline fragment
