"""What Okta sends, as its guide to SCIM 2.0 shows it: literally, and in its order."""

from __future__ import annotations

from typing import Any

from tests.api.scim.conftest import Directory

CREATE: dict[str, Any] = {
    "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
    "userName": "test.user@okta.local",
    "name": {"givenName": "Test", "familyName": "User"},
    "emails": [{"primary": True, "value": "test.user@okta.local", "type": "work"}],
    "displayName": "Test User",
    "locale": "en-US",
    "externalId": "00ujl29u0le5T6Aj10h7",
    "groups": [],
    "password": "1mz050nq",
    "active": True,
}
PATCH = ["urn:ietf:params:scim:api:messages:2.0:PatchOp"]


async def test_users_are_imported_page_by_page(directory: Directory) -> None:
    answer = await directory("GET", "/Users?startIndex=1&count=2")
    page = answer.json()
    assert page["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:ListResponse"]
    assert (page["totalResults"], page["startIndex"], page["itemsPerPage"]) == (5, 1, 2)
    first = page["Resources"][0]
    assert first["id"] and first["userName"] and first["emails"][0]["value"] and first["active"] is True
    seen = [first["id"], page["Resources"][1]["id"]]
    for start in (3, 5):
        seen += [each["id"] for each in (await directory.get(f"/Users?startIndex={start}&count=2"))["Resources"]]
    assert len(set(seen)) == 5
    assert (await directory.get("/Users?startIndex=7&count=2"))["Resources"] == []
    assert (await directory.get("/Users?startIndex=0&count=-1"))["Resources"] == []


async def test_a_user_is_created_updated_by_put_deactivated_and_reactivated(directory: Directory) -> None:
    before = await directory("GET", "/Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100")
    assert before.json()["totalResults"] == 0
    made = await directory("POST", "/Users", CREATE)
    assert made.status_code == 201
    user = made.json()
    assert (user["name"]["givenName"], user["name"]["familyName"], user["active"]) == ("Test", "User", True)
    assert "password" not in user
    assert (await directory("POST", "/Users", CREATE)).status_code == 409

    path = f"/Users/{user['id']}"
    assert (await directory("GET", path)).json()["userName"] == "test.user@okta.local"
    whole = (await directory.get(path)) | {"name": {"givenName": "Another", "middleName": "", "familyName": "User"}}
    put = await directory("PUT", path, whole)
    assert (put.status_code, put.json()["name"]["givenName"]) == (200, "Another")

    for active in (False, True):
        change = {"schemas": PATCH, "Operations": [{"op": "replace", "value": {"active": active}}]}
        assert (await directory("PATCH", path, change)).status_code in (200, 204)
        assert (await directory.get(path))["active"] is active
    put = await directory("PUT", path, whole | {"active": False})
    assert (put.status_code, put.json()["active"]) == (200, False)
    missing = await directory("GET", "/Users/010101001010101011001010101011")
    assert (missing.status_code, missing.json()["schemas"]) == (404, ["urn:ietf:params:scim:api:messages:2.0:Error"])


async def test_a_group_is_pushed_renamed_filled_and_removed(directory: Directory) -> None:
    users = [await directory.user(f"user{number}@okta.local") for number in range(3)]
    ids = [each["id"] for each in users]
    made = await directory("POST", "/Groups", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "displayName": "Test SCIMv2", "members": [],
    })  # fmt: skip
    assert made.status_code == 201
    group = made.json()
    path = f"/Groups/{group['id']}"
    rename = {"op": "replace", "value": {"id": group["id"], "displayName": "Test SCIMv2 renamed"}}
    assert (await directory("PATCH", path, {"schemas": PATCH, "Operations": [rename]})).status_code in (200, 204)
    change = [
        {"op": "add", "path": "members", "value": [{"value": id, "display": "somebody"} for id in ids]},
        {"op": "remove", "path": f'members[value eq "{ids[0]}"]'},
    ]
    assert (await directory("PATCH", path, {"schemas": PATCH, "Operations": change})).status_code in (200, 204)
    seen = await directory.get(path)
    assert seen["displayName"] == "Test SCIMv2 renamed"
    assert [each["value"] for each in seen["members"]] == ids[1:]
    all_of_them = {"op": "replace", "path": "members", "value": [{"value": id} for id in ids]}
    await directory("PATCH", path, {"schemas": PATCH, "Operations": [all_of_them]})
    assert {each["value"] for each in (await directory.get(path))["members"]} == {*ids}
    listed = await directory("GET", "/Groups?startIndex=1&count=100")
    assert listed.json()["totalResults"] == 1
    assert (await directory("DELETE", path)).status_code == 204
    assert (await directory("GET", path)).status_code == 404
