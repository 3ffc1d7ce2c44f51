"""What Milepost is for, through the real processes: a grave risk becomes a webhook within seconds, and ends as one."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.installation import Installation, eventually
from tests.faults.receiver import Arrived, Receiver
from tests.faults.signing_in import asked, done, signed_in

PERSON = "ada@aurora.example"
SOON = 10


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    made = Installation(tmp_path / "data")
    try:
        made.start()
        yield made
    finally:
        status = made.stop()
    assert status == 0, made.story()


def test_from_signing_in_to_the_alert_that_is_resolved(installation: Installation, receiver: Receiver) -> None:
    note = installation.folder / "dev.json"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    tenant = installation.tenant("aurora")
    endpoint = installation.rest(
        tenant["keys"]["admin"],
        "POST",
        f"/v1/tenants/{tenant['id']}/webhook-endpoints",
        {"url": receiver.url, "event_types": ["risk.*", "venture.*"]},
    )
    secret = endpoint["secret"]

    with signed_in(installation, PERSON) as browser:
        me = asked(browser, "{ viewer { member { id name } tenant { id slug } permissions } }")["viewer"]
        assert me["tenant"]["slug"] == "aurora"
        venture = done(browser, "createVenture", "venture { id name }", name="Tour", key="TOUR")["venture"]["id"]
        risk = done(
            browser,
            "createRisk",
            "risk { id score level alerts { totalCount } }",
            ventureId=venture,
            title="训练数据的许可证被撤销",
            category="legal",
            ownerId=me["member"]["id"],
        )["risk"]
        assert risk["level"] is None
        graded = done(
            browser,
            "assessRisk",
            "risk { score level }",
            riskId=risk["id"],
            probabilityLevel=5,
            impactLevel=5,
            rationale="The licensor has written to us.",
        )["risk"]
        assert graded == {"score": 25, "level": "CRITICAL"}

        fired = _one(receiver, "risk.alert.fired", risk["id"])
        told = fired.verified(secret)
        assert (told["data"]["rule"], told["data"]["severity"]) == ("risk.level_critical", "critical")
        assert told["tenant_id"] == tenant["id"]
        assert told["version"] == "2026-12-01"
        alert = _alert(browser, risk["id"])
        assert alert["state"] == "FIRING"
        assert "训练数据的许可证被撤销" in alert["summary"]

        acknowledged = done(
            browser, "acknowledgeAlert", "alert { id acknowledgedAt }", alertId=alert["id"], note="I call them today."
        )["alert"]
        assert acknowledged["acknowledgedAt"]
        _one(receiver, "risk.alert.acknowledged", risk["id"]).verified(secret)

        done(browser, "assessRisk", "risk { level }", riskId=risk["id"], probabilityLevel=2, impactLevel=2)
        resolved = _one(receiver, "risk.alert.resolved", risk["id"]).verified(secret)
        assert resolved["data"]["alert"] == told["data"]["alert"]
        after = _alert(browser, risk["id"])
        assert (after["id"], after["state"], after["resolvedReason"]) == (alert["id"], "RESOLVED", "CLEARED")

    order = [each.verified(secret) for each in receiver.about(risk["id"])]
    assert {event["type"] for event in order} >= {"risk.created", "risk.assessed", "risk.alert.fired"}
    assert len({each.id for each in receiver.arrived}) == len(receiver.arrived), "an event came twice"
    assert len({event["sequence"] for event in order}) == len(order)
    stranger = installation.tenant("qiming")["keys"]["owner"]
    assert installation.graphql(stranger, "query($i: ID!) { risk(id: $i) { id } }", i=risk["id"]) == {"risk": None}


def _one(receiver: Receiver, type: str, subject: str) -> Arrived:
    """The one webhook of this type about this object, as soon as it has come."""

    def found() -> list[Arrived]:
        return receiver.about(subject, lambda each: each.event["type"] == type)

    eventually(found, SOON, lambda: str([each.event["type"] for each in receiver.arrived]))
    assert len(found()) == 1
    return found()[0]


def _alert(browser: httpx.Client, risk: str) -> Any:
    """The risk's alert of the rule on critical risks."""
    document = "query($i: ID!) { risk(id: $i) { alerts { nodes { id rule state summary resolvedReason } } } }"
    nodes = asked(browser, document, i=risk)["risk"]["alerts"]["nodes"]
    [alert] = [node for node in nodes if node["rule"] == "risk.level_critical"]
    return alert
