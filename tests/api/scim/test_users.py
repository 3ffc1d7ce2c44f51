"""Members, kept by a directory of people."""

from __future__ import annotations

import httpx

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import run
from tests.api.scim.conftest import USER, Directory, directory_of
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser


async def test_a_user_is_made_read_changed_made_inactive_and_deleted(directory: Directory) -> None:
    made = await directory("POST", "/Users", {
        "schemas": [USER], "userName": "Ann@Example.com", "externalId": "e-1",
        "name": {"givenName": "Ann", "familyName": "Lee"}, "title": "not kept",
    })  # fmt: skip
    assert made.status_code == 201
    ann = made.json()
    assert made.headers["location"] == ann["meta"]["location"].replace("http://localhost:8000", "http://localhost:8000")
    assert made.headers["etag"] == ann["meta"]["version"] == 'W/"1"'
    assert (ann["userName"], ann["externalId"], ann["active"]) == ("ann@example.com", "e-1", True)
    assert ann["emails"] == [{"value": "ann@example.com", "type": "work", "primary": True}]
    assert "title" not in ann

    path = f"/Users/{ann['id']}"
    changed = await directory.patch(path, {"op": "replace", "path": "displayName", "value": "Ann L."})
    assert changed.status_code == 204
    assert changed.headers["etag"] == 'W/"2"'
    seen = await directory.get(path)
    assert (seen["displayName"], seen["name"]) == ("Ann L.", {"givenName": "Ann", "familyName": "Lee"})
    shown = await directory.patch(f"{path}?attributes=active", {"op": "replace", "value": {"active": False}})
    assert (shown.status_code, shown.json()["active"]) == (200, False)
    assert (await directory.get(path))["active"] is False
    assert await directory.names("/Users", "active eq false") == ["ann@example.com"]

    assert (await directory("DELETE", path)).status_code == 204
    for method in ("GET", "DELETE"):
        assert (await directory(method, path)).status_code == 404
    assert (await directory.patch(path, {"op": "replace", "path": "active", "value": True})).status_code == 404
    assert await directory.names("/Users", 'userName eq "ann@example.com"') == []


async def test_a_replacement_clears_names_and_keeps_what_it_does_not_say(directory: Directory) -> None:
    ann = await directory.user("ann@example.com", externalId="e-1", displayName="Ann", name={"givenName": "Ann"})
    path = f"/Users/{ann['id']}"
    await directory.patch(path, {"op": "replace", "path": "active", "value": False})
    put = await directory(
        "PUT", path, {"schemas": [USER], "userName": "ann@example.com", "name": {"familyName": "Lee"}}
    )
    assert put.status_code == 200
    seen = put.json()
    assert (seen["name"], seen["externalId"], seen["active"]) == ({"familyName": "Lee"}, "e-1", False)
    assert "displayName" not in seen
    other = await directory("PUT", path, {"schemas": [USER], "id": "member_1", "userName": "ann@example.com"})
    assert (other.status_code, other.json()["id"]) == (200, ann["id"])  # what is read-only is passed over
    nobody = await directory("PUT", path, {"schemas": [USER], "displayName": "Ann"})
    assert (nobody.status_code, nobody.json()["scimType"]) == (400, "invalidValue")


async def test_a_user_name_is_taken_once_and_who_was_deleted_comes_back_as_the_same(directory: Directory) -> None:
    ann = await directory.user("ann@example.com", externalId="e-1")
    for body in ({"userName": "ANN@example.com"}, {"userName": "bob@example.com", "externalId": "e-1"}):
        refused = await directory("POST", "/Users", {"schemas": [USER], **body})
        assert (refused.status_code, refused.json()["scimType"]) == (409, "uniqueness")
    bob = await directory.user("bob@example.com")
    taken = await directory.patch(
        f"/Users/{bob['id']}", {"op": "replace", "path": "userName", "value": "ann@example.com"}
    )
    assert (taken.status_code, taken.json()["scimType"]) == (409, "uniqueness")
    await directory("DELETE", f"/Users/{ann['id']}")
    again = await directory.user("ann@example.com", externalId="e-2")
    assert (again["id"], again["externalId"], again["active"]) == (ann["id"], "e-2", True)
    await directory.patch(f"/Users/{ann['id']}", {"op": "replace", "path": "active", "value": False})
    assert (await directory.user("ann@example.com"))["id"] == ann["id"]


async def test_the_same_external_id_is_free_in_another_tenant_and_an_address_known_there_is_nobodys_here(
    directory: Directory, caller: httpx.AsyncClient, runtime: Runtime, stranger: TestTenant
) -> None:
    elsewhere = await directory_of(caller, runtime, stranger)
    known = await elsewhere.user("ann@example.com", externalId="e-1", displayName="Ann")
    here = await directory.user("ann@example.com", externalId="e-1", displayName="Ann")
    assert {*known} == {*here}
    fresh = await directory.user("nobody-knows@example.com", externalId="e-2", displayName="Ann")
    assert {*fresh} == {*here}  # an address that the installation knows is answered as one that it does not


