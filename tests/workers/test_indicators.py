"""Trends are worked out after readings, and sources are asked once an interval, as guardedly as webhooks are sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import orjson
import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Invalid
from domain.kernel.ids import external_id
from domain.kernel.outbound.resolving import Resolver
from domain.kernel.outward import instant_text
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import KeyRing
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import Receiver, Request, answer, rows
from workers.outbound import Outbound
from workers.pulls import pull
from workers.trends import work_out_trends

WEEKLY = ["0.912", "0.915", "0.909", "0.906", "0.907", "0.899", "0.901", "0.893", "0.890", "0.886"]


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner."""
    return Caller(runtime, tenant.principal())


@pytest.fixture
async def outbound(runtime: Runtime) -> AsyncIterator[Outbound]:
    """What the worker asks sources with."""
    resolver = Resolver()
    settings = runtime.settings
    made = Outbound(resolver, settings.webhook_allowed_networks, settings.webhook_allow_http)
    yield made
    made.close()
    resolver.close()


async def _indicator(caller: Caller, **more: Any) -> str:
    given = {
        "name": "Accuracy",
        "direction": "lower_is_worse",
        "critical": "0.87",
        "venture_id": await caller.venture(),
    }
    return external_id("indicator", await caller.make("create_indicator", **given | more))


async def test_a_falling_trend_and_its_crossing_are_stored(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    indicator = await _indicator(caller)
    begin = clock.now() - timedelta(weeks=9)
    readings = [{"at": instant_text(begin + timedelta(weeks=n)), "value": v} for n, v in enumerate(WEEKLY)]
    await caller.ask("record_readings", indicator_id=indicator, readings=readings)
    assert await work_out_trends(runtime, tenant.id) == 1
    (trend,) = await rows(runtime, tenant, "SELECT * FROM indicator_trend WHERE tenant_id = $1", tenant.id)
    assert (trend["direction"], trend["readings"]) == ("falling", 10)
    assert float(trend["slope_per_day"]) == pytest.approx(-0.000457, abs=5e-7)
    assert abs((trend["crosses_critical_on"] - (begin + timedelta(days=104.8)).date()).days) <= 1
    assert trend["crosses_critical_earliest"] < trend["crosses_critical_on"] < trend["crosses_critical_latest"]
    marked = "SELECT count(*) AS n FROM work WHERE tenant_id = $1 AND kind = 'monitor' AND due IS NOT NULL"
    assert (await rows(runtime, tenant, marked, tenant.id))[0]["n"] == 1
    assert await work_out_trends(runtime, tenant.id) == 0


async def test_a_source_is_asked_once_an_interval(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock, receiver: Receiver, outbound: Outbound
) -> None:
    await _indicator(caller, source_url=receiver.url, source_pointer="/data/0/accuracy", source_token="s3cret")
    body = orjson.dumps({"data": [{"accuracy": 0.905}]})
    receiver.usual = lambda request: answer(200, body=body)
    assert await pull(runtime, tenant.id, outbound) == 1
    assert await pull(runtime, tenant.id, outbound) == 0
    clock.forward(days=7)
    assert await pull(runtime, tenant.id, outbound) == 1
    values = await rows(runtime, tenant, "SELECT value::text FROM reading WHERE tenant_id = $1", tenant.id)
    assert [row["value"] for row in values] == ["0.905000", "0.905000"]
    assert {request.headers["authorization"] for request in receiver.requests} == {"Bearer s3cret"}


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (answer(500), "status 500"),
        (answer(302, "location: http://127.0.0.1:1/\r\n"), "status 302"),
        (answer(200, body=b"<html>"), "no JSON"),
        (answer(200, body=b'{"value": "high"}'), "no number"),
        (answer(200, body=b'{"value": true}'), "no number"),
        (answer(200, body=b'{"value": NaN}'), "no JSON"),
        (answer(200, body=b'{"other": 1}'), "nothing at /value"),
        (answer(200, body=b'{"value": 1, "more": "' + b"x" * 20_000 + b'"}'), "no JSON of at most"),
    ],
)
async def test_what_gives_no_reading_is_told_and_asked_again(
    runtime: Runtime,
    tenant: TestTenant,
    caller: Caller,
    clock: SettableClock,
    receiver: Receiver,
    outbound: Outbound,
    reply: bytes,
    told: str,
) -> None:
    await _indicator(caller, source_url=receiver.url, source_pointer="/value")

    def usual(request: Request) -> bytes:
        return reply

    receiver.usual = usual
    await pull(runtime, tenant.id, outbound)
    (last,) = await rows(runtime, tenant, "SELECT error FROM indicator_pull WHERE tenant_id = $1", tenant.id)
    assert told in last["error"]
    assert await rows(runtime, tenant, "SELECT 1 FROM reading WHERE tenant_id = $1", tenant.id) == []
    clock.forward(hours=1)
    assert await pull(runtime, tenant.id, outbound) == 1


