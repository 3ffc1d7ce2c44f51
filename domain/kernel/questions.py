"""Questions: what is worked out for the one who asks, and not stored. Declared once; GraphQL's queries have each.

    @question(Action.DOMAIN_READ, price=10_000)
    async def what_if(asking: Asking, given: WhatIf) -> WhatIfAnswer | None: ...

A question reads in units of work of its own, changes nothing, and answers with plain values; None where what it is
about is not there for the caller.
"""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from domain.kernel.inputs import Input
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and what the answer may be worked out with."""

    runtime: Runtime
    principal: Principal


Function = Callable[[Asking, Any], Awaitable[BaseModel | None]]
F = TypeVar("F", bound=Callable[..., Awaitable[BaseModel | None]])


@dataclass(frozen=True)
class Question:
    """One question: its function, what it takes and answers with, the action that the caller must be allowed.

    `price`: what one answer costs, in the unit of GraphQL's limits.
    """

    name: str
    run: Function
    input: type[Input]
    answer: type[BaseModel]
    action: str
    price: int
    description: str


QUESTIONS: Final[dict[str, Question]] = {}
"""Every question by its function's name (snake case)."""


def question(action: str, *, price: int) -> Callable[[F], F]:
    """Declare a question. Its docstring's first paragraph is its description."""

    def register(function: F) -> F:
        hints = typing.get_type_hints(function)
        given = hints[list(inspect.signature(function).parameters)[1]]
        description = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
        name = function.__name__
        QUESTIONS[name] = Question(name, function, given, _answer(hints["return"]), str(action), price, description)
        return function

    return register


def _answer(annotation: Any) -> type[BaseModel]:
    parts = typing.get_args(annotation) if typing.get_origin(annotation) in (typing.Union, types.UnionType) else ()
    (found,) = [part for part in parts if part is not type(None)] or [annotation]
    if not (isinstance(found, type) and issubclass(found, BaseModel)):
        raise TypeError(f"a question answers with a Pydantic class, or None, not {annotation}")
    return found
