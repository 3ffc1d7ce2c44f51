"""Programs call with access tokens of their tenant's own issuer: there, for what the scope says, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from domain.kernel.ids import external_id, uuid7
from domain.kernel.runtime import Runtime
from tests.api.auth.own_provider import SingleSignOn
from tests.api.conftest import BASE, run
from tests.conftest import TestTenant
from tests.identity_provider import KEY, NEXT_KEY, OTHER_KEY

NOW = int(time.time())


def audience_of(tenant: TestTenant) -> str:
    return f"{BASE}/tenants/{external_id('tenant', tenant.id)}"


@pytest.fixture
async def account(sso: SingleSignOn, runtime: Runtime) -> str:
    """A service account of the tenant, whom its provider calls `robot`."""
    given = {"title": "Robot", "role": "manager", "subject": "robot"}
    done = await run(runtime, sso.tenant, "owner", "create_service_account", **given)
    return external_id("service_account", done.ids["service_account"])


def token_of(sso: SingleSignOn, audience: Any = None, **claims: Any) -> str:
    return sso.provider.access_token(audience or audience_of(sso.tenant), **({"sub": "robot"} | claims))


async def me(client: httpx.AsyncClient, token: str, path: str = "/v1/me") -> httpx.Response:
    return await client.get(path, headers={"Authorization": f"Bearer {token}"})


async def test_a_program_is_its_service_account_without_a_request_to_the_provider_once_its_keys_are_known(
    sso: SingleSignOn, client: httpx.AsyncClient, account: str, forgetful: Callable[[], None]
) -> None:
    told = (await me(client, token_of(sso))).json()
    assert (told["kind"], told["role"], told["tenant"]["slug"]) == ("service_account", "manager", sso.tenant.slug)
    assert told["id"] == account
    asked = len(sso.provider.asked)
    for _ in range(3):
        forgetful()
        assert (await me(client, token_of(sso, jti=str(uuid7())))).status_code == 200
    assert len(sso.provider.asked) == asked
    answer = await client.post(
        "/graphql", json={"query": "{ tenant { slug } }"}, headers={"Authorization": f"Bearer {token_of(sso)}"}
    )
    assert answer.json()["data"] == {"tenant": {"slug": sso.tenant.slug}}


async def test_a_person_who_has_signed_in_is_the_member(
    sso: SingleSignOn, client: httpx.AsyncClient, person: httpx.AsyncClient
) -> None:
    unknown = await me(client, token_of(sso, sub="viewer"))
    assert unknown.status_code == 401, "nobody has signed in yet"
    await sso.sign_in(person)
    told = (await me(client, token_of(sso, sub="viewer"))).json()
    assert (told["kind"], told["role"]) == ("member", "viewer")


async def test_the_scope_narrows_what_the_role_allows(
    sso: SingleSignOn, client: httpx.AsyncClient, account: str
) -> None:
    members = f"/v1/tenants/{external_id('tenant', sso.tenant.id)}/members"
    for claims, status in (
        ({}, 200), ({"scope": "member:read"}, 200), ({"scp": ["member:read"]}, 200),
        ({"scope": "openid profile"}, 403), ({"scope": ""}, 403), ({"scope": "risk:write tenant:own"}, 403),
        ({"scope": 7}, 403),
    ):  # fmt: skip
        assert (await me(client, token_of(sso, **claims), members)).status_code == status, claims
    answer = await client.post(members, json={"name": "X"}, headers={"Authorization": f"Bearer {token_of(sso)}"})
    assert answer.status_code == 403, "no scope gives more than the role"


async def test_what_is_no_access_token_of_the_issuer_for_the_tenant_is_refused(
    sso: SingleSignOn, client: httpx.AsyncClient, account: str, stranger: TestTenant
) -> None:
    ours, theirs = audience_of(sso.tenant), audience_of(stranger)
    wrong: list[dict[str, Any]] = [
        {"audience": theirs}, {"audience": "milepost"}, {"audience": [ours, theirs]}, {"audience": f"{ours}/"},
        {"audience": ours.upper()}, {"audience": f"https://evil.example/{ours}"},
        {"audience": f"{BASE}/tenants/tenant_{'0' * 32}"}, {"audience": {"x": ours}},
        {"iss": "https://accounts.google.com"}, {"iss": f"{sso.provider.issuer}/"}, {"iss": None},
        {"exp": NOW - 120}, {"exp": None}, {"exp": "9999999999"}, {"exp": NOW + 400_000}, {"nbf": NOW + 90_000},
        {"iat": NOW + 90_000}, {"iat": None}, {"sub": None}, {"sub": ""}, {"sub": "somebody-else"}, {"sub": 7},
        {"nonce": "n"}, {"at_hash": "x"}, {"token_use": "id"}, {"typ": "ID"}, {"typ": "Refresh"},
        {"events": {"http://schemas.openid.net/event/backchannel-logout": {}}},
    ]  # fmt: skip
    for claims in wrong:
        given = dict(claims)
        token = token_of(sso, given.pop("audience", ours), **given)
        assert (await me(client, token)).status_code == 401, claims
    good = token_of(sso)
    headers: list[dict[str, Any]] = [
        {"typ": "logout+jwt"},
        {"typ": "id+jwt"},
        {"crit": ["exp"], "exp": 1},
        {"kid": "unknown"},
        {"kid": "../../x"},
        {"alg": "none"},
        {"alg": "HS256"},
    ]
    for header in headers:
        sso.provider.header = header
        assert (await me(client, token_of(sso))).status_code == 401, header
    sso.provider.header = {}
    for signer in (OTHER_KEY, NEXT_KEY):
        sso.provider.signer = signer
        assert (await me(client, token_of(sso))).status_code == 401
    sso.provider.signer = KEY
    head, body, signature = good.split(".")
    for broken in (f"{head}.{body}.", f"{head}.{body}.{signature[:-4]}AAAA", f"{head}.{body}x.{signature}", "ey.ey.ey",
                   f"ey{'A' * 20_000}.{body}.x"):  # fmt: skip
        assert (await me(client, broken)).status_code == 401, broken[:60]
    assert (await me(client, good)).status_code == 200


async def test_a_tenant_that_names_our_issuer_opens_nothing_of_ours_and_nothing_of_its_own(
    sso: SingleSignOn, client: httpx.AsyncClient, account: str, runtime: Runtime, stranger: TestTenant
) -> None:
    given = {"title": "Copy", "issuer": sso.provider.issuer, "client_id": "milepost"}
    await run(runtime, stranger, "owner", "create_identity_provider", **given)
    assert (await me(client, token_of(sso))).json()["tenant"]["slug"] == sso.tenant.slug
    assert (await me(client, token_of(sso, audience_of(stranger)))).status_code == 401, "nobody is called robot there"
    path = f"/v1/tenants/{external_id('tenant', stranger.id)}/members"
    assert (await me(client, token_of(sso), path)).status_code == 404


async def test_it_ends_with_the_account_and_with_the_provider(
    sso: SingleSignOn, client: httpx.AsyncClient, account: str, forgetful: Callable[[], None]
) -> None:
    token = token_of(sso)
    assert (await me(client, token)).status_code == 200
    await sso.change(enabled=False)
    forgetful()
    assert (await me(client, token)).status_code == 401
    await sso.change(enabled=True)
    assert (await me(client, token)).status_code == 200
    await run(sso.runtime, sso.tenant, "owner", "archive_service_account", id=account)
    forgetful()
    assert (await me(client, token)).status_code == 401


async def test_an_admins_provider_gives_programs_no_more_than_an_admin_has(
    sso: SingleSignOn, client: httpx.AsyncClient, runtime: Runtime
) -> None:
    await run(runtime, sso.tenant, "owner", "archive_identity_provider", id=sso.provider_id)
    given = {"title": "Mine", "issuer": sso.provider.issuer, "client_id": "milepost"}
    await run(runtime, sso.tenant, "admin", "create_identity_provider", **given)
    top = {"title": "Top", "role": "owner", "subject": "robot"}
    await run(runtime, sso.tenant, "owner", "create_service_account", **top)
    assert (await me(client, token_of(sso))).json()["role"] == "admin"
