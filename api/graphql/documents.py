"""Documents as parsed and validated: kept by their text, so that each is looked at once."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from api.graphql.deprecations import Warned, in_document
from api.graphql.limits import check_document
from api.graphql.overlap import check_overlap
from api.graphql.refusals import Refused, over_limit
from graph.selecting import Document

MOST_BYTES: Final = 100_000
MOST_TOKENS: Final = 5_000
MOST_ERRORS: Final = 20
MOST_KEPT: Final = 1_000
MOST_TEXT: Final = 16 * 2**20
_RULES: Final = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


@dataclass(frozen=True)
class Parsed:
    """A valid document, or why it is refused."""

    hash: str
    document: DocumentNode | None
    refusal: Refused | None
    size: int
    warnings: Sequence[Warned] = ()
    "What in it is deprecated."
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

    def __init__(
        self, schema: GraphQLSchema, most: int = MOST_KEPT, text: int = MOST_TEXT, introspection: bool = True
    ) -> None:
        self._schema = schema
        self._rules = _RULES if introspection else (*_RULES, NoSchemaIntrospectionCustomRule)
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
        raw = text.encode("utf-8", "replace")
        if len(raw) > MOST_BYTES:
            raise over_limit(f"a document has at most {MOST_BYTES} bytes, not {len(raw)}")
        found = self._parsed(hashlib.sha256(raw).hexdigest(), text, len(raw))
        self._kept[text] = found
        self._size += found.size
        while len(self._kept) > self._most or self._size > self._text:
            _, dropped = self._kept.popitem(last=False)
            self._size -= dropped.size
        return found

    def _parsed(self, digest: str, text: str, size: int) -> Parsed:
        try:
            document = parse(text, max_tokens=MOST_TOKENS, no_location=False)
            check_document(document)
            check_overlap(document)
        except GraphQLError as error:
            if "tokens" in error.message:
                return Parsed(digest, None, over_limit(f"a document has at most {MOST_TOKENS} tokens"), size)
            return Parsed(digest, None, _refused([error]), size)
        except RecursionError:
            return Parsed(digest, None, over_limit("the document nests too deeply"), size)
        except Refused as refusal:
            return Parsed(digest, None, refusal, size)
        errors = validate(self._schema, document, self._rules, max_errors=MOST_ERRORS, hide_suggestions=True)
        if errors:
            return Parsed(digest, None, _refused(errors), size)
        return Parsed(digest, document, None, size, in_document(self._schema, document))


def _refused(errors: Sequence[GraphQLError]) -> Refused:
    return Refused("BAD_USER_INPUT", errors[0].message, errors=[error.formatted for error in errors])
