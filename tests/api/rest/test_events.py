"""What was missed can be pulled: the bodies and ids that webhooks send, in order, and no more than one may read."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from api.events.catalogue import catalogue
from api.events.pulling import PULL, WINDOW, Wanted, arguments_of
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.contract.gathering import own_statements
from workers.relay import relay


async def relay_all(runtime: Runtime, tenant: TestTenant) -> None:
    while (await relay(runtime, tenant.id)).more:
        pass


async def make(by: Api, collection: str, /, **body: Any) -> str:
    answer = await by("POST", collection, body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def pull(key: Api, **query: Any) -> dict[str, Any]:
    answer = await key("GET", f"/v1/events?{httpx.QueryParams(query)}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_the_same_bodies_and_ids_as_webhooks_send_in_order(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    for payload in ("full", "thin"):
        await make(key, "webhook-endpoints", url="https://a.example/", event_types=["*"], payload=payload, role="owner")
    venture = await make(key, "ventures", name="Helio", key="HELIO")
    await make(key, "risks", venture_id=venture, title="The licence lapses", category="legal")
    await relay_all(runtime, tenant)
    async with runtime.database.reading(tenant.id) as connection:
        rows = await connection.fetch(
            "SELECT b.event_id, b.form, b.body FROM event_body b WHERE b.tenant_id = $1", tenant.id
        )
    for payload in ("full", "thin"):
        sent = {row["event_id"]: json.loads(row["body"]) for row in rows if row["form"] == f"{payload}:owner"}
        pulled = (await pull(key, payload=payload))["data"]
        assert {each.pop("id"): each for each in pulled} == {
            external_id("event", id): body for id, body in sent.items()
        }
        numbers = [each["sequence"] for each in pulled]
        assert numbers == list(range(1, len(numbers) + 1))


async def test_pages_follow_one_another_until_there_is_nothing_newer(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    for number in range(3):
        await make(key, "ventures", name=f"V{number}", key=f"V{number}")
    await relay_all(runtime, tenant)
    whole = await pull(key)
    found, page = [], await pull(key, limit=2)
    while page["data"] or page["next_after"] < page["newest"]:
        assert len(page["data"]) <= 2
        found += page["data"]
        page = await pull(key, limit=2, after=page["next_after"])
    assert found == whole["data"]
    assert page["next_after"] == page["newest"] == whole["newest"] == found[-1]["sequence"]


async def test_only_the_types_and_the_venture_that_were_asked_for(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    one, other = [await make(key, "ventures", name=name, key=name) for name in ("ONE", "TWO")]
    await make(key, "risks", venture_id=one, title="Theirs", category="legal")
    await relay_all(runtime, tenant)
    assert {each["type"] for each in (await pull(key, types="venture.*,risk.created"))["data"]} == {
        "venture.created",
        "risk.created",
    }
    assert [each["data"]["id"] for each in (await pull(key, venture=other))["data"]] == [other]
    assert (await pull(key, venture=external_id("venture", tenant.id)))["data"] == []


async def test_who_may_not_read_something_is_not_told_of_it(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, operator: Api
) -> None:
    owner, viewer = await key_of(tenant), await key_of(tenant, "viewer")
    await relay_all(runtime, tenant)
    assert any(each["type"].startswith("api_key.") for each in (await pull(owner))["data"])
    shown = (await pull(viewer))["data"]
    assert shown
    assert all("viewer" in catalogue()[each["type"]].roles for each in shown)
    scoped = await key_of(tenant, "owner", scopes=["member:read"])
    assert (await scoped("GET", "/v1/events")).status_code == 403
    asked = await operator("GET", f"/v1/tenants/{owner.tenant}/events")
    assert [each["id"] for each in asked.json()["data"]][: len(shown)]
    assert (await operator("GET", "/v1/events")).status_code == 403


async def test_what_is_no_longer_kept_is_said_to_be_gone(
    key_of: MakeKey, runtime: Runtime, settings: Settings, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    await relay_all(runtime, tenant)
    async with superuser(settings) as database:
        await database.execute("DELETE FROM event WHERE tenant_id = $1 AND sequence <= 3", tenant.id)
    answer = await key("GET", "/v1/events?after=2")
    assert (answer.status_code, answer.json()["code"]) == (410, "EVENTS_GONE")
    assert (await pull(key, after=3))["data"][0]["sequence"] == 4
    assert (await pull(key))["data"][0]["sequence"] == 4


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("after=99999", "after"),
        ("after=-1", "after"),
        ("after=x", "after"),
        (f"after={'9' * 19}", "after"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("types=venture.sold", "types"),
        ("types=risk.created,", "types"),
        ("venture=risk_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d", "venture"),
        ("wait=21", "wait"),
        ("payload=fat", "payload"),
        ("cursor=x", "cursor"),
    ],
)
async def test_a_wrong_parameter_is_named(key_of: MakeKey, tenant: TestTenant, query: str, parameter: str) -> None:
    key = await key_of(tenant)
    answer = await key("GET", f"/v1/events?{query}")
    assert answer.status_code == 422, answer.text
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


async def test_who_waits_is_answered_when_something_happens_that_is_asked_for(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    await relay_all(runtime, tenant)
    begun = await pull(key)
    waiting = asyncio.create_task(pull(key, after=begun["next_after"], wait=20, types="venture.*"))
    await make(key, "teams", name="Others", function="business")
    await relay_all(runtime, tenant)
    venture = await make(key, "ventures", name="Helio", key="HELIO")
    await relay_all(runtime, tenant)
    [event] = (await waiting)["data"]
    assert (event["type"], event["data"]["id"]) == ("venture.created", venture)


async def test_types_are_listed_and_read_one_by_one(key_of: MakeKey, tenant: TestTenant) -> None:
    key = await key_of(tenant, "viewer")
    listed = (await key("GET", "/v1/event-types")).json()["data"]
    assert [each["type"] for each in listed] == sorted(catalogue())
    one = next(each for each in listed if each["type"] == "api_key.created")
    assert one["roles"] == ["owner", "admin"]
    read = (await key("GET", one["url"].removeprefix("http://localhost:8000"))).json()
    assert read["schema"] == catalogue()["api_key.created"].document()
    assert read["example_body"]["type"] == "api_key.created"
    assert (await key("GET", "/v1/event-types/venture.sold")).status_code == 404


async def test_the_call_on_the_page_about_webhooks_is_answered(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    key = await key_of(tenant)
    await relay_all(runtime, tenant)
    page = (Path(__file__).parents[3] / "docs" / "webhooks.md").read_text("utf-8")
    [call] = re.findall(r'"\$URL(/v1/events\?[^"]+)"', page)
    answer = await key("GET", call.replace("4711", "0").replace("wait=20", "wait=0"))
    assert answer.status_code == 200, answer.text


_MORE = """
INSERT INTO event (tenant_id, id, type, subject_type, subject_id, data, actor, occurred_at, sequence)
SELECT $1, CAST(left($3, 24) || lpad(to_hex(n), 12, '0') AS uuid), 'venture.updated', 'venture', $1, '{}', '{}',
  now(), n
