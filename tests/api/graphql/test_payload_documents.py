"""Payload documents over GraphQL: saved with their price, refused as data with their place, tried without sending."""

from __future__ import annotations

from domain.kernel.runtime import Runtime
from tests.api.graphql.conftest import Wire
from tests.conftest import TestTenant
from tests.domain.commanding import Caller

URL = "https://hooks.example.com/x"
CHOSEN = "query ($subject: ID!) { risk(id: $subject) { title score } }"
CREATE = """mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
  webhookEndpoint { id document documentCost documentError } userErrors { code path message } } }"""
PREVIEW = """mutation ($input: PreviewPayloadInput!) { previewPayload(input: $input) {
  preview userErrors { code path message } } }"""


async def test_a_document_is_saved_with_its_price(wire: Wire) -> None:
    made = (await wire.as_("admin").ask(CREATE, input={"url": URL, "document": CHOSEN}))["data"]
    endpoint = made["createWebhookEndpoint"]["webhookEndpoint"]
    assert (endpoint["document"], endpoint["documentCost"], endpoint["documentError"]) == (CHOSEN, 3, None)


async def test_what_is_wrong_with_a_document_is_data_with_its_place(wire: Wire) -> None:
    wrong = {"url": URL, "document": "{ risks { nothing } }"}
    refused = (await wire.as_("admin").ask(CREATE, input=wrong))["data"]["createWebhookEndpoint"]
    assert refused["webhookEndpoint"] is None
    assert refused["userErrors"] == [
        {
            "code": "INVALID",
            "path": ["document"],
            "message": "line 1, column 11: Cannot query field 'nothing' on type 'RiskConnection'.",
        }
    ]


async def test_a_payload_is_tried_without_sending(wire: Wire, runtime: Runtime, tenant: TestTenant) -> None:
    owner = Caller(runtime, tenant.principal("owner"))
    risk = await owner.risk(await owner.venture())
    asked = {"eventType": "risk.updated", "subjectId": risk, "document": CHOSEN}
    tried = (await wire.as_("admin").ask(PREVIEW, input=asked))["data"]["previewPayload"]
    assert tried["userErrors"] == []
    assert tried["preview"]["body"]["data"]["selection"]["risk"]["title"] == "Licence lost"
    refused = await wire.as_("manager").ask(PREVIEW, input=asked)
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
