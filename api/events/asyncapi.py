"""The AsyncAPI 3 document: the one channel on which an endpoint is told, and a message for each type of event."""

from __future__ import annotations

from typing import Any

from api.events.catalogue import Catalogued, catalogue
from api.events.components import HEADERS, event_schemas, payload_of


def asyncapi_document(base_url: str) -> dict[str, Any]:
    """The document; `base_url` is where the types can be asked for one by one."""
    found = list(catalogue().values())
    return {
        "asyncapi": "3.0.0",
        "id": "urn:milepost:events",
        "info": {
            "title": "Milepost events",
            "version": "1",
            "description": "What Milepost sends to webhook endpoints: signed after Standard Webhooks, retried for "
            "days, numbered without gaps by `sequence`. The same is read by `GET /v1/events`.",
            "contact": {"name": "Milepost", "url": base_url},
            "license": {"name": "By agreement"},
            "tags": [{"name": "webhooks", "description": "Sent to the endpoints of a tenant."}],
            "externalDocs": {"description": "One type at a time.", "url": f"{base_url}/v1/event-types"},
        },
        "defaultContentType": "application/json",
        "servers": {
            "receiver": {
                "host": "{host}",
                "protocol": "https",
                "description": "Whatever receives: its address is the endpoint's `url`.",
                "variables": {"host": {"description": "The host of the endpoint's address."}},
            }
        },
        "channels": {
            "endpoint": {
                "address": None,
                "title": "A webhook endpoint",
                "description": "The address that the tenant has given for its endpoint, asked by POST.",
                "messages": {each.name: {"$ref": f"#/components/messages/{each.name}"} for each in found},
            }
        },
        "operations": {
            "tell": {
                "action": "send",
                "channel": {"$ref": "#/channels/endpoint"},
                "title": "Tell of an event",
                "summary": "Tell an endpoint of an event to which it subscribes.",
                "description": "Any 2xx within 15 seconds is an acknowledgement; everything else is tried again.",
                "bindings": {"http": {"method": "POST", "bindingVersion": "0.3.0"}},
                "tags": [{"name": "webhooks"}],
                "messages": [{"$ref": f"#/channels/endpoint/messages/{each.name}"} for each in found],
            }
        },
        "components": {
            "messages": {each.name: _message(each) for each in found},
            "schemas": {"DeliveryHeaders": _headers(), **event_schemas()},
        },
    }


def _message(found: Catalogued) -> dict[str, Any]:
    sent = {name: schema["examples"][0] for name, schema in HEADERS.items()}
    return {
        "name": found.type,
        "title": found.type,
        "summary": found.description,
        "contentType": "application/json",
        "headers": {"$ref": "#/components/schemas/DeliveryHeaders"},
        "payload": payload_of(found),
        "examples": [{"name": "full", "headers": sent, "payload": found.example()}],
    }


def _headers() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "What every delivery carries, by Standard Webhooks.",
        "properties": HEADERS,
        "required": list(HEADERS),
    }
