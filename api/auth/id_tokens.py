"""Checking an ID token (OpenID Connect Core 3.1.3.7): pure, with the strictest reading of each claim."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key, KeySet

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Asymmetric ones only: with HS256 the provider's public key would be the secret; `none` is no signature."""

LEEWAY: Final = 60
LONGEST: Final = 16_384
_KEY_TYPES: Final = {"RS": "RSA", "PS": "RSA", "ES": "EC", "Ed": "OKP"}


class BadToken(Exception):
    """The token is not to be believed; the text names the claim, for the log."""


class UnknownKey(BadToken):
    """None of the known keys may have signed the token."""


@dataclass(frozen=True)
class Expected:
    """What an ID token must say, and by which algorithms it may be signed."""

    issuer: str
    client_id: str
    nonce: str
    algorithms: Sequence[str]
    now: float


def verify(token: str, keys: KeySet, expected: Expected, access_token: str | None = None) -> dict[str, Any]:
    """The claims of a token. Raises `UnknownKey` where the keys should be fetched anew, `BadToken` otherwise."""
    header, claims = signed(token, keys, expected.algorithms)
    _check_claims(claims, expected)
    _check_access_token(claims, header["alg"], access_token)
    return claims


def signed(token: str, keys: KeySet, algorithms: Sequence[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims of a token that one of the keys has signed. Raises as `verify` does.

    The key is found by its id among those given: what the token itself brings or points to is never looked at.
    """
    if not isinstance(token, str) or len(token) > LONGEST or token.count(".") != 2:
        raise BadToken("form")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, KeyError, TypeError, AttributeError):
        raise BadToken("header") from None
    algorithm = header.get("alg")
    if algorithm not in ALGORITHMS or algorithm not in algorithms:
        raise BadToken("alg")
    if "crit" in header:
        raise BadToken("crit")
    return header, _signed_claims(token, algorithm, list(_candidates(keys, header.get("kid"), algorithm)))


def _candidates(keys: KeySet, kid: Any, algorithm: str) -> Iterator[Key]:
    for key in keys:
        published = key.as_dict(private=False)
        if (
            key.key_type == _KEY_TYPES[algorithm[:2]]
            and (kid is None or published.get("kid") == kid)
            and published.get("use") in (None, "sig")
            and published.get("alg") in (None, algorithm)
        ):
            yield key


def _signed_claims(token: str, algorithm: str, candidates: list[Key]) -> dict[str, Any]:
    if not candidates:
        raise UnknownKey("kid")
    for key in candidates:
        try:
            return dict(jwt.decode(token, key, algorithms=[algorithm]).claims)
        except (JoseError, ValueError, TypeError):
            continue
    raise BadToken("signature")


def _check_claims(claims: dict[str, Any], expected: Expected) -> None:
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    rules = {
        "iss": claims.get("iss") == expected.issuer,
        "aud": expected.client_id in audiences,
        "azp": claims.get("azp", None if len(audiences) > 1 else expected.client_id) == expected.client_id,
        "sub": is_subject(claims.get("sub")),
        "nonce": isinstance(claims.get("nonce"), str) and hmac.compare_digest(claims["nonce"], expected.nonce),
        "auth_time": "auth_time" not in claims
        or (_is_time(claims["auth_time"]) and claims["auth_time"] <= expected.now + LEEWAY),
    }
    check(rules | time_rules(claims, expected.now))


def is_subject(value: Any) -> bool:
    """Whether a claim can be the name of somebody."""
    return isinstance(value, str) and 1 <= len(value) <= 255 and value.isprintable()


def time_rules(claims: dict[str, Any], now: float) -> dict[str, bool]:
    """Whether each claim about the token's own time holds."""
    return {
        "exp": _is_time(claims.get("exp")) and claims["exp"] > now - LEEWAY,
        "iat": _is_time(claims.get("iat")) and claims["iat"] <= now + LEEWAY,
        "nbf": "nbf" not in claims or (_is_time(claims["nbf"]) and claims["nbf"] <= now + LEEWAY),
    }


def check(rules: Mapping[str, bool]) -> None:
    """Raises `BadToken` for the first claim that does not hold."""
    for claim, holds in rules.items():
        if not holds:
            raise BadToken(claim)


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**11


def _check_access_token(claims: dict[str, Any], algorithm: str, access_token: str | None) -> None:
    told = claims.get("at_hash")
    if told is None or access_token is None or algorithm == "EdDSA":
        return
    digest = hashlib.new(f"sha{algorithm[2:]}", access_token.encode()).digest()
    own = base64.urlsafe_b64encode(digest[: len(digest) // 2]).decode().rstrip("=")
    if not isinstance(told, str) or not hmac.compare_digest(told, own):
        raise BadToken("at_hash")
