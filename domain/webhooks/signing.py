"""Signing deliveries after Standard Webhooks 1.0.0: `v1,` + base64(HMAC-SHA256) over `id.timestamp.body`."""

from __future__ import annotations

import base64
import re
import secrets as randomness
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from standardwebhooks.webhooks import Webhook

PREFIX = "whsec_"
SECRET_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


def new_secret() -> str:
    """A new endpoint's secret: `whsec_` and the base64 of 32 random bytes. One for each endpoint, never shared."""
    return PREFIX + base64.b64encode(randomness.token_bytes(SECRET_BYTES)).decode()


def sign(secrets: Sequence[str], message_id: str, timestamp: datetime, body: bytes) -> str:
    """The value of `webhook-signature`: one signature a secret, newest first, separated by blanks.

    `timestamp` is the attempt's, aware; the fraction of its second is dropped. `body` are the very bytes to be sent,
    JSON in UTF-8. Raises `ValueError` where there is no secret, the id could be mistaken, or the time has no zone.
    """
    if not secrets:
        raise ValueError("a delivery must be signed by at least one secret")
    if not _ID.fullmatch(message_id):
        raise ValueError("a message id consists of letters, digits, _ and -")
    if timestamp.tzinfo is None:
        raise ValueError("the timestamp must have a zone")
    moment = timestamp.astimezone(UTC)
    text = body.decode()
    return " ".join(Webhook(secret).sign(message_id, moment, text) for secret in secrets)


def signed_headers(secrets: Sequence[str], message_id: str, timestamp: datetime, body: bytes) -> Mapping[str, str]:
    """The three headers of a delivery; `message_id` is the event's id, the same at every retry and replay."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(timestamp.timestamp())),
        "webhook-signature": sign(secrets, message_id, timestamp, body),
    }
