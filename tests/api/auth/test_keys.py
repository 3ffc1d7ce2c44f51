"""API keys and operator keys: which are taken, where, and for how much."""

from __future__ import annotations

import hashlib
import string
import zlib

import httpx
import pytest
from fastapi import FastAPI

from api.auth.cache import SECONDS
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import checksum, new_key, read_key
from tests.api.conftest import Api, MakeKey, run
from tests.conftest import OPERATOR_KEY, SettableClock, TestTenant
from tests.contract.gathering import listed


def test_the_checksum_is_crc32_in_base_62() -> None:
    body = "mp_live_00000000000000000000000000000000_ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
    assert checksum(body) == "0UH00v"
    alphabet = string.digits + string.ascii_uppercase + string.ascii_lowercase
    number = 0
    for digit in checksum(body):
        number = number * 62 + alphabet.index(digit)
    assert number == zlib.crc32(body.encode())
    assert read_key(f"{body}_{checksum(body)}") is not None
    assert read_key(f"{body}_{checksum(body)[::-1]}") is None


async def test_a_key_is_its_tenants_with_its_role(key_of: MakeKey, tenant: TestTenant) -> None:
    for role in ("viewer", "admin"):
        key = await key_of(tenant, role)
        me = (await key("GET", "/v1/me")).json()
        assert (me["kind"], me["role"], me["tenant"]["slug"]) == ("api_key", role, tenant.slug)
        assert me["member"]["id"] == f"member_{tenant.members[role].hex}"  # type: ignore[index]  # a role is a text


async def test_only_the_hash_of_a_key_is_stored(key_of: MakeKey, tenant: TestTenant, runtime: Runtime) -> None:
    key = await key_of(tenant)
    async with runtime.database.reading(tenant.id) as connection:
        rows = [
            str(row) for row in await connection.fetch("SELECT k::text FROM api_key k WHERE tenant_id = $1", tenant.id)
        ]
        rows += [
            str(row) for row in await connection.fetch("SELECT e::text FROM event e WHERE tenant_id = $1", tenant.id)
        ]
        rows += [
            str(row)
            for row in await connection.fetch("SELECT a::text FROM audit_entry a WHERE tenant_id = $1", tenant.id)
        ]
    assert hashlib.sha256(key.key.encode()).hexdigest() in "".join(rows)
    assert not any(key.key.split("_")[3] in row for row in rows)


