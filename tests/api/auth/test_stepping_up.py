"""Grave acts of a session need a person who has signed in a moment ago."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import ORIGIN, begin, fresh, introduce, sign_in
from tests.api.conftest import Api, MakeKey, run
from tests.conftest import SettableClock, TestTenant

LOGIN = "http://localhost:8000/auth/login?prompt=login"
MAKE_KEY = """mutation ($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { apiKey { id } userErrors { code } }
}"""


@pytest.fixture
async def owner(runtime: Runtime, tenant: TestTenant, issuer: str, subject: str) -> str:
    """An owner whom the provider knows."""
    email = f"{subject}@example.com"
    await introduce(issuer, subject, email=email, email_verified=True)
    await run(runtime, tenant, "owner", "add_member", name="Ann", email=email, role="owner")
    return subject


async def make_key(person: httpx.AsyncClient, tenant: TestTenant, role: str = "owner") -> httpx.Response:
    path = f"/v1/tenants/tenant_{tenant.id.hex}/api-keys"
    return await person.post(path, json={"title": "k", "role": role}, headers=ORIGIN)


async def test_ten_minutes_after_signing_in_grave_acts_need_it_anew(
    person: httpx.AsyncClient, owner: str, tenant: TestTenant, clock: SettableClock
) -> None:
    await sign_in(person, owner)
    clock.forward(minutes=9)
    assert (await make_key(person, tenant)).status_code == 201
    clock.forward(minutes=2)
    assert (await make_key(person, tenant, "admin")).status_code == 201
    answer = await make_key(person, tenant)
    told = answer.json()
    assert (answer.status_code, told["code"], told["login_url"]) == (403, "STEP_UP_REQUIRED", LOGIN)
    asked = {"query": MAKE_KEY, "variables": {"input": {"title": "k", "role": "OWNER"}}}
    (error,) = (await person.post("/graphql", json=asked, headers=ORIGIN)).json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["loginUrl"]) == ("STEP_UP_REQUIRED", LOGIN)
    assert (await sign_in(person, owner, prompt="login", return_to="/docs")).headers["location"] == "/docs"
    assert (await make_key(person, tenant)).status_code == 201


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("add_member", {"name": "Eve", "role": "owner"}),
        ("update_member", {"id": "viewer", "role": "owner"}),
        ("update_member", {"id": "owner", "role": "viewer"}),
        ("archive_member", {"id": "owner"}),
    ],
)
async def test_nobody_gives_or_takes_ownership_from_an_old_session(
    person: httpx.AsyncClient,
    owner: str,
    tenant: TestTenant,
    clock: SettableClock,
    command: str,
    given: dict[str, Any],
) -> None:
    await sign_in(person, owner)
    clock.forward(minutes=11)
    sent = dict(given)
    member = f"members/member_{tenant.members[sent.pop('id')].hex}" if "id" in sent else "members"  # type: ignore[index]  # a role is a text
    method = {"add": "POST", "update": "PATCH", "archive": "DELETE"}[command.partition("_")[0]]
    path = f"/v1/tenants/tenant_{tenant.id.hex}/{member}"
    answer = await person.request(method, path, json=sent or None, headers=ORIGIN)
    assert (answer.status_code, answer.json()["code"]) == (403, "STEP_UP_REQUIRED")


async def test_keys_and_operators_are_not_asked(
    key_of: MakeKey, operator: Api, tenant: TestTenant, clock: SettableClock
) -> None:
    key = await key_of(tenant)
    clock.forward(days=1)
    path = f"/v1/tenants/tenant_{tenant.id.hex}/members"
    for caller in (key, operator):
        assert (await caller("POST", path, {"name": "Eve", "role": "owner"})).status_code == 201


async def test_the_provider_is_asked_for_a_fresh_proof_and_its_word_is_checked(
    person: httpx.AsyncClient, owner: str, tenant: TestTenant, issuer: str
) -> None:
    query = parse_qs(urlsplit(await begin(person, prompt="login")).query)
    assert (query["prompt"], query["max_age"]) == (["login"], ["0"])
    email = {"email": f"{owner}@example.com", "email_verified": True}
    await introduce(issuer, owner, **email, auth_time=int(time.time()) - 3600)
    assert (await sign_in(person, owner)).status_code == 303
    assert (await make_key(person, tenant)).json()["code"] == "STEP_UP_REQUIRED"
    assert (await sign_in(person, owner, prompt="login")).status_code == 400
    assert (await make_key(person, tenant)).json()["code"] == "STEP_UP_REQUIRED"
    await introduce(issuer, owner, **email, auth_time=int(time.time()))
    assert (await sign_in(person, owner, prompt="login")).status_code == 303
    assert (await make_key(person, tenant)).status_code == 201
    assert (await person.get("/auth/login", params={"prompt": "none"})).status_code == 400


async def test_who_signs_in_anew_stays_in_the_tenant_and_who_switches_keeps_the_time(
    person: httpx.AsyncClient,
    runtime: Runtime,
    owner: str,
    tenant: TestTenant,
    stranger: TestTenant,
    clock: SettableClock,
) -> None:
    await run(runtime, stranger, "owner", "add_member", name="Ann", email=f"{owner}@example.com", role="owner")
    await sign_in(person, owner, tenant=tenant.slug)
    clock.forward(minutes=11)
    answer = await person.post("/auth/switch", json={"tenant_id": f"tenant_{stranger.id.hex}"}, headers=ORIGIN)
    assert answer.status_code == 200
    assert (await make_key(person, stranger)).json()["code"] == "STEP_UP_REQUIRED"
    assert (await sign_in(person, owner, prompt="login")).headers["location"] == "/"
    assert (await fresh(person)).json()["tenant"]["slug"] == stranger.slug
    assert (await make_key(person, stranger)).status_code == 201
