"""Behind a TLS proxy with a path prefix, whether the proxy takes the prefix off or not."""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI

from domain.kernel.ids import uuid7
from domain.kernel.settings import Settings
from tests.api.conftest import application, provider_setting
from tests.conftest import OPERATOR_KEY, Cluster, SettableClock

PUBLIC = "https://milepost.example.com/app"


@pytest.fixture
async def app(cluster: Cluster, settings: Settings, clock: SettableClock, issuer: str) -> AsyncIterator[FastAPI]:
    own = cluster.settings(
        "common",
        MILEPOST_PUBLIC_URL=PUBLIC,
        MILEPOST_IDENTITY_PROVIDERS=provider_setting(issuer, "one", "two"),
        MILEPOST_TRUSTED_PROXIES="10.0.0.0/8",
    )
    async with application(own, clock) as running:
        yield running


def caller(app: FastAPI, address: str = "10.1.1.1") -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=(address, 1))
    return httpx.AsyncClient(transport=transport, base_url="https://milepost.example.com")


@pytest.mark.parametrize("prefix", ["", "/app"])
async def test_paths_work_with_and_without_the_prefix(app: FastAPI, prefix: str) -> None:
    async with caller(app) as client:
        for path in ("/livez", "/readyz", "/docs", "/openapi.json", "/"):
            assert (await client.get(prefix + path)).status_code == 200, path
        assert (await client.get(f"{prefix}/v1/me")).status_code == 401
        assert 'href="/app/docs/swagger-ui.css"' in (await client.get(f"{prefix}/docs")).text
        assert (await client.get("/application/livez")).status_code == 404


async def test_every_address_is_the_public_one(app: FastAPI) -> None:
    async with caller(app) as client:
        told = {"Authorization": f"Bearer {OPERATOR_KEY}", "Host": "internal:9000"}
        for letter in "pq":
            slug = f"{letter}{uuid7().hex[-20:]}"
            made = await client.post("/app/v1/tenants", json={"slug": slug, "name": "P"}, headers=told)
        assert made.headers["location"].startswith(f"{PUBLIC}/v1/tenants/tenant_")
        following = await client.get("/app/v1/tenants?limit=1", headers=told)
        assert following.headers["link"].startswith(f"<{PUBLIC}/v1/tenants?limit=1&cursor=")
        assert (await client.get("/app/v1/me")).json()["type"] == f"{PUBLIC}/problems/UNAUTHENTICATED"
        assert (await client.get("/app/openapi.json")).json()["servers"][0]["url"] == PUBLIC


async def test_cookies_are_pinned_to_the_host_and_redirects_are_public(app: FastAPI) -> None:
    async with caller(app) as client:
        begun = await client.get("/app/auth/login?provider=one")
        query = parse_qs(urlsplit(begun.headers["location"]).query)
        assert query["redirect_uri"] == [f"{PUBLIC}/auth/callback/one"]
        cookie = begun.headers["set-cookie"]
        assert cookie.startswith("__Host-milepost-login-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert begun.headers["strict-transport-security"] == "max-age=31536000"


async def test_with_several_providers_one_is_chosen(app: FastAPI) -> None:
    async with caller(app) as client:
        page = (await client.get("/auth/login", params={"return_to": "/app/x?a=<b>", "tenant": "t"})).text
        assert 'href="/app/auth/login?return_to=%2Fapp%2Fx%3Fa%3D%3Cb%3E&amp;tenant=t&amp;provider=two"' in page
        names = [row["name"] for row in (await client.get("/auth/providers")).json()["data"]]
        assert names == ["one", "two"]


async def test_a_login_at_one_provider_is_not_finished_by_another(app: FastAPI) -> None:
    async with caller(app) as client:
        begun = await client.get("/auth/login?provider=one")
        state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
        answer = await client.get("/auth/callback/two", params={"state": state, "code": "x"})
        assert answer.status_code == 400


@pytest.mark.parametrize(
    ("peer", "forwarded", "seen"),
    [
        ("10.1.1.1", "203.0.113.9", "203.0.113.9"), ("10.1.1.1", "198.51.100.1, 203.0.113.9, 10.2.2.2", "203.0.113.9"),
        ("10.1.1.1", "::ffff:203.0.113.9", "203.0.113.9"), ("203.0.113.7", "10.9.9.9", "203.0.113.7"),
        ("10.1.1.1", "nonsense", "10.1.1.1"), ("10.1.1.1", None, "10.1.1.1"),
    ],
)  # fmt: skip
async def test_the_callers_address_is_told_by_trusted_proxies_only(
    app: FastAPI, peer: str, forwarded: str | None, seen: str
) -> None:
    found = []

    async def note(scope: dict[str, object], receive: object, send: object) -> None:
        found.append(scope["client"])

    from api.middleware.address import ClientAddress

    middleware = ClientAddress(note, app.state.runtime.settings.trusted_proxies)  # type: ignore[arg-type]  # a probe
    headers = [] if forwarded is None else [(b"x-forwarded-for", forwarded.encode())]
    scope = {"type": "http", "client": (peer, 1), "headers": headers}
    await middleware(scope, None, None)  # type: ignore[arg-type]  # a probe
    assert found[0][0] == seen  # type: ignore[index]  # a pair
