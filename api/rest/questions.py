"""Questions over REST, made from their list: `GET …/{id}/<what>` with the rest of the input as query parameters.

A question about one object names it first, as `<type>_id`. One whose input holds lists or objects is a `POST`.
"""

from __future__ import annotations

import re
import types
import typing
from typing import Annotated, Any, Final, Union

import orjson
from pydantic import BaseModel, BeforeValidator, create_model
from starlette.responses import Response

from api.rest.answering import JSON
from api.rest.operation import Call, Operation
from api.rest.reading_input import Query, read_input
from api.rest.resource import IN_TENANT
from domain.kernel.errors import NotFound
from domain.kernel.questions import Asking, Question
from domain.questions import QUESTIONS
from graph.language import Entity
from graph.registry import BY_WORD

_NAMES: Final = dict.fromkeys(("roadmap_comparison", "baseline_comparison", "review_comparison"), "comparison")
"""What a question is called below its object, where that is not its own name."""


def operations() -> list[Operation]:
    """One for each question."""
    return [_operation(question) for question in QUESTIONS.values()]


def _operation(question: Question) -> Operation:
    first, *rest = question.input.model_fields
    subject = BY_WORD.get(first.removesuffix("_id")) if first.endswith("_id") else None
    named = frozenset({first}) if subject is not None else frozenset()
    asked = rest if subject is not None else [first, *rest]
    plain = all(_is_plain(question.input.model_fields[name].annotation) for name in asked)

    async def run(call: Call) -> Response:
        path = {first: call.id} if subject is not None else {}
        if plain:  # what the address says is checked by then
            sent = call.query.model_dump(exclude_unset=True) if call.query is not None else {}
            given = question.input.model_validate({**sent, **path})
        else:
            given = read_input(question.input, call.body, path)
        told = await question.run(Asking(call.runtime, call.principal), given)
        if told is None:
            raise NotFound("there is no such thing")
        return Response(orjson.dumps(told.model_dump(mode="json")), media_type=JSON)

    text = question.name.replace("_", " ")
    return Operation(
        id=f"get_{question.name}",
        method="GET" if plain else "POST",
        path=_path(question, subject),
        tag=_tag(question),
        summary=f"{text[0].upper()}{text[1:]}",
        description=question.description,
        run=run,
        action=question.action,
        query=_query(question, asked) if plain and asked else None,
        body=None if plain else question.input,
        from_path=named,
        only_reads=True,
        schema=question.answer,
        refusals=("CONFLICT",),
        prefix=subject.prefix if subject is not None else "",
    )


def _path(question: Question, subject: Entity | None) -> str:
    name = _NAMES.get(question.name, question.name).replace("_", "-")
    return f"{IN_TENANT}/{subject.plural.replace('_', '-')}/{{id}}/{name}" if subject else f"{IN_TENANT}/{name}"


def _tag(question: Question) -> str:
    return question.run.__module__.split(".")[1].capitalize()


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d{1,9}", value, re.ASCII) else value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _query(question: Question, names: list[str]) -> type[BaseModel]:
    """The query parameters: fields of the input, whose numbers and truth values are texts in an address."""
    fields: dict[str, Any] = {}
    hints = typing.get_type_hints(question.input, include_extras=True)
    for name in names:
        read = BeforeValidator(_truth if bool in _parts(hints[name]) else _number)
        fields[name] = (Annotated[hints[name], read], question.input.model_fields[name])
    return create_model(f"{question.input.__name__}Query", __base__=Query, **fields)


def _parts(annotation: Any) -> set[Any]:
    """The plain types that an annotation is made of."""
    if typing.get_origin(annotation) is Annotated:
        return _parts(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (Union, types.UnionType):
        return set().union(*(_parts(part) for part in typing.get_args(annotation)))
    return {annotation}


def _is_plain(annotation: Any) -> bool:
    parts = _parts(annotation)
    return all(isinstance(part, type) and not issubclass(part, BaseModel | list | dict) for part in parts)
