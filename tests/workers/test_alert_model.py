"""Whatever happens around a risk, and whenever the monitor looks, its alerts are those of a plain model."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import SettableClock, TestTenant, make_tenant
from tests.domain.commanding import Caller
from tests.workers.conftest import relay_all, rows
from workers.monitor import monitor

RULE = "risk.level_critical"
STEP = timedelta(hours=9)
"""Between two steps, so that three changes at most fall into a day and nothing flaps."""
PATIENCE, WEEK = timedelta(hours=4), timedelta(days=7)
T = TypeVar("T")


@dataclass
class ModelAlert:
    """What the model keeps of an alert."""

    state: str
    since: datetime
    told: bool = False
    acknowledged: bool = False
    steps: int = 0
    escalate_at: datetime | None = None
    remind_at: datetime | None = None


@dataclass
class Model:
    """The table of the state machine, written as plainly as can be."""

    hold: timedelta = timedelta(0)
    enabled: bool = True
    enabled_at: datetime | None = None
    edited: bool = False
    critical_since: datetime | None = None
    silences: list[list[datetime]] = field(default_factory=list)
    alerts: list[ModelAlert] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    fired: int = 0

    @property
    def open(self) -> ModelAlert | None:
        return self.alerts[-1] if self.alerts and self.alerts[-1].state != "resolved" else None

    def resolve(self) -> None:
        alert = self.open
        if alert is None:
            return
        if alert.state == "pending":
            self.alerts.pop()
            return
        alert.state = "resolved"
        if alert.told:
            self.events.append("resolved")

    def look(self, now: datetime) -> None:
        edited, self.edited = self.edited, False
        if not self.enabled:
            return
        if self.critical_since is None:
            self.resolve()
            return
        alert = self.open
        if alert is None:
            alert = ModelAlert("pending", max(filter(None, (self.critical_since, self.enabled_at))))
            self.alerts.append(alert)
        since = max(alert.since, self.critical_since)
        young = now - since < self.hold
        if alert.state == "pending":
            alert.since = since  # a gap that nobody saw while the alert fired leaves it as it is
        if alert.state == "firing" and edited and young:
            self.resolve()
            self.alerts.append(ModelAlert("pending", since))
            return
        if alert.state == "pending" and not young:
            alert.state = "firing"
            self.fired += 1
        if alert.state == "firing":
            self.tell(alert, now)

    def silenced(self, now: datetime) -> bool:
        return any(begins <= now < ends for begins, ends in self.silences)

    def tell(self, alert: ModelAlert, now: datetime) -> None:
        if self.silenced(now):
            return
        if not alert.told:
            alert.told, alert.escalate_at, alert.remind_at = True, now + PATIENCE, now + WEEK
            self.events.append("fired")
        if alert.acknowledged:
            return
        if alert.steps < 2 and alert.escalate_at is not None and now >= alert.escalate_at:
            alert.steps += 1
            alert.escalate_at += PATIENCE
            self.events.append("escalated")
        if alert.remind_at is not None and now >= alert.remind_at:
            while alert.remind_at <= now:
                alert.remind_at += WEEK
            self.events.append("reminder")


class Watching(RuleBasedStateMachine):
    """A risk in a real database, and the model beside it."""

    def __init__(self, where: Settings) -> None:
        super().__init__()
        self.where = where
        self.loop = asyncio.Runner()
        self.clock = SettableClock()
        self.model = Model()
        self.runtime = self.run_in_loop(self.started())
        self.tenant: TestTenant = self.run_in_loop(make_tenant(self.runtime))
        self.risk = self.run_in_loop(self.risk_of_its_own())

    def run_in_loop(self, what: Awaitable[T]) -> T:
        async def waited() -> T:
            return await what

        return self.loop.run(waited())

    async def started(self) -> Runtime:
        runtime = Runtime.of(self.where)
        runtime.clock = self.clock
        return runtime

    async def risk_of_its_own(self) -> str:
        caller = Caller(self.runtime, self.tenant.principal())
        return await caller.risk(await caller.venture())

    def ask(self, command: str, **given: Any) -> Any:
        return self.run_in_loop(Caller(self.runtime, self.tenant.principal()).ask(command, **given))

    def step(self, hours: int, act: Callable[[datetime], None], look: bool) -> None:
        act(self.clock.forward(hours=9 + hours))
        if look:
            self.look()

    def look(self) -> None:
        async def looked() -> None:
            await relay_all(self.runtime, self.tenant)
            while any(await asyncio.gather(*(monitor(self.runtime, self.tenant.id) for _ in range(2)))):
                pass

        self.run_in_loop(looked())
        self.model.look(self.clock.now())
        self.compare()

    @rule(hours=st.sampled_from([0, 3, 15, 200]))
    def time_passes(self, hours: int) -> None:
        self.step(hours, lambda now: None, True)

    @rule(level=st.sampled_from([1, 5, 5]), look=st.booleans())
    def assess(self, level: int, look: bool) -> None:
        def act(now: datetime) -> None:
            self.ask("assess_risk", risk_id=self.risk, probability_level=level, impact_level=level)
            self.model.critical_since = None if level == 1 else self.model.critical_since or now

        self.step(0, act, look)

    @rule(hours=st.sampled_from([4, 12, 30]), look=st.booleans())
    def silence(self, hours: int, look: bool) -> None:
        def act(now: datetime) -> None:
            until = now + timedelta(hours=hours)
            self.ask("create_silence", rule=RULE, until=until.isoformat(), reason="r")
            self.model.silences.append([now, until])

        self.step(0, act, look)

    @rule(hold=st.sampled_from([0, 12, 24]), look=st.booleans())
    def edit(self, hold: int, look: bool) -> None:
        def act(now: datetime) -> None:
            self.ask("configure_rule", code=RULE, hold_seconds=hold * 3600)
            self.model.edited = self.model.edited or timedelta(hours=hold) != self.model.hold or not self.saved
            self.saved = True
            self.model.hold = timedelta(hours=hold)

        self.step(0, act, look)

    saved = False

    @rule(enabled=st.booleans(), look=st.booleans())
    def switch(self, enabled: bool, look: bool) -> None:
        def act(now: datetime) -> None:
            self.ask("configure_rule", code=RULE, enabled=enabled)
            if self.model.enabled and not enabled:
                self.model.resolve()
            if enabled and not self.model.enabled:
                self.model.enabled_at = now
            self.model.enabled = enabled

        self.step(0, act, look)

    @rule(look=st.booleans())
    def acknowledge(self, look: bool) -> None:
        def act(now: datetime) -> None:
            alert = self.model.open
            if alert is None or alert.state != "firing" or alert.acknowledged:
                return
            [row] = [row for row in self.stored() if row["state"] == "firing"]
            self.ask("acknowledge_alert", alert_id=external_id("alert", row["id"]))
            alert.acknowledged = True
            if not self.model.silenced(now):
                self.model.tell(alert, now)
                self.model.events.append("acknowledged")

        self.step(0, act, look)

    @rule()
    def restart(self) -> None:
        self.run_in_loop(self.runtime.close())
        self.runtime = self.run_in_loop(self.started())

    def stored(self) -> list[dict[str, Any]]:
        return self.run_in_loop(
            rows(
                self.runtime,
                self.tenant,
                "SELECT * FROM alert WHERE tenant_id = $1 AND rule = $2 ORDER BY since, evaluated_at, id",
                self.tenant.id,
                RULE,
            )
        )

    def compare(self) -> None:
        stored = [(row["state"], row["since"], row["told_state"] is not None) for row in self.stored()]
        assert sorted(stored) == sorted((alert.state, alert.since, alert.told) for alert in self.model.alerts)
        told = self.run_in_loop(
            rows(
                self.runtime,
                self.tenant,
                "SELECT type FROM event "
                "WHERE tenant_id = $1 AND subject_type = 'alert' AND data ->> 'rule' = $2 ORDER BY id",
                self.tenant.id,
                RULE,
            )
        )
        assert [row["type"].rpartition(".")[2] for row in told] == self.model.events
        steps = self.run_in_loop(
            rows(
                self.runtime,
                self.tenant,
                "SELECT s.transition, s.told FROM alert_transition s JOIN alert a ON a.tenant_id = $1 "
                "AND a.id = s.alert_id WHERE s.tenant_id = $1 AND a.rule = $2",
                self.tenant.id,
                RULE,
            )
        )
        kinds = [step["transition"] for step in steps]
        assert kinds.count("fired") == self.model.fired, "each transition has one row of the timeline"
        assert sum(step["told"] for step in steps) == len(self.model.events), "each told one has one event"

    @invariant()
    def at_most_one_is_open(self) -> None:
        assert sum(row["state"] != "resolved" for row in self.stored()) <= 1

    def teardown(self) -> None:
        self.run_in_loop(self.runtime.close())
        self.loop.close()


def test_alerts_are_those_of_the_model_whatever_happens(settings: Settings) -> None:  # the fixture
    run_state_machine_as_test(  # type: ignore[no-untyped-call]  # hypothesis has no types here
        lambda: Watching(settings), settings=FEW
    )


FEW = settings(
    max_examples=8, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), derandomize=False
)
