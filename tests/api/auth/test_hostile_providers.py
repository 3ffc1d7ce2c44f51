"""A provider that misbehaves in any one way signs nobody in: the installation's and a tenant's own alike."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.auth import providers
from api.auth.providers import Provider
from api.auth.registry import Registry
from domain.kernel.runtime import Runtime
from domain.single_sign_on import discovery
from domain.single_sign_on.discovery import Directory
from tests.api.auth.own_provider import single_sign_on
from tests.api.conftest import BASE, application, browser, provider_setting, run
from tests.conftest import Cluster, SettableClock, TestTenant
from tests.identity_provider import KEY, NEXT_KEY, OTHER_KEY, IdentityProvider, identity_provider

Misbehaving = Callable[[IdentityProvider], Any]
DISCOVERY = "/.well-known/openid-configuration"


def says(**claims: Any) -> Misbehaving:
    return lambda provider: provider.claims.update(claims)


def heads(**header: Any) -> Misbehaving:
    return lambda provider: provider.header.update(header)


def publishes(**metadata: Any) -> Misbehaving:
    return lambda provider: provider.metadata.update(metadata)


def answers(path: str, status: int, body: bytes) -> Misbehaving:
    return lambda provider: provider.answers.update({path: (status, body)})


async def _never(provider: IdentityProvider, asked: Any) -> tuple[int, bytes]:
    await asyncio.sleep(3_600)
    return 200, b"{}"


def is_silent(path: str) -> Misbehaving:
    return lambda provider: provider.answers.update({path: _never})


def sends(issuer: str | None, supported: bool | None = None) -> Misbehaving:
    def misbehave(provider: IdentityProvider) -> None:
        provider.sends_issuer = issuer
        if supported is not None:
            provider.metadata["authorization_response_iss_parameter_supported"] = supported

    return misbehave


def makes(token: Callable[[IdentityProvider, dict[str, Any]], str]) -> Misbehaving:
    def misbehave(provider: IdentityProvider) -> None:
        provider.token = lambda claims: token(provider, claims)

    return misbehave


def _part(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _unsigned(alg: str) -> Misbehaving:
    return makes(lambda provider, claims: f"{_part({'alg': alg})}.{_part(claims)}.")


def _signed_with_the_public_key(provider: IdentityProvider, claims: dict[str, Any]) -> str:
    body = f"{_part({'alg': 'HS256', 'kid': 'first'})}.{_part(claims)}"
    return f"{body}.{_part(hmac.digest(KEY.as_pem(private=False), body.encode(), 'sha256'))}"


def is_signed_by_another(**header: Any) -> Misbehaving:
    def misbehave(provider: IdentityProvider) -> None:
        provider.signer = OTHER_KEY
        provider.header.update(header)

    return misbehave


ANOTHERS = OTHER_KEY.as_dict(private=False)
WAYS: dict[str, Misbehaving] = {
    "another issuer": says(iss="https://accounts.google.com"),
    "its issuer with a slash more": lambda provider: provider.claims.update(iss=f"{provider.issuer}/"),
    "no issuer": says(iss=None),
    "another audience": says(aud="other"),
    "several audiences and no authorised party": says(aud=["milepost", "other"]),
    "another authorised party": says(azp="other"),
    "another nonce": says(nonce="n" * 43),
    "no nonce": says(nonce=None),
    "expired": says(exp=1_000_000_000),
    "no end": says(exp=None),
    "an end as text": says(exp="9999999999"),
    "not yet valid": says(nbf=9_999_999_999),
    "issued tomorrow": says(iat=9_999_999_999),
    "no subject": says(sub=None),
    "a number as subject": says(sub=7),
    "another access token": says(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "no signature": _unsigned("none"),
    "no signature, spelt otherwise": _unsigned("nOnE"),
    "signed with the public key": makes(_signed_with_the_public_key),
    "signed by another key of the same id": is_signed_by_another(),
    "a key of its own in the token": is_signed_by_another(jwk=ANOTHERS),
    "an address of keys in the token": is_signed_by_another(jku="http://127.0.0.1:9/jwks"),
    "an address of certificates in the token": is_signed_by_another(x5u="http://127.0.0.1:9/x5u"),
    "an unknown key": lambda provider: setattr(provider, "signer", NEXT_KEY),
    "a rule that must be known": heads(crit=["exp"], exp=1),
    "an algorithm that it does not publish": publishes(id_token_signing_alg_values_supported=["ES256"]),
    "no token at all": makes(lambda provider, claims: ""),
    "a token of 1 MB": makes(lambda provider, claims: "x" * 1_000_000),
    "another person in the userinfo": lambda provider: (
        provider.claims.update(email=None),
        provider.userinfo.update(sub="eve", email="owner@example.com", email_verified=True),
    ),
    "another issuer beside the code": sends("https://accounts.google.com"),
    "no issuer beside the code, though promised": sends(None, supported=True),
    "another issuer in its discovery": publishes(issuer="https://accounts.google.com"),
    "no token endpoint": publishes(token_endpoint=None),
    "discovery is down": answers(DISCOVERY, 503, b""),
    "discovery is silent": is_silent(DISCOVERY),
    "discovery is huge": answers(DISCOVERY, 200, b" " * 2_000_000),
    "discovery leads elsewhere": answers(DISCOVERY, 302, b""),
    "discovery is no JSON": answers(DISCOVERY, 200, b"<html>"),
    "keys are down": answers("/jwks", 503, b""),
    "keys are silent": is_silent("/jwks"),
    "keys are huge": answers("/jwks", 200, b'{"keys": []}' + b" " * 2_000_000),
    "10,000 keys": answers("/jwks", 200, json.dumps({"keys": [{}] * 10_000}).encode()),
    "no keys": answers("/jwks", 200, b'{"keys": []}'),
    "the token endpoint refuses": answers("/token", 400, b'{"error": "invalid_grant"}'),
    "the token endpoint is down": answers("/token", 500, b"oops"),
    "the token endpoint is silent": is_silent("/token"),
    "the token endpoint is huge": answers("/token", 200, b"{}" + b" " * 2_000_000),
    "the token endpoint leads elsewhere": answers("/token", 302, b""),
    "the token endpoint says nothing": answers("/token", 200, b"[]"),
}
"""Each way in which a provider misbehaves; whatever it is, nobody is signed in."""

INWARD: dict[str, Misbehaving] = {
    f"{endpoint} at {address}": publishes(**{endpoint: f"{address}/x"})
    for endpoint in ("token_endpoint", "jwks_uri")
    for address in ("http://169.254.169.254", "http://10.0.0.1", "http://[::ffff:169.254.169.254]", "http://2130706433")
}
"""Addresses inside that a tenant's own provider names: none of them is asked."""


