"""An example that fits a JSON Schema: of the schema's own examples where it has them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_TEXTS = {
    "date-time": "2026-12-01T09:30:00.000000Z",
    "date": "2026-12-31",
    "email": "ann@example.com",
    "uri": "https://example.com",
    "time": "09:30:00",
    "duration": "P14D",
}


def example_of(schema: Mapping[str, Any], schemas: Mapping[str, Any] = MappingProxyType({})) -> Any:
    """A value that the schema takes. `schemas` are those that `$ref` names."""
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    if schema.get("examples"):
        return schema["examples"][0]
    for name in ("const", "default"):
        if name in schema:
            return schema[name]
    if "enum" in schema:
        return schema["enum"][0]
    for name in ("anyOf", "oneOf", "allOf"):
        if name in schema:
            return example_of(schema[name][0], schemas)
    declared = schema.get("type", "null")
    match declared[0] if isinstance(declared, list) else declared:
        case "object":
            properties = schema.get("properties", {})
            required = schema.get("required", ())
            return {
                name: example_of(item, schemas)
                for name, item in properties.items()
                if name in required or "examples" in item or "pattern" not in item
            }
        case "array":
            return [example_of(schema["items"], schemas)]
        case "string":
            return _TEXTS.get(schema.get("format", ""), "text")
        case "integer" | "number":
            return max(schema.get("minimum", 1), 1)
        case "boolean":
            return True
    return None
