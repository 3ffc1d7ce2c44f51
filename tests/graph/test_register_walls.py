"""What is summed over ventures is summed over those that the caller may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
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
    assert await seen(restricted_to(whole)) == (None, 0, [], {("0", False)})
