"""GraphQL inputs from the commands' Pydantic classes: one schema a command, checked by Pydantic alone."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Union
from uuid import UUID

from graphql import GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from graph.durations import Relative
from graph.language import camel
from graph.schema.making import Input, Part, enum_type, fill, listed, maybe
from graph.schema.scalars import URL, Date, DateTime, DecimalNumber, EmailAddress, JSONValue

_PLAIN: Final[Mapping[type, Any]] = {
    UUID: GraphQLID,
    bool: GraphQLBoolean,
    int: GraphQLInt,
    str: GraphQLString,
    Decimal: DecimalNumber,
    date: Date,
    datetime: DateTime,
}
_FORMATS: Final[Mapping[str, Any]] = {"email": EmailAddress, "uri": URL}
_nested: Final[dict[type[BaseModel], Any]] = {}


def input_type(name: str, model: type[BaseModel], more: list[Part]) -> Any:
    """The input type of a command: its fields, and `more`."""
    return fill(Input(name), described(model), [*_parts(model), *more])


def described(model: type[BaseModel]) -> str:
    """What a class says of itself, in its first paragraph."""
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _parts(model: type[BaseModel]) -> list[Part]:
    return [
        Part(
            camel(name),
            field_type(found) if found.is_required() else maybe(field_type(found)),
            found.description or f"{name.replace('_', ' ').capitalize()}.",
            deprecated=found.deprecation_message,
        )
        for name, found in model.model_fields.items()
    ]


def field_type(found: FieldInfo) -> Any:
    """The GraphQL type of a field, not regarding whether it may be left out."""
    return _FORMATS.get(_format(found)) or _type(found.annotation)


def _format(found: Any) -> str:
    extra = getattr(found, "json_schema_extra", None)
    return str(extra.get("format", "")) if isinstance(extra, dict) else ""


def _type(annotation: Any) -> Any:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        inner, *marks = typing.get_args(annotation)
        formats = [_FORMATS[_format(mark)] for mark in marks if _format(mark) in _FORMATS]
        return formats[0] if formats else _type(inner)
    if origin in (Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        return _type(parts[0]) if len(parts) == 1 else JSONValue
    if origin in (list, tuple, set, frozenset):
        return listed(_type(typing.get_args(annotation)[0]))
    if isinstance(annotation, type):
        if issubclass(annotation, StrEnum):
            return enum_type(annotation)
        if issubclass(annotation, BaseModel):
            return _nested_type(annotation)
        if annotation in _PLAIN:
            return _PLAIN[annotation]
    return JSONValue


def _nested_type(model: type[BaseModel]) -> Any:
    if model not in _nested:
        name = model.__name__
        _nested[model] = input_type(name if name.endswith("Input") else f"{name}Input", model, [])
    return _nested[model]


def snake_names(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a model by the client's spelling."""
    return {camel(name): name for name in model.model_fields}


def as_domain(model: type[BaseModel], given: Mapping[str, Any]) -> dict[str, Any]:
    """What a client sent, in the model's own names; what was left out is left out."""
    names = snake_names(model)
    return {
        names[key]: _value(model.model_fields[names[key]].annotation, value)
        for key, value in given.items()
        if key in names
    }


def _value(annotation: Any, value: Any) -> Any:
    if isinstance(value, Relative):
        return str(value)
    if isinstance(value, list):
        inner = _inner(annotation)
        return [_value(inner, item) for item in value]
    if isinstance(value, dict) and (model := _model_in(annotation)) is not None:
        return as_domain(model, value)
    return value


def _inner(annotation: Any) -> Any:
    if typing.get_origin(annotation) in (list, tuple, set, frozenset):
        return typing.get_args(annotation)[0]
    for part in typing.get_args(annotation):
        if (found := _inner(part)) is not None:
            return found
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        if typing.get_origin(annotation) not in (list, tuple) and (found := _model_in(part)) is not None:
            return found
    return None
