"""What is told of tenants themselves, and of the keys of their programs."""

from __future__ import annotations

from typing import Annotated, Final

from typing_extensions import TypedDict

from domain.kernel.counting import REACHED, QuotaReached
from domain.kernel.events import EventType, said
from domain.tenancy.tables import ApiKey


class KeyExpiring(TypedDict):
    """How soon a key ends."""

    days_left: Annotated[int, said("Whole days until then.", 7)]


EVENTS: Final = (
    EventType(
        REACHED,
        "Four fifths of a limit are used: told once each time that use comes there from below.",
        "tenant",
        more=QuotaReached,
        example={"metric": "ventures", "limit": 10, "used": 8, "share": 0.8},
    ),
    EventType(
        "api_key.expiring",
        "An API key ends within seven days, and no other has taken its place.",
        "api_key",
        ApiKey,
        KeyExpiring,
        example={"archived_at": None, "rotated_to": None, "service_account_id": None},
    ),
)
