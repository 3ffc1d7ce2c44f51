"""The fields of a command's input as columns of a sheet: objects are spread out, lists stand in one cell."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal, Union
from uuid import UUID

from pydantic import BaseModel

from domain.kernel.inputs import IdOf


class Form(StrEnum):
    """How a cell is read."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    REFERENCE = "reference"
    DOCUMENT = "document"


_FORMS: Final[dict[type, Form]] = {
    str: Form.TEXT,
    bool: Form.TRUTH,
    int: Form.WHOLE,
    float: Form.NUMBER,
    Decimal: Form.NUMBER,
    date: Form.DAY,
    datetime: Form.MOMENT,
}


@dataclass(frozen=True)
class SheetField:
    """One column: `path` into the input, and how its cells are read.

    `many` cells hold several values. `prefix` is of the ids of a reference, `choices` are the values of an enumeration.
    """

    path: tuple[str, ...]
    form: Form
    required: bool
    description: str
    many: bool = False
    prefix: str = ""
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the column: `estimate_likely`."""
        return "_".join(self.path)


@cache
def fields_of(model: type[BaseModel]) -> tuple[SheetField, ...]:
    """The columns of an input, in its order."""
    return tuple(_spread(model, (), True))


def _spread(model: type[BaseModel], before: tuple[str, ...], needed: bool) -> Iterator[SheetField]:
    hints = typing.get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        path = (*before, name)
        required = needed and field.is_required()
        core, told = _bare(hints[name])
        if isinstance(core, type) and issubclass(core, BaseModel):
            yield from _spread(core, path, required)
        else:
            yield _field(path, core, told, required, field.description or "")


def _field(path: tuple[str, ...], core: Any, told: list[Any], required: bool, description: str) -> SheetField:
    form, prefix, choices = _form(core, told)
    if form is not Form.DOCUMENT or typing.get_origin(core) is not list:
        return SheetField(path, form, required, description, prefix=prefix, choices=choices)
    item, told = _bare(typing.get_args(core)[0])
    form, prefix, choices = _form(item, told)
    return SheetField(path, form, required, description, many=form is not Form.DOCUMENT, prefix=prefix, choices=choices)


def _form(core: Any, told: list[Any]) -> tuple[Form, str, tuple[str, ...]]:
    for each in told:
        if isinstance(each, IdOf):
            return Form.REFERENCE, each.prefix, ()
    if typing.get_origin(core) is Literal:
        return Form.CHOICE, "", tuple(str(value) for value in typing.get_args(core))
    if isinstance(core, type) and issubclass(core, Enum):
        return Form.CHOICE, "", tuple(str(value.value) for value in core)
    if core is UUID:
        return Form.TEXT, "", ()
    return _FORMS.get(core, Form.DOCUMENT), "", ()


def _bare(hint: Any) -> tuple[Any, list[Any]]:
    """A type without `Annotated` and without None, and all that was annotated."""
    told: list[Any] = []
    while True:
        origin = typing.get_origin(hint)
        if origin is Annotated:
            hint, *more = typing.get_args(hint)
            told += more
        elif origin in (Union, types.UnionType):
            kinds = [each for each in typing.get_args(hint) if each is not type(None)]
            if len(kinds) != 1:
                return hint, told
            hint = kinds[0]
        else:
            return hint, told
