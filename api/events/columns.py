"""The JSON Schema of a row as events show it: from the table's columns, with what REST and GraphQL say of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import sqlalchemy as sa
from pydantic import BaseModel, TypeAdapter
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from api.rest.shown import (
    ShownApiKey,
    ShownChannel,
    ShownDocumentManifest,
    ShownInvitation,
    ShownMember,
    ShownServiceAccount,
    ShownWebhookEndpoint,
)
from domain.commands import COMMANDS
from domain.kernel.columns import Choice, Instant
from domain.kernel.ids import HEX_EXAMPLE
from domain.kernel.outward import hidden_columns, reference_prefixes
from domain.kernel.tables import Table
from graph.language import Field
from graph.registry import BY_WORD

Schema = dict[str, Any]

_SHOWN: Final[Mapping[str, type[BaseModel]]] = {
    "api_key": ShownApiKey,
    "channel": ShownChannel,
    "document_manifest": ShownDocumentManifest,
    "invitation": ShownInvitation,
    "member": ShownMember,
    "service_account": ShownServiceAccount,
    "webhook_endpoint": ShownWebhookEndpoint,
}
_SAID_HERE: Final[Mapping[tuple[str, str], str]] = {
    ("group", "roster_version"): "Counts the changes of who is in it.",
    ("group_member", "group_id"): "The group.",
    ("group_member", "member_id"): "The member who is in it.",
    (
        "health_change",
        "reasons",
    ): "Why it is so by the facts: dimension, state, rule, value, limit and subject of each.",
    ("member", "display_name"): "What the directory shows as the person's name; null: it has told none.",
    ("member", "family_name"): "The family name, by the directory.",
    ("member", "formatted_name"): "The full name, by the directory.",
    ("member", "given_name"): "The given name, by the directory.",
    ("member", "left_directory_at"): "Equal to archived_at where the directory has deleted the person.",
    ("member", "user_id"): "The person who signs in as the member; null until somebody has.",
    ("review", "inputs_hash"): "Of all that the report was made of, in hexadecimal digits; null before the first.",
    ("risk_mention", "comment_id"): "The comment.",
    ("risk_mention", "member_id"): "The member whom it names.",
    ("rule", "condition_changed_at"): "When its condition, a parameter, its hold or its keep was last changed.",
}
"""Columns that events show and nothing else does."""
_HOLDS_AN_ID: Final = frozenset({("silence", "subject")})
"""Columns of text that hold an external id, of whatever type."""


def row_schema(table: type[Table]) -> Schema:
    """The schema of a row of a table: all its columns, always there."""
    properties = {name: _column(table, name) for name in table.model_fields if name not in hidden_columns(table)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def id_schema(prefix: str) -> Schema:
    """The schema of an external id."""
    return {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{32}}$", "examples": [f"{prefix}_{HEX_EXAMPLE}"]}


ANY_ID: Final[Schema] = id_schema("[a-z][a-z_]*") | {"examples": [f"risk_{HEX_EXAMPLE}"]}
INSTANT: Final[Schema] = {
    "type": "string",
    "format": "date-time",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$",
    "examples": ["2026-12-01T09:30:00.000000Z"],
}


def or_null(schema: Schema) -> Schema:
    """The schema that also takes null."""
    if not schema.get("type"):
        return schema
    nullable = schema | {"type": [schema["type"], "null"]}
    if "enum" in schema:
        nullable["enum"] = [*schema["enum"], None]
    return nullable


def _column(table: type[Table], name: str) -> Schema:
    column: sa.Column[Any] = table.__table__.c[name]  # type: ignore[attr-defined]  # set by the mapper
    schema = _value(table, column)
    if "examples" not in schema or schema.get("type") in ("integer", "array"):
        schema["examples"] = _examples_of(word_of(table), name, schema) or schema.get("examples", [])
        if not schema["examples"]:
            schema["examples"] = [None if column.nullable else "As it was entered."]
    return (or_null(schema) if column.nullable else schema) | {"description": description_of(table, name)}


def _value(table: type[Table], column: sa.Column[Any]) -> Schema:
    match column.type:
        case Choice() as choice:
            return {"type": "string", "enum": [str(value) for value in choice.enumeration]}
        case sa.Uuid():
            return id_schema(reference_prefixes(table)[column.name])
        case Instant():
            return dict(INSTANT)
        case sa.Date():
            return {"type": "string", "format": "date", "examples": ["2026-12-31"]}
        case sa.Integer() if column.name == "version":
            return {"type": "integer", "minimum": 1, "examples": [1]}
        case sa.Integer():
            return {"type": "integer", "examples": [3]}
        case sa.Numeric() as numeric:
            decimals = numeric.scale or 0
            return {"type": "string", "pattern": rf"^-?\d+\.\d{{{decimals}}}$", "examples": [f"{0.25:.{decimals}f}"]}
        case sa.Boolean():
            return {"type": "boolean", "examples": [True]}
        case JSONB():
            return _document(table, column.name)
        case ARRAY() as array if isinstance(array.item_type, sa.Uuid):
            return {"type": "array", "items": id_schema(reference_prefixes(table)[column.name])}
        case ARRAY() as array if isinstance(array.item_type, sa.Date):
            return {"type": "array", "items": {"type": "string", "format": "date"}, "examples": [["2026-12-24"]]}
        case ARRAY():
            return {"type": "array", "items": {"type": "string"}, "examples": [["data_quality"]]}
        case sa.Text() if (word_of(table), column.name) in _HOLDS_AN_ID:
            return dict(ANY_ID)
        case sa.Text():
            return {"type": "string"}
    raise TypeError(f"the column {column} has a type that events cannot show: {column.type!r}")


def _document(table: type[Table], name: str) -> Schema:
    """A document has the shape that the field's annotation tells."""
    annotation: Any = table.model_fields[name].annotation
    annotated = TypeAdapter(annotation).json_schema()
    told: Schema = next((kind for kind in annotated.get("anyOf", [annotated]) if kind.get("type") != "null"), {})
    return {**told, "examples": [{} if told.get("type") == "object" else []]}


