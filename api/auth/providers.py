"""Asking a provider to sign somebody in: authorization code with PKCE, through Authlib; the answer is checked here.

Authlib's own web integration keeps one login a browser, trusts the algorithms that the provider names and does not
look at `iss`; so only its OAuth client is used, and state, nonce and token are ours to check.
"""

from __future__ import annotations

import secrets
import time
import warnings
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]  # has no types
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]  # has no types

from api.auth.discovery import Directory, Metadata, ProviderUnreachable
from api.auth.id_tokens import ALGORITHMS, BadToken, Expected, UnknownKey, verify
from domain.identity.emails import normal_email
from domain.kernel.settings import IdentityProvider, Settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # httpx, whose successor Authlib would rather have
    from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]  # has no types


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
    """Who has signed in, in the provider's words. Known by issuer and subject; `email` only where it is verified."""

    issuer: str
    subject: str
    name: str
    email: str | None
    provider_session: str | None
    id_token: str
    proved_ago: timedelta | None
    "How long ago the person proved who they are; None where the provider could tell, and does not."


class Provider:
    """One OpenID Connect provider of the installation."""

    def __init__(self, described: IdentityProvider, settings: Settings) -> None:
        self.name = described.name
        self.issuer = described.issuer
        self._described = described
        self._directory = Directory(described)
        self._oldest_proof = int(settings.session_lifetime.total_seconds())
        self._redirect_uri = f"{settings.base_url}/auth/callback/{described.name}"

    async def authorization_url(self, kept: Secrets, *, anew: bool = False) -> str:
        """Where the browser is sent. `anew`: the person must prove who they are. Raises `ProviderUnreachable`."""
        metadata = await self._directory.metadata()
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
        metadata = await self._directory.metadata()
        if issuer is None and metadata.sends_issuer:
            raise SignInRefused("iss is missing in the answer")
        if issuer is not None and issuer != metadata.issuer:
            raise SignInRefused("iss in the answer is another provider's")
        tokens = await self._exchange(metadata, code, kept)
        claims = await self._claims(metadata, tokens, kept)
        proved_ago = _proved_ago(claims, metadata)
        if "email" not in claims and metadata.userinfo_endpoint is not None and tokens.get("access_token"):
            told = await self._directory.userinfo(str(tokens["access_token"]))
            if told.get("sub") != claims["sub"]:
                raise SignInRefused("sub of the userinfo is another one")
            claims = told | claims
        return self._person(claims, str(tokens["id_token"]), proved_ago)

    async def logout_url(self, id_token: str | None, settings: Settings) -> str | None:
        """Where the browser ends its session at the provider; None where the provider has no such place."""
        try:
            endpoint = (await self._directory.metadata()).end_session_endpoint
        except ProviderUnreachable:
            return None
        if endpoint is None:
            return None
        query = {"client_id": self._described.client_id, "post_logout_redirect_uri": f"{settings.base_url}/"}
        if id_token is not None:
            query["id_token_hint"] = id_token
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"

    def _client(self, metadata: Metadata) -> Any:  # Any: Authlib has no types
        secret = self._described.client_secret.get_secret_value()
        methods = metadata.token_auth_methods
        basic = "client_secret_basic" in methods or "client_secret_post" not in methods
        method = ("client_secret_basic" if basic else "client_secret_post") if secret else "none"
        return AsyncOAuth2Client(
            client_id=self._described.client_id,
            client_secret=secret or None,
            token_endpoint_auth_method=method,
            redirect_uri=self._redirect_uri,
            scope="openid profile email",
            timeout=httpx.Timeout(10.0),
            trust_env=urlsplit(metadata.token_endpoint).hostname not in ("localhost", "127.0.0.1", "::1"),
        )

    async def _exchange(self, metadata: Metadata, code: str, kept: Secrets) -> dict[str, Any]:
        try:
            async with self._client(metadata) as client:
                tokens = await client.fetch_token(
                    metadata.token_endpoint, grant_type="authorization_code", code=code, code_verifier=kept.verifier
                )
        except httpx.HTTPError as error:
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
            client_id=self._described.client_id,
            nonce=kept.nonce,
            algorithms=[name for name in ALGORITHMS if name in metadata.algorithms],
            now=time.time(),  # the provider's clock is the world's, whatever ours is set to in a rehearsal
        )
        access_token = tokens.get("access_token")
        try:
            try:
                return verify(tokens["id_token"], await self._directory.keys(), expected, access_token)
            except UnknownKey:
                return verify(tokens["id_token"], await self._directory.keys_again(), expected, access_token)
        except BadToken as error:
            raise SignInRefused(f"the id_token is wrong: {error}") from None

    def _person(self, claims: dict[str, Any], id_token: str, proved_ago: timedelta | None) -> Person:
        email = claims.get("email")
        told = claims.get("email_verified")
        verified = told is True or told == "true" or self._described.trust_email  # 1 is no word of a provider
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
        )


def _proved_ago(claims: dict[str, Any], metadata: Metadata) -> timedelta | None:
    if "auth_time" in claims:
        return timedelta(seconds=max(0.0, time.time() - claims["auth_time"]))
    return None if metadata.sends_auth_time else timedelta()
