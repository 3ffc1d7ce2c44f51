"""Each type of event with its JSON Schema: the whole body, closed, with an example that it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import orjson
from pydantic import TypeAdapter

import domain.everything  # noqa: F401  # the catalogue is made from all entities
from api.events.columns import INSTANT, Schema, id_schema, or_null, row_schema, word_of
from api.events.thin import ids_schema
from api.examples import example_of
from domain.kernel.consequences import BOOKKEEPING
from domain.kernel.events import EventType
from domain.kernel.principal import ActorKind, Role
from domain.kernel.selections import Failure
from domain.kernel.tables import Entity, entities
from domain.tenancy.permissions import role_allows
from domain.webhooks.bodies import VERSION, ids_of
from domain.webhooks.event_types import event_types, needed_for, own_event
from graph.language import camel

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_CLOSED: Final = (
    "Closed, so that what this release sends can be held to it. Members may be added within a version of the format: a "
    "receiver passes over what it does not know."
)
ACTOR: Final[Schema] = {
    "description": "Who did it: a member, a key, a service account, an operator, or a worker, which has no id.",
    "anyOf": [
        *(
            {
                "type": "object",
                "properties": {"type": {"const": str(kind)}, "id": id_schema(kind.prefix)},
                "required": ["type", "id"],
                "additionalProperties": False,
            }
            for kind in ActorKind
            if kind.prefix
        ),
        {
            "type": "object",
            "properties": {"type": {"const": str(ActorKind.WORKER)}, "id": {"type": "null"}},
            "required": ["type", "id"],
            "additionalProperties": False,
        },
    ],
}
_SELECTION: Final[Schema] = {
    "selection": {"description": "What the endpoint's payload document answered; only where it has one."},
    "selection_error": {
        "type": "object",
        "description": "Why the payload document was not answered; only where `selection` is null.",
        "properties": {
            "code": {"enum": [str(failure) for failure in Failure], "description": "Which failure it was."},
            "message": {"type": "string", "description": "A sentence for people."},
        },
        "required": ["code", "message"],
        "additionalProperties": False,
    },
}


@dataclass(frozen=True, slots=True)
class Catalogued:
    """One type of event. `data`, `ids` and `previous` are schemas of what stands there in a body."""

    type: str
    description: str
    noun: str
    "Names the shape of `data`: the four types of an entity have one."
    data: Schema
    ids: Schema
    "What of the data is sent in the thin form."
    previous: Schema

    @property
    def name(self) -> str:
        """The name of its schema: `RiskAssessed`."""
        return _pascal(self.type.replace(".", "_"))

    @property
    def roles(self) -> list[str]:
        """The roles that may be told of it."""
        return [str(role) for role in Role if role_allows(role, needed_for(self.type))]

    def body(self, *, thin: bool = False, data: Schema | None = None, actor: Schema = ACTOR) -> Schema:
        """The schema of the body. `data` and `actor` can be references to where these stand."""
        properties = {
            "type": {"const": self.type, "description": self.description},
            "timestamp": INSTANT | {"description": "When it happened."},
            "tenant_id": id_schema("tenant") | {"description": "The tenant."},
            "sequence": {
                "type": "integer",
                "minimum": 1,
                "description": "Counts the tenant's events: the greater, the later. Who is told of some sees gaps.",
                "examples": [4711],
            },
            "data": data or (self.ids if thin else self.data),
            "previous": {"type": "null", "description": "Not in the thin form."} if thin else self.previous,
            "actor": actor,
            "version": {"const": VERSION, "description": "The date of this format."},
        }
        return {
            "title": f"{self.type}, ids only" if thin else self.type,
            "description": self.description,
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def document(self) -> Schema:
        """Its JSON Schema as a document by itself: the full form, and the thin one as `#/$defs/thin`."""
        actor = {"$ref": "#/$defs/actor"}
        return {
            "$schema": DIALECT,
            "$id": f"urn:milepost:event:{VERSION}:{self.type}",
            "$comment": _CLOSED,
            **self.body(actor=actor),
            "examples": [self.example()],
            "$defs": {"actor": ACTOR, "thin": self.body(thin=True, actor=actor)},
        }

    def example(self, *, thin: bool = False) -> dict[str, Any]:
        """A body as it is sent."""
        made: dict[str, Any] = example_of(self.body())
        made["data"] = {name: value for name, value in made["data"].items() if name not in _SELECTION}
        verb = self.type.rpartition(".")[2]
        own = own_event(self.type)
        if own is not None:
            made["data"] |= own.example
        else:
            made["data"] |= {"version": 1 if verb == "created" else 2}
            made["data"] |= {"archived_at": made["timestamp"] if verb == "archived" else None}
        if thin:
            made |= {"data": ids_of(made["data"]) or {}, "previous": None}
        return made


@cache
def catalogue() -> Mapping[str, Catalogued]:
    """Every type of event that is told, in the order of the alphabet."""
    by_word = {entity.word: entity for entity in entities()}
    found = {}
    for name, description in event_types().items():
        own = own_event(name)
        word = name.rpartition(".")[0]
        found[name] = _own(own) if own is not None else _of_entity(by_word[word], name, description)
    return found


def _own(event: EventType) -> Catalogued:
    data = row_schema(event.row) if event.row is not None else {"type": "object", "properties": {}, "required": []}
    if event.more is not None:
        more = _closed(_inlined(TypeAdapter(event.more).json_schema()))
        data = data | {
            "properties": data["properties"] | more["properties"],
            "required": [*data["required"], *more.get("required", ())],
        }
    told = _told(data, "What it says.")
    no_previous = {"type": "null", "description": "It has none."}
    return Catalogued(event.name, event.description, _pascal(event.name.replace(".", "_")), *told, no_previous)


@cache
def _of_entity(entity: type[Entity], name: str, description: str) -> Catalogued:
    row = row_schema(entity)
    told = _told(row, f"The {word_of(entity).replace('_', ' ')} as it is now: its stored columns.")
    previous: Schema = {"type": "null", "description": "Only updates have it."}
    if name.endswith(".updated"):
        changeable = {
            column: schema
            for column, schema in row["properties"].items()
            if column not in BOOKKEEPING | {"id", "created_at", "archived_at"}
        }
        previous = or_null({"type": "object"}) | {
            "properties": changeable,
            "additionalProperties": False,
            "minProperties": 1,
            "description": "What the changed columns were before; null where only what nobody is told has changed.",
            "examples": [_one_of(changeable)],
        }
    return Catalogued(name, description, _pascal(entity.word), *told, previous)


def _one_of(columns: Mapping[str, Schema]) -> dict[str, Any]:
    """An example of what was before: the first column that people write."""
    name = next((name for name in ("title", "name", "body", "amount") if name in columns), next(iter(columns)))
    return {name: example_of(columns[name])}


def _told(data: Schema, description: str) -> tuple[Schema, Schema]:
    """The schema of data as it is told, and of the ids in it."""
    whole = {
        "type": "object",
        "description": description,
        "properties": data["properties"] | _SELECTION,
        "required": data["required"],
        "additionalProperties": False,
    }
    ids = ids_schema(data) or {"type": "object", "properties": {}, "additionalProperties": False}
    ids = ids | {"description": "Ids only.", "properties": ids["properties"] | _SELECTION}
    return whole, ids


def _inlined(schema: Schema) -> Schema:
    """A schema of Pydantic's with its references written out, and without the titles that it gives to everything."""
    definitions = schema.get("$defs", {})

    def of(part: Any) -> Any:
        if isinstance(part, list):
            return [of(item) for item in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            rest = {name: value for name, value in part.items() if name != "$ref"}
            return of(definitions[part["$ref"].rpartition("/")[2]]) | of(rest)
        return {
            name: {key: of(value) for key, value in item.items()} if name == "properties" else of(item)
            for name, item in part.items()
            if name not in ("title", "$defs") or not isinstance(item, str | dict)
        }

    return dict(of(schema))


def _closed(schema: Any) -> Any:
    """Objects with declared members have no others; `one of these or null` is one type with null."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "properties" in schema:
        properties = {name: _closed(item) for name, item in schema["properties"].items()}
        return schema | {"properties": properties, "additionalProperties": False}
    made = {name: _closed(item) for name, item in schema.items()}
    kinds = made.get("anyOf", [])
    if len(kinds) == 2 and kinds[1] == {"type": "null"} and isinstance(kinds[0].get("type"), str):
        rest = {name: item for name, item in made.items() if name != "anyOf"}
        return or_null(kinds[0] | rest)
    return made


def _pascal(word: str) -> str:
    spelt = camel(word)
    return spelt[0].upper() + spelt[1:]


def as_json(document: Any) -> str:
    """A document as it is checked in."""
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode() + "\n"
