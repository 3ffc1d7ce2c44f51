"""The life of an API key: changed, rotated with an overlap, seen in use, told of before its end, revoked everywhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from api.auth.cache import SECONDS
from domain.kernel.ids import split_id
from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey, application, browser
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.contract.gathering import listed
from workers.ending_keys import tell_of_ending_keys


def forget(app: FastAPI) -> None:
    """Forget what is known of credentials, as seconds do."""
    app.state.authenticator._standings._kept.clear()


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


async def own(key: Api) -> str:
    """The id of a key."""
    return str((await key("GET", "/v1/me")).json()["id"])


async def test_a_key_changes_and_is_never_given_more(admin: Api, key_of: MakeKey, tenant: TestTenant) -> None:
    key = await key_of(tenant, "admin", scopes=["domain:read", "member:read"])
    path = f"api-keys/{await own(key)}"
    told = {"title": "Changed", "networks": ["127.0.0.0/8"], "expires_at": "2999-01-01T00:00:00Z"}
    changed = (await admin("PATCH", path, told)).json()
    assert (changed["title"], changed["networks"]) == ("Changed", ["127.0.0.0/8"])
    fewer = await admin("PATCH", path, {"scopes": ["domain:read"], "networks": None, "expires_at": None})
    assert (fewer.json()["scopes"], fewer.json()["expires_at"]) == (["domain:read"], None)
    for wrong, pointer in (
        ({"scopes": ["domain:read", "member:read"]}, "/scopes/1"),
        ({"scopes": None}, "/scopes"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "/expires_at"),
        ({"role": "admin"}, "/role"), ({"venture_ids": None}, "/venture_ids"), ({"created_by": None}, "/created_by"),
        ({"key_hash": "0"}, "/key_hash"), ({"service_account_id": None}, "/service_account_id"),
        ({"rotated_to": None}, "/rotated_to"), ({"tenant_id": "x"}, "/tenant_id"),
        ({"last_used_at": 1}, "/last_used_at"),
    ):  # fmt: skip
        answer = await admin("PATCH", path, wrong)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)


async def test_both_keys_work_through_the_overlap_and_then_the_new_one_alone(
    app: FastAPI, admin: Api, key_of: MakeKey, tenant: TestTenant, clock: SettableClock
) -> None:
    old = await key_of(tenant, "manager", scopes=["domain:read"], expires_at=clock.now() + timedelta(days=90))
    path = f"api-keys/{await own(old)}"
    rotated = await admin("POST", f"{path}/rotate", {"overlap_days": 30})
    assert rotated.status_code == 201, rotated.text
    shown = rotated.json()
    assert rotated.headers["location"].endswith(shown["id"])
    assert (shown["role"], shown["scopes"], shown["title"]) == ("manager", ["domain:read"], "test")
    assert shown["expires_at"].startswith((clock.now() + timedelta(days=90)).isoformat()[:19])
    new = Api(old.client, shown["key"], old.tenant)
    former = (await admin("GET", path)).json()
    assert (former["rotated_to"], "key" in former) == (shown["id"], False)
    assert former["expires_at"].startswith((clock.now() + timedelta(days=30)).isoformat()[:19])
    for key in (old, new):
        assert (await key("GET", "/v1/me")).status_code == 200
    again = await admin("POST", f"{path}/rotate", {})
    assert (again.status_code, again.json()["code"]) == (409, "INVALID_STATE")
    later = await admin("PATCH", path, {"expires_at": None})
    assert (later.status_code, later.json()["code"]) == (409, "INVALID_STATE")
    clock.forward(days=30)
    forget(app)
    assert [(await key("GET", "/v1/me")).status_code for key in (old, new)] == [401, 200]
    assert (await admin("PATCH", path, {"title": "x"})).status_code == 409


async def test_a_rotation_without_overlap_ends_the_former_at_once_and_is_repeated_by_its_key_without_the_secret(
    app: FastAPI, admin: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    old = await key_of(tenant, "viewer")
    path = f"api-keys/{await own(old)}/rotate"
    for wrong in (-1, 31, "7", 1.5):
        assert (await admin("POST", path, {"overlap_days": wrong})).status_code == 422
    first, second = [await admin("POST", path, {"overlap_days": 0}, Idempotency_Key="once") for _ in range(2)]
    assert (second.json()["id"], second.json()["key"]) == (first.json()["id"], None)
    forget(app)
    assert (await old("GET", "/v1/me")).status_code == 401
    assert (await Api(old.client, first.json()["key"])("GET", "/v1/me")).status_code == 200


async def test_nobody_gets_more_by_rotating_or_changing_than_they_have(
    admin: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    owner = await key_of(tenant)
    venture = (await owner("POST", "ventures", {"name": "a"})).json()["id"]
    narrow = await key_of(tenant, "admin", venture_ids=[venture])
    scoped = await key_of(tenant, "admin", scopes=["api_key:write", "domain:read"])
    wide, above = await own(await key_of(tenant, "viewer")), await own(owner)
    for key, id in ((admin, above), (narrow, wide), (scoped, wide)):
        answer = await key("POST", f"api-keys/{id}/rotate", {})
        assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
    for key, id in ((admin, above), (narrow, wide)):
        assert (await key("PATCH", f"api-keys/{id}", {"networks": None})).status_code == 403
    rotated = (await owner("POST", f"api-keys/{await own(admin)}/rotate", {})).json()
    mine = (await Api(owner.client, rotated["key"])("GET", "/v1/me")).json()
    assert (mine["role"], mine["member"]["role"]) == ("admin", "owner")  # it acts in the name of who has it in hand
    assert (await admin("DELETE", f"api-keys/{above}")).status_code == 204  # whoever sees a leaked key stops it


async def test_the_last_use_is_seen_and_costs_no_request_a_write(
    app: FastAPI, admin: Api, key_of: MakeKey, tenant: TestTenant, clock: SettableClock
) -> None:
    key = await key_of(tenant, "viewer")
    path, uses = f"api-keys/{await own(admin)}", app.state.authenticator.uses
    await uses.write()
    seen = []
    for _ in range(3):
        with listed() as statements:
            assert (await key("GET", "/v1/me")).status_code == 200
        assert not [each for each in statements if "api_key_use" in each or each.lstrip().startswith("UPDATE")]
        await uses.write()
        seen.append((await admin("GET", f"api-keys/{await own(key)}")).json())
        clock.forward(minutes=2)
    first = [each["last_used_at"] for each in seen]
    assert first[0] is not None and first[0] == first[1] == first[2]
    assert seen[0]["last_address"] == "127.0.0.1"
    clock.forward(minutes=5)
    await key("GET", "/v1/me")
    await uses.write()
    listing = (await admin("GET", "api-keys")).json()["data"]
    assert max(each["last_used_at"] for each in listing) > first[0]
    assert path.rpartition("/")[2] in {each["id"] for each in listing}
    query = {"query": "{ apiKeys(filter: {lastUsedAt: {isNull: false}}) { nodes { id lastUsedAt lastAddress } } }"}
    nodes = (await admin("POST", "/graphql", query)).json()["data"]["apiKeys"]["nodes"]
    assert {node["lastAddress"] for node in nodes} == {"127.0.0.1"}


async def test_a_use_that_cannot_be_written_is_written_the_next_time(
    app: FastAPI, key_of: MakeKey, tenant: TestTenant, runtime: Runtime
) -> None:
    id, uses = await own(await key_of(tenant, "viewer")), app.state.authenticator.uses
    async with superuser(runtime.settings) as database:
        await database.execute("REVOKE INSERT ON api_key_use FROM milepost_app")
        await uses.write()
        await database.execute("GRANT INSERT ON api_key_use TO milepost_app")
    await uses.write()
    async with runtime.database.reading(tenant.id) as connection:
        statement = "SELECT u.last_address FROM api_key_use u WHERE u.tenant_id = $1 AND u.api_key_id = $2"
        assert await connection.fetchval(statement, tenant.id, split_id(id)[1]) == "127.0.0.1"


async def _told(runtime: Runtime, tenant: TestTenant) -> list[str]:
    while await tell_of_ending_keys(runtime, tenant.id):
        pass
    async with runtime.database.reading(tenant.id) as connection:
        statement = "SELECT e.data ->> 'title' FROM event e WHERE e.tenant_id = $1 AND e.type = 'api_key.expiring'"
        return sorted(row[0] for row in await connection.fetch(statement, tenant.id))


async def test_a_key_that_ends_soon_is_told_of_once(
    runtime: Runtime, admin: Api, tenant: TestTenant, clock: SettableClock
) -> None:
    def after(days: int) -> str:
        return (clock.now() + timedelta(days=days)).isoformat()

    for title, days in (("soon", 5), ("ends", 30), ("moved", 30), ("revoked", 30), ("rotated", 30)):
        await admin("POST", "api-keys", {"title": title, "expires_at": after(days)})
    ids = {each["title"]: each["id"] for each in (await admin("GET", "api-keys")).json()["data"]}
    await admin("PATCH", f"api-keys/{ids['moved']}", {"expires_at": after(60)})
    await admin("DELETE", f"api-keys/{ids['revoked']}")
    await admin("POST", f"api-keys/{ids['rotated']}/rotate", {"overlap_days": 30, "expires_at": after(300)})
    assert await _told(runtime, tenant) == []
    clock.forward(days=23)
    assert await _told(runtime, tenant) == ["ends"]
    clock.forward(days=1)
    await admin("PATCH", f"api-keys/{ids['ends']}", {"title": "ends still"})
    assert await _told(runtime, tenant) == ["ends"]
    clock.forward(days=29)
    assert await _told(runtime, tenant) == ["ends", "moved"]


@pytest.fixture
async def second(app: FastAPI, clock: SettableClock) -> AsyncIterator[httpx.AsyncClient]:
    """Another process of the API: it knows for itself which keys are good."""
    async with application(app.state.runtime.settings, clock) as running, browser(running) as made:
        yield made


async def test_a_revoked_key_dies_in_every_process_within_five_seconds(
    admin: Api, key_of: MakeKey, tenant: TestTenant, second: httpx.AsyncClient
) -> None:
    assert SECONDS < 5  # nothing that a process knows of a key is kept for longer, whatever connection it came by
    key = await key_of(tenant, "viewer")
    both = [key, Api(second, key.key)]
    assert [(await each("GET", "/v1/me")).status_code for each in both] == [200, 200]
    assert (await admin("DELETE", f"api-keys/{await own(key)}")).status_code == 204
    while {(await each("GET", "/v1/me")).status_code for each in both} != {401}:
        await asyncio.sleep(0.2)
