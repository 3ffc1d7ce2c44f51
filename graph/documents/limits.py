"""What a document may ask for at most, found in one pass over it: each fragment is measured once, sums are capped.

Depth, aliases, root fields and fragments are the document's; the cost (rows × fields) depends on the variables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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

DEEPEST: Final = 15
DEEPEST_INTROSPECTION: Final = 20
MOST_ALIASES: Final = 500
MOST_ROOT_FIELDS: Final = 30
MOST_FRAGMENTS: Final = 100
MOST_TWINS: Final = 50
"""How often one field may stand in one selection set: comparing them all takes the square of it."""
_CAP: Final = 10**9


@dataclass(frozen=True)
class Measure:
    """What a selection set amounts to: its depth, its depth of introspection, its aliases, and its own fields."""

    depth: int = 0
    introspection: int = 0
    aliases: int = 0
    fields: int = 0

    def beside(self, other: Measure) -> Measure:
        """Both together."""
        return Measure(
            max(self.depth, other.depth),
            max(self.introspection, other.introspection),
            min(self.aliases + other.aliases, _CAP),
            min(self.fields + other.fields, _CAP),
        )


@dataclass
class _Measuring:
    fragments: Mapping[str, FragmentDefinitionNode]
    measured: dict[str, Measure] = field(default_factory=dict)

    def fragment(self, name: str) -> Measure:
        if name not in self.measured:
            self.measured[name] = Measure()  # for a circle, which validation refuses
            found = self.fragments.get(name)
            if found is not None:
                self.measured[name] = self.selection(found.selection_set)
        return self.measured[name]

    def selection(self, chosen: SelectionSetNode) -> Measure:
        total = Measure()
        twins: dict[str, int] = {}
        for node in chosen.selections:
            match node:
                case FieldNode():
                    key = node.alias.value if node.alias else node.name.value
                    twins[key] = twins.get(key, 0) + 1
                    if twins[key] > MOST_TWINS:
                        raise TooMuch(f"a field may stand {MOST_TWINS} times in one selection, not more")
                    total = total.beside(self._field(node))
                case InlineFragmentNode():
                    twins["..."] = twins.get("...", 0) + 1
                    if twins["..."] > MOST_TWINS:
                        raise TooMuch(f"a selection has at most {MOST_TWINS} inline fragments")
                    total = total.beside(self.selection(node.selection_set))
                case FragmentSpreadNode():
                    total = total.beside(self.fragment(node.name.value))
        return total

    def _field(self, node: FieldNode) -> Measure:
        below = self.selection(node.selection_set) if node.selection_set else Measure()
        aliases = min(below.aliases + (node.alias is not None), _CAP)
        if node.name.value in ("__schema", "__type"):
            return Measure(1, below.depth + 1, aliases, 1)
        return Measure(below.depth + 1, below.introspection, aliases, 1)


def check_document(document: DocumentNode, deepest: int = DEEPEST) -> None:
    """Raises `TooMuch`, naming the limit, for a document that no operation of which may be run."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    count = sum(isinstance(node, FragmentDefinitionNode) for node in document.definitions)
    if count > MOST_FRAGMENTS:
        raise TooMuch(f"a document has at most {MOST_FRAGMENTS} fragments, not {count}")
    measuring = _Measuring(fragments)
    for name in fragments:
        _check(measuring.fragment(name), deepest)
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            measure = measuring.selection(node.selection_set)
            _check(measure, deepest)
            if measure.fields > MOST_ROOT_FIELDS:
                raise TooMuch(f"an operation has at most {MOST_ROOT_FIELDS} root fields, not {measure.fields}")


def _check(measure: Measure, deepest: int) -> None:
    if measure.depth > deepest:
        raise TooMuch(f"fields nest at most {deepest} deep, not {measure.depth}")
    if measure.introspection > DEEPEST_INTROSPECTION:
        raise TooMuch(f"introspection nests at most {DEEPEST_INTROSPECTION} deep, not {measure.introspection}")
    if measure.aliases > MOST_ALIASES:
        raise TooMuch(f"a document has at most {MOST_ALIASES} aliases, fragments opened, not {measure.aliases}")
