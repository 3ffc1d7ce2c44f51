"""What a command refuses is data, with a code and a path; what kept it from being asked is in `errors`."""

from __future__ import annotations

from typing import Any

import pytest
from graphql import GraphQLNonNull, GraphQLObjectType, is_input_object_type, is_object_type

from api.graphql.running import full_schema
from domain.kernel.commands import COMMANDS
from domain.kernel.runtime import Runtime
from domain.webhooks import commands as webhooks
from graph.language import camel
from tests.api.graphql.conftest import GRAPHQL, Wire
from tests.api.graphql.test_mutations import CREATE, UPDATE, create
from tests.conftest import TestTenant
from tests.domain.commanding import Caller

SCHEMA = full_schema()


@pytest.fixture
async def venture(runtime: Runtime, tenant: TestTenant) -> str:
    """A venture's id."""
    return await Caller(runtime, tenant.principal("owner")).venture()


def mutations() -> list[tuple[str, Any, GraphQLObjectType]]:
    """Every mutation with its input and its payload."""
    root = SCHEMA.mutation_type
    assert root is not None
    found = []
    for name, field in root.fields.items():
        assert list(field.args) == ["input"], name
        given, payload = field.args["input"].type, field.type
        assert isinstance(given, GraphQLNonNull)
        assert isinstance(payload, GraphQLNonNull)
        assert is_input_object_type(given.of_type)
        assert is_object_type(payload.of_type)
        found.append((name, given.of_type, payload.of_type))
    return found


def test_each_mutation_has_one_input_and_a_payload_of_its_own() -> None:
    for name, given, payload in mutations():
        stem = name[0].upper() + name[1:]
        assert (given.name, payload.name) == (f"{stem}Input", f"{stem}Payload")
        assert str(payload.fields["userErrors"].type) == "[UserError!]!"
        assert {"idempotencyKey", "clientMutationId"} <= given.fields.keys()
        assert "clientMutationId" in payload.fields


def test_creating_offers_the_edge_and_deleting_the_id_that_is_gone() -> None:
    payloads = {name: payload for name, _, payload in mutations()}
    for command in COMMANDS.values():
        fields = payloads[camel(command.name)].fields
        for created in command.returns:
            assert camel(created) in fields
            assert not isinstance(fields[camel(created)].type, GraphQLNonNull)
        if command.creates:
            assert camel(f"{next(iter(command.returns))}_edge") in fields
        assert ("deletedId" in fields) is (command.name.split("_")[0] in ("archive", "remove", "delete"))


def test_an_error_of_a_command_has_code_message_and_path_always() -> None:
    error = SCHEMA.type_map["UserError"]
    assert is_object_type(error)
    assert {name: str(field.type) for name, field in error.fields.items()} == {
        "code": "UserErrorCode!",
        "message": "String!",
        "path": "[String!]!",
        "quota": "ExceededQuota",
    }


def test_what_changes_an_entity_can_name_the_version_it_knows() -> None:
    inputs = {name: given for name, given, _ in mutations()}
    for command in COMMANDS.values():
        # A review is computed and has no version: a stale act is told by its state.
        if command.name.split("_")[0] in ("update", "archive", "restore") and command.name != "update_review":
            assert "expectedVersion" in inputs[camel(command.name)].fields, command.name


async def test_the_clients_mark_comes_back_with_a_refusal_too(wire: Wire, venture: str) -> None:
    refused = await create(wire, venture, title=" ", clientMutationId="mark")
    assert (refused["risk"], refused["clientMutationId"]) == (None, "mark")


@pytest.mark.parametrize("key", ["", "x" * 256])
async def test_a_key_that_is_none_is_told_at_its_place(wire: Wire, venture: str, key: str) -> None:
    refused = await create(wire, venture, idempotencyKey=key)
    assert [(error["code"], error["path"]) for error in refused["userErrors"]] == [("INVALID", ["idempotencyKey"])]


