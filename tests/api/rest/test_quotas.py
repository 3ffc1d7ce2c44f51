"""Limits over both APIs: told, refused in words that programs read, and changed by operators only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.kernel.metrics import Metric
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.plan_tables import UsageMetric
from domain.tenancy.plans import settle_plans
from domain.tenancy.usage import add_to_days
from tests.api.conftest import Api, MakeKey
from tests.conftest import OPERATOR_KEY, SettableClock, TestTenant
from tests.domain.tenancy.limits import limit

CREATE = """mutation ($key: String!) { createVenture(input: {name: "V", key: $key}) {
    venture { id } userErrors { code message path quota { metric limit used } } } }"""
QUOTAS = "{ tenant { plan quotas { metric limit softLimit used source } } }"


@pytest.fixture
def operators(operator: Api, tenant: TestTenant) -> Api:
    """The operator within the tenant."""
    return Api(operator.client, OPERATOR_KEY, f"tenant_{tenant.id.hex}")


async def graphql(asking: Api, document: str, **variables: Any) -> dict[str, Any]:
    answer = await asking("POST", "/graphql", {"query": document, "variables": variables})
    told: dict[str, Any] = answer.json()
    return told


async def test_a_refusal_tells_metric_limit_and_use_in_both_apis(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    await limit(runtime, tenant, Metric.VENTURES, 1)
    assert (await key("POST", "ventures", {"name": "One", "key": "ONE"})).status_code == 201
    answer = await key("POST", "ventures", {"name": "Two", "key": "TWO"}, Idempotency_Key="two")
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (403, "QUOTA_EXCEEDED")
    assert (problem["metric"], problem["limit"], problem["used"]) == ("ventures", 1, 1)
    assert "1 of 1 ventures" in problem["detail"]
    told = await graphql(key, CREATE, key="THREE")
    [error] = told["data"]["createVenture"]["userErrors"]
    assert (error["code"], error["path"]) == ("QUOTA_EXCEEDED", [])
    assert error["quota"] == {"metric": "VENTURES", "limit": 1, "used": 1}
    assert len((await key("GET", "ventures")).json()["data"]) == 1
    await limit(runtime, tenant, Metric.VENTURES, 2)
    again = await key("POST", "ventures", {"name": "Two", "key": "TWO"}, Idempotency_Key="two")
    assert again.status_code == 201, "a refusal is not kept under its idempotency key"


async def test_both_apis_show_the_same_limits_and_what_is_used_of_them(
    key_of: MakeKey, operators: Api, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    assert (await operators("POST", "plan", {"plan": "free"})).json()["plan"] == "free"
    answer = await operators("PUT", "quotas/ventures", {"limit": 7})
    assert answer.json() == {"metric": "ventures", "limit": 7, "soft_limit": 6, "used": 0, "source": "override"}
    listed = (await key("GET", "quotas")).json()
    assert listed["next_cursor"] is None
    by_metric = {each["metric"]: each for each in listed["data"]}
    assert by_metric["members"] == {
        "metric": "members",
        "limit": 5,
        "soft_limit": 4,
        "used": 5,
        "source": "plan",
    }
    assert by_metric["api_cost_per_minute"]["used"] is None
    told = (await graphql(key, QUOTAS))["data"]["tenant"]
    assert told["plan"] == "free"
    assert {
        each["metric"].lower(): (each["limit"], each["softLimit"], each["used"], each["source"].lower())
        for each in told["quotas"]
    } == {name: (each["limit"], each["soft_limit"], each["used"], each["source"]) for name, each in by_metric.items()}
    assert (await operators("DELETE", "quotas/ventures")).json()["limit"] == 3
    assert (await operators("POST", "plan", {"plan": "unlimited"})).json()["plan"] == "unlimited"
    without = {each["metric"]: each for each in (await key("GET", "quotas")).json()["data"]}
    assert (without["members"]["limit"], without["members"]["used"]) == (None, 5), "what there is is told all the same"


async def test_only_operators_change_limits_and_only_administrators_of_the_tenant_read_them(
    key_of: MakeKey, operators: Api, tenant: TestTenant, stranger: TestTenant
) -> None:
    admin, manager, other = (
        await key_of(tenant, "admin"),
        await key_of(tenant, "manager"),
        await key_of(stranger),
    )
    owner = await key_of(tenant)
    for method, path, body in (
        ("PUT", "quotas/ventures", {"limit": 100}),
        ("DELETE", "quotas/ventures", None),
        ("POST", "quotas/recount", None),
        ("POST", "plan", {"plan": "team"}),
        ("PUT", "/v1/plans/team", {"title": "x", "limits": {}}),
        ("GET", "/v1/plans", None),
        ("GET", "/v1/plans/team", None),
    ):
        assert (await owner(method, path, body)).status_code == 403, path
    assert (await admin("GET", "quotas")).status_code == 200
    assert (await manager("GET", "quotas")).status_code == 403
    assert (await graphql(manager, QUOTAS))["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    theirs = await other("GET", f"/v1/tenants/tenant_{tenant.id.hex}/quotas")
    assert (theirs.status_code, theirs.json()["code"]) == (404, "NOT_FOUND")
    assert (await operators("PUT", "quotas/nothing", {"limit": 1})).status_code == 404
    for limit_ in (-1, 2**31, "many", 1.5):
        refused = await operators("PUT", "quotas/ventures", {"limit": limit_})
        assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/limit"), limit_
    assert (await operators("POST", "plan", {"plan": "none"})).status_code == 404
    assert (await other("GET", "quotas")).json()["data"][0]["source"] == "plan"


async def test_a_changed_plan_comes_to_all_tenants_that_have_it_and_to_no_other(
    key_of: MakeKey, operator: Api, operators: Api, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    code = f"p{tenant.id.hex[-12:]}"
    made = await operator("PUT", f"/v1/plans/{code}", {"title": "Own", "limits": {"ventures": 10, "members": 9}})
    assert (made.status_code, made.headers["ETag"]) == (200, '"1"')
    await operators("POST", "plan", {"plan": code})
    await operators("PUT", "quotas/members", {"limit": 100})
    stale = await operator("PUT", f"/v1/plans/{code}", {"title": "Own", "limits": {}}, If_Match='"7"')
    assert stale.status_code == 412
    changed = await operator("PUT", f"/v1/plans/{code}", {"title": "Own", "limits": {"ventures": 4}}, If_Match='"1"')
    assert (changed.json()["version"], changed.json()["settled"]) == (2, False)
    assert await settle_plans(runtime) >= 1
    shown = (await operator("GET", f"/v1/plans/{code}")).json()
    assert (shown["settled"], shown["limits"]["ventures"], shown["limits"]["members"]) == (True, 4, None)
    listed = {each["metric"]: each["limit"] for each in (await operators("GET", "quotas")).json()["data"]}
    assert (listed["ventures"], listed["members"]) == (4, 100)
    theirs = (await (await key_of(stranger))("GET", "quotas")).json()["data"]
    assert {each["limit"] for each in theirs} == {None}
    refused = await operator("PUT", "/v1/plans/unlimited", {"title": "Unlimited", "limits": {"ventures": 1}})
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/limits")


async def test_a_tenant_is_made_on_a_plan(operator: Api) -> None:
    slug = f"plan-{id(operator)}"
    body = {"slug": slug, "name": "Planned", "plan": "free", "owner": {"name": "Ann", "email": f"ann@{slug}.example"}}
    made = await operator("POST", "/v1/tenants", body)
    assert (made.status_code, made.json()["plan"]) == (201, "free")
    quotas = (await operator("GET", f"/v1/tenants/{made.json()['id']}/quotas")).json()["data"]
    assert [(each["limit"], each["used"]) for each in quotas if each["metric"] == "members"] == [(5, 1)]
    unknown = await operator("POST", "/v1/tenants", body | {"slug": f"{slug}-2", "plan": "none"})
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (404, "/plan")


async def test_an_operator_recounts_and_is_told_what_was_wrong(
    operators: Api, runtime: Runtime, tenant: TestTenant
) -> None:
    await limit(runtime, tenant, Metric.MEMBERS, 10)
    assert (await operators("POST", "quotas/recount")).json()["drifts"] == []


async def test_usage_is_the_same_in_both_apis_within_the_days_that_are_asked_for(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    key, other, viewer = await key_of(tenant), await key_of(stranger), await key_of(tenant, "viewer")
    today = runtime.clock.now().date()

    async def act(work: Work) -> None:
        sums = {(today - timedelta(days=ago), UsageMetric.API_COST): 3_000_000_000 + ago for ago in (0, 1, 29, 31)}
        await add_to_days(work, sums)

    await perform(runtime, tenant.principal(), act)
    listed = (await key("GET", "usage")).json()["data"]
    assert [each["amount"] for each in listed] == [3_000_000_029, 3_000_000_001, 3_000_000_000]
    since = (today - timedelta(days=31)).isoformat()
    assert len((await key("GET", f"usage?since={since}")).json()["data"]) == 4
    told = await graphql(key, '{ tenant { usage(since: "-P1D") { day metric amount } } }')
    assert told["data"]["tenant"]["usage"] == [
        {"day": each["day"], "metric": "API_COST", "amount": str(each["amount"])} for each in listed[1:]
    ]
    assert (await other("GET", "usage")).json()["data"] == []
    assert (await viewer("GET", "usage")).status_code == 403
    assert (await graphql(viewer, '{ tenant { usage(since: "-P1D") { day } } }'))["errors"]
    for query in ("since=2020-01-01", f"since={today}&until={since}", "since=yesterday"):
        refused = await key("GET", f"usage?{query}")
        assert (refused.status_code, refused.json()["errors"][0]["parameter"]) == (422, "since"), query


async def test_the_rate_limit_of_a_tenant_follows_its_quota(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    await limit(runtime, tenant, Metric.API_COST_PER_MINUTE, 60)
    key, other = await key_of(tenant), await key_of(stranger)
    document = {"query": "{ ventures(first: 10) { nodes { id name } } }"}
    answers = [await key("POST", "/graphql", document) for _ in range(30)]
    assert '"cost-by-tenant";q=60;' in answers[0].headers["RateLimit-Policy"]
    assert {answer.status_code for answer in answers} == {200, 429}
    assert (await other("POST", "/graphql", document)).status_code == 200
    dear = {"query": "{ ventures(first: 100) { nodes { id risks(first: 10) { nodes { id } } } } }"}
    refused = await key("POST", "/graphql", dear)
    assert refused.status_code == 429 and "may spend 60 cost a minute" in refused.text
    await limit(runtime, tenant, Metric.API_COST_PER_MINUTE, None)
    fresh = await key_of(tenant)  # what is known of a key is kept for four seconds
    clock.forward(minutes=1)  # a larger bucket fills as it would
    assert (await fresh("POST", "/graphql", dear)).status_code == 200