class Site:
    """The application, and a provider that knows one of its people."""

    def __init__(self, app: FastAPI, provider: IdentityProvider, login: str, forget: Callable[[], None]) -> None:
        self.app, self.provider, self.login, self.forget = app, provider, login, forget
        self._knows = dict(provider.claims)

    def behave(self) -> None:
        """Everything is right again, and nothing is remembered."""
        fresh = IdentityProvider(self.provider.issuer, self.provider.subject, claims=dict(self._knows))
        self.provider.__dict__.update(fresh.__dict__)
        self.forget()

    async def signs_in(self) -> bool:
        """Whether a browser is signed in by it."""
        async with browser(self.app) as person:
            begun = await person.get(self.login)
            if begun.status_code == 303:
                answer = await person.get(self.provider.approve(begun.headers["location"]).removeprefix(BASE))
            else:
                answer = begun
            signed_in = "milepost" in person.cookies
        assert (answer.status_code == 303) == signed_in, (answer.status_code, answer.text)
        assert answer.status_code in (303, 400, 503), (answer.status_code, answer.text)
        return signed_in


def _registry(app: FastAPI) -> Registry:
    found = app.state.authenticator._tokens._registry
    assert isinstance(found, Registry)
    return found


def _forgets(app: FastAPI) -> Callable[[], None]:
    def forget() -> None:
        known: list[Provider] = [*_registry(app).of_installation.values(), *_registry(app)._kept.values()]
        for each in known:
            each.directory = Directory(each.issuer, each._client_without_credentials)

    return forget


