"""What the thin form keeps of a schema: ids at their places, each of them only where there is one."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def ids_schema(schema: Schema) -> Schema | None:
    """The schema of what `domain.webhooks.bodies.ids_of` leaves of a value; None where it leaves nothing."""
    kind = schema.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if "properties" in schema:
        kept = {name: ids for name, item in schema["properties"].items() if (ids := ids_schema(item)) is not None}
        if not kept:
            return None
        words = {name: text for name, text in _words(schema).items() if name != "examples"}
        return {"type": "object", "properties": kept, "additionalProperties": False, **words}
    if "object" in kinds:
        return {"type": "object", "description": "The ids in it, at their places."}
    if "array" in kinds:
        items = ids_schema(schema.get("items", {"type": "object"}))
        return None if items is None else {"type": "array", "items": items, **_words(schema)}
    if "string" in kinds and str(schema.get("pattern", "")).endswith("_[0-9a-f]{32}$"):
        return {"type": "string", "pattern": schema["pattern"], **_words(schema)}
    return None


def _words(schema: Schema) -> Schema:
    return {name: schema[name] for name in ("description", "examples") if name in schema}
