"""`milepost trigger`: sends the example of a type of event to a receiver while you develop, signed like a delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import Any

import httpx
import orjson

from api.events.catalogue import catalogue
from domain.kernel.clock import SystemClock
from domain.kernel.ids import external_id, uuid7
from domain.kernel.outward import instant_text
from domain.webhooks.signing import PREFIX, signed_headers

PATIENCE = 15
"""Seconds for an answer: as many as a delivery gives."""


class TriggerError(Exception):
    """Nothing was sent, or it was not taken; the text says why."""


@dataclass(frozen=True)
class Sent:
    """What was sent, and how it was answered."""

    id: str
    body: dict[str, Any]
    status: int


def trigger(event_type: str, url: str, secret: str, *, thin: bool = False) -> Sent:
    """Send the example of a type, as a test: with the header `webhook-test`. Raises `TriggerError`."""
    found = catalogue().get(event_type)
    if found is None:
        near = get_close_matches(event_type, catalogue(), 3)
        known = f"; is it {' or '.join(near)}?" if near else "; GET /v1/event-types lists them"
        raise TriggerError(f"there is no type {event_type}{known}")
    now = SystemClock().now()
    body = found.example(thin=thin) | {"timestamp": instant_text(now)}
    raw, name = orjson.dumps(body), external_id("event", uuid7())
    headers = {**_signed(secret, name, now, raw), "content-type": "application/json", "webhook-test": "true"}
    try:
        answer = httpx.post(url, content=raw, headers=headers, timeout=PATIENCE, trust_env=False)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise TriggerError(f"{url} does not answer: {error}") from None
    if not answer.is_success:
        raise TriggerError(f"{url} answered {answer.status_code}")
    return Sent(name, body, answer.status_code)


def _signed(secret: str, name: str, now: datetime, raw: bytes) -> Mapping[str, str]:
    try:
        if secret.startswith(PREFIX):
            return signed_headers([secret], name, now, raw)
    except ValueError:
        pass
    raise TriggerError(f"--secret: an endpoint's secret begins with {PREFIX}, and base64 follows")
