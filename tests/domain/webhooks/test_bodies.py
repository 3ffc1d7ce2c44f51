"""What is sent: the thin form has ids and nothing else."""

from __future__ import annotations

from domain.webhooks.bodies import ids_of

RISK = "risk_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"


def test_thin_keeps_ids_at_their_places_and_nothing_else() -> None:
    whole = {"risk_id": RISK, "title": "secret", "links": [{"id": RISK, "title": "x"}, {"n": 1}], "empty": {"n": None}}
    assert ids_of(whole) == {"risk_id": RISK, "links": [{"id": RISK}]}
    assert ids_of({"title": "secret"}) is None
