"""Webhook endpoints and deliveries, for administrators."""

from __future__ import annotations

from domain.tenancy.permissions import Action
from domain.webhooks.tables import Delivery, WebhookEndpoint
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one

ENDPOINT = entity(
    WebhookEndpoint,
    [
        columns(
            WebhookEndpoint,
            {
                "description": "What it is for.",
                "event_types": "Exact types, prefixes that end in `.*`, or `*` for all.",
                "venture_ids": "Only events of these ventures; empty: all.",
                "categories": "Only events of these risk categories; empty: all.",
                "min_severity": "Only alerts at least this grave; empty: all.",
                "payload": "How much it is told.",
                "role": "As whose role its payloads are read.",
                "document": "The payload document: a query whose answer travels as `data.selection`.",
                "document_cost": "What the payload document costs for each event.",
                "document_error": "Why the payload document cannot be run any more; empty while it can.",
                "enabled": "Whether events are sent.",
                "disabled_reason": "Why nothing is sent.",
            },
        ),
        column_field(WebhookEndpoint, "url", "Where events are sent.", kind=kinds.ADDRESS),
        to_many("deliveries", "delivery", "endpoint_id", "What was sent there, the newest first.", "-id"),
        can(edit=Action.WEBHOOK_WRITE),
    ],
    needs=Action.WEBHOOK_READ,
    whole=True,
)

DELIVERY = entity(
    Delivery,
    [
        columns(
            Delivery,
            {
                "event_type": "The event's type.",
                "state": "Where it stands.",
                "attempts": "How often it was tried.",
                "created_at": "When it was to be sent first.",
                "finished_at": "When it was over.",
                "last_status": "The HTTP status of the latest try.",
                "last_error": "Why the latest try failed.",
            },
            codes=("event_type",),
        ),
        to_one(Delivery, "endpoint_id", "webhook_endpoint", "The endpoint.", nullable=True),
    ],
    word="delivery",
    plural="deliveries",
    needs=Action.WEBHOOK_READ,
    whole=True,
    order=("-id",),
)

ENTITIES = (ENDPOINT, DELIVERY)
