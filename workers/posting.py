"""The row by which the engine sends something, whatever it is and to whomever."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.kernel.ids import uuid7
from domain.kernel.work import Work
from domain.webhooks.tables import DeliveryState


def to_be_sent(work: Work, target_id: UUID, event_id: UUID, event_type: str, form: str) -> dict[str, Any]:
    """A delivery that is due now: the body of that event and form, to that endpoint, channel or person."""
    return {
        "tenant_id": work.tenant_id,
        "id": uuid7(),
        "endpoint_id": target_id,
        "event_id": event_id,
        "event_type": event_type,
        "form": form,
        "state": DeliveryState.PENDING,
        "due": work.now,
        "attempts": 0,
        "created_at": work.now,
        "subject_id": None,
        "sequence": None,
    }
