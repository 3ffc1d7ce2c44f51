"""Asking a provider to sign somebody in: authorization code with PKCE, through Authlib; the answer is checked here.

Authlib's own web integration keeps one login a browser, trusts the algorithms that the provider names and does not
look at `iss`; so only its OAuth client is used, and state, nonce and token are ours to check.
"""

from __future__ import annotations

import asyncio
import secrets
import time
import warnings
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import httpx
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # has no types
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]  # has no types

from api.auth.id_tokens import ALGORITHMS, BadToken, Expected, UnknownKey, verify
from domain.identity.emails import normal_email
from domain.kernel.outbound.strangers import trusted_certificates
from domain.kernel.outbound.transport import bounded
from domain.kernel.settings import IdentityProvider, Settings
from domain.single_sign_on.discovery import MOST_BYTES, Directory, Metadata, ProviderUnreachable
from domain.single_sign_on.groups import groups_in

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # httpx, whose successor Authlib would rather have
    from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]  # has no types


_EXCHANGE_SECONDS: Final = 10.0


class SignInRefused(Exception):
    """The provider, or what it answered, does not sign anybody in. The text is for the log."""


@dataclass(frozen=True)
class Secrets:
    """What binds a login to the browser that began it."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Secrets:
        """Fresh ones."""
        return cls(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))


@dataclass(frozen=True)
class Person:
    """Who has signed in, in the provider's words. Known by issuer and subject; `email` only where it is verified.

    `groups` is None where the provider did not tell them, or not all.
    """

    issuer: str
    subject: str
    name: str
    email: str | None
    provider_session: str | None
    id_token: str
    proved_ago: timedelta | None
    "How long ago the person proved who they are; None where the provider could tell, and does not."
    groups: frozenset[str] | None


@dataclass(frozen=True)
class Registration:
    """How the installation, or one of its tenants, is registered at a provider. `name` stands in the callback."""

    name: str
    title: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: tuple[str, ...] = ("openid", "profile", "email")
    trust_email: bool = False
    group_claim: str | None = None
    tenant_id: UUID | None = None
    "Whose own provider it is; None: it is the installation's."
    id: UUID | None = None
    "Of a tenant's own provider."

    @classmethod
    def of_installation(cls, described: IdentityProvider) -> Registration:
        """That of a provider in the settings."""
        secret = described.client_secret.get_secret_value()
        return cls(
            name=described.name,
            title=described.name,
            issuer=described.issuer,
            client_id=described.client_id,
            client_secret=secret,
            trust_email=described.trust_email,
        )


class Provider:
    """One OpenID Connect provider: of the installation, or a tenant's own."""

    def __init__(
        self, registration: Registration, settings: Settings, guarded: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """`guarded` is by what a tenant's own provider is asked; the operator's are asked as the machine would."""
        self.registration = registration
        self.name = registration.name
        self.issuer = registration.issuer
        self.directory = Directory(registration.issuer, self._client_without_credentials)
        self._guarded = guarded
        # A provider on this machine is asked directly, whatever proxy the machine uses.
        self._trust_env = guarded is None and urlsplit(self.issuer).hostname not in ("localhost", "127.0.0.1", "::1")
        self._oldest_proof = int(settings.session_lifetime.total_seconds())
        self._redirect_uri = f"{settings.base_url}/auth/callback/{registration.name}"

    async def authorization_url(self, kept: Secrets, *, anew: bool = False) -> str:
        """Where the browser is sent. `anew`: the person must prove who they are. Raises `ProviderUnreachable`."""
        metadata = await self.directory.metadata()
        if anew:
            asked = {"prompt": "login", "max_age": "0"}
        else:  # only who is asked for an age must tell the time
            asked = {"max_age": str(self._oldest_proof)} if metadata.sends_auth_time else {}
        async with self._client(metadata) as client:
            address, _ = client.create_authorization_url(
                metadata.authorization_endpoint,
                state=kept.state,
                nonce=kept.nonce,
                code_challenge=create_s256_code_challenge(kept.verifier),
                code_challenge_method="S256",
                **asked,
            )
        return str(address)

    async def person(self, code: str, issuer: str | None, kept: Secrets) -> Person:
        """Who a code stands for. `issuer` is what came with the code. Raises `SignInRefused`, `ProviderUnreachable`."""
        metadata = await self.directory.metadata()
        if issuer is None and metadata.sends_issuer:
            raise SignInRefused("iss is missing in the answer")
        if issuer is not None and issuer != metadata.issuer:
            raise SignInRefused("iss in the answer is another provider's")
        tokens = await self._exchange(metadata, code, kept)
        claims = await self._claims(metadata, tokens, kept)
        proved_ago = _proved_ago(claims, metadata)
        if self._is_more_wanted(claims) and metadata.userinfo_endpoint is not None and tokens.get("access_token"):
            told = await self.directory.userinfo(str(tokens["access_token"]))
            if told.get("sub") != claims["sub"]:
                raise SignInRefused("sub of the userinfo is another one")
            if "email" not in claims:
                claims.pop("email_verified", None)  # what is said of an address belongs to that address
            claims = told | claims
        return self._person(claims, str(tokens["id_token"]), proved_ago)

    def _is_more_wanted(self, claims: dict[str, Any]) -> bool:
        group_claim = self.registration.group_claim
        return "email" not in claims or (group_claim is not None and groups_in(claims, group_claim) == frozenset())

    async def logout_url(self, id_token: str | None, settings: Settings) -> str | None:
        """Where the browser ends its session at the provider; None where the provider has no such place."""
        try:
            endpoint = (await self.directory.metadata()).end_session_endpoint
        except ProviderUnreachable:
            return None
        if endpoint is None:
            return None
        query = {"client_id": self.registration.client_id, "post_logout_redirect_uri": f"{settings.base_url}/"}
        if id_token is not None:
            query["id_token_hint"] = id_token
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"

    def _client_without_credentials(self) -> httpx.AsyncClient:
        client = httpx.AsyncClient(
            transport=self._guarded, trust_env=self._trust_env, verify=trusted_certificates(), timeout=_EXCHANGE_SECONDS
        )
        return client if self._guarded else bounded(client, MOST_BYTES)

    def _client(self, metadata: Metadata) -> Any:  # Any: Authlib has no types
        secret = self.registration.client_secret
        methods = metadata.token_auth_methods
        basic = "client_secret_basic" in methods or "client_secret_post" not in methods
        method = ("client_secret_basic" if basic else "client_secret_post") if secret else "none"
        client = AsyncOAuth2Client(
            client_id=self.registration.client_id,
            client_secret=secret or None,
            token_endpoint_auth_method=method,
            redirect_uri=self._redirect_uri,
            scope=" ".join(self.registration.scopes),
            timeout=httpx.Timeout(_EXCHANGE_SECONDS),
            transport=self._guarded,
            trust_env=self._trust_env,
            verify=trusted_certificates(),
        )
        return client if self._guarded else bounded(client, MOST_BYTES)

    async def _exchange(self, metadata: Metadata, code: str, kept: Secrets) -> dict[str, Any]:
        try:
            async with asyncio.timeout(_EXCHANGE_SECONDS), self._client(metadata) as client:
                tokens = await client.fetch_token(
                    metadata.token_endpoint, grant_type="authorization_code", code=code, code_verifier=kept.verifier
                )
        except (httpx.HTTPError, TimeoutError) as error:
            raise ProviderUnreachable(f"{type(error).__name__} at the token endpoint") from None
        except (AuthlibBaseError, ValueError, TypeError) as error:
            reason = getattr(error, "error", type(error).__name__)
            raise SignInRefused(f"the code was not exchanged: {reason}") from None
        if not isinstance(tokens, dict) or not isinstance(tokens.get("id_token"), str):
            raise SignInRefused("the answer has no id_token")
        return dict(tokens)

    async def _claims(self, metadata: Metadata, tokens: dict[str, Any], kept: Secrets) -> dict[str, Any]:
        expected = Expected(
            issuer=metadata.issuer,
            client_id=self.registration.client_id,
            nonce=kept.nonce,
            algorithms=[name for name in ALGORITHMS if name in metadata.algorithms],
            now=time.time(),  # the provider's clock is the world's, whatever ours is set to in a rehearsal
        )
        access_token = tokens.get("access_token")
        try:
            try:
                return verify(tokens["id_token"], await self.directory.keys(), expected, access_token)
            except UnknownKey:
                return verify(tokens["id_token"], await self.directory.keys_again(), expected, access_token)
        except BadToken as error:
            raise SignInRefused(f"the id_token is wrong: {error}") from None

    def _person(self, claims: dict[str, Any], id_token: str, proved_ago: timedelta | None) -> Person:
        email = claims.get("email")
        told = claims.get("email_verified")
        # 1 is no word of a provider; and who says that an address is not verified is believed in any case.
        verified = told is True or told == "true" or (told is None and self.registration.trust_email)
        try:
            address = normal_email(email) if verified and isinstance(email, str) else None
        except ValueError:
            address = None
        name = next((claims[key] for key in ("name", "preferred_username") if isinstance(claims.get(key), str)), "")
        session = claims.get("sid")
        return Person(
            issuer=self.issuer,
            subject=claims["sub"],
            name=name.replace("\x00", "")[:200] or address or claims["sub"],
            email=address,
            provider_session=session if isinstance(session, str) else None,
            id_token=id_token,
            proved_ago=proved_ago,
            groups=None if (claim := self.registration.group_claim) is None else groups_in(claims, claim),
        )


def _proved_ago(claims: dict[str, Any], metadata: Metadata) -> timedelta | None:
    if "auth_time" in claims:
        return timedelta(seconds=max(0.0, time.time() - claims["auth_time"]))
    return None if metadata.sends_auth_time else timedelta()
