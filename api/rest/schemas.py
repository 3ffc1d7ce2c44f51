"""JSON Schemas of what the compiler writes: from the same declarations."""

from __future__ import annotations

from typing import Any

from domain.kernel.ids import HEX_EXAMPLE
from domain.kernel.outward import reference_prefixes
from graph.kinds import ANY_ID, Kind
from graph.language import Entity, Field

Schema = dict[str, Any]

_PLAIN: dict[str, Schema] = {
    "String": {"type": "string", "examples": ["Label noise in the training set"]},
    "EmailAddress": {"type": "string", "format": "email", "examples": ["ann@example.com"]},
    "URL": {"type": "string", "format": "uri", "examples": ["https://example.com/report"]},
    "Int": {"type": "integer", "examples": [3]},
    "Decimal": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["1250.50"]},
    "Float": {"type": "number", "examples": [0.25]},
    "Boolean": {"type": "boolean", "examples": [True]},
    "Date": {"type": "string", "format": "date", "examples": ["2026-12-31"]},
    "DateTime": {"type": "string", "format": "date-time", "examples": ["2026-12-01T09:30:00.000000Z"]},
    "[Date!]": {
        "type": "array",
        "items": {"type": "string", "format": "date"},
        "examples": [["2026-12-24", "2026-12-31"]],
    },
    "[String!]": {"type": "array", "items": {"type": "string"}, "examples": [["data_quality"]]},
}


def entity_schema(entity: Entity) -> Schema:
    """The schema of an object of a type, named like the type."""
    fields = [
        member for member in entity.members if isinstance(member, Field) and member.plain and member.kind is not ANY_ID
    ]
    properties = {member.name: _field(entity, member) for member in fields}
    # What a role may not read is left out, not null.
    required = [member.name for member in fields if member.needs is None]
    return {
        "title": entity.name,
        "description": entity.description,
        "type": "object",
        "properties": properties,
        "required": required,
    }


def _field(entity: Entity, member: Field) -> Schema:
    schema = kind_schema(member.kind, _prefix(entity, member))
    if member.nullable:
        schema = _or_null(schema)
    return schema | {"description": member.description}


def _prefix(entity: Entity, member: Field) -> str:
    return entity.prefix if member.name == "id" else reference_prefixes(entity.table).get(member.name, "")


def kind_schema(kind: Kind, prefix: str = "") -> Schema:
    """The schema of one value."""
    if kind.enumeration is not None:
        return {"type": "string", "enum": [str(value) for value in kind.enumeration]}
    if kind.name in ("ID", "[ID!]"):
        pattern = f"^{prefix or '[a-z][a-z_]*'}_[0-9a-f]{{32}}$"
        one = {"type": "string", "pattern": pattern, "examples": [f"{prefix or 'risk'}_{HEX_EXAMPLE}"]}
        return one if kind.name == "ID" else {"type": "array", "items": one}
    if kind.name == "JSON":
        return {}
    return dict(_PLAIN[kind.name])


def _or_null(schema: Schema) -> Schema:
    if not schema:
        return schema
    found = schema | {"type": [schema["type"], "null"]}
    if "enum" in found:
        found["enum"] = [*found["enum"], None]
    return found
