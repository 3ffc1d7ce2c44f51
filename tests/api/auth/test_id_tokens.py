"""ID tokens are believed only when each claim and the signature are right."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet, RSAKey

from api.auth.id_tokens import ALGORITHMS, BadToken, Expected, UnknownKey, verify

NOW = time.time()
RSA = RSAKey.generate_key(2048, {"kid": "a"})
OTHER = RSAKey.generate_key(2048, {"kid": "a"})
EC = ECKey.generate_key("P-256", {"kid": "e"})
EXPECTED = Expected("https://id.example", "milepost", "n" * 43, ALGORITHMS, NOW)
CLAIMS = {"iss": "https://id.example", "aud": "milepost", "sub": "ann", "nonce": "n" * 43, "exp": NOW + 60, "iat": NOW}


def signed(claims: dict[str, Any], key: Key = RSA, **header: Any) -> str:
    algorithm = {"RSA": "RS256", "EC": "ES256"}[key.key_type]
    return jwt.encode({"alg": algorithm, "kid": key.kid} | header, claims, key)


def published(*keys: Key) -> KeySet:
    return KeySet.import_key_set({"keys": [key.as_dict(private=False) for key in keys]})  # type: ignore[typeddict-item]


def unsigned(header: dict[str, Any], claims: dict[str, Any], signature: bytes = b"") -> str:
    parts = [json.dumps(header).encode(), json.dumps(claims).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


@pytest.mark.parametrize("key", [RSA, EC], ids=["RS256", "ES256"])
def test_a_good_token_is_believed(key: Key) -> None:
    assert verify(signed(CLAIMS, key), published(RSA, EC), EXPECTED)["sub"] == "ann"


def test_a_token_without_kid_is_tried_with_every_key_that_fits() -> None:
    token = jwt.encode({"alg": "RS256"}, CLAIMS, RSA)
    assert verify(token, published(RSAKey.generate_key(2048, {"kid": "b"}), EC, RSA), EXPECTED)["sub"] == "ann"


@pytest.mark.parametrize(
    ("change", "claim"),
    [
        ({"iss": "https://id.example/"}, "iss"), ({"iss": None}, "iss"), ({"aud": "other"}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": ["milepost", "other"]}, "azp"), ({"azp": "other"}, "azp"), ({"sub": ""}, "sub"), ({"sub": 7}, "sub"),
        ({"sub": "x" * 256}, "sub"), ({"sub": "a\u0000"}, "sub"), ({"nonce": "m" * 43}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"exp": NOW - 61}, "exp"), ({"exp": None}, "exp"), ({"exp": "9999999999"}, "exp"), ({"exp": 1e300}, "exp"),
        ({"exp": -1}, "exp"), ({"exp": True}, "exp"), ({"iat": NOW + 120}, "iat"), ({"iat": None}, "iat"),
        ({"nbf": NOW + 120}, "nbf"), ({"nbf": "x"}, "nbf"), ({"auth_time": NOW + 120}, "auth_time"),
        ({"auth_time": "now"}, "auth_time"), ({"auth_time": -1}, "auth_time"),
    ],
)  # fmt: skip
def test_a_wrong_claim_is_named(change: dict[str, Any], claim: str) -> None:
    claims = {name: value for name, value in (CLAIMS | change).items() if value is not None}
    with pytest.raises(BadToken, match=f"^{claim}$"):
        verify(signed(claims), published(RSA), EXPECTED)


def test_several_audiences_are_right_when_we_are_the_authorised_party() -> None:
    claims = CLAIMS | {"aud": ["milepost", "other"], "azp": "milepost"}
    assert verify(signed(claims), published(RSA), EXPECTED)["sub"] == "ann"


@pytest.mark.parametrize("algorithm", ["none", "None", "nOnE", "HS256", "RS1", "", None, 7])
def test_other_algorithms_are_refused(algorithm: Any) -> None:
    with pytest.raises(BadToken):
        verify(unsigned({"alg": algorithm, "kid": "a"}, CLAIMS), published(RSA), EXPECTED)


def test_the_public_key_is_no_secret() -> None:
    for secret in (RSA.as_pem(private=False), json.dumps(RSA.as_dict(private=False)).encode()):
        body = unsigned({"alg": "HS256", "kid": "a"}, CLAIMS).rpartition(".")[0]
        mac = base64.urlsafe_b64encode(hmac.digest(secret, body.encode(), "sha256")).decode().rstrip("=")
        with pytest.raises(BadToken, match="alg"):
            verify(f"{body}.{mac}", published(RSA), EXPECTED)


def test_an_algorithm_that_the_provider_does_not_name_is_refused() -> None:
    narrow = Expected(EXPECTED.issuer, EXPECTED.client_id, EXPECTED.nonce, ["ES256"], NOW)
    with pytest.raises(BadToken, match="alg"):
        verify(signed(CLAIMS), published(RSA), narrow)


def test_another_key_under_the_same_id_is_refused() -> None:
    with pytest.raises(BadToken, match="signature"):
        verify(signed(CLAIMS, OTHER), published(RSA), EXPECTED)


@pytest.mark.parametrize("kid", ["b", "../../dev/null", "' OR 1=1", "x" * 100, 7])
def test_an_unknown_key_asks_for_the_keys_again(kid: Any) -> None:
    with pytest.raises(UnknownKey):
        verify(unsigned({"alg": "RS256", "kid": kid}, CLAIMS, b"x" * 256), published(RSA), EXPECTED)


def test_a_key_in_the_token_itself_is_ignored() -> None:
    token = jwt.encode({"alg": "RS256", "kid": "a", "jwk": OTHER.as_dict(private=False)}, CLAIMS, OTHER)
    with pytest.raises(BadToken):
        verify(token, published(RSA), EXPECTED)


def test_a_key_for_encryption_signs_nothing() -> None:
    key = RSA.as_dict(private=False) | {"use": "enc"}
    with pytest.raises(UnknownKey):
        verify(signed(CLAIMS), KeySet.import_key_set({"keys": [key]}), EXPECTED)  # type: ignore[typeddict-item]


@pytest.mark.parametrize("token", ["", "a", "a.b", "a.b.c", "a.b.c.d", "..", "x" * 20_000, "é.é.é"])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(BadToken):
        verify(token, published(RSA), EXPECTED)


def test_a_changed_part_breaks_the_signature() -> None:
    header, _, signature = signed(CLAIMS).split(".")
    payload = base64.urlsafe_b64encode(json.dumps(CLAIMS | {"sub": "eve"}).encode()).decode().rstrip("=")
    with pytest.raises(BadToken, match="signature"):
        verify(f"{header}.{payload}.{signature}", published(RSA), EXPECTED)


def test_at_hash_binds_the_access_token() -> None:
    digest = hashlib.sha256(b"token").digest()[:16]
    claims = CLAIMS | {"at_hash": base64.urlsafe_b64encode(digest).decode().rstrip("=")}
    assert verify(signed(claims), published(RSA), EXPECTED, "token")["sub"] == "ann"
    with pytest.raises(BadToken, match="at_hash"):
        verify(signed(claims), published(RSA), EXPECTED, "other")