FROM generate_series(1, $2::bigint) n"""


@pytest.fixture
def cloned(clone: Callable[..., Settings]) -> Settings:
    return clone()


async def test_a_look_reads_a_bounded_part_of_a_hundred_times_the_data(
    cloned: Settings,
) -> None:
    """Nothing that it finds may cost more than its window, whatever lies before, behind and beside that."""
    runtime = Runtime.of(cloned)
    try:
        tenant, stranger = await make_tenant(runtime), await make_tenant(runtime)
        async with superuser(cloned) as database:
            for owner in (tenant, stranger):
                await database.execute(_MORE, owner.id, 10 * WINDOW, str(owner.id))
            await database.execute("ANALYZE event")
        arguments = arguments_of(tenant.principal(), WINDOW, 2 * WINDOW, Wanted(("risk.assessed",)))
        async with runtime.database.reading(tenant.id) as connection:
            with own_statements():
                told = await connection.fetchval(f"EXPLAIN (ANALYZE, FORMAT JSON) {PULL}", *arguments)
                await asyncio.sleep(0)  # the driver tells of its last statement in the next turn of the loop
    finally:
        await runtime.close()
    scans = [
        node for node in _nodes(orjson.loads(told)[0]["Plan"]) if node.get("Relation Name", "").startswith("event")
    ]
    assert scans
    for node in scans:
        read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        assert read <= WINDOW, read
        assert node["Node Type"] != "Seq Scan" or not read, node  # partitions of other months are empty


def _nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for below in plan.get("Plans", ()) for node in _nodes(below))]
