"""Nothing that a cookie authorises is done for a page of another site; every route that changes something is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
from fastapi import FastAPI
from starlette.routing import Route

from domain.kernel.ids import HEX_EXAMPLE
from tests.api.auth.signing_in import ORIGIN, fresh
from tests.conftest import TestTenant

COOKIELESS = {
    "/auth/device": "a program begins; no cookie is looked at",
    "/auth/device/token": "a program polls; no cookie is looked at",
    "/auth/backchannel-logout/{provider}": "the provider speaks, by a signed token",
    "/mail/confirm": "the link of a mail speaks, which is signed",
    "/mail/unsubscribe": "the link of a mail speaks, which is signed",
}
"""Routes at which no cookie authorises anything, and why."""

FOREIGN = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:8000.evil.example"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "https://localhost:8000"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8000"},
    {"Sec-Fetch-Site": "none"},
    {},
)


def writing_routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every method and path of the application that may change something."""
    for route in app.routes:
        if isinstance(route, Route):
            for method in sorted((route.methods or set()) - {"GET", "HEAD", "OPTIONS"}):
                yield method, route.path


async def test_every_route_that_changes_something_refuses_other_sites(
    app: FastAPI, person: httpx.AsyncClient, tenant: TestTenant
) -> None:
    routes = [(method, path) for method, path in writing_routes(app) if path not in COOKIELESS]
    assert len(routes) > 100
    assert {"/auth/logout", "/auth/switch", "/auth/select", "/auth/device/decide"} <= {path for _, path in routes}
    for number, (method, path) in enumerate(routes):
        address = path.replace("{tenant_id}", f"tenant_{tenant.id.hex}")
        address = re.sub(r"\{[a-z_:]+\}", f"risk_{HEX_EXAMPLE}", address)
        headers = FOREIGN[number % len(FOREIGN)]
        answer = await person.request(method, address, json={}, headers=headers)
        assert answer.status_code in (400, 401, 403), (method, path, headers, answer.text)
        if answer.status_code != 403:  # where nobody is asked for a session, or the cookie counts for nothing
            assert path in ("/auth/select",) or path.startswith("/scim/"), (method, path, answer.text)
    assert (await fresh(person)).status_code == 200


async def test_other_sites_neither_sign_out_nor_ask_graphql(person: httpx.AsyncClient) -> None:
    for headers in FOREIGN:
        assert (await person.post("/auth/logout", headers=headers)).status_code == 403
        assert (await person.get("/auth/logout", headers=headers)).status_code == 200
        asked = {"query": "{ viewer { role } }"}
        assert (await person.post("/graphql", json=asked, headers=headers)).status_code == 403
    assert (await fresh(person)).status_code == 200


async def test_what_a_form_of_another_site_can_send_is_no_graphql(person: httpx.AsyncClient) -> None:
    ended = "mutation { endOtherSessions(input: {}) { ended } }"
    for media_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": media_type} | ORIGIN
        answer = await person.post("/graphql", content=f'{{"query": "{ended}"}}'.encode(), headers=headers)
        assert answer.status_code == 415
    assert (await person.get("/graphql", params={"query": ended})).status_code == 405


async def test_basic_credentials_do_not_stand_in_for_an_origin(person: httpx.AsyncClient) -> None:
    """Browsers add those to any request, once somebody was brought to an address that holds them."""
    for value in ("Basic eDp5", "Negotiate x"):
        answer = await person.post("/auth/logout", headers={"Authorization": value, "Origin": "https://evil.example"})
        assert answer.status_code == 401
    assert (await fresh(person)).status_code == 200


async def test_every_page_of_sign_in_is_neither_framed_cached_nor_told_as_referrer(
    app: FastAPI, person: httpx.AsyncClient
) -> None:
    pages = [route.path for route in app.routes if isinstance(route, Route) and route.path.startswith("/auth/")]
    seen = 0
    for path in pages:
        answer = await person.get(path.replace("{provider}", "dev"))
        assert answer.headers["cache-control"] == "no-store", path
        assert answer.headers["referrer-policy"] == "no-referrer", path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        if answer.headers.get("content-type", "").startswith("text/html"):
            seen += 1
            assert answer.headers["x-frame-options"] == "DENY", path
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy, path
            assert "frame-ancestors 'none'" in policy, path
            assert "script" not in answer.text.lower(), path
    assert seen >= 4