async def test_one_key_does_not_meet_that_of_another_tenant_member_or_mutation(
    wire: Wire, runtime: Runtime, stranger: TestTenant, venture: str
) -> None:
    ours = await create(wire, venture, idempotencyKey="same")
    theirs_venture = await Caller(runtime, stranger.principal("owner")).venture()
    theirs = await create(wire.as_("owner", stranger), theirs_venture, idempotencyKey="same")
    colleagues = await create(wire.as_("admin"), venture, idempotencyKey="same")
    assert len({payload["risk"]["id"] for payload in (ours, theirs, colleagues)}) == 3
    changed = {"id": ours["risk"]["id"], "title": "Changed", "idempotencyKey": "same"}
    payload = (await wire.ask(UPDATE, i=changed))["data"]["updateRisk"]
    assert (payload["userErrors"], payload["risk"]["title"]) == ([], "Changed")


async def test_what_was_refused_can_be_mended_under_the_same_key(wire: Wire, venture: str) -> None:
    assert (await create(wire, venture, title=" ", idempotencyKey="k"))["userErrors"]
    assert (await create(wire, venture, idempotencyKey="k"))["userErrors"] == []


async def test_invalid_not_found_conflict_and_state_are_data(wire: Wire, venture: str) -> None:
    id = (await create(wire, venture))["risk"]["id"]
    await wire.ask(f'mutation {{ archiveRisk(input: {{id: "{id}"}}) {{ userErrors {{ code }} }} }}')
    live = (await create(wire, venture))["risk"]["id"]
    for given, code in (
        ({"id": live, "title": ""}, "INVALID"),
        ({"id": "risk_" + "0" * 32, "title": "x"}, "NOT_FOUND"),
        ({"id": live, "title": "x", "expectedVersion": 9}, "CONFLICT"),
        ({"id": id, "title": "x"}, "INVALID_STATE"),
    ):
        answer = await wire.ask(UPDATE, i=given)
        assert "errors" not in answer
        assert [error["code"] for error in answer["data"]["updateRisk"]["userErrors"]] == [code]
        assert answer["data"]["updateRisk"]["risk"] is None


async def test_a_quota_that_is_reached_is_data(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "MOST_ENDPOINTS", 0)
    text = """mutation {
        createWebhookEndpoint(input: {url: "https://example.com/x"}) { userErrors { code quota { limit } } }
    }"""
    answer = await wire.ask(text)
    refused = {"code": "QUOTA_EXCEEDED", "quota": None}  # a limit that is everybody's, and not of a plan
    assert answer["data"] == {"createWebhookEndpoint": {"userErrors": [refused]}}
    assert "errors" not in answer


@pytest.mark.parametrize(
    ("role", "body", "code"),
    [
        ("owner", {"query": "mutation {"}, "BAD_USER_INPUT"),
        ("owner", {"query": CREATE, "variables": {"i": {"title": 5}}}, "BAD_USER_INPUT"),
        ("owner", {"query": CREATE, "variables": {"i": {"nonsense": 5}}}, "BAD_USER_INPUT"),
        ("nobody", {"query": CREATE}, "UNAUTHENTICATED"),
        (
            "viewer",
            {"query": 'mutation { createVenture(input: {name: "x"}) { venture { id } userErrors { code } } }'},
            "FORBIDDEN",
        ),
        ("owner", {"query": "mutation { " + " ".join(f"a{n}: x" for n in range(40)) + " }"}, "COST_LIMIT"),
    ],
    ids=["syntax", "coercion", "unknown member", "unauthenticated", "forbidden", "limits"],
)
async def test_what_kept_a_command_from_being_asked_is_in_errors(
    wire: Wire, role: str, body: dict[str, Any], code: str
) -> None:
    answer = await wire.as_(role)(json=body, headers={"accept": GRAPHQL})
    assert answer.json()["errors"][0]["extensions"]["code"] == code
    assert answer.json().get("data") is None
    assert (await wire.ask("{ ventures { totalCount } risks { totalCount } }"))["data"] == {
        "ventures": {"totalCount": 0},
        "risks": {"totalCount": 0},
    }


async def test_what_a_query_names_and_is_not_there_is_null(wire: Wire) -> None:
    missing = "risk_" + "0" * 32
    answer = await wire.ask(
        "query($i: ID!) { risk(id: $i) { id } node(id: $i) { id } nodes(ids: [$i]) { id } }", i=missing
    )
    assert answer["data"] == {"risk": None, "node": None, "nodes": [None]}
    assert "errors" not in answer
