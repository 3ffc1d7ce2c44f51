"""The sending of one parcel, by the kind of its target: what is told, how it is signed, and where it goes.

The engine knows when a parcel is sent and what comes of it; a sender knows how. A further kind of target is a sender in
the mapping that `senders` answers, and its name as `kind` of the targets that `workers.endpoints.listening` reads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import orjson
import sqlalchemy as sa

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.webhooks.keys import headers_place, keys_in_force, secret_place
from domain.webhooks.signing import signed_headers
from workers.claims import Claim
from workers.endpoints import WEBHOOK
from workers.outbound import Answer, Outbound

Target = tuple[UUID, UUID]
"""A tenant and its endpoint or channel; one that came with an archive has the id of the one that it was copied from."""


@dataclass(frozen=True)
class Parcel:
    """One claimed delivery with all that is needed to send it."""

    tenant_id: UUID
    claim: Claim
    endpoint: Any
    event_id: UUID
    event_type: str
    body: bytes | None
    subject_id: UUID | None = None
    sequence: int | None = None
    "Both only of deliveries in strict order."

    @property
    def target(self) -> Target:
        """To whom it goes."""
        return self.tenant_id, self.endpoint.id


class Sender(Protocol):
    """Sends parcels to one kind of target."""

    async def send(self, parcel: Parcel, body: bytes, at: datetime) -> Answer:
        """Send one, within `TOTAL_SECONDS` of `workers.outbound`; `body` is the parcel's, `at` the attempt's time.

        What the target does is an answer. Raises `UnreadableSecret` where the target's secrets are lost.
        """


def senders(runtime: Runtime, outbound: Outbound) -> Mapping[str, Sender]:
    """The sender of each kind of target."""
    return {WEBHOOK: WebhookSender(runtime, outbound)}


class WebhookSender:
    """Posts the stored bytes, signed afresh with every secret that is in force."""

    def __init__(self, runtime: Runtime, outbound: Outbound) -> None:
        self._runtime = runtime
        self._outbound = outbound

    async def send(self, parcel: Parcel, body: bytes, at: datetime) -> Answer:
        """Send one."""
        endpoint, place = parcel.endpoint, secret_place(parcel.endpoint.id)
        keys = [self._opened(parcel, sealed, place) for sealed in keys_in_force(endpoint, at)]
        signed = signed_headers(keys, external_id("event", parcel.event_id), at, body)
        headers = {**self._own_headers(parcel), **signed, "webhook-attempt": str(parcel.claim.attempts)}
        return await self._outbound.post(endpoint.url, headers, body)

    def _own_headers(self, parcel: Parcel) -> dict[str, str]:
        """The headers that the endpoint asks for; their names are none of ours."""
        sealed = parcel.endpoint.headers
        if sealed is None:
            return {}
        return dict(orjson.loads(self._opened(parcel, sealed, headers_place(parcel.endpoint.id))))

    def _opened(self, parcel: Parcel, sealed: str, place: str) -> str:
        return self._runtime.keys.decrypt(sealed, tenant_id=parcel.tenant_id, place=place)


async def parcels(work: Work, taken: list[tuple[Any, Claim]]) -> list[Parcel]:
    """The parcels of claimed deliveries, each with the body that its form has."""
    statement = sa.text(
        "SELECT d.id, d.event_id, d.event_type, d.subject_id, d.sequence, b.body FROM delivery d "
        "LEFT JOIN event_body b ON b.tenant_id = :tenant AND b.event_id = d.event_id AND b.form = d.form "
        "WHERE d.tenant_id = :tenant AND d.id = ANY(CAST(:ids AS uuid[]))"
    )
    ids = [one.key for _, one in taken]
    found: Mapping[UUID, Any] = {}
    if ids:
        rows = await work.session.execute(statement, {"tenant": work.tenant_id, "ids": ids})
        found = {row.id: row for row in rows}
    made = []
    for endpoint, one in taken:
        row = found[one.key]
        body = None if row.body is None else row.body.encode()
        made.append(
            Parcel(work.tenant_id, one, endpoint, row.event_id, row.event_type, body, row.subject_id, row.sequence)
        )
    return made
