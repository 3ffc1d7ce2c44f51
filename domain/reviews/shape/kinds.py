"""The kinds of values in a report. Numbers that are no whole ones are texts, since the report is hashed canonically."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field
from typing_extensions import TypedDict

from domain.kernel.events import said
from domain.kernel.ids import HEX_EXAMPLE

Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$", json_schema_extra={"format": "date"})]
"""A day, in ISO 8601."""

Instant = Annotated[
    str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$", json_schema_extra={"format": "date-time"})
]
"""An instant in UTC, in RFC 3339."""

Decimal = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]
"""A decimal number as a text: money, ratios, measured values."""

Share = Annotated[str, Field(pattern=r"^-?[01](\.\d+)?$")]
"""A share from 0 to 1, or a correlation from -1 to 1, as a text."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z_]*_[0-9a-f]{32}$")]
"""An id: the type and 32 hexadecimal digits."""

Percent = Annotated[int, Field(ge=0, le=100)]
"""Whole percent."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in hexadecimal digits."""

AN_ID: Final = f"_{HEX_EXAMPLE}"
"""The digits of the ids in examples."""


class Person(TypedDict):
    """A member of the tenant."""

    id: Annotated[Id, said("The member.", f"member{AN_ID}")]
    name: Annotated[str, said("The name by which the member is known.", "Ada Lindqvist")]


class Named(TypedDict):
    """Something by its id and title."""

    id: Annotated[Id, said("Its id.", f"milestone{AN_ID}")]
    title: Annotated[str, said("Its title.", "Closed beta")]
