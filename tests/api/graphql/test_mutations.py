"""Mutations are the commands: their inputs check what is sent, what came of it is read again, refusals are told."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.commands import COMMANDS
from domain.kernel.ids import external_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from graph.language import camel
from tests.api.graphql.conftest import GRAPHQL, Wire
from tests.conftest import TestTenant
from tests.domain.commanding import Caller

CREATE = """
mutation($i: CreateRiskInput!) { createRisk(input: $i) {
  risk { id title score owner { name } milestones { nodes { title } } } riskEdge { cursor node { id } }
  userErrors { code message path } clientMutationId } }
"""
UPDATE = """
mutation($i: UpdateRiskInput!) { updateRisk(input: $i) {
  risk { title cause version expectedOn } userErrors { code message path } } }
"""


@pytest.fixture
async def venture(runtime: Runtime, tenant: TestTenant) -> str:
    """A venture's id."""
    return await Caller(runtime, tenant.principal("owner")).venture()


async def create(wire: Wire, venture: str, **more: Any) -> Any:
    """The payload of a new risk."""
    given = {"ventureId": venture, "title": "Licence lost", "category": "legal"} | more
    return (await wire.ask(CREATE, i=given))["data"]["createRisk"]


async def test_a_new_thing_comes_back_as_it_is_stored_with_its_edge(
    wire: Wire, runtime: Runtime, tenant: TestTenant, venture: str
) -> None:
    milestone = await Caller(runtime, tenant.principal("owner")).milestone(venture, "Prototype")
    owner = external_id("member", tenant.members[Role.MANAGER])
    made = await create(wire, venture, ownerId=owner, milestoneIds=[milestone], clientMutationId="m-1")
    assert made["userErrors"] == []
    assert made["clientMutationId"] == "m-1"
    assert made["risk"]["owner"] == {"name": "Manager"}
    assert made["risk"]["milestones"]["nodes"] == [{"title": "Prototype"}]
    assert made["riskEdge"]["node"]["id"] == made["risk"]["id"]
    after = await wire.ask("query($c: String) { risks(after: $c) { nodes { id } } }", c=made["riskEdge"]["cursor"])
    assert after["data"]["risks"]["nodes"] == []


async def test_variables_shape_what_is_read_of_the_payload(
    wire: Wire, runtime: Runtime, tenant: TestTenant, venture: str
) -> None:
    caller = Caller(runtime, tenant.principal("owner"))
    milestones = [await caller.milestone(venture, title) for title in ("A", "B", "C")]
    asked = """mutation($i: CreateRiskInput!, $n: Int, $f: MilestoneFilter, $cause: Boolean!) { createRisk(input: $i) {
      risk { cause @include(if: $cause) milestones(first: $n, filter: $f) { totalCount nodes { title } } } } }"""
    given = {"ventureId": venture, "title": "Licence lost", "category": "legal", "milestoneIds": milestones}
    chosen = {"n": 1, "f": {"title": {"in": ["B", "C"]}}, "cause": False}
    risk = (await wire.ask(asked, i=given, **chosen))["data"]["createRisk"]["risk"]
    assert risk["milestones"]["totalCount"] == 2 and len(risk["milestones"]["nodes"]) == 1
    assert "cause" not in risk


async def test_left_out_keeps_null_clears_and_a_stale_version_is_a_conflict(wire: Wire, venture: str) -> None:
    id = (await create(wire, venture, cause="Why", expectedOn="2027-01-31"))["risk"]["id"]
    kept = (await wire.ask(UPDATE, i={"id": id, "title": "New"}))["data"]["updateRisk"]["risk"]
    assert kept == {"title": "New", "cause": "Why", "version": 2, "expectedOn": "2027-01-31"}
    cleared = (await wire.ask(UPDATE, i={"id": id, "cause": None, "expectedVersion": 2}))["data"]["updateRisk"]["risk"]
    assert (cleared["cause"], cleared["title"], cleared["version"]) == (None, "New", 3)
    stale = (await wire.ask(UPDATE, i={"id": id, "title": "Lost", "expectedVersion": 2}))["data"]["updateRisk"]
    assert stale["risk"] is None
    assert [(e["code"], e["path"]) for e in stale["userErrors"]] == [("CONFLICT", ["expectedVersion"])]
    for text in (
        UPDATE,
        UPDATE.replace("$i: UpdateRiskInput!", "$t: String").replace("input: $i", f'input: {{id: "{id}", title: $t}}'),
    ):
        given = {"t": None} if "$t" in text else {"i": {"id": id, "title": None}}
        refused = (await wire.ask(text, **given))["data"]["updateRisk"]
        assert [(e["code"], e["path"]) for e in refused["userErrors"]] == [("INVALID", ["title"])]


