"""What is told of tenants themselves."""

from __future__ import annotations

from typing import Final

from domain.kernel.counting import REACHED, QuotaReached
from domain.kernel.events import EventType

EVENTS: Final = (
    EventType(
        REACHED,
        "Four fifths of a limit are used: told once each time that use comes there from below.",
        "tenant",
        more=QuotaReached,
        example={"metric": "ventures", "limit": 10, "used": 8, "share": 0.8},
    ),
)
