"""Groups, and the roles that follow from them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from domain.kernel.errors import Forbidden, InvalidState
from domain.kernel.ids import parse_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.api.conftest import run
from tests.api.scim.conftest import GROUP, Directory, directory_of
from tests.conftest import TestTenant


async def role_of(runtime: Runtime, tenant: TestTenant, user: dict[str, Any], caller: httpx.AsyncClient) -> str:
    """The role of a user, as administrators see it."""
    done = await run(runtime, tenant, "owner", "create_api_key", title="look", role=Role.OWNER)
    headers = {"Authorization": f"Bearer {done.shown_once['key']}"}
    answer = await caller.get(f"/v1/tenants/tenant_{tenant.id.hex}/members/{user['id']}", headers=headers)
    return str(answer.json()["role"])


async def map_group(runtime: Runtime, tenant: TestTenant, group: dict[str, Any], role: Role, by: str = "owner") -> None:
    await run(runtime, tenant, by, "map_group", group_id=parse_id("group", group["id"]), role=role)


async def test_a_group_is_made_filled_emptied_renamed_and_deleted(directory: Directory) -> None:
    ann, bob, cy = [await directory.user(f"{name}@example.com", displayName=name) for name in ("ann", "bob", "cy")]
    group = await directory.group("Engineers", ann["id"], externalId="g-1")
    path = f"/Groups/{group['id']}"
    assert [each["value"] for each in group["members"]] == [ann["id"]]

    async def members() -> list[str]:
        shown = await directory.get(f"{path}?attributes=members.display")
        return sorted(each["display"] for each in shown.get("members", []))

    await directory.patch(path, {"op": "add", "path": "members", "value": [{"value": bob["id"]}, {"value": cy["id"]}]})
    assert await members() == ["ann", "bob", "cy"]
    await directory.patch(path, {"op": "add", "path": "members", "value": [{"value": bob["id"]}]})  # twice is once
    await directory.patch(path, {"op": "remove", "path": f'members[value eq "{ann["id"]}"]'})
    assert await members() == ["bob", "cy"]
    await directory.patch(
        path,
        {"op": "replace", "path": "members", "value": [{"value": ann["id"]}]},
        {"op": "replace", "path": "displayName", "value": "Builders"},
        {"op": "add", "path": "members", "value": [{"value": cy["id"]}]},
    )
    seen = await directory.get(path)
    assert seen["displayName"] == "Builders"
    assert await members() == ["ann", "cy"]
    assert (await directory.get(f"/Users/{ann['id']}"))["groups"][0]["value"] == group["id"]

    await directory("PUT", path, {"schemas": [GROUP], "displayName": "Builders"})
    assert await members() == ["ann", "cy"]  # what is left out stays
    await directory("PUT", path, {"schemas": [GROUP], "displayName": "Builders", "members": []})
    assert await members() == []
    assert (await directory("DELETE", path)).status_code == 204
    assert (await directory("GET", path)).status_code == 404


async def test_members_are_left_out_where_they_are_not_asked_for(directory: Directory) -> None:
    ann = await directory.user("ann@example.com")
    group = await directory.group("Engineers", ann["id"])
    path = f"/Groups/{group['id']}"
    assert "members" not in await directory.get(f"{path}?excludedAttributes=members")
    assert (await directory.get(f"{path}?attributes=members.value"))["members"] == [{"value": ann["id"]}]
    assert "members" not in await directory.get(f"{path}?attributes=displayName")
    (listed,) = (await directory.get("/Groups"))["Resources"]
    assert [each["value"] for each in listed["members"]] == [ann["id"]]


async def test_who_is_in_groups_with_a_role_has_the_most_powerful_of_them(
    directory: Directory, runtime: Runtime, tenant: TestTenant, caller: httpx.AsyncClient
) -> None:
    ann = await directory.user("ann@example.com")
    staff, leads = await directory.group("Staff", ann["id"]), await directory.group("Leads", ann["id"])

    async def role() -> str:
        return await role_of(runtime, tenant, ann, caller)

    assert await role() == "viewer"  # groups without a role say nothing
    await map_group(runtime, tenant, staff, Role.CONTRIBUTOR)
    assert await role() == "contributor"
    await map_group(runtime, tenant, leads, Role.MANAGER)
    assert await role() == "manager"
    out = {"op": "remove", "path": f'members[value eq "{ann["id"]}"]'}
    await directory.patch(f"/Groups/{leads['id']}", out)
    assert await role() == "contributor"
    await run(runtime, tenant, "owner", "unmap_group", group_id=parse_id("group", staff["id"]))
    assert await role() == "viewer"
    await map_group(runtime, tenant, staff, Role.MANAGER)
    await directory("DELETE", f"/Groups/{staff['id']}")
    assert await role() == "viewer"


async def test_a_role_that_follows_from_groups_cannot_be_given_by_hand_and_one_given_by_hand_stays_without_them(
    directory: Directory, runtime: Runtime, tenant: TestTenant, caller: httpx.AsyncClient
) -> None:
    ann, bob = await directory.user("ann@example.com"), await directory.user("bob@example.com")
    group = await directory.group("Staff", ann["id"])
    await map_group(runtime, tenant, group, Role.CONTRIBUTOR)
    with pytest.raises(InvalidState, match="follows from the groups"):
        await run(runtime, tenant, "owner", "update_member", id=parse_id("member", ann["id"]), role=Role.MANAGER)
    await run(runtime, tenant, "owner", "update_member", id=parse_id("member", bob["id"]), role=Role.MANAGER)
    await directory.patch(f"/Users/{bob['id']}", {"op": "replace", "path": "displayName", "value": "Bob"})
    assert await role_of(runtime, tenant, bob, caller) == "manager"


async def test_nobody_gives_more_than_they_have_by_a_group_and_the_last_owner_stays_one(
    directory: Directory, runtime: Runtime, tenant: TestTenant, caller: httpx.AsyncClient
) -> None:
    ann = await directory.user("ann@example.com")
    owner = {"id": f"member_{tenant.members[Role.OWNER].hex}"}
    group = await directory.group("Owners")
    with pytest.raises(Forbidden):
        await map_group(runtime, tenant, group, Role.OWNER, by="admin")
    await map_group(runtime, tenant, group, Role.OWNER)
    into = {"op": "add", "path": "members", "value": [{"value": ann["id"]}]}
    refused = await directory.patch(f"/Groups/{group['id']}", into)
    assert refused.status_code == 403  # an administrator's key makes no owners, whatever the group gives
    owners = await directory_of(caller, runtime, tenant, "owner")
    viewers = await owners.group("Viewers")
    await map_group(runtime, tenant, viewers, Role.VIEWER)
    last = await owners.patch(
        f"/Groups/{viewers['id']}", {"op": "add", "path": "members", "value": [{"value": owner["id"]}]}
    )
    assert (last.status_code, "at least one owner" in last.json()["detail"]) == (409, True)
    assert "members" not in await owners.get(f"/Groups/{viewers['id']}")
    assert (await owners.patch(f"/Groups/{group['id']}", into)).status_code == 204
    assert await role_of(runtime, tenant, ann, caller) == "owner"


async def test_who_was_deleted_comes_back_without_groups_and_who_was_inactive_with_what_they_give_by_now(
    directory: Directory, runtime: Runtime, tenant: TestTenant, caller: httpx.AsyncClient
) -> None:
    ann, bob = await directory.user("ann@example.com"), await directory.user("bob@example.com")
    group = await directory.group("Staff", ann["id"], bob["id"])
    await map_group(runtime, tenant, group, Role.CONTRIBUTOR)
    await directory("DELETE", f"/Users/{ann['id']}")
    await directory.patch(f"/Users/{bob['id']}", {"op": "replace", "path": "active", "value": False})
    await map_group(runtime, tenant, group, Role.MANAGER)
    await directory.user("ann@example.com")
    await directory.patch(f"/Users/{bob['id']}", {"op": "replace", "path": "active", "value": True})
    assert await role_of(runtime, tenant, ann, caller) == "viewer"
    assert await role_of(runtime, tenant, bob, caller) == "manager"


OPERATIONS = (
    ({"op": "add", "path": "members", "value": [{"value": "member_nobody"}]}, "invalidValue"),
    ({"op": "add", "path": "members", "value": [{"value": f"member_{'0' * 32}"}]}, "invalidValue"),
    ({"op": "add", "path": "members", "value": [{"value": f"group_{'0' * 32}"}]}, "invalidValue"),
    ({"op": "add", "path": "members", "value": ["x"]}, "invalidValue"),
    ({"op": "remove", "path": 'members[display sw "a"]'}, "invalidFilter"),
    ({"op": "replace", "path": 'members[value eq "x"].value', "value": "y"}, "invalidValue"),
    ({"op": "remove", "path": "displayName"}, "mutability"),
    ({"op": "replace", "path": "id", "value": "x"}, "mutability"),
    ({"op": "replace", "path": "members[", "value": "x"}, "invalidPath"),
    ({"op": "remove"}, "noTarget"),
    ({"op": "move", "path": "displayName", "value": "x"}, "invalidValue"),
)


async def test_a_change_of_a_group_that_cannot_be_is_refused_with_its_reason(directory: Directory) -> None:
    group = await directory.group("Staff")
    for operation, scim_type in OPERATIONS:
        refused = await directory.patch(f"/Groups/{group['id']}", operation)
        assert (refused.status_code, refused.json()["scimType"]) == (400, scim_type)
