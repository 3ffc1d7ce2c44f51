"""How a Strawberry class is made from a declaration instead of being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Final, Optional

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from graph.enums import MEANINGS, member_name, name_of
from graph.kinds import Kind
from graph.schema.scalars import URL, Date, DateTime, DecimalNumber, Duration, EmailAddress, JSONValue

NAMED: Final[dict[str, Any]] = {
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
    "ID": strawberry.ID,
    "Decimal": DecimalNumber,
    "Date": Date,
    "DateTime": DateTime,
    "JSON": JSONValue,
    "EmailAddress": EmailAddress,
    "URL": URL,
    "Duration": Duration,
    "[String!]": list[str],
    "[Date!]": list[Date],
    "[ID!]": list[strawberry.ID],
}
_ENUMS: Final[dict[type[StrEnum], Any]] = {}


@dataclass(frozen=True)
class Part:
    """A field to be made: its names, type and words, and its arguments where it has any."""

    name: str
    spelt: str
    type: Any
    description: str
    arguments: Sequence[StrawberryArgument] = ()
    deprecated: str | None = None


def argument(name: str, wanted: Any, description: str, deprecated: str | None = None) -> StrawberryArgument:
    """An argument; optional ones have no default, so that left out and null are told apart."""
    return StrawberryArgument(
        name, name, StrawberryAnnotation(wanted), description=description, deprecation_reason=deprecated
    )


def empty(name: str, *bases: type) -> Any:
    """A class to be filled later: types refer to one another in circles."""
    return type(name, bases, {"__module__": __name__})


def fill(cls: Any, description: str, parts: Sequence[Part], interface: bool = False) -> Any:
    """Make an output type of an empty class."""
    annotations = {}
    for part in parts:
        field = StrawberryField(
            python_name=part.name,
            graphql_name=part.spelt,
            type_annotation=StrawberryAnnotation(part.type),
            description=part.description,
            default=None,
            deprecation_reason=part.deprecated,
        )
        field.arguments = list(part.arguments)
        setattr(cls, part.name, field)
        annotations[part.name] = part.type
    cls.__annotations__ = annotations
    make = strawberry.interface if interface else strawberry.type
    return make(cls, name=cls.__name__, description=description)


def fill_input(cls: Any, description: str, parts: Sequence[Part]) -> Any:
    """Make an input type of an empty class; fields whose type is optional may be left out."""
    annotations = {}
    for part in parts:
        optional = type(None) in getattr(part.type, "__args__", ())
        options: dict[str, Any] = {"default": strawberry.UNSET} if optional else {}
        options |= {"description": part.description, "deprecation_reason": part.deprecated}
        setattr(cls, part.name, strawberry.field(name=part.spelt, **options))
        annotations[part.name] = part.type
    cls.__annotations__ = annotations
    return strawberry.input(cls, name=cls.__name__, description=description)


def maybe(wanted: Any) -> Any:
    """The type or null."""
    return Optional[wanted]  # noqa: UP045  # the type is only known at run time, where `|` refuses strings


def enum_type(values: type[StrEnum]) -> Any:
    """The GraphQL enumeration of a domain's: values in capitals, which stand for the stored texts."""
    if values not in _ENUMS:
        meanings = MEANINGS[values]
        _ENUMS[values] = made_enum(
            name_of(values),
            " ".join((values.__doc__ or "").split()),
            {member_name(str(value)): (str(value), meanings[str(value)]) for value in values},
        )
    return _ENUMS[values]


class _Named(Enum):
    """A value of an enumeration made at run time; as a text it is what it stands for."""

    def __str__(self) -> str:
        return str(self.value)


def made_enum(name: str, description: str, values: dict[str, tuple[str, str]]) -> Any:
    """An enumeration from `{NAME: (value, meaning)}`."""
    members = {key: strawberry.enum_value(value, description=text) for key, (value, text) in values.items()}
    made: Any = _Named(name, members)  # type: ignore[call-arg]  # the functional form, which mypy sees as a look-up
    return strawberry.enum(made, name=name, description=description)


def value_type(kind: Kind) -> Any:
    """The GraphQL type of a kind's values."""
    return enum_type(kind.enumeration) if kind.enumeration is not None else NAMED[kind.name]
