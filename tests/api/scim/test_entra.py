"""What Microsoft Entra ID sends, as its documentation of provisioning shows it: literally, and in its order."""

from __future__ import annotations

import json

from tests.api.scim.conftest import Directory

CREATE = """
{
  "schemas": [
    "urn:ietf:params:scim:schemas:core:2.0:User",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
  ],
  "externalId": "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef",
  "userName": "Test_User_ab6490ee@testuser.example",
  "active": true,
  "addresses": null,
  "displayName": "lennay",
  "emails": [{"type": "work", "value": "bob@contoso.example", "primary": true}],
  "meta": {"resourceType": "User"},
  "name": {"formatted": "Adrian Lang", "familyName": "Lang", "givenName": "Adrian"},
  "preferredLanguage": "en-US",
  "title": "Manager",
  "phoneNumbers": [{"value": "555-555-5555", "type": "work"}],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Sales", "employeeNumber": "1"},
  "roles": []
}
"""
MANY = """
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  "Operations": [
    {"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "updatedEmail@contoso.example"},
    {"op": "Replace", "path": "name.familyName", "value": "updatedFamilyName"},
    {"op": "Add", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "555-1111"},
    {"op": "Add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "value": "x"}
  ]
}
"""
RENAME = """
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  "Operations": [{"op": "Replace", "path": "userName", "value": "5b50642d-79fc-4410-9e90@contoso.example"}]
}
"""
DOTTED = """
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  "Operations": [{
    "op": "replace",
    "value": {
      "displayName": "Pvlo",
      "name.givenName": "Pavlo",
      "emails[type eq \\"work\\"].value": "p@contoso.example",
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Ops"
    }
  }]
}
"""
DISABLE = """
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  "Operations": [{"op": "Replace", "path": "active", "value": "False"}]
}
"""
DISABLE_BY_THE_STANDARD = """
{
  "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  "Operations": [{"op": "replace", "path": "active", "value": false}]
}
"""
CREATE_GROUP = """
{
  "schemas": [
    "urn:ietf:params:scim:schemas:core:2.0:Group",
    "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"
  ],
  "externalId": "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159",
  "displayName": "displayName",
  "meta": {"resourceType": "Group"}
}
"""


def body(text: str) -> bytes:
    return json.dumps(json.loads(text)).encode()


async def test_the_connection_is_tried_with_a_filter_for_nobody(directory: Directory) -> None:
    nobody = 'userName eq "non-existent user"'
    answer = await directory("GET", f"/Users?filter={nobody}")
    assert answer.status_code == 200
    found = answer.json()
    assert found["totalResults"] == 0
    assert found["Resources"] == []
    group = await directory("GET", '/Groups?excludedAttributes=members&filter=displayName eq "nothing"')
    assert group.json()["totalResults"] == 0


async def test_a_user_is_provisioned_updated_renamed_disabled_enabled_and_deleted(directory: Directory) -> None:
    made = await directory("POST", "/Users", body(CREATE), content_type="application/scim+json; charset=utf-8")
    assert made.status_code == 201
    user = made.json()
    assert user["userName"] == "test_user_ab6490ee@testuser.example"
    assert user["name"] == {"formatted": "Adrian Lang", "familyName": "Lang", "givenName": "Adrian"}
    assert user["emails"][0]["value"] == user["userName"]
    assert not {"title", "phoneNumbers", "roles"} & user.keys()
    path = f"/Users/{user['id']}"

    matched = await directory("GET", '/Users?filter=userName eq "Test_User_ab6490ee@testuser.example"')
    assert [each["id"] for each in matched.json()["Resources"]] == [user["id"]]
    by_id = await directory("GET", '/Users?filter=externalId eq "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"')
    assert by_id.json()["totalResults"] == 1

    assert (await directory("PATCH", path, body(MANY))).status_code == 204
    seen = await directory.get(path)
    assert seen["name"]["familyName"] == "updatedFamilyName"
    assert seen["userName"] == user["userName"]
    assert (await directory("PATCH", path, body(RENAME))).status_code == 204
    assert (await directory("PATCH", path, body(DOTTED))).status_code == 204
    seen = await directory.get(path)
    assert seen["userName"] == "5b50642d-79fc-4410-9e90@contoso.example"
    assert (seen["displayName"], seen["name"]["givenName"]) == ("Pvlo", "Pavlo")

    for text, active in ((DISABLE, False), (DISABLE.replace("False", "True"), True), (DISABLE_BY_THE_STANDARD, False)):
        assert (await directory("PATCH", path, body(text))).status_code == 204
        assert (await directory.get(path))["active"] is active
    assert (await directory("DELETE", path)).status_code == 204
    assert (await directory("GET", path)).status_code == 404
    assert (await directory("POST", "/Users", body(CREATE))).status_code == 201


async def test_a_group_is_provisioned_and_its_members_come_and_go(directory: Directory) -> None:
    ann, bob = [await directory.user(f"{name}@contoso.example") for name in ("ann", "bob")]
    made = await directory("POST", "/Groups", body(CREATE_GROUP))
    assert made.status_code == 201
    group = made.json()
    path = f"/Groups/{group['id']}"
    read = await directory("GET", f"{path}?excludedAttributes=members")
    assert read.status_code == 200
    found = await directory("GET", '/Groups?excludedAttributes=members&filter=displayName eq "displayName"')
    assert found.json()["totalResults"] == 1

    patch = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"]}
    renamed = {
        "op": "Replace",
        "path": "displayName",
        "value": "1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName",
    }
    assert (await directory("PATCH", path, patch | {"Operations": [renamed]})).status_code == 204
    members = [{"$ref": None, "value": ann["id"]}, {"$ref": None, "value": bob["id"]}]
    added = {"op": "Add", "path": "members", "value": members}
    assert (await directory("PATCH", path, patch | {"Operations": [added]})).status_code == 204
    assert {each["value"] for each in (await directory.get(path))["members"]} == {ann["id"], bob["id"]}
    removed = {"op": "Remove", "path": "members", "value": [{"$ref": None, "value": ann["id"]}]}
    assert (await directory("PATCH", path, patch | {"Operations": [removed]})).status_code == 204
    assert [each["value"] for each in (await directory.get(path))["members"]] == [bob["id"]]
    in_it = f'/Groups?excludedAttributes=members&filter=id eq "{group["id"]}" and members eq "{bob["id"]}"'
    assert (await directory("GET", in_it)).json()["totalResults"] == 1
    assert (await directory("GET", in_it.replace(bob["id"], ann["id"]))).json()["totalResults"] == 0
    assert (await directory("DELETE", path)).status_code == 204
