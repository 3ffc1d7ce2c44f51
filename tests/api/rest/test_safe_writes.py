"""Repeating, racing and stale writes."""

from __future__ import annotations

import asyncio

import pytest

from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def count(runtime: Runtime, tenant: TestTenant, statement: str) -> int:
    async with runtime.database.reading(tenant.id) as connection:
        return int(await connection.fetchval(statement, tenant.id))


async def test_one_of_many_equal_posts_has_an_effect(owner: Api, runtime: Runtime, tenant: TestTenant) -> None:
    posts = [owner("POST", "members", {"name": "same"}, Idempotency_Key="k") for _ in range(20)]
    answers = await asyncio.gather(*posts)
    assert {answer.status_code for answer in answers} <= {201, 409}
    made = [answer for answer in answers if answer.status_code == 201]
    assert len({answer.json()["id"] for answer in made}) == 1
    assert sum("idempotency-replayed" not in answer.headers for answer in made) == 1
    assert all(answer.headers["retry-after"] == "1" for answer in answers if answer.status_code == 409)
    assert await count(runtime, tenant, "SELECT count(*) FROM membership WHERE tenant_id = $1 AND name = 'same'") == 1
    events = "SELECT count(*) FROM event WHERE tenant_id = $1 AND type = 'member.created'"
    assert await count(runtime, tenant, events) == 6
    again = await owner("POST", "members", {"name": "same"}, Idempotency_Key="k")
    assert (again.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert again.headers["location"].endswith(made[0].json()["id"])


async def test_another_body_under_the_same_key_is_refused(owner: Api) -> None:
    assert (await owner("POST", "members", {"name": "a"}, Idempotency_Key="k")).status_code == 201
    answer = await owner("POST", "members", {"name": "b"}, Idempotency_Key="k")
    assert (answer.status_code, answer.json()["code"]) == (422, "IDEMPOTENCY_MISMATCH")


async def test_keys_are_apart_by_caller_and_path(owner: Api, key_of: MakeKey, tenant: TestTenant) -> None:
    other = await key_of(tenant, "admin")
    ids = set()
    for caller, path, body in (
        (owner, "members", {"name": "a"}), (other, "members", {"name": "a"}), (owner, "api-keys", {"title": "a"}),
    ):  # fmt: skip
        answer = await caller("POST", path, body, Idempotency_Key="k")
        assert "idempotency-replayed" not in answer.headers
        ids.add(answer.json()["id"])
    assert len(ids) == 3


@pytest.mark.parametrize("key", ["", "x" * 256, "a b", "ä"])
async def test_what_is_no_key_is_refused(owner: Api, key: str) -> None:
    answer = await owner.client.post(
        f"/v1/tenants/{owner.tenant}/members",
        json={"name": "a"},
        headers=[(b"Authorization", f"Bearer {owner.key}".encode()), (b"Idempotency-Key", key.encode())],
    )
    assert (answer.status_code, answer.json()["errors"][0]["header"]) == (422, "Idempotency-Key")


async def test_a_refusal_is_not_kept(owner: Api) -> None:
    assert (await owner("POST", "members", {"name": ""}, Idempotency_Key="k")).status_code == 422
    assert (await owner("POST", "members", {"name": "a"}, Idempotency_Key="k")).status_code == 201


async def test_a_secret_is_not_shown_again(owner: Api) -> None:
    for path, body, secret in (
        ("api-keys", {"title": "a"}, "key"), ("webhook-endpoints", {"url": "https://a.example/"}, "secret"),
    ):  # fmt: skip
        first = (await owner("POST", path, body, Idempotency_Key="s")).json()
        again = (await owner("POST", path, body, Idempotency_Key="s")).json()
        assert first[secret]
        assert again == first | {secret: None}
        assert secret not in (await owner("GET", f"{path}/{first['id']}")).json()


async def test_an_operators_repeated_post_makes_one_tenant(operator: Api, tenant: TestTenant) -> None:
    body = {"slug": f"x{tenant.id.hex[-20:]}", "name": "X", "owner": {"name": "Ann", "email": "ann@example.com"}}
    answers = await asyncio.gather(
        *(operator("POST", "/v1/tenants", body, Idempotency_Key=body["slug"]) for _ in range(6))
    )
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1
    again = await operator("POST", "/v1/tenants", body, Idempotency_Key=body["slug"])
    assert again.headers["idempotency-replayed"] == "true"
    other = await operator("POST", "/v1/tenants", body | {"name": "Y"}, Idempotency_Key=body["slug"])
    assert other.status_code == 422
    taken = await operator("POST", "/v1/tenants", body, Idempotency_Key=f"{body['slug']}-2")
    assert (taken.status_code, taken.json()["code"]) == (409, "CONFLICT")
    free = body | {"slug": f"y{tenant.id.hex[-20:]}"}
    assert (await operator("POST", "/v1/tenants", free, Idempotency_Key=f"{body['slug']}-2")).status_code == 201
    members = (await operator("GET", f"/v1/tenants/{again.json()['id']}/members")).json()["data"]
    assert [(member["role"], member["email"]) for member in members] == [("owner", "ann@example.com")]


async def test_one_of_many_writes_from_the_same_version_wins(owner: Api) -> None:
    made = await owner("POST", "members", {"name": "a"})
    path = f"members/{made.json()['id']}"
    assert made.headers["etag"] == '"1"'
    answers = await asyncio.gather(*(owner("PATCH", path, {"name": f"n{i}"}, If_Match='"1"') for i in range(12)))
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 11
    assert (await owner("GET", path)).headers["etag"] == '"2"'


@pytest.mark.parametrize(
    ("tag", "status"),
    [
        ('"1"', 200),
        ('W/"1"', 412),
        ('"2"', 412),
        ("1", 412),
        ("*", 200),
        ('"7", "1"', 200),
        ('"7", W/"1"', 412),
        ('""', 412),
    ],
)
async def test_if_match_compares_strongly(owner: Api, tag: str, status: int) -> None:
    made = await owner("POST", "members", {"name": "a"})
    answer = await owner("PATCH", f"members/{made.json()['id']}", {"name": "b"}, If_Match=tag)
    assert answer.status_code == status
    if status == 412:
        assert answer.json()["code"] == "PRECONDITION_FAILED"


async def test_if_none_match_answers_304(owner: Api) -> None:
    path = f"members/{(await owner('POST', 'members', {'name': 'a'})).json()['id']}"
    for tag in ('"1"', 'W/"1"', '"0", "1"', "*"):
        answer = await owner("GET", path, If_None_Match=tag)
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", '"1"')
    assert (await owner("GET", path, If_None_Match='"2"')).status_code == 200


async def test_two_changes_of_different_members_do_not_overwrite_each_other(owner: Api) -> None:
    path = f"members/{(await owner('POST', 'members', {'name': 'a'})).json()['id']}"
    answers = await asyncio.gather(owner("PATCH", path, {"name": "b"}), owner("PATCH", path, {"role": "viewer"}))
    assert [answer.status_code for answer in answers] == [200, 200]
    after = (await owner("GET", path)).json()
    assert (after["name"], after["role"], after["version"]) == ("b", "viewer", 3)
