"""Whatever is killed between a write and its webhook, the alert is there once, and the receiver learns of it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis

from tests.faults.installation import Installation, eventually
from tests.faults.receiver import Arrived, Receiver

LATE = 90
"Seconds within which everything is back and told: most of it is PostgreSQL's recovery and the processes' start."

SOON = 4
LEASE = 121
"Seconds for which a dead worker's claim may stand; what is not told soon waits for it, so the clock is moved past it."

pytestmark = pytest.mark.xdist_group("killed")

ALERTS = "query($i: ID!) { risk(id: $i) { alerts { nodes { rule state } } } }"


class Watched:
    """An installation with one endpoint and one venture, and what its receiver has got."""

    def __init__(self, installation: Installation, receiver: Receiver) -> None:
        self.installation = installation
        self.receiver = receiver
        tenant = installation.tenant("aurora")
        self.key = tenant["keys"]["owner"]
        made = installation.rest(
            self.key,
            "POST",
            f"/v1/tenants/{tenant['id']}/webhook-endpoints",
            {"url": receiver.url, "event_types": ["risk.alert.*", "risk.assessed"]},
        )
        self.secret = made["secret"]
        payload = installation.mutate(self.key, "createVenture", "venture { id }", name="Killed", key="KILLED")
        self.venture = payload["venture"]["id"]

    def grave_risk(self) -> str:
        """A new risk that is critical; answers as soon as the API has."""
        key = self.key
        risk = self.installation.mutate(
            key, "createRisk", "risk { id }", ventureId=self.venture, title="Killed", category="legal"
        )["risk"]["id"]
        self.installation.mutate(key, "assessRisk", "risk { id }", riskId=risk, probabilityLevel=5, impactLevel=5)
        return str(risk)

    def fired(self, risk: str) -> list[Arrived]:
        """What came of the critical alert about a risk."""
        return self.receiver.about(
            risk,
            lambda each: (
                each.event["type"] == "risk.alert.fired" and each.event["data"]["rule"] == "risk.level_critical"
            ),
        )

    def told_once(self, risk: str) -> None:
        """Wait until the receiver has it; then there is one alert, one event, and every attempt has the same id."""
        self.outlive_lease_unless(lambda: self.fired(risk))
        eventually(lambda: self.fired(risk), LATE, self.installation.story)
        eventually(self.installation.ready, LATE, self.installation.story)
        nodes = self.installation.graphql(self.key, ALERTS, i=risk)["risk"]["alerts"]["nodes"]
        assert [node["state"] for node in nodes if node["rule"] == "risk.level_critical"] == ["FIRING"]
        assert len({each.id for each in self.fired(risk)}) == 1
        assert len({each.body for each in self.fired(risk)}) == 1
        assert all(each.is_signed(self.secret) for each in self.fired(risk))

    def outlive_lease_unless(self, true: Callable[[], Any]) -> None:
        """Move the clock past a dead worker's leases, unless it is true soon without that."""
        try:
            eventually(true, SOON)
        except AssertionError:
            clock = Path(self.installation.settings["MILEPOST_CLOCK_FILE"])
            clock.write_text(str(float(clock.read_text()) + LEASE))


@contextmanager
def watching(folder: Path) -> Iterator[Watched]:
    """A watched installation in a folder; it must end in order."""
    receiver = Receiver()
    (folder / "clock").write_text("0")
    installation = Installation(folder / "data", {"MILEPOST_CLOCK_FILE": str(folder / "clock")})
    try:
        installation.start()
        yield Watched(installation, receiver)
    finally:
        status = installation.stop()
        receiver.close()
    assert status == 0, installation.story()


def killed_at_a_random_moment(watched: Watched, dice: random.Random) -> int:
    """One alert, and one or more processes killed on its way; answers how many were."""
    victims = dice.sample(["worker", "api", "postgres", "valkey"], dice.choice([1, 1, 1, 2, 4]))
    risk = watched.grave_risk()
    time.sleep(dice.random() ** 2 * 1.5)  # the moment is what is random; most of the way is over soon
    for victim in victims:
        watched.installation.kill(victim)
    watched.told_once(risk)
    return len(victims)


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """One installation for all: what one test has killed must be whole for the next."""
    with watching(tmp_path_factory.mktemp("killed")) as found:
        yield found


@pytest.mark.parametrize("victim", ["worker", "api", "valkey", "postgres"])
def test_a_killed_process_is_started_again_and_the_alert_comes_once(watched: Watched, victim: str) -> None:
    risk = watched.grave_risk()
    watched.installation.kill(victim)
    watched.told_once(risk)


def test_all_killed_at_once_come_back_and_the_alert_comes_once(watched: Watched) -> None:
    risk = watched.grave_risk()
    for victim in ("worker", "postgres", "valkey", "api"):
        watched.installation.kill(victim)
    watched.told_once(risk)


def test_whoever_is_killed_at_a_random_moment_the_alert_comes_once(watched: Watched, seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(2):
        killed_at_a_random_moment(watched, dice)


def test_emptying_valkey_loses_nothing(watched: Watched) -> None:
    with redis.Redis.from_url(watched.installation.setting("MILEPOST_REDIS_URL")) as valkey:
        valkey.flushall()
        risks = []
        for _ in range(3):
            risks.append(watched.grave_risk())
            valkey.flushall()
    for risk in risks:
        watched.told_once(risk)


def test_a_refused_webhook_is_sent_again_under_its_id(watched: Watched) -> None:
    """The receiver fails once; the worker that had tried dies before it tries again."""
    watched.receiver.answers = [500]
    before = len(watched.receiver.arrived)
    risk = watched.grave_risk()
    eventually(lambda: len(watched.receiver.arrived) > before, LATE, watched.installation.story)
    refused = watched.receiver.arrived[before]
    watched.installation.kill("worker")

    def sent_again() -> list[Arrived]:
        return [each for each in watched.receiver.arrived[before + 1 :] if each.id == refused.id]

    watched.outlive_lease_unless(sent_again)
    eventually(sent_again, LATE, watched.installation.story)
    again = sent_again()[0]
    assert again.body == refused.body
    assert int(again.headers["webhook-timestamp"]) > int(refused.headers["webhook-timestamp"])
    watched.told_once(risk)


def test_a_write_that_was_answered_is_there_after_postgres_was_killed(watched: Watched) -> None:
    kept = [watched.grave_risk() for _ in range(5)]
    watched.installation.kill("postgres")
    document = "query($i: [ID!]!) { nodes(ids: $i) { id } }"

    def there() -> bool:
        try:
            nodes = watched.installation.graphql(watched.key, document, i=kept)["nodes"]
        except (AssertionError, httpx.HTTPError, ValueError):
            return False
        return [node and node["id"] for node in nodes] == kept

    eventually(there, LATE, watched.installation.story)


def test_a_second_start_goes_on_where_the_killed_one_was(watched: Watched) -> None:
    """The supervisor itself is killed, and all below it with it."""
    risk = watched.grave_risk()
    watched.installation.kill_all()
    watched.installation.start()
    watched.told_once(risk)
