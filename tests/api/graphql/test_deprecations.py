"""What is deprecated says what to use instead and until when, in the schema and to whoever still uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLSchema,
    GraphQLString,
    OperationDefinitionNode,
    build_schema,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_object_type,
    parse,
)
from pydantic import Field

from api.graphql.deprecations import has_deprecated_inputs, in_variables
from api.graphql.inputs import input_type
from api.graphql.running import full_schema
from domain.kernel.inputs import Input
from graph.schema.making import Argument, Output, Part, fill, maybe
from graph.schema.roots import schema_text
from tests.api.graphql.conftest import Wire
from tests.graph.printed import printed_schema

REASON = "Use `permissions`. Removed after 2027-06-30."
FORM = re.compile(r"Use `[^`]+`\. Removed after \d{4}-\d{2}-\d{2}\.")


def reasons(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Every deprecation of a schema."""
    for name, found in schema.type_map.items():
        if is_object_type(found) or is_interface_type(found) or is_input_object_type(found):
            for field, declared in found.fields.items():
                arguments = getattr(declared, "args", {})
                for place, each in [(field, declared), *((f"{field}({a})", arg) for a, arg in arguments.items())]:
                    if each.deprecation_reason is not None and not name.startswith("__"):
                        yield f"{name}.{place}", each.deprecation_reason
        if is_enum_type(found):
            for value, declared in found.values.items():
                if declared.deprecation_reason is not None and not name.startswith("__"):
                    yield f"{name}.{value}", declared.deprecation_reason


def test_every_deprecation_names_the_replacement_and_the_day() -> None:
    assert [(place, reason) for place, reason in reasons(printed_schema()) if not FORM.fullmatch(reason)] == []


class Asking(Input):
    """What is asked."""

    old: str | None = Field(None, description="Old.", deprecated=REASON)
    new: str | None = Field(None, description="New.")


def test_fields_arguments_and_inputs_declare_it_and_the_schema_shows_it() -> None:
    asking = input_type("AskingInput", Asking, [])
    arguments = [Argument("was", maybe(GraphQLString), "Was.", REASON), Argument("input", maybe(asking), "Asked.")]
    query = fill(Output("Query"), "Read.", [Part("it", GraphQLString, "It.", arguments, REASON)])
    assert dict(reasons(build_schema(schema_text(GraphQLSchema(query))))) == {
        "Query.it": REASON,
        "Query.it(was)": REASON,
        "AskingInput.old": REASON,
    }


def test_inputs_that_variables_bring_are_looked_at() -> None:
    schema = build_schema(
        'input A { old: Int @deprecated(reason: "Use `new`. Removed after 2027-06-30."), new: Int, b: [A!] } '
        "type Query { it(a: A): Int }"
    )
    (operation,) = parse("query($a: A, $n: Int) { it(a: $a) }").definitions
    assert isinstance(operation, OperationDefinitionNode)
    assert has_deprecated_inputs(schema)
    told = [
        [warning["message"] for warning in in_variables(schema, operation, given)]
        for given in (
            {"a": {"old": 1}},
            {"a": {"new": 1, "b": [{"old": 2}, {"old": 3}]}},
            {"a": {"new": 1}},
            {"a": None},
        )
    ]
    reason = "The input field A.old is deprecated. Use `new`. Removed after 2027-06-30."
    assert told == [[reason], [reason], [], []]


@pytest.fixture
def deprecated() -> Iterator[None]:
    """The role of the caller is deprecated."""
    viewer = full_schema().type_map["Viewer"]
    assert is_object_type(viewer)
    viewer.fields["role"].deprecation_reason = REASON
    yield
    viewer.fields["role"].deprecation_reason = None


@pytest.mark.usefixtures("deprecated")
async def test_whoever_uses_what_is_deprecated_is_warned(wire: Wire) -> None:
    answer = await wire.ask("{ viewer { role } }")
    assert answer["data"] == {"viewer": {"role": "OWNER"}}
    (warning,) = answer["extensions"]["warnings"]
    assert REASON in warning["message"]
    assert warning["locations"] == [{"line": 1, "column": 12}]
    assert warning["extensions"] == {"code": "DEPRECATED"}
    assert "warnings" not in (await wire.ask("{ viewer { permissions } }"))["extensions"]
