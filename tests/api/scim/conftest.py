"""The application on the common database, asked by a directory of people that has a key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import orjson
import pytest
from fastapi import FastAPI

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import application, browser, run
from tests.conftest import SettableClock, TestTenant

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"
BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest"
SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest"


@dataclass
class Directory:
    """A directory of people: asks as they do, and holds every answer to the protocol's form."""

    client: httpx.AsyncClient
    key: str

    async def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """One request below `/scim/v2`; header names with underscores."""
        told = {"Authorization": f"Bearer {self.key}"} | {
            name.replace("_", "-"): each for name, each in headers.items()
        }
        if body is not None and "content-type" not in told:
            told["content-type"] = "application/scim+json"
        content = body if isinstance(body, bytes) or body is None else orjson.dumps(body)
        answer = await self.client.request(method, f"/scim/v2{path}", headers=told, content=content)
        if answer.status_code not in (204, 304):
            assert answer.headers["content-type"] == "application/scim+json", answer.text
        if answer.status_code >= 400:
            told_error = answer.json()
            assert told_error["schemas"] == [ERROR]
            assert told_error["status"] == str(answer.status_code)
            assert told_error["detail"]
            assert answer.status_code < 500, answer.text
        return answer

    async def user(self, email: str, **more: Any) -> dict[str, Any]:
        """A new user."""
        answer = await self("POST", "/Users", {"schemas": [USER], "userName": email, **more})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def group(self, name: str, *member_ids: str, **more: Any) -> dict[str, Any]:
        """A new group."""
        members = [{"value": each} for each in member_ids]
        answer = await self("POST", "/Groups", {"schemas": [GROUP], "displayName": name, "members": members, **more})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def patch(self, path: str, *operations: dict[str, Any], **headers: str) -> httpx.Response:
        """A change."""
        return await self("PATCH", path, {"schemas": [PATCH], "Operations": list(operations)}, **headers)

    async def get(self, path: str) -> dict[str, Any]:
        """What is read."""
        answer = await self("GET", path)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def names(self, path: str, filter: str, **query: str) -> list[str]:
        """The userNames or displayNames that a filter finds."""
        answer = await self("GET", f"{path}?{httpx.QueryParams({'filter': filter, **query})}")
        assert answer.status_code == 200, answer.text
        return [each.get("userName") or each["displayName"] for each in answer.json().get("Resources", [])]


@pytest.fixture
async def scim_app(settings: Settings, clock: SettableClock) -> AsyncIterator[FastAPI]:
    """The application."""
    async with application(settings, clock) as running:
        yield running


@pytest.fixture
async def caller(scim_app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A caller without credentials."""
    async with browser(scim_app) as made:
        yield made


async def directory_of(
    caller: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant, role: str = "admin"
) -> Directory:
    """A directory with a key of a member of a role."""
    done = await run(runtime, tenant, role, "create_api_key", title="Directory", role=Role(role), scopes=["scim:write"])
    return Directory(caller, done.shown_once["key"])


@pytest.fixture
async def directory(caller: httpx.AsyncClient, runtime: Runtime, tenant: TestTenant) -> Directory:
    """The directory of the tenant, with an administrator's key."""
    return await directory_of(caller, runtime, tenant)