@pytest.fixture(params=["installation", "own"])
async def site(
    request: pytest.FixtureRequest, cluster: Cluster, runtime: Runtime, clock: SettableClock, tenant: TestTenant,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Site]:  # fmt: skip
    """The installation's provider, or the tenant's own."""
    monkeypatch.setattr(discovery, "SECONDS", 0.5)
    monkeypatch.setattr(providers, "_EXCHANGE_SECONDS", 0.5)
    async with AsyncExitStack() as stack:
        if request.param == "installation":
            provider = await stack.enter_async_context(identity_provider())
            own = cluster.settings("common", MILEPOST_IDENTITY_PROVIDERS=provider_setting(provider.issuer))
            app = await stack.enter_async_context(application(own, clock))
            address = f"ann@{tenant.slug}.example"
            await run(runtime, tenant, "owner", "add_member", name="Ann", email=address)
            provider.subject, provider.claims = f"ann-{tenant.id.hex}", {"email": address, "email_verified": True}
            yield Site(app, provider, "/auth/login", _forgets(app))
        else:
            app = await stack.enter_async_context(application(cluster.settings("common"), clock))
            sso = await stack.enter_async_context(single_sign_on(app, runtime, tenant))
            yield Site(app, sso.provider, sso.login, _forgets(app))


async def test_a_provider_that_misbehaves_signs_nobody_in(site: Site) -> None:
    assert await site.signs_in()
    believed = []
    for way, misbehave in WAYS.items():
        site.behave()
        misbehave(site.provider)
        if await site.signs_in():
            believed.append(way)
    assert believed == []
    site.behave()
    assert await site.signs_in()


async def test_the_inner_network_is_not_asked_for_a_tenants_provider(
    cluster: Cluster, runtime: Runtime, clock: SettableClock, tenant: TestTenant
) -> None:
    async with application(cluster.settings("common"), clock) as app, single_sign_on(app, runtime, tenant) as sso:
        site = Site(app, sso.provider, sso.login, _forgets(app))
        for way, misbehave in INWARD.items():
            site.behave()
            misbehave(site.provider)
            assert not await site.signs_in(), way


async def test_keys_may_rotate_and_unknown_ones_are_asked_for_once(site: Site) -> None:
    assert await site.signs_in()
    site.behave()
    site.provider.signer, site.provider.published = NEXT_KEY, [NEXT_KEY]
    assert await site.signs_in(), "the first time it is asked"
    site.provider.signer = OTHER_KEY
    before = site.provider.count("/jwks")
    assert not any([await site.signs_in() for _ in range(5)])
    assert site.provider.count("/jwks") - before <= 1


async def test_a_stampede_of_unknown_keys_is_one_request(site: Site) -> None:
    assert await site.signs_in()
    directory = _registry(site.app).of_installation or _registry(site.app)._kept
    found = next(iter(directory.values())).directory
    await found.keys()
    found._keys = (found._keys[0] - 100, found._keys[1])  # type: ignore[index]  # it is there
    before = site.provider.count("/jwks")
    await asyncio.gather(*(found.keys_again() for _ in range(50)))
    assert site.provider.count("/jwks") - before == 1


async def test_a_callback_is_bound_to_its_provider_its_browser_and_its_code(site: Site) -> None:
    async with browser(site.app) as person, browser(site.app) as other:
        begun = (await person.get(site.login)).headers["location"]
        callback = httpx.URL(site.provider.approve(begun).removeprefix(BASE))
        await other.get(site.login)
        assert (await other.get(callback)).status_code == 400, "another browser"
        for name in ("dev2", "identity_provider_" + "0" * 32, "nothing"):
            assert (await person.get(callback.copy_with(path=f"/auth/callback/{name}"))).status_code == 400, name
        assert (await person.get(callback.copy_set_param("state", "x" * 43))).status_code == 400, "another state"
        assert (await person.get(callback)).status_code == 303
        assert (await person.get(callback)).status_code == 400, "the same code again"
        assert "milepost" not in other.cookies
