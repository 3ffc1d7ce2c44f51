"""Whoever uses what is on its way out is told: since when, until when, and what to use instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

import httpx
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from api.middleware.context import NamedRoute
from api.openapi import openapi_document
from api.rest.deprecated import Deprecated
from api.rest.operation import Operation, answer
from api.rest.routes import all_operations
from tests.api.conftest import BASE, MakeKey
from tests.conftest import TestTenant

LEAVING = Deprecated(since=date(2026, 12, 1), until=date(2027, 6, 30), use="get_me")


def leaving() -> Operation:
    """`GET /v1/me` as it was called once."""
    me = next(operation for operation in all_operations() if operation.id == "get_me")
    return replace(me, id="get_myself", path="/v1/myself", deprecated=LEAVING)


async def test_every_answer_says_since_when_and_until_when(
    app: FastAPI, client: httpx.AsyncClient, key_of: MakeKey, tenant: TestTenant
) -> None:
    operation = leaving()

    async def endpoint(request: Request) -> Response:
        return await answer(operation, request)

    app.router.routes.append(NamedRoute(operation.path, endpoint, methods=["GET"]))
    admin = await key_of(tenant, "admin")
    for answered, status in ((await admin("GET", "/v1/myself"), 200), (await client.get("/v1/myself"), 401)):
        assert answered.status_code == status
        since = int(answered.headers["Deprecation"].removeprefix("@"))
        assert datetime.fromtimestamp(since, UTC) == datetime(2026, 12, 1, tzinfo=UTC)
        assert parsedate_to_datetime(answered.headers["Sunset"]) == datetime(2027, 6, 30, 23, 59, 59, tzinfo=UTC)
    other = await admin("GET", "/v1/me")
    assert "Deprecation" not in other.headers


def test_the_reference_names_the_replacement_and_the_day() -> None:
    document = openapi_document(BASE, (*all_operations(), leaving()))
    told = document["paths"]["/v1/myself"]["get"]
    assert told["deprecated"] is True
    assert told["description"].endswith("Deprecated since 2026-12-01. Use `get_me`. Removed after 2027-06-30.")
    assert {"Deprecation", "Sunset"} <= told["responses"]["200"]["headers"].keys()
    used = {operation["operationId"] for methods in document["paths"].values() for operation in methods.values()}
    assert LEAVING.use in used
