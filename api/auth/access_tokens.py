"""Access tokens of a tenant's own issuer (RFC 9068, read strictly): pure.

The audience names the tenant, and is read before anything is looked up: so an issuer is asked only about tokens for the
tenant that has named it as its own, whoever else has named it too.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import orjson
from joserfc.jwk import KeySet

from api.auth.id_tokens import LONGEST, BadToken, check, is_subject, signed, time_rules
from domain.kernel.ids import MalformedId, parse_id

_TYPES: Final = frozenset({"at+jwt", "application/at+jwt", "jwt", ""})
_OF_ID_TOKENS: Final = frozenset({"nonce", "at_hash", "c_hash", "events"})
"""Claims of tokens for other uses: of sign-in and of logout."""

_FARTHEST: Final = 24 * 3600.0
"""A token that works for longer is refused: it could be taken back by nobody."""


@dataclass(frozen=True)
class Claimed:
    """What a token says of itself: whose it is, and for which tenant. Nothing of it is believed yet."""

    tenant_id: UUID
    audience: str
    issuer: str
    subject: str


def is_access_token(text: str) -> bool:
    """Whether a bearer text has the form of a signed token, and not that of a key."""
    return text.startswith("ey") and text.count(".") == 2


def claimed(token: str, base_url: str) -> Claimed | None:
    """What a token says of itself; None where it is not for exactly one tenant here."""
    if len(token) > LONGEST:
        return None
    payload = token.split(".")[1]
    try:
        claims = orjson.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (binascii.Error, orjson.JSONDecodeError, ValueError):
        return None
    if not isinstance(claims, dict) or not isinstance(claims.get("iss"), str) or not is_subject(claims.get("sub")):
        return None
    ours = [each for each in _audiences(claims) if isinstance(each, str) and each.startswith(f"{base_url}/tenants/")]
    if len(ours) != 1:
        return None
    try:
        tenant_id = parse_id("tenant", ours[0].removeprefix(f"{base_url}/tenants/"))
    except MalformedId:
        return None
    return Claimed(tenant_id, ours[0], claims["iss"], claims["sub"])


def verify_access_token(
    token: str, keys: KeySet, expected: Claimed, algorithms: Sequence[str], now: float
) -> dict[str, Any]:
    """The claims of a token that says `expected`. Raises `UnknownKey`, where keys should be fetched anew, `BadToken`.

    A token that was made for sign-in or logout is none for access, whatever its audience: it is known by its type, by
    the claims that only such tokens have, or by what providers say of its use.
    """
    header, claims = signed(token, keys, algorithms)
    kind = header.get("typ", "")
    rules = {
        "typ": isinstance(kind, str) and kind.lower() in _TYPES,
        "iss": claims.get("iss") == expected.issuer,
        "aud": expected.audience in _audiences(claims),
        "sub": claims.get("sub") == expected.subject,
        "use": not _OF_ID_TOKENS & claims.keys()
        and claims.get("token_use", "access") == "access"
        and claims.get("typ", "Bearer") == "Bearer",
    }
    check(rules | time_rules(claims, now))
    check({"exp": claims["exp"] <= now + _FARTHEST})
    return claims


def scopes_in(claims: dict[str, Any]) -> frozenset[str] | None:
    """The words of the scope; None where the token has no such claim. Some providers call it `scp`, or give a list."""
    scope = claims.get("scope", claims.get("scp"))
    if scope is None:
        return None
    words = scope.split() if isinstance(scope, str) else scope if isinstance(scope, list) else []
    return frozenset(word for word in words if isinstance(word, str))


def _audiences(claims: dict[str, Any]) -> list[Any]:
    audience = claims.get("aud")
    return audience if isinstance(audience, list) else [audience]


__all__ = ["BadToken", "Claimed", "claimed", "is_access_token", "scopes_in", "verify_access_token"]
