"""The schema as clients read it: described throughout, of one spelling, and the same when printed and read again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphql import (
    GraphQLNamedType,
    is_enum_type,
    is_input_object_type,
    is_interface_type,
    is_introspection_type,
    is_object_type,
    is_scalar_type,
    is_specified_scalar_type,
    print_schema,
)

from tests.graph.printed import printed_schema, sdl

FIXED = {
    "Risk": "score level expectedLoss alerts assessments responses",
    "Venture": "riskMatrix milestones risks teams resources alerts reviews",
    "RiskMatrixCell": "probabilityLevel impactLevel level count",
    "Alert": "rule severity state subject venture evidence summary pendingSince firedAt acknowledgedAt acknowledgedBy "
    "resolvedAt resolvedReason previousAlert timeline",
    "Review": "state recommendation reasons report contentHash decision conditions",
    "Criterion": "lastResult results",
    "Viewer": "member tenant role permissions",
    "RiskConnection": "edges nodes pageInfo totalCount",
    "CreateRiskInput": "ventureId title category subType cause event effect ownerId expectedOn milestoneIds",
    "CreateMilestoneInput": "ventureId title startOn dueOn key estimate",
    "AssessRiskInput": "riskId kind probabilityLevel impactLevel probability impact delay knowledge rationale",
    "AddDependencyInput": "predecessorId successorId kind lagDays",
    "AddCriterionInput": "milestoneId title must metric target direction unit",
    "RecordCriterionInput": "criterionId result value",
    "AcknowledgeAlertInput": "alertId note",
    "DecideReviewInput": "reviewId decision reason conditions",
    "UserError": "code message path quota",
}


def own_types() -> Iterator[GraphQLNamedType]:
    """All types but GraphQL's own."""
    for found in printed_schema().type_map.values():
        if not is_introspection_type(found) and not is_specified_scalar_type(found):
            yield found


def undescribed() -> Iterator[str]:
    """The places without a word."""
    for found in own_types():
        if not found.description:
            yield found.name
        if is_enum_type(found):
            yield from (f"{found.name}.{name}" for name, value in found.values.items() if not value.description)
        if is_object_type(found) or is_interface_type(found) or is_input_object_type(found):
            for name, field in found.fields.items():
                if not field.description:
                    yield f"{found.name}.{name}"
                arguments = getattr(field, "args", {})
                yield from (f"{found.name}.{name}({each})" for each, arg in arguments.items() if not arg.description)


def test_everything_is_described() -> None:
    assert list(undescribed()) == []


def test_every_scalar_says_where_it_is_specified() -> None:
    scalars = {found.name: found for found in own_types() if is_scalar_type(found)}
    assert set(scalars) == {"DateTime", "Date", "Decimal", "JSON", "EmailAddress", "URL", "Duration"}
    assert all(found.specified_by_url for found in scalars.values() if is_scalar_type(found))


def test_names_are_spelt_in_one_way() -> None:
    for found in own_types():
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", found.name)
        if is_enum_type(found):
            assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", name) for name in found.values)
        elif not is_scalar_type(found):
            assert all(re.fullmatch(r"[a-z][A-Za-z0-9]*", name) for name in getattr(found, "fields", {})), found.name


def test_the_printed_schema_reads_back_as_itself() -> None:
    assert print_schema(printed_schema()) == sdl()


def test_the_names_that_clients_rely_on_are_there() -> None:
    for name, fields in FIXED.items():
        found = printed_schema().type_map[name]
        missing = set(fields.split()) - getattr(found, "fields", {}).keys()
        assert not missing, f"{name} lacks {missing}"


def test_every_list_that_can_grow_is_a_connection() -> None:
    for found in own_types():
        if found.name.endswith("Connection"):
            fields = getattr(found, "fields", {})
            assert str(fields["nodes"].type).endswith("!]!") or found.name == "SearchConnection"
            assert str(fields["pageInfo"].type) == "PageInfo!"
