"""What is sent for an event: one body for each form, written once and sent as these bytes at every attempt."""

from __future__ import annotations

import re
from typing import Any, Final
from uuid import UUID

import orjson

from domain.kernel.ids import external_id
from domain.kernel.outward import instant_text
from domain.kernel.principal import Role
from domain.webhooks.tables import Payload

VERSION: Final = "2026-12-01"
"""The date of the body's format."""

_ID = re.compile(r"[a-z][a-z_]{0,30}_[0-9a-f]{32}", re.ASCII)


def form_of(payload: Payload | str, role: Role | str) -> str:
    """The name of the form that an endpoint gets."""
    return f"{Payload(payload)}:{Role(role)}"


def body_of(tenant_id: UUID, event: Any, sequence: int, form: str) -> str:
    """The body of an event (a row of the table `event`) in a form, as JSON. Raises where it cannot be written."""
    thin = form.partition(":")[0] == Payload.THIN
    return orjson.dumps(
        {
            "type": event.type,
            "timestamp": instant_text(event.occurred_at),
            "tenant_id": external_id("tenant", tenant_id),
            "sequence": sequence,
            "data": ids_of(event.data) or {} if thin else event.data,
            "previous": None if thin else event.previous,
            "actor": event.actor,
            "version": VERSION,
        }
    ).decode()


def ids_of(value: Any) -> Any:
    """A document with nothing but its ids left, at their places; None where there is none."""
    match value:
        case str():
            return value if _ID.fullmatch(value) else None
        case list():
            return [kept for item in value if (kept := ids_of(item)) is not None] or None
        case dict():
            return {name: kept for name, item in value.items() if (kept := ids_of(item)) is not None} or None
        case _:
            return None
