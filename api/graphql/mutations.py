"""Mutations, made from the list of commands: one field, one input and one payload a command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import FieldNode, GraphQLResolveInfo, GraphQLString, OperationDefinitionNode
from pydantic import TypeAdapter, ValidationError

import domain.commands
from api.denied import note_denied
from api.graphql.inputs import as_domain, input_type
from api.graphql.payloads import Outcome, deletes, edge_of, payload_type, prefix_of, user_errors
from domain.kernel.commands import Command, Done, execute
from domain.kernel.errors import DomainError, Forbidden, Invalid
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.ids import external_id
from domain.kernel.inputs import Key
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import require
from graph.language import camel
from graph.reading import Answer, Payload, prepare_payload
from graph.schema.making import Argument, Output, Part, fill, maybe
from graph.schema.types import Types
from graph.selecting import Asked, Document, Selected

_KEY: TypeAdapter[str] = TypeAdapter(Key)
BY_NAME: Mapping[str, Command] = {camel(command.name): command for command in domain.commands.COMMANDS.values()}
"""Every command by its mutation's name."""


async def run_command(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Outcome:
    """Resolver of every mutation."""
    node: FieldNode = info.field_nodes[0]
    mutating: Mutating = info.context.mutating
    return await mutating.run(str(info.path.key), BY_NAME[node.name.value], arguments["input"])


def mutation_type(types: Types) -> Any:
    """The mutation type."""
    parts = []
    for name, command in sorted(BY_NAME.items()):
        stem = name[0].upper() + name[1:]
        given = input_type(f"{stem}Input", command.input, _MORE)
        wanted = payload_type(f"{stem}Payload", command, types)
        parts.append(Part(name, wanted, command.description, [Argument("input", given, "What to do.")]))
    return fill(
        Output("Mutation", resolve=run_command),
        "What can be changed. Each is a transaction of its own; several run in order.",
        parts,
    )


_MORE = [
    Part(
        "idempotencyKey",
        maybe(GraphQLString),
        "The same key with the same input gives the same result once, for 24 hours.",
    ),
    Part("clientMutationId", maybe(GraphQLString), "Any text; comes back in the payload."),
]


@dataclass
class Mutating:
    """One operation's mutations, all of whose payloads are compiled before the first command runs."""

    runtime: Runtime
    principal: Principal
    request_id: str
    payloads: Mapping[str, Payload]

    @classmethod
    async def prepare(
        cls,
        runtime: Runtime,
        principal: Principal,
        request_id: str,
        document: Document,
        operation: OperationDefinitionNode,
    ) -> Mutating:
        """Raises `Forbidden` for a command, or a type in a payload, that the caller may not use. Nothing has run."""
        payloads = {}
        for field in Asked(document, [operation.selection_set]).fields("Mutation"):
            if field.name in BY_NAME:
                command = BY_NAME[field.name]
                try:
                    require(principal, command.action)
                except Forbidden as error:
                    await note_denied(runtime, principal, error, {"operation": command.name}, request_id)
                    raise
                payloads[field.key] = _compiled(runtime, principal, command, field, document.variables)
        return cls(runtime, principal, request_id, payloads)

    async def run(self, key: str, command: Command, given: Mapping[str, Any]) -> Outcome:
        """Run one command and read its payload. What it refuses is in the payload; `Forbidden` is raised."""
        payload = self.payloads[key]
        mark = given.get("clientMutationId")
        nothing: dict[str, Answer] = dict.fromkeys(payload.keys)
        try:
            asked = command.input.model_validate(as_domain(command.input, given))
            done = await execute(
                self.runtime,
                self.principal,
                command,
                asked,
                request_id=self.request_id,
                idempotency=_idempotency(command, given),
            )
        except Forbidden as error:
            await note_denied(self.runtime, self.principal, error, {"operation": command.name}, self.request_id)
            raise
        except (ValidationError, DomainError) as error:
            return Outcome(nothing, mark, user_errors(error))
        answers = await payload.read(self.runtime, done.ids)
        return Outcome(answers, mark, (), done.shown_once, _deleted(command, done), done.reports)


def _deleted(command: Command, done: Done) -> str | None:
    if not deletes(command):
        return None
    payload, prefix = prefix_of(command)
    return external_id(prefix, done.ids[payload])


def _idempotency(command: Command, given: Mapping[str, Any]) -> IdempotentRequest | None:
    key = given.get("idempotencyKey")
    if key is None:
        return None
    rest = {name: value for name, value in given.items() if name not in ("idempotencyKey", "clientMutationId")}
    body = orjson.dumps(rest, default=str, option=orjson.OPT_SORT_KEYS)
    try:
        checked = _KEY.validate_python(key)
    except ValidationError as error:
        raise Invalid.at("idempotency_key", message=error.errors()[0]["msg"].removeprefix("Value error, ")) from None
    return IdempotentRequest.of("MUTATION", command.name, checked, body)


def _compiled(
    runtime: Runtime, principal: Principal, command: Command, field: Selected, variables: Mapping[str, Any]
) -> Payload:
    name = f"{field.name[0].upper()}{field.name[1:]}Payload"
    rows = {camel(payload): (payload, word, False) for payload, word in command.returns.items()}
    if (created := edge_of(command)) is not None:
        rows[camel(f"{created}_edge")] = (created, command.returns[created], True)
    selected = {part.key: part for part in field.below.fields(name) if part.name in rows}
    asked = [(key, *rows[part.name]) for key, part in selected.items()]
    selections = {key: part.below for key, part in selected.items()}
    return prepare_payload(runtime, principal, asked, selections, variables)