async def test_every_wrong_field_is_named_in_the_clients_spelling(wire: Wire, venture: str) -> None:
    refused = await create(wire, venture, title="  ", category="No Code", subType="", milestoneIds=["garbage"])
    assert refused["risk"] is refused["riskEdge"] is None
    paths = [error["path"] for error in refused["userErrors"]]
    assert paths == [["title"], ["category"], ["subType"], ["milestoneIds", "0"]]
    assert {error["code"] for error in refused["userErrors"]} == {"INVALID"}


async def test_ids_of_another_tenant_are_not_found_like_those_that_do_not_exist(
    wire: Wire, runtime: Runtime, stranger: TestTenant, venture: str
) -> None:
    other = Caller(runtime, stranger.principal("owner"))
    foreign = await other.venture()
    ids = {
        "ventureId": (foreign, "venture_" + "0" * 32),
        "ownerId": (external_id("member", stranger.members[Role.OWNER]), "member_" + "0" * 32),
        "milestoneIds": ([await other.milestone(foreign)], ["milestone_" + "0" * 32]),
    }
    for name, (theirs, nobodys) in ids.items():
        one, two = await create(wire, venture, **{name: theirs}), await create(wire, venture, **{name: nobodys})
        assert one == two
        assert one["userErrors"][0]["code"] == "NOT_FOUND"
        assert one["userErrors"][0]["path"][0] == name
    risk = await other.risk(foreign)
    theirs = await wire.ask(UPDATE, i={"id": risk, "title": "x"})
    assert theirs["data"] == (await wire.ask(UPDATE, i={"id": "risk_" + "0" * 32, "title": "x"}))["data"]
    assert (await wire.ask("{ risks { totalCount } }"))["data"]["risks"]["totalCount"] == 0


async def test_several_run_in_order_each_by_itself(wire: Wire, venture: str) -> None:
    text = (
        'mutation($v: ID!) { a: createRisk(input: {ventureId: $v, title: "A", category: "legal"}) { risk { id } } '
        'b: createRisk(input: {ventureId: $v, title: " ", category: "legal"}) { risk { id } userErrors { code } } '
        'c: createRisk(input: {ventureId: $v, title: "C", category: "legal"}) { risk { venture { openRiskCount } } } }'
    )
    data = (await wire.ask(text, v=venture))["data"]
    assert list(data) == ["a", "b", "c"]
    assert data["b"] == {"risk": None, "userErrors": [{"code": "INVALID"}]}
    assert data["c"]["risk"]["venture"]["openRiskCount"] == 2


async def test_one_forbidden_mutation_keeps_all_from_running(wire: Wire, venture: str) -> None:
    text = (
        'mutation($v: ID!) { a: createRisk(input: {ventureId: $v, title: "A", category: "legal"}) { risk { id } } '
        'b: createWebhookEndpoint(input: {url: "https://example.com/x", eventTypes: ["*"]}) { userErrors { code } } }'
    )
    answer = await wire.as_("contributor").ask(text, v=venture)
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert (await wire.ask("{ risks { totalCount } }"))["data"]["risks"]["totalCount"] == 0


async def test_the_same_idempotency_key_does_it_once(wire: Wire, venture: str) -> None:
    one = await create(wire, venture, idempotencyKey="k1")
    two = await create(wire, venture, idempotencyKey="k1", clientMutationId="again")
    assert two["risk"] == one["risk"]
    other = await create(wire, venture, idempotencyKey="k1", title="Other")
    assert other["userErrors"][0]["code"] == "IDEMPOTENCY_MISMATCH"
    assert (await wire.ask("{ risks { totalCount } }"))["data"]["risks"]["totalCount"] == 1


