"""Signing deliveries after Standard Webhooks 1.0.0, over `id.timestamp.body`.

`v1,` + base64(HMAC-SHA256) by a shared secret, `v1a,` + base64(Ed25519) by a private key whose public half anybody may
know.
"""

from __future__ import annotations

import base64
import re
import secrets as randomness
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from standardwebhooks.webhooks import Webhook

PREFIX = "whsec_"
PRIVATE, PUBLIC = "whsk_", "whpk_"
SECRET_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,128}")


def new_secret() -> str:
    """A new endpoint's secret: `whsec_` and the base64 of 32 random bytes. One for each endpoint, never shared."""
    return PREFIX + base64.b64encode(randomness.token_bytes(SECRET_BYTES)).decode()


def new_key_pair() -> tuple[str, str]:
    """A new endpoint's public key (`whpk_` and the base64 of its 32 bytes) and private key (`whsk_`, its seed)."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    return PUBLIC + base64.b64encode(public).decode(), PRIVATE + base64.b64encode(private.private_bytes_raw()).decode()


def sign(keys: Sequence[str], message_id: str, timestamp: datetime, body: bytes) -> str:
    """The value of `webhook-signature`: one signature a key in their order, separated by blanks.

    `keys` are secrets (`whsec_`) and private keys (`whsk_`). `timestamp` is the attempt's, aware; the fraction of its
    second is dropped. `body` are the very bytes to be sent, JSON in UTF-8. Raises `ValueError` where there is no key,
    the id could be mistaken, or the time has no zone.
    """
    if not keys:
        raise ValueError("a delivery must be signed by at least one key")
    if not _ID.fullmatch(message_id):
        raise ValueError("a message id consists of letters, digits, _ and -")
    if timestamp.tzinfo is None:
        raise ValueError("the timestamp must have a zone")
    moment = timestamp.astimezone(UTC)
    return " ".join(_signature(key, message_id, moment, body) for key in keys)


def _signature(key: str, message_id: str, moment: datetime, body: bytes) -> str:
    if not key.startswith(PRIVATE):
        return Webhook(key).sign(message_id, moment, body.decode())
    private = Ed25519PrivateKey.from_private_bytes(base64.b64decode(key.removeprefix(PRIVATE)))
    signed = private.sign(f"{message_id}.{int(moment.timestamp())}.".encode() + body)
    return f"v1a,{base64.b64encode(signed).decode()}"


def signed_headers(keys: Sequence[str], message_id: str, timestamp: datetime, body: bytes) -> Mapping[str, str]:
    """The three headers of a delivery; `message_id` is the event's id, the same at every retry and replay."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(timestamp.timestamp())),
        "webhook-signature": sign(keys, message_id, timestamp, body),
    }
