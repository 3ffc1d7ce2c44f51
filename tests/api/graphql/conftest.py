"""`/graphql` by itself, called in memory; the caller is named by a header instead of a key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request

from api.graphql.http import graphql_routes
from api.middleware.context import RequestContext
from domain.kernel.errors import Forbidden, Unauthenticated
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"


@dataclass
class Wire:
    """Sends requests as one tenant."""

    client: httpx.AsyncClient
    tenant: TestTenant
    role: str = "owner"

    async def __call__(self, method: str = "POST", **options: Any) -> httpx.Response:
        """One request."""
        headers = {"x-tenant": self.tenant.id.hex, "x-role": self.role} | options.pop("headers", {})
        return await self.client.request(method, options.pop("path", "/graphql"), headers=headers, **options)

    async def ask(self, text: str, /, **variables: Any) -> Any:
        """The body of an ordinary operation."""
        answer = await self(json={"query": text, "variables": variables})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def as_(self, role: str, tenant: TestTenant | None = None) -> Wire:
        """Another role, or another tenant."""
        return replace(self, role=role, tenant=tenant or self.tenant)


@pytest.fixture
async def wire(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> AsyncIterator[Wire]:
    """The tenant's owner."""
    tenants = {made.id.hex: made for made in (tenant, stranger)}

    async def principal_of(request: Request) -> Principal:
        role = request.headers["x-role"]
        if role == "nobody":
            raise Unauthenticated("nobody is signed in")
        principal = tenants[request.headers["x-tenant"]].principal(role)
        return replace(principal, session_id=UUID(int=1)) if "cookie" in request.headers else principal

    def check_origin(request: Request) -> None:
        if request.headers.get("origin") != "http://localhost":
            raise Forbidden("with a session, changes are taken only from our own pages")

    routes = graphql_routes(runtime, principal_of, check_origin)
    app = Starlette(routes=routes, middleware=[Middleware(RequestContext, base_url="http://localhost")])
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        yield Wire(client, tenant)