async def test_a_secret_is_shown_once(wire: Wire) -> None:
    text = """mutation { createWebhookEndpoint(
      input: {url: "https://example.com/x", eventTypes: ["*"], idempotencyKey: "s"}) {
      webhookEndpoint { id url payload } secret userErrors { message } } }"""
    first = (await wire.ask(text))["data"]["createWebhookEndpoint"]
    assert first["secret"].startswith("whsec_"), first
    again = (await wire.ask(text))["data"]["createWebhookEndpoint"]
    assert again["webhookEndpoint"] == first["webhookEndpoint"]
    assert again["secret"] is None


async def test_archiving_tells_what_left_and_restoring_brings_it_back(wire: Wire, venture: str) -> None:
    id = (await create(wire, venture))["risk"]["id"]
    for verb, deleted in (("archive", id), ("restore", None)):
        field = "deletedId " if deleted else ""
        below = f"{field} risk {{ id archivedAt }} userErrors {{ code }}"
        text = f'mutation {{ {verb}Risk(input: {{id: "{id}"}}) {{ {below} }} }}'
        payload = (await wire.ask(text))["data"][f"{verb}Risk"]
        assert payload.get("deletedId") == deleted
        assert bool(payload["risk"]["archivedAt"]) is bool(deleted)


async def test_nested_inputs_enums_and_decimals_reach_the_command(wire: Wire, venture: str) -> None:
    id = (await create(wire, venture))["risk"]["id"]
    text = """mutation($i: AssessRiskInput!) { assessRisk(input: $i) { risk { score level expectedLoss } assessment {
      kind probability impactLow impactLikely impactHigh knowledge } userErrors { code message path } } }"""
    given = {
        "riskId": id,
        "kind": "CURRENT",
        "probability": "0.25",
        "impact": {"low": "10000", "likely": 40000, "high": "90000.50"},
        "knowledge": "WEAK",
    }
    payload = (await wire.ask(text, i=given))["data"]["assessRisk"]
    assert payload["userErrors"] == []
    assert payload["assessment"]["probability"] == "0.250000"
    assert payload["assessment"]["impactLikely"] == "40000.00"
    assert payload["assessment"]["knowledge"] == "WEAK"
    wrong = given | {"impact": {"low": "10000", "likely": "5", "high": "1"}}
    refused = (await wire.ask(text, i=wrong))["data"]["assessRisk"]
    assert refused["userErrors"]
    assert all(error["path"][0] == "impact" for error in refused["userErrors"])
    coerced = await wire(
        json={"query": text, "variables": {"i": given | {"kind": "current"}}}, headers={"accept": GRAPHQL}
    )
    assert coerced.status_code == 400


async def test_a_dependency_kind_is_spelt_in_two_letters(
    wire: Wire, runtime: Runtime, tenant: TestTenant, venture: str
) -> None:
    caller = Caller(runtime, tenant.principal("owner"))
    one, two = await caller.milestone(venture, "One"), await caller.milestone(venture, "Two")
    text = """mutation($a: ID!, $b: ID!) { addDependency(
      input: {predecessorId: $a, successorId: $b, kind: SS, lagDays: 2}) {
      dependency { kind lagDays predecessor { title } successor { title } } userErrors { message path } } }"""
    payload = (await wire.ask(text, a=one, b=two))["data"]["addDependency"]
    assert payload["dependency"] == {
        "kind": "SS",
        "lagDays": 2,
        "predecessor": {"title": "One"},
        "successor": {"title": "Two"},
    }
    circle = (await wire.ask(text, a=two, b=one))["data"]["addDependency"]
    assert circle["dependency"] is None
    assert circle["userErrors"]


async def test_every_command_has_its_mutation(wire: Wire) -> None:
    answer = await wire.ask("{ __schema { mutationType { fields { name args { name } } } } }")
    fields = {field["name"] for field in answer["data"]["__schema"]["mutationType"]["fields"]}
    assert fields == {camel(name) for name in COMMANDS}
