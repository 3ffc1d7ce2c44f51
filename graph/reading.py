"""The reads that the interfaces ask for: the root fields of an operation, a mutation's payload, and REST's lists."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import orjson
from graphql import OperationDefinitionNode

from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import permissions_of
from graph.connections import Listing, connection_select
from graph.frames import Build, frame_of, seen
from graph.given import shape_of
from graph.objects import object_sql
from graph.registry import BY_WORD
from graph.request import Request
from graph.roots import by_id, root_sql
from graph.selecting import Asked, Document, Fixed, Selected, Selection
from graph.statements import Statement, Statements, run

STATEMENTS: Final = Statements()
"""The statements of this process."""

Answer = orjson.Fragment | None
"""JSON as PostgreSQL wrote it, or null."""


def request_of(runtime: Runtime, principal: Principal, variables: Mapping[str, Any] | None = None) -> Request:
    """What statements take their parameters from."""
    return Request(principal, runtime.clock.now(), runtime.keys.derived("cursor"), variables or {})


def answer_of(value: bytes | None) -> Answer:
    """A column of a statement's row."""
    return None if value is None or value == b"null" else orjson.Fragment(value)


async def read_operation(
    runtime: Runtime,
    principal: Principal,
    document: Document,
    operation: OperationDefinitionNode,
    kept_as: Hashable,
    elsewhere: Container[str] = (),
    beside: Mapping[tuple[str, str], bytes] | None = None,
) -> dict[str, Answer]:
    """The root fields of a query, by response key in their order, from one statement; introspection is null.

    So are the fields named in `elsewhere`, which somebody else answers; `beside` is what somebody else has read for the
    viewer.
    `kept_as` names the document and the operation in the cache of statements. Raises `BadInput`, `Forbidden`,
    `TooSlow` and `Busy`.
    """
    request = request_of(runtime, principal, document.variables)
    request.beside = beside or {}

    def compile(build: Build) -> Statement:
        asked = Asked(document, [operation.selection_set]).fields("Query")
        left_out = [_introspects(field) or field.name in elsewhere for field in asked]
        if all(left_out):
            return Statement.of(build, ["NULL"])
        expressions = [
            "NULL::json" if out else root_sql(build, field) for out, field in zip(left_out, asked, strict=True)
        ]
        return Statement.of(build, expressions, keys=[field.key for field in asked])

    key = (kept_as, standing(principal), shape(document))
    statement = STATEMENTS.obtain(key, request, compile)
    if not statement.keys:
        return {}
    row = await run(runtime, request, statement)
    return {key: answer_of(value) for key, value in zip(statement.keys, row, strict=True)}


def _introspects(field: Selected) -> bool:
    return field.name.startswith("__")


def standing(principal: Principal) -> Hashable:
    """What of a caller shapes the SQL."""
    restricted = principal.venture_ids is not None and principal.kind is not ActorKind.WORKER
    return principal.role, permissions_of(principal), restricted


def shape(document: Document) -> Hashable:
    """What of a document's variables shapes the SQL."""
    given = document.variables
    return tuple(
        (name, shape_of(given[name], wanted) if name in given else "absent") for name, wanted in document.types.items()
    )


@dataclass(frozen=True)
class Payload:
    """A compiled read of what a command is about to change: compiled before the command, read after its commit."""

    request: Request
    statement: Statement
    keys: Sequence[str]
    _ids: dict[str, UUID]

    async def read(self, runtime: Runtime, ids: Mapping[str, UUID]) -> dict[str, Answer]:
        """The entities by key, given the ids that the command answered with; null where there is none."""
        if not self.keys:
            return {}
        self._ids.update(ids)
        row = await run(runtime, self.request, self.statement)
        return {key: answer_of(value) for key, value in zip(self.keys, row, strict=True)}


def prepare_payload(
    runtime: Runtime,
    principal: Principal,
    asked: Sequence[tuple[str, str, str, bool]],
    selections: Mapping[str, Selection],
    variables: Mapping[str, Any] | None = None,
) -> Payload:
    """Compile what a payload asks for: `(key, payload name, entity word, whether as an edge)` for each field.

    Raises `Forbidden` for what the caller may not read, before anything is changed.
    """
    ids: dict[str, UUID] = {}
    build = Build(request_of(runtime, principal, variables))
    expressions = []
    for key, name, word, edge in asked:
        read = _late(ids, name)
        selected = Selected(key, word, {}, selections[key])
        expressions.append(
            edge_sql(build, word, read, selected) if edge else by_id(build, BY_WORD[word], read, selected)
        )
    return Payload(build.request, Statement.of(build, expressions), [key for key, *_ in asked], ids)


def _late(ids: Mapping[str, UUID], name: str) -> Callable[[Request], UUID | None]:
    return lambda request: ids.get(name)


def edge_sql(build: Build, word: str, read: Callable[[Request], Any], selected: Selected) -> str:
    """The edge of one row, as the root connection without arguments has it."""
    entity = BY_WORD[word]

    def rows() -> Any:
        frame = frame_of(build, entity)
        return frame, [*seen(frame), f"{frame.row}.id = {build.bind(read, 'uuid')}"]

    below = Fixed([Selected("edges", "edges", {}, selected.below)])
    whole = Selected(selected.key, selected.name, {}, below)
    listing = Listing(build, entity, whole, rows, object_sql, usual=entity.order)
    return f"(({connection_select(listing)}) -> 'edges' -> 0)"


async def read_entity(runtime: Runtime, principal: Principal, word: str, id: UUID, selection: Selection) -> Answer:
    """One entity, archived or not; None when it is not there or not to be seen."""
    payload = prepare_payload(runtime, principal, [("it", word, word, False)], {"it": selection})
    return (await payload.read(runtime, {word: id}))["it"]
