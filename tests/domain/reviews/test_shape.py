"""Reports and documents are declared member by member, and what breaks the declaration is seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, meta

from api.examples import example_of
from domain.reviews.shape.schema import document_schema, portfolio_schema, report_schema
from tests.contract import reporting

SCHEMAS = [report_schema(), document_schema(), portfolio_schema()]


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "", schema
    yield from schema["$defs"].items()


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: str(schema["title"]))
def test_every_member_is_described_required_and_known(schema: dict[str, Any]) -> None:
    meta.validate(schema)
    for name, shape in _objects(schema):
        assert shape["description"], name
        assert shape["additionalProperties"] is False, name
        assert set(shape["required"]) == set(shape["properties"]), name
        for member, said in shape["properties"].items():
            assert said.get("description"), f"{name}.{member}"


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: str(schema["title"]))
def test_the_examples_of_the_members_fit_it(schema: dict[str, Any]) -> None:
    made = example_of(schema, schema["$defs"])
    errors = [f"{error.instance_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(made)]
    assert errors == []


def test_a_wrong_report_is_noticed() -> None:
    schema = report_schema()
    made = example_of(schema, schema["$defs"])
    reporting.check_report(made)
    assert reporting.complaints() == []
    reporting.check_report(made | {"currency": None, "mood": "good"})
    found = reporting.complaints()
    assert any(complaint.startswith("currency: ") for complaint in found)
    assert any("mood" in complaint for complaint in found)
