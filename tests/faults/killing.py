"""Alerts among the dying: risks are judged and answered while processes are killed, and a plain model tells the end."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
import httpx

from domain.kernel.database import asyncpg_arguments
from tests.faults.installation import Installation, eventually
from tests.faults.receiver import Receiver

RULE: Final = "risk.level_critical"
VICTIMS: Final = ("worker", "api", "postgres", "valkey")
SOON, LATE, LEASE = 4, 90, 121
"""Seconds: what needs no dead worker's lease is done by then; all is back; and the clock is moved past a lease."""

ALERTS: Final = """
query($v: ID!, $rule: String!) { venture(id: $v) { alerts(first: 200, filter: {rule: {eq: $rule}}) { nodes {
  id state acknowledgedAt since subject { id } timeline { nodes { transition told } } } } } }
"""


@dataclass
class Kept:
    """An alert as the model has it, and as it is read."""

    state: str = "FIRING"
    acknowledged: bool = False
    told: bool = True
    timeline: list[tuple[str, bool]] = field(default_factory=list)
    "What happened, and whether it was told: each told step is one event of the same name."

    @property
    def events(self) -> list[str]:
        """The events that tell of it."""
        return sorted(f"risk.alert.{step}" for step, told in self.timeline if told)

    @property
    def seen(self) -> Any:
        """What can be read of it."""
        return self.state, self.acknowledged, self.timeline, self.events


@dataclass
class Life:
    """A risk, what is done to it, and the alerts that must come of that. Three changes at most: more would flap."""

    risk: str
    snoozed: bool = False
    alerts: list[Kept] = field(default_factory=list)

    @property
    def open(self) -> Kept | None:
        """The alert that fires."""
        return self.alerts[-1] if self.alerts and self.alerts[-1].state == "FIRING" else None

    def judged(self, critical: bool) -> None:
        """It was assessed as critical, or as small."""
        alert = self.open
        if critical and alert is None:
            told = not self.snoozed
            self.alerts.append(Kept(told=told, timeline=[("fired", told)]))
        elif not critical and alert is not None:
            alert.state = "RESOLVED"
            alert.timeline.append(("resolved", alert.told))

    def taken(self) -> None:
        """Its alert was acknowledged."""
        alert = self.open
        assert alert is not None
        alert.acknowledged = True
        alert.timeline.append(("acknowledged", alert.told and not self.snoozed))


