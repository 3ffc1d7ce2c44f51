"""Bounds of values in the words of JSON Schema.

Where a validator of ours stands before or behind a type, Pydantic leaves the bounds beside it under its own names
(`gt`, `max_digits`), which no client knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_BOUNDS: Final = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
_DIGITS: Final = ("max_digits", "decimal_places")


def bounded(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with its bounds at the values that they bound: a number, or a number as text."""
    own = {name: schema[name] for name in (*_BOUNDS, *_DIGITS) if name in schema}
    rest = {name: value for name, value in schema.items() if name not in own}
    if not own:
        return rest
    if "anyOf" in rest:
        return rest | {"anyOf": [_bounded_part(part, own) for part in rest["anyOf"]]}
    return _bounded_part(rest, own)


def _bounded_part(part: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    match part.get("type"):
        case "number" | "integer":
            return dict(part) | {_BOUNDS[name]: _number(value) for name, value in own.items() if name in _BOUNDS}
        case "string":
            return dict(part) | {"pattern": _digits(own)}
        case _:
            return dict(part)


def _digits(own: Mapping[str, Any]) -> str:
    """A decimal number as text, as far as a pattern can bound it."""
    places = own.get("decimal_places", 30)
    whole = own.get("max_digits", 30 + places) - places
    sign = "" if _number(own.get("ge", own.get("gt", -1))) >= 0 else "-?"
    return rf"^{sign}[0-9]{{1,{max(whole, 1)}}}(\.[0-9]{{1,{places}}})?$" if places else rf"^{sign}[0-9]{{1,{whole}}}$"


def _number(value: Any) -> Any:
    """A bound as a number; Pydantic tells those of decimals as texts."""
    if not isinstance(value, str):
        return value
    return float(value) if "." in value or "e" in value.lower() else int(value)
