"""Rows as lines of an archive: one JSON object each, written as events and answers show the same values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from domain.archives.contents import Content
from domain.kernel.columns import Choice, Instant
from domain.kernel.outward import outward

Schema = dict[str, Any]

_INSTANT: Final[Schema] = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$",
}
_DATE: Final[Schema] = {"type": "string", "format": "date"}
_WHOLE: Final[Mapping[type, tuple[int, int]]] = {
    sa.BigInteger: (-(2**63), 2**63 - 1),
    sa.Integer: (-(2**31), 2**31 - 1),
}


def selected(content: Content) -> list[sa.ColumnElement[Any]]:
    """What is selected of a table: documents as their text, which is passed on as it is."""
    return [
        sa.cast(column, sa.Text).label(column.name) if isinstance(column.type, JSONB) else column
        for column in content.columns
    ]


def written(content: Content, rows: Sequence[Sequence[Any]]) -> list[bytes]:
    """Rows, with the columns of `selected` in their order, as lines."""
    names = [str(column.name) for column in content.columns]
    write = [_writer(content, column) for column in content.columns]
    return [
        orjson.dumps(
            {name: None if value is None else to(value) for name, to, value in zip(names, write, row, strict=True)},
            option=orjson.OPT_APPEND_NEWLINE,
        )
        for row in rows
    ]


def _writer(content: Content, column: sa.Column[Any]) -> Any:  # Any: a function from a value to what orjson takes
    kind, prefix = column.type, content.prefixes.get(column.name, "")
    if isinstance(kind, JSONB):
        return orjson.Fragment
    if isinstance(kind, sa.Numeric):
        step = Decimal(1).scaleb(-(kind.scale or 0))
        return lambda value: format(value.quantize(step, ROUND_HALF_UP), "f")
    if isinstance(kind, sa.Integer | sa.Boolean):
        return lambda value: value
    if isinstance(kind, sa.Text):
        return str
    return lambda value: outward(value, prefix)


def schema_of(content: Content) -> Schema:
    """The JSON Schema of a table's lines."""
    properties = {str(column.name): _column(content, column) for column in content.columns}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": content.name,
        "description": content.about,
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _column(content: Content, column: sa.Column[Any]) -> Schema:
    schema = _value(column.type, content.prefixes.get(column.name, ""))
    if not column.nullable or not schema:
        return schema
    enum = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [schema["type"], "null"]} | enum


def _value(kind: Any, prefix: str) -> Schema:
    match kind:
        case Choice():
            return {"type": "string", "enum": [str(value) for value in kind.enumeration]}
        case sa.Uuid() if prefix:
            return {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{32}}$"}
        case sa.Uuid():
            return {"type": "string", "format": "uuid"}
        case Instant():
            return dict(_INSTANT)
        case sa.Date():
            return dict(_DATE)
        case sa.Integer():
            least, most = _WHOLE[type(kind)]
            return {"type": "integer", "minimum": least, "maximum": most}
        case sa.Numeric():
            return {"type": "string", "pattern": rf"^-?\d+\.\d{{{kind.scale or 0}}}$"}
        case sa.Boolean():
            return {"type": "boolean"}
        case JSONB():
            return {}
        case ARRAY():
            return {"type": "array", "items": _value(kind.item_type, prefix)}
        case sa.Text():
            return {"type": "string"}
    raise TypeError(f"archives cannot hold {kind!r}")
