"""Commands: what can be asked of the domain. Declared once; GraphQL mutations and REST verbs are made from this list.

    @command(Action.RISK_WRITE, returns={"risk": "risk"}, creates=True)
    async def create_risk(work: Work, given: CreateRisk) -> Ids: ...

A command does one thing in one transaction and answers with ids; what the caller sees of the change is read afterwards.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID

from domain.kernel.idempotency import IdempotentRequest, claim_key, keep_result
from domain.kernel.inputs import Input
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform


@dataclass(frozen=True)
class Done:
    """What a command has done: the ids of what it made or changed, by payload name, and secrets that are shown once."""

    ids: Mapping[str, UUID]
    shown_once: Mapping[str, str] = field(default_factory=dict)
    replayed: bool = False
    reports: Mapping[str, Any] = field(default_factory=dict)
    "What it has worked out, by name: plain JSON, empty when the request is repeated."


@dataclass(frozen=True)
class Command:
    """One command: its function, its input class, the action that the caller must be allowed, and what it answers with.

    `returns` maps payload names to entity words (`{"risk": "risk"}`); `creates` says that the first is new.
    `shown_once` describes the secrets that it answers with, which are null when the request is repeated, and `reports`
    what it works out without storing it.
    """

    name: str
    run: Callable[[Work, Any], Awaitable[Done]]
    input: type[Input]
    action: str
    returns: Mapping[str, str]
    creates: bool
    description: str
    shown_once: Mapping[str, str] = field(default_factory=dict)
    reports: Mapping[str, str] = field(default_factory=dict)


COMMANDS: Final[dict[str, Command]] = {}
"""Every command by its function's name (snake case)."""

Function = Callable[[Work, Any], Awaitable[Done]]


def command(
    action: str,
    *,
    returns: Mapping[str, str],
    creates: bool = False,
    shown_once: Mapping[str, str] | None = None,
    reports: Mapping[str, str] | None = None,
) -> Callable[[Function], Function]:
    """Declare a command. Its docstring's first paragraph is its description in both APIs."""

    def register(function: Function) -> Function:
        made = declared(function, action, returns=returns, creates=creates, shown_once=shown_once, reports=reports)
        made = replace(made, description=_words((inspect.getdoc(function) or "").split("\n\n")[0]))
        COMMANDS[made.name] = made
        return function

    return register


def declared(
    function: Function,
    action: str,
    *,
    returns: Mapping[str, str],
    creates: bool = False,
    shown_once: Mapping[str, str] | None = None,
    reports: Mapping[str, str] | None = None,
) -> Command:
    """The command of a function, described by its whole docstring; it stands in no list by itself."""
    given = typing.get_type_hints(function)[list(inspect.signature(function).parameters)[1]]
    description = _words(inspect.getdoc(function) or "")
    return Command(
        function.__name__,
        function,
        given,
        str(action),
        dict(returns),
        creates,
        description,
        dict(shown_once or {}),
        dict(reports or {}),
    )


def _words(text: str) -> str:
    return " ".join(text.split())


async def execute(
    runtime: Runtime,
    principal: Principal,
    asked: Command,
    given: Input,
    *,
    request_id: str | None = None,
    idempotency: IdempotentRequest | None = None,
) -> Done:
    """Run a command in a unit of work of its own. The caller has asked `domain.tenancy.permissions` before.

    With an idempotency key that was used before for the same request the command does not run: the ids of the first
    run are answered, secrets left out. Raises the domain's errors.
    """

    async def act(work: Work) -> Done:
        if idempotency is not None and (kept := await claim_key(work, idempotency)) is not None:
            return Done({name: UUID(value) for name, value in kept.items()}, replayed=True)
        done = await asked.run(work, given)
        if idempotency is not None:
            await work.flush()
            await keep_result(work, idempotency, {name: str(value) for name, value in done.ids.items()})
        return done

    return await perform(runtime, principal, act, request_id=request_id)
