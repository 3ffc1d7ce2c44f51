"""How much work it is to see whether a document's fields can be merged: counted before it is done, up to a limit.

Validation compares all fields that answer under one key, pair by pair and level by level, fragments opened. A small
document can make that seconds of work; here the pairs are counted without comparing them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from graph.errors import TooMuch

MOST_STEPS: Final = 20_000
_DEEPEST: Final = 30


def check_overlap(document: DocumentNode) -> None:
    """Raises `TooMuch` for a document whose fields overlap too much to be compared."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    counting = _Counting(fragments)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode):
            counting.level([node.selection_set])


class _Counting:
    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._steps = 0

    def _step(self, number: int) -> None:
        self._steps += number
        if self._steps > MOST_STEPS:
            raise TooMuch(f"the document's fields overlap too much: more than {MOST_STEPS} comparisons")

    def level(self, sets: Sequence[SelectionSetNode], depth: int = 0) -> None:
        """Count the pairs of one level of merged selections, and of the levels below it."""
        if depth > _DEEPEST:  # a circle, which validation refuses
            return
        fields: dict[str, list[FieldNode]] = {}
        opened: set[str] = set()
        waiting = list(sets)
        while waiting:
            for node in waiting.pop().selections:
                self._step(1)
                match node:
                    case FieldNode():
                        fields.setdefault(node.alias.value if node.alias else node.name.value, []).append(node)
                    case InlineFragmentNode():
                        waiting.append(node.selection_set)
                    case FragmentSpreadNode() if node.name.value not in opened and node.name.value in self._fragments:
                        opened.add(node.name.value)
                        waiting.append(self._fragments[node.name.value].selection_set)
        self._step(len(opened) * (len(opened) - 1) // 2)
        for twins in fields.values():
            self._step(len(twins) * (len(twins) - 1) // 2)
            below = [node.selection_set for node in twins if node.selection_set is not None]
            if below:
                self.level(below, depth + 1)
