"""What is sent for an event: one body for each form, written once and sent as these bytes at every attempt.

A form is how much is told, as which role, and the payload document where there is one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import orjson

from domain.kernel.ids import external_id
from domain.kernel.outward import instant_text
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.selections import Selection
from domain.webhooks.tables import Payload

VERSION: Final = "2026-12-01"
"""The date of the body's format."""

_ID = re.compile(r"[a-z][a-z_]{0,30}_[0-9a-f]{32}", re.ASCII)


def form_of(
    payload: Payload | str,
    role: Role | str,
    document: str | None = None,
    venture_ids: Sequence[UUID] | None = None,
) -> str:
    """The name of the form that an endpoint gets.

    With a payload document it names that and the ventures within which it is read: who has all in common gets the
    same bytes.
    """
    plain = f"{Payload(payload)}:{Role(role)}"
    if document is None:
        return plain
    reach = "*" if venture_ids is None else " ".join(sorted(id.hex for id in venture_ids))
    chosen = f"{reach}\n{document}".encode()
    return f"{plain}:{hashlib.sha256(chosen).hexdigest()[:32]}"


def has_selection(form: str) -> bool:
    """Whether a payload document belongs to the form, so that its body is written after the event is relayed."""
    return form.count(":") == 2


def reader_of(tenant_id: UUID, role: Role | str, venture_ids: Sequence[UUID] | None) -> Principal:
    """As whom a payload document is read: like a key of the endpoint's role and ventures."""
    reach = None if venture_ids is None else frozenset(venture_ids)
    return Principal(tenant_id, ActorKind.API_KEY, Role(role), venture_ids=reach)


def body_of(tenant_id: UUID, event: Any, sequence: int, form: str, selection: Selection | None = None) -> str:
    """The body of an event (a row of the table `event`) in a form, as JSON. Raises where it cannot be written."""
    thin = form.partition(":")[0] == Payload.THIN
    data = ids_of(event.data) or {} if thin else event.data
    return orjson.dumps(
        {
            "type": event.type,
            "timestamp": instant_text(event.occurred_at),
            "tenant_id": external_id("tenant", tenant_id),
            "sequence": sequence,
            "data": data if selection is None else data | told(selection),
            "previous": None if thin else event.previous,
            "actor": event.actor,
            "version": VERSION,
        }
    ).decode()


def told(selection: Selection) -> dict[str, Any]:
    """What of a selection stands in `data`."""
    if selection.json is not None:
        return {"selection": orjson.Fragment(selection.json)}
    return {"selection": None, "selection_error": {"code": selection.failure, "message": selection.message}}


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
