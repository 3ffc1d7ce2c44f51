"""From a text to a document that may be run: parsed, within its bounds, and valid against the schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse, specified_rules, validate

from graph.documents.limits import DEEPEST, check_document
from graph.documents.overlap import check_overlap
from graph.errors import TooMuch

MOST_ERRORS: Final = 20


@dataclass(frozen=True)
class Bounds:
    """How long a document may be, and how deep its fields may nest."""

    bytes: int = 100_000
    tokens: int = 5_000
    depth: int = DEEPEST


USUAL: Final = Bounds()
"""The bounds of what anybody asks."""


@dataclass
class WrongDocument(Exception):
    """A document with errors of syntax or validation, each with its places."""

    errors: Sequence[GraphQLError]


def encoded(text: str, bounds: Bounds = USUAL) -> bytes:
    """The document's bytes. Raises `TooMuch` for one that is too long to be looked at."""
    raw = text.encode("utf-8", "replace")
    if len(raw) > bounds.bytes:
        raise TooMuch(f"a document has at most {bounds.bytes} bytes, not {len(raw)}")
    return raw


def read_document(schema: GraphQLSchema, text: str) -> DocumentNode:
    """The valid document of a text. Raises `WrongDocument`, and `TooMuch` for what is over the usual bounds."""
    document = parsed(text)
    check_valid(schema, document)
    return document


def parsed(text: str, bounds: Bounds = USUAL) -> DocumentNode:
    """The document of a text, not yet held to the schema. Raises `WrongDocument` and `TooMuch`."""
    try:
        document = parse(text, max_tokens=bounds.tokens, no_location=False)
        check_document(document, bounds.depth)
        check_overlap(document)
    except GraphQLError as error:
        if "tokens" in error.message:
            raise TooMuch(f"a document has at most {bounds.tokens} tokens") from None
        raise WrongDocument([error]) from None
    except RecursionError:
        raise TooMuch("the document nests too deeply") from None
    return document


def check_valid(schema: GraphQLSchema, document: DocumentNode, rules: Sequence[Any] = specified_rules) -> None:
    """Raises `WrongDocument` for what the schema does not take."""
    errors = validate(schema, document, rules, max_errors=MOST_ERRORS, hide_suggestions=True)
    if errors:
        raise WrongDocument(errors)
