"""Questions in GraphQL: root fields of the query that a program answers, beside the one statement of all others."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

import orjson
from pydantic import BaseModel, ValidationError

import domain.questions
from api.graphql.inputs import as_domain, described, field_type
from domain.kernel.errors import Invalid
from domain.kernel.principal import Principal
from domain.kernel.questions import Asking, Question
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import require
from graph.enums import member_name
from graph.errors import BadInput
from graph.language import camel
from graph.reading import Answer
from graph.schema.making import Argument, Output, Part, fill, listed, maybe
from graph.selecting import Selected, Selection

BY_NAME: Final[Mapping[str, Question]] = {camel(one.name): one for one in domain.questions.QUESTIONS.values()}
"""Every question by its field's name."""

_MADE: Final[dict[type[BaseModel], Any]] = {}


def question_parts() -> list[Part]:
    """The root fields."""
    return [
        Part(
            name,
            maybe(answer_type(one.answer)),
            f"{one.description} Costs {one.price} beside its fields. Null where there is no such thing for you.",
            [
                Argument(
                    camel(field),
                    field_type(found) if found.is_required() else maybe(field_type(found)),
                    found.description or "",
                )
                for field, found in one.input.model_fields.items()
            ],
        )
        for name, one in sorted(BY_NAME.items())
    ]


def answer_type(model: type[BaseModel]) -> Any:
    """The GraphQL type of what a program answers with."""
    if model not in _MADE:
        parts = []
        for name, found in model.model_fields.items():
            wanted = _output(found.annotation, field_type(found))
            parts.append(Part(camel(name), wanted, found.description or ""))
        _MADE[model] = fill(Output(model.__name__), described(model), parts)
    return _MADE[model]


def _output(annotation: Any, plain: Any) -> Any:
    model = _model(annotation)
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is list:
        return plain if model is None else listed(answer_type(model))
    found = plain if model is None else answer_type(model)
    return maybe(found) if type(None) in arguments else found


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in typing.get_args(annotation) if (found := _model(part)) is not None), None)


async def answer_question(
    runtime: Runtime, principal: Principal, asked: Selected, variables: Mapping[str, Any]
) -> Answer:
    """The JSON of a question's field. Raises `Forbidden`, `BadInput` and what the question refuses with."""
    one = BY_NAME[asked.name]
    require(principal, one.action)
    given = {name: found.read(variables) for name, found in asked.arguments.items()}
    try:
        checked = one.input.model_validate(as_domain(one.input, given))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        sentence = first["msg"].removeprefix("Value error, ")
        raise BadInput(f"{asked.name}.{_path(first['loc'])}: {sentence}") from None
    try:
        answer = await one.run(Asking(runtime, principal), checked)
    except Invalid as error:
        raise BadInput(
            "; ".join(f"{asked.name}.{_path(problem.path)}: {problem.message}" for problem in error.problems)
            or error.message
        ) from None
    return None if answer is None else orjson.Fragment(orjson.dumps(shown(answer, asked.below)))


def _path(place: Sequence[str | int]) -> str:
    return ".".join(camel(part) if isinstance(part, str) else str(part) for part in place)


def shown(answer: BaseModel, below: Selection) -> dict[str, Any]:
    """What is asked of an answer, under the keys of the document."""
    plain = answer.model_dump(mode="json")
    name = type(answer).__name__
    names = {camel(field): field for field in type(answer).model_fields}
    return {
        part.key: name if part.name == "__typename" else _value(
            getattr(answer, names[part.name]), plain[names[part.name]], part.below
        )
        for part in below.fields(name)
    }  # fmt: skip


def _value(value: Any, plain: Any, below: Selection) -> Any:
    match value:
        case BaseModel():
            return shown(value, below)
        case list():
            return [_value(one, told, below) for one, told in zip(value, plain, strict=True)]
        case StrEnum():
            return member_name(value)
    return plain
