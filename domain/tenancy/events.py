"""What is told of tenants themselves, and of the keys of their programs."""

from __future__ import annotations

from typing import Annotated, Final

from typing_extensions import TypedDict

from domain.kernel.counting import REACHED, QuotaReached
from domain.kernel.events import EventType, an_id, an_instant, said
from domain.tenancy.tables import ApiKey

SCHEDULED: Final = "tenant.deletion_scheduled"
CANCELLED: Final = "tenant.deletion_cancelled"


class KeyExpiring(TypedDict):
    """How soon a key ends."""

    days_left: Annotated[int, said("Whole days until then.", 7)]


class DeletionScheduled(TypedDict):
    """A tenant that will be erased."""

    tenant_id: Annotated[str, an_id("tenant", "The tenant.")]
    name: Annotated[str, said("What it is called.", "Aurora Labs")]
    scheduled_at: Annotated[str, an_instant("When that was asked for.")]
    delete_after: Annotated[str, an_instant("When it is erased for good, unless an owner or the operator cancels it.")]


class DeletionCancelled(TypedDict):
    """A tenant that stays."""

    tenant_id: Annotated[str, an_id("tenant", "The tenant.")]


EVENTS: Final = (
    EventType(
        SCHEDULED,
        "The tenant was shut, and will be erased for good unless that is cancelled.",
        "tenant",
        more=DeletionScheduled,
    ),
    EventType(CANCELLED, "The tenant is not erased: its deletion was cancelled.", "tenant", more=DeletionCancelled),
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
