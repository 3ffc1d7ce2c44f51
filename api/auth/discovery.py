"""What a provider publishes of itself: its metadata and its keys, fetched with bounds and kept for a while."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import orjson
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from domain.kernel.settings import IdentityProvider

_MOST_BYTES: Final = 262_144
_TIMEOUT: Final = httpx.Timeout(5.0)
_METADATA_SECONDS: Final = 3600.0
_KEYS_SECONDS: Final = 3600.0
_KEYS_AGAIN_SECONDS: Final = 30.0
"""An unknown key is asked for once in so long: tokens with made-up key ids must not become requests to the provider."""


class ProviderUnreachable(Exception):
    """The provider does not answer, or not as a provider of OpenID Connect does. The text is for the log."""


@dataclass(frozen=True)
class Metadata:
    """The parts of a provider's discovery document that sign-in needs."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    end_session_endpoint: str | None
    algorithms: tuple[str, ...]
    sends_issuer: bool
    sends_auth_time: bool
    "Whether its tokens can tell when the person proved who they are; one that can and does not is not believed."
    token_auth_methods: tuple[str, ...]


class Directory:
    """The published documents of one provider, as far as this process has asked for them."""

    def __init__(self, provider: IdentityProvider) -> None:
        self._provider = provider
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, KeySet] | None = None

    async def metadata(self) -> Metadata:
        """The discovery document; its issuer must be the configured one, character by character."""
        if self._metadata is None or self._metadata[0] < time.monotonic():
            document = await self._fetch(f"{self._provider.issuer.rstrip('/')}/.well-known/openid-configuration")
            self._metadata = (time.monotonic() + _METADATA_SECONDS, self._read(document))
        return self._metadata[1]

    async def keys(self) -> KeySet:
        """The provider's published keys. Where they cannot be fetched anew, the ones at hand stay good."""
        if self._keys is None or self._keys[0] + _KEYS_SECONDS < time.monotonic():
            try:
                self._keys = (time.monotonic(), await self._fetch_keys())
            except ProviderUnreachable:
                if self._keys is None:
                    raise
        return self._keys[1]

    async def keys_again(self) -> KeySet:
        """The keys, fetched anew because one was unknown; at most once in a while."""
        if self._keys is None or self._keys[0] + _KEYS_AGAIN_SECONDS < time.monotonic():
            self._keys = (time.monotonic(), await self._fetch_keys())
        return self._keys[1]

    async def userinfo(self, access_token: str) -> dict[str, Any]:
        """The provider's word about the person, where it has such an endpoint."""
        endpoint = (await self.metadata()).userinfo_endpoint
        return {} if endpoint is None else await self._fetch(endpoint, {"Authorization": f"Bearer {access_token}"})

    async def _fetch_keys(self) -> KeySet:
        document = await self._fetch((await self.metadata()).jwks_uri)
        try:
            return KeySet.import_key_set({"keys": document["keys"][:50]})
        except (JoseError, KeyError, TypeError, ValueError) as error:
            raise ProviderUnreachable(f"its keys cannot be read: {type(error).__name__}") from None

    async def _fetch(self, address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        loopback = urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1")
        try:
            async with (
                httpx.AsyncClient(timeout=_TIMEOUT, trust_env=not loopback) as client,
                client.stream("GET", address, headers={"Accept": "application/json"} | (headers or {})) as response,
            ):
                if response.status_code != httpx.codes.OK:
                    raise ProviderUnreachable(f"it answers {response.status_code} at {urlsplit(address).path}")
                body = b""
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > _MOST_BYTES:
                        raise ProviderUnreachable("its answer is too large")
            document = orjson.loads(body)
        except (httpx.HTTPError, orjson.JSONDecodeError) as error:
            raise ProviderUnreachable(f"{type(error).__name__} at {urlsplit(address).path}") from None
        if not isinstance(document, dict):
            raise ProviderUnreachable("its answer is no object")
        return document

    def _read(self, document: dict[str, Any]) -> Metadata:
        if document.get("issuer") != self._provider.issuer:
            raise ProviderUnreachable("the issuer in its metadata is not the configured one")
        return Metadata(
            issuer=self._provider.issuer,
            authorization_endpoint=self._endpoint(document, "authorization_endpoint"),
            token_endpoint=self._endpoint(document, "token_endpoint"),
            jwks_uri=self._endpoint(document, "jwks_uri"),
            userinfo_endpoint=self._optional(document, "userinfo_endpoint"),
            end_session_endpoint=self._optional(document, "end_session_endpoint"),
            algorithms=_texts(document.get("id_token_signing_alg_values_supported"), "RS256"),
            sends_issuer=document.get("authorization_response_iss_parameter_supported") is True,
            sends_auth_time="auth_time" in _texts(document.get("claims_supported"), ""),
            token_auth_methods=_texts(document.get("token_endpoint_auth_methods_supported"), "client_secret_basic"),
        )

    def _optional(self, document: dict[str, Any], name: str) -> str | None:
        return self._endpoint(document, name) if document.get(name) else None

    def _endpoint(self, document: dict[str, Any], name: str) -> str:
        address = document.get(name)
        scheme = urlsplit(address).scheme if isinstance(address, str) else ""
        # A provider reached by plain http stands so in the settings: a development provider on loopback.
        if scheme != "https" and not (scheme == "http" and self._provider.issuer.startswith("http://")):
            raise ProviderUnreachable(f"its {name} is missing or not https")
        return str(address)


def _texts(value: Any, otherwise: str) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) and value else (otherwise,)
