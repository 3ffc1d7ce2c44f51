"""Service accounts: programs whose keys outlive their makers and end with the account."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey, run
from tests.conftest import TestTenant


def forget(app: FastAPI) -> None:
    """Forget what is known of credentials, as seconds do."""
    app.state.authenticator._standings._kept.clear()


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant)


async def account(api: Api, **given: object) -> str:
    """A new service account."""
    answer = await api("POST", "service-accounts", {"title": "Sync"} | given)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def key_for(api: Api, account_id: str, **given: object) -> Api:
    """A key of an account."""
    answer = await api("POST", "api-keys", {"title": "k", "service_account_id": account_id} | given)
    assert answer.status_code == 201, answer.text
    return Api(api.client, answer.json()["key"], api.tenant)


async def test_a_key_of_an_account_acts_as_it_and_has_no_more_than_it_has(app: FastAPI, owner: Api) -> None:
    mine, other = [(await owner("POST", "ventures", {"name": name})).json()["id"] for name in "ab"]
    id = await account(owner, role="manager", venture_ids=[mine])
    key = await key_for(owner, id, role="owner", venture_ids=[mine, other])
    me = (await key("GET", "/v1/me")).json()
    assert (me["kind"], me["role"], me["member"], me["venture_ids"]) == ("api_key", "manager", None, [mine])
    assert (await owner("PATCH", f"service-accounts/{id}", {"role": "viewer"})).status_code == 200
    forget(app)
    assert (await key("GET", "/v1/me")).json()["role"] == "viewer"


async def test_a_key_of_an_account_outlives_its_maker_and_ends_with_the_account(
    app: FastAPI, owner: Api, key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    id = await account(owner, role="admin")
    key = await key_for(await key_of(tenant, "admin"), id, role="admin")
    child = await key("POST", "api-keys", {"title": "made by the account"})
    assert child.json()["service_account_id"] == id
    child_key = Api(owner.client, child.json()["key"], owner.tenant)
    await run(runtime, tenant, "owner", "archive_member", id=tenant.members["admin"])  # type: ignore[index]
    forget(app)
    assert [(await each("GET", "/v1/me")).status_code for each in (key, child_key)] == [200, 200]
    assert (await owner("DELETE", f"service-accounts/{id}")).status_code == 204
    forget(app)
    assert [(await each("GET", "/v1/me")).status_code for each in (key, child_key)] == [401, 401]
    assert (await owner("POST", f"service-accounts/{id}/restore")).status_code == 200
    forget(app)
    assert (await key("GET", "/v1/me")).status_code == 200


async def test_nobody_makes_or_changes_an_account_above_themselves(
    owner: Api, key_of: MakeKey, tenant: TestTenant
) -> None:
    admin, manager = await key_of(tenant, "admin"), await key_of(tenant, "manager")
    venture = (await owner("POST", "ventures", {"name": "a"})).json()["id"]
    narrow = await key_of(tenant, "admin", venture_ids=[venture])
    above, wide = await account(owner, role="owner"), await account(owner, role="viewer")
    assert (await admin("POST", "service-accounts", {"title": "x", "role": "owner"})).status_code == 403
    assert (await manager("POST", "service-accounts", {"title": "x"})).status_code == 403
    assert (await narrow("POST", "service-accounts", {"title": "x"})).status_code == 403
    for key, id in ((admin, above), (narrow, wide)):
        assert (await key("PATCH", f"service-accounts/{id}", {"title": "x"})).status_code == 403
        assert (await key("DELETE", f"service-accounts/{id}")).status_code == 403
        assert (await key("POST", f"service-accounts/{id}/restore")).status_code == 403
    assert (await admin("PATCH", f"service-accounts/{wide}", {"role": "owner"})).status_code == 403


async def test_an_account_of_another_tenant_is_none(owner: Api, key_of: MakeKey, stranger: TestTenant) -> None:
    theirs = await account(await key_of(stranger))
    answer = await owner("POST", "api-keys", {"title": "k", "service_account_id": theirs})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (404, "/service_account_id")
    for method in ("GET", "PATCH", "DELETE"):
        body = {"title": "x"} if method == "PATCH" else None
        assert (await owner(method, f"service-accounts/{theirs}", body)).status_code == 404


async def test_a_subject_names_one_account_in_use(owner: Api) -> None:
    first = await account(owner, subject="sync")
    for body in ({"title": "x", "subject": "sync"}, {"title": "x", "subject": "a b"}, {"title": "x", "id": first}):
        refused = await owner("POST", "service-accounts", body)
        assert refused.status_code == (409 if body.get("subject") == "sync" else 422)
    assert (await owner("DELETE", f"service-accounts/{first}")).status_code == 204
    second = await account(owner, subject="sync")
    assert (await owner("POST", f"service-accounts/{first}/restore")).status_code == 409
    assert (await owner("PATCH", f"service-accounts/{second}", {"subject": None})).json()["subject"] is None
