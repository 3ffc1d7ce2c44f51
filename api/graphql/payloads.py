"""The payload of a mutation: what the command answered with, read again; or why it was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graphql import GraphQLID, GraphQLInt, GraphQLResolveInfo, GraphQLString
from pydantic import ValidationError

from domain.kernel.commands import Command
from domain.kernel.errors import DomainError, QuotaExceeded
from domain.kernel.metrics import Metric
from graph.language import camel
from graph.reading import Answer
from graph.registry import BY_WORD
from graph.schema.making import Output, Part, enum_type, fill, listed, made_enum, maybe
from graph.schema.scalars import JSONValue
from graph.schema.types import Types

_MEANINGS: Final = {
    "NOT_FOUND": "An id names nothing, or nothing that you may see.",
    "INVALID": "A value breaks a rule.",
    "CONFLICT": "What you knew is out of date, or the name is taken.",
    "INVALID_STATE": "The object's state does not allow this.",
    "QUOTA_EXCEEDED": "A limit of the plan is reached.",
    "BUSY": "The same request is under way, or the database is overloaded; try again.",
    "IDEMPOTENCY_MISMATCH": "The idempotency key was used before with another request.",
}
EXCEEDED_QUOTA: Final = fill(
    Output("ExceededQuota"),
    "A limit of the tenant's plan that leaves no room.",
    [
        Part("metric", enum_type(Metric), "What is limited."),
        Part("limit", GraphQLInt, "How many the tenant may have."),
        Part("used", GraphQLInt, "How many it has."),
    ],
)
USER_ERROR: Final = fill(
    Output("UserError"),
    "One thing that a command was refused for.",
    [
        Part(
            "code",
            made_enum(
                "UserErrorCode", "Why a command was refused.", {code: (code, text) for code, text in _MEANINGS.items()}
            ),
            "Which rule.",
        ),
        Part("message", GraphQLString, "What is wrong and what to change, for people."),
        Part("path", listed(GraphQLString), "Where in the input, in its own spelling; empty for the whole."),
        Part("quota", maybe(EXCEEDED_QUOTA), "With QUOTA_EXCEEDED: which limit."),
    ],
)


@dataclass(frozen=True)
class Exceeded:
    """A limit that leaves no room."""

    metric: str
    limit: int
    used: int


@dataclass(frozen=True)
class UserError:
    """One thing that a command was refused for."""

    code: str
    message: str
    path: Sequence[str] = ()
    quota: Exceeded | None = None


@dataclass
class Outcome:
    """What a mutation answers with; its fields are taken by response key."""

    answers: Mapping[str, Answer]
    mark: str | None = None
    errors: Sequence[UserError] = ()
    secrets: Mapping[str, str] | None = None
    deleted: str | None = None
    reports: Mapping[str, Any] | None = None


def user_errors(error: DomainError | ValidationError) -> list[UserError]:
    """The errors as the client sees them: codes, sentences, and paths in its own spelling."""
    if isinstance(error, ValidationError):
        return [
            UserError("INVALID", _sentence(found["msg"]), _path(found["loc"]))
            for found in error.errors(include_url=False, include_context=False, include_input=False)
        ]
    usual = _code(error.code, "INVALID")
    if isinstance(error, QuotaExceeded) and error.metric:
        exceeded = Exceeded(error.metric, error.limit, error.used)
        return [UserError(usual, error.message, quota=exceeded)]
    if not error.problems:
        return [UserError(usual, error.message)]
    return [UserError(_code(problem.code, usual), problem.message, _path(problem.path)) for problem in error.problems]


def _code(code: str, otherwise: str) -> str:
    return code if code in _MEANINGS else otherwise


def _sentence(text: str) -> str:
    return text.removeprefix("Value error, ")


def _path(place: Sequence[str | int]) -> list[str]:
    return [camel(part) if isinstance(part, str) else str(part) for part in place]


def edge_of(command: Command) -> str | None:
    """The payload name of what a command creates, whose edge is offered."""
    return next(iter(command.returns)) if command.creates else None


def payload_field(source: Outcome, info: GraphQLResolveInfo[Any]) -> Any:
    """Resolver of every field of a payload."""
    match info.field_name:
        case "userErrors":
            return list(source.errors)
        case "clientMutationId":
            return source.mark
        case "deletedId":
            return source.deleted
    if str(info.path.key) in source.answers:
        return source.answers[str(info.path.key)]
    if info.field_name in (source.reports or {}):
        return (source.reports or {})[info.field_name]
    return (source.secrets or {}).get(info.field_name)


def payload_type(name: str, command: Command, types: Types) -> Any:
    """The payload type of a command."""
    return fill(
        Output(name, resolve=payload_field), f"What came of `{camel(command.name)}`.", list(_parts(command, types))
    )


def _parts(command: Command, types: Types) -> Iterator[Part]:
    for payload, word in command.returns.items():
        yield Part(
            camel(payload),
            maybe(types.objects[word]),
            f"The {_words(payload)} as it is now; null where refused.",
        )
    if (created := edge_of(command)) is not None:
        word = command.returns[created]
        yield Part(
            camel(f"{created}_edge"),
            maybe(types.edges[word]),
            f"The new {_words(created)} as an edge of the root list in its usual order.",
        )
    for secret, text in command.shown_once.items():
        yield Part(camel(secret), maybe(GraphQLString), text)
    for report, text in command.reports.items():
        yield Part(camel(report), maybe(JSONValue), text)
    if deletes(command):
        yield Part("deletedId", maybe(GraphQLID), "The id of what is gone.")
    yield Part("userErrors", listed(USER_ERROR), "Why it was refused; empty where it was done.")
    yield Part("clientMutationId", maybe(GraphQLString), "The mark that the client sent along.")


def _words(name: str) -> str:
    return name.replace("_", " ")


def deletes(command: Command) -> bool:
    """Whether a command takes its object away from all lists."""
    return command.name.split("_")[0] in ("archive", "remove", "delete")


def prefix_of(command: Command) -> tuple[str, str]:
    """The payload name of a command's first object and the prefix of its ids."""
    payload, word = next(iter(command.returns.items()))
    return payload, BY_WORD[word].prefix
