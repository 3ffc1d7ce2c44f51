"""Whatever is wrong with a request, the answer is in SCIM's form and says what to change."""

from __future__ import annotations

import httpx
import orjson

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from tests.api.conftest import run
from tests.api.scim.conftest import BULK, ERROR, GROUP, PATCH, SEARCH, USER, Directory
from tests.conftest import OPERATOR_KEY, TestTenant


async def test_who_has_no_key_for_it_is_refused_in_the_protocols_form(
    directory: Directory, caller: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant
) -> None:
    without = await run(runtime, tenant, "admin", "create_api_key", title="x", role=Role.ADMIN, scopes=["member:write"])
    lesser = await run(runtime, tenant, "manager", "create_api_key", title="x", role=Role.MANAGER)
    for key, status in (
        (None, 401),
        ("mp_live_wrong", 401),
        (OPERATOR_KEY, 403),
        (without.shown_once["key"], 403),
        (lesser.shown_once["key"], 403),
    ):
        headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        for method, path in (("GET", "/Users"), ("POST", "/Users"), ("PATCH", "/Groups/x"), ("GET", "/Schemas")):
            answer = await caller.request(method, f"/scim/v2{path}", headers=headers)
            assert (answer.status_code, answer.json()["schemas"]) == (status, [ERROR])
            assert answer.headers["content-type"] == "application/scim+json"
            assert ("www-authenticate" in answer.headers) == (status == 401)
    assert (await caller.get("/scim/v2/ServiceProviderConfig")).status_code == 200  # without a key


async def test_paths_methods_versions_and_bodies_that_do_not_fit_are_refused(directory: Directory) -> None:
    for method, path, status in (
        ("GET", "/Nothing", 404),
        ("GET", "/Users/x/y", 404),
        ("DELETE", "/Users", 405),
        ("POST", "/Schemas", 405),
        ("GET", "/Bulk", 405),
        ("OPTIONS", "/Users", 405),
        ("GET", "/Me", 501),
    ):
        answer = await directory.client.request(
            method, f"/scim/v2{path}", headers={"Authorization": f"Bearer {directory.key}"}
        )
        assert (answer.status_code, answer.json()["schemas"]) == (status, [ERROR]), path
        assert ("allow" in answer.headers) == (status == 405)
    old = await directory.client.get("/scim/v1/Users", headers={"Authorization": f"Bearer {directory.key}"})
    assert (old.status_code, old.json()["scimType"]) == (400, "invalidVers")
    for body, status, scim_type, headers in (
        (b"{", 400, "invalidSyntax", {}),
        (b"[]", 400, "invalidSyntax", {}),
        (b'{"userName": "a@b.example", "userName": "b@b.example"}', 400, "invalidSyntax", {}),
        (b'{"userName": "a\\u0000@b.example"}', 400, "invalidValue", {}),
        (b"<x/>", 415, None, {"content_type": "text/xml"}),
        (b"{}", 415, None, {"content_encoding": "gzip"}),
        (b"[" * 100_000, 400, "invalidSyntax", {}),
        (b'{"a":' * 40 + b"1" + b"}" * 40, 400, "invalidSyntax", {}),
    ):
        answer = await directory("POST", "/Users", body, **headers)
        assert (answer.status_code, answer.json().get("scimType")) == (status, scim_type), body[:50]


async def test_a_body_of_more_than_a_mebibyte_is_refused_in_the_protocols_form(directory: Directory) -> None:
    body = orjson.dumps({"schemas": [USER], "userName": "a" * 1_100_000})
    assert (await directory("POST", "/Users", body)).status_code == 413

    async def parts() -> object:
        for _ in range(12):
            yield b" " * 100_000

    headers = {"Authorization": f"Bearer {directory.key}", "Content-Type": "application/scim+json"}
    answer = await directory.client.post("/scim/v2/Users", headers=headers, content=parts())
    assert (answer.status_code, answer.json()["schemas"]) == (413, [ERROR])


