"""The schemas of all events as components of a larger document, where what several share stands once."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from api.events.catalogue import ACTOR, Catalogued, catalogue
from api.events.columns import Schema
from domain.kernel.ids import HEX_EXAMPLE

REF: Final = "#/components/schemas/{}"
_THIN: Final = "ThinEvent"
HEADERS: Final[dict[str, Schema]] = {
    "webhook-id": {
        "type": "string",
        "pattern": "^event_[0-9a-f]{32}$",
        "description": "The event's id, the same at every attempt and replay: what was seen once is not new.",
        "examples": [f"event_{HEX_EXAMPLE}"],
    },
    "webhook-timestamp": {
        "type": "string",
        "pattern": r"^\d+$",
        "description": "When this attempt was made, in seconds since 1970.",
        "examples": ["1796117400"],
    },
    "webhook-signature": {
        "type": "string",
        "description": "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by Standard Webhooks; several, "
        "separated by spaces, while the secret is being changed.",
        "examples": ["v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="],
    },
}
"""What every delivery carries."""


def name_of(found: Catalogued) -> str:
    """The name of the component of a type's body."""
    return f"{found.name}Event"


@cache
def event_schemas() -> dict[str, Schema]:
    """Every component: the body of each type, what stands in its data, who did it, and the thin form."""
    made: dict[str, Schema] = {"EventActor": ACTOR | {"title": "EventActor"}, _THIN: _thin()}
    actor = _ref("EventActor")
    for found in catalogue().values():
        data = f"{found.noun}EventData"
        made[data] = found.data | {"title": data}
        made[name_of(found)] = found.body(data=_ref(data), actor=actor) | {"title": name_of(found)}
    return made


def payload_of(found: Catalogued) -> Schema:
    """What is sent of a type: the full form, or the thin one where the endpoint asks for that."""
    return {"anyOf": [_ref(name_of(found)), _ref(_THIN)]}


def _thin() -> Schema:
    """The thin form of whatever type; which ids there are stands in the type's own schema."""
    any_type = next(iter(catalogue().values()))
    ids = {"type": "object", "description": "The ids of the full form, at their places, and nothing else."}
    body = any_type.body(thin=True, data=ids, actor=_ref("EventActor"))
    kinds = {"type": "string", "enum": list(catalogue()), "description": "The type of event."}
    words = {"title": _THIN, "description": "An event as an endpoint gets it that asks for ids only."}
    return body | words | {"properties": body["properties"] | {"type": kinds}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": REF.format(name)}
