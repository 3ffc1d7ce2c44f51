"""A worker that dies at any step between a write and its webhook costs time, and neither an alert nor an event."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.cli.processes import milepost, read_until
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.installation import eventually
from tests.faults.receiver import Receiver

STEPS = (
    "relay.after_deliveries",
    "relay.after_commit",
    "monitor.before_commit",
    "delivery.after_claim",
    "delivery.after_answer",
    "delivery.after_store",
)
"""In the order in which a worker comes to them; where one died, the next takes up what it left."""

KILLED = 137
LEASE_SECONDS = 120
"More than any lease: the clock is moved on by it after each death."


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


class Workers:
    """Workers of one database, whose clock can be moved."""

    def __init__(self, cluster: Cluster, settings: Settings, folder: Path) -> None:
        database = settings.database_url.rpartition("?")[0].rpartition("/")[2]
        self._clock = folder / "clock"
        self._moved = 0
        self._clock.write_text("0")
        self.environment = cluster.environment(
            database, MILEPOST_CLOCK_FILE=str(self._clock), MILEPOST_DATA_DIR=str(folder), MILEPOST_LOG_FORMAT="console"
        )

    def outlive(self, seconds: int = LEASE_SECONDS) -> None:
        """Move the clock, past every lease unless said."""
        self._moved += seconds
        self._clock.write_text(str(self._moved))

    def until_death(self, step: str) -> None:
        """A worker that dies at a step; returns when it has."""
        worker = milepost("worker", **self.environment, MILEPOST_TEST_CRASH_AT=step)
        said, _ = worker.communicate(timeout=20)
        assert worker.returncode == KILLED, f"{step}: {worker.returncode}\n{said}"
        self.outlive()

    def until(self, true: Callable[[], Any]) -> None:
        """A healthy worker for as long as it takes."""
        worker = milepost("worker", **self.environment)
        try:
            read_until(worker, "ready", 20)
            eventually(true, 20)
        finally:
            worker.send_signal(signal.SIGTERM)
            said, _ = worker.communicate(timeout=20)
        assert worker.returncode == 0, said


async def test_an_alert_comes_through_the_death_of_a_worker_at_each_step(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path, receiver: Receiver
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    runtime = Runtime.of(settings)
    try:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        await owner.ask("create_webhook_endpoint", url=receiver.url, event_types=["risk.*"])
        risk = await owner.risk(await owner.venture())
        await owner.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)

        for step in STEPS:
            await asyncio.to_thread(workers.until_death, step)
        fired = lambda: receiver.of_type("risk.alert.fired")  # noqa: E731
        await asyncio.to_thread(workers.until, lambda: fired() and receiver.of_type("risk.created", "risk.assessed"))

        async with runtime.database.reading(tenant.id) as database:
            alerts = await database.fetch("SELECT state, rule FROM alert WHERE tenant_id = $1", tenant.id)
            numbers = await database.fetch(
                "SELECT sequence FROM event WHERE tenant_id = $1 ORDER BY sequence", tenant.id
            )
            events = await database.fetch(
                "SELECT id FROM event WHERE tenant_id = $1 AND type = 'risk.alert.fired'", tenant.id
            )
    finally:
        await runtime.close()
    assert [tuple(row) for row in alerts if row["rule"] == "risk.level_critical"] == [("firing", "risk.level_critical")]
    assert [row["sequence"] for row in numbers] == list(range(1, len(numbers) + 1))
    told = {arrived.id for arrived in fired() if arrived.event["data"]["rule"] == "risk.level_critical"}
    assert len(told) == 1
    assert told <= {external_id("event", row["id"]) for row in events}
    bodies = {
        arrived.id: {again.body for again in receiver.arrived if again.id == arrived.id} for arrived in receiver.arrived
    }
    assert all(len(same) == 1 for same in bodies.values())
    sent_again = len(receiver.arrived) - len(bodies)
    assert sent_again >= 1, "a worker died after the receiver had answered: that event comes again under its id"
