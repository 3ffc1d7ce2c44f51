"""GraphQL and REST offer the same: every entity, field by field, and every command, argument by argument.

What is compared are the two contracts, as clients read them, and not the declarations that both are made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    get_named_type,
    get_nullable_type,
)

from api.graphql.running import full_schema
from api.openapi import openapi_document
from domain.kernel.commands import COMMANDS
from graph.language import Entity, camel
from graph.registry import BY_WORD
from tests.api.conftest import BASE

SCHEMA: Final = full_schema()
DOCUMENT: Final = openapi_document(BASE)

JSON_TYPES: Final = {
    "String": "string",
    "ID": "string",
    "Int": "integer",
    "Float": "number",
    "Boolean": "boolean",
    "Decimal": "string",
    "Date": "string",
    "DateTime": "string",
    "Duration": "string",
    "URL": "string",
    "EmailAddress": "string",
}

ONLY_GRAPHQL: Final = {
    "Milestone.p50On": "to filter and order by; the forecast has it",
    "Milestone.p80On": "to filter and order by; the forecast has it",
    "Risk.p80Share": "the exposure has it",
    "Alert.pendingSince": "`since`, by the name that clients of GraphQL rely on",
    "Rule.hold": "`hold_seconds` as a duration",
    "Rule.keep": "`keep_seconds` as a duration",
    "Review.canonical": "the bytes are an address of their own: …/reviews/{id}/report",
    "Delivery.nextAttemptAt": "`due`",
    "Domain.token": "`record_value` holds it as it stands in the record",
}
"""Fields that REST does not have, with the reason."""

ONLY_REST: Final = {
    "Delivery.event_id": "an event is no type of the graph; it is read at …/events",
    "Delivery.due": "`nextAttemptAt`",
    "IdentityProvider.redirect_uri": "an address of this installation, for whoever sets the provider up",
    "IdentityProvider.login_url": "an address of this installation, for whoever sets the provider up",
    "IdentityProvider.bearer_audience": "an address of this installation, for whoever sets programs up",
    "IdentityProvider.last_sign_in_at": "for whoever is about to require single sign-on",
    "IdentityProvider.last_member_id": "for whoever is about to require single sign-on",
    "Domain.record_name": "for whoever keeps the domain's records",
    "Domain.record_value": "for whoever keeps the domain's records",
}
"""Members that GraphQL does not have, with the reason."""


@cache
def operations() -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Method, path and description of each operation by its id."""
    return {
        operation["operationId"]: (method, path, operation)
        for path, methods in DOCUMENT["paths"].items()
        for method, operation in methods.items()
    }


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return found
    return schema


def of_one(entity: Entity) -> dict[str, Any]:
    """The members of one object of the type, as REST answers with it."""
    _, _, operation = operations()[f"get_{entity.singular}"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    members: dict[str, Any] = resolved(answer)["properties"]
    return members


def types_of(schema: dict[str, Any]) -> set[str]:
    schema = resolved(schema)
    if "anyOf" in schema:
        return set().union(*(types_of(one) for one in schema["anyOf"]))
    found = schema.get("type", "any")
    return set(found) if isinstance(found, list) else {found}


def is_plain(wanted: Any) -> bool:
    return isinstance(get_named_type(wanted), GraphQLScalarType | GraphQLEnumType)


def unlike(place: str, wanted: Any, schema: dict[str, Any]) -> Iterator[str]:
    """Where a value of REST is another kind of value than the field of GraphQL."""
    types = types_of(schema)
    inner, named = get_nullable_type(wanted), get_named_type(wanted)
    if named.name == "JSON" or types == {"any"}:
        return
    expected = "array" if isinstance(inner, GraphQLList) else JSON_TYPES.get(named.name, "string")
    if expected not in types:
        yield f"{place} is {named} in GraphQL and {types} in REST"
    if isinstance(wanted, GraphQLNonNull) == ("null" in types):
        yield f"{place} is {wanted} in GraphQL and {types} in REST"
    if isinstance(inner, GraphQLEnumType):
        values = {str(value.value) for value in inner.values.values()}
        told = set().union(*(set(resolved(one).get("enum", ())) for one in [schema, *schema.get("anyOf", ())])) - {None}
        if told and told != values:
            yield f"{place} may be {values ^ told} in one of them only"


def differences(entity: Entity) -> Iterator[str]:
    shown = SCHEMA.type_map[entity.name]
    assert isinstance(shown, GraphQLObjectType)
    members = of_one(entity)
    for name, field in shown.fields.items():
        if not is_plain(field.type) or field.args or f"{entity.name}.{name}" in ONLY_GRAPHQL:
            continue
        member = members.get(snake(name))
        if member is None:
            yield f"{entity.name}.{name} is not in REST"
        else:
            yield from unlike(f"{entity.name}.{name}", field.type, member)
    for name in members:
        whole = camel(name.removesuffix("_id"))
        if camel(name) not in shown.fields and whole not in shown.fields and f"{entity.name}.{name}" not in ONLY_REST:
            yield f"{entity.name}.{name} is not in GraphQL"


def snake(name: str) -> str:
    return re.sub(r"([A-Z]|(?<=[a-z])\d+)", r"_\1", name).lower()


LISTED: Final = [entity for entity in BY_WORD.values() if entity.listed]


def test_entities_are_there_in_both() -> None:
    missing = [entity.word for entity in LISTED if f"get_{entity.singular}" not in operations()]
    assert missing == []


@pytest.mark.parametrize("entity", LISTED, ids=lambda entity: str(entity.word))
def test_an_entity_has_the_same_fields_in_both(entity: Entity) -> None:
    assert list(differences(entity)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_the_same_in_both(name: str) -> None:
    assert SCHEMA.mutation_type is not None
    given = get_named_type(SCHEMA.mutation_type.fields[camel(name)].args["input"].type)
    assert isinstance(given, GraphQLInputObjectType)
    method, path, operation = operations()[name]
    body = operation.get("requestBody", {"content": {}})["content"]
    members = resolved(next(iter(body.values()))["schema"]).get("properties", {}) if body else {}
    taken = {camel(member) for member in members}
    in_graphql = set(given.fields) - {"clientMutationId", "idempotencyKey", "expectedVersion"}
    in_path = {field for field in in_graphql - taken if "{id}" in path}
    assert taken <= in_graphql
    assert len(in_graphql - taken - in_path) == 0 or ("{tenant_id}" in path and in_graphql - taken == {"id"})
    assert len(in_path) <= 1
    for member, schema in members.items():
        wanted = given.fields[camel(member)].type
        if is_plain(wanted) and not isinstance(wanted, GraphQLNonNull) and method != "patch":
            assert "array" in types_of(schema) or not isinstance(get_nullable_type(wanted), GraphQLList), member


def test_bounds_are_told_in_the_words_of_json_schema() -> None:
    def foreign(schema: Any, place: str) -> Iterator[str]:
        if isinstance(schema, list):
            for item in schema:
                yield from foreign(item, place)
        elif isinstance(schema, dict):
            if not place.endswith("/properties"):
                yield from (f"{place}/{name}" for name in ("ge", "gt", "le", "lt", "max_digits") if name in schema)
            for name, item in schema.items():
                yield from foreign(item, f"{place}/{name}")

    assert list(foreign(DOCUMENT, "")) == []
