"""A worker that dies at any step between a write and its webhook costs time, and neither an alert nor an event."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.domain.commanding import Caller
from tests.faults.forked import CRASHED, Forked
from tests.faults.house import House
from tests.faults.installation import eventually
from tests.faults.receiver import Receiver
from tests.faults.telling import told
from tests.workers.conftest import rows

STEPS = (
    "relay.after_claim",
    "relay.after_deliveries",
    "relay.before_mark",
    "work.before_commit",
    "relay.after_commit",
    "work.after_commit",
    "monitor.before_commit",
)
"""In the order in which a worker comes to them; where one died, the next takes up what it left."""

STEPS_OF_DELIVERIES = (
    "delivery.after_claim",
    "delivery.before_request",
    "delivery.after_answer",
    "delivery.after_store",
)

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
        self._said = folder / "said"
        self._moved = 0
        self._clock.write_text("0")
        self.environment = cluster.environment(
            database, MILEPOST_CLOCK_FILE=str(self._clock), MILEPOST_DATA_DIR=str(folder)
        )

    def outlive(self, seconds: int = LEASE_SECONDS) -> None:
        """Move the clock, past every lease unless said."""
        self._moved += seconds
        self._clock.write_text(str(self._moved))

    def until_death(self, step: str) -> None:
        """A worker that dies at a step; returns when it has."""
        worker = Forked("worker", self.environment, self._said, step)
        assert worker.ended() == CRASHED, f"{step}\n{told(self._said)}"
        self.outlive()

    def until(self, true: Callable[[], Any]) -> None:
        """A healthy worker for as long as it takes."""
        before = self._ready()
        worker = Forked("worker", self.environment, self._said)
        try:
            eventually(lambda: self._ready() > before, 60, lambda: told(self._said))
            eventually(true, 60, lambda: told(self._said))
        finally:
            status = worker.stop()
        assert status == 0, told(self._said)

    def _ready(self) -> int:
        return self._said.read_text("utf-8").count('"event":"ready"') if self._said.exists() else 0


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
        # A look that died with five workers in a row would be given up: it ends well before the next ones die.
        await asyncio.to_thread(workers.until, lambda: fired() and receiver.of_type("risk.created", "risk.assessed"))
        for step in STEPS_OF_DELIVERIES:
            await owner.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
            await asyncio.to_thread(workers.until_death, step)
        assessed = lambda: {each.id for each in receiver.of_type("risk.assessed")}  # noqa: E731
        await asyncio.to_thread(workers.until, lambda: len(assessed()) == 1 + len(STEPS_OF_DELIVERIES))

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
    heard = {arrived.id for arrived in fired() if arrived.event["data"]["rule"] == "risk.level_critical"}
    assert len(heard) == 1
    assert heard <= {external_id("event", row["id"]) for row in events}
    bodies = {
        arrived.id: {again.body for again in receiver.arrived if again.id == arrived.id} for arrived in receiver.arrived
    }
    assert all(len(same) == 1 for same in bodies.values())
    sent_again = len(receiver.arrived) - len(bodies)
    assert sent_again >= 1, "a worker died after the receiver had answered: that event comes again under its id"


@pytest.mark.parametrize(("step", "kept"), [("work.before_commit", 0), ("work.after_commit", 1)])
async def test_an_api_that_dies_at_the_commit_has_made_a_change_once_or_not_at_all(
    place: House, step: str, kept: int
) -> None:
    """Asked again under the same key it is made once, and told once, though nobody was woken."""
    household = await place.settle_in("venture.*")
    dying = await place.start("api", step)
    asked = {"name": "Made once", "key": "ONCE"}
    with pytest.raises(httpx.HTTPError):
        await place.rest(household, "POST", "ventures", asked, Idempotency_Key="once")
    assert await asyncio.to_thread(dying.ended) == CRASHED
    ventures = "SELECT count(*) AS there FROM venture WHERE tenant_id = $1 AND key = 'ONCE'"
    assert await rows(place.runtime, household.tenant, ventures, household.id) == [{"there": kept}]
    await place.start("worker")
    if kept:
        await place.until(lambda: place.accepted)
    await place.start("api")
    again = await place.rest(household, "POST", "ventures", asked, api=1, Idempotency_Key="once")
    assert (again.status_code, "idempotency-replayed" in again.headers) == (201, bool(kept))
    await place.until(lambda: place.accepted)
    await place.quiet()
    assert {request.event["data"]["key"] for request in place.receiver.requests} == {"ONCE"}
    assert len({request.headers["webhook-id"] for request in place.receiver.requests}) == 1
