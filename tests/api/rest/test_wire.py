"""What goes over the wire: no input gives a 500, nothing is coerced in silence, refusals are problems."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.api.conftest import BASE, Api, MakeKey
from tests.conftest import TestTenant


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


def check_problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert set(body) == {"type", "title", "status", "detail", "code", "request_id", "errors"}
    assert body["status"] == status
    assert body["type"] == f"{BASE}/problems/{body['code']}"
    assert body["request_id"] == answer.headers["x-request-id"]
    return body


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 400), (b"null", 422), (b"5", 422), (b"[]", 422), (b'"x"', 422), (b"{", 400), (b"[" * 100_000, 400),
        (b'{"name": NaN}', 400), (b'{"name": 1e999}', 400), (b'{"name": "\\ud800"}', 400), (b'{"name": "\xff"}', 400),
        (b'{"name": "a\\u0000b"}', 422), (b'{"na\\u0000me": "a"}', 422), (b'{"name": "a", "name": "b"}', 400),
        (b'{"name": "a"} x', 400), (b"\xef\xbb\xbf{}", 400), (b"{'name': 'a'}", 400), (b'{"name": "a",}', 400),
        (b'{"name": ' + b'{"a":' * 40 + b"1" + b"}" * 41, 400), (b'{"name": ' + b"9" * 5000 + b"}", 400),
        (b'{"name": "a", "colour": 1}', 422), (b'{"name": 5}', 422), (b'{"name": "   "}', 422),
        (b'{"name": null}', 422),
        (b'{"name": "a", "role": "king"}', 422), (b'{"name": "a", "venture_ids": ["venture_x"]}', 422),
        (b'{"name": "a", "venture_ids": {}}', 422), (b'{"name": "' + b"x" * 201 + b'"}', 422), (b"{}", 422),
        (b'{"name": "a", "email": "a@b\xe2\x80\x8b.example"}', 422), (b'{"name": "' + b"x" * 1_100_000 + b'"}', 413),
    ],
)  # fmt: skip
async def test_wrong_bodies_are_refused(admin: Api, raw: bytes, status: int) -> None:
    check_problem(await admin("POST", "members", raw), status)


async def test_a_pointer_tells_the_place(admin: Api) -> None:
    body = check_problem(await admin("POST", "members", {"name": "", "rôle": 1, "venture_ids": ["x"]}), 422)
    assert {error["pointer"]: error["code"] for error in body["errors"]} == {
        "/name": "INVALID", "/rôle": "UNKNOWN_FIELD", "/venture_ids/0": "INVALID",
    }  # fmt: skip


@pytest.mark.parametrize("wrong", [1, "true", 0, None])
async def test_a_truth_value_is_nothing_else(admin: Api, wrong: object) -> None:
    endpoint = {"url": "https://hooks.example.com/", "enabled": wrong}
    check_problem(await admin("POST", "webhook-endpoints", endpoint), 422)


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"}, {"Content-Type": ""}, {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/json; charset=utf-16"}, {"Content-Type": "application/JSON;boundary=x"},
        {"Content-Type": "application/vnd.api+json"}, {"Content-Type": "application/merge-patch+json"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)  # fmt: skip
async def test_other_types_of_body_are_415(admin: Api, headers: dict[str, str]) -> None:
    told = {"Authorization": f"Bearer {admin.key}"} | headers
    answer = await admin.client.post(f"/v1/tenants/{admin.tenant}/members", content=b'{"name": "a"}', headers=told)
    check_problem(answer, 415)
    assert (answer.headers["accept"], "accept-patch" in answer.headers) == ("application/json", False)


async def test_charset_utf_8_and_merge_patch_are_taken(admin: Api) -> None:
    made = await admin("POST", "members", b'{"name": "a"}', Content_Type='application/json; charset="UTF-8"')
    assert made.status_code == 201
    path = f"members/{made.json()['id']}"
    assert (
        await admin("PATCH", path, b'{"name": "b"}', Content_Type="application/merge-patch+json")
    ).status_code == 200
    check_problem(await admin("PATCH", path, b"{}", Content_Type="application/json-patch+json"), 415)


async def test_a_path_that_is_not_there_and_a_method_that_does_not_fit(admin: Api, client: httpx.AsyncClient) -> None:
    for path in (
        "/nope",
        "/v1",
        "/v1/",
        "/v1/me/",
        "/v1//me",
        "/v1/me;.css",
        "/v1/me/x.css",
        "/V1/me",
        "/%2e%2e/v1/me",
    ):
        check_problem(await client.get(path), 404)
    answer = await client.request("DELETE", "/v1/tenants")
    check_problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert (await admin.client.head("/v1/me", headers={"Authorization": f"Bearer {admin.key}"})).status_code == 200
    check_problem(await admin("POST", f"/v1/tenants/{admin.tenant}/members/", {"name": "a"}), 404)


@pytest.mark.parametrize("id", ["x", "member_x", "venture_" + "0" * 32, "MEMBER_" + "0" * 32, "member_" + "0" * 31,
                                "member_" + "0" * 32, "member_" + "0" * 32 + "%0a",
                                "member_" + "%EF%BC%90" * 32])  # fmt: skip
async def test_an_id_that_names_nothing_is_404(admin: Api, id: str) -> None:
    check_problem(await admin("GET", f"members/{id}"), 404)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("limit=0", "limit"), ("limit=201", "limit"), ("limit=-1", "limit"), ("limit=1.5", "limit"),
     ("limit=abc", "limit"),
     ("limit=999999999999", "limit"), ("limit=1&limit=2", "limit"), ("limt=1", "limt"), ("cursor=x", "cursor"),
     ("cursor=%00", "cursor"), ("archived=1", "archived"), ("cursor=" + "A" * 3000, "cursor"),
     ("limit=%EF%BC%91", "limit")],
)  # fmt: skip
async def test_wrong_parameters_are_422(admin: Api, query: str, parameter: str) -> None:
    body = check_problem(await admin("GET", f"members?{query}"), 422)
    assert body["errors"][0]["parameter"] == parameter
    if body["errors"][0]["code"] == "UNKNOWN_FIELD":
        assert body["errors"][0]["detail"] == "there is no such parameter"


async def test_mass_assignment_is_refused(admin: Api) -> None:
    made = (await admin("POST", "members", {"name": "a"})).json()
    for name in ("id", "tenant_id", "version", "created_at", "archived_at", "user_id", "status", "expected_version"):
        check_problem(await admin("PATCH", f"members/{made['id']}", {"name": "b", name: "x"}), 422)
        check_problem(await admin("POST", "members", {"name": "b", name: "x"}), 422)
    assert (await admin("GET", f"members/{made['id']}")).json()["name"] == "a"


async def test_the_request_id_is_echoed_when_it_is_sane(client: httpx.AsyncClient) -> None:
    assert (await client.get("/livez", headers={"X-Request-Id": "a.B-9_"})).headers["x-request-id"] == "a.B-9_"
    for wrong in ("a b", "x" * 129, "", "ä", "a\r\nSet-Cookie: x=y"):
        answer = await client.get("/livez", headers=[(b"X-Request-Id", wrong.encode())])
        assert answer.headers["x-request-id"] != wrong
        assert len(answer.headers["x-request-id"]) == 32


async def test_answers_tell_browsers_and_caches_what_to_leave(admin: Api, client: httpx.AsyncClient) -> None:
    headers = (await admin("GET", "/v1/me")).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    page = await client.get("/docs")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    for name in ("swagger-ui.css", "swagger-ui-bundle.js", "docs.js"):
        assert (await client.get(f"/docs/{name}")).status_code == 200
    check_problem(await client.get("/docs/app.py"), 404)


async def test_a_failure_is_masked_and_told_by_its_request_id(
    app: FastAPI, admin: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("api.rest.answering.etag_of", fail)
    answer = await admin("GET", "/v1/me")
    body = check_problem(answer, 500)
    assert "secret words" not in answer.text
    assert body["request_id"] in body["detail"]


async def test_a_list_is_walked_page_by_page(admin: Api, tenant: TestTenant) -> None:
    for number in range(7):
        await admin("POST", "members", {"name": f"m{number}"})
    path, seen = "members?limit=5", []
    while True:
        answer = await admin("GET", path)
        seen += [row["id"] for row in answer.json()["data"]]
        if answer.json()["next_cursor"] is None:
            assert "link" not in answer.headers
            break
        link = answer.headers["link"]
        assert link.endswith('>; rel="next"')
        path = link[1:].partition(">")[0].removeprefix(BASE)
    assert len(seen) == len(set(seen)) == 12
    cursor = (await admin("GET", "members?limit=5")).json()["next_cursor"]
    check_problem(await admin("GET", f"api-keys?cursor={cursor}"), 422)
    check_problem(await admin("GET", f"members?archived=true&cursor={cursor}"), 422)


async def test_links_come_from_the_settings_and_never_from_the_host_header(admin: Api) -> None:
    told = {"Host": "evil.example", "X_Forwarded_Host": "evil.example", "X_Forwarded_Proto": "gopher"}
    made = await admin("POST", "members", {"name": "a"}, **told)
    assert made.headers["location"].startswith(f"{BASE}/v1/tenants/")
    assert "evil.example" not in (await admin("GET", "members?limit=1", **told)).headers["link"]
    assert "evil.example" not in (await admin.client.get("/openapi.json", headers={"Host": "evil.example"})).text
