"""Exposure follows the register: by venture, then for the tenant, once for the same inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from domain.kernel.ids import parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.workers.conftest import relay_all, rows
from workers.exposures import work_out_exposures

THREE = (("0.3", "100000"), ("0.1", "500000"), ("0.6", "40000"))
ASKED = """{
  tenant { exposure { p80 risks } }
  ventures { nodes { exposure { expected p50 p80 p95 risks withoutLoss draws curve { loss probability } }
    risks(orderBy: [{field: EXPECTED_LOSS, direction: DESC}]) { nodes { p80Share } } } }
}"""


@pytest.fixture
def caller(runtime: Runtime, tenant: TestTenant) -> Caller:
    """The tenant's owner."""
    return Caller(runtime, tenant.principal())


async def _register(caller: Caller) -> tuple[str, list[str]]:
    venture = await caller.venture()
    risks = []
    for probability, loss in THREE:
        risks.append(await caller.risk(venture))
        three = {"low": loss, "likely": loss, "high": loss}
        await caller.ask("assess_risk", risk_id=risks[-1], probability=probability, impact=three)
    return venture, risks


async def _all(runtime: Runtime, tenant: TestTenant) -> int:
    await relay_all(runtime, tenant)
    count = 0
    while done := await work_out_exposures(runtime, tenant.id):
        count += done
    return count


async def _read(runtime: Runtime, principal: Principal) -> Any:
    return await Reader(runtime, Engine(runtime), principal)(ASKED)


async def test_three_risks_are_worked_out_exactly_and_read(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, caller: Caller
) -> None:
    venture, _ = await _register(caller)
    assert await _all(runtime, tenant) == 2  # the venture, then the tenant
    found = await _read(runtime, caller.principal)
    assert found["tenant"]["exposure"] == {"p80": "140000.00", "risks": 3}
    (read,) = found["ventures"]["nodes"]
    exposure = read["exposure"]
    assert {name: exposure[name] for name in ("expected", "p50", "p80", "p95")} == {
        "expected": "104000.00", "p50": "40000.00", "p80": "140000.00", "p95": "540000.00",
    }  # fmt: skip
    assert (exposure["draws"], exposure["withoutLoss"]) == (0, 0)
    assert {"loss": "140000.00", "probability": "0.100000"} in exposure["curve"]
    assert [node["p80Share"] for node in read["risks"]["nodes"]] == ["40000.00", "100000.00", "40000.00"]
    assert (await _read(runtime, stranger.principal()))["tenant"]["exposure"] is None
    restricted = replace(caller.principal, venture_ids=frozenset({parse_id("venture", venture)}))
    found = await _read(runtime, restricted)
    assert found["tenant"]["exposure"] is None and found["ventures"]["nodes"][0]["exposure"] is not None


async def test_opportunities_cost_nothing_and_stand_in_no_matrix(
    runtime: Runtime, tenant: TestTenant, caller: Caller, clock: SettableClock
) -> None:
    venture, _ = await _register(caller)
    hope = await caller.risk(venture, kind="opportunity")
    gain = {"low": "900000", "likely": "900000", "high": "900000"}
    await caller.ask("assess_risk", risk_id=hope, probability="0.9", impact=gain)
    await _all(runtime, tenant)
    (read,) = (await _read(runtime, caller.principal))["ventures"]["nodes"]
    assert (read["exposure"]["expected"], read["exposure"]["risks"]) == ("104000.00", 3)
    clock.forward(minutes=1)
    reader = Reader(runtime, Engine(runtime), caller.principal)
    for argument in ("", '(asOf: "-PT0S")'):
        (read,) = (await reader(f"{{ ventures{argument} {{ nodes {{ riskMatrix {{ count }} }} }} }}"))["ventures"][
            "nodes"
        ]
        assert sum(cell["count"] for cell in read["riskMatrix"]) == 3, argument


async def test_the_same_inputs_are_not_worked_out_twice(runtime: Runtime, tenant: TestTenant, caller: Caller) -> None:
    _, risks = await _register(caller)
    await _all(runtime, tenant)
    stamp = "SELECT computed_at FROM exposure WHERE tenant_id = $1 AND venture_id IS NOT NULL"
    before = await rows(runtime, tenant, stamp, tenant.id)
    await caller.ask("update_risk", id=risks[0], title="Another name")
    assert await _all(runtime, tenant) == 1
    assert await rows(runtime, tenant, stamp, tenant.id) == before


async def test_closed_risks_leave_the_exposure_and_lose_their_share(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    _, risks = await _register(caller)
    await _all(runtime, tenant)
    for risk in risks:
        await caller.ask("archive_risk", id=risk)
    await _all(runtime, tenant)
    (left,) = await rows(
        runtime, tenant, "SELECT p95, risks FROM exposure WHERE tenant_id = $1 AND subject_id <> $1", tenant.id
    )
    assert (left["p95"], left["risks"]) == (0, 0)
    assert await rows(runtime, tenant, "SELECT 1 FROM risk_share WHERE tenant_id = $1", tenant.id) == []


async def test_an_opportunity_is_no_loss(runtime: Runtime, tenant: TestTenant, caller: Caller) -> None:
    venture, _ = await _register(caller)
    chance = await caller.risk(venture, kind="opportunity")
    gain = {"low": "900000", "likely": "900000", "high": "900000"}
    await caller.ask("assess_risk", risk_id=chance, probability="0.9", impact=gain)
    await _all(runtime, tenant)
    found = await rows(runtime, tenant, "SELECT expected, risks FROM exposure WHERE tenant_id = $1", tenant.id)
    assert {(row["expected"], row["risks"]) for row in found} == {(104_000, 3)}


async def test_what_is_too_large_to_store_is_noted_and_keeps_nobody_waiting(
    runtime: Runtime, tenant: TestTenant, caller: Caller
) -> None:
    most = "9999999999999999.99"
    for losses in ((most, most), ("1", "2")):
        venture = await caller.venture()
        for loss in losses:
            risk, three = await caller.risk(venture), {"low": loss, "likely": loss, "high": loss}
            await caller.ask("assess_risk", risk_id=risk, probability="1", impact=three)
    assert await _all(runtime, tenant) >= 2
    stored = await rows(runtime, tenant, "SELECT p95 FROM exposure WHERE tenant_id = $1", tenant.id)
    assert [row["p95"] for row in stored] == [3]
    noted = "SELECT error FROM work WHERE tenant_id = $1 AND kind = 'exposure' AND error IS NOT NULL"
    assert {"limits" in row["error"] for row in await rows(runtime, tenant, noted, tenant.id)} == {True}