async def test_a_source_that_was_taken_away_is_not_asked(
    runtime: Runtime, tenant: TestTenant, caller: Caller, receiver: Receiver, outbound: Outbound
) -> None:
    indicator = await _indicator(caller, source_url=receiver.url)
    await caller.ask("update_indicator", id=indicator, source_url=None)
    await pull(runtime, tenant.id, outbound)
    assert receiver.requests == []


async def test_a_kept_token_is_sent_to_no_other_host(
    runtime: Runtime, tenant: TestTenant, caller: Caller, receiver: Receiver, outbound: Outbound
) -> None:
    indicator = await _indicator(caller, source_url="http://127.0.0.1:8001/accuracy", source_token="s3cret")
    contributor = Caller(runtime, tenant.principal(Role.CONTRIBUTOR))
    with pytest.raises(Invalid) as refused:
        await contributor.ask("update_indicator", id=indicator, source_url=receiver.url)
    assert refused.value.problems[0].path == ("source_token",)
    await contributor.ask("update_indicator", id=indicator, source_url="http://127.0.0.1:8001/other")
    await contributor.ask("update_indicator", id=indicator, source_url=None)
    await contributor.ask("update_indicator", id=indicator, source_url=receiver.url)
    await pull(runtime, tenant.id, outbound)
    assert [request.headers.get("authorization") for request in receiver.requests] == [None]
    with pytest.raises(Invalid):
        await _indicator(caller, source_token="s3cret")


async def test_a_source_whose_token_cannot_be_read_says_so(
    runtime: Runtime, tenant: TestTenant, caller: Caller, receiver: Receiver, outbound: Outbound, clock: SettableClock
) -> None:
    await _indicator(caller, source_url=receiver.url, source_token="s3cret")
    await pull(replace(runtime, keys=KeyRing.parse(f"new:{'A' * 43}=")), tenant.id, outbound)
    assert receiver.requests == []
    (last,) = await rows(runtime, tenant, "SELECT error FROM indicator_pull WHERE tenant_id = $1", tenant.id)
    assert "token cannot be read" in last["error"]
    clock.forward(hours=1)
    assert await pull(runtime, tenant.id, outbound) == 1


async def test_a_restored_indicator_is_asked_again_and_another_name_asks_nobody(
    runtime: Runtime, tenant: TestTenant, caller: Caller, receiver: Receiver, outbound: Outbound
) -> None:
    receiver.usual = lambda request: answer(200, body=b"0.9123456789")
    indicator = await _indicator(caller, source_url=receiver.url)
    await caller.ask("archive_indicator", id=indicator)
    await pull(runtime, tenant.id, outbound)
    assert receiver.requests == []
    await caller.ask("restore_indicator", id=indicator)
    assert await pull(runtime, tenant.id, outbound) == 1
    values = await rows(runtime, tenant, "SELECT value::text FROM reading WHERE tenant_id = $1", tenant.id)
    assert [row["value"] for row in values] == ["0.912346"], "rounded to what is kept"
    await caller.ask("update_indicator", id=indicator, name="Accuracy by hospital")
    assert await pull(runtime, tenant.id, outbound) == 0
