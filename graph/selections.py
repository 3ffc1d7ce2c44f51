"""Payload documents: what the receiver of an event has chosen to be told of its subject, as one statement an event.

A payload document is one query of the common schema. Its variables are given by the sender: `$subject`, the id of what
the event is about, and `$venture`, the id of the venture that this belongs to, or an id of nothing where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    NamedTypeNode,
    OperationDefinitionNode,
    OperationType,
    ValidationRule,
    VariableDefinitionNode,
    Visitor,
    print_ast,
    specified_rules,
    visit,
)

from domain.kernel.errors import Forbidden, Invalid, Problem
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.selections import Failure, Reading, Selection, Subject
from graph.documents.cost import cost_of
from graph.documents.reading import Bounds, WrongDocument, check_valid, encoded, parsed
from graph.errors import BadInput, TooMuch, TooSlow
from graph.frames import Build
from graph.reading import STATEMENTS, answer_of, request_of, shape, standing
from graph.registry import BY_NAME, BY_WORD
from graph.request import Request
from graph.roots import by_id, root_sql
from graph.selecting import Asked, Document, Fixed, Selected
from graph.statements import Lent, Statement, run

BOUNDS: Final = Bounds(bytes=20_000, tokens=1_000, depth=10)
MOST_COST: Final = 5_000
"""What a document may cost for each event; where the interface asks, an operation may cost 200,000."""
MOST_MS: Final = 500
MOST_ANSWER: Final = 262_144
"""Bytes of an answer."""
MOST_KEPT: Final = 200
"""Documents that a process keeps parsed."""

GIVEN: Final = ("subject", "venture")
"""The variables that the sender gives, never null; they are declared as ID! or as ID."""

NOBODY: Final = UUID(int=0)
"""The id of nothing."""
_IT: Final = ""
"""Where a statement finds the subject's UUID, among the variables: no variable of GraphQL has an empty name."""
_EXISTENCE: Final = Selected("it", "it", {}, Fixed.of("id"))


class _NoIntrospection(ValidationRule):
    """What is sent with events is data."""

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        """Refuse `__schema` and `__type`."""
        if node.name.value in ("__schema", "__type"):
            self.report_error(GraphQLError("a payload document cannot ask for the schema itself", node))


_RULES: Final = (*specified_rules, _NoIntrospection)


@dataclass(frozen=True)
class Payload:
    """A payload document that may be run."""

    text: str
    document: Document
    operation: OperationDefinitionNode
    named: tuple[str, ...]
    "The entities that its fragments name, by their words."

    def given(self, subject: str, venture_id: UUID | None) -> Document:
        """The document with what the sender gives for an event."""
        venture = external_id(BY_WORD["venture"].prefix, venture_id or NOBODY)
        values = {"subject": subject, "venture": venture}
        return self.document.given({name: values[name] for name in self.document.types})

    def compile(self, build: Build, document: Document, word: str) -> Statement:
        """Its root fields, and whether the subject is there. Raises `Forbidden` and `BadInput`."""
        asked = Asked(document, [self.operation.selection_set]).fields("Query")
        keys = [field.key for field in asked]
        expressions = ["'\"Query\"'::json" if field.name == "__typename" else root_sql(build, field) for field in asked]
        entity = BY_WORD.get(word)
        if entity is not None and build.admits(entity):
            expressions.append(by_id(build, entity, _subject_id, _EXISTENCE))
            keys.append(_IT)
        return Statement.of(build, expressions, keys=keys)


def _subject_id(request: Request) -> UUID | None:
    found = request.variables.get(_IT)
    return found if isinstance(found, UUID) else None


