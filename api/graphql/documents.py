"""Documents as parsed and validated: kept by their text, so that each is looked at once."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    validate,
)

from api.graphql.deprecations import Warned, in_document
from api.graphql.refusals import Refused, over_limit
from graph.documents.reading import WrongDocument, encoded, read_document
from graph.errors import TooMuch
from graph.selecting import Document

MOST_KEPT: Final = 1_000
MOST_TEXT: Final = 16 * 2**20


@dataclass(frozen=True)
class Parsed:
    """A valid document, or why it is refused."""

    hash: str
    document: DocumentNode | None
    refusal: Refused | None
    size: int
    warnings: Sequence[Warned] = ()
    "What in it is deprecated."
    names: frozenset[str] = frozenset()
    "Of all its fields."
    introspection: Sequence[Any] = ()
    "What is wrong with it where introspection is not answered: errors as answers tell them."
    _around: dict[str | None, Document] = field(default_factory=dict)

    def around(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> Document:
        """What surrounds one of its operations; kept with the document."""
        assert self.document is not None
        name = operation.name.value if operation.name else None
        if name not in self._around:
            self._around[name] = Document.of(schema, self.document, operation)
        return self._around[name]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of a name, or the only one. Raises `Refused`."""
        if self.refusal is not None:
            raise self.refusal
        assert self.document is not None
        operations = [node for node in self.document.definitions if isinstance(node, OperationDefinitionNode)]
        if name is not None:
            for operation in operations:
                if operation.name is not None and operation.name.value == name:
                    return operation
            raise Refused("BAD_USER_INPUT", f"there is no operation {name[:100]!r} in the document")
        if len(operations) != 1:
            raise Refused(
                "BAD_USER_INPUT", f"the document has {len(operations)} operations; say which by operationName"
            )
        return operations[0]


class Documents:
    """The documents used last; bounded in number and text."""

    def __init__(self, schema: GraphQLSchema, most: int = MOST_KEPT, text: int = MOST_TEXT) -> None:
        self._schema = schema
        self._most = most
        self._text = text
        self._size = 0
        self._kept: OrderedDict[str, Parsed] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def read(self, text: str) -> Parsed:
        """The document of a text. Raises `Refused` for one that is too long to be looked at."""
        found = self._kept.get(text)
        if found is not None:
            self._kept.move_to_end(text)
            return found
        try:
            raw = encoded(text)
        except TooMuch as error:
            raise over_limit(error.message) from None
        found = self._parsed(hashlib.sha256(raw).hexdigest(), text, len(raw))
        self._kept[text] = found
        self._size += found.size
        while len(self._kept) > self._most or self._size > self._text:
            _, dropped = self._kept.popitem(last=False)
            self._size -= dropped.size
        return found

    def _parsed(self, digest: str, text: str, size: int) -> Parsed:
        try:
            document = read_document(self._schema, text)
        except TooMuch as error:
            return Parsed(digest, None, over_limit(error.message), size)
        except WrongDocument as wrong:
            errors = [error.formatted for error in wrong.errors]
            return Parsed(digest, None, Refused("BAD_USER_INPUT", wrong.errors[0].message, errors=errors), size)
        introspection = validate(self._schema, document, [NoSchemaIntrospectionCustomRule])
        told = [error.formatted for error in introspection]
        return Parsed(digest, document, None, size, in_document(self._schema, document), _names(document), told)


def _names(document: DocumentNode) -> frozenset[str]:
    found = set()
    waiting: list[Any] = [getattr(one, "selection_set", None) for one in document.definitions]
    while waiting:
        selections = waiting.pop()
        for node in selections.selections if selections is not None else ():
            if isinstance(node, FieldNode):
                found.add(node.name.value)
            waiting.append(getattr(node, "selection_set", None))
    return frozenset(found)
