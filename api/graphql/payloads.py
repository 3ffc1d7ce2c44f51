"""The payload of a mutation: what the command answered with, read again; or why it was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import strawberry
from pydantic import ValidationError

from domain.kernel.commands import Command
from domain.kernel.errors import DomainError, QuotaExceeded
from domain.kernel.metrics import Metric
from graph.enums import member_name
from graph.language import camel
from graph.reading import Answer
from graph.registry import BY_WORD
from graph.schema.making import Part, empty, enum_type, fill, made_enum, maybe
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
UserErrorCode: Any = made_enum(
    "UserErrorCode", "Why a command was refused.", {code: (code, text) for code, text in _MEANINGS.items()}
)


_QuotaMetric: Any = enum_type(Metric)


@strawberry.type(description="A limit of the tenant's plan that leaves no room.")
class ExceededQuota:
    """A limit that leaves no room."""

    metric: _QuotaMetric = strawberry.field(description="What is limited.")
    limit: int = strawberry.field(description="How many the tenant may have.")
    used: int = strawberry.field(description="How many it has.")


@strawberry.type(description="One thing that a command was refused for.")
class UserError:
    """One thing that a command was refused for."""

    code: UserErrorCode = strawberry.field(description="Which rule.")
    message: str = strawberry.field(description="What is wrong and what to change, for people.")
    path: list[str] = strawberry.field(description="Where in the input, in its own spelling; empty for the whole.")
    quota: ExceededQuota | None = strawberry.field(description="With QUOTA_EXCEEDED: which limit.", default=None)


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
            UserError(code=UserErrorCode.INVALID, message=_sentence(found["msg"]), path=_path(found["loc"]))
            for found in error.errors(include_url=False, include_context=False, include_input=False)
        ]
    usual = _code(error.code, UserErrorCode.INVALID)
    if isinstance(error, QuotaExceeded) and error.metric:
        metric = _QuotaMetric[member_name(error.metric)]
        exceeded = ExceededQuota(metric=metric, limit=error.limit, used=error.used)
        return [UserError(code=usual, message=error.message, path=[], quota=exceeded)]
    if not error.problems:
        return [UserError(code=usual, message=error.message, path=[])]
    return [
        UserError(code=_code(problem.code, usual), message=problem.message, path=_path(problem.path))
        for problem in error.problems
    ]


def _code(code: str, otherwise: Any) -> Any:
    return UserErrorCode[code] if code in UserErrorCode.__members__ else otherwise


def _sentence(text: str) -> str:
    return text.removeprefix("Value error, ")


def _path(place: Sequence[str | int]) -> list[str]:
    return [camel(part) if isinstance(part, str) else str(part) for part in place]


def edge_of(command: Command) -> str | None:
    """The payload name of what a command creates, whose edge is offered."""
    return next(iter(command.returns)) if command.creates else None


def payload_type(name: str, command: Command, types: Types) -> Any:
    """The payload type of a command."""
    return fill(empty(name), f"What came of `{camel(command.name)}`.", list(_parts(command, types)))


def _parts(command: Command, types: Types) -> Iterator[Part]:
    for payload, word in command.returns.items():
        yield Part(
            payload,
            camel(payload),
            maybe(types.objects[word]),
            f"The {_words(payload)} as it is now; null where refused.",
        )
    if (created := edge_of(command)) is not None:
        word = command.returns[created]
        yield Part(
            f"{created}_edge",
            camel(f"{created}_edge"),
            maybe(types.edges[word]),
            f"The new {_words(created)} as an edge of the root list in its usual order.",
        )
    for secret, text in command.shown_once.items():
        yield Part(secret, camel(secret), maybe(str), text)
    for report, text in command.reports.items():
        yield Part(report, camel(report), maybe(JSONValue), text)
    if deletes(command):
        yield Part("deleted_id", "deletedId", maybe(strawberry.ID), "The id of what is gone.")
    yield Part("user_errors", "userErrors", list[UserError], "Why it was refused; empty where it was done.")
    yield Part("client_mutation_id", "clientMutationId", maybe(str), "The mark that the client sent along.")


def _words(name: str) -> str:
    return name.replace("_", " ")


def deletes(command: Command) -> bool:
    """Whether a command takes its object away from all lists."""
    return command.name.split("_")[0] in ("archive", "remove", "delete")


def prefix_of(command: Command) -> tuple[str, str]:
    """The payload name of a command's first object and the prefix of its ids."""
    payload, word = next(iter(command.returns.items()))
    return payload, BY_WORD[word].prefix
