"""From a write's commit to the committed row of its alert, and which stage the time is spent in.

Risks turn critical at 50 writes a second, and a process of its own connections follows with the stations of a worker:
told over Redis, one turn after the other. Each stage is stamped from outside, around the functions of the stations.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from bisect import bisect_right
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, unit_of_work
from domain.risks.assessing import AssessRisk, assess_risk
from domain.risks.tables import Risk, RiskScore
from workers.claims import Claim
from workers.lines import Line, Station
from workers.monitor import AT_A_TURN, QUEUE, look_at, monitor
from workers.relay import relay
from workers.running import run_due
from workers.sealing import seal

WRITES_A_SECOND = 50
PATIENCE_SECONDS = 30
"""After the last write: by then every write must have its alert."""
STAGES = ("wake heard", "relayed", "claimed", "evaluated", "committed")


@dataclass
class Look:
    """One look of the monitor at the venture: its own instant, and when it was claimed, evaluated and committed."""

    now: datetime
    claimed: float
    evaluated: float = 0.0
    committed: float = 0.0


@dataclass
class Trace:
    """What was seen, as seconds of one clock."""

    written: dict[UUID, float] = field(default_factory=dict)
    heard: list[float] = field(default_factory=list)
    relayed: dict[UUID, float] = field(default_factory=dict)
    looks: list[Look] = field(default_factory=list)

    def stages(self, risk_id: UUID, fired_at: datetime) -> list[float]:
        """How long a write was in each stage.

        What a look sees that was claimed for an earlier write skips the stages that it did not wait for.
        """
        look = self.looks[bisect_right(self.looks, fired_at, key=lambda look: look.now) - 1]
        written = self.written[risk_id]
        heard = next((at for at in self.heard if at >= written), look.claimed)
        passed = [heard, self.relayed[risk_id], look.claimed, look.evaluated, look.committed]
        for place in range(len(passed) - 1, 0, -1):
            passed[place - 1] = min(passed[place - 1], passed[place])
        reached = [written, *(max(written, at) for at in passed)]
        return [after - before for before, after in pairwise(reached)]


async def measure_latency(runtime: Runtime, tenant_id: UUID, venture_id: UUID, seconds: float) -> None:
    """Print the waits, and each stage's share of them."""
    ids = await _risks(runtime, tenant_id, venture_id, int(WRITES_A_SECOND * seconds))
    trace, worker = Trace(), Runtime.of(runtime.settings)
    stop = asyncio.Event()
    working = [asyncio.create_task(one) for one in _stations(worker, trace, stop)]
    await asyncio.sleep(0.5)  # subscribed
    try:
        await _write(runtime, tenant_id, ids, trace)
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not set(ids) <= (fired := await _fired(runtime, tenant_id)).keys():
                await asyncio.sleep(0.2)
    finally:
        stop.set()
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)
        await worker.close()
    _tell([trace.stages(risk_id, fired[risk_id]) for risk_id in ids])


async def _risks(runtime: Runtime, tenant_id: UUID, venture_id: UUID, count: int) -> list[UUID]:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        ids = [work.new(Risk, venture_id=venture_id, title="W", category="legal", opened_at=work.now).id
               for _ in range(count)]  # fmt: skip
        await work.flush()
        for risk_id in ids:
            work.session.add(RiskScore(tenant_id=tenant_id, risk_id=risk_id))
    while (await relay(runtime, tenant_id)).more:
        pass
    while await monitor(runtime, tenant_id):
        pass
    return ids


def _stations(runtime: Runtime, trace: Trace, stop: asyncio.Event) -> list[Coroutine[Any, Any, None]]:
    """A worker's relay and monitor, as in `workers.main`, each turn stamped."""

    async def relaying(tenant_id: UUID) -> bool:
        done = await relay(runtime, tenant_id)
        now = time.perf_counter()
        for _, event in done.events:
            trace.relayed.setdefault(event.subject_id, now)
        if done.events:
            await seal(runtime, tenant_id)
        return done.more

    async def looking(tenant_id: UUID) -> bool:
        async def look(work: Work, claim: Claim) -> datetime | None:
            seen = Look(work.now, time.perf_counter())
            due = await look_at(work, claim)
            seen.evaluated = time.perf_counter()
            trace.looks.append(seen)
            return due

        taken = await run_due(runtime, tenant_id, QUEUE, look, AT_A_TURN)
        for seen in trace.looks:
            seen.committed = seen.committed or time.perf_counter()
        return taken >= AT_A_TURN

    lines = [
        Line(Station("relay", "event", frozenset({"relay"}), relaying)),
        Line(Station("monitor", "work", frozenset({"monitor"}), looking)),
    ]

    async def hear() -> None:
        async for kind, tenant_id in runtime.wakes.heard():
            if kind == "relay":
                trace.heard.append(time.perf_counter())
            for line in lines:
                if kind in line.station.wakes:
                    line.add(tenant_id)

    return [hear(), *(line.serve(stop) for line in lines)]


async def _write(runtime: Runtime, tenant_id: UUID, ids: Sequence[UUID], trace: Trace) -> None:
    owner = Principal(tenant_id, ActorKind.API_KEY, Role.OWNER, tenant_id)
    began = time.perf_counter()
    for number, risk_id in enumerate(ids):
        await asyncio.sleep(max(0.0, began + number / WRITES_A_SECOND - time.perf_counter()))
        async with unit_of_work(runtime, owner) as work:
            await assess_risk(work, AssessRisk(risk_id=risk_id, probability_level=5, impact_level=5))
        trace.written[risk_id] = time.perf_counter()


async def _fired(runtime: Runtime, tenant_id: UUID) -> dict[UUID, datetime]:
    """When the alerts of critical risks fired."""
    async with runtime.database.reading(tenant_id) as connection:
        rows = await connection.fetch(
            "SELECT subject_id, fired_at FROM alert WHERE tenant_id = $1 AND rule = 'risk.level_critical' "
            "AND state = 'firing'",
            tenant_id,
        )
    return {row["subject_id"]: row["fired_at"] for row in rows}


def _tell(passed: Sequence[Sequence[float]]) -> None:
    waits = sorted(sum(stages) for stages in passed)
    whole = sum(waits)
    print(
        f"commit to alert at {WRITES_A_SECOND} writes a second: median {statistics.median(waits) * 1000:.0f} ms, "
        f"p99 {waits[int(len(waits) * 0.99) - 1] * 1000:.0f} ms"
    )
    for place, name in enumerate(STAGES):
        times = [stages[place] for stages in passed]
        print(f"    {name:14}{sum(times) / whole:6.0%}{statistics.median(times) * 1000:8.1f} ms")
