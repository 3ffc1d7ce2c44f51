"""The real application on the common database, called in memory; and a real OpenID provider beside it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.inputs import Input
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import OPERATOR_KEY, Cluster, KeepingRuntime, SettableClock, TestTenant

BASE = "http://localhost:8000"


@pytest.fixture(scope="session")
def issuer() -> Iterator[str]:
    """The development provider, as a process of its own."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "-p", str(port), "-H", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{address}/.well-known/openid-configuration", trust_env=False)
                break
            except httpx.HTTPError:
                assert time.monotonic() < deadline
                assert process.poll() is None
        yield address
    finally:
        process.terminate()
        process.wait()


def provider_setting(issuer: str, *names: str) -> str:
    """The setting of one provider under each name."""
    return json.dumps(
        [
            {"name": name, "issuer": issuer, "client_id": "milepost", "client_secret": "s3cret"}
            for name in names or ("dev",)
        ]
    )


@asynccontextmanager
async def application(
    settings: Settings, clock: SettableClock, runtime_of: KeepingRuntime = Runtime.of
) -> AsyncIterator[FastAPI]:
    """A running application with the test's clock."""
    runtime = runtime_of(settings)
    runtime.clock = clock
    app = create_app(settings, runtime)
    try:
        async with app.router.lifespan_context(app):
            yield app
    finally:
        await runtime.close()


@pytest.fixture
async def app(
    cluster: Cluster, settings: Settings, clock: SettableClock, issuer: str, runtime_of: KeepingRuntime
) -> AsyncIterator[FastAPI]:
    """The application, with one provider."""
    own = cluster.settings("common", MILEPOST_IDENTITY_PROVIDERS=provider_setting(issuer))
    async with application(own, clock, runtime_of) as running:
        yield running


def browser(app: FastAPI, **options: Any) -> httpx.AsyncClient:
    """A caller with a cookie jar of its own."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=BASE, **options)


@dataclass
class Api:
    """Calls the application with one key."""

    client: httpx.AsyncClient
    key: str
    tenant: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """One request; `path` may begin below the tenant. Header names with underscores."""
        told = {"Authorization": f"Bearer {self.key}"} | self.headers
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        address = path if path.startswith("/") else f"/v1/tenants/{self.tenant}/{path}".rstrip("/")
        if body is None:
            return await self.client.request(method, address, headers=told)
        if isinstance(body, bytes):
            told = {"Content-Type": "application/json"} | told
            return await self.client.request(method, address, headers=told, content=body)
        return await self.client.request(method, address, headers=told, json=body)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A caller without credentials."""
    async with browser(app) as made:
        yield made


@pytest.fixture
def operator(client: httpx.AsyncClient) -> Api:
    """The operator."""
    return Api(client, OPERATOR_KEY)


MakeKey = Callable[..., Awaitable[Api]]


@pytest.fixture
def key_of(client: httpx.AsyncClient, runtime: Runtime) -> MakeKey:
    """Makes a key of a member of a tenant: `await key_of(tenant, "admin")`."""

    async def make(tenant: TestTenant, role: str = "owner", **given: Any) -> Api:
        done = await run(runtime, tenant, role, "create_api_key", title="test", **({"role": role} | given))
        return Api(client, done.shown_once["key"], f"tenant_{tenant.id.hex}")

    return make


async def run(runtime: Runtime, tenant: TestTenant, as_role: str, command: str, /, **given: Any) -> Any:
    """Run a command as a member of a role."""
    declared = COMMANDS[command]
    model: type[Input] = declared.input
    return await execute(runtime, tenant.principal(Role(as_role)), declared, model(**given))
