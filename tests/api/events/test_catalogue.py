"""The catalogue of events: every type has a closed schema, words for all that it holds, and an example that fits."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from api.events.catalogue import Catalogued, catalogue
from domain.kernel.tables import entities
from domain.webhooks.event_types import event_types, needed_for
from graph.registry import BY_WORD

TYPES = sorted(catalogue())


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for item in schema.values():
            yield from _objects(item)
    elif isinstance(schema, list):
        for item in schema:
            yield from _objects(item)


def _thin(found: Catalogued) -> Draft202012Validator:
    document = found.document()
    return Draft202012Validator({**document["$defs"]["thin"], "$defs": document["$defs"]})


def test_every_type_of_event_is_in_the_catalogue() -> None:
    assert set(catalogue()) == set(event_types())
    for entity in entities():
        for verb in ("created", "updated", "archived", "restored"):
            assert f"{entity.word}.{verb}" in catalogue()


@pytest.mark.parametrize("name", TYPES)
def test_a_schema_is_valid_closed_and_says_what_everything_is(name: str) -> None:
    document = catalogue()[name].document()
    Draft202012Validator.check_schema(document)
    for found in _objects(document):
        assert found["additionalProperties"] is False
        for member, schema in found["properties"].items():
            if "$ref" not in schema and "const" not in schema and found.get("required") != ["type", "id"]:
                assert schema.get("description"), member


@pytest.mark.parametrize("name", TYPES)
def test_the_example_of_a_type_fits_in_both_forms(name: str) -> None:
    found = catalogue()[name]
    Draft202012Validator(found.document()).validate(found.example())
    _thin(found).validate(found.example(thin=True))


@pytest.mark.parametrize("name", TYPES)
def test_a_wrong_body_does_not_fit(name: str) -> None:
    found = catalogue()[name]
    validator = Draft202012Validator(found.document())
    example = found.example()
    for member in example["data"]:
        assert not validator.is_valid(_without(example, "data", member)), f"{member} is missing"
    for place in ((), ("data",), ("actor",)):
        assert not validator.is_valid(_with(example, *place, more=1)), "more than what is told"
    assert not validator.is_valid(example | {"sequence": 0})
    assert not validator.is_valid(example | {"type": "venture.sold"})
    if not name.endswith(".updated"):
        assert not validator.is_valid(example | {"previous": {}})


def test_no_schema_shows_what_is_private() -> None:
    for entity in entities():
        for hidden in entity.private | {"tenant_id"}:
            assert hidden not in catalogue()[f"{entity.word}.created"].data["properties"]
            assert hidden not in catalogue()[f"{entity.word}.updated"].previous["properties"]


def test_who_may_be_told_is_who_may_read_it() -> None:
    for entity in entities():
        if entity.word in BY_WORD:
            assert needed_for(f"{entity.word}.created") == BY_WORD[entity.word].needs, entity.word
    assert catalogue()["webhook_endpoint.created"].roles == ["owner", "admin"]
    assert catalogue()["document_manifest.created"].roles == ["owner", "admin"]
    for open_to_all in ("risk.alert.fired", "webhook.endpoint.disabled"):
        assert "viewer" in catalogue()[open_to_all].roles


def _without(example: dict[str, Any], place: str, member: str) -> dict[str, Any]:
    return example | {place: {name: value for name, value in example[place].items() if name != member}}


def _with(example: dict[str, Any], *path: str, more: Any) -> dict[str, Any]:
    made = copy.deepcopy(example)
    at = made
    for name in path:
        at = at[name]
    at["more"] = more
    return made
