"""Events with a meaning of their own (`risk.assessed`): each declared once, with the shape of what it says.

A context declares its events in `events.py`; `domain.webhooks.event_types` lists them all. From a declaration follow
the event's JSON Schema, its place in the contracts, and what the tests hold every event to that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from domain.kernel.ids import HEX_EXAMPLE
from domain.kernel.tables import Table


@dataclass(frozen=True)
class EventType:
    """One type of event: what it is about, and what its `data` holds."""

    name: str
    description: str
    "When it is told, in a sentence."
    subject: str
    "The word of what it is about."
    row: type[Table] | None = None
    "The table all of whose stored columns are in `data`."
    more: type[Any] | None = None
    "A TypedDict: what else is in `data`, or all that is."
    example: Mapping[str, Any] = field(default_factory=dict)
    "Members of an example of `data`, where the usual ones would not tell a true story."


def an_id(prefix: str, description: str, example_prefix: str = "") -> Any:
    """What stands in a TypedDict beside `str` for an external id: its prefix, and what it is the id of."""
    pattern = f"^{prefix}_[0-9a-f]{{32}}$"
    example = f"{example_prefix or prefix}_{HEX_EXAMPLE}"
    return Field(description=description, json_schema_extra={"pattern": pattern, "examples": [example]})


def an_instant(description: str) -> Any:
    """An instant, in RFC 3339."""
    pattern = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$"
    extra = {"format": "date-time", "pattern": pattern, "examples": ["2026-12-01T09:30:00.000000Z"]}
    return Field(description=description, json_schema_extra=extra)  # type: ignore[arg-type]  # lists are invariant


def a_date(description: str) -> Any:
    """A day."""
    extra = {"format": "date", "pattern": r"^\d{4}-\d\d-\d\d$", "examples": ["2026-12-01"]}
    return Field(description=description, json_schema_extra=extra)  # type: ignore[arg-type]  # lists are invariant


def a_decimal(description: str, example: str) -> Any:
    """A decimal number as a text."""
    extra = {"pattern": r"^-?\d+(\.\d+)?$", "examples": [example]}
    return Field(description=description, json_schema_extra=extra)  # type: ignore[arg-type]  # lists are invariant


def one_of(values: Iterable[str], description: str) -> Any:
    """One of a few texts: the values of an enumeration. The example is the first of them."""
    return Field(description=description, json_schema_extra={"enum": [str(value) for value in values]})


def said(description: str, *examples: Any) -> Any:
    """Whatever its Python type says."""
    return Field(description=description, json_schema_extra={"examples": list(examples)} if examples else None)