async def test_the_last_owner_can_be_neither_made_inactive_nor_deleted_and_owners_need_an_owners_key(
    caller: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, directory: Directory
) -> None:
    owner = f"/Users/member_{tenant.members[Role.OWNER].hex}"
    inactive = {"op": "replace", "path": "active", "value": False}
    assert (await directory.patch(owner, inactive)).status_code == 403
    owners = await directory_of(caller, runtime, tenant, "owner")
    for refused in (await owners.patch(owner, inactive), await owners("DELETE", owner)):
        assert refused.status_code == 409
        assert "at least one owner" in refused.json()["detail"]
    await run(runtime, tenant, "owner", "add_member", name="Second", email="second@example.com", role=Role.OWNER)
    assert (await owners.patch(owner, inactive)).status_code in (204, 401)


async def test_who_is_made_inactive_can_do_nothing_with_their_keys_not_even_when_they_are_active_again(
    directory: Directory, runtime: Runtime, tenant: TestTenant, caller: httpx.AsyncClient
) -> None:
    done = await run(runtime, tenant, "manager", "create_api_key", title="own", role=Role.MANAGER)
    key = {"Authorization": f"Bearer {done.shown_once['key']}"}
    path = f"/Users/member_{tenant.members[Role.MANAGER].hex}"
    await directory.patch(path, {"op": "replace", "path": "active", "value": "False"})
    assert (await caller.get("/v1/me", headers=key)).status_code == 401
    await directory.patch(path, {"op": "Replace", "path": "active", "value": "True"})
    assert (await directory.get(path))["active"] is True
    assert (await caller.get("/v1/me", headers=key)).status_code == 401  # a key that was dead stays dead


async def test_versions_guard_changes_and_spare_reading(directory: Directory) -> None:
    ann = await directory.user("ann@example.com")
    path, tag = f"/Users/{ann['id']}", ann["meta"]["version"]
    assert (await directory("GET", path, if_none_match=tag)).status_code == 304
    rename = {"op": "replace", "path": "displayName", "value": "Ann"}
    assert (await directory.patch(path, rename, if_match='W/"7"')).status_code == 412
    assert (await directory.patch(path, rename, if_match=tag)).status_code == 204
    assert (await directory("GET", path, if_none_match=tag)).status_code == 200
    assert (await directory("DELETE", path, if_match=tag)).status_code == 412
    body = {"schemas": [USER], "userName": "ann@example.com"}
    assert (await directory("PUT", path, body, if_match=tag)).status_code == 412
    assert (await directory("DELETE", path, if_match="*")).status_code == 204


async def test_a_creation_that_is_repeated_with_its_key_makes_one_user(directory: Directory) -> None:
    body = {"schemas": [USER], "userName": "ann@example.com"}
    first, second = [await directory("POST", "/Users", body, idempotency_key="one") for _ in range(2)]
    assert first.status_code == second.status_code == 201
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"
    other = await directory("POST", "/Users", body | {"userName": "bob@example.com"}, idempotency_key="one")
    assert other.status_code == 400
    searched = await directory("POST", "/.search", {"schemas": []}, idempotency_key="two")
    assert searched.status_code == 400


async def test_what_a_directory_does_is_told_and_audited_as_the_keys_deed(
    directory: Directory, tenant: TestTenant, settings: Settings
) -> None:
    ann = await directory.user("ann@example.com", displayName="Ann")
    await directory.patch(f"/Users/{ann['id']}", {"op": "replace", "path": "active", "value": False})
    await directory.user("ann@example.com")
    async with superuser(settings) as database:
        rows = await database.fetch(
            "SELECT type, actor->>'type' AS actor FROM event WHERE tenant_id = $1 AND type LIKE 'member.%'"
            " AND actor->>'type' = 'api_key' ORDER BY id",
            tenant.id,
        )
        assert [row["type"] for row in rows] == ["member.created", "member.archived", "member.restored"]
        audited = await database.fetch(
            "SELECT action, after::text FROM audit_entry WHERE tenant_id = $1 AND actor_kind = 'api_key' ORDER BY id",
            tenant.id,
        )
        assert [row["action"] for row in audited] == ["member.created", "member.archived", "member.restored"]
        assert not any("Ann" in (row["after"] or "") for row in audited)


BODIES = (
    ({"userName": "no address"}, "invalidValue"),
    ({"userName": "a@b.example", "displayName": "x" * 201}, "invalidValue"),
    ({"userName": "a@b.example", "name": {"givenName": " "}}, "invalidValue"),
    ({"userName": "a@b.example", "externalId": "x" * 256}, "invalidValue"),
    ({"userName": "a@b.example", "active": "perhaps"}, "invalidValue"),
    ({"userName": ["a@b.example"]}, "invalidValue"),
    ({}, "invalidValue"),
)


async def test_what_cannot_be_kept_is_refused_with_its_reason(directory: Directory) -> None:
    for body, scim_type in BODIES:
        refused = await directory("POST", "/Users", {"schemas": [USER], **body})
        assert (refused.status_code, refused.json()["scimType"]) == (400, scim_type)
        assert "pydantic" not in refused.text
