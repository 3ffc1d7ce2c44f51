"""Webhooks: whether a request is Milepost's, and what it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypedDict

from standardwebhooks.webhooks import Webhook, WebhookVerificationError


class Event(TypedDict):
    """What an endpoint is told; `data` by `type`, see `openapi/events/` or `GET /v1/event-types`."""

    type: str
    timestamp: str
    tenant_id: str
    sequence: int
    data: dict[str, Any]
    previous: dict[str, Any] | None
    actor: dict[str, Any]
    version: str


def verified(body: bytes, headers: Mapping[str, str], *secrets: str) -> Event:
    """The event of a request whose signature fits one of the secrets and whose time is not older than five minutes.

    `body` are the bytes as they came, before any reading of JSON. Raises `WebhookVerificationError`.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    refused = WebhookVerificationError("no secret was given")
    for secret in secrets:
        try:
            Webhook(secret).verify(body.decode(), lowered)
        except WebhookVerificationError as error:
            refused = error
        else:
            event: Event = json.loads(body)
            return event
    raise refused


__all__ = ["Event", "WebhookVerificationError", "verified"]
