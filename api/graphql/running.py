"""One operation, from its text to its answer."""

from __future__ import annotations

import inspect
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import structlog
from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    execute,
)

from api.graphql.asking import Asked
from api.graphql.deprecations import Warned, has_deprecated_inputs, in_variables
from api.graphql.documents import Documents, Parsed
from api.graphql.live.messages import subscription_type
from api.graphql.mutations import Mutating, mutation_type
from api.graphql.prices import Prices
from api.graphql.questions import BY_NAME as QUESTIONS
from api.graphql.questions import answer_question, question_parts
from api.graphql.refusals import Refused, http_refusal, over_limit, refusal_of
from api.graphql.variables import with_variables
from api.graphql.viewing import read_viewer, viewer_parts
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.documents.cost import LARGEST
from graph.errors import BadInput
from graph.reading import Answer, read_operation
from graph.schema.roots import Passing, make_schema, schema_text
from graph.schema.types import make_types
from graph.selecting import Asked as AskedFields
from graph.selecting import Document

log = structlog.get_logger(__name__)


@dataclass
class Context:
    """What resolvers see of one operation."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    mutating: Mutating | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the answers are all that was asked: nothing is null, and so nothing is left to the executor."""
        return bool(self.answers) and None not in self.answers.values()


@dataclass(frozen=True)
class Prepared:
    """An operation that may be run: of a valid document, with its variables, at a known cost."""

    parsed: Parsed
    operation: OperationDefinitionNode
    document: Document
    given: Mapping[str, Any]
    cost: int
    warnings: Sequence[Warned]
    "What of it is deprecated."

    @property
    def name(self) -> str | None:
        """The operation's name."""
        return self.operation.name.value if self.operation.name else None

    @property
    def only_reads(self) -> bool:
        """Whether it may be stopped half-way: what writes never is."""
        return self.operation.operation is OperationType.QUERY


@dataclass(frozen=True)
class Answered:
    """The answer to an operation; `errors` are those met while it ran."""

    data: Any
    errors: list[dict[str, Any]]


class Engine:
    """The schema with its documents: one a process."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self.schema = full_schema()
        self.documents = Documents(self.schema)
        self._prices = Prices(prices={name: one.price for name, one in QUESTIONS.items()})

    @cached_property
    def _deprecated_inputs(self) -> bool:
        return has_deprecated_inputs(self.schema)

    @cached_property
    def sdl(self) -> str:
        """The schema as text."""
        return schema_text(self.schema)

    def prepare(self, asked: Asked, *, get: bool) -> Prepared:
        """Read a document and what it costs. Raises `Refused`; nothing has run."""
        assert asked.query is not None
        parsed = self.documents.read(asked.query)
        operation = parsed.operation(asked.operation_name)
        _check_kind(operation, get)
        document = with_variables(parsed.around(self.schema, operation), operation, asked.variables)
        cost = self._checked_cost((parsed.hash, asked.operation_name), document, operation)
        warnings = parsed.warnings
        if self._deprecated_inputs:
            warnings = [*warnings, *in_variables(self.schema, operation, asked.variables)]
        return Prepared(parsed, operation, document, asked.variables, cost, warnings)

    async def run(self, principal: Principal, prepared: Prepared, request_id: str) -> Answered:
        """Run a query or mutations. Raises `Refused`, and whatever fails unexpectedly."""
        if prepared.operation.operation is OperationType.SUBSCRIPTION:
            raise http_refusal(
                406,
                "NOT_ACCEPTABLE",
                "a subscription is answered as a stream: send Accept: text/event-stream, or use a WebSocket with the "
                "sub-protocol graphql-transport-ws",
            )
        context = await self._context(principal, prepared, request_id)
        if context.is_whole:
            return Answered(context.answers, [])
        result = execute(
            self.schema,
            prepared.parsed.document,  # type: ignore[arg-type]  # there, since its operation was found
            context_value=context,
            variable_values=dict(prepared.given),
            operation_name=prepared.name,
            executor_class=Passing,
            hide_suggestions=True,
        )
        finished: ExecutionResult = await result if inspect.isawaitable(result) else result
        return Answered(finished.data, [told_error(error, request_id) for error in finished.errors or ()])

    def _checked_cost(self, kept_as: Hashable, document: Document, operation: OperationDefinitionNode) -> int:
        try:
            cost = self._prices.cost_of(kept_as, document, operation)
        except BadInput as error:
            raise Refused("BAD_USER_INPUT", error.message) from None
        if cost > LARGEST:
            raise over_limit(
                f"the operation costs {cost}, more than {LARGEST}; ask for fewer rows or fields",
                cost=told_cost(cost),
            )
        return cost

    async def _context(self, principal: Principal, prepared: Prepared, request_id: str) -> Context:
        document, operation = prepared.document, prepared.operation
        if operation.operation is OperationType.MUTATION:
            return Context(mutating=await Mutating.prepare(self._runtime, principal, request_id, document, operation))
        kept_as = (prepared.parsed.hash, prepared.name)
        names = prepared.parsed.names
        beside = await read_viewer(self._runtime, principal, document, operation) if "viewer" in names else {}
        answers = await read_operation(self._runtime, principal, document, operation, kept_as, QUESTIONS, beside)
        if not names.isdisjoint(QUESTIONS):
            for asked in AskedFields(document, [operation.selection_set]).fields("Query"):
                if asked.name in QUESTIONS:
                    answers[asked.key] = await answer_question(self._runtime, principal, asked, document.variables)
        return Context(answers)


@cache
def full_schema() -> GraphQLSchema:
    """The whole schema, queries, mutations and subscriptions: one a process."""
    types = make_types()
    return make_schema(
        mutation_type(types),
        subscription=subscription_type(types),
        questions=question_parts(),
        of_viewer=viewer_parts(),
    )


def _check_kind(operation: OperationDefinitionNode, get: bool) -> None:
    if get and operation.operation is OperationType.MUTATION:
        raise http_refusal(405, "METHOD_NOT_ALLOWED", "send mutations by POST", Allow="POST")


def told_cost(requested: int, remaining: int | None = None) -> dict[str, int]:
    """`extensions.cost`: of this operation, of one at most, and what may still be spent now."""
    told = {"requested": requested, "limit": LARGEST}
    return told if remaining is None else {**told, "remaining": remaining}


def told_error(error: GraphQLError, request_id: str) -> dict[str, Any]:
    """An error met while running, as the client is told it: anything unexpected is logged and masked."""
    original = error.original_error
    refused = refusal_of(original) if isinstance(original, Exception) else None
    told: dict[str, Any] = dict(error.formatted)
    more: Mapping[str, Any] = {}
    if refused is not None:
        told["message"], code, more = refused.message, refused.code, refused.extensions
    elif original is None:
        code = "BAD_USER_INPUT"
    else:
        log.error("a resolver failed", request_id=request_id, exc_info=original)
        told["message"], code = masked(request_id), "INTERNAL"
    told["extensions"] = {"code": code, "requestId": request_id, **more}
    return told


def masked(request_id: str) -> str:
    """What is told of a failure."""
    return f"something failed on our side; the operator finds the cause under the request id {request_id}"
