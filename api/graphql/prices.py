"""Costs that were worked out before, kept by what they depend on."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping

from graphql import OperationDefinitionNode

from graph.documents.cost import cost_of
from graph.selecting import Document


class Prices:
    """The costs worked out last, by operation and by the values of the variables that pages depend on; bounded."""

    def __init__(self, most: int = 1_000, prices: Mapping[str, int] | None = None) -> None:
        self._most = most
        self._prices = prices or {}
        self._used: OrderedDict[Hashable, frozenset[str]] = OrderedDict()
        self._known: OrderedDict[Hashable, int] = OrderedDict()

    def cost_of(self, kept_as: Hashable, document: Document, operation: OperationDefinitionNode) -> int:
        """The cost of an operation of a valid document. Raises `BadInput` for a page size outside the limits.

        `kept_as` names the document and the operation.
        """
        used = self._used.get(kept_as)
        if used is not None:
            known = self._known.get((kept_as, _values(used, document)))
            if known is not None:
                return known
        found: set[str] = set()
        cost = cost_of(document, operation, found, self._prices)
        self._used[kept_as] = frozenset(found)
        self._known[kept_as, _values(found, document)] = cost
        for kept in (self._used, self._known):
            if len(kept) > self._most:
                kept.popitem(last=False)
        return cost


def _values(used: Iterable[str], document: Document) -> Hashable:
    """What the cost depends on: of a list its length, as costs count its items only."""
    given = ((name, document.variables.get(name)) for name in used)
    return frozenset((name, ("items", len(value)) if isinstance(value, list) else value) for name, value in given)
