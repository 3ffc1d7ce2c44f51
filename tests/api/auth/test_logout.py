"""Signing out: here, at the provider as well, and because the provider says so."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI

from api.auth.logout_tokens import EVENT
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from tests.api.auth.own_provider import SingleSignOn, single_sign_on
from tests.api.auth.signing_in import ORIGIN, fresh, sign_in
from tests.api.conftest import BASE, application, browser, provider_setting, run
from tests.conftest import Cluster, SettableClock, TestTenant
from tests.identity_provider import OTHER_KEY, IdentityProvider, identity_provider

HTML = {"Accept": "text/html"} | ORIGIN


async def test_signing_out_here_leaves_the_session_at_the_provider(person: httpx.AsyncClient, invited: str) -> None:
    await sign_in(person, invited)
    asked = await person.get("/auth/logout")
    assert [text.partition("<")[0] for text in asked.text.split("<button>")[1:]] == [
        "Sign out here only",
        "Sign out at the provider as well",
    ]
    answer = await person.post("/auth/logout", data={"at": "here"}, headers=HTML)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert (await fresh(person)).status_code == 401
    for body in ({"at": "nowhere"}, {"at": "here", "return_to": "/"}):
        assert (await person.post("/auth/logout", json=body, headers=ORIGIN)).status_code == 422


async def test_signing_out_at_the_provider_tells_it_whose_session_also_after_a_choice_and_a_switch(
    app: FastAPI, person: httpx.AsyncClient, invited: str, tenant: TestTenant, stranger: TestTenant, runtime: Runtime
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{invited}@example.com", role="viewer")
    await sign_in(person, invited)
    form = {"tenant_id": f"tenant_{tenant.id.hex}"}
    assert (await person.post("/auth/select", data=form, headers=ORIGIN)).status_code == 303
    switch = {"tenant_id": f"tenant_{stranger.id.hex}"}
    assert (await person.post("/auth/switch", json=switch, headers=ORIGIN)).status_code == 200
    answer = await person.post("/auth/logout", data={"at": "provider"}, headers=HTML)
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    assert query["id_token_hint"][0].count(".") == 2
    assert (query["client_id"], query["post_logout_redirect_uri"]) == (["milepost"], [f"{BASE}/"])
    assert (await fresh(person)).status_code == 401


@pytest.fixture
async def provider() -> AsyncIterator[IdentityProvider]:
    async with identity_provider() as made:
        yield made


@pytest.fixture
async def site(
    cluster: Cluster, clock: SettableClock, provider: IdentityProvider, runtime: Runtime, tenant: TestTenant
) -> AsyncIterator[FastAPI]:
    """An application whose one provider is that; its person is a member."""
    provider.subject = f"sub-{uuid7().hex}"
    email = f"{provider.subject}@example.com"
    provider.claims = {"email": email, "email_verified": True}
    await run(runtime, tenant, "owner", "add_member", name="Ann", email=email, role="manager")
    own = cluster.settings("common", MILEPOST_IDENTITY_PROVIDERS=provider_setting(provider.issuer, "main"))
    async with application(own, clock) as running:
        yield running


async def enter(site: FastAPI, provider: IdentityProvider, session: str) -> httpx.AsyncClient:
    """A browser that has signed in, with a session of that name at the provider."""
    made = browser(site)
    provider.claims["sid"] = session
    location = (await made.get("/auth/login", params={"provider": "main"})).headers["location"]
    assert (await made.get(provider.approve(location).removeprefix(BASE))).status_code == 303
    return made


def logout_claims(provider: IdentityProvider, **changes: Any) -> dict[str, Any]:
    now = int(time.time())
    usual = {"iss": provider.issuer, "aud": "milepost", "iat": now, "exp": now + 120, "jti": uuid7().hex,
             "events": {EVENT: {}}, "sub": provider.subject}  # fmt: skip
    return {name: value for name, value in (usual | changes).items() if value is not None}


async def tell(site: FastAPI, token: str, path: str = "main") -> httpx.Response:
    async with browser(site) as nobody:
        answer = await nobody.post(f"/auth/backchannel-logout/{path}", data={"logout_token": token})
    assert answer.headers["cache-control"] == "no-store"
    return answer


async def test_what_has_ended_at_the_provider_ends_here(site: FastAPI, provider: IdentityProvider) -> None:
    first, second = await enter(site, provider, "s1"), await enter(site, provider, "s2")
    assert (await tell(site, provider.signed(logout_claims(provider, sid="s1")))).status_code == 200
    assert [(await fresh(each)).status_code for each in (first, second)] == [401, 200]
    third = await enter(site, provider, "s3")
    told = provider.signed(logout_claims(provider, exp=None))
    assert (await tell(site, told)).status_code == 200
    assert [(await fresh(each)).status_code for each in (second, third)] == [401, 401]
    again = await enter(site, provider, "s4")
    assert (await tell(site, told)).status_code == 400
    assert (await fresh(again)).status_code == 200
    assert (await tell(site, provider.signed(logout_claims(provider, sub=None, sid="s4")))).status_code == 200
    assert (await fresh(again)).status_code == 401
    nobody = provider.signed(logout_claims(provider, sub="nobody"))
    assert ((await tell(site, nobody)).status_code, (await tell(site, nobody)).status_code) == (200, 400)


async def test_a_programs_session_ends_with_that_at_the_provider(site: FastAPI, provider: IdentityProvider) -> None:
    person = await enter(site, provider, "s1")
    begun = (await person.post("/auth/device", data={"client_id": "tool"})).json()
    form = {"user_code": begun["user_code"], "decision": "allow"}
    assert (await person.post("/auth/device/decide", data=form, headers=ORIGIN)).status_code == 200
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:device_code", "client_id": "tool"}
    told = await person.post("/auth/device/token", data=form | {"device_code": begun["device_code"]})
    program = browser(site, headers={"Authorization": f"Bearer {told.json()['access_token']}"})
    assert (await program.get("/v1/me")).status_code == 200
    assert (await tell(site, provider.signed(logout_claims(provider, sid="s1")))).status_code == 200
    assert (await fresh(program)).status_code == 401


async def test_a_logout_token_is_believed_only_if_all_of_it_is_right(site: FastAPI, provider: IdentityProvider) -> None:
    person, now = await enter(site, provider, "s1"), int(time.time())
    wrong: list[dict[str, Any]] = [
        {"iss": "https://evil.example"}, {"iss": None}, {"aud": "other"}, {"aud": None}, {"aud": ["other"]},
        {"iat": None}, {"iat": now - 600}, {"iat": now + 120}, {"iat": str(now)}, {"exp": now - 120}, {"exp": "soon"},
        {"nbf": now + 120}, {"events": None}, {"events": {}}, {"events": [EVENT]}, {"events": {EVENT: None}},
        {"events": {EVENT: "x"}}, {"events": {"http://schemas.openid.net/event/other": {}}}, {"nonce": "n"},
        {"nonce": ""}, {"jti": None}, {"jti": ""}, {"jti": 7}, {"jti": "x" * 300}, {"sub": None, "sid": None},
        {"sub": 7}, {"sub": ""}, {"sid": 7}, {"sid": ""}, {"sid": "a\0"},
    ]  # fmt: skip
    for changes in wrong:
        answer = await tell(site, provider.signed(logout_claims(provider, **changes)))
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request"), changes
    good = provider.signed(logout_claims(provider))
    header, body, signature = good.split(".")
    for token in (
        "",
        "x",
        "a.b.c",
        f"{header}.{body}.",
        f"{header}.{body}.{signature[:-8]}AAAAAAAA",
        good + "A" * 20_000,
    ):
        assert (await tell(site, token)).status_code == 400
    provider.header = {"typ": "at+jwt"}
    assert (await tell(site, provider.signed(logout_claims(provider)))).status_code == 400
    provider.header = {}
    provider.signer = OTHER_KEY
    assert (await tell(site, provider.signed(logout_claims(provider)))).status_code == 400
    async with browser(site) as nobody:
        for content in (b"{", b'{"logout_token": "x"}'):
            headers = {"Content-Type": "application/json"}
            answer = await nobody.post("/auth/backchannel-logout/main", content=content, headers=headers)
            assert answer.status_code == 400
        assert (await nobody.get("/auth/backchannel-logout/main")).status_code == 405
    for path in ("other", "main2", "main?tenant=x", f"identity_provider_{uuid7().hex}?tenant=tenant_{uuid7().hex}"):
        assert (await tell(site, good, path)).status_code == 400 or path.startswith("main?")
    assert (await fresh(person)).status_code == 200
    provider.header = {"typ": "logout+jwt"}
    provider.signer = provider.published[0]
    assert (await tell(site, provider.signed(logout_claims(provider)))).status_code == 200
    assert (await fresh(person)).status_code == 401


async def test_a_tenants_own_provider_ends_what_it_began_and_nothing_else(
    app: FastAPI, runtime: Runtime, tenant: TestTenant, stranger: TestTenant, person: httpx.AsyncClient
) -> None:
    async with single_sign_on(app, runtime, tenant) as ours, single_sign_on(app, runtime, stranger) as theirs:
        for sso in (ours, theirs):
            sso.known_as("viewer", "same", sid="s1")
        assert (await ours.sign_in(person)).status_code == 303
        async with browser(app) as foreign:
            assert (await theirs.sign_in(foreign)).status_code == 303
            for sso, name in ((theirs, own_path(theirs)), (ours, own_path(theirs)), (theirs, own_path(ours))):
                await tell(app, sso.provider.signed(logout_claims(sso.provider, sid="s1")), name)
            assert [(await fresh(each)).status_code for each in (person, foreign)] == [200, 401]
            crossed = f"{ours.name}?tenant=tenant_{stranger.id.hex}"
            told = ours.provider.signed(logout_claims(ours.provider))
            assert (await tell(app, told, crossed)).status_code == 400
            assert (await tell(app, told, own_path(ours))).status_code == 200
            assert (await fresh(person)).status_code == 401


def own_path(sso: SingleSignOn) -> str:
    return f"{sso.name}?tenant=tenant_{sso.tenant.id.hex}"
