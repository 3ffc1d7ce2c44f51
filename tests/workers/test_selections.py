"""The receiver chooses the payload: what its document asks travels with the event, within the endpoint's rights."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.webhooks.commands import NameWebhookEndpoint, send_test_event
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import watch
from tests.workers.choosing import (
    OF_RISKS,
    RISK,
    a_risk,
    assess,
    errors,
    select_all,
    told,
)
from tests.workers.conftest import Receiver, act, add_endpoint, answer, deliver, emit, relay_all, rows
from workers.deliveries import Deliveries


async def test_what_the_receiver_chose_travels_with_the_event_and_is_signed(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await told(runtime, tenant, sender)
    [event] = receiver.verified(endpoint.secret)
    assert event["data"]["selection"] == {"risk": {"title": "Licence lost", "score": 25, "venture": {"name": "Aurora"}}}
    assert "selection_error" not in event["data"]
    assert event["data"]["risk_id"].startswith("risk_")


async def test_a_thin_payload_has_ids_and_what_was_chosen(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK, payload="thin")
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await told(runtime, tenant, sender)
    data = receiver.requests[0].event["data"]
    assert data.pop("selection")["risk"]["score"] == 25
    assert all("_" in str(value) for value in data.values()), data


async def test_one_document_serves_events_of_many_kinds(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    document = """query Told($subject: ID!, $venture: ID!) {
      node(id: $subject) { __typename ... on Risk { title } ... on Milestone { dueOn } }
      venture(id: $venture) { name }
    }"""
    await add_endpoint(
        runtime, tenant, receiver, event_types=["risk.created", "milestone.created", "team.created"], document=document
    )
    owner = Caller(runtime, tenant.principal())
    venture = await owner.venture()
    await owner.risk(venture)
    await owner.milestone(venture, due_on="2027-03-31")
    await owner.ask("create_team", name="Everybody", function="business")
    await told(runtime, tenant, sender)
    found = {request.event["type"]: request.event["data"]["selection"] for request in receiver.requests}
    assert found == {
        "risk.created": {"node": {"__typename": "Risk", "title": "Licence lost"}, "venture": {"name": "Aurora"}},
        "milestone.created": {
            "node": {"__typename": "Milestone", "dueOn": "2027-03-31"},
            "venture": {"name": "Aurora"},
        },
        "team.created": {"node": {"__typename": "Team"}, "venture": None},
    }


async def test_nothing_is_due_until_the_body_is_written_and_every_attempt_sends_its_bytes(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries, clock: SettableClock
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    risk = await a_risk(runtime, tenant)
    await assess(runtime, tenant, risk)
    await relay_all(runtime, tenant)
    assert await deliver(sender, tenant) == 0
    await select_all(runtime, tenant)
    receiver.answers = [lambda _: answer(500)]
    await deliver(sender, tenant)
    await Caller(runtime, tenant.principal()).ask("update_risk", id=risk, title="Another title by now")
    clock.forward(seconds=6)
    await deliver(sender, tenant)
    first, second = receiver.requests
    assert first.body == second.body
    assert first.event["data"]["selection"]["risk"]["title"] == "Licence lost"


async def test_the_same_document_role_ventures_and_payload_are_one_body_and_one_read(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    for _ in range(3):
        await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK, role="manager")
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    sent: list[tuple[str, tuple[Any, ...]]] = []
    watch(runtime, sent)
    await select_all(runtime, tenant)
    assert len(sent) == 2
    bodies = "SELECT DISTINCT b.form FROM event_body b JOIN delivery d ON d.tenant_id = $1 AND d.event_id = b.event_id "
    kept = await rows(runtime, tenant, bodies + "WHERE b.tenant_id = $1 AND d.event_type = 'risk.assessed'", tenant.id)
    assert len(kept) == 3
    assert await deliver(sender, tenant) == 5
    assert [("selection" in request.event["data"]) for request in receiver.requests].count(True) == 4
    assert (
        await rows(runtime, tenant, "SELECT 1 FROM work WHERE tenant_id = $1 AND kind = 'selection'", tenant.id) == []
    )


async def test_whatever_its_depth_a_document_is_one_statement_an_event(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver
) -> None:
    document = """query ($subject: ID!, $venture: ID!) {
      risk(id: $subject) { title owner { name } alerts(first: 5) { nodes { rule state } totalCount }
        responses(first: 5) { nodes { title actions(first: 5) { nodes { title } } } } }
      venture(id: $venture) { name risks(first: 10) { nodes { title assessments(first: 3) { nodes { score } } } } }
      risks { aggregate(groupBy: [LEVEL]) { count } }
    }"""
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=document)
    await assess(runtime, tenant, await a_risk(runtime, tenant))
    await relay_all(runtime, tenant)
    sent: list[tuple[str, tuple[Any, ...]]] = []
    watch(runtime, sent)
    await select_all(runtime, tenant)
    assert len(sent) == 1


async def test_the_walls_between_tenants_hold_whatever_a_document_names(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    theirs = await a_risk(runtime, stranger, "Theirs")
    document = f"""query ($subject: ID!) {{
      mine: risk(id: $subject) {{ title }} theirs: risk(id: "{theirs}") {{ title }}
      node(id: "{theirs}") {{ id }} nodes(ids: ["{theirs}", $subject]) {{ id }}
      risks(filter: {{title: {{eq: "Theirs"}}}}) {{ totalCount }} search(query: "Theirs") {{ nodes {{ id }} }}
    }}"""
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=document, role="owner")
    mine = await a_risk(runtime, tenant)
    await assess(runtime, tenant, mine)
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"] == {
        "mine": {"title": "Licence lost"},
        "theirs": None,
        "node": None,
        "nodes": [None, {"id": mine}],
        "risks": {"totalCount": 0},
        "search": {"nodes": []},
    }


async def test_an_event_that_names_another_tenants_subject_shows_nothing_of_it(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    theirs = await a_risk(runtime, stranger, "Theirs")
    await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK, role="owner")
    await emit(runtime, tenant, subject=("risk", UUID(hex=theirs.rpartition("_")[2])))
    await told(runtime, tenant, sender)
    data = receiver.requests[0].event["data"]
    assert data["selection"] is None
    assert data["selection_error"]["code"] == "NOT_FOUND"


async def test_rows_outside_the_endpoints_ventures_are_not_in_the_selection(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    owner = Caller(runtime, tenant.principal())
    inside, outside = await owner.venture("Inside"), await owner.venture("Outside")
    await owner.risk(outside, "Hidden")
    document = (
        "query ($subject: ID!) { risk(id: $subject) { title } risks { nodes { title } } ventures { nodes { name } } "
        f'venture(id: "{outside}") {{ name }} }}'
    )
    await add_endpoint(
        runtime, tenant, receiver, event_types=OF_RISKS, venture_ids=[inside], document=document, role="owner"
    )
    await assess(runtime, tenant, await a_risk(runtime, tenant, "Seen", inside))
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"] == {
        "risk": {"title": "Seen"},
        "risks": {"nodes": [{"title": "Seen"}]},
        "ventures": {"nodes": [{"name": "Inside"}]},
        "venture": None,
    }


async def test_a_subject_that_the_role_may_not_read_is_nothing_to_the_document(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    document = "query ($subject: ID!) { node(id: $subject) { id } risk(id: $subject) { id } }"
    told_of = ["webhook.endpoint.disabled"]
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=told_of, document=document)
    await emit(runtime, tenant, "webhook.endpoint.disabled", subject=("webhook_endpoint", endpoint.id))
    await told(runtime, tenant, sender)
    assert receiver.requests[0].event["data"]["selection"] == {"node": None, "risk": None}
    assert await errors(runtime, tenant) == [None]


async def test_an_event_of_no_venture_matches_no_row_of_one(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    document = """query ($venture: ID!) {
      alerts(filter: {ventureId: {eq: $venture}}) { totalCount } venture(id: $venture) { name }
      nodes(ids: [$venture]) { id }
    }"""
    await add_endpoint(runtime, tenant, receiver, event_types=["team.created"], document=document)
    await a_risk(runtime, tenant)
    await Caller(runtime, tenant.principal()).ask("create_team", name="Everybody", function="business")
    await told(runtime, tenant, sender)
    data = receiver.requests[0].event["data"]
    assert "selection_error" not in data, data
    assert data["selection"] == {"alerts": {"totalCount": 0}, "venture": None, "nodes": [None]}


async def test_a_test_event_has_no_selection(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    endpoint = await add_endpoint(runtime, tenant, receiver, event_types=OF_RISKS, document=RISK)
    await act(runtime, tenant, lambda work: send_test_event(work, NameWebhookEndpoint(id=endpoint.id)))
    await relay_all(runtime, tenant)
    await deliver(sender, tenant)
    assert receiver.requests[0].event["data"] == {"endpoint_id": external_id("webhook_endpoint", endpoint.id)}
