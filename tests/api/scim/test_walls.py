"""A directory of one tenant can neither see nor touch what is another's, whatever it asks."""

from __future__ import annotations

import httpx
import orjson

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.api.conftest import run
from tests.api.scim.conftest import BULK, GROUP, PATCH, SEARCH, USER, Directory, directory_of
from tests.conftest import TestTenant


async def test_no_operation_reaches_into_another_tenant(
    directory: Directory, caller: httpx.AsyncClient, runtime: Runtime, stranger: TestTenant
) -> None:
    theirs = await directory_of(caller, runtime, stranger)
    ann = await theirs.user("ann@stranger.example", externalId="their-ann", displayName="Theirs")
    staff = await theirs.group("Their staff", ann["id"], externalId="their-staff")
    cursor = (await theirs.get("/Users?cursor=&count=2"))["nextCursor"]
    own = await directory.group("Own")
    before = [await theirs.get(f"/Users/{ann['id']}"), await theirs.get(f"/Groups/{staff['id']}")]

    for path, body in (
        (f"/Users/{ann['id']}", {"schemas": [USER], "userName": "taken@example.com"}),
        (f"/Groups/{staff['id']}", {"schemas": [GROUP], "displayName": "taken", "members": []}),
    ):
        change = {"schemas": [PATCH], "Operations": [{"op": "replace", "path": "displayName", "value": "taken"}]}
        for method, sent in (("GET", None), ("PUT", body), ("PATCH", change), ("DELETE", None)):
            refused = await directory(method, path, sent)
            assert (refused.status_code, "heirs" in refused.text) == (404, False), (method, path)
            unknown = await directory(method, f"{path[:-4]}0000", sent)
            assert unknown.json() == refused.json()  # it is told as what there is not
    for operation in (
        {"op": "add", "path": "members", "value": [{"value": ann["id"]}]},
        {"op": "replace", "value": {"members": [{"value": ann["id"]}]}},
    ):
        refused = await directory.patch(f"/Groups/{own['id']}", operation)
        assert (refused.status_code, refused.json()["scimType"]) == (400, "invalidValue")
    for path, filter in (
        ("/Users", 'externalId eq "their-ann"'),
        ("/Users", f'id eq "{ann["id"]}"'),
        ("/Users", f'groups.value eq "{staff["id"]}"'),
        ("/Users", 'groups[display co "Their"] or userName eq "ann@stranger.example"'),
        ("/Groups", f'members eq "{ann["id"]}" or displayName sw "Their" or externalId eq "their-staff"'),
        ("/Groups", 'members[display co "Theirs"]'),
    ):
        assert await directory.names(path, filter) == []
    everything = await directory("POST", "/.search", {"schemas": [SEARCH], "count": 200, "filter": "id pr"})
    assert "heir" not in everything.text
    wrong = await directory("GET", f"/Users?{httpx.QueryParams({'cursor': cursor, 'count': 2})}")
    assert (wrong.status_code, wrong.json()["scimType"]) == (400, "invalidCursor")
    bulk = await directory("POST", "/Bulk", {"schemas": [BULK], "Operations": [
        {"method": "DELETE", "path": f"/Users/{ann['id']}"},
        {"method": "POST", "path": "/Groups", "bulkId": "g",
         "data": {"schemas": [GROUP], "displayName": "x", "members": [{"value": ann["id"]}]}},
    ]})  # fmt: skip
    assert [str(each["status"]) for each in bulk.json()["Operations"]] == ["404", "400"]
    assert "heirs" not in bulk.text

    key = await run(runtime, stranger, "owner", "create_api_key", title="x", role=Role.OWNER)
    for method, path in (
        ("GET", f"groups/{own['id']}"),
        ("POST", f"groups/{own['id']}/map"),
        ("POST", f"groups/{own['id']}/unmap"),
    ):
        headers = {"Authorization": f"Bearer {key.shown_once['key']}", "Content-Type": "application/json"}
        content = orjson.dumps({"role": "admin"} if path.endswith("/map") else {}) if method == "POST" else None
        address = f"/v1/tenants/tenant_{stranger.id.hex}/{path}"
        assert (await caller.request(method, address, headers=headers, content=content)).status_code == 404
    after = [await theirs.get(f"/Users/{ann['id']}"), await theirs.get(f"/Groups/{staff['id']}")]
    assert after == before
