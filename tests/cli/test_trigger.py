"""`milepost trigger` sends what an integrator would get, signed, and marked as a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.events.catalogue import catalogue
from cli.trigger import TriggerError, trigger
from domain.webhooks.signing import new_secret
from tests.faults.receiver import Receiver


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.close()


def test_the_example_arrives_verifies_fits_its_schema_and_is_marked(receiver: Receiver) -> None:
    secret = new_secret()
    sent = trigger("risk.alert.fired", receiver.url, secret)
    thin = trigger("risk.updated", receiver.url, secret, thin=True)
    first, second = receiver.arrived
    assert first.verified(secret) == sent.body
    assert (first.id, first.headers["webhook-test"]) == (sent.id, "true")
    assert first.event["type"] == "risk.alert.fired"
    assert (
        second.verified(secret)["data"] == catalogue()["risk.updated"].example(thin=True)["data"] == thin.body["data"]
    )
    receiver.close()


@pytest.mark.parametrize(
    ("event_type", "secret", "answers", "told"),
    [
        ("risk.alert.fire", new_secret(), [], "risk.alert.fired"),
        ("risk.created", "mine", [], "whsec_"),
        ("risk.created", new_secret(), [500], "answered 500"),
    ],
    ids=["no such type", "no secret", "an answer that refuses"],
)
def test_what_is_wrong_is_told(receiver: Receiver, event_type: str, secret: str, answers: list[int], told: str) -> None:
    receiver.answers = answers
    with pytest.raises(TriggerError, match=told):
        trigger(event_type, receiver.url, secret)
