"""Signing in, against a real OpenID provider."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import ORIGIN, approve, begin, browser_with, fresh, introduce, sign_in
from tests.api.conftest import BASE, browser, run
from tests.conftest import SettableClock, TestTenant


async def test_an_invited_person_signs_in_and_is_the_member(
    person: httpx.AsyncClient, invited: str, tenant: TestTenant
) -> None:
    answer = await sign_in(person, invited, return_to="/docs?x=//y")
    assert (answer.status_code, answer.headers["location"]) == (303, "/docs?x=//y")
    cookie = answer.headers.get_list("set-cookie")[0]
    assert re.match(r"milepost=[\w-]{43}; HttpOnly; Max-Age=604800; Path=/; SameSite=lax", cookie)
    me = (await person.get("/v1/me")).json()
    assert (me["kind"], me["role"], me["member"]["name"]) == ("member", "manager", "Ann")
    assert me["tenant"]["slug"] == tenant.slug
    assert set(person.cookies) == {"milepost"}


async def test_the_request_to_the_provider_carries_pkce_state_and_nonce(person: httpx.AsyncClient) -> None:
    query = parse_qs(urlsplit(await begin(person)).query)
    assert query["code_challenge_method"] == ["S256"]
    assert len(query["code_challenge"][0]) == 43
    assert len(query["state"][0]) == len(query["nonce"][0]) == 43
    assert query["redirect_uri"] == [f"{BASE}/auth/callback/dev"]
    assert query["scope"] == ["openid profile email"]


async def test_a_second_sign_in_has_another_session_and_ends_the_first(person: httpx.AsyncClient, invited: str) -> None:
    await sign_in(person, invited)
    first = person.cookies["milepost"]
    await sign_in(person, invited)
    assert person.cookies["milepost"] != first
    person.cookies.set("milepost", first)
    assert (await browser_with(person, first).get("/v1/me")).status_code == 401


async def test_a_callback_works_once(person: httpx.AsyncClient, invited: str) -> None:
    begun = await begin(person)
    cookies = dict(person.cookies)
    callback = (await approve(begun, invited)).removeprefix(BASE)
    assert (await person.get(callback)).status_code == 303
    assert (await person.get(callback)).status_code == 400
    copied = "; ".join(f"{name}={value}" for name, value in cookies.items())
    again = httpx.AsyncClient(transport=person._transport, base_url=BASE, headers={"Cookie": copied})
    assert (await again.get(callback)).status_code == 400


async def test_a_callback_in_another_browser_signs_nobody_in(
    app: FastAPI, person: httpx.AsyncClient, invited: str
) -> None:
    callback = (await approve(await begin(person), invited)).removeprefix(BASE)
    async with browser(app) as other:
        await begin(other)
        answer = await other.get(callback)
        assert answer.status_code == 400
        assert "milepost" not in other.cookies
    assert (await person.get(callback)).status_code == 303


async def test_two_tabs_both_work(person: httpx.AsyncClient, invited: str) -> None:
    first, second = await begin(person), await begin(person)
    for begun in (second, first):
        callback = (await approve(begun, invited)).removeprefix(BASE)
        assert (await person.get(callback)).status_code == 303


@pytest.mark.parametrize("change", ["", "x" * 43, "x" * 50_000])
async def test_another_state_is_refused(person: httpx.AsyncClient, invited: str, change: str) -> None:
    callback = (await approve(await begin(person), invited)).removeprefix(BASE)
    code = parse_qs(urlsplit(callback).query)["code"][0]
    answer = await person.get("/auth/callback/dev", params={"code": code, "state": change})
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/html")


async def test_a_token_with_another_nonce_is_refused(person: httpx.AsyncClient, invited: str) -> None:
    begun = await begin(person)
    nonce = parse_qs(urlsplit(begun).query)["nonce"][0]
    callback = (await approve(begun.replace(nonce, "n" * 43), invited)).removeprefix(BASE)
    assert (await person.get(callback)).status_code == 400
    assert "milepost" not in person.cookies


async def test_iss_in_the_answer_must_be_the_providers(person: httpx.AsyncClient, invited: str) -> None:
    callback = (await approve(await begin(person), invited)).removeprefix(BASE)
    assert (await person.get(f"{callback}&iss=https://evil.example")).status_code == 400


async def test_an_error_is_shown_without_its_words(person: httpx.AsyncClient) -> None:
    state = parse_qs(urlsplit(await begin(person)).query)["state"][0]
    query = {"error": "access_denied", "error_description": "<script>x</script>", "state": state}
    answer = await person.get("/auth/callback/dev", params=query)
    assert answer.status_code == 400
    assert "script>" not in answer.text


async def test_a_login_ends_after_ten_minutes(person: httpx.AsyncClient, invited: str, clock: SettableClock) -> None:
    callback = (await approve(await begin(person), invited)).removeprefix(BASE)
    clock.forward(minutes=10, seconds=1)
    assert (await person.get(callback)).status_code == 400


async def test_logout_kills_the_session_and_not_only_the_cookie(person: httpx.AsyncClient, invited: str) -> None:
    await sign_in(person, invited)
    token = person.cookies["milepost"]
    assert (await person.post("/auth/logout")).status_code == 403
    answer = await person.post("/auth/logout", headers=ORIGIN)
    assert answer.status_code == 200
    assert "id_token_hint=" in answer.json()["logout_url"]
    assert "milepost" not in person.cookies
    assert (await browser_with(person, token).get("/v1/me")).status_code == 401


async def test_a_session_ends_when_idle_and_after_a_week(
    person: httpx.AsyncClient, invited: str, clock: SettableClock
) -> None:
    await sign_in(person, invited)
    for _ in range(14):
        clock.forward(hours=11, minutes=59)
        assert (await fresh(person)).status_code == 200
    clock.forward(hours=1)
    assert (await fresh(person)).status_code == 401


async def test_an_idle_session_ends(person: httpx.AsyncClient, invited: str, clock: SettableClock) -> None:
    await sign_in(person, invited)
    clock.forward(hours=12)
    assert (await fresh(person)).status_code == 401


@pytest.mark.parametrize("verified", [False, None, "false", 1])
async def test_an_unverified_address_links_to_nobody(
    person: httpx.AsyncClient, issuer: str, invited: str, verified: object
) -> None:
    claims = {"email": f"{invited}@example.com"} | ({} if verified is None else {"email_verified": verified})
    await introduce(issuer, f"evil-{invited}", **claims)
    answer = await sign_in(person, f"evil-{invited}")
    assert answer.status_code == 403
    assert "milepost" not in person.cookies
    assert (await sign_in(person, invited)).status_code == 303


async def test_a_place_that_is_taken_is_not_given_to_a_second_identity(
    person: httpx.AsyncClient, issuer: str, invited: str
) -> None:
    assert (await sign_in(person, invited)).status_code == 303
    await introduce(issuer, f"second-{invited}", email=f"{invited}@example.com", email_verified=True)
    assert (await sign_in(person, f"second-{invited}")).status_code == 403


async def test_a_changed_address_at_the_provider_keeps_the_account(
    person: httpx.AsyncClient, issuer: str, invited: str
) -> None:
    await sign_in(person, invited)
    me = (await person.get("/v1/me")).json()["id"]
    await introduce(issuer, invited, email=f"new-{invited}@example.com", email_verified=True)
    await sign_in(person, invited)
    assert (await fresh(person)).json()["id"] == me


async def test_who_is_no_member_any_more_is_out_at_once(
    person: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, invited: str
) -> None:
    await sign_in(person, invited)
    member = (await person.get("/v1/me")).json()["id"]
    await run(runtime, tenant, "owner", "update_member", id=member, role="viewer")
    assert (await fresh(person)).json()["role"] == "viewer"
    await run(runtime, tenant, "owner", "archive_member", id=member)
    assert (await fresh(person)).status_code == 401


async def test_a_foreign_return_to_is_replaced(person: httpx.AsyncClient, invited: str) -> None:
    assert (await sign_in(person, invited, return_to="//evil.example")).headers["location"] == "/"


async def test_somebody_in_two_tenants_chooses_and_switches(
    person: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, stranger: TestTenant, invited: str
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{invited}@example.com", role="viewer")
    answer = await sign_in(person, invited, return_to="/docs")
    assert answer.headers["location"] == "/auth/select"
    assert (await person.get("/v1/me")).status_code == 401
    names = re.findall(r"<button>([^<]*)", (await person.get("/auth/select")).text)
    assert names == sorted([tenant.slug.title(), stranger.slug.title()])
    form = {"tenant_id": f"tenant_{tenant.id.hex}"}
    assert (await person.post("/auth/select", data=form)).status_code == 403
    chosen = await person.post("/auth/select", data=form, headers=ORIGIN)
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/docs")
    first = person.cookies["milepost"]

    switched = await person.post("/auth/switch", json={"tenant_id": f"tenant_{stranger.id.hex}"}, headers=ORIGIN)
    assert switched.status_code == 200
    assert person.cookies["milepost"] != first
    assert (await person.get("/v1/me")).json()["role"] == "viewer"
    assert (await browser_with(person, first).get("/v1/me")).status_code == 401
    nowhere = await person.post("/auth/switch", json={"tenant_id": f"tenant_{'0' * 32}"}, headers=ORIGIN)
    assert nowhere.status_code == 404


async def test_a_link_that_names_its_tenant_enters_it(
    person: httpx.AsyncClient, runtime: Runtime, stranger: TestTenant, invited: str
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{invited}@example.com", role="viewer")
    for name in (stranger.slug, f"tenant_{stranger.id.hex}"):
        assert (await sign_in(person, invited, tenant=name)).headers["location"] == "/"
        assert (await person.get("/v1/me")).json()["tenant"]["slug"] == stranger.slug


async def test_writes_with_a_session_need_the_same_origin(person: httpx.AsyncClient, invited: str) -> None:
    await sign_in(person, invited)
    tenant = (await person.get("/v1/me")).json()["tenant"]["id"]
    path = f"/v1/tenants/{tenant}/members/{(await person.get('/v1/me')).json()['id']}"
    bad = [{}, {"Origin": "null"}, {"Origin": "http://localhost:8000.evil"}, {"Sec-Fetch-Site": "cross-site"},
           {"Sec-Fetch-Site": "same-site", "Origin": BASE},
           {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}]  # fmt: skip
    for headers in bad:
        answer = await person.patch(path, json={"name": "X"}, headers=headers)
        assert answer.json()["detail"].startswith("with a session"), headers
    for headers in (ORIGIN, {"Sec-Fetch-Site": "same-origin"}):
        answer = await person.patch(path, json={"name": "X"}, headers=headers)
        assert answer.json()["detail"].startswith("this needs the permission member:write")


async def test_two_session_cookies_are_refused(person: httpx.AsyncClient, invited: str) -> None:
    await sign_in(person, invited)
    token = person.cookies["milepost"]
    twice = {"Cookie": f"milepost={token}; milepost={token}"}
    async with httpx.AsyncClient(transport=person._transport, base_url=BASE, headers=twice) as caller:
        assert (await caller.get("/v1/me")).status_code == 401
