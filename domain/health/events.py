"""What is told of the health of ventures."""

from __future__ import annotations

from domain.health.tables import HealthChange
from domain.kernel.events import EventType
from domain.kernel.ids import HEX_EXAMPLE

EVENTS = (
    EventType(
        "venture.health_changed",
        "What is shown of a venture's health, or what follows from its facts, has changed.",
        "venture",
        HealthChange,
        example={
            "state": "at_risk",
            "former_state": "on_track",
            "computed_state": "at_risk",
            "cause": "computed",
            "overridden_by": None,
            "reasons": [
                {
                    "dimension": "schedule",
                    "state": "at_risk",
                    "rule": "p80_late",
                    "value": "4",
                    "limit": "0",
                    "subject": f"milestone_{HEX_EXAMPLE}",
                }
            ],
        },
    ),
)
