"""The messages of the protocol `graphql-transport-ws`, as clients send them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from api.graphql.asking import Asked
from api.json_body import parse_json
from api.problems import Refusal

PROTOCOL: Final = "graphql-transport-ws"
LONGEST_ID: Final = 200
_PLAIN: Final = frozenset({"connection_init", "ping", "pong"})
_PARTS: Final[Mapping[str, tuple[type, str]]] = {
    "query": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
}


class BadFrame(Exception):
    """A message that the protocol does not know (4400)."""


@dataclass(frozen=True)
class Frame:
    """One message. `id` is empty where the type has none; `asked` is there for `subscribe`."""

    type: str
    id: str = ""
    payload: Mapping[str, Any] | None = None
    asked: Asked | None = None


def read_frame(text: str) -> Frame:
    """The message of a text. Raises `BadFrame`."""
    try:
        given = parse_json(text.encode("utf-8", "surrogatepass"))
    except Refusal:
        raise BadFrame("A message is one JSON object") from None
    if not isinstance(given, dict) or not isinstance(given.get("type"), str):
        raise BadFrame("A message is one JSON object with a type")
    type, payload = given["type"], given.get("payload")
    if type in _PLAIN:
        if payload is not None and not isinstance(payload, dict):
            raise BadFrame(f"The payload of {type} is an object")
        return Frame(type, payload=payload)
    if type not in ("subscribe", "complete"):
        raise BadFrame("Unknown type of message")
    id = given.get("id")
    if not isinstance(id, str) or not 0 < len(id) <= LONGEST_ID:
        raise BadFrame(f"The id is a text of 1 to {LONGEST_ID} characters")
    return Frame(type, id, asked=_asked(payload) if type == "subscribe" else None)


def _asked(payload: Any) -> Asked:
    if not isinstance(payload, dict) or payload.get("query") is None:
        raise BadFrame("The payload of subscribe is an object with a query")
    for name, (wanted, what) in _PARTS.items():
        if payload.get(name) is not None and not isinstance(payload[name], wanted):
            raise BadFrame(f"{name} is {what}")
    return Asked(payload["query"], payload.get("operationName") or None, payload.get("variables") or {})