FILTERS = (
    "(" * 10_000 + 'userName eq "a"' + ")" * 10_000,
    "not (" * 17 + 'userName eq "a"' + ")" * 17,
    " or ".join('userName eq "a"' for _ in range(51)),
    'userName eq "' + "a" * 5_000 + '"',
    'userName eq "\\u0000"',
    'userName eq "\\ud800"',
    "userName eq",
    "userName",
    "",
    'userName xx "a"',
    'userName eq "a" drop table membership',
    'nothing eq "a"',
    'password eq "a"',
    'userName eq "a"; select 1',
    "active gt true",
    "userName gt 1",
    'meta.created gt "yesterday"',
    'meta.created co "20"',
    'groups[display eq "a"',
    'groups[nothing eq "a"]',
    'groups.$ref eq "a"',
    "meta.version pr and meta.location eq 1",
    'emails[type eq "work"][value eq "a"]',
    'userName[value eq "a"]',
)


async def test_a_filter_that_cannot_be_is_refused_before_the_database_is_asked(directory: Directory) -> None:
    for filter in FILTERS:
        refused = await directory("GET", f"/Users?{httpx.QueryParams({'filter': filter})}")
        assert (refused.status_code, refused.json()["scimType"]) == (400, "invalidFilter"), refused.text
        posted = await directory("POST", "/Users/.search", {"schemas": [SEARCH], "filter": filter})
        assert (posted.status_code, posted.json()["scimType"]) == (400, "invalidFilter"), posted.text


async def test_what_looks_like_sql_is_only_text(directory: Directory) -> None:
    for text in ("' OR '1'='1", "'; DROP TABLE membership; --", "%", "_", "\\\\", "$1", "%s", ":x", "{}"):
        for operator in ("eq", "co", "sw", "ew"):
            assert await directory.names("/Users", f'displayName {operator} "{text}"') == [], text
        assert len(await directory.names("/Users", f'displayName ne "{text}"')) == 5
        assert len(await directory.names("/Users", f'not (displayName eq "{text}")')) == 5


QUERIES = (
    ("count=x", "invalidValue"),
    ("startIndex=99999999999999999999", "invalidValue"),
    ("count=1&count=2", "invalidValue"),
    ("sortBy=groups", "invalidPath"),
    ("sortBy=nothing", "invalidPath"),
    ("sortBy=userName&sortOrder=sideways", "invalidValue"),
    ("cursor=x", "invalidCursor"),
    ("cursor=&startIndex=1", "invalidValue"),
    ("attributes=userName&excludedAttributes=groups", "invalidValue"),
)


async def test_a_query_that_cannot_be_is_refused(directory: Directory) -> None:
    for query, scim_type in QUERIES:
        refused = await directory("GET", f"/Users?{query}")
        assert (refused.status_code, refused.json().get("scimType")) == (400, scim_type), refused.text


async def test_each_operation_in_bulk_stands_for_itself(directory: Directory) -> None:
    operations = [
        {"method": "POST", "path": "/Groups", "bulkId": "g",
         "data": {"schemas": [GROUP], "displayName": "Staff", "members": [{"value": "bulkId:a"}]}},
        {"method": "POST", "path": "/Users", "bulkId": "a", "data": {"schemas": [USER], "userName": "ann@example.com"}},
        {"method": "POST", "path": "/Users", "bulkId": "b", "data": {"schemas": [USER], "userName": "ann@example.com"}},
        {"method": "PATCH", "path": f"/Users/member_{'0' * 32}",
         "data": {"schemas": [PATCH], "Operations": [{"op": "replace", "path": "active", "value": False}]}},
        {"method": "POST", "path": "/Users", "bulkId": "c", "data": {"schemas": [USER], "userName": "cy@example.com"}},
    ]  # fmt: skip
    answer = await directory("POST", "/Bulk", {"schemas": [BULK], "Operations": operations})
    assert answer.status_code == 200
    statuses = [str(each["status"]) for each in answer.json()["Operations"]]
    assert statuses == ["201", "201", "409", "404", "201"]
    (group,) = (await directory.get("/Groups"))["Resources"]
    assert len(group["members"]) == 1
    assert len(await directory.names("/Users", 'userName ew "example.com"')) == 2
    stopped = await directory("POST", "/Bulk", {"schemas": [BULK], "failOnErrors": 1, "Operations": operations[1:]})
    assert [str(each["status"]) for each in stopped.json()["Operations"]] == ["409"]
    many = await directory("POST", "/Bulk", {"schemas": [BULK], "Operations": operations[1:2] * 101})
    assert many.status_code == 413
