"""What is told over several ventures is told of those that the caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.kernel.ids import split_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller
from tests.graph.asking import Reader
from tests.graph.test_walls import restricted_to

TEXT = """{ tenant { brierScore brierBasis calibration { forecasts } }
    riskAppetites { nodes { venture { id } expectedLoss isBreached } } }"""


async def test_calibration_and_appetite_tell_a_restricted_caller_of_its_ventures_alone(
    reader_of: Callable[[Principal], Reader], runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    ours, others = await caller.venture("Ours"), await caller.venture("Others")
    loss = {"low": "20000", "likely": "20000", "high": "20000"}
    for venture, probability in ((ours, "0.1"), (others, "0.9")):
        for ended in (True, False):
            risk = await caller.risk(venture)
            await caller.ask("assess_risk", risk_id=risk, probability=probability, impact=loss)
            if ended:
                await caller.ask("update_risk", id=risk, status="closed")
    await caller.ask("set_risk_appetite", amount="5000")
    await caller.ask("set_risk_appetite", venture_id=others, amount="1")

    async def seen(principal: Principal) -> tuple[Any, ...]:
        data = await reader_of(principal)(TEXT)
        forecasts = [band["forecasts"] for band in data["tenant"]["calibration"]]
        nodes = {(node["expectedLoss"], node["isBreached"]) for node in data["riskAppetites"]["nodes"]}
        return data["tenant"]["brierScore"], data["tenant"]["brierBasis"]["forecasts"], forecasts, nodes

    whole = tenant.principal()
    assert await seen(whole) == ("0.410000", 2, [1, 1], {("20000.00", True), ("18000.00", True)})
    assert await seen(restricted_to(whole, ours)) == ("0.010000", 1, [1], {("2000.00", False)})
    assert await seen(restricted_to(whole)) == (None, 0, [], {("0.00", False)})


async def test_a_cascade_does_not_tell_a_restricted_caller_of_another_ventures_risk(
    reader_of: Callable[[Principal], Reader], runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    ours, others = await caller.venture("Ours"), await caller.venture("Others")
    cause, near, far = [await caller.risk(ours, title) for title in ("Cause", "Near", "Far")]
    for one, other in ((cause, near), (near, far)):
        await caller.ask("add_risk_cause", risk_id=one, follows_id=other)
    async with superuser(runtime.settings) as database:  # no command leads a link out of its venture
        moved = "UPDATE risk SET venture_id = $3 WHERE tenant_id = $1 AND id = $2"
        await database.execute(moved, tenant.id, split_id(far)[1], split_id(others)[1])

    async def seen(principal: Principal) -> list[str]:
        data = await reader_of(principal)("query ($id: ID!) { risk(id: $id) { cascade { title } } }", id=cause)
        return [step["title"] for step in data["risk"]["cascade"]]

    assert await seen(tenant.principal()) == ["Near", "Far"]
    assert await seen(restricted_to(tenant.principal(), ours)) == ["Near"]


async def test_the_health_of_rules_is_told_of_the_ventures_that_the_caller_may_see(
    reader_of: Callable[[Principal], Reader], runtime: Runtime, tenant: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    ours, others = await caller.venture("Ours"), await caller.venture("Others")
    await caller.ask("configure_rule", code="milestone.overdue", hold_seconds=60)
    async with superuser(runtime.settings) as database:
        for venture, failures, error in ((ours, 1, "our error"), (others, 4, "their error")):
            await database.execute(
                "INSERT INTO rule_health (tenant_id, rule, venture_id, failures, error) VALUES ($1, $2, $3, $4, $5)",
                *(tenant.id, "milestone.overdue", split_id(venture)[1], failures, error),
            )

    async def seen(principal: Principal) -> set[tuple[int, str | None]]:
        health = "failures lastError"
        data = await reader_of(principal)(
            f"{{ rules {{ nodes {{ {health} }} }} tenant {{ builtInRules {{ code {health} }} }} }}"
        )
        shown = [rule for rule in data["tenant"]["builtInRules"] if rule["code"] == "milestone.overdue"]
        return {(rule["failures"], rule["lastError"]) for rule in [*data["rules"]["nodes"], *shown]}

    whole = tenant.principal()
    assert await seen(whole) == {(4, "their error")}
    assert await seen(restricted_to(whole, ours)) == {(1, "our error")}
    assert await seen(restricted_to(whole)) == {(0, None)}