def word_of(table: type[Table]) -> str:
    """The word by which events and the graph know a table's rows."""
    return str(getattr(table, "word", table.__tablename__))


def description_of(table: type[Table], column: str) -> str:
    """What is said of a column wherever it is shown. Raises KeyError where nothing says it."""
    word = word_of(table)
    if (word, column) in _SAID_HERE:
        return _SAID_HERE[word, column]
    if word in _SHOWN and (shown := _SHOWN[word].model_fields.get(column)) is not None and shown.description:
        return shown.description
    return _said_by_graph(word).get(column) or _USUAL[column]


_USUAL: Final = {
    "id": "Its id, the same in GraphQL, REST and webhooks.",
    "venture_id": "The venture it belongs to.",
    "created_at": "When it was made.",
    "updated_at": "When it was changed last.",
    "archived_at": "When it was archived; null while it is in use.",
    "version": "Counts its changes: of two events of one object the one with the greater version is newer.",
}


@cache
def _said_by_graph(word: str) -> Mapping[str, str]:
    if word not in BY_WORD:
        return {}
    fields = (member for member in BY_WORD[word].members if isinstance(member, Field))
    return {field.name: field.description for field in fields if field.name not in _USUAL}


@cache
def _examples(word: str) -> Mapping[str, list[Any]]:
    """The examples that commands which make or change such an object give for its fields."""
    found: dict[str, list[Any]] = {}
    for command in COMMANDS.values():
        if word in command.returns.values():
            for name, field in command.input.model_fields.items():
                if field.examples:
                    found.setdefault(name, list(field.examples))
    return found


def _examples_of(word: str, column: str, schema: Schema) -> list[Any]:
    """An example of a column's values, where one is given anywhere."""
    if "enum" in schema:
        return list(schema["enum"][:1])
    shown = _SHOWN[word].model_fields.get(column) if word in _SHOWN else None
    candidates = [*_examples(word).get(column, ()), *((shown.examples or ()) if shown is not None else ())]
    if column in _TEXTS:
        candidates.append(_TEXTS[column])
    return [value for value in candidates if type(value) in _PYTHON.get(schema["type"], ())][:1]


_PYTHON: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_TEXTS: Final = {
    "title": "Label noise in the training set",
    "name": "Helio",
    "category": "market",
    "code": "data_quality",
    "unit": "EUR",
    "reason": "Agreed with the board.",
    "rule": "risk.level_critical",
}
