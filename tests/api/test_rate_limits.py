"""Who asks for more than a minute's share is told so in headers, in GraphQL's form and as problem details."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI

from api.allowance import shared
from tests.api.conftest import Api, MakeKey, application, browser
from tests.conftest import Cluster, SettableClock, TestTenant

LIMITS = {
    "MILEPOST_COST_LIMIT_BY_KEY": "200000",
    "MILEPOST_COST_LIMIT_BY_TENANT": "300000",
    "MILEPOST_REQUEST_LIMIT_BY_KEY": "60",
    "MILEPOST_REQUEST_LIMIT_BY_TENANT": "90",
}
LARGE = "{ risks(first: 200) { nodes { " + " ".join(f"a{n}: title" for n in range(400)) + " } } }"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every draw is waited for, however busy the machine is: what is shared can be counted exactly."""
    monkeypatch.setattr(shared, "LONGEST_WAIT", 10.0)
    monkeypatch.setattr(shared, "LONGEST_DRAW", 10.0)


@pytest.fixture
async def processes(cluster: Cluster, settings: Any, clock: SettableClock) -> AsyncIterator[list[FastAPI]]:
    """Two processes of one installation."""
    own = cluster.settings("common", **LIMITS)
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(application(own, clock)) for _ in range(2)]


async def ask(api: Api, document: str, **headers: str) -> Any:
    return await api("POST", "/graphql", {"query": document}, **headers)


async def test_two_processes_count_one_keys_cost_and_refuse_in_graphqls_form(
    processes: list[FastAPI], key_of: MakeKey, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    key, other = await key_of(tenant), await key_of(stranger)
    async with browser(processes[0]) as one, browser(processes[1]) as two:
        there, beside = replace(key, client=one), replace(key, client=two)
        cost = (await ask(there, LARGE)).json()["extensions"]["cost"]
        assert cost == {"requested": cost["requested"], "limit": 200_000, "remaining": 200_000 - cost["requested"]}
        assert cost["requested"] * 3 > 200_000
        assert (await ask(beside, LARGE)).status_code == 200
        for accept in ("application/json", "application/graphql-response+json"):
            refused = await ask(beside, LARGE, Accept=accept)
            assert refused.status_code == 429
            assert refused.headers["content-type"] == f"{accept}; charset=utf-8"
            assert int(refused.headers["retry-after"]) > 0
            (error,) = refused.json()["errors"]
            assert error["extensions"]["code"] == "RATE_LIMITED"
            assert error["extensions"]["cost"]["requested"] == cost["requested"]
            assert error["extensions"]["cost"]["remaining"] < cost["requested"]
            assert "data" not in refused.json()
        assert '"cost-by-key";q=200000;w=60;qu="cost"' in refused.headers["ratelimit-policy"]
        assert refused.headers["ratelimit"].startswith('"cost-by-key";r=')
        stranger_asks = replace(other, client=two)
        assert (await ask(stranger_asks, LARGE)).json()["extensions"]["cost"]["remaining"] == cost["remaining"]
        clock.forward(seconds=int(refused.headers["retry-after"]))
        assert (await ask(beside, LARGE)).status_code == 200


async def test_a_tenants_keys_have_one_bucket_together(
    processes: list[FastAPI], key_of: MakeKey, tenant: TestTenant
) -> None:
    async with browser(processes[0]) as client:
        keys = [replace(await key_of(tenant), client=client) for _ in range(3)]
        answers = [(await ask(key, LARGE)).status_code for key in keys for _ in range(2)]
    assert answers == [200, 200, 200, 429, 429, 429]


async def test_a_dry_run_costs_nothing_and_a_refused_document_something(
    processes: list[FastAPI], key_of: MakeKey, tenant: TestTenant
) -> None:
    async with browser(processes[0]) as client:
        key = replace(await key_of(tenant), client=client)
        dry = (await ask(key, LARGE, dryRun="true")).json()["extensions"]["cost"]
        assert dry["remaining"] == 200_000
        wrong = (await ask(key, "{ nonsense }")).json()["errors"][0]["extensions"]["cost"]
        assert wrong == {"requested": 100, "limit": 200_000, "remaining": 199_900}
        for _ in range(2):
            left = (await ask(key, LARGE)).json()["extensions"]["cost"]["remaining"]
        for _ in range(left // 100):
            assert (await ask(key, "{ nonsense }")).status_code == 200
        assert (await ask(key, "{ nonsense }")).status_code == 429


async def test_rest_counts_requests_and_refuses_as_problem_details(
    processes: list[FastAPI], key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    async with browser(processes[0]) as one, browser(processes[1]) as two:
        key, other = await key_of(tenant), await key_of(stranger)
        first = await replace(key, client=one)("GET", "risks")
        assert first.headers["ratelimit"] == '"requests-by-key";r=59;t=1, "requests-by-tenant";r=89;t=1'
        assert first.headers["ratelimit-policy"].startswith('"requests-by-key";q=60;w=60;qu="requests", ')
        answers = [await replace(key, client=(one, two)[turn % 2])("GET", "risks") for turn in range(70)]
        refused = answers[-1]
        assert sum(answer.status_code == 200 for answer in answers) in range(49, 60)
        assert refused.status_code == 429
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.json()["code"] == "RATE_LIMITED"
        assert refused.headers["retry-after"] == "1"
        assert refused.headers["ratelimit"].startswith('"requests-by-key";r=0;t=60')
        assert (await ask(replace(key, client=one), "{ viewer { role } }")).status_code == 200
        missing = await replace(other, client=one)("GET", "risks/risk_" + "0" * 32)
        assert missing.status_code == 404
        assert missing.headers["ratelimit"].startswith('"requests-by-key";r=59')


async def test_whoever_is_not_known_is_told_nothing_of_limits(processes: list[FastAPI]) -> None:
    async with browser(processes[0]) as client:
        for answer in (
            await client.post("/graphql", json={"query": "{ viewer { role } }"}),
            await client.get("/v1/me"),
        ):
            assert answer.status_code == 401
            assert "ratelimit" not in answer.headers
