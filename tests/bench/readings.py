"""A thousand readings in one request, beside the same one by one."""

from __future__ import annotations

import time
from datetime import timedelta
from statistics import median

import domain.commands  # noqa: F401  # every command is declared
from domain.indicators.readings import MOST
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from tests.bench.ground import Ground

ROUNDS = 3
ALONE = 200
"""How many are sent one by one in a round; their time is taken for a thousand."""


async def measure_readings(ground: Ground) -> None:
    """Print how much quicker they are together, the commands run in one process: no HTTP weighs on either."""
    together, alone = [], []
    for _ in range(ROUNDS):
        together.append(await _seconds(ground, MOST, MOST))
        alone.append(await _seconds(ground, ALONE, 1) * MOST / ALONE)
    ratio = median(alone) / median(together)
    print(
        f"\n{MOST} readings: {median(together) * 1000:.0f} ms in one request, "
        f"{median(alone) * 1000:.0f} ms one by one\n"
        f"{'one request is so much quicker (at least 20)':60}{ratio:20.1f}",
        flush=True,
    )


async def _seconds(ground: Ground, count: int, size: int) -> float:
    """How long it takes to record so many readings of a new indicator, `size` in each request."""
    indicator = await _indicator(ground)
    now = ground.runtime.clock.now()
    readings = [
        {"at": outward(now - timedelta(minutes=count - number)), "value": f"0.{900 + number % 90}"}
        for number in range(count)
    ]
    command = COMMANDS["record_readings"]
    requests = [
        command.input.model_validate({"indicator_id": indicator, "readings": readings[start : start + size]})
        for start in range(0, count, size)
    ]
    began = time.perf_counter()
    for request in requests:
        await execute(ground.runtime, ground.owner, command, request)
    return time.perf_counter() - began


async def _indicator(ground: Ground) -> str:
    connection = await ground.connect()
    await connection.execute(f"BEGIN; SET LOCAL app.tenant_id = '{ground.tenant}'")
    first = await connection.fetchval("SELECT id FROM venture WHERE tenant_id = $1 LIMIT 1", ground.tenant)
    await connection.close()
    command = COMMANDS["create_indicator"]
    given = {"venture_id": external_id("venture", first), "name": "Accuracy", "direction": "lower_is_worse"}
    given |= {"warning": "0.9", "critical": "0.87"}
    done = await execute(ground.runtime, ground.owner, command, command.input.model_validate(given))
    return external_id("indicator", done.ids["indicator"])
