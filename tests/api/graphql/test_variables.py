"""Variables that are taken the quick way are what graphql-core makes of them."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import OperationDefinitionNode, get_variable_values, parse

from api.graphql.refusals import Refused
from api.graphql.running import full_schema
from api.graphql.variables import with_variables
from graph.selecting import Document

DOCUMENT = """
query (
  $id: ID!, $text: String, $number: Int, $flag: Boolean!, $status: RiskStatus, $day: Date, $decimal: Decimal,
  $ids: [ID!], $filter: RiskFilter, $usual: Int = 7
) { viewer { role } }
"""
PLAIN = {"id": 5, "text": "a", "number": 3, "flag": False, "status": "OPEN", "day": "2026-01-31", "decimal": "1.50"}


@pytest.mark.parametrize(
    "given",
    [
        PLAIN,
        PLAIN | {"text": None},
        PLAIN | {"day": "-P2W"},
        PLAIN | {"ids": "one"},
        PLAIN | {"ids": ["one", "two"], "usual": 8},
        PLAIN | {"filter": {"status": {"eq": "OPEN"}}},
        PLAIN | {"stranger": 1},
        {"id": "x", "flag": True},
        PLAIN | {"number": "3"},
        PLAIN | {"number": True},
        PLAIN | {"flag": None},
        PLAIN | {"status": "open"},
        {"flag": True},
    ],
)
@pytest.mark.parametrize(
    "asks", [DOCUMENT, DOCUMENT.replace("$usual: Int = 7", "").replace("$ids: [ID!], $filter: RiskFilter,", "")]
)
def test_both_ways_take_and_refuse_the_same(given: dict[str, Any], asks: str) -> None:
    schema = full_schema()
    parsed = parse(asks)
    operation = parsed.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    expected = get_variable_values(schema, operation.variable_definitions or (), given, hide_suggestions=True)
    around = Document.of(schema, parsed, operation)
    if isinstance(expected, list):
        with pytest.raises(Refused) as refused:
            with_variables(around, operation, given)
        assert refused.value.message == expected[0].message
    else:
        assert with_variables(around, operation, given).variables == expected.coerced