class PayloadDocuments:
    """Checks and answers the payload documents of one process: its runtime's `selections`."""

    def __init__(self, runtime: Runtime, schema: Callable[[], GraphQLSchema]) -> None:
        """`schema` makes the schema, or finds it; it is asked when the first document comes."""
        self._runtime = runtime
        self._schema = lru_cache(1)(schema)
        self._read = lru_cache(MOST_KEPT)(self._payload)

    def price(self, document: str, reader: Principal) -> int:
        """What a document costs for each event. Raises `Invalid` at `document`."""
        try:
            payload = self._read(document)
            cost = max(self._priced(payload, reader, word) for word in payload.named or ("risk",))
        except WrongDocument as wrong:
            raise Invalid(
                "the document is refused: " + placed(wrong.errors[0]),
                tuple(Problem(("document",), "INVALID", placed(error)) for error in wrong.errors),
            ) from None
        except (TooMuch, BadInput) as error:
            raise Invalid.at("document", message=error.message) from None
        except Forbidden as error:
            raise Invalid.at(
                "document", message=f"asks for what the endpoint may not read: {error.message}", code="FORBIDDEN"
            ) from None
        if cost > MOST_COST:
            raise Invalid.at("document", message=f"costs {cost} for each event, more than {MOST_COST}; ask for less")
        return cost

    def _priced(self, payload: Payload, reader: Principal, word: str) -> int:
        document = payload.given(external_id(BY_WORD[word].prefix, NOBODY), None)
        request = request_of(self._runtime, reader, {**document.variables, _IT: NOBODY})
        build = Build(request)
        build.enter(BY_WORD[word])
        payload.compile(build, document, word)
        return cost_of(document, payload.operation)

    async def read(
        self, document: str, reader: Principal, subject: Subject, reading: Reading | None = None
    ) -> Selection:
        """A document's answer for one event. Raises `Busy`."""
        try:
            payload = self._read(document)
            lent = reading(MOST_MS) if reading else self._runtime.database.reading(reader.tenant_id, MOST_MS)
            found = await self._answer(payload, reader, subject, lent)
        except WrongDocument as wrong:
            return Selection.failed(Failure.INVALID, "the document does not fit: " + placed(wrong.errors[0]))
        except TooMuch as error:
            return Selection.failed(Failure.INVALID, f"the document does not fit: {error.message}")
        except BadInput as error:
            return Selection.failed(Failure.MISMATCH, f"the document does not fit this event: {error.message}")
        except Forbidden as error:
            return Selection.failed(Failure.FORBIDDEN, error.message)
        except TooSlow:
            return Selection.failed(Failure.TIMEOUT, f"the document was not answered within {MOST_MS} ms")
        if found is None:
            return Selection.failed(Failure.NOT_FOUND, "the event's subject is not there any more for this endpoint")
        if len(found) > MOST_ANSWER:
            return Selection.failed(
                Failure.TOO_LARGE, f"the answer has {len(found)} bytes, more than {MOST_ANSWER}; ask for less"
            )
        return Selection(found)

    async def _answer(self, payload: Payload, reader: Principal, subject: Subject, lent: Lent) -> bytes | None:
        """The answer, by one statement; None where the subject is not there for the reader."""
        entity = BY_WORD.get(subject.type)
        prefix = subject.type if entity is None else entity.prefix
        document = payload.given(external_id(prefix, subject.id), subject.venture_id)
        request = request_of(self._runtime, reader, {**document.variables, _IT: subject.id})
        key = ("payload", payload.text, subject.type, standing(reader), shape(document))
        statement = STATEMENTS.obtain(key, request, lambda build: payload.compile(build, document, subject.type))
        row = await run(self._runtime, request, statement, lent)
        answers = {key: answer_of(value) for key, value in zip(statement.keys, row, strict=True)}
        if answers.pop(_IT, b"") is None:
            return None
        return orjson.dumps(answers)

    def _payload(self, text: str) -> Payload:
        """The payload document of a text. Raises `WrongDocument` and `TooMuch`."""
        encoded(text, BOUNDS)
        document = parsed(text, BOUNDS)
        operation = _operation(document)
        schema = self._schema()
        check_valid(schema, document, _RULES)
        return Payload(text, Document.of(schema, document, operation), operation, tuple(sorted(_named(document))))


def placed(error: GraphQLError) -> str:
    """An error's sentence, with its place in the document."""
    place = error.locations[0] if error.locations else None
    return f"line {place.line}, column {place.column}: {error.message}" if place else error.message


def _operation(document: DocumentNode) -> OperationDefinitionNode:
    """The document's one query. Raises `WrongDocument`."""
    found = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(found) != 1:
        raise WrongDocument([GraphQLError(f"a payload document has one query, not {len(found)} operations", found[1:])])
    (operation,) = found
    if operation.operation is not OperationType.QUERY:
        message = f"a payload document is a query; a {operation.operation.value} is not taken"
        raise WrongDocument([GraphQLError(message, operation)])
    if errors := list(_wrong_variables(operation.variable_definitions or ())):
        raise WrongDocument(errors)
    return operation


def _wrong_variables(definitions: Iterable[VariableDefinitionNode]) -> Iterator[GraphQLError]:
    for definition in definitions:
        name = definition.variable.name.value
        if name not in GIVEN or print_ast(definition.type) not in ("ID!", "ID"):
            yield GraphQLError(
                f"${name}: {print_ast(definition.type)} is given by nobody; a payload document may declare "
                "$subject: ID! and $venture: ID!",
                definition,
            )


def _named(document: DocumentNode) -> set[str]:
    """The entities that a document's fragments are on."""
    names: set[str] = set()

    class Names(Visitor):
        def enter_named_type(self, node: NamedTypeNode, *_: Any) -> None:
            names.add(node.name.value)

    visit(document, Names())
    return {BY_NAME[name].word for name in names if name in BY_NAME}
