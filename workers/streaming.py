"""The audit log as it is sealed, to the webhook endpoints that ask for it by name: in the order of the chain.

It is written in the transaction that seals, as bodies and deliveries and never as events: an entry that were an event
would be one more for every change, and pulled by whoever may not read the log. What becomes of a delivery is not
audited, so nothing goes round in a circle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final
from uuid import uuid5

import sqlalchemy as sa

from domain.auditing.events import ASKED_BY, RECORDED
from domain.auditing.subjects import actor_id, subject_id
from domain.kernel.ids import external_id
from domain.kernel.machinery import EventBody
from domain.kernel.principal import Role
from domain.kernel.sealing import exact
from domain.kernel.work import Work
from domain.tenancy.permissions import Action, role_allows
from domain.webhooks.bodies import body_of, form_of
from domain.webhooks.tables import Delivery, WebhookEndpoint
from workers.posting import to_be_sent

ENDPOINT: Final[sa.Table] = WebhookEndpoint.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: Final[sa.Table] = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: Final[sa.Table] = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper

_READERS: Final = [str(role) for role in Role if role_allows(role, Action.AUDIT_READ)]


@dataclass(frozen=True)
class Sealed:
    """An entry (a row of `audit_entry`) that has just got its place in the chain."""

    row: Any
    told: dict[str, Any]
    "What was sealed of it."
    number: int
    hash: str
    previous_hash: str


async def tell_endpoints(work: Work, sealed: Sequence[Sealed]) -> bool:
    """Have entries sent to the endpoints that ask for them. Answers whether there are any."""
    endpoints = await _listening(work) if sealed else []
    if not endpoints:
        return False
    forms = {endpoint.id: form_of(endpoint.payload, endpoint.role) for endpoint in endpoints}
    line = uuid5(work.tenant_id, RECORDED)  # what strict order is kept of: no event has it as its subject
    bodies, deliveries = [], []
    for each in sealed:
        event = _as_event(each)
        for form in sorted(set(forms.values())):
            body = body_of(work.tenant_id, event, each.number, form)
            bodies.append({"tenant_id": work.tenant_id, "event_id": each.row.id, "form": form, "body": body})
        for endpoint in endpoints:
            row = to_be_sent(work, endpoint.id, each.row.id, RECORDED, forms[endpoint.id])
            in_order = {"subject_id": line, "sequence": each.number} if endpoint.ordered else {}
            deliveries.append(row | in_order)
    await work.session.execute(sa.insert(BODY), bodies)
    await work.session.execute(sa.insert(DELIVERY), deliveries)
    return True


async def _listening(work: Work) -> Sequence[Any]:
    """The endpoints that ask for the log, and whose role may read all of it."""
    statement = sa.select(ENDPOINT.c.id, ENDPOINT.c.payload, ENDPOINT.c.role, ENDPOINT.c.ordered).where(
        ENDPOINT.c.tenant_id == work.tenant_id,
        ENDPOINT.c.enabled,
        ENDPOINT.c.archived_at.is_(None),
        ENDPOINT.c.venture_ids.is_(None),
        ENDPOINT.c.role.in_(_READERS),
        ENDPOINT.c.event_types.op("&&")(sa.literal(sorted(ASKED_BY), sa.ARRAY(sa.Text))),
    )
    return (await work.session.execute(statement)).all()


def _as_event(sealed: Sealed) -> Any:
    row = sealed.row
    return SimpleNamespace(
        type=RECORDED,
        occurred_at=row.at,
        actor={"type": row.actor_kind, "id": actor_id(row)},
        previous=None,
        data={
            "id": external_id("audit_entry", row.id),
            "number": sealed.number,
            "hash": sealed.hash,
            "previous_hash": sealed.previous_hash,
            "subject_id": subject_id(row),
            "entry": exact(sealed.told),
        },
    )
