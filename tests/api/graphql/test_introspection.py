"""Introspection can be turned off; who may call still gets the schema, and `__typename` still works."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from domain.kernel.settings import Settings
from tests.api.conftest import Api, MakeKey, application, browser
from tests.conftest import Cluster, SettableClock, TestTenant
from tests.graph.printed import printed_schema, sdl


@pytest.fixture
async def key(
    cluster: Cluster, settings: Settings, clock: SettableClock, key_of: MakeKey, tenant: TestTenant
) -> AsyncIterator[Api]:
    """A key in an installation without introspection."""
    own = cluster.settings("common", MILEPOST_INTROSPECTION="0")
    made = await key_of(tenant, "viewer")
    async with application(own, clock) as app, browser(app) as client:
        yield Api(client, made.key, made.tenant)


async def test_where_it_is_off_only_typename_is_answered(key: Api) -> None:
    for text in ("{ __schema { queryType { name } } }", '{ __type(name: "Risk") { name } }', "{ ...A } fragment A on "
                 "Query { __schema { types { name } } }"):  # fmt: skip
        refused = await key("POST", "/graphql", {"query": text}, Accept="application/graphql-response+json")
        assert refused.status_code == 400
        assert "data" not in refused.json()
    answer = await key("POST", "/graphql", {"query": "{ __typename viewer { __typename role } }"})
    assert answer.json()["data"] == {"__typename": "Query", "viewer": {"__typename": "Viewer", "role": "VIEWER"}}


async def test_the_schema_is_still_there_for_who_may_call(key: Api) -> None:
    answer = await key("GET", "/graphql/schema")
    assert answer.status_code == 200
    assert answer.text == sdl()
    assert printed_schema()
    assert answer.headers["ratelimit"]
    nobody = await key.client.get("/graphql/schema")
    assert (nobody.status_code, nobody.json()["code"]) == (401, "UNAUTHENTICATED")