@dataclass
class Dying:
    """An installation with one endpoint, whose processes are killed at random moments."""

    installation: Installation
    receiver: Receiver
    kills: int = 0
    shift: float = 0

    def __post_init__(self) -> None:
        tenant = self.installation.tenant("aurora")
        self.key, self.tenant = tenant["keys"]["owner"], tenant["id"]
        given = {"url": self.receiver.url, "event_types": ["risk.alert.*"]}
        self.insist("webhook-endpoints", given)

    def insist(self, path: str, body: Any) -> Any:
        """POST until it is answered, under one idempotency key: done once, whoever died meanwhile."""
        headers = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": uuid4().hex}

        def answered() -> httpx.Response | None:
            try:
                answer = self.installation.http.post(f"/v1/tenants/{self.tenant}/{path}", json=body, headers=headers)
            except httpx.HTTPError:
                return None
            assert answer.is_success or answer.status_code in (409, 429) or answer.status_code >= 500, answer.text
            return answer if answer.is_success else None

        found: httpx.Response = eventually(answered, LATE, self.installation.story)
        return found.json()

    def one_batch(self, dice: random.Random, size: int) -> None:
        """So many risks, told and lived through side by side, with deaths between; then all is as the model says."""
        venture = self.insist("ventures", {"name": f"Killed {uuid4().hex[:8]}"})["id"]
        lives = []
        for number in range(size):
            risk = {"venture_id": venture, "title": f"Killed {number}", "category": "legal"}
            lives.append(Life(self.insist("risks", risk)["id"]))
        for steps in (self._raise, self._answer, self._lower, self._raise):
            with self._deaths(dice):
                for life in lives:
                    steps(dice, life, venture)
            self._settle(venture, lives)

    def _assess(self, life: Life, level: int) -> None:
        self.insist("assessments", {"risk_id": life.risk, "probability_level": level, "impact_level": level})
        life.judged(level == 5)

    def _raise(self, dice: random.Random, life: Life, venture: str) -> None:
        if not life.alerts or dice.random() < 0.5:
            self._assess(life, 5)

    def _lower(self, dice: random.Random, life: Life, venture: str) -> None:
        if dice.random() < 0.7:
            self._assess(life, 1)

    def _answer(self, dice: random.Random, life: Life, venture: str) -> None:
        """Acknowledge, snooze, or both in either order, or nothing."""
        for what in dice.choice([(), ("take",), ("snooze",), ("take", "snooze"), ("snooze", "take")]):
            alert = self.ids[life.risk]
            if what == "take":
                self.insist(f"alerts/{alert}/acknowledge", {"note": "I look."})
                life.taken()
            else:
                until = datetime.now(UTC) + timedelta(days=30)
                self.insist(f"alerts/{alert}/snooze", {"until": until.isoformat(), "reason": "Later."})
                life.snoozed = True

    @contextmanager
    def _deaths(self, dice: random.Random) -> Iterator[None]:
        """Kill one or more processes at random moments from now on; ends when all have been replaced."""
        victims = dice.sample(VICTIMS, dice.choice([1, 1, 1, 2, 4]))
        moments = [dice.random() ** 2 * 2.0 for _ in victims]
        failed: list[BaseException] = []

        def kill() -> None:
            try:
                for victim, moment in zip(victims, moments, strict=True):
                    time.sleep(moment)  # the moment is what is random
                    self.installation.kill(victim)
                    self.kills += 1
            except BaseException as error:  # told in the thread of the test
                failed.append(error)

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            yield
        finally:
            killer.join()
        if failed:
            raise failed[0]

    def _settle(self, venture: str, lives: list[Life]) -> None:
        """Wait until all that is stored and told is what the model says; the clock is moved past dead leases."""
        expected = {life.risk: [alert.seen for alert in life.alerts] for life in lives}
        last: list[Any] = [None]

        def quiet() -> bool:
            last[0] = self._found(venture)
            return bool(last[0] == expected)

        try:
            eventually(quiet, SOON)
        except AssertionError:
            self.shift += LEASE
            Path(self.installation.settings["MILEPOST_CLOCK_FILE"]).write_text(str(self.shift))
            eventually(quiet, LATE, lambda: self._difference(expected, last[0]))

    def _difference(self, expected: dict[str, Any], found: dict[str, Any] | None) -> str:
        lines = [self.installation.story(), "as the model says, and as it is:"]
        for risk, alerts in expected.items():
            if found is None or found.get(risk) != alerts:
                lines.append(f"{risk}\n  {alerts}\n  {None if found is None else found.get(risk)}")
        return "\n".join(lines)

    def _found(self, venture: str) -> dict[str, Any] | None:
        """What is stored of each risk's alerts, in their order, with the events that table and receiver have."""
        try:
            nodes = self.installation.graphql(self.key, ALERTS, v=venture, rule=RULE)["venture"]["alerts"]["nodes"]
            events = asyncio.run(self._events())
        except (httpx.HTTPError, OSError, ValueError, AssertionError, asyncpg.PostgresError, IndexError):
            return None  # somebody is still dead
        heard: dict[str, dict[str, str]] = {}
        for each in list(self.receiver.arrived):
            heard.setdefault(each.event["data"]["alert"], {})[each.id] = each.event["type"]
        found: dict[str, Any] = {}
        self.ids: dict[str, str] = {}
        for node in sorted(nodes, key=lambda node: node["since"]):
            types = sorted(events.get(node["id"], []))
            if types != sorted(heard.get(node["id"], {}).values()):
                return None  # a delivery is still to come
            timeline = [(step["transition"], step["told"]) for step in node["timeline"]["nodes"]]
            seen = node["state"], node["acknowledgedAt"] is not None, timeline, types
            found.setdefault(node["subject"]["id"], []).append(seen)
            self.ids[node["subject"]["id"]] = node["id"]
        return found

    async def _events(self) -> dict[str, list[str]]:
        """The types of the stored events of each alert, once for each event."""
        tenant = UUID(self.tenant.partition("_")[2])
        connection = await asyncpg.connect(**asyncpg_arguments(self.installation.setting("MILEPOST_DATABASE_URL")))
        try:
            async with connection.transaction(readonly=True):
                await connection.execute(f"SET LOCAL app.tenant_id = '{tenant}'")
                rows = await connection.fetch(
                    "SELECT data ->> 'alert' AS alert, array_agg(type) AS types FROM event"
                    " WHERE tenant_id = $1 AND subject_type = 'alert' AND data ->> 'rule' = $2 GROUP BY 1",
                    tenant,
                    RULE,
                )
        finally:
            await connection.close()
        return {row["alert"]: row["types"] for row in rows}


@contextmanager
def dying(folder: Path) -> Iterator[Dying]:
    """An installation of its own in a folder; it must end in order."""
    receiver = Receiver()
    (folder / "clock").write_text("0")
    installation = Installation(folder / "data", {"MILEPOST_CLOCK_FILE": str(folder / "clock")})
    try:
        installation.start()
        yield Dying(installation, receiver)
    finally:
        status = installation.stop()
        receiver.close()
    assert status == 0, installation.story()
