"""The keys by which an endpoint's deliveries are signed: which are in force, and how they follow one another."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.kernel.errors import InvalidState
from domain.kernel.secrets import KeyRing
from domain.webhooks.signing import new_key_pair, new_secret
from domain.webhooks.tables import Signing, WebhookEndpoint

MOST_FORMER: Final = 8
"""Former keys of an endpoint that may sign at one time: each adds a signature to every delivery."""


def secret_place(endpoint_id: UUID) -> str:
    """The place to which the keys of an endpoint are bound when they are encrypted."""
    return f"webhook_endpoint.secret:{endpoint_id}"


def headers_place(endpoint_id: UUID) -> str:
    """The place to which the headers of an endpoint are bound when they are encrypted."""
    return f"webhook_endpoint.headers:{endpoint_id}"


def keys_in_force(endpoint: Any, at: datetime) -> list[str]:
    """The encrypted keys that sign at an instant, the present ones first. `endpoint` has the columns of the table."""
    signing = Signing(endpoint.signing or Signing.HMAC)
    present = [_kept(endpoint.secret, at, asymmetric=False)]
    if endpoint.private_key is not None:
        present.append(_kept(endpoint.private_key, at, asymmetric=True))
    return [key["sealed"] for key in present + _former(endpoint, at) if _signs(signing, key["asymmetric"])]


def give_keys(endpoint: WebhookEndpoint, keys: KeyRing) -> str:
    """Give an endpoint a new secret, and a key pair where its signing asks for one. Answers the secret."""
    secret = new_secret()
    endpoint.secret = _sealed(endpoint, keys, secret)
    if endpoint.signing not in (None, Signing.HMAC):
        give_key_pair(endpoint, keys)
    return secret


def give_key_pair(endpoint: WebhookEndpoint, keys: KeyRing) -> None:
    """Give an endpoint a new key pair, whose private half nobody is ever shown."""
    endpoint.public_key, private = new_key_pair()
    endpoint.private_key = _sealed(endpoint, keys, private)


def replace_keys(endpoint: WebhookEndpoint, keys: KeyRing, now: datetime, overlap: timedelta) -> str:
    """Give an endpoint new keys; the present ones sign for the overlap, earlier ones until their own end.

    Answers the new secret. Raises `InvalidState` where more than `MOST_FORMER` would sign.
    """
    former = _former(endpoint, now)
    until = now + overlap
    if overlap:
        former.append(_kept(endpoint.secret, until, asymmetric=False))
        if endpoint.private_key is not None:
            former.append(_kept(endpoint.private_key, until, asymmetric=True))
    if len(former) > MOST_FORMER:
        raise InvalidState.at(
            "overlap_hours", message=f"at most {MOST_FORMER} former keys sign at one time; wait, or give 0"
        )
    # The latest secret stands by itself: a version before this one looks for it there.
    latest = endpoint.secret if overlap else None
    endpoint.former_keys = [key for key in former if key["sealed"] != latest] or None
    endpoint.previous_secret = latest
    endpoint.previous_secret_until = until if overlap else None
    endpoint.secret = _sealed(endpoint, keys, secret := new_secret())
    if endpoint.private_key is not None:
        give_key_pair(endpoint, keys)
    return secret


def _former(endpoint: Any, at: datetime) -> list[dict[str, Any]]:
    """The former keys that have not ended, the latest first."""
    found = []
    if endpoint.previous_secret is not None and endpoint.previous_secret_until is not None:
        found.append(_kept(endpoint.previous_secret, endpoint.previous_secret_until, asymmetric=False))
    found += endpoint.former_keys or []
    return [key for key in found if at < datetime.fromisoformat(key["until"])]


def _kept(sealed: str, until: datetime, *, asymmetric: bool) -> dict[str, Any]:
    return {"sealed": sealed, "until": until.isoformat(), "asymmetric": asymmetric}


def _signs(signing: Signing, asymmetric: bool) -> bool:
    return signing != (Signing.HMAC if asymmetric else Signing.ED25519)


def _sealed(endpoint: WebhookEndpoint, keys: KeyRing, key: str) -> str:
    return keys.encrypt(key, tenant_id=endpoint.tenant_id, place=secret_place(endpoint.id))
