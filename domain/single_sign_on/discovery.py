"""What a provider publishes of itself: its metadata and its keys, fetched with bounds and kept for a while.

A provider of a tenant's own is hostile until shown otherwise: whatever is asked of it goes through the client that it
is given, and no more than one request for the same document is under way, however many wait for it.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import httpx
import orjson
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

MOST_BYTES: Final = 262_144
SECONDS: Final = 5.0
"""For one document, in all."""

_METADATA_SECONDS: Final = 3600.0
_KEYS_SECONDS: Final = 600.0
"""A key that the provider withdraws is believed for so long."""

_KEYS_STALE_SECONDS: Final = 4 * 3600.0
"""Where the keys cannot be fetched anew, the ones at hand are believed for so long."""

_KEYS_AGAIN_SECONDS: Final = 60.0
"""An unknown key is asked for once in so long: tokens with made-up key ids must not become requests to the provider."""

_FAILED_SECONDS: Final = 5.0
"""What failed is not tried again for so long."""

_MOST_KEYS: Final = 100

_ADDRESS: Final = re.compile(r"(?P<scheme>https?)://[A-Za-z0-9.\[\]:-]{1,260}(?:[/?][!$-\[\]_a-z~]{0,2000})?", re.ASCII)
"""An address that means in a header, in a page and to every reader what it says."""

Clients = Callable[[], httpx.AsyncClient]
"""Makes a client for requests to the provider: bounded, and guarded where the provider is a tenant's own."""


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

    def __init__(self, issuer: str, clients: Clients) -> None:
        self._issuer = issuer
        self._clients = clients
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, KeySet] | None = None
        self._failed: dict[str, tuple[float, str]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def metadata(self) -> Metadata:
        """The discovery document; its issuer must be the configured one, character by character."""
        if self._metadata is None or self._metadata[0] < time.monotonic():
            async with self._one_at_a_time:
                await self._renew_metadata()
        assert self._metadata is not None
        return self._metadata[1]

    async def keys(self) -> KeySet:
        """The provider's published keys. Where they cannot be fetched anew, the ones at hand stay good for a while."""
        if self._keys is None or self._keys[0] + _KEYS_SECONDS < time.monotonic():
            try:
                await self._renew_keys(_KEYS_SECONDS)
            except ProviderUnreachable:
                if self._keys is None or self._keys[0] + _KEYS_STALE_SECONDS < time.monotonic():
                    raise
        assert self._keys is not None
        return self._keys[1]

    async def keys_again(self) -> KeySet:
        """The keys, fetched anew because one was unknown; at most once in a while."""
        if self._keys is None or self._keys[0] + _KEYS_AGAIN_SECONDS < time.monotonic():
            await self._renew_keys(_KEYS_AGAIN_SECONDS)
        assert self._keys is not None
        return self._keys[1]

    async def userinfo(self, access_token: str) -> dict[str, Any]:
        """The provider's word about the person, where it has such an endpoint."""
        endpoint = (await self.metadata()).userinfo_endpoint
        return {} if endpoint is None else await self._fetch(endpoint, {"Authorization": f"Bearer {access_token}"})

    async def _renew_metadata(self) -> None:
        if self._metadata is not None and self._metadata[0] >= time.monotonic():
            return  # somebody else has done it while we waited
        address = f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"
        self._metadata = (time.monotonic() + _METADATA_SECONDS, self._read(await self._fetch_once(address)))

    async def _renew_keys(self, older_than: float) -> None:
        address = (await self.metadata()).jwks_uri
        async with self._one_at_a_time:
            if self._keys is None or self._keys[0] + older_than < time.monotonic():
                self._keys = (time.monotonic(), _keys_of(await self._fetch_once(address)))

    async def _fetch_once(self, address: str) -> dict[str, Any]:
        """What stands there; where that has just failed, the same failure."""
        failed = self._failed.get(address)
        if failed is not None and failed[0] > time.monotonic():
            raise ProviderUnreachable(failed[1])
        try:
            return await self._fetch(address)
        except ProviderUnreachable as error:
            self._failed[address] = (time.monotonic() + _FAILED_SECONDS, str(error))
            raise

    async def _fetch(self, address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        path = urlsplit(address).path
        try:
            async with asyncio.timeout(SECONDS), self._clients() as client:
                response = await client.get(address, headers={"Accept": "application/json"} | (headers or {}))
            if response.status_code != httpx.codes.OK:
                raise ProviderUnreachable(f"it answers {response.status_code} at {path}")
            document = orjson.loads(response.content)
        except TimeoutError:
            raise ProviderUnreachable(f"no answer within {SECONDS:.0f} s at {path}") from None
        except orjson.JSONDecodeError:
            raise ProviderUnreachable(f"its answer at {path} is no JSON") from None
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise ProviderUnreachable(f"{error or type(error).__name__} at {path}") from None
        if not isinstance(document, dict):
            raise ProviderUnreachable(f"its answer at {path} is no object")
        return document

    def _read(self, document: dict[str, Any]) -> Metadata:
        if document.get("issuer") != self._issuer:
            raise ProviderUnreachable(f"the issuer in its metadata is another one: {str(document.get('issuer'))[:200]}")
        return Metadata(
            issuer=self._issuer,
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
        form = _ADDRESS.fullmatch(address) if isinstance(address, str) else None
        scheme = "" if form is None else form["scheme"]
        # A provider reached by plain http stands so in the settings: a development provider on loopback.
        if scheme != "https" and not (scheme == "http" and self._issuer.startswith("http://")):
            raise ProviderUnreachable(f"its {name} is missing or not https")
        return str(address)


def _keys_of(document: dict[str, Any]) -> KeySet:
    """The keys that can be read; one of a kind that we do not know hides no other."""
    published = document.get("keys")
    if not isinstance(published, list) or len(published) > _MOST_KEYS:
        raise ProviderUnreachable(f"its keys cannot be read, or are more than {_MOST_KEYS}")
    keys: list[Key] = []
    for entry in published:
        try:
            keys.append(JWKRegistry.import_key(entry))
        except (JoseError, KeyError, TypeError, ValueError, AttributeError):
            continue
    if not keys:
        raise ProviderUnreachable("none of its keys can be read")
    return KeySet(keys)


def _texts(value: Any, otherwise: str) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) and value else (otherwise,)