async def test_every_wrong_form_gives_the_same_answer(
    client: httpx.AsyncClient, key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    good = (await key_of(tenant)).key
    _, _, tenant_hex, rest, check = good.split("_")
    foreign = f"mp_live_{stranger.id.hex}_{rest}"
    forms = [
        f"Bearer {good}x", f"Bearer {good[:-1]}", f"Bearer {good.upper()}", f"Bearer  {good}", f"Bearer {good} ",
        f"Bearer mp_live_{tenant_hex}_{rest}_{check[::-1]}", f"Bearer {foreign}_{checksum(foreign)}",
        f"Bearer {new_key(tenant.id)}", f"Bearer {new_key(uuid7())}", f"Basic {good}", good, "Bearer", "Bearer x.y.z",
        f"Bearer {'x' * 100_000}", "Bearer mp_operator_wrong", f"Bearer Bearer {good}", "Bearer mp_live_",
    ]  # fmt: skip
    told = set()
    for form in forms:
        answer = await client.get("/v1/me", headers={"Authorization": form})
        assert answer.status_code == 401, form
        assert answer.headers["www-authenticate"] == 'Bearer realm="milepost", error="invalid_token"'
        told.add(answer.json()["detail"])
    assert len(told) == 1
    twice = [("Authorization", f"Bearer {good}"), ("Authorization", f"Bearer {good}")]
    assert (await client.get("/v1/me", headers=twice)).status_code == 401
    unsaid = await client.get("/v1/me", params={"access_token": good})
    assert (unsaid.status_code, unsaid.headers["www-authenticate"]) == (401, 'Bearer realm="milepost"')
    switching = await client.post("/auth/switch", headers={"Authorization": f"Bearer {good}"}, json={"tenant_id": "x"})
    assert (switching.status_code, "browser" in switching.json()["detail"]) == (401, True)


async def test_a_wrong_checksum_costs_no_statement(app: FastAPI, client: httpx.AsyncClient) -> None:
    pool = app.state.runtime.database.engine("app").pool
    before = pool.status()
    answer = await client.get("/v1/me", headers={"Authorization": f"Bearer {new_key(uuid7())[:-6]}000000"})
    assert answer.status_code == 401
    assert pool.status() == before


async def test_a_key_works_until_its_end_and_from_its_networks_only(
    client: httpx.AsyncClient, key_of: MakeKey, tenant: TestTenant, clock: SettableClock
) -> None:
    ending = await key_of(tenant, expires_at=clock.now().replace(year=clock.now().year + 1))
    assert (await ending("GET", "/v1/me")).status_code == 200
    clock.forward(days=366)
    assert (await ending("GET", "/v1/me")).status_code == 401
    here = await key_of(tenant, networks=["127.0.0.0/8"])
    assert (await here("GET", "/v1/me")).status_code == 200
    elsewhere = await key_of(tenant, networks=["10.0.0.0/8"])
    assert (await elsewhere("GET", "/v1/me", X_Forwarded_For="10.0.0.1")).status_code == 403


async def test_a_revoked_key_is_refused_once_the_cache_is_over(
    app: FastAPI, key_of: MakeKey, tenant: TestTenant
) -> None:
    key, admin = await key_of(tenant), await key_of(tenant)
    me = (await key("GET", "/v1/me")).json()["id"]
    assert (await admin("DELETE", f"api-keys/{me}")).status_code == 204
    app.state.authenticator._standings._kept.clear()
    assert (await key("GET", "/v1/me")).status_code == 401
    assert (await admin("DELETE", f"api-keys/{me}")).status_code == 204


async def test_a_key_never_has_more_than_its_maker_has_now(
    app: FastAPI, key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant, "admin")
    maker = f"member_{tenant.members['admin'].hex}"  # type: ignore[index]  # a role is a text
    await run(runtime, tenant, "owner", "update_member", id=maker, role="viewer")
    app.state.authenticator._standings._kept.clear()
    assert (await key("GET", "/v1/me")).json()["role"] == "viewer"
    assert (await key("POST", "members", {"name": "X"})).status_code == 403
    await run(runtime, tenant, "owner", "archive_member", id=maker)
    app.state.authenticator._standings._kept.clear()
    assert (await key("GET", "/v1/me")).status_code == 401


async def test_nobody_makes_a_stronger_key(key_of: MakeKey, tenant: TestTenant) -> None:
    admin = await key_of(tenant, "admin")
    assert (await admin("POST", "api-keys", {"title": "k", "role": "owner"})).status_code == 403
    narrow = await key_of(tenant, "owner", scopes=["api_key:write", "domain:read"])
    wide = await narrow("POST", "api-keys", {"title": "k", "role": "owner", "scopes": ["member:write"]})
    assert (wide.status_code, wide.json()["errors"][0]["pointer"]) == (422, "/scopes/0")
    same = await narrow("POST", "api-keys", {"title": "k", "role": "owner"})
    assert same.json()["scopes"] == ["api_key:write", "domain:read"]
    assert (await narrow("GET", "members")).status_code == 403
    unknown = await admin("POST", "api-keys", {"title": "k", "scopes": ["risks:*"]})
    assert unknown.status_code == 422


async def test_a_suspended_tenant_is_closed_to_all_but_the_operator(
    app: FastAPI, operator: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    key, path = await key_of(tenant), f"/v1/tenants/tenant_{tenant.id.hex}"
    assert (await operator("POST", f"{path}/suspend")).json()["status"] == "suspended"
    answer = await key("GET", "/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (403, "TENANT_SUSPENDED")
    assert (await operator("GET", path)).status_code == 200
    assert (await operator("POST", f"{path}/resume")).json()["status"] == "active"
    app.state.authenticator._standings._kept.clear()
    assert (await key("GET", "/v1/me")).status_code == 200


async def test_an_operator_key_acts_in_the_tenant_of_the_path(client: httpx.AsyncClient, operator: Api) -> None:
    nowhere = f"/v1/tenants/tenant_{'0' * 32}/members"
    assert (await operator("GET", nowhere)).status_code == 404
    assert (await operator("GET", "/v1/me")).json()["kind"] == "operator"
    graphql = await client.post(
        "/graphql", json={"query": "{viewer{id}}"}, headers={"Authorization": f"Bearer {OPERATOR_KEY}"}
    )
    assert graphql.status_code == 403


@pytest.mark.parametrize("path", ["/v1/tenants", "/v1/me", "/v1/event-types"])
async def test_without_credentials_there_is_nothing(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 401
    assert answer.headers["cache-control"] == "no-store"


async def test_a_key_is_looked_up_by_one_statement_and_by_none_while_it_is_known(
    app: FastAPI, key_of: MakeKey, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    asked = {"query": "{ __typename }"}
    with listed() as cold:
        assert (await key("POST", "/graphql", asked)).status_code == 200
    with listed() as warm:
        assert (await key("POST", "/graphql", asked)).status_code == 200
    assert len([one for one in cold if "api_key" in one]) == 1
    assert warm == []
    assert SECONDS < 5, "so long a revoked key lives at most"
