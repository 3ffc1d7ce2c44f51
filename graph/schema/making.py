"""How a GraphQL type is made from a declaration: graphql-core's own types, with nothing between.

A value is there unless its type says otherwise: `maybe(type)` may be null, `listed(type)` is a list of such values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
)

from graph.enums import MEANINGS, member_name, name_of
from graph.kinds import Kind
from graph.schema.scalars import URL, Date, DateTime, DecimalNumber, Duration, EmailAddress, JSONValue

_SCALARS: Final = (
    *(GraphQLString, GraphQLInt, GraphQLFloat, GraphQLBoolean, GraphQLID),
    *(DecimalNumber, Date, DateTime, JSONValue, EmailAddress, URL, Duration),
)


@dataclass(frozen=True, slots=True)
class Maybe:
    """A type whose values may be null."""

    type: Any


Wanted: TypeAlias = Any
"""A type of graphql-core, whose values are never null, or `Maybe`."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument to be made; one that may be null has no default, so that left out and null are told apart."""

    name: str
    type: Wanted
    description: str
    deprecated: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A field to be made: its name, type and words, and its arguments where it has any."""

    name: str
    type: Wanted
    description: str
    arguments: Sequence[Argument] = ()
    deprecated: str | None = None


class Output(GraphQLObjectType):
    """A type that is named first and filled later, since types refer to one another in circles.

    `resolve` answers each of its fields; without it they are attributes of what stands for the type.
    """

    parts: Sequence[Part] = ()

    def __init__(self, name: str, *interfaces: GraphQLInterfaceType, resolve: Any = None) -> None:
        super().__init__(name, lambda: {part.name: _field(part, resolve) for part in self.parts}, interfaces)


class Input(GraphQLInputObjectType):
    """An input that is named first and filled later. Fields that may be null may be left out."""

    parts: Sequence[Part] = ()

    def __init__(self, name: str) -> None:
        super().__init__(name, lambda: {part.name: _input_field(part) for part in self.parts})


Made = TypeVar("Made", Output, Input)


def fill(made: Made, description: str, parts: Sequence[Part]) -> Made:
    """Give a type its words and its fields."""
    made.description, made.parts = description, parts
    return made


@cache
def maybe(wanted: Any) -> Maybe:
    """The type or null."""
    return Maybe(wanted)


@cache
def listed(wanted: Wanted) -> Any:
    """A list of values of the type."""
    return GraphQLList(_exact(wanted))


@cache
def _exact(wanted: Wanted) -> Any:
    return wanted.type if isinstance(wanted, Maybe) else GraphQLNonNull(wanted)


def _field(part: Part, resolve: Any) -> GraphQLField:
    return GraphQLField(
        _exact(part.type),
        {
            one.name: GraphQLArgument(_exact(one.type), description=one.description, deprecation_reason=one.deprecated)
            for one in part.arguments
        },
        resolve,
        description=part.description,
        deprecation_reason=part.deprecated,
    )


def _input_field(part: Part) -> GraphQLInputField:
    return GraphQLInputField(_exact(part.type), description=part.description, deprecation_reason=part.deprecated)


@cache
def enum_type(values: type[StrEnum]) -> GraphQLEnumType:
    """The GraphQL enumeration of a domain's: values in capitals, which stand for the stored texts."""
    meanings = MEANINGS[values]
    return made_enum(
        name_of(values),
        " ".join((values.__doc__ or "").split()),
        {member_name(str(value)): (str(value), meanings[str(value)]) for value in values},
    )


def made_enum(name: str, description: str, values: Mapping[str, tuple[str, str]]) -> GraphQLEnumType:
    """An enumeration from `{NAME: (value, meaning)}`."""
    made = {key: GraphQLEnumValue(value, description=text) for key, (value, text) in values.items()}
    return GraphQLEnumType(name, made, description=description)


_NAMED: Final[Mapping[str, Any]] = {
    **{scalar.name: scalar for scalar in _SCALARS},
    **{f"[{scalar.name}!]": listed(scalar) for scalar in _SCALARS},
}


def value_type(kind: Kind) -> Any:
    """The GraphQL type of a kind's values."""
    return enum_type(kind.enumeration) if kind.enumeration is not None else _NAMED[kind.name]
