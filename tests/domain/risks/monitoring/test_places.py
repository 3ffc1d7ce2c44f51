"""Whatever an alert can be about has an address to which its event leads."""

from __future__ import annotations

from api.rest.routes import all_operations
from domain.risks.alerts import PLACES
from graph.entities.alerts import SUBJECTS


def test_every_subject_of_an_alert_has_its_place_in_rest() -> None:
    assert PLACES.keys() == set(SUBJECTS)
    known = {operation.path for operation in all_operations()}
    assert {f"/v1/tenants/{{tenant_id}}/{place}/{{id}}" for place in PLACES.values()} <= known
